"""The declared schema: labels, relationship types, their ends and properties. Everything written is checked against it.

This is graph-model.md as data. Stores derive constraints and property types from it; a text, a file or an ontology can never
bring in another label or type.
"""

from datetime import date, datetime
from functools import lru_cache

import msgspec

from graphbuilder.errors import SchemaError
from graphbuilder.graph.elements import Element, Node, Properties, PropertyValue, Relationship
from graphbuilder.graph.identifiers import PREFIXES, find_labels, owns

KEY_LABELS = ("Document", "Sentence", "Entity", "Position", "Event", "Topic")
"""One of these is on every node; `id` is unique within each."""

ENTITY_LABELS = ("Person", "Organization", "Place", "Group")


class PropertyType(msgspec.Struct, frozen=True):
    """A property: the Python type of its value (`list` is a list of strings), and whether it must be there."""

    type: type[str | int | float | bool | date | datetime | list[str]]
    required: bool = False


def _required(kind: type[PropertyValue]) -> PropertyType:
    return PropertyType(kind, required=True)


_TEXT = PropertyType(str)
_NUMBER = PropertyType(float)
_DAY = PropertyType(date)
_FLAG = PropertyType(bool)
_LIST = PropertyType(list)

NODE_PROPERTIES: dict[str, dict[str, PropertyType]] = {
    "Document": {
        "name": _required(str), "title": _TEXT, "url": _TEXT, "source": _TEXT, "byline": _LIST, "published": _DAY,
        "published_basis": _TEXT, "language": _TEXT, "sha256": _required(str), "extractor": _required(str),
        "topics": _LIST, "ingested_at": PropertyType(datetime),
    },
    "Sentence": {
        "name": _required(str), "text": _required(str), "index": _required(int), "start_char": _required(int),
        "end_char": _required(int),
    },
    "Entity": {
        "name": _required(str), "aliases": _LIST, "wikidata": _TEXT, "mention_count": _required(int), "kind": _TEXT,
        "latitude": _NUMBER, "longitude": _NUMBER, "country": _TEXT, "gender": _TEXT, "sector": _TEXT,
    },
    "Position": {"name": _required(str), "title": _required(str), "kind": _required(str)},
    "Event": {
        "name": _required(str), "type": _required(str), "start": _DAY, "end": _DAY, "date_precision": _required(str),
        "date_text": _TEXT, "date_basis": _TEXT, "status": _required(str), "polarity_cue": _TEXT, "plover": _TEXT,
        "plover_mode": _TEXT, "cameo": _TEXT, "quad": _TEXT, "intensity": _NUMBER, "confidence": _required(float),
        "mention_count": _required(int), "source_count": _required(int), "rule": _required(str),
    },
    "Topic": {"name": _required(str)},
}  # fmt: skip
"""Properties by key label."""


class RelationshipType(msgspec.Struct, frozen=True):
    """A relationship type: the key labels at its ends and its properties."""

    start: str
    end: str
    properties: dict[str, PropertyType] = {}


_CONFIDENCE = {"confidence": _required(float)}

RELATIONSHIP_TYPES: dict[str, RelationshipType] = {
    "PARTICIPATED_IN": RelationshipType("Entity", "Event", {"role": _required(str), "as": _TEXT, **_CONFIDENCE}),
    "LOCATED_IN": RelationshipType("Event", "Entity", _CONFIDENCE),
    "DESTINATION": RelationshipType("Event", "Entity", _CONFIDENCE),
    "ORIGIN": RelationshipType("Event", "Entity", _CONFIDENCE),
    "WITHIN": RelationshipType("Entity", "Entity", _CONFIDENCE),
    "PART_OF": RelationshipType("Event", "Event", {"how": _TEXT, **_CONFIDENCE}),
    "AFTER": RelationshipType("Event", "Event", {"gap": _TEXT, **_CONFIDENCE}),
    "CONTENT": RelationshipType("Event", "Event", _CONFIDENCE),
    "ABOUT": RelationshipType("Event", "Topic", _CONFIDENCE),
    "HOLDS": RelationshipType(
        "Entity", "Position",
        {"start": _DAY, "end": _DAY, "observed_first": _DAY, "observed_last": _DAY, "former": _FLAG, **_CONFIDENCE},
    ),
    "OF": RelationshipType("Position", "Entity", _CONFIDENCE),
    "AFFILIATED_WITH": RelationshipType("Entity", "Entity", _CONFIDENCE),
    "MENTIONS": RelationshipType(
        "Sentence", "Entity|Event",
        {"text": _required(str), "start_char": _required(int), "end_char": _required(int), **_CONFIDENCE},
    ),
    "IN_DOCUMENT": RelationshipType("Sentence", "Document", _CONFIDENCE),
    "DUPLICATE_OF": RelationshipType("Document", "Document", {"similarity": _required(float), **_CONFIDENCE}),
}  # fmt: skip


