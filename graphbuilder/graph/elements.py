"""Node and Relationship, and the one line of JSON that stands for each.

The line has the shape APOC writes and reads (graph-model.md, "The JSONL file"): keys in a fixed order, properties sorted by
name, dates as ISO strings. Equal elements give equal bytes.
"""

from collections.abc import Mapping
from datetime import date, datetime

import msgspec

PropertyValue = str | int | float | bool | date | datetime | list[str]
Properties = Mapping[str, PropertyValue]

VOLATILE_PROPERTIES = frozenset({"ingested_at"})
"""Properties that hold a wall-clock time: kept in Neo4j, left out of the JSONL file and of every comparison."""


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A node: `labels` sorted, `properties` without None and without empty lists (an absent property)."""

    id: str
    labels: tuple[str, ...]
    properties: Properties


class Relationship(msgspec.Struct, frozen=True, kw_only=True):
    """A relationship with an id of its own; its ends are named by id and labels."""

    id: str
    type: str
    start_id: str
    start_labels: tuple[str, ...]
    end_id: str
    end_labels: tuple[str, ...]
    properties: Properties


Element = Node | Relationship

_encoder = msgspec.json.Encoder(order="sorted")


def sort_key(element: Element) -> tuple[int, str]:
    """Return the place of `element` in a file: nodes first, each sorted by id."""
    return (0 if isinstance(element, Node) else 1, element.id)


def encode(element: Element) -> bytes:
    """Return the line of JSON (no newline) that stands for `element`, without its volatile properties."""
    properties = {key: value for key, value in element.properties.items() if key not in VOLATILE_PROPERTIES}
    tail = b'"properties":' + _encoder.encode(properties) + b"}"
    encode_json = _encoder.encode
    if isinstance(element, Node):
        labels = encode_json(element.labels)
        return b'{"type":"node","id":%b,"labels":%b,' % (encode_json(element.id), labels) + tail
    start = b'{"id":%b,"labels":%b}' % (encode_json(element.start_id), encode_json(element.start_labels))
    end = b'{"id":%b,"labels":%b}' % (encode_json(element.end_id), encode_json(element.end_labels))
    head = b'{"type":"relationship","id":%b,"label":%b,' % (
        encode_json(element.id),
        encode_json(element.type),
    )
    return head + b'"start":%b,"end":%b,' % (start, end) + tail
