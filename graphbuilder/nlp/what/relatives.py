"""Relatives: what a clause behind an event noun says became of it: "the attack that was foiled", "talks scheduled for May".

What stands above the noun is operators.py's business.
"""

from typing import TYPE_CHECKING, NamedTuple

from graphbuilder.nlp.what.negation import is_denied
from graphbuilder.nlp.what.operator_words import operator_at

if TYPE_CHECKING:
    from graphbuilder.nlp.what.lexicon import Effect, Lexicon
    from graphbuilder.nlp.what.tree import Tree

RELATIVES = frozenset({"that", "which"})
HELD = frozenset({"take", "happen", "occur", "materialize", "materialise", "come", "go", "hold", "begin", "start", "open"})
"""Verbs whose subject took place: "the talks that never took place", "the visit planned for May begins today"."""
UNMADE = frozenset({"planned", "cancelled", "negated"})


class Fate(NamedTuple):
    """What the word behind an event noun does to its status."""

    effect: "Effect"
    word: str


def fate_behind(tree: "Tree", lexicon: "Lexicon", noun: int) -> Fate | None:
    """Return what a relative clause or participle behind an event noun made of the event; None where the main clause tells.

    A plan told in the past may have come about since: "the visit, planned for months, took place".
    """
    above = tree.head[noun]
    if tree.dep[noun] in {"nsubj", "nsubjpass"} and tree.lemma[above] in HELD:
        return None
    for clause in tree.all_kids(noun, "relcl", "acl"):
        if tree.dep[clause] == "relcl" and not _is_subject(tree, clause):
            continue
        if tree.dep[clause] == "acl" and tree.tag[clause] != "VBN":
            continue
        denied = is_denied(tree, clause)
        if tree.lemma[clause] in HELD and denied:
            return Fate("negated", tree.word[clause])
        for word in (clause, *tree.all_kids(clause, "acomp")):
            operator = operator_at(tree, lexicon, word)
            passive = tree.dep[clause] == "acl" or tree.pos[word] == "ADJ" or tree.kid(clause, "nsubjpass") is not None
            if operator is not None and operator.effect in UNMADE and passive and not denied:
                return Fate(operator.effect, tree.word[word])
    return None


def _is_subject(tree: "Tree", clause: int) -> bool:
    """Say whether the noun is what the clause tells of: "that was foiled", not "that he foiled"."""
    return any(tree.word[kid] in RELATIVES for kid in tree.all_kids(clause, "nsubj", "nsubjpass"))
