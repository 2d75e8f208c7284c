"""Run by `benchmarks.speed.peers` in an environment that has langchain-neo4j: writes the rows of a file, prints the seconds.

    python langchain_writer.py ROWS.json BOLT_URI PASSWORD_FILE

Nodes and relationships go in through `Neo4jGraph.add_graph_documents`, in documents of 1,000 elements (it writes a document in
one statement whatever its size), with the base label that gives it a uniqueness constraint: its faster way.
"""

import json
import sys
import time
from itertools import islice
from pathlib import Path

from langchain_core.documents import Document
from langchain_neo4j import Neo4jGraph
from langchain_neo4j.graphs.graph_document import GraphDocument, Node, Relationship

BATCH = 1_000


def main() -> None:
    """Write once, print the seconds of it."""
    rows_file, uri, password_file = sys.argv[1:]
    rows = json.loads(Path(rows_file).read_text(encoding="utf-8"))
    graph = Neo4jGraph(uri, "neo4j", Path(password_file).read_text(encoding="utf-8").strip(), refresh_schema=False)
    nodes = {row["id"]: Node(id=row["id"], type=row["type"], properties=row["properties"]) for row in rows["nodes"]}
    edges = [
        Relationship(
            source=nodes[row["start"]], target=nodes[row["end"]], type=row["type"], properties=row["properties"]
        )
        for row in rows["relationships"]
    ]
    source = Document(page_content="benchmark")
    documents = []
    for kind, elements in (("nodes", list(nodes.values())), ("relationships", edges)):
        stream = iter(elements)
        while batch := list(islice(stream, BATCH)):
            both = {"nodes": [], "relationships": [], kind: batch}
            documents.append(GraphDocument(source=source, **both))
    begun = time.perf_counter()
    graph.add_graph_documents(documents, baseEntityLabel=True, include_source=False)
    print(time.perf_counter() - begun)


if __name__ == "__main__":
    main()
