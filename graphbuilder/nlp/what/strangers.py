"""Strangers: who keeps an event noun from being an event told before, because it is an event of other people.

It compares people only; what is linked is linking.py's business.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuilder.nlp.what.actors import Actors
    from graphbuilder.nlp.what.drafts import Draft
    from graphbuilder.nlp.what.tree import Tree


def of_same_people(draft: "Draft", old: "Draft", drafts: "list[Draft]") -> bool:
    """Say whether the people of a draft go with those of every mention of an event told before.

    "Novak will hold a meeting. Novak's meeting with Lind will be short. She called off the one with Haddad": two meetings.
    """
    root, mine = old.linked("SAME") or old, draft.people()
    told = [one.people() for one in drafts if one is root or one.linked("SAME") is root]
    return all(not mine or not theirs or mine <= theirs or theirs <= mine for theirs in told)


def names_a_stranger(tree: "Tree", actors: "Actors", noun: int) -> bool:
    """Say whether an event noun names somebody nothing is known of: "his meeting with Brandvold" is no meeting told before."""
    return any(
        tree.pos[far] == "PROPN" and not actors.parties(far)
        for prep in tree.all_kids(noun, "prep")
        for far in tree.all_kids(prep, "pobj")
        if tree.word[prep] in {"with", "between"}
    )
