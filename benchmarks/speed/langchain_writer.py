"""Run by `benchmarks.speed.peers` in an environment that has langchain-neo4j: writes the rows of a file, prints the seconds.

    python langchain_writer.py ROWS.json BOLT_URI PASSWORD_FILE plain|base_label|one_document

`Neo4jGraph.add_graph_documents` gets a `GraphDocument` for each news document, as its users have them: the nodes that the
document tells of, each once, and the relationships found there. "plain" is the call with nothing but the documents;
"base_label" adds the base label, which gives ids a uniqueness constraint; "one_document" is that with all in one document,
which it writes in two statements whatever the size.
"""

import json
import sys
import time
from pathlib import Path

from langchain_core.documents import Document
from langchain_neo4j import Neo4jGraph
from langchain_neo4j.graphs.graph_document import GraphDocument, Node, Relationship


def main() -> None:
    """Write once, print the seconds of it."""
    rows_file, uri, password_file, form = sys.argv[1:]
    rows = json.loads(Path(rows_file).read_text(encoding="utf-8"))
    password = Path(password_file).read_text(encoding="utf-8").strip()
    graph = Neo4jGraph(uri, "neo4j", password, refresh_schema=False)
    nodes = {row["id"]: Node(id=row["id"], type=row["type"], properties=row["properties"]) for row in rows["nodes"]}
    edges = [
        Relationship(
            source=nodes[row["start"]], target=nodes[row["end"]], type=row["type"], properties=row["properties"]
        )
        for row in rows["relationships"]
    ]
    homes = dict.fromkeys((*nodes, *map(id, edges)), "") if form == "one_document" else find_homes(nodes, edges)
    documents = [
        GraphDocument(
            source=Document(page_content=name),
            nodes=[nodes[node] for node in told],
            relationships=[edge for edge in edges if homes[id(edge)] == name],
        )
        for name, told in told_by(nodes, edges, homes).items()
    ]
    options = {} if form == "plain" else {"baseEntityLabel": True}
    begun = time.perf_counter()
    graph.add_graph_documents(documents, **options)
    print(time.perf_counter() - begun)


def find_homes(nodes: dict[str, Node], edges: list[Relationship]) -> dict[str | int, str]:
    """Return the document of each node, by its id, and of each edge, by its `id()`: the first to tell of it."""
    homes: dict[str | int, str] = {node: node for node in nodes if node.startswith("doc:")}
    homes |= {edge.source.id: edge.target.id for edge in edges if edge.type == "IN_DOCUMENT"}
    for edge in edges:
        if edge.type == "MENTIONS":
            homes.setdefault(edge.target.id, homes[edge.source.id])
    first = next(iter(homes.values()))
    homes |= {node: first for node in nodes if node not in homes}
    return homes | {id(edge): homes[edge.source.id] for edge in edges}


def told_by(
    nodes: dict[str, Node], edges: list[Relationship], homes: dict[str | int, str]
) -> dict[str, dict[str, None]]:
    """Return the ids of the nodes of each document, in order: those at home there and those its sentences mention."""
    told: dict[str, dict[str, None]] = {}
    for node in nodes:
        told.setdefault(homes[node], {})[node] = None
    for edge in edges:
        if edge.type == "MENTIONS":
            told[homes[edge.source.id]][edge.target.id] = None
    return told


if __name__ == "__main__":
    main()
