"""The answers of cypher/read on a made-up story of two countries, and hostile words as parameters, in a real server."""

import re
from collections.abc import Iterator

import msgspec
import pytest

from graphbuilder.errors import QueryError
from graphbuilder.store.neo4j_store import Neo4jStore
from graphbuilder.store.queries import Query, list_queries, load_query, run_query
from graphbuilder.store.search import search
from tests.factories import lines
from tests.neo4j_fixture import Neo4jServer
from tests.stories import story_graph

ANSWERS: list[tuple[str, dict[str, object], tuple[str, ...], list[tuple[object, ...]]]] = [
    (
        "called_off_then_held",
        {},
        ("start", "status", "cue", "people", "held", "places"),
        [
            ("2018-01-10", "planned", None, ["Anna Berg", "Inés Varga"], "2018-03-05", ["Harbour City"]),
            ("2018-01-10", "planned", None, ["Anna Berg", "Inés Varga"], "2018-03-05", ["Port Ennis"]),
            ("2018-02-01", "cancelled", "put off", ["Anna Berg", "Inés Varga"], "2018-03-05", ["Harbour City"]),
            ("2018-02-01", "cancelled", "put off", ["Anna Berg", "Inés Varga"], "2018-03-05", ["Port Ennis"]),
        ],
    ),
    ("trip_events", {}, ("travellers", "type", "how"), [(["Anna Berg"], "Meeting", "part of it")]),
    (
        "promises_followed",
        {},
        ("by", "content", "followed", "what"),
        [(["Anna Berg"], "Aid 7", "2018-05-01", "Aid 25")],
    ),
    ("promises_followed", {"days": "90"}, ("event",), []),
    ("promises_followed", {"person": "Varga"}, ("event",), []),
    ("promises_followed", {"person": "Berg", "from": "2018-05-01"}, ("event",), []),
    ("said_on_topic", {"person": "Berg", "topic": "TRADE"}, ("type", "topics"), [("Statement", ["trade"])]),
    ("requests", {}, ("by", "to"), [(["Inés Varga"], ["Anna Berg"])]),
    ("threats", {}, ("by", "to"), [(["Inés Varga"], ["Norland"])]),
    ("sanctions", {}, ("start", "type", "by", "against"), [("2018-04-01", "Sanction", ["Norland"], ["Sudland"])]),
    ("sanctions", {"place": "norland"}, ("event",), []),
    (
        "violence",
        {"place": "sudland"},
        ("type", "by", "against", "places"),
        [("Assault", ["Dock Union"], ["Pia Moll"], ["Port Ennis"])],
    ),
    ("agreements", {"from": "2018-01-01"}, ("type", "people"), [("Aid", ["Anna Berg", "Sudland"])]),
    ("changes_of_office", {}, ("type", "people", "titles"), [("Resignation", ["Inés Varga"], ["Interior Minister"])]),
    (
        "positions_of",
        {"person": "Varga"},
        ("position", "of", "former", "acting"),
        [("Interior Minister", ["Sudland"], True, False)],
    ),
    (
        "holders_of",
        {"of": "Sudland", "title": "MINISTER"},
        ("person", "position", "observed_last"),
        [("Inés Varga", "Interior Minister", "2018-05-01")],
    ),
    (
        "between",
        {"person": "berg", "other": "ines varga", "status": "actual"},
        ("start", "type", "role", "other_role", "places"),
        [
            ("2018-03-05", "Meeting", "participant", "participant", ["Harbour City"]),
            ("2018-03-05", "Meeting", "participant", "participant", ["Port Ennis"]),
            ("2018-04-02", "Request", "addressee", "speaker", []),
        ],
    ),
    (
        "countries_over_time",
        {"country": "Norland", "other": "Sudland"},
        (
            "period",
            "events",
            "verbal_cooperation",
            "material_cooperation",
            "verbal_conflict",
            "material_conflict",
            "intensity",
        ),
        [
            ("2018-03-01", 2, 2, 0, 0, 0, 1.0),
            ("2018-04-01", 3, 0, 0, 0, 1, -1.33),
            ("2018-05-01", 1, 0, 1, 0, 0, 7.0),
            ("2018-07-01", 1, 0, 0, 0, 0, 1.0),
        ],
    ),
    (
        "countries_over_time",
        {"country": "Norland", "other": "Sudland", "step": "year"},
        ("period", "events"),
        [("2018-01-01", 7)],
    ),
    (
        "brokers",
        {"camp": "Norland", "other": "Sudland"},
        ("broker", "events_with_camp", "events_with_other", "weaker"),
        [("Pia Moll", 1, 1, 1)],
    ),
    (
        "disagreeing_accounts",
        {},
        ("people", "differ", "places", "other_places", "sources", "other_sources"),
        [
            (
                ["Anna Berg", "Inés Varga"],
                ["place"],
                ["Harbour City"],
                ["Port Ennis"],
                ["Third Test"],
                ["Fourth Test"],
            )
        ],
    ),
    ("only_in_source", {"source": "Fourth Test"}, ("name", "documents"), [("Meeting 23", ["Report d"])]),
    ("only_in_source", {"source": "Evening Test"}, ("name",), [("Trip 1",)]),
    (
        "before_and_after",
        {"event": "event:phonecall-3"},
        ("when", "type", "how", "gap"),
        [
            ("before", "Meeting", "said by the text", "P1D"),
            ("same", "Trip", "same people", None),
            ("same", "Meeting", "same people", None),
            ("same", "Promise", "same people", None),
            ("after", "Accusation", "same people", None),
        ],
    ),
    (
        "search",
        {"words": "minister"},
        ("found", "name"),
        [("Position", "Foreign Minister"), ("Position", "Interior Minister"), ("Person", "Anna Berg")],
    ),
    (
        "search",
        {"words": "cartel"},
        ("found", "name", "document"),
        [("Sentence", "Berg met Varga in Harbour City about cartels.", "Report c")],
    ),
    (
        "find_entity",
        {"name": "ines varga"},
        ("name", "kind", "aliases", "positions"),
        [("Inés Varga", "Person", ["Varga"], ["Interior Minister"])],
    ),
    (
        "affiliated",
        {"of": "Sudland"},
        ("name", "kind", "positions", "events"),
        [("Inés Varga", "Person", ["Interior Minister"], 8)],
    ),
    ("most_active", {"kind": "Organization"}, ("name", "events"), [("Dock Union", 4)]),
    (
        "meeting_places",
        {},
        ("place", "country", "meetings"),
        [("Harbour City", "Norland", 2), ("Port Ennis", "Sudland", 1)],
    ),
    (
        "events_by_month",
        {"type": "Meeting"},
        ("month", "events"),
        [("2017-07-01", 1), ("2018-03-01", 2), ("2018-07-01", 1)],
    ),
    (
        "parts_of_event",
        {"event": "event:summit-30"},
        ("level", "how", "people"),
        [(1, "on the sidelines", ["Anna Berg", "Pia Moll"])],
    ),
    (
        "document_events",
        {"document": "news:c"},
        ("sentence", "words", "type"),
        [("Berg met Varga in Harbour City about cartels.", "met", "Meeting")],
    ),
    ("documents", {"source": "Fourth Test"}, ("name", "events", "copies"), [("Report d", 1, 1), ("Report e", 0, 0)]),
    (
        "sources",
        {},
        ("source", "documents"),
        [("Fourth Test", 2), ("Daily Test", 1), ("Evening Test", 1), ("Third Test", 1)],
    ),
    (
        "overview",
        {},
        ("label", "nodes"),
        [
            ("Document", 5),
            ("Sentence", 5),
            ("Entity", 10),
            ("Person", 5),
            ("Organization", 1),
            ("Place", 4),
            ("Country", 2),
            ("Group", 0),
            ("Position", 2),
            ("Event", 22),
            ("Topic", 1),
        ],
    ),
    ("undated_events", {}, ("name", "sources"), [("Aid 7", 1)]),
    (
        "unplaced_events",
        {"type": "PhoneCall"},
        ("name", "people"),
        [("PhoneCall 3", ["Dock Union", "Tomas Kral"]), ("PhoneCall 32", ["Inés Varga", "Pia Moll"])],
    ),
    (
        "low_confidence_events",
        {},
        ("confidence", "name", "sentence"),
        [(0.3, "Meeting 23", "In Port Ennis, Berg sat down with Varga.")],
    ),
    ("best_attested", {"sources": 3}, ("name", "sources"), [("Meeting 22", 3)]),
    ("documents", {"from": "2018-01-01"}, ("name", "copies"), [("Report e", 0)]),
    ("incomplete_events", {"lacks": "date"}, ("name",), [("Aid 7",)]),
]

