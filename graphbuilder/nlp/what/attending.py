"""Attending: who is told to chair, open or join a gathering that others were told to hold, and so takes part beside them.

It reads one mention; which gathering it is is linking.py's business.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuilder.nlp.what.drafts import Draft
    from graphbuilder.nlp.what.tree import Tree

JOINING = frozenset({
    "chair", "open", "close", "host", "attend", "join", "address", "lead", "convene", "moderate", "mediate", "arrange",
    "organise", "organize", "broker", "facilitate",
})  # fmt: skip
"""Verbs whose subject is at a gathering beside those who were told to hold it."""
SIDES = frozenset({"with", "between", "of", "among"})
"""Prepositions that name who holds a gathering."""


def noun_of(tree: "Tree", draft: "Draft") -> int | None:
    """Return the noun that names an event, that of "chaired the summit" where the verb is the event's own word."""
    if tree.pos[draft.hit.token] in {"NOUN", "PROPN"}:
        return draft.hit.token
    return draft.hit.absorbed[0] if draft.hit.absorbed and tree.lemma[draft.hit.token] in JOINING else None


def joins(tree: "Tree", draft: "Draft") -> bool:
    """Say whether somebody takes part in what others were told to hold: "Ruiz met Hale. Lind chaired the meeting".

    "Lind led the talks with Peru" names the other side itself.
    """
    if draft.hit.carried_by not in {"object", "self"} or tree.lemma[draft.hit.carrier] not in JOINING:
        return False
    noun = noun_of(tree, draft)
    return noun is not None and not any(tree.word[prep] in SIDES for prep in tree.all_kids(noun, "prep"))
