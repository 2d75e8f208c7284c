"""Adapters for what only shows across documents: ecbplus, timeline_semeval15, story_clusters.

All documents of a set are resolved together, as a build does, and the predictions are read from the resulting graph.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from benchmarks.quality.sources import Prediction, Row, Task, annotated, day, document, read_lines
from graphbuilder.graph.elements import Node, PropertyValue, Relationship
from graphbuilder.ingest.duplicates import signature
from graphbuilder.ontology import load_ontology
from graphbuilder.pipeline.derive import derive
from graphbuilder.records.annotation import Annotation
from graphbuilder.records.document import Document
from graphbuilder.records.identity import fold
from graphbuilder.store.values import decode
from graphbuilder.workspace.log import Workspace
from graphbuilder.workspace.view import View

_DATE_PARTS: Final = {"day": 3, "week": 2, "month": 2, "quarter": 1, "season": 1, "year": 1}
_KIND_OF_ENTITY: Final = {"Person": "human", "Organization": "human", "Group": "human", "Place": "loc"}


class Mention(NamedTuple):
    """One MENTIONS edge: what is mentioned, in which document, where, and in which words."""

    target: str
    document: str
    start: int
    end: int
    text: str


class Graph(NamedTuple):
    """The resolved graph of a set: nodes by id, mentions of events and entities, participations (entity to events)."""

    nodes: dict[str, Node]
    mentions: list[Mention]
    participations: dict[str, set[str]]


def resolved(pairs: Iterable[tuple[Document, Annotation]]) -> Graph:
    """Return the graph of these documents, derived as a build derives it."""
    with TemporaryDirectory() as folder, Workspace(Path(folder) / "log.sqlite") as workspace:
        with workspace.transaction():
            for item, annotation in pairs:
                workspace.put(item, annotation, signature(item.text))
        derive(workspace, load_ontology(), lambda _: None)
        elements = [decode(line) for line in View(workspace).element_lines()]
    nodes = {element.id: element for element in elements if isinstance(element, Node)}
    edges = [element for element in elements if isinstance(element, Relationship)]
    home = {edge.start_id: edge.end_id for edge in edges if edge.type == "IN_DOCUMENT"}
    mentions = [
        Mention(
            edge.end_id, home[edge.start_id], int(str(edge.properties["start_char"])), int(str(edge.properties["end_char"])),
            str(edge.properties["text"]),
        )
        for edge in edges
        if edge.type == "MENTIONS"
    ]  # fmt: skip
    participations: dict[str, set[str]] = {}
    for edge in edges:
        if edge.type == "PARTICIPATED_IN":
            participations.setdefault(edge.start_id, set()).add(edge.end_id)
    return Graph(nodes, mentions, participations)


def ecbplus(task: Task) -> Iterator[Prediction]:
    """Mentions of events and entities, chained by the node they resolve to."""
    graph, key_of = _whole(task.rows, "doc_id", lambda row: document(row["doc_id"], row["text"]))
    by_document: dict[str, list[Prediction]] = {}
    for mention in graph.mentions:
        node = graph.nodes[mention.target]
        kind = "event" if "Event" in node.labels else next(
            (_KIND_OF_ENTITY[label] for label in node.labels if label in _KIND_OF_ENTITY), None
        )  # fmt: skip
        if kind:
            by_document.setdefault(mention.document, []).append({
                "start": mention.start, "end": mention.end, "kind": kind, "chain": node.id,
                "negated": node.properties.get("status") == "negated",
            })  # fmt: skip
    for document_id, key in key_of.items():
        yield {"doc_id": key, "mentions": by_document.get(document_id, [])}


def story_clusters(task: Task) -> Iterator[Prediction]:
    """Articles joined where they report the same resolved event other than a mere statement, and where one copies another."""
    graph, key_of = _whole(
        task.rows,
        "doc_id",
        lambda row: document(
            row["doc_id"], row["text"], published=day(row["date"]), title=row["title"], url=row["url"]
        ),
    )
    parent = {document_id: document_id for document_id in key_of}

    def root(one: str) -> str:
        while parent[one] != one:
            one = parent[one]
        return one

    reports = sorted(
        (mention.target, mention.document) for mention in graph.mentions if _is_deed(graph.nodes[mention.target])
    )
    for _, group in groupby(reports, key=lambda pair: pair[0]):
        documents = [document_id for _, document_id in group]
        for other in documents[1:]:
            parent[root(other)] = root(documents[0])
    for document_id, key in key_of.items():
        yield {"doc_id": key, "cluster": root(document_id)}


def _is_deed(node: Node) -> bool:
    return "Event" in node.labels and "Statement" not in node.labels


def timeline_semeval15(task: Task) -> Iterator[Prediction]:
    """The events an entity takes part in, by date; the documents lie beside the gold file (docs.jsonl)."""
    documents = read_lines(task.folder / "docs.jsonl")
    graphs: dict[str, tuple[Graph, dict[str, Row]]] = {}
    for row in task.rows:
        corpus = row["corpus"]
        if corpus not in graphs:
            texts = [one for one in documents if one["corpus"] == corpus]
            graph, key_of = _whole(texts, "doc_id", _timeline_document)
            by_key = {one["doc_id"]: one for one in texts}
            graphs[corpus] = (graph, {document_id: by_key[key] for document_id, key in key_of.items()})
        yield {"id": row["id"], "timeline": _timeline(*graphs[corpus], row["entity"])}


def _timeline_document(row: Row) -> Document:
    text = "\n".join(row["sentences"])
    return document(row["doc_id"], text, published=day(row["date"]), title=row["title"], url=row["url"])


def _timeline(graph: Graph, sources: dict[str, Row], entity: str) -> list[Prediction]:
    wanted = set(fold(entity).split())
    events: set[str] = set()
    for entity_id, taken in graph.participations.items():
        if any(wanted <= set(fold(name).split()) for name in _names(graph.nodes[entity_id])):
            events |= taken
    dates = {event: _masked(graph.nodes[event]) for event in events}
    order = {
        value: place for place, value in enumerate(sorted({value for value in dates.values() if value[0] != "X"}), 1)
    }
    where: dict[str, list[Prediction]] = {}
    for mention in graph.mentions:
        if mention.target in events:
            source = sources[mention.document]
            where.setdefault(mention.target, []).append({
                "doc_id": source["doc_id"], "sentence": _sentence(source, mention.start), "text": mention.text,
            })  # fmt: skip
    return [
        {"date": dates[event], "order": order.get(dates[event], 0), "mentions": where[event]}
        for event in sorted(events, key=lambda event: (order.get(dates[event], 0), event))
        if event in where
    ]


def _names(node: Node) -> list[str]:
    aliases: PropertyValue = node.properties.get("aliases", [])
    return [str(node.properties["name"]), *(aliases if isinstance(aliases, list) else [])]


def _masked(node: Node) -> str:
    """Return an event's first day with XX for what its precision does not know."""
    known = _DATE_PARTS.get(str(node.properties.get("date_precision")), 0)
    parts = str(node.properties.get("start", "XXXX-XX-XX"))[:10].split("-")
    return "-".join(part if place < known else "X" * len(part) for place, part in enumerate(parts))


def _sentence(source: Row, char: int) -> int:
    """Return the id of the sentence that holds a character of the joined text."""
    end = 0
    for number, sentence in zip(source["sentence_ids"], source["sentences"], strict=True):
        end += len(sentence) + 1
        if char < end:
            return int(number)
    return int(source["sentence_ids"][-1])


def _whole(rows: list[Row], key: str, to_document: Callable[[Row], Document]) -> tuple[Graph, dict[str, str]]:
    """Return the graph of all rows, and each document's id with the row's key."""
    key_of: dict[str, str] = {}

    def pairs() -> Iterator[tuple[Document, Annotation]]:
        for row, item, annotation in annotated(rows, to_document):
            key_of[item.id] = row[key]
            yield item, annotation

    return resolved(pairs()), key_of
