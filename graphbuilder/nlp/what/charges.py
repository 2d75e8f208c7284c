"""Charges: what an accuser tells of a deed, which leaves it open whether it was done.

Walks over the tree only; what follows for the event is status.py's business.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuilder.nlp.what.tree import Tree

ACCUSERS = frozenset({"prosecutor", "prosecution", "indictment", "plaintiff", "lawsuit"})
ACCUSED = frozenset({"defendant", "suspect", "man", "woman", "pair", "couple", "accused"})
PAPERS = frozenset({"sheet", "complaint"})
"""Papers of an accuser after "according to": "according to the charge sheet"."""


COURTS = frozenset({"court", "jury", "inquest", "tribunal", "trial", "judge"})


def charged_in(tree: "Tree", verb: int) -> str | None:
    """Return the accuser that a deed is told by: "According to the indictment, they beat him", "The court heard that"."""
    above = tree.head[verb]
    if tree.dep[verb] == "ccomp" and tree.lemma[above] == "hear":
        told = next((kid for kid in tree.all_kids(above, "nsubj") if tree.lemma[kid] in COURTS), None)
        if told is not None:
            return tree.word[above]
    for prep in tree.all_kids(verb, "prep"):
        if tree.word[prep] == "according":
            for far in (below for to in tree.all_kids(prep, "prep") for below in tree.all_kids(to, "pobj")):
                if tree.lemma[far] in ACCUSERS | PAPERS:
                    return tree.word[far]
    return None


def is_charge(tree: "Tree", verb: int) -> bool:
    """Say whether an accuser tells what somebody did: "Prosecutors said Lind shot the guard", not "said a bomb killed ten"."""
    if not any(tree.lemma[kid] in ACCUSERS | PAPERS for kid in tree.all_kids(verb, "nsubj")):
        return False
    doers = [kid for clause in tree.all_kids(verb, "ccomp") for kid in tree.all_kids(clause, "nsubj")]
    return any(tree.pos[kid] in {"PROPN", "PRON"} or tree.lemma[kid] in ACCUSED for kid in doers)
