"""What only a real server can show: refusals, other people's data, plans, questions."""

import socket
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from neo4j import READ_ACCESS, Driver, GraphDatabase
from neo4j.exceptions import Neo4jError

from graphbuilder.errors import QueryError, StoreAccessError, StoreError, StoreUnavailableError
from graphbuilder.graph.elements import Element, Node
from graphbuilder.graph.schema import RELATIONSHIP_TYPES
from graphbuilder.store import neo4j_store
from graphbuilder.store.connect import open_store
from graphbuilder.store.neo4j_store import Neo4jStore
from graphbuilder.store.queries import bind, fill, list_queries, load_query, run_query
from tests.factories import document, entity, event, lines, ordered, relationship, small_graph
from tests.neo4j_fixture import Neo4jServer


@pytest.fixture
def driver(neo4j_server: Neo4jServer) -> Iterator[Driver]:
    """Return a driver of the test's own, on a server whose graph is empty before and after."""
    auth = (neo4j_server.user, neo4j_server.password)
    with GraphDatabase.driver(neo4j_server.uri, auth=auth) as found:
        found.execute_query("MATCH (n) DETACH DELETE n")
        yield found
        found.execute_query("MATCH (n) DETACH DELETE n")


@pytest.fixture
def store(neo4j_server: Neo4jServer, driver: Driver) -> Iterator[Neo4jStore]:
    """Return a store on the emptied server."""
    assert driver
    with Neo4jStore.connect(neo4j_server.uri, neo4j_server.user, neo4j_server.password) as found:
        yield found


def _value(driver: Driver, text: str, **parameters: object) -> Any:
    return driver.execute_query(text, parameters).records[0][0]


def test_a_wrong_password_is_told_without_repeating_it(neo4j_server: Neo4jServer) -> None:
    with pytest.raises(StoreAccessError, match="user name or the password is wrong") as caught:
        Neo4jStore.connect(neo4j_server.uri, neo4j_server.user, "guessed-secret")
    assert "guessed-secret" not in str(caught.value)


def test_a_missing_database_is_told(neo4j_server: Neo4jServer) -> None:
    with pytest.raises(StoreAccessError, match="database nowhere: there is no such database"):
        Neo4jStore.connect(neo4j_server.uri, neo4j_server.user, neo4j_server.password, "nowhere")


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_an_address_where_nothing_answers_is_told(scheme: str) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    with pytest.raises(StoreUnavailableError, match=f"127.0.0.1:{port}: nothing answers there"):
        open_store(f"{scheme}://127.0.0.1:{port}", password="x")


def test_the_routing_scheme_works_too_and_the_database_shows_in_the_name(neo4j_server: Neo4jServer) -> None:
    uri = neo4j_server.uri.replace("bolt://", "neo4j://")
    with open_store(uri, user=neo4j_server.user, password=neo4j_server.password, database="neo4j") as store:
        assert store.name == f"{uri}/neo4j"
        assert list(store.read()) == []


def test_a_second_run_writes_nothing_at_all(store: Neo4jStore, driver: Driver) -> None:
    everything = "MATCH (n) OPTIONAL MATCH (n)-[r]->() WITH n, r ORDER BY elementId(n), elementId(r) "
    everything += "RETURN collect([elementId(n), properties(n), elementId(r), properties(r)])"
    store.synchronize(small_graph())
    before = _value(driver, everything)

    assert store.synchronize(small_graph()).changed == 0
    assert _value(driver, everything) == before


def test_what_others_keep_in_the_database_stays(store: Neo4jStore, driver: Driver) -> None:
    driver.execute_query("CREATE (:Recipe {id: 'person:anna-berg', name: 'Soup'})-[:NEEDS]->(:Leek), (:Event {id: 7})")
    store.synchronize(small_graph())
    driver.execute_query(
        "MATCH (p:Person {id: 'person:anna-berg'}), (soup:Recipe) SET p:Favourite, p.my_note = 'ask her' "
        "CREATE (p)-[:COOKS]->(soup)"
    )
    assert store.synchronize(small_graph()).changed == 0
    changed = [entity("anna-berg", "Anna Maria Berg") if e.id == "person:anna-berg" else e for e in small_graph()]

    assert store.synchronize(changed).nodes_updated == 1
    note = "MATCH (p:Favourite {name: 'Anna Maria Berg'})-[:COOKS]->(:Recipe) RETURN p.my_note"
    assert _value(driver, note) == "ask her"
    store.synchronize([])
    assert _value(driver, "MATCH (n) RETURN collect(labels(n)[0])") == ["Recipe", "Leek", "Event"]


