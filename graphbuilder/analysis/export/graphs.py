"""The whole property graph as GraphML or GEXF, for Gephi, Cytoscape, yEd, networkx and the like.

Written as it streams, from the declared schema: memory does not grow with the graph, and equal graphs give equal bytes.
Every property of the model is declared; a list is joined by "; ", a date is an ISO string, and properties that hold a
wall-clock time are left out, as in the JSONL file. Parallel relationships stay apart, each with its id and type.

References:
    GraphML Primer, graphml.graphdrawing.org. GEXF 1.3 Primer, gexf.net.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from graphbuilder.analysis.export.files import ExportSummary, replacing
from graphbuilder.analysis.export.xml import XML_TYPES, plain, quoted, text_of
from graphbuilder.errors import SchemaError
from graphbuilder.graph.elements import VOLATILE_PROPERTIES, Element, Node, PropertyValue, Relationship
from graphbuilder.graph.schema import NODE_PROPERTIES, RELATIONSHIP_TYPES, PropertyType, check_element


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
    with replacing(path) as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
        for scope, columns in (("node", NODE_COLUMNS), ("edge", EDGE_COLUMNS)):
            for name, kind in columns.items():
                declared = XML_TYPES.get(kind, "string")
                file.write(f'<key id="{scope[0]}_{name}" for="{scope}" attr.name="{name}" attr.type="{declared}"/>\n')
        file.write('<graph edgedefault="directed">\n')
        nodes = edges = 0
        for element in _nodes_first(elements):
            scope, start, end = ("n", "<node", "</node>")
            if isinstance(element, Relationship):
                source, target = quoted(element.start_id), quoted(element.end_id)
                scope, start, end = ("e", f"<edge source={source} target={target}", "</edge>")
                edges += 1
            else:
                nodes += 1
            data = "".join(f'<data key="{scope}_{name}">{text_of(value)}</data>' for name, value in _values(element))
            file.write(f"{start} id={quoted(element.id)}>{data}{end}\n")
        file.write("</graph>\n</graphml>\n")
    return ExportSummary(nodes=nodes, relationships=edges)


def write_gexf(elements: Iterable[Element], path: Path) -> ExportSummary:
    """Write `elements`, nodes first as a store gives them, as GEXF 1.3; `path` appears only when it is whole.

    A node's label is its name; an edge's label and kind are its type, which keeps parallel edges apart in Gephi.

    Raises:
        SchemaError: An element the graph model does not know, or a node after a relationship.
        StoreError: The file cannot be written.
    """
    with replacing(path) as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n')
        file.write('<graph defaultedgetype="directed" mode="static">\n')
        for scope, columns in (("node", NODE_COLUMNS), ("edge", EDGE_COLUMNS)):
            file.write(f'<attributes class="{scope}" mode="static">\n')
            for name, kind in columns.items():
                declared = XML_TYPES.get(kind, "string")
                file.write(f'<attribute id="{scope[0]}_{name}" title="{name}" type="{declared}"/>\n')
            file.write("</attributes>\n")
        file.write("<nodes>\n")
        nodes = edges = 0
        for element in _nodes_first(elements):
            if isinstance(element, Node):
                scope, end = "n", "</node>"
                start = f"<node id={quoted(element.id)} label={quoted(str(element.properties['name']))}"
                nodes += 1
            else:
                if not edges:
                    file.write("</nodes>\n<edges>\n")
                scope, end, kind_of_edge = "e", "</edge>", quoted(element.type)
                ends = f"source={quoted(element.start_id)} target={quoted(element.end_id)}"
                start = f"<edge id={quoted(element.id)} {ends} label={kind_of_edge} kind={kind_of_edge}"
                edges += 1
            data = "".join(
                f'<attvalue for="{scope}_{name}" value={quoted(plain(value))}/>' for name, value in _values(element)
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