HOSTILE = (
    "' OR 1=1 //", '"', '\\"', "\\", "`) DETACH DELETE n //", "*", "*:*", "name:berg OR", "berg~1 AND NOT (", "[a TO b]",
    "{$x}", "'}) MATCH (n) DETACH DELETE n RETURN ({x: '", "\u0000", "\u202eberg", "be\u200brg", "\u0130\u0307", "%00", "", " ",
    "\n", "a" * 5_000, "\U0001f9e8", "\u00b4\u2018\u201c", "AND", "OR NOT", "&& || !", "berg^9", "/.*/",
)  # fmt: skip


@pytest.fixture(scope="module")
def store(neo4j_server: Neo4jServer) -> Iterator[Neo4jStore]:
    """Return a store that holds the story."""
    with Neo4jStore.connect(neo4j_server.uri, neo4j_server.user, neo4j_server.password) as found:
        found.synchronize(story_graph())
        yield found
        found.synchronize([])


@pytest.mark.parametrize(("name", "given", "columns", "expected"), ANSWERS)
def test_a_question_finds_its_rows(
    store: Neo4jStore, name: str, given: dict[str, object], columns: tuple[str, ...], expected: list[tuple[object, ...]]
) -> None:
    table = run_query(store, name, given)

    places = [table.columns.index(column) for column in columns]
    assert [tuple(row[place] for place in places) for row in table.rows] == expected