def test_a_missing_end_is_named_and_the_old_graph_kept(store: Neo4jStore) -> None:
    store.synchronize(small_graph())
    who, met = entity("a", "A"), event("e", "Meeting", date(2020, 1, 1))

    with pytest.raises(StoreError, match=r"participated_in:person:a>event:e: its end event:e is not in the graph"):
        store.synchronize([who, relationship("PARTICIPATED_IN", who, met)])
    assert lines(store.read()) == lines(small_graph())


def test_another_writer_is_noticed_and_nothing_kept(store: Neo4jStore, driver: Driver) -> None:
    def meanwhile() -> Iterator[Element]:
        yield entity("a", "A")
        driver.execute_query("CREATE (:Entity:Person {id: 'person:a', name: 'Theirs', mention_count: 1})")

    with pytest.raises(StoreError, match="another writer"):
        store.synchronize(meanwhile())
    assert [element.properties["name"] for element in store.read()] == ["Theirs"]


def test_a_wall_clock_time_is_kept_in_utc(store: Neo4jStore, driver: Driver) -> None:
    noon = datetime(2020, 1, 1, 12, tzinfo=UTC)
    store.synchronize([document("a", ingested_at=noon)])
    store.synchronize([document("a", title="Another")])

    assert _value(driver, "MATCH (d:Document) RETURN d.ingested_at = datetime('2020-01-01T12:00Z')") is True
    assert next(store.read()).properties["ingested_at"] == noon


def test_a_date_is_a_date_in_the_database(store: Neo4jStore, driver: Driver) -> None:
    store.synchronize(small_graph())

    assert _value(driver, "MATCH (e:Event) WHERE e.start = date('2017-08-01') RETURN count(e)") == 1


