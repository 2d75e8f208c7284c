"""The whole property graph as GraphML or GEXF, for Gephi, Cytoscape, yEd, networkx and the like.

Written as it streams, from the declared schema: memory does not grow with the graph, and equal graphs give equal bytes.
Every property of the model is declared; a list is joined by "; ", a date is an ISO string, and properties that hold a
wall-clock time are left out, as in the JSONL file. Parallel relationships stay apart, each with its id and type.

References:
    GraphML Primer, graphml.graphdrawing.org. GEXF 1.3 Primer, gexf.net.
"""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from graphbuilder.errors import SchemaError, StoreError
from graphbuilder.graph.elements import VOLATILE_PROPERTIES, Element, Node, PropertyValue, Relationship
from graphbuilder.graph.schema import NODE_PROPERTIES, RELATIONSHIP_TYPES, PropertyType, check_element
from graphbuilder.records.base import Record

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 may not hold in any form; a control character in scraped text would make the whole file unreadable."""

_XML_TYPES = {int: "long", float: "double", bool: "boolean"}
"""The names both formats give to Python's types; anything else is a string."""


class ExportSummary(Record, frozen=True):
    """How much was written."""

    nodes: int
    relationships: int


def _merged(declared: Iterable[dict[str, PropertyType]]) -> dict[str, type[PropertyValue]]:
    merged = {name: kind.type for properties in declared for name, kind in properties.items()}
    return {name: merged[name] for name in sorted(merged) if name not in VOLATILE_PROPERTIES}


NODE_COLUMNS: dict[str, type[PropertyValue]] = {"labels": list, **_merged(NODE_PROPERTIES.values())}
EDGE_COLUMNS: dict[str, type[PropertyValue]] = {
    "type": str,
    **_merged(kind.properties for kind in RELATIONSHIP_TYPES.values()),
}
"""The columns of nodes and of edges with their types: labels or type first, then the declared properties by name."""


def write_graphml(elements: Iterable[Element], path: Path) -> ExportSummary:
    """Write `elements`, nodes first as a store gives them, as GraphML; `path` appears only when it is whole.

    Raises:
        SchemaError: An element the graph model does not know, or a node after a relationship.
        StoreError: The file cannot be written.
    """
    with _replacing(path) as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
        for scope, columns in (("node", NODE_COLUMNS), ("edge", EDGE_COLUMNS)):
            for name, kind in columns.items():
                declared = _XML_TYPES.get(kind, "string")
                file.write(f'<key id="{scope[0]}_{name}" for="{scope}" attr.name="{name}" attr.type="{declared}"/>\n')
        file.write('<graph edgedefault="directed">\n')
        nodes = edges = 0
        for element in _nodes_first(elements):
            scope, start, end = ("n", "<node", "</node>")
            if isinstance(element, Relationship):
                source, target = _quote(element.start_id), _quote(element.end_id)
                scope, start, end = ("e", f"<edge source={source} target={target}", "</edge>")
                edges += 1
            else:
                nodes += 1
            data = "".join(f'<data key="{scope}_{name}">{_text(value)}</data>' for name, value in _values(element))
            file.write(f"{start} id={_quote(element.id)}>{data}{end}\n")
        file.write("</graph>\n</graphml>\n")
    return ExportSummary(nodes=nodes, relationships=edges)


def write_gexf(elements: Iterable[Element], path: Path) -> ExportSummary:
    """Write `elements`, nodes first as a store gives them, as GEXF 1.3; `path` appears only when it is whole.

    A node's label is its name; an edge's label and kind are its type, which keeps parallel edges apart in Gephi.

    Raises:
        SchemaError: An element the graph model does not know, or a node after a relationship.
        StoreError: The file cannot be written.
    """
    with _replacing(path) as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n')
        file.write('<graph defaultedgetype="directed" mode="static">\n')
        for scope, columns in (("node", NODE_COLUMNS), ("edge", EDGE_COLUMNS)):
            file.write(f'<attributes class="{scope}" mode="static">\n')
            for name, kind in columns.items():
                declared = _XML_TYPES.get(kind, "string")
                file.write(f'<attribute id="{scope[0]}_{name}" title="{name}" type="{declared}"/>\n')
            file.write("</attributes>\n")
        file.write("<nodes>\n")
        nodes = edges = 0
        for element in _nodes_first(elements):
            if isinstance(element, Node):
                scope, end = "n", "</node>"
                start = f"<node id={_quote(element.id)} label={_quote(str(element.properties['name']))}"
                nodes += 1
            else:
                if not edges:
                    file.write("</nodes>\n<edges>\n")
                scope, end, kind_of_edge = "e", "</edge>", _quote(element.type)
                ends = f"source={_quote(element.start_id)} target={_quote(element.end_id)}"
                start = f"<edge id={_quote(element.id)} {ends} label={kind_of_edge} kind={kind_of_edge}"
                edges += 1
            data = "".join(
                f'<attvalue for="{scope}_{name}" value={_quote(_plain(value))}/>' for name, value in _values(element)
            )
            file.write(f"{start}><attvalues>{data}</attvalues>{end}\n")
        file.write("</edges>\n" if edges else "</nodes>\n<edges>\n</edges>\n")
        file.write("</graph>\n</gexf>\n")
    return ExportSummary(nodes=nodes, relationships=edges)


def _nodes_first(elements: Iterable[Element]) -> Iterator[Element]:
    in_edges = False
    for element in elements:
        check_element(element)
        if isinstance(element, Relationship):
            in_edges = True
        elif in_edges:
            raise SchemaError(f"node {element.id} comes after a relationship: give nodes first, as a store reads them")
        yield element


def _values(element: Element) -> Iterator[tuple[str, PropertyValue]]:
    if isinstance(element, Node):
        yield "labels", list(element.labels)
    else:
        yield "type", element.type
    for name in sorted(element.properties):
        if name not in VOLATILE_PROPERTIES:
            yield name, element.properties[name]


def _plain(value: PropertyValue) -> str:
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _text(value: PropertyValue) -> str:
    return escape(_NOT_XML.sub("\ufffd", _plain(value)), {"\r": "&#13;"})


def _quote(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", text))


@contextmanager
def _replacing(path: Path) -> Iterator[TextIO]:
    """Open a file beside `path` that takes its place when the block ends well and leaves nothing when it does not."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8", newline="\n") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise StoreError(f"cannot write {path}: {error.strerror}; choose another path or free some space") from error
    finally:
        if part.parent.is_dir():
            part.unlink(missing_ok=True)
