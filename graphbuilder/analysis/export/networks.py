"""One network (a projection) as GraphML, GEXF with spells, node-link JSON or a CSV list of edges.

Equal networks give equal bytes. Every edge keeps the ids of its events. In GEXF an edge lives on the possible days of each of
its events, and a node on those of its edges, so that Gephi's timeline shows the network grow; what has no date is always
there.

References:
    GEXF 1.3 schema, gexf.net (spells). GraphML Primer. The node-link form is that of networkx and of D3.
"""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import networkx as nx

from graphbuilder.analysis.export.files import ExportSummary, replacing, write_rows
from graphbuilder.analysis.export.xml import plain, quoted, text_of, type_of
from graphbuilder.analysis.participations import Happening

Spell = tuple[date, date]


def spells_of(events: Mapping[str, Happening], keys: tuple[str, ...]) -> list[Spell]:
    """Return the possible days of some events, in order, each span once."""
    spans = {(event.first, event.last) for key in keys for event in (events[key],) if event.first and event.last}
    return sorted(spans)


def to_node_link(graph: nx.Graph) -> dict[str, object]:
    """Return a network as plain values: `directed`, `nodes` with their id, `links` with `source` and `target`; dates as text."""
    nodes = [{"id": key, **_plain_values(values)} for key, values in graph.nodes(data=True)]
    links = [{"source": one, "target": other, **_plain_values(values)} for one, other, values in graph.edges(data=True)]
    return {"directed": graph.is_directed(), "multigraph": False, "graph": {}, "nodes": nodes, "links": links}


def _plain_values(values: Mapping[str, object]) -> dict[str, object]:
    return {
        name: list(value) if isinstance(value, tuple) else value.isoformat() if isinstance(value, date) else value
        for name, value in values.items()
        if value is not None
    }


def write_node_link(graph: nx.Graph, path: Path) -> ExportSummary:
    """Write a network as node-link JSON; see `to_node_link`."""
    with replacing(path) as file:
        json.dump(to_node_link(graph), file, ensure_ascii=False, indent=1)
        file.write("\n")
    return _size(graph)


def write_edge_list(graph: nx.Graph, path: Path) -> ExportSummary:
    """Write the edges of a network as CSV: ends, their names and types, then what edges carry, lists joined by "; "."""
    names = _names([values for _, _, values in graph.edges(data=True)])
    columns = ("source", "target", "source_name", "target_name", "source_type", "target_type", *names)
    rows = (
        (one, other, *(graph.nodes[end][name] for name in ("name", "type") for end in (one, other)),
         *(plain(tie[name]) if tie.get(name) is not None else None for name in names))
        for one, other, tie in graph.edges(data=True)
    )  # fmt: skip
    write_rows(path, columns, rows)
    return _size(graph)


def write_graphml(graph: nx.Graph, path: Path) -> ExportSummary:
    """Write a network as GraphML."""
    nodes, edges = _columns(graph)
    with replacing(path) as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
        for scope, columns in (("node", nodes), ("edge", edges)):
            for name, kind in columns.items():
                file.write(f'<key id="{scope[0]}_{name}" for="{scope}" attr.name="{name}" attr.type="{kind}"/>\n')
        file.write(f'<graph edgedefault="{"directed" if graph.is_directed() else "undirected"}">\n')
        for key, values in graph.nodes(data=True):
            file.write(f"<node id={quoted(key)}>{_data('n', nodes, values)}</node>\n")
        for one, other, values in graph.edges(data=True):
            file.write(f"<edge source={quoted(one)} target={quoted(other)}>{_data('e', edges, values)}</edge>\n")
        file.write("</graph>\n</graphml>\n")
    return _size(graph)


def write_gexf(graph: nx.Graph, path: Path, events: Mapping[str, Happening]) -> ExportSummary:
    """Write a network as dynamic GEXF 1.3; `events` give the days on which edges and nodes live."""
    nodes, edges = _columns(graph)
    edges.pop("weight", None)  # an edge has one of its own, and Gephi takes no second column of that name
    lives: dict[str, set[Spell]] = {}
    always: set[str] = set()
    kind = "directed" if graph.is_directed() else "undirected"
    for one, other, tie in graph.edges(data=True):
        spells = spells_of(events, tie["events"])
        for end in (one, other):
            lives.setdefault(end, set()).update(spells)
            if not spells:
                always.add(end)
    with replacing(path) as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n')
        file.write(f'<graph defaultedgetype="{kind}" mode="dynamic" timeformat="date">\n')
        for scope, columns in (("node", nodes), ("edge", edges)):
            file.write(f'<attributes class="{scope}" mode="static">\n')
            for name, type_name in columns.items():
                file.write(f'<attribute id="{scope[0]}_{name}" title="{name}" type="{type_name}"/>\n')
            file.write("</attributes>\n")
        file.write("<nodes>\n")
        for key, values in graph.nodes(data=True):
            known = [] if key in always else sorted(lives.get(key, ()))
            head = f"<node id={quoted(key)} label={quoted(str(values['name']))}>"
            file.write(f"{head}{_attvalues('n', nodes, values)}{_spells(known)}</node>\n")
        file.write("</nodes>\n<edges>\n")
        for number, (one, other, tie) in enumerate(graph.edges(data=True)):
            head = f'<edge id="{number}" source={quoted(one)} target={quoted(other)} weight="{float(tie["weight"])}">'
            own = spells_of(events, tie["events"])
            file.write(f"{head}{_attvalues('e', edges, tie)}{_spells(own)}</edge>\n")
        file.write("</edges>\n</graph>\n</gexf>\n")
    return _size(graph)


def _spells(spells: list[Spell]) -> str:
    if not spells:
        return ""
    inside = "".join(f'<spell start="{start}" end="{end}"/>' for start, end in spells)
    return f"<spells>{inside}</spells>"


def _attvalues(scope: str, columns: dict[str, str], values: Mapping[str, object]) -> str:
    data = "".join(
        f'<attvalue for="{scope}_{name}" value={quoted(plain(values[name]))}/>'
        for name in columns
        if values.get(name) is not None
    )
    return f"<attvalues>{data}</attvalues>"


def _data(scope: str, columns: dict[str, str], values: Mapping[str, object]) -> str:
    return "".join(
        f'<data key="{scope}_{name}">{text_of(values[name])}</data>' for name in columns if values.get(name) is not None
    )


def _names(all_values: list[dict[str, object]]) -> list[str]:
    return list(dict.fromkeys(name for values in all_values for name in values))


def _columns(graph: nx.Graph) -> tuple[dict[str, str], dict[str, str]]:
    columns = []
    for all_values in ([v for _, v in graph.nodes(data=True)], [v for _, _, v in graph.edges(data=True)]):
        found = {
            name: type_of(values[name] for values in all_values if values.get(name) is not None)
            for name in _names(all_values)
        }
        columns.append(found)
    return columns[0], columns[1]


def _size(graph: nx.Graph) -> ExportSummary:
    return ExportSummary(nodes=len(graph), relationships=graph.number_of_edges())
