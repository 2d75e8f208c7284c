"""Ids of nodes and relationships, and the labels an id stands for.

An id says what it names ("person:ana-ruiz", "event:meeting-1f0c..."), so an element can be built without looking another up,
and in a database that others use too an id tells what is ours.
"""

from functools import cache

from graphbuilder.errors import SchemaError
from graphbuilder.ontology import EVENT_LABELS
from graphbuilder.records.identity import digest, slug

PREFIXES: dict[str, tuple[str, ...]] = {
    "doc:": ("Document",),
    "sentence:": ("Sentence",),
    "person:": ("Entity", "Person"),
    "organization:": ("Entity", "Organization"),
    "group:": ("Entity", "Group"),
    "place:": ("Entity", "Place"),
    "place:country:": ("Country", "Entity", "Place"),
    "position:": ("Position",),
    "topic:": ("Topic",),
    **{f"event:{label.lower()}-": tuple(sorted(("Event", label))) for label in EVENT_LABELS},
}
"""How the ids of our nodes begin, and the labels, sorted, that each beginning stands for; the longest that fits counts."""


def owns(element_id: str, name: str) -> bool:
    """Tell whether an id is one of ours for a node with the label `name`, or for a relationship of the type `name`."""
    return element_id.startswith(_beginnings(name))


@cache
def _beginnings(name: str) -> tuple[str, ...]:
    of_nodes = tuple(prefix for prefix, labels in PREFIXES.items() if name in labels)
    return of_nodes or (f"{name.lower()}:",)


def find_labels(element_id: str) -> tuple[str, ...]:
    """Return the labels, sorted, of the node that has this id; none where the id is not ours."""
    kind, colon, rest = element_id.partition(":")
    for mark in ":-":
        word, found, _ = rest.partition(mark)
        if found and (labels := PREFIXES.get(f"{kind}:{word}{mark}")):
            return labels
    return PREFIXES.get(f"{kind}{colon}", ())


def labels_of(element_id: str) -> tuple[str, ...]:
    """Return the labels, sorted, of the node that has this id.

    Raises:
        SchemaError: The id's prefix is none of ours.
    """
    labels = find_labels(element_id)
    if not labels:
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
