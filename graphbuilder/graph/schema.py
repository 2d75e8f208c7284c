"""The declared schema: labels, relationship types, their ends and properties. Everything written is checked against it.

This is graph-model.md as data. Stores derive constraints and property types from it; a text, a file or an ontology can never
bring in another label or type.
"""

from datetime import date, datetime
from functools import lru_cache
from math import inf
from typing import get_args

import msgspec

from graphbuilder.errors import SchemaError
from graphbuilder.graph.elements import Element, Node, Properties, PropertyValue, Relationship
from graphbuilder.graph.identifiers import PREFIXES, find_labels, owns
from graphbuilder.ontology import EVENT_LABELS, QUADS
from graphbuilder.records.annotation import CoordinatePrecision, DateBasis, Precision, Role, Status

KEY_LABELS = ("Document", "Sentence", "Entity", "Position", "Event", "Topic")
"""One of these is on every node; `id` is unique within each."""

ENTITY_LABELS = ("Person", "Organization", "Place", "Group")


LONGEST_INDEXED = 8_000
"""Bytes in UTF-8 of an id and of a text that an index of cypher/schema holds; a range index of Neo4j takes 8,167."""

_WHOLE = 2**63
"""Whole numbers from here on, and below minus this, fit in no server."""

_PER_SIGN = 4
"""Bytes in UTF-8 at most."""


class PropertyType(msgspec.Struct, frozen=True):
    """A property: the Python type of its value (`list` is a list of strings), whether it must be there, what it may be.

    `values` are the only ones allowed where there are any; `low` and `high` bound a number, both included; `longest` bounds a
    text, in bytes of UTF-8.
    """

    type: type[str | int | float | bool | date | datetime | list[str]]
    required: bool = False
    values: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    longest: int | None = None


def _required(kind: type[PropertyValue]) -> PropertyType:
    return PropertyType(kind, required=True)


def _one_of(*values: str, required: bool = False) -> PropertyType:
    return PropertyType(str, required=required, values=values)


def _within(low: float, high: float | None, kind: type[int | float] = float, *, required: bool = False) -> PropertyType:
    return PropertyType(kind, required=required, low=low, high=high)


_TEXT = PropertyType(str)
_INDEXED = PropertyType(str, longest=LONGEST_INDEXED)
_NAME = PropertyType(str, required=True, longest=LONGEST_INDEXED)
_DAY = PropertyType(date)
_FLAG = PropertyType(bool)
_LIST = PropertyType(list)
_COUNT = _within(0, None, int, required=True)
_SHARE = _within(0, 1, required=True)

NODE_PROPERTIES: dict[str, dict[str, PropertyType]] = {
    "Document": {
        "name": _required(str), "title": _TEXT, "url": _INDEXED, "source": _INDEXED, "byline": _LIST, "published": _DAY,
        "published_basis": _TEXT, "language": _TEXT, "sha256": _required(str), "extractor": _required(str),
        "topics": _LIST, "ingested_at": PropertyType(datetime),
    },
    "Sentence": {
        "name": _required(str), "text": _required(str), "index": _COUNT, "start_char": _COUNT, "end_char": _COUNT,
    },
    "Entity": {
        "name": _NAME, "aliases": _LIST, "wikidata": _TEXT, "mention_count": _COUNT, "kind": _TEXT,
        "latitude": _within(-90, 90), "longitude": _within(-180, 180), "country": _TEXT, "gender": _TEXT,
        "sector": _TEXT,
        "geonames": _TEXT, "coordinate_precision": _one_of(*get_args(CoordinatePrecision)),
        "resolution_score": _within(0, 1), "alternatives": _LIST,
    },
    "Position": {"name": _required(str), "title": _required(str), "kind": _required(str)},
    "Event": {
        "name": _NAME, "type": _one_of(*EVENT_LABELS, required=True), "start": _DAY, "end": _DAY,
        "date_precision": _one_of(*get_args(Precision), required=True), "date_text": _TEXT,
        "date_basis": _one_of(*get_args(DateBasis)), "status": _one_of(*Status, required=True), "polarity_cue": _TEXT,
        "plover": _TEXT, "plover_mode": _TEXT, "cameo": _TEXT, "quad": _one_of(*QUADS), "intensity": _within(-10, 10),
        "confidence": _SHARE, "mention_count": _COUNT, "source_count": _COUNT, "rule": _required(str),
    },
    "Topic": {"name": _required(str)},
}  # fmt: skip
"""Properties by key label."""


