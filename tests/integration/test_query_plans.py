"""Every question goes by index, and touches no more of the store than it did: against a real server that holds the story.

Renew the snapshot after a change on purpose: `RENEW_QUERY_HITS=1 python -m pytest tests/integration/test_query_plans.py`.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from neo4j import Driver, GraphDatabase, NotificationMinimumSeverity

from benchmarks.speed.plans import ALLOWED, FORBIDDEN, explain, faults, profile
from graphbuilder.store.neo4j_store import Neo4jStore
from graphbuilder.store.queries import Query, bind, list_queries
from tests.neo4j_fixture import Neo4jServer
from tests.stories import story_graph

SNAPSHOT = Path(__file__).with_name("query_hits.json")
QUERIES = list_queries()
GIVEN: dict[str, object] = {
    "person": "Berg", "other": "Varga", "country": "Norland", "camp": "Norland", "of": "Sudland", "day": "2018-03-05",
    "event": "event:meeting-22", "id": "event:meeting-22", "document": "doc:c", "topic": "trade", "source": "Third Test",
    "words": "harbour cartels", "name": "Berg",
}  # fmt: skip
SPARE_SHARE, SPARE_HITS = 0.25, 25
"""How much more than the snapshot a question may touch before it counts as a regression."""


def short(query: Query) -> str:
    return query.name.removeprefix("read/")


def parameters(query: Query) -> dict[str, object]:
    given = {parameter.name: GIVEN[parameter.name] for parameter in query.parameters if parameter.required}
    return bind(
        query, {**given, "other": "Sudland"} if {"country", "camp"} & set(given) and "other" in given else given
    )


@pytest.fixture(scope="module")
def driver(neo4j_server: Neo4jServer) -> Iterator[Driver]:
    """Return a driver to a server that holds the story."""
    with (
        Neo4jStore.connect(neo4j_server.uri, neo4j_server.user, neo4j_server.password) as store,
        GraphDatabase.driver(
            neo4j_server.uri,
            auth=(neo4j_server.user, neo4j_server.password),
            notifications_min_severity=NotificationMinimumSeverity.OFF,
        ) as found,
    ):
        store.synchronize(story_graph())
        found.execute_query("CALL db.prepareForReplanning()")
        yield found
        store.synchronize([])


@pytest.mark.parametrize("query", QUERIES, ids=short)
def test_no_question_scans_what_an_index_can_serve(driver: Driver, query: Query) -> None:
    assert faults(short(query), explain(driver, query.text, parameters(query))) == set()


def test_a_scan_and_a_product_are_seen(driver: Driver) -> None:
    found = explain(driver, "MATCH (a:Event), (b:Entity) RETURN a, b", {})
    assert faults("anything", found) == {"NodeByLabelScan", "CartesianProduct"}
    assert faults("anything", explain(driver, "MATCH (n) RETURN n", {})) == {"AllNodesScan"}
    assert faults("anything", explain(driver, "MATCH ()-[r:HOLDS]->() RETURN r", {})) == {"RelationshipTypeScan"}


def test_every_exception_is_of_a_question_that_exists_and_has_a_reason() -> None:
    assert {name for name, _ in ALLOWED} <= {short(query) for query in QUERIES}
    assert {kind for _, kind in ALLOWED} <= set(FORBIDDEN)
    assert all(len(reason.split()) > 4 for reason in ALLOWED.values())


def test_no_question_touches_more_than_it_did(driver: Driver) -> None:
    found = {}
    for query in QUERIES:
        profile(driver, query.text, parameters(query))
        found[short(query)] = profile(driver, query.text, parameters(query)).db_hits
    if os.environ.get("RENEW_QUERY_HITS"):
        SNAPSHOT.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    before = json.loads(SNAPSHOT.read_text(encoding="utf-8"))
    assert set(before) == set(found)
    assert regressions(before, found) == {}


def regressions(before: dict[str, int], found: dict[str, int]) -> dict[str, tuple[int, int]]:
    """Return the questions that touch more than the snapshot allows, with their hits before and now."""
    return {
        name: (before[name], hits)
        for name, hits in found.items()
        if hits > before[name] * (1 + SPARE_SHARE) + SPARE_HITS
    }


def test_a_question_that_looks_at_more_than_it_needs_is_seen(driver: Driver) -> None:
    before = json.loads(SNAPSHOT.read_text(encoding="utf-8"))
    for query in (query for query in QUERIES if short(query) in {"itinerary", "meetings", "timeline"}):
        worse = "CALL () { MATCH (e:Event)-[tie]-(other) RETURN count(other.name) AS seen }\nWITH seen\n" + query.text
        hits = profile(driver, worse, parameters(query)).db_hits
        assert set(regressions(before, {short(query): hits})) == {short(query)}