@lru_cache(maxsize=256)
def key_label(labels: tuple[str, ...]) -> str:
    """Return the one key label among `labels`.

    Raises:
        SchemaError: There is none, or more than one.
    """
    found = [label for label in KEY_LABELS if label in labels]
    if len(found) != 1:
        raise SchemaError(f"a node needs exactly one of {', '.join(KEY_LABELS)}; got {sorted(labels)}")
    return found[0]


LABEL_SETS: frozenset[frozenset[str]] = frozenset(map(frozenset, PREFIXES.values()))
"""Every set of labels a node may carry."""


def check_element(element: Element) -> None:
    """Raise SchemaError unless `element` is one the graph model knows, with all it needs and nothing more.

    Its id must be one that its labels or type have: what is written under another would not be known again as ours.
    """
    if isinstance(element, Node):
        if element.labels != find_labels(element.id):
            raise SchemaError(f"node {element.id}: {_why_not(element.id, element.labels)}")
        _check_properties(element.id, element.properties, NODE_PROPERTIES[key_label(element.labels)])
        return
    declared = RELATIONSHIP_TYPES.get(element.type)
    if declared is None:
        raise SchemaError(f"relationship {element.id}: the graph model has no type {element.type!r}")
    if not owns(element.id, element.type):
        raise SchemaError(f"relationship {element.id}: the id of a {element.type} begins with {element.type.lower()}:")
    _check_end(element, element.start_id, element.start_labels, declared.start)
    _check_end(element, element.end_id, element.end_labels, declared.end)
    _check_properties(element.id, element.properties, declared.properties)


def _why_not(node_id: str, labels: tuple[str, ...]) -> str:
    if frozenset(labels) not in LABEL_SETS:
        return f"the graph model has no labels {':'.join(labels)}"
    expected = ":".join(find_labels(node_id)) or "no label of the graph model"
    return f"an id that begins so stands for {expected}, not for {':'.join(labels)}"


def _check_end(relationship: Relationship, end_id: str, labels: tuple[str, ...], declared: str) -> None:
    if labels != find_labels(end_id):
        raise SchemaError(f"relationship {relationship.id}, end {end_id}: {_why_not(end_id, labels)}")
    if key_label(labels) not in declared.split("|"):
        raise SchemaError(
            f"relationship {relationship.id}: {relationship.type} may not join {':'.join(labels)}; it joins {declared}"
        )


def _check_properties(element_id: str, values: Properties, declared: dict[str, PropertyType]) -> None:
    for name, value in values.items():
        if name not in declared:
            raise SchemaError(f"{element_id}: the graph model has no property {name!r} here")
        wanted = declared[name].type
        if type(value) is not wanted or (isinstance(value, list) and not _is_text_list(value)):
            raise SchemaError(f"{element_id}: property {name!r} must be {wanted.__name__}, not {value!r}")
    missing = [name for name, kind in declared.items() if kind.required and name not in values]
    if missing:
        raise SchemaError(f"{element_id}: property {missing[0]!r} is missing")


def _is_text_list(value: list[str]) -> bool:
    return bool(value) and all(type(item) is str for item in value)
