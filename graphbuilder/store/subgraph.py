"""The nodes and relationships that an answer holds or names: what there is to draw.

Cells that are nodes, relationships or paths count as they are. Of an answer in plain values the ids count: their nodes are asked
for, with who and what belongs to the events among them (cypher/view/ids.cypher).
"""

from collections.abc import Iterator, Mapping

import msgspec

from graphbuilder.errors import QueryError
from graphbuilder.graph.identifiers import find_labels
from graphbuilder.store.base import GraphStore
from graphbuilder.store.queries import Answering, Table, bind, load_query, run_query
from graphbuilder.store.values import Plain

NAMED_ONLY = frozenset({"Document", "Sentence"})
"""Labels of nodes that are not drawn for being named in an answer."""


class Drawn(msgspec.Struct, frozen=True, kw_only=True):
    """Nodes as `{"id", "labels", "properties"}` and relationships as `{"type", "start", "end", "properties"}`, sorted."""

    nodes: tuple[dict[str, Plain], ...]
    relationships: tuple[dict[str, Plain], ...]


def find_subgraph(
    store: GraphStore,
    text_or_name: str,
    parameters: Mapping[str, object] | None = None,
    *,
    limit: int = 400,
    timeout: float = 60.0,
) -> Drawn:
    """Return what an answer holds or names; arguments and errors are those of `queries.run_query`.

    Raises:
        QueryError: Also where nothing can be drawn: the answer is empty, or names nothing of the graph.
    """
    table = run_query(store, text_or_name, parameters, limit=limit, timeout=timeout)
    found = collect(table)
    ids = sorted(set(_ids(list(table.rows))))[:limit]
    if not found.nodes and ids and isinstance(store, Answering):
        query = load_query("view/ids")
        given = bind(query, {"ids": ids, "limit": limit})
        found = collect(store.answer(query.text, given, limit=limit, timeout=timeout))
    if not found.nodes:
        raise QueryError("there is nothing to draw: the answer holds and names no node of the graph")
    return found


def collect(table: Table) -> Drawn:
    """Return the nodes and relationships in the cells of an answer; a relationship with an end that is not there is left out."""
    nodes: dict[str, dict[str, Plain]] = {}
    edges: dict[str, dict[str, Plain]] = {}
    for part in _parts(list(table.rows)):
        properties = part["properties"]
        identifier = properties.get("id") if isinstance(properties, dict) else None
        if not isinstance(identifier, str):
            continue
        if "labels" in part:
            nodes[identifier] = {"id": identifier, **part}
        else:
            edges[identifier] = part
    kept = [edge for _, edge in sorted(edges.items()) if edge["start"] in nodes and edge["end"] in nodes]
    return Drawn(nodes=tuple(node for _, node in sorted(nodes.items())), relationships=tuple(kept))


def _parts(value: object) -> Iterator[dict[str, Plain]]:
    """Yield what looks like a node or a relationship, however deep."""
    if isinstance(value, dict):
        if isinstance(value.get("properties"), dict) and (
            "labels" in value or {"type", "start", "end"} <= value.keys()
        ):
            yield value
            return
        for inner in value.values():
            yield from _parts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _parts(inner)


def _ids(value: object) -> Iterator[str]:
    if isinstance(value, str) and find_labels(value) and not NAMED_ONLY.intersection(find_labels(value)):
        yield value
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _ids(inner)
