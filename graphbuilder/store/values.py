"""Elements and values as each store keeps them, and back: lines of JSON, values of the driver, plain JSON for tables.

Nothing is opened, read or written here.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from math import isfinite
from typing import Literal

import msgspec
import neo4j.graph
import neo4j.spatial
import neo4j.time

from graphbuilder.errors import SchemaError, StoreError
from graphbuilder.graph.elements import Element, Node, Properties, PropertyValue, Relationship
from graphbuilder.graph.schema import (
    LABEL_SETS,
    NODE_PROPERTIES,
    RELATIONSHIP_TYPES,
    PropertyType,
    check_element,
    key_label,
)

DECLARED_LABELS: frozenset[str] = frozenset().union(*LABEL_SETS)
"""Every label of the graph model; any other label on a node is its reader's own."""

Plain = str | int | float | bool | list["Plain"] | dict[str, "Plain"] | None
"""What JSON can say."""


class LineKey(msgspec.Struct, frozen=True):
    """The part of a line that says which element it is."""

    type: Literal["node", "relationship"]
    id: str

    @property
    def sort_key(self) -> tuple[int, str]:
        """The same as `graph.elements.sort_key` of the whole element."""
        return (0 if self.type == "node" else 1, self.id)


class _End(msgspec.Struct, frozen=True):
    id: str
    labels: tuple[str, ...]


class _NodeLine(msgspec.Struct, frozen=True, tag_field="type", tag="node", forbid_unknown_fields=True):
    id: str
    labels: tuple[str, ...]
    properties: dict[str, str | int | float | bool | list[str]]


class _RelationshipLine(msgspec.Struct, frozen=True, tag_field="type", tag="relationship", forbid_unknown_fields=True):
    id: str
    label: str
    start: _End
    end: _End
    properties: dict[str, str | int | float | bool | list[str]]


_key_decoder = msgspec.json.Decoder(LineKey)
_line_decoder = msgspec.json.Decoder(_NodeLine | _RelationshipLine)


def decode_key(line: bytes, origin: str) -> LineKey:
    """Return which element a line of JSON stands for, without looking at its properties.

    Raises:
        StoreError: The line is broken; `origin` ("graph.jsonl:17") names it.
    """
    try:
        return _key_decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise StoreError(f"{origin}: not a line of a graph file: {error}") from error


def decode(line: bytes, origin: str = "line") -> Element:
    """Return the element that a line of JSON stands for: the inverse of `graph.elements.encode`.

    Dates come back as `date`, by the declared type of their property.

    Args:
        line: One line, with or without its newline.
        origin: File and line number for the message: "graph.jsonl:17".

    Raises:
        StoreError: The line is broken, or the graph model does not know what it says.
    """
    try:
        raw = _line_decoder.decode(line)
        if isinstance(raw, _NodeLine):
            properties = _typed(raw.properties, NODE_PROPERTIES[key_label(raw.labels)])
            element: Element = Node(id=raw.id, labels=raw.labels, properties=properties)
        else:
            declared = RELATIONSHIP_TYPES.get(raw.label)
            element = Relationship(
                id=raw.id,
                type=raw.label,
                start_id=raw.start.id,
                start_labels=raw.start.labels,
                end_id=raw.end.id,
                end_labels=raw.end.labels,
                properties=_typed(raw.properties, declared.properties if declared else {}),
            )
        check_element(element)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise StoreError(f"{origin}: not a line of a graph file: {error}") from error
    except (SchemaError, ValueError) as error:
        raise StoreError(f"{origin}: {error}") from error
    return element


def _typed(
    properties: Mapping[str, str | int | float | bool | list[str]], declared: Mapping[str, PropertyType]
) -> dict[str, PropertyValue]:
    typed: dict[str, PropertyValue] = {}
    for name, value in properties.items():
        wanted = declared[name].type if name in declared else None
        if wanted is date and isinstance(value, str):
            typed[name] = date.fromisoformat(value)
        elif wanted is float and type(value) is int:
            typed[name] = float(value)
        else:
            typed[name] = value
    return typed


def to_server(properties: Properties) -> dict[str, object]:
    """Return `properties` as the driver takes them: a date as it is, a point in time in UTC."""
    return {name: value.astimezone(UTC) if isinstance(value, datetime) else value for name, value in properties.items()}


def from_server(properties: Mapping[str, object], declared: Mapping[str, PropertyType]) -> dict[str, PropertyValue]:
    """Return the declared ones among `properties`, as Python values; any other is its reader's own and left out."""
    return {name: _native(value) for name, value in properties.items() if name in declared}


def _native(value: object) -> PropertyValue:
    if isinstance(value, str | int | float):  # bool is an int
        return value
    if isinstance(value, neo4j.time.Date | neo4j.time.DateTime):
        return value.to_native()
    if isinstance(value, list):
        return [item if isinstance(item, str) else str(item) for item in value]
    return str(value)  # a type we never write: it differs from whatever is wanted, and is written anew


def plain(value: object) -> Plain:
    """Return a value of a query's answer as JSON can say it.

    A node becomes {"labels", "properties"}, a relationship {"type", "start", "end", "properties"} with the `id` of its
    ends, a path {"nodes", "relationships"}; dates, times and durations ISO strings; a point {"srid", "x", "y"}.
    """
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        return value if isfinite(value) else str(value)
    if isinstance(value, neo4j.graph.Node):
        return {"labels": [*sorted(value.labels)], "properties": _plain_map(value)}
    if isinstance(value, neo4j.graph.Relationship):
        start, end = (plain(node.get("id")) if node is not None else None for node in value.nodes)
        return {"type": value.type, "start": start, "end": end, "properties": _plain_map(value)}
    if isinstance(value, neo4j.graph.Path):
        return {
            "nodes": [plain(node) for node in value.nodes],
            "relationships": [plain(step) for step in value.relationships],
        }
    if isinstance(value, neo4j.spatial.Point):
        return {"srid": value.srid, **dict(zip("xyz", (float(axis) for axis in value), strict=False))}
    if isinstance(value, neo4j.time.Date | neo4j.time.DateTime | neo4j.time.Time | neo4j.time.Duration):
        return value.iso_format()
    if isinstance(value, Mapping):
        return _plain_map(value)
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, bytes | bytearray):
        return value.hex()
    return str(value)


def _plain_map(value: Mapping[str, object] | neo4j.graph.Entity) -> dict[str, Plain]:
    return {str(name): plain(item) for name, item in sorted(value.items())}
