"""The graph as files for `neo4j-admin database import full`: the fastest way into an empty database.

One file a set of labels and one a relationship type, with the header that the tool wants (Operations Manual, "Neo4j Admin
import"). It writes files only; running the tool is the reader's business, the command stands in IMPORT.txt beside the files.
"""

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, TextIO

from graphbuilder.errors import StoreError
from graphbuilder.graph.elements import Element, Node, PropertyValue
from graphbuilder.graph.schema import NODE_PROPERTIES, RELATIONSHIP_TYPES, PropertyType, key_label
from graphbuilder.records.base import Record

LIST_SEPARATOR: Final = "\x1f"
"""Stands between the items of a list: a control character that no cleaned text holds."""
OPTIONS: Final = ("--array-delimiter=U+001F", "--id-type=string", "--multiline-fields=true")
"""How the files are to be read."""

_TYPES: Final[Mapping[type, str]] = {
    str: "string", int: "long", float: "double", bool: "boolean", date: "date", datetime: "datetime", list: "string[]",
}  # fmt: skip


class BulkFiles(Record, frozen=True):
    """What was written: counts, and the options of the tool that name the files, by path relative to their folder."""

    nodes: int
    relationships: int
    options: tuple[str, ...]


def write_bulk_files(elements: Iterable[Element], folder: Path) -> BulkFiles:
    """Write the graph into `folder`, which is made where it is missing and must be empty.

    Args:
        elements: Nodes and relationships, in any order; they are streamed.
        folder: Where the files go.

    Raises:
        StoreError: The folder cannot be written or holds something already, or a list holds the sign that divides lists.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise StoreError(f"{folder} is not empty; name a new folder for the files of the import")
        with ExitStack() as open_files:
            files: dict[str, TextIO] = {}
            counts = {"nodes": 0, "relationships": 0}
            for element in elements:
                kind, name, declared = _place_of(element)
                counts[kind] += 1
                if name not in files:
                    stream = (folder / name).open("w", encoding="utf-8", newline="")
                    files[name] = open_files.enter_context(stream)
                    files[name].write(_header(kind, declared))
                files[name].write(_row(element, declared))
        options = (*(f"--{_place(name)}={name}" for name in sorted(files)), *OPTIONS)
        (folder / "IMPORT.txt").write_text(_advice(options), encoding="utf-8")
    except OSError as error:
        raise StoreError(f"{folder}: the files of the import cannot be written: {error.strerror}") from error
    return BulkFiles(nodes=counts["nodes"], relationships=counts["relationships"], options=options)


def _place_of(element: Element) -> tuple[str, str, Mapping[str, PropertyType]]:
    if isinstance(element, Node):
        declared = NODE_PROPERTIES[key_label(element.labels)]
        return "nodes", f"nodes-{'-'.join(element.labels)}.csv", declared
    return "relationships", f"relationships-{element.type}.csv", RELATIONSHIP_TYPES[element.type].properties


def _place(name: str) -> str:
    return name.partition("-")[0]


def _header(kind: str, declared: Mapping[str, PropertyType]) -> str:
    properties = [f"{name}:{_TYPES[declared[name].type]}" for name in sorted(declared)]
    if kind == "nodes":
        return ",".join(["id:ID", ":LABEL", *properties]) + "\n"
    return ",".join([":START_ID", ":END_ID", ":TYPE", "id:string", *properties]) + "\n"


def _row(element: Element, declared: Mapping[str, PropertyType]) -> str:
    values: list[PropertyValue | None]
    if isinstance(element, Node):
        values = [element.id, list(element.labels)]
    else:
        values = [element.start_id, element.end_id, element.type, element.id]
    values += [element.properties.get(name) for name in sorted(declared)]
    return ",".join(map(_field, values)) + "\n"


def _field(value: PropertyValue | None) -> str:
    """Return a field; nothing at all stands for an absent property, two quotes for an empty text."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date():
            return value.isoformat()
        case list():
            if any(LIST_SEPARATOR in item for item in value):
                raise StoreError(
                    f"{value!r}: the sign {LIST_SEPARATOR!a} ends an item in the files of the import; take it out"
                )
            return _quoted(LIST_SEPARATOR.join(value))
    return _quoted(value)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _advice(options: Iterable[str]) -> str:
    return (
        "Stop the server, go to this folder, and run (it replaces the database neo4j):\n\n"
        f"neo4j-admin database import full neo4j --overwrite-destination {' '.join(options)}\n\n"
        "Then start the server. What was imported is the graph alone. The first graphbuilder command that opens it as a user\n"
        "who may write adds the constraints, the indexes, and one node that notes the version of the schema (:SchemaVersion):\n\n"
        "graphbuilder stats --store bolt://127.0.0.1:7687\n\n"
        "Until then searches lack their indexes. That node is no part of the graph: it is neither exported nor compared.\n"
    )
