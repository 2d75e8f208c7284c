"""What every question of cypher/read costs on a graph of 100,000 events.

    python -m benchmarks.speed.queries [--events 100000] [--home FOLDER] [--save]

Starts a private server in a temporary folder, writes the graph as the store writes any other, then EXPLAINs and PROFILEs each
question: asked about the busiest names ("busiest") and about ordinary ones ("ordinary"). Prints what it touched (db hits), rows
and the server's milliseconds (the second of two runs), and exits with 1 where a plan scans without a reason (`plans.ALLOWED`).
--save keeps the figures in benchmarks/results/queries.json.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

import platformdirs
from neo4j import Driver, GraphDatabase, NotificationMinimumSeverity

from benchmarks.speed.large_graph import make_graph, person_name
from benchmarks.speed.plans import explain, faults, profile
from benchmarks.speed.results import save
from graphbuilder import server
from graphbuilder.graph.elements import Element, Node
from graphbuilder.store.neo4j_store import Neo4jStore
from graphbuilder.store.queries import Query, bind, list_queries

Values = dict[str, object]


def cases(elements: list[Element]) -> dict[str, Values]:
    """Return values for the parameters that must be given, about the busiest names and about ordinary ones."""
    people = sum(isinstance(element, Node) and "Person" in element.labels for element in elements)
    events = [
        e.id
        for e in elements
        if isinstance(e, Node) and e.properties.get("type") == "Meeting" and "start" in e.properties
    ]
    shared: Values = {
        "day": "2016-06-01",
        "topic": "topic 1",
        "source": "Source 1",
        "document": "doc:000001",
        "words": "badra kelin",
    }

    def about(one: int, two: int, country: int, event: str) -> Values:
        lands = [
            next(str(e.properties["name"]) for e in elements if e.id == f"place:country:{country + i:06}")
            for i in (0, 1)
        ]
        return {
            **shared, "person": f"person:{one:06}", "other": f"person:{two:06}", "country": lands[0], "of": lands[0],
            "camp": lands[0], "lands": lands[1], "name": person_name(one), "event": event, "id": event,
        }  # fmt: skip

    return {
        "busiest": about(0, 1, 0, events[0]),
        "ordinary": about(people // 4, people // 4 + 1, 30, events[len(events) // 2]),
    }


def parameters(query: Query, values: Values) -> Values:
    """Return the parameters with which a question is measured."""
    given = {p.name: values[p.name] for p in query.parameters if p.required}
    if {"country", "camp"} & set(given) and "other" in given:
        given["other"] = values["lands"]
    return bind(query, given)


def measure(driver: Driver, elements: list[Element]) -> tuple[dict[str, dict[str, int]], list[str]]:
    """Return the figures by question and case, and the plans at fault."""
    figures: dict[str, dict[str, int]] = {}
    wrong: list[str] = []
    asked = cases(elements)
    for query in list_queries():
        name = query.name.removeprefix("read/")
        for case, values in asked.items():
            given = parameters(query, values)
            if case == "ordinary" and given == parameters(query, asked["busiest"]):
                continue
            wrong += [f"{name}: {kind}" for kind in faults(name, explain(driver, query.text, given))]
            profile(driver, query.text, given)
            found = profile(driver, query.text, given)
            figures[f"{name}, {case}"] = found._asdict()
            print(
                f"{name:24} {case:9} {found.db_hits:>10,} hits {found.rows:>6,} rows {found.milliseconds:>6,} ms",
                flush=True,
            )
    return figures, sorted(set(wrong))


def main() -> None:
    """Measure, print, and with --save keep the figures."""
    parser = argparse.ArgumentParser(description="Cost of every question on a large graph.")
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--save", action="store_true", help="write benchmarks/results/queries.json")
    parser.add_argument("--home", type=Path, help="keep the server and its graph in this folder for the next run")
    options = parser.parse_args()
    elements = make_graph(options.events)
    with tempfile.TemporaryDirectory() as folder:
        home = options.home or Path(folder) / "neo4j"
        found = server.start(home, cache=platformdirs.user_cache_path("graphbuilder"))
        try:
            with Neo4jStore.connect(found.uri, found.user, found.password) as store:
                if store.is_empty():
                    start = time.perf_counter()
                    store.synchronize(elements)
                    print(f"{len(elements):,} elements written in {time.perf_counter() - start:.0f} s", flush=True)
            with GraphDatabase.driver(
                found.uri, auth=(found.user, found.password), notifications_min_severity=NotificationMinimumSeverity.OFF
            ) as driver:
                figures, wrong = measure(driver, elements)
        finally:
            server.stop(home)
    if options.save:
        print(save("queries", {"events": options.events, "elements": len(elements), "queries": figures}))
    if wrong:
        sys.exit("plans that scan without a reason: " + "; ".join(wrong))


if __name__ == "__main__":
    main()
