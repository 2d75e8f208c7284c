"""Fates: bare event nouns of which only their end is told: "The visit was cancelled", "The strike was called off".

They are kept though nobody takes part in them. It must not change a draft.
"""

from typing import TYPE_CHECKING

from graphbuilder.nlp.what.relatives import took_place
from graphbuilder.records.annotation import Status

if TYPE_CHECKING:
    from graphbuilder.nlp.what.drafts import Draft
    from graphbuilder.nlp.what.tree import Tree

SET_OFF = frozenset({"Meeting", "Negotiation", "Summit", "Trip", "Protest", "Cooperation", "Retreat"})
"""Labels of what is arranged, so that its end is news."""
TOLD_ALONE = frozenset({"verb:suspend-protest", "verb:ceasefire-effect"})
"""Frames that are news without a doer: "The strike was called off", "The ceasefire took effect at midnight"."""


def met_fate(tree: "Tree", draft: "Draft") -> bool:
    """Say whether a clause tells of an event noun that it was called off, did not take place, or took effect."""
    token = draft.hit.token
    if draft.hit.frame.rule in TOLD_ALONE:
        return draft.sense.status is Status.ACTUAL
    if draft.label not in SET_OFF or tree.is_verb(token):
        return False
    if draft.sense.status is Status.NEGATED:
        return tree.dep[token] in {"nsubj", "nsubjpass"} and took_place(tree, tree.head[token])
    return draft.sense.status is Status.CANCELLED
