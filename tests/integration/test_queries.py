"""The questions of cypher/read, and one's own, put to a real server that holds the small graph."""

from collections.abc import Iterator
from datetime import date

import pytest
from neo4j import READ_ACCESS, Driver, GraphDatabase
from neo4j.exceptions import Neo4jError

from graphbuilder.errors import QueryError
from graphbuilder.store.neo4j_store import Neo4jStore
from graphbuilder.store.queries import bind, list_queries, load_query, run_query
from tests.factories import entity, event, lines, ordered, relationship, small_graph
from tests.integration.test_query_library import ANSWERS as STORY_ANSWERS
from tests.neo4j_fixture import Neo4jServer


@pytest.fixture(scope="module")
def driver(neo4j_server: Neo4jServer) -> Iterator[Driver]:
    """Return a driver of the test's own."""
    auth = (neo4j_server.user, neo4j_server.password)
    with GraphDatabase.driver(neo4j_server.uri, auth=auth) as found:
        yield found


@pytest.fixture(scope="module")
def store(neo4j_server: Neo4jServer) -> Iterator[Neo4jStore]:
    """Return a store that holds the small graph before and after each test."""
    with Neo4jStore.connect(neo4j_server.uri, neo4j_server.user, neo4j_server.password) as found:
        found.synchronize(small_graph())
        yield found
        found.synchronize([])


PEOPLE = {
    "person": "BERG",
    "other": "dock union",
    "country": "norland",
    "day": "2017-07-08",
    "event": "event:meeting-2",
    "id": "event:meeting-2",
    "document": "doc:a",
}


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("name", [query.name for query in list_queries()])
def test_every_question_plans_without_a_warning_and_returns_what_its_header_says(driver: Driver, name: str) -> None:
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
    ("meetings", {"from": date(2017, 7, 6)}, ("event",), [("event:phonecall-3",)]),
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
    ("planned_and_cancelled", {"person": "Silva"}, ("event",), [("event:meeting-4",)]),
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
        {"event": "event:meeting-2"},
        ("published", "document", "words"),
        [("2017-07-07", "Report a", "met"), ("2017-07-09", "Report b", "met")],
    ),
    (
        "chain_of_meetings",
        {"person": "Berg", "other": "Dock Union"},
        ("meetings", "people", "events"),
        [(2, ["Anna Berg", "Tomas Kral", "Dock Union"], ["event:meeting-2", "event:phonecall-3"])],
    ),
    ("travelled_together", {}, ("person", "other", "trips"), [("Anna Berg", "Rui Silva", 1)]),
    ("travelled_together", {"person": "Silva"}, ("person", "other"), [("Anna Berg", "Rui Silva")]),
    ("travelled_together", {"to": "2000-01-01"}, ("person",), []),
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
        [("Aid", ["date", "place"]), ("Meeting", ["place"])],
    ),
    (
        "single_source_events",
        {"to": "2017-07-06"},
        ("type", "document"),
        [("Meeting", None), ("PhoneCall", None), ("Promise", "Report a")],
    ),
    (
        "unfounded",
        {},
        ("type",),
        [("Accusation",), ("Meeting",), ("Meeting",), ("PhoneCall",), ("Statement",)],
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
    table = run_query(store, name, given)

    places = [table.columns.index(column) for column in columns]
    assert [tuple(row[place] for place in places) for row in table.rows] == expected


def test_every_question_has_a_row_asserted() -> None:
    drawn = {"neighbours", "around"}
    asserted = {name for name, *_ in [*ANSWERS, *STORY_ANSWERS]} | drawn
    assert {f"read/{name}" for name in asserted} == {query.name for query in list_queries()}


@pytest.mark.parametrize(
    "text",
    [
        "CREATE (n:Topic {id: 'x'}) RETURN n",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n) SET n.name = 'x' RETURN n",
        "RETURN 1 AS a UNION CREATE (n:Topic) RETURN 2 AS a",
        "CREATE INDEX x FOR (n:X) ON (n.y)",
        "DROP CONSTRAINT graphbuilder_Event_id",
        "CALL { MATCH (n) DETACH DELETE n } IN TRANSACTIONS",
        "CREATE USER eve SET PASSWORD 'long-enough'",
        "PROFILE MATCH (n) DETACH DELETE n",
        "/* read */ MATCH (n) REMOVE n.name",
        "RETURN 1; MATCH (n) DETACH DELETE n",
    ],
)
def test_a_question_can_never_write(store: Neo4jStore, text: str) -> None:
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
    with pytest.raises(QueryError, match="needs values for who; give each with --param NAME=VALUE"):
        run_query(store, "MATCH (n {id: $who}) RETURN n")


@pytest.mark.parametrize("text", ["EXPLAIN MATCH (n) RETURN n", "// how\n profile MATCH (n) RETURN n"])
def test_a_plan_is_no_answer(store: Neo4jStore, text: str) -> None:
    with pytest.raises(QueryError, match="leave the word out"):
        run_query(store, text)


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
    text = "MATCH path = (:Place {name: 'Harbour City'})-[:WITHIN]->(n) RETURN path, n.latitude AS latitude"

    table = run_query(store, text)

    harbour = {"id": "place:harbour-city", "name": "Harbour City", "mention_count": 1, "kind": "city"}
    norland = {"id": "place:country:norland", "name": "Norland", "mention_count": 1, "kind": "country"}
    step = {"id": "within:place:harbour-city>place:country:norland", "confidence": 0.9}
    ends = {"start": harbour["id"], "end": norland["id"]}
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
                "relationships": [{"type": "WITHIN", **ends, "properties": step}],
            },
            60.0,
        ),
    )


def test_a_denial_shows_what_was_denied(store: Neo4jStore) -> None:
    who, denied = entity("a", "Ada Holm"), event("d", "Meeting", None, status="negated")
    said = event("r", "Rejection", date(2020, 1, 1))
    same = event("e", "Meeting", None, status="negated", name=denied.properties["name"])
    parts = [relationship("PARTICIPATED_IN", who, said, role="speaker")]
    parts += [relationship("CONTENT", said, one) for one in (denied, same)]
    store.synchronize(ordered([*small_graph(), who, denied, same, said, *parts]))

    table = run_query(store, "denials")
    store.synchronize(small_graph())

    (row,) = table.rows  # one, though it is about two events of one name
    assert dict(zip(table.columns, row, strict=True)) == {
        "start": "2020-01-01",
        "by": ["Ada Holm"],
        "to": [],
        "content_type": "Meeting",
        "content": "Meeting d",
        "content_status": "negated",
        "event": "event:rejection-r",
    }