class RelationshipType(msgspec.Struct, frozen=True):
    """A relationship type: the key labels at its ends and its properties."""

    start: str
    end: str
    properties: dict[str, PropertyType] = {}


_CONFIDENCE = {"confidence": _SHARE}

RELATIONSHIP_TYPES: dict[str, RelationshipType] = {
    "PARTICIPATED_IN": RelationshipType("Entity", "Event", {"role": _one_of(*Role, required=True), "as": _TEXT, **_CONFIDENCE}),
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
        {
            "start": _DAY, "end": _DAY, "observed_first": _DAY, "observed_last": _DAY, "former": _FLAG, "acting": _FLAG,
            **_CONFIDENCE,
        },
    ),
    "OF": RelationshipType("Position", "Entity", _CONFIDENCE),
    "AFFILIATED_WITH": RelationshipType("Entity", "Entity", _CONFIDENCE),
    "MENTIONS": RelationshipType(
        "Sentence", "Entity|Event",
        {"text": _required(str), "start_char": _COUNT, "end_char": _COUNT, **_CONFIDENCE},
    ),
    "IN_DOCUMENT": RelationshipType("Sentence", "Document", _CONFIDENCE),
    "DUPLICATE_OF": RelationshipType("Document", "Document", {"similarity": _SHARE, **_CONFIDENCE}),
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


_SPANS = (("start", "end"), ("start_char", "end_char"), ("observed_first", "observed_last"))
"""Properties that come in pairs, the first not after the last."""


def check_element(element: Element) -> None:
    """Raise SchemaError unless `element` is one the graph model knows, with all it needs and nothing more.

    This is where required properties, types and allowed values are held: a Neo4j Community server has constraints for
    uniqueness only.

    Its id must be one that its labels or type have: what is written under another would not be known again as ours.
    """
    if _is_longer(element.id, LONGEST_INDEXED):
        raise SchemaError(f"{element.id[:60]}…: an id has at most {LONGEST_INDEXED:,} bytes")
    if isinstance(element, Node):
        if element.labels != find_labels(element.id):
            raise SchemaError(f"node {element.id}: {_why_not(element.id, element.labels)}")
        _check_properties(element.id, element.properties, NODE_PROPERTIES[key_label(element.labels)])
        if "Event" in element.labels and element.properties["type"] not in element.labels:
            raise SchemaError(f"{element.id}: its type {element.properties['type']!r} is none of its labels")
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
        if isinstance(value, int) and not -_WHOLE <= value < _WHOLE:
            raise SchemaError(f"{element_id}: property {name!r} is a number that does not fit in 64 bits")
        longest = declared[name].longest
        if longest is not None and isinstance(value, str) and _is_longer(value, longest):
            raise SchemaError(f"{element_id}: property {name!r} has at most {longest:,} bytes")
        if declared[name].values or declared[name].low is not None:
            _check_value(element_id, name, value, declared[name])
    missing = [name for name, kind in declared.items() if kind.required and name not in values]
    if missing:
        raise SchemaError(f"{element_id}: property {missing[0]!r} is missing")
    for first, last in _SPANS:
        if first in values and last in values and not _in_order(values[first], values[last]):
            raise SchemaError(f"{element_id}: {first} {values[first]} comes after {last} {values[last]}")


def _check_value(element_id: str, name: str, value: PropertyValue, kind: PropertyType) -> None:
    if kind.values and value not in kind.values:
        raise SchemaError(f"{element_id}: property {name!r} must be one of {', '.join(kind.values)}, not {value!r}")
    if kind.low is not None and isinstance(value, int | float):
        high = inf if kind.high is None else kind.high
        if not kind.low <= value <= high:
            raise SchemaError(
                f"{element_id}: property {name!r} must lie between {kind.low:g} and {high:g}, not {value!r}"
            )


def _is_longer(text: str, longest: int) -> bool:
    return len(text) * _PER_SIGN > longest and len(text.encode("utf-8", "surrogatepass")) > longest


def _in_order(first: PropertyValue, last: PropertyValue) -> bool:
    """Tell whether the first of two days or two numbers, of one type by now, is not after the last."""
    if isinstance(first, date) and isinstance(last, date):
        return first <= last
    return isinstance(first, int) and isinstance(last, int) and first <= last


def _is_text_list(value: list[str]) -> bool:
    return bool(value) and all(type(item) is str for item in value)
