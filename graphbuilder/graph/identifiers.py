"""Ids of nodes and relationships, and the labels an id stands for.

An id says what it names ("person:ana-ruiz", "event:meeting-1f0c..."), so an element can be built without looking another up.
"""

from graphbuilder.errors import SchemaError
from graphbuilder.graph.schema import ENTITY_LABELS
from graphbuilder.ontology import EVENT_LABELS
from graphbuilder.records.identity import digest, slug

_ENTITY_LABELS = {label.lower(): tuple(sorted(("Entity", label))) for label in ENTITY_LABELS}
_EVENT_LABELS = {label.lower(): tuple(sorted(("Event", label))) for label in EVENT_LABELS}
_OTHER_LABELS = {
    "doc": ("Document",),
    "sentence": ("Sentence",),
    "position": ("Position",),
    "topic": ("Topic",),
}
COUNTRY_PREFIX = "place:country-"


def labels_of(element_id: str) -> tuple[str, ...]:
    """Return the labels, sorted, of the node that has this id.

    Raises:
        SchemaError: The id's prefix is none of ours.
    """
    kind, _, rest = element_id.partition(":")
    if kind == "event":
        labels = _EVENT_LABELS.get(rest.partition("-")[0])
    elif element_id.startswith(COUNTRY_PREFIX):
        labels = ("Country", "Entity", "Place")
    else:
        labels = _ENTITY_LABELS.get(kind) or _OTHER_LABELS.get(kind)
    if labels is None:
        raise SchemaError(f"no label is known for the id {element_id!r}")
    return labels


def sentence_id(document_id: str, index: int) -> str:
    """Return the id of a document's sentence."""
    return f"sentence:{document_id.removeprefix('doc:')}-{index:04d}"


def position_id(kind: str, of: str | None) -> str:
    """Return the id of a position: its comparable kind and the entity it belongs to."""
    return f"position:{slug(kind)}" + (f"-of-{slug(of)}" if of else "")


def topic_id(topic: str) -> str:
    """Return the id of a topic, by its PLOVER name."""
    return f"topic:{topic}"


def relationship_id(kind: str, start: str, end: str, *parts: str) -> str:
    """Return the id of a relationship; `parts` tell apart those that share both ends (a role, an offset)."""
    return f"{kind.lower()}:{digest(kind, start, end, *parts)}"
