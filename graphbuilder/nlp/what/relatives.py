"""Relatives: what a clause behind an event noun says became of it: "the attack that was foiled", "talks scheduled for May".

What stands above the noun is operators.py's business.
"""

from typing import TYPE_CHECKING, NamedTuple

from graphbuilder.nlp.what.negation import is_denied
from graphbuilder.nlp.what.operator_words import operator_at
from graphbuilder.nlp.what.tenses import is_unfulfilled

if TYPE_CHECKING:
    from graphbuilder.nlp.what.lexicon import Effect, Lexicon
    from graphbuilder.nlp.what.tree import Tree

RELATIVES = frozenset({"that", "which"})
HELD = frozenset(
    {
        "happen",
        "occur",
        "materialize",
        "materialise",
        "hold",
        "begin",
        "start",
        "open",
        "take place",
        "come about",
        "come off",
        "go ahead",
        "go forward",
    }
)
"""What is said of an event that took place: "the talks that never took place", "the visit planned for May begins today"."""
UNMADE = frozenset({"planned", "cancelled", "negated"})
OF_EVENTS = frozenset({"plan", "cancel"})
"""Operators that no country or person undergoes, so that they are the event's: "a visit to Chad, which was postponed"."""


class Fate(NamedTuple):
    """What the word behind an event noun does to its status."""

    effect: "Effect"
    word: str


def fate_behind(tree: "Tree", lexicon: "Lexicon", noun: int) -> Fate | None:
    """Return what a relative clause or participle behind an event noun made of the event; None where the main clause tells.

    A plan told in the past may have come about since: "the visit, planned for months, took place".
    """
    above = tree.head[noun]
    if tree.dep[noun] in {"nsubj", "nsubjpass"} and took_place(tree, above):
        return None
    names = [
        far
        for prep in tree.all_kids(noun, "prep", "agent")
        for far in tree.all_kids(prep, "pobj")
        if tree.pos[far] == "PROPN"
    ]
    for clause in (kid for head in (noun, *names) for kid in tree.all_kids(head, "relcl", "acl")):
        if tree.dep[clause] == "relcl" and not _is_subject(tree, clause):
            continue
        if tree.dep[clause] == "acl" and tree.tag[clause] != "VBN":
            continue
        lost = next((kid for kid in tree.all_kids(clause, "xcomp") if is_unfulfilled(tree, kid, clause)), None)
        if lost is not None:  # "regretted the talks that were to have opened on Monday"
            return Fate("cancelled", tree.word[clause])
        denied = is_denied(tree, clause)
        if denied and took_place(tree, clause):
            return Fate("negated", tree.word[clause])
        for word in (clause, *tree.all_kids(clause, "acomp")):
            operator = operator_at(tree, lexicon, word)
            passive = tree.dep[clause] == "acl" or tree.pos[word] == "ADJ" or tree.kid(clause, "nsubjpass") is not None
            near = tree.head[clause] == noun or (operator is not None and operator.name in OF_EVENTS)
            if operator is not None and operator.effect in UNMADE and passive and near and not denied:
                return Fate(operator.effect, tree.word[word])
    return None


def took_place(tree: "Tree", verb: int) -> bool:
    """Say whether a verb, with its particle or object, is one of `HELD`."""
    words = {tree.word[kid] for kid in tree.all_kids(verb, "prt", "advmod", "dobj", "prep")}
    lemma = tree.lemma[verb]
    held = lemma in HELD and words.isdisjoint({"up", "back", "off"})  # "The scheduled release was held up"
    return held or any(f"{lemma} {word}" in HELD for word in words)


def _is_subject(tree: "Tree", clause: int) -> bool:
    """Say whether the noun is what the clause tells of: "that was foiled", not "that he foiled"."""
    return any(tree.word[kid] in RELATIVES for kid in tree.all_kids(clause, "nsubj", "nsubjpass"))
