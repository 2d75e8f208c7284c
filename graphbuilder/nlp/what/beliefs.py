"""Beliefs: who is said to doubt or believe what a clause tells, and what became of a plot or attempt.

Walks over the tree only; what follows for the event is status.py's business.
"""

from typing import TYPE_CHECKING, Final, Literal

from graphbuilder.nlp.what.negation import is_denied

if TYPE_CHECKING:
    from graphbuilder.nlp.what.tree import Tree

DOUBTING: Final = frozenset({"doubt", "deny", "dispute", "question", "contest"})
BELIEVING: Final = frozenset({"believe", "think", "expect", "hope", "imagine", "accept"})
NOBODY: Final = frozenset({"nobody", "none", "few", "neither"})
NO: Final = frozenset({"no", "few"})
LITTLE: Final = NO | {"little", "scant"}
HARDLY: Final = frozenset({"hardly", "scarcely", "barely"})
TRIES: Final = frozenset({"plot", "attempt", "bid", "effort", "conspiracy", "scheme", "plan", "push", "drive"})
"""Nouns of which it is said whether the deed behind them came off: "the plot to kill the mayor failed"."""


def belief_at(tree: "Tree", word: int) -> 'Literal["sure", "unsure"] | None':
    """Say what is left of a clause by those who do not doubt or do not believe it; None where somebody does.

    "Few doubt that Russia shelled the town" and "Nobody can deny that ..." tell it as sure, "Few believe that ..." does not.
    """
    lemma = tree.lemma[word]
    if lemma in DOUBTING:
        before = tree.all_kids(word, "det", "amod")
        little = any(tree.word[kid] in LITTLE and tree.word[kid - 1] != "a" for kid in before)
        if (
            little
            or tree.word[word - 1] == "beyond"
            or _nobody(tree, word)
            or (lemma == "doubt" and is_denied(tree, word))
        ):
            return "sure"
        modals = {tree.word[kid] for kid in tree.all_kids(word, "aux")}
        return (
            "sure" if modals & {"can", "ca", "could"} and is_denied(tree, word) else None
        )  # "It cannot be denied that"
    return "unsure" if lemma in BELIEVING and tree.is_verb(word) and _nobody(tree, word) else None


def _nobody(tree: "Tree", verb: int) -> bool:
    """Say whether a verb's subject is nobody or few: "No one", "Few analysts", "Hardly anybody"."""
    subject = tree.kid(verb, "nsubj") if tree.is_verb(verb) else None
    if subject is None:
        return False
    few = [kid for kid in tree.all_kids(subject, "det", "amod", "advmod") if tree.word[kid] in NO | HARDLY]
    few = [kid for kid in few if tree.word[kid - 1] != "a"]  # "a few believe that" do
    alone = tree.word[subject] in NOBODY and tree.word[subject - 1] != "a"
    return alone or bool(few)


def outcome_of(tree: "Tree", noun: int) -> int | None:
    """Return the verb that says whether a plot or attempt came off: "The plot to kill the mayor succeeded", "... failed"."""
    verb = tree.head[noun]
    told = tree.lemma[noun] in TRIES and tree.dep[noun] == "nsubj" and tree.lemma[verb] in {"succeed", "fail"}
    return verb if told and tree.kid(verb, "xcomp") is None else None