def ids_of(store: Neo4jStore, name: str, column: str, **given: object) -> list[str]:
    """Return the ids of the nodes in a column of an answer, in order."""
    table = run_query(store, name, given)
    cells = msgspec.json.encode([row[table.columns.index(column)] for row in table.rows]).decode()
    return re.findall(r'"labels":[^}]*"id":"([^"]+)"', cells)


def test_neighbours_leave_sentences_out_unless_asked_for(store: Neo4jStore) -> None:
    met = {"id": "event:meeting-22"}
    near = ["place:harbour-city", "person:ines-varga", "person:anna-berg"]
    assert ids_of(store, "neighbours", "neighbour", **met) == near
    assert ids_of(store, "neighbours", "neighbour", **met, sentences="yes") == [near[0], "sentence:c1", *near[1:]]


def test_around_an_event_are_those_who_took_part_and_what_is_part_of_it(store: Neo4jStore) -> None:
    assert set(ids_of(store, "around", "path", id="event:summit-30")) == {
        "event:summit-30", "event:meeting-31", "person:anna-berg", "person:pia-moll", "place:country:norland",
        "place:country:sudland",
    }  # fmt: skip


def test_a_person_is_found_by_id_where_names_are_not_enough(store: Neo4jStore) -> None:
    by_name, by_id = (run_query(store, "itinerary", {"person": who}) for who in ("minister berg", "person:anna-berg"))

    assert by_name == by_id
    assert by_id.rows


def test_the_limit_reaches_the_statement_and_the_answer_says_that_there_is_more(store: Neo4jStore) -> None:
    table = run_query(store, "timeline", limit=3)

    assert (len(table.rows), table.truncated) == (3, True)
    assert table.rows == run_query(store, "timeline").rows[:3]


@pytest.mark.parametrize(
    "query", [query for query in list_queries() if query.name != "read/sentences"], ids=lambda q: q.name
)
def test_hostile_words_are_data_in_every_question(store: Neo4jStore, query: Query) -> None:
    days = {parameter.name: "2018-01-01" for parameter in query.parameters if parameter.name == "day"}
    for words in ("'}) MATCH (n) DETACH DELETE n RETURN ({x: '", '\\" OR *:*', "`\u202eberg\u200b AND NOT ("):
        texts = {parameter.name: words for parameter in query.parameters if parameter.type == "text"}
        run_query(store, query.name.removeprefix("read/"), {**texts, **days})


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_data_in_names_and_in_a_search(store: Neo4jStore, words: str) -> None:
    assert run_query(store, "find_entity", {"name": words}).columns
    assert run_query(store, "search", {"words": words}).columns
    if any(map(str.isalnum, words)):
        assert all(len(row) == 6 for row in search(store, words).rows)
    assert lines(store.read()) == lines(story_graph())


@pytest.mark.parametrize("words", ["harbour AND (", '"', "", "AND", "/", "\\"])
def test_wrong_lucene_syntax_is_told(store: Neo4jStore, words: str) -> None:
    with pytest.raises(QueryError, match="these words are no full-text search"):
        run_query(store, "sentences", {"words": words})


def test_a_search_needs_all_words_and_knows_endings(store: Neo4jStore) -> None:
    assert [row[5] for row in search(store, "harbour cartel").rows] == ["sentence:c1"]
    assert search(store, "harbour cartels nowhere").rows == ()
    assert search(store, "VARGA").rows[0][:2] == ("Person", "Inés Varga")


def test_there_are_more_than_fifty_questions_and_each_names_its_limit() -> None:
    queries = [load_query(query.name) for query in list_queries()]
    assert len(queries) > 50
    assert [query.name for query in queries if "limit" not in {p.name for p in query.parameters}] == ["read/overview"]
