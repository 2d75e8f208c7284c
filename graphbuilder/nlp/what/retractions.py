"""Retractions: the words that take a report or a plan back after it was told.

Literal tables and two walks over the tree; what follows for the event is status.py's business.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuilder.nlp.what.tree import Tree

TOLD_NOUNS = frozenset({
    "report", "claim", "rumour", "rumor", "allegation", "story", "news", "statement", "assertion", "accusation", "suggestion",
    "account", "charge", "announcement",
})  # fmt: skip
FALSE = frozenset({
    "false", "untrue", "wrong", "unfounded", "baseless", "fabricated", "invented", "incorrect", "groundless", "fake", "bogus",
    "hoax", "lie", "invention", "fabrication", "fiction",
})  # fmt: skip
TAKEN_BACK = frozenset({"withdraw", "retract", "debunk", "refute", "disprove", "discredit", "recant"})


def retracted_by(tree: "Tree", verb: int) -> int | None:
    """Return the word that takes a report back: "reports that ... turned out to be false", "the claim that ... was withdrawn"."""
    if tree.lemma[verb] in TAKEN_BACK:
        return verb
    for here in (verb, *tree.all_kids(verb, "xcomp", "ccomp")):
        for kid in tree.all_kids(here, "acomp", "oprd", "attr"):
            if tree.word[kid] in FALSE:
                return kid
        if here != verb and tree.word[here] in FALSE:
            return here
    return None


def given_up(tree: "Tree", verb: int) -> bool:
    """Say whether a plan was given up in the same breath: "had planned to go but changed her mind"."""
    for other in tree.all_kids(verb, "conj"):
        noun = tree.kid(other, "dobj")
        words = {tree.word[kid] for kid in tree.all_kids(other, "prt", "advmod")}
        lemma = tree.lemma[other]
        if (lemma == "change" and noun is not None and tree.lemma[noun] == "mind") or (
            (lemma in {"back", "pull"} and words & {"out", "down"})
            or (lemma == "think" and "better" in words)
            or (lemma == "have" and noun is not None and tree.lemma[noun] == "thought")
        ):
            return True
    return False