@pytest.fixture
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a small graph more than one transaction takes."""
    monkeypatch.setattr(neo4j_store, "TRANSACTION_ROWS", 7)
    monkeypatch.setattr(neo4j_store, "BATCH_ROWS", 3)


@pytest.mark.usefixtures("small_limits")
def test_a_large_difference_gives_the_same_graph(store: Neo4jStore) -> None:
    assert store.synchronize(small_graph()).changed == len(small_graph())
    assert lines(store.read()) == lines(small_graph())
    other = ordered([*small_graph()[5:12], entity("zoe", "Zoe")])

    summary = store.synchronize(other)

    assert lines(store.read()) == lines(other)
    assert (summary.unchanged, summary.nodes_created) == (7, 1)
    assert summary.nodes_deleted + summary.relationships_deleted == len(small_graph()) - 7
    assert store.synchronize([]).nodes_deleted == 8


@pytest.mark.usefixtures("small_limits")
def test_after_a_fault_in_a_large_one_the_next_run_finishes_the_work(store: Neo4jStore) -> None:
    def broken() -> Iterator[Element]:
        yield from small_graph()[:30]
        raise RuntimeError("stopped")

    with pytest.raises(RuntimeError, match="stopped"):
        store.synchronize(broken())
    half = list(store.read())

    assert 0 < len(half) < 30
    assert store.synchronize(small_graph()).unchanged == len(half)
    assert lines(store.read()) == lines(small_graph())


def test_ids_come_in_pythons_order(store: Neo4jStore) -> None:
    names = ["", "A", "Z", "_", "a", "a-b", "a:b", "a b", "aa", "a\x01", "é", "~", "\ufffd", "😀", "10", "9"]
    graph = ordered(Node(id=f"t{name}", labels=("Topic",), properties={"name": "x"}) for name in names)
    store.synchronize(graph)

    assert [element.id for element in store.read()] == [element.id for element in graph]
    assert store.synchronize(graph).changed == 0


def _operators(plan: dict[str, Any]) -> list[str]:
    return [plan["operatorType"], *(name for child in plan.get("children", []) for name in _operators(child))]


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("write/held_nodes", "NodeUniqueIndexSeekByRange"),
        ("write/held_relationships", "DirectedRelationshipUniqueIndexSeekByRange"),
        ("write/create_nodes", "NodeUniqueIndexSeek(Locking)"),
        ("write/update_nodes", "NodeUniqueIndexSeek(Locking)"),
        ("write/delete_nodes", "NodeUniqueIndexSeek(Locking)"),
        ("write/create_relationships", "DirectedRelationshipUniqueIndexSeek(Locking)"),
        ("write/update_relationships", "DirectedRelationshipUniqueIndexSeek(Locking)"),
        ("write/delete_relationships", "DirectedRelationshipUniqueIndexSeek(Locking)"),
    ],
)
def test_every_statement_of_the_store_goes_by_index_and_sorts_nothing(
    store: Neo4jStore, driver: Driver, query: str, index: str
) -> None:
    store.ensure_schema()
    names = {"KEY_LABEL": "Event", "RELATIONSHIP_TYPE": "CONTENT", "START_LABEL": "Event", "END_LABEL": "Event"}
    text = fill(load_query(query), names)

    with driver.session() as session:
        plan: dict[str, Any] = session.run(f"EXPLAIN {text}", rows=[]).consume().plan or {}
    operators = " ".join(_operators(plan))

    assert index in operators
    assert "Sort" not in operators
    assert "AllNodesScan" not in operators


def test_the_schema_can_be_made_twice_and_holds(store: Neo4jStore, driver: Driver) -> None:
    store.ensure_schema()
    store.ensure_schema()

    assert _value(driver, "SHOW CONSTRAINTS YIELD name RETURN count(name)") == 6 + len(RELATIONSHIP_TYPES)
    with pytest.raises(Neo4jError, match="already exists"):
        driver.execute_query("CREATE (:Event {id: 'x'}), (:Event {id: 'x'})")


PEOPLE = {"person": "BERG", "other": "dock union", "country": "norland", "day": "2017-07-08", "event": "event:2-met"}


@pytest.mark.parametrize("name", [query.name for query in list_queries()])
def test_every_question_plans_without_a_warning_and_returns_what_its_header_says(
    store: Neo4jStore, driver: Driver, name: str
) -> None:
    store.synchronize(small_graph())
    query = load_query(name)
    given = bind(query, {p.name: PEOPLE.get(p.name, "met") for p in query.parameters if p.required})

    with driver.session(default_access_mode=READ_ACCESS) as session:
        result = session.run(f"EXPLAIN {query.text}", given)
        columns = list(result.keys())
        summary = result.consume()

    warnings = [
        status.status_description
        for status in summary.gql_status_objects
        if status.is_notification and status.raw_severity == "WARNING" and status.raw_classification != "UNRECOGNIZED"
    ]
    assert warnings == []
    assert summary.query_type == "r"
    described = [part.split(" (")[0].strip() for part in query.returns.replace("(its id)", "").split(", ")]
    assert [name for name in columns if name not in described] == []


ANSWERS: list[tuple[str, dict[str, object], tuple[str, ...], list[tuple[object, ...]]]] = [
    (
        "meetings",
        {"person": "minister berg", "place": "NORLAND", "from": "2017-07-01", "to": "2017-07-31"},
        ("start", "type", "people", "places"),
        [("2017-07-05", "Meeting", ["Anna Berg", "Tomas Kral"], ["Harbour City"])],
    ),
    ("meetings", {"person": "Ber"}, ("event",), []),
    ("meetings", {"from": date(2017, 7, 6)}, ("event",), [("event:3-call",)]),
    ("meetings", {"place": "Elsewhere"}, ("event",), []),
    (
        "itinerary",
        {"person": "berg"},
        ("start", "end", "type", "role", "places", "with"),
        [
            ("2017-07-05", "2017-07-05", "Meeting", "participant", ["Harbour City"], ["Tomas Kral"]),
            ("2017-07-05", "2017-07-07", "Trip", "traveller", ["Norland"], ["Rui Silva", "Tomas Kral"]),
        ],
    ),
    (
        "trips",
        {},
        ("travellers", "companions", "hosts", "destinations"),
        [(["Anna Berg"], ["Rui Silva"], ["Tomas Kral"], ["Norland"])],
    ),
    (
        "planned_and_cancelled",
        {},
        ("start", "status", "cue"),
        [("2017-07-06", "cancelled", "called off"), ("2017-08-01", "planned", None)],
    ),
    ("planned_and_cancelled", {"person": "Silva"}, ("event",), [("event:4-planned",)]),
    (
        "promises",
        {},
        ("by", "to", "content_type", "content_status"),
        [(["Anna Berg"], ["Tomas Kral"], "Aid", "planned")],
    ),
    (
        "statements_of",
        {"person": "Anna Berg"},
        ("type", "to", "topics"),
        [("Promise", ["Tomas Kral"], []), ("Statement", [], ["trade"])],
    ),
    ("accusations", {}, ("accusers", "accused"), [(["Dock Union"], ["Anna Berg"])]),
    (
        "positions_on",
        {"day": "2016-01-01"},
        ("person", "position", "of"),
        [("Anna Berg", "Foreign Minister", ["Norland"])],
    ),
    ("positions_on", {"day": "2014-12-31"}, ("person",), []),
    (
        "evidence",
        {"event": "event:2-met"},
        ("published", "document", "words"),
        [("2017-07-07", "Report a", "met"), ("2017-07-09", "Report b", "met")],
    ),
    (
        "chain_of_meetings",
        {"person": "Berg", "other": "Dock Union"},
        ("meetings", "people", "events"),
        [(2, ["Anna Berg", "Tomas Kral", "Dock Union"], ["event:2-met", "event:3-call"])],
    ),
    ("travelled_together", {}, ("person", "other", "trips"), [("Anna Berg", "Rui Silva", 1)]),
    (
        "events_of_country",
        {"country": "norland"},
        ("type", "how"),
        [("Meeting", ["in"]), ("Trip", ["in"]), ("Aid", ["recipient"])],
    ),
    ("events_of_country", {"country": "norland", "status": "planned"}, ("type",), [("Aid",)]),
    (
        "co_participants",
        {"person": "kral"},
        ("other", "events", "types"),
        [
            ("Anna Berg", 3, ["Meeting", "Promise", "Trip"]),
            ("Dock Union", 1, ["PhoneCall"]),
            ("Rui Silva", 1, ["Trip"]),
        ],
    ),
    ("denials", {}, ("event",), []),
    ("timeline", {"type": "Meeting"}, ("status",), [("actual",), ("cancelled",), ("planned",)]),
    ("topics", {}, ("topic", "events", "people"), [("trade", 1, ["Anna Berg"])]),
    (
        "relations_by_month",
        {"person": "Berg", "other": "Kral"},
        ("month", "events", "cooperation", "conflict"),
        [("2017-07-01", 3, 1, 0)],
    ),
    ("sentences", {"words": "harbour AND city"}, ("document", "events"), [("Report a", ["Meeting"])]),
    (
        "incomplete_events",
        {"status": "planned"},
        ("type", "lacks"),
        [("Meeting", ["place"]), ("Aid", ["date", "place"])],
    ),
    (
        "single_source_events",
        {"to": "2017-07-06"},
        ("type", "document"),
        [("PhoneCall", None), ("Meeting", None), ("Promise", "Report a")],
    ),
    (
        "unfounded",
        {},
        ("type",),
        [("PhoneCall",), ("Meeting",), ("Meeting",), ("Accusation",), ("Statement",)],
    ),
]


@pytest.mark.parametrize(("name", "given", "columns", "expected"), ANSWERS)
def test_a_question_finds_its_rows(
    store: Neo4jStore,
    name: str,
    given: dict[str, object],
    columns: tuple[str, ...],
    expected: list[tuple[object, ...]],
) -> None:
    store.synchronize(small_graph())

    table = run_query(store, name, given)

    places = [table.columns.index(column) for column in columns]
    assert [tuple(row[place] for place in places) for row in table.rows] == expected


def test_every_question_has_a_row_asserted() -> None:
    assert {f"read/{name}" for name, *_ in ANSWERS} == {query.name for query in list_queries()}


def test_a_denial_shows_what_was_denied(store: Neo4jStore) -> None:
    who, denied = entity("a", "Ada Holm"), event("d", "Meeting", None, status="negated")
    said = event("r", "Rejection", date(2020, 1, 1))
    parts = [relationship("PARTICIPATED_IN", who, said, role="speaker"), relationship("CONTENT", said, denied)]
    store.synchronize(ordered([who, denied, said, *parts]))

    table = run_query(store, "denials")

    assert dict(zip(table.columns, table.rows[0], strict=True)) == {
        "start": "2020-01-01",
        "by": ["Ada Holm"],
        "to": [],
        "content_type": "Meeting",
        "content": "Meeting d",
        "content_status": "negated",
        "event": "event:r",
    }


@pytest.mark.parametrize(
    "text",
    [
        "CREATE (n:Topic {id: 'x'}) RETURN n",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n) SET n.name = 'x' RETURN n",
        "RETURN 1 AS a UNION CREATE (n:Topic) RETURN 2 AS a",
        "CREATE INDEX x FOR (n:X) ON (n.y)",
        "DROP CONSTRAINT Event_id",
        "CALL { MATCH (n) DETACH DELETE n } IN TRANSACTIONS",
        "CREATE USER eve SET PASSWORD 'long-enough'",
        "PROFILE MATCH (n) DETACH DELETE n",
        "/* read */ MATCH (n) REMOVE n.name",
        "RETURN 1; MATCH (n) DETACH DELETE n",
    ],
)
def test_a_question_can_never_write(store: Neo4jStore, text: str) -> None:
    store.synchronize(small_graph())

    with pytest.raises(QueryError):
        run_query(store, text)
    assert lines(store.read()) == lines(small_graph())


def test_the_server_itself_refuses_to_write_in_read_mode(driver: Driver) -> None:
    with (
        driver.session(default_access_mode=READ_ACCESS) as session,
        pytest.raises(Neo4jError, match="read access mode"),
    ):
        session.run("CREATE (:Topic {id: 'x'})").consume()


def test_a_wrong_statement_is_told_where_it_is_wrong(store: Neo4jStore) -> None:
    with pytest.raises(QueryError, match=r"line 2, column 10\)"):
        run_query(store, "MATCH (n)\nRETURN n WHERE n.x")


def test_a_missing_parameter_is_told(store: Neo4jStore) -> None:
    with pytest.raises(QueryError, match="Expected parameter"):
        run_query(store, "MATCH (n {id: $who}) RETURN n")


def test_a_question_that_takes_too_long_is_stopped(store: Neo4jStore) -> None:
    text = "UNWIND range(1, 100000000) AS x WITH x % 7 AS y RETURN y, count(*) AS n ORDER BY y"

    with pytest.raises(QueryError, match=r"no answer within 0\.5 seconds"):
        run_query(store, text, timeout=0.5)


def test_an_answer_is_cut_at_the_limit_and_says_so(store: Neo4jStore) -> None:
    text = "UNWIND range(1, $n) AS x RETURN x"

    assert run_query(store, text, {"n": 5}, limit=5).truncated is False
    table = run_query(store, text, {"n": 6}, limit=5)
    assert (len(table.rows), table.truncated) == (5, True)


def test_nodes_relationships_and_paths_become_plain_values(store: Neo4jStore) -> None:
    store.synchronize(small_graph())
    text = "MATCH path = (:Place {name: 'Harbour City'})-[:WITHIN]->(n) RETURN path, n.latitude AS latitude"

    table = run_query(store, text)

    harbour = {"id": "place:harbour-city", "name": "Harbour City", "mention_count": 1, "kind": "city"}
    norland = {"id": "country:norland", "name": "Norland", "mention_count": 1, "kind": "country"}
    step = {"id": "within:place:harbour-city>country:norland", "confidence": 0.9}
    assert table.rows == (
        (
            {
                "nodes": [
                    {"labels": ["Entity", "Place"], "properties": {**harbour, "country": "Norland"}},
                    {
                        "labels": ["Country", "Entity", "Place"],
                        "properties": {**norland, "latitude": 60.0, "longitude": 10.0},
                    },
                ],
                "relationships": [
                    {"type": "WITHIN", "start": "place:harbour-city", "end": "country:norland", "properties": step}
                ],
            },
            60.0,
        ),
    )


def test_names_and_sentences_can_be_searched_by_word(store: Neo4jStore, driver: Driver) -> None:
    store.synchronize(small_graph())

    found = _value(
        driver, "CALL db.index.fulltext.queryNodes('names', 'minister') YIELD node RETURN collect(node.name)"
    )

    assert sorted(found) == ["Anna Berg", "Foreign Minister"]
