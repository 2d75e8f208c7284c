"""Retractions: the words that take a report or a plan back after it was told, or leave nothing of it.

Literal tables and two walks over the tree; what follows for the event is status.py's business.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuilder.nlp.what.tree import Tree

DECIDING = frozenset({"decide", "vote", "rule", "choose", "opt"})
"""Verbs that undo what stands after "against": "decided against arresting him"."""
TOLD_NOUNS = frozenset({
    "report", "claim", "rumour", "rumor", "allegation", "story", "news", "statement", "assertion", "accusation", "suggestion",
    "account", "charge", "announcement",
})  # fmt: skip
FALSE = frozenset({
    "false", "untrue", "wrong", "unfounded", "baseless", "fabricated", "invented", "incorrect", "groundless", "fake", "bogus",
    "hoax", "lie", "invention", "fabrication", "fiction",
})  # fmt: skip
TAKEN_BACK = frozenset({"withdraw", "retract", "debunk", "refute", "disprove", "discredit", "recant"})


def retracted_by(tree: "Tree", noun: int) -> int | None:
    """Return the word that takes a report back: "reports that ... turned out to be false", "the claim that ... was withdrawn".

    "There is no truth in reports that ..." counts too.
    """
    verb = tree.head[noun]
    if tree.lemma[noun] not in TOLD_NOUNS:
        return None
    if tree.dep[noun] == "pobj":
        truth = tree.head[verb]
        denied = any(tree.word[kid] == "no" for kid in tree.all_kids(truth, "det"))
        return truth if denied and tree.lemma[truth] in {"truth", "substance", "basis", "foundation"} else None
    if tree.dep[noun] not in {"nsubj", "nsubjpass"}:
        return None
    if tree.lemma[verb] in TAKEN_BACK:
        return verb
    for here in (verb, *tree.all_kids(verb, "xcomp", "ccomp")):
        for kid in tree.all_kids(here, "acomp", "oprd", "attr"):
            if tree.word[kid] in FALSE:
                return kid
        if here != verb and tree.word[here] in FALSE:
            return here
    return None


def dropped_by(tree: "Tree", prep: int) -> int | None:
    """Return the verb by which somebody steps back from what follows: "thought better of", "backed out of", "pulled out of"."""
    if tree.word[prep] != "of":
        return None
    between = tree.head[prep]
    verb = between if tree.is_verb(between) else tree.head[between]
    words = {tree.word[kid] for kid in tree.all_kids(verb, "advmod", "prt", "prep", "acomp", "dobj")}
    if (tree.lemma[verb] == "think" and "better" in words) or (
        tree.lemma[verb] in {"back", "pull", "bow"} and "out" in words
    ):
        return verb
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


def nothing_done(tree: "Tree", verb: int) -> str | None:
    """Return the word that empties an object: "threatened nobody", "signed no treaty"."""
    for kid in tree.all_kids(verb, "dobj"):
        if tree.word[kid] in {"nobody", "none", "nothing"}:
            return tree.word[kid]
        if any(tree.word[below] == "no" for below in tree.all_kids(kid, "det")):
            return "no"
    return None
