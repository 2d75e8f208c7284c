"""How fast a graph is written to Neo4j: our synchronisation beside the bare statements it is made of.

    python -m benchmarks.speed.write [--save] [--rounds 3]

Starts a private server in a temporary folder. Both sides write the same 5,000 nodes and 20,000 relationships into the emptied
database under the same constraints, by turns, after one unmeasured round; the figure is the median. "bare" is
`UNWIND $rows MERGE` in batches of 1,000, a transaction each, with rows made beforehand: no reading, no checking, no counting.
Ours may CREATE where the bare statement must MERGE: it has compared first, and a constraint refuses what is there by now.
"again" is our second run over the same graph, which reads everything and writes nothing.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import partial
from itertools import groupby
from pathlib import Path
from statistics import median

import platformdirs
from neo4j import Driver, GraphDatabase, ManagedTransaction

from benchmarks.speed.results import save
from graphbuilder import server
from graphbuilder.graph.elements import Element, Node, PropertyValue, Relationship, sort_key
from graphbuilder.graph.identifiers import labels_of
from graphbuilder.graph.schema import KEY_LABELS, key_label
from graphbuilder.ontology import EVENT_LABELS
from graphbuilder.store.neo4j_store import Neo4jStore

GOAL = 0.85
BATCH = 1_000

MERGE_NODES = "UNWIND $rows AS row MERGE (n:KEY_LABEL {id: row.id}) SET n += row.props, n:$(row.labels)"
MERGE_RELATIONSHIPS = """
UNWIND $rows AS row
MATCH (a:START_LABEL {id: row.start})
MATCH (b:END_LABEL {id: row.end})
MERGE (a)-[r:RELATIONSHIP_TYPE {id: row.id}]->(b)
SET r += row.props
"""

Rows = list[tuple[str, list[dict[str, object]]]]


def make_graph(seed: int = 1) -> list[Element]:
    """Return 5,000 nodes and 20,000 relationships in the shapes and shares of a news graph, a few names in most of it."""
    draw = random.Random(seed)  # noqa: S311 - the same graph each time is the point
    documents = [_node("doc:", i, sha256=f"{i:064x}", extractor="bench 1", url=f"x:{i}") for i in range(100)]
    sentences = [
        _node("sentence:", i, text=f"Sentence {i} " + "of some words " * 8, index=i, start_char=0, end_char=120)
        for i in range(1_800)
    ]
    kinds = ["person:", "organization:", "place:country:", "place:"]
    entities = [
        _node(kinds[i % 4], i, aliases=[f"Alias {i}", f"A. {i}"], mention_count=1 + i % 9) for i in range(1_100)
    ]
    events = [_event(i) for i in range(2_000)]
    places = [node for node in entities if "Place" in node.labels]

    def pick(nodes: list[Node]) -> Node:
        return nodes[int(len(nodes) * draw.random() ** 3)]

    plan: list[tuple[str, int, list[Node], list[Node]]] = [
        ("IN_DOCUMENT", 1_800, sentences, documents), ("MENTIONS", 9_000, sentences, entities + events),
        ("PARTICIPATED_IN", 5_200, entities, events), ("LOCATED_IN", 1_500, events, places),
        ("DESTINATION", 300, events, places), ("PART_OF", 400, events, events), ("CONTENT", 900, events, events),
        ("AFFILIATED_WITH", 900, entities, places),
    ]  # fmt: skip
    extra: dict[str, dict[str, PropertyValue]] = {
        "MENTIONS": {"text": "word", "start_char": 3, "end_char": 7}, "PARTICIPATED_IN": {"role": "participant"},
    }  # fmt: skip
    elements: list[Element] = [*documents, *sentences, *entities, *events]
    for kind, count, starts, ends in plan:
        for i in range(count):
            start, end = starts[i % len(starts)], pick(ends)
            elements.append(
                Relationship(
                    id=f"{kind.lower()}:{i:06}", type=kind, start_id=start.id, start_labels=start.labels, end_id=end.id,
                    end_labels=end.labels, properties={"confidence": 0.5 + i % 50 / 100, **extra.get(kind, {})},
                )
            )  # fmt: skip
    return sorted(elements, key=sort_key)


def _node(prefix: str, number: int, **properties: PropertyValue) -> Node:
    node_id = f"{prefix}{number:06}"
    return Node(id=node_id, labels=labels_of(node_id), properties={"name": f"{prefix} {number}", **properties})


def _event(number: int) -> Node:
    label = EVENT_LABELS[number % len(EVENT_LABELS)]
    day = date(2015, 1, 1) + timedelta(days=number)
    return _node(
        f"event:{label.lower()}-", number, type=label, start=day, end=day, date_precision="day",
        status="actual", confidence=0.8, mention_count=2, source_count=1, rule="bench", plover="CONSULT", intensity=1.5,
    )  # fmt: skip


def bare_rows(elements: list[Element]) -> Rows:
    """Return statements with their rows, as a hand-written loader would have them."""

    def names(element: Element) -> tuple[tuple[str, str], ...]:
        if isinstance(element, Node):
            return (("KEY_LABEL", key_label(element.labels)),)
        ends = (("START_LABEL", key_label(element.start_labels)), ("END_LABEL", key_label(element.end_labels)))
        return (("RELATIONSHIP_TYPE", element.type), *ends)

    def row(element: Element) -> dict[str, object]:
        if isinstance(element, Node):
            return {"id": element.id, "labels": list(element.labels), "props": dict(element.properties)}
        return {"id": element.id, "start": element.start_id, "end": element.end_id, "props": dict(element.properties)}

    grouped = groupby(sorted(elements, key=lambda e: (sort_key(e)[0], names(e))), key=names)
    found: Rows = []
    for key, group in grouped:
        text = MERGE_NODES if key[0][0] == "KEY_LABEL" else MERGE_RELATIONSHIPS
        for placeholder, name in key:
            text = text.replace(placeholder, name)
        found.append((text, [row(element) for element in group]))
    return found


def write_bare(driver: Driver, rows: Rows) -> None:
    """Send every row, a batch to a transaction."""
    with driver.session() as session:
        for text, group in rows:
            for start in range(0, len(group), BATCH):
                batch = group[start : start + BATCH]
                session.execute_write(partial(_send, text=text, batch=batch))


def _send(transaction: ManagedTransaction, text: str, batch: list[dict[str, object]]) -> None:
    transaction.run(text, rows=batch).consume()


def empty(driver: Driver, labels: Iterable[str] = KEY_LABELS) -> None:
    """Delete everything, label by label."""
    with driver.session() as session:
        for label in labels:
            session.run(f"MATCH (n:{label}) CALL (n) {{ DETACH DELETE n }} IN TRANSACTIONS OF 2000 ROWS").consume()


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def rounds(driver: Driver, store: Neo4jStore, elements: list[Element], count: int) -> Iterator[dict[str, float]]:
    """Yield the times of each round; the first is for warming up."""
    rows = bare_rows(elements)
    store.ensure_schema()
    for number in range(count + 1):
        times: dict[str, float] = {}

        for side in ("ours", "bare") if number % 2 else ("bare", "ours"):
            empty(driver)
            if side == "ours":
                times["ours"] = seconds(partial(store.synchronize, elements))
                times["again"] = seconds(partial(store.synchronize, elements))
            else:
                times["bare"] = seconds(partial(write_bare, driver, rows))
        yield times


def main() -> None:
    """Measure, print, and with --save keep the figures."""
    parser = argparse.ArgumentParser(description="Speed of writing to Neo4j, beside bare statements.")
    parser.add_argument("--save", action="store_true", help="write benchmarks/results/write.json")
    parser.add_argument("--rounds", type=int, default=3, help="measured rounds")
    options = parser.parse_args()
    elements = make_graph()
    nodes = sum(isinstance(element, Node) for element in elements)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "neo4j"
        found = server.start(home, cache=platformdirs.user_cache_path("graphbuilder"))
        try:
            with (
                GraphDatabase.driver(found.uri, auth=(found.user, found.password)) as driver,
                Neo4jStore.connect(found.uri, found.user, found.password) as store,
            ):
                measured = list(rounds(driver, store, elements, options.rounds))[1:]
        finally:
            server.stop(home)
    middle = {side: median(times[side] for times in measured) for side in measured[0]}
    ratio = middle["bare"] / middle["ours"]
    print(f"{nodes} nodes, {len(elements) - nodes} relationships, median of {len(measured)}")
    for side, taken in middle.items():
        print(f"{side:12} {taken:6.2f} s {len(elements) / taken:8.0f} elements/s")
    print(f"speed of ours / speed of bare: {ratio:.2f} (goal {GOAL})")
    if options.save:
        figures: dict[str, float | int | str] = {"nodes": nodes, "relationships": len(elements) - nodes}
        figures |= {f"{side}, seconds": round(taken, 3) for side, taken in middle.items()}
        print(save("write", {**figures, "rounds": len(measured), "ratio": round(ratio, 3), "goal": GOAL}))


if __name__ == "__main__":
    main()
