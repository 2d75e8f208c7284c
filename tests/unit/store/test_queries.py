from datetime import date
from pathlib import Path

import pytest

from graphbuilder.errors import QueryError
from graphbuilder.graph.schema import RELATIONSHIP_TYPES
from graphbuilder.store.jsonl_store import JsonlStore
from graphbuilder.store.parameters import Parameter
from graphbuilder.store.queries import bind, fill, list_queries, load_query, parse_query, run_query

HEADER = """// Meetings
// Who met whom,
// and where.
// $person (text, required): a name
// $day (date, default null): a day
// $most (count, default 5): how many
// returns: start, name
"""
TEXT = "MATCH (n {name: $person}) WHERE n.day = date($day) RETURN n LIMIT $most"
QUERY = parse_query("read/meetings", HEADER + TEXT + "\n")


def test_a_file_says_what_it_is_for() -> None:
    assert (QUERY.title, QUERY.description, QUERY.returns) == ("Meetings", "Who met whom, and where.", "start, name")
    assert QUERY.text == TEXT
    assert QUERY.parameters == (
        Parameter(name="person", type="text", description="a name", required=True),
        Parameter(name="day", type="date", description="a day"),
        Parameter(name="most", type="count", description="how many", default=5),
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (TEXT, "needs a title"),
        (HEADER, "then comes a statement"),
        (HEADER.replace("// returns: start, name\n", "") + TEXT, "a line 'returns:'"),
        (HEADER + "RETURN $person", "declares other parameters"),
        (HEADER + TEXT + " SKIP $some", "declares other parameters"),
        (HEADER.replace("(text, required)", "text") + TEXT, "a parameter is written"),
        (HEADER.replace("(text, required)", "(colour, required)") + TEXT, "a parameter is written"),
    ],
)
def test_a_file_that_does_not_say_it_is_refused(content: str, words: str) -> None:
    with pytest.raises(QueryError, match=words):
        parse_query("read/x", content)


def test_parameters_get_their_defaults_and_kinds() -> None:
    assert bind(QUERY, {"person": 7, "most": "3"}) == {"person": "7", "day": None, "most": 3}
    assert bind(QUERY, {"person": "A", "day": date(2020, 1, 2)})["day"] == "2020-01-02"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, r"^meetings needs --person NAME \(a name\)$"),
        ({"person": None}, r"needs --person NAME \(a name\)"),
        ({"person": "A", "who": "B"}, "meetings takes no --who; it takes --person, --day, --most"),
        ({"person": "A", "day": "soon"}, "--day must be a day written YYYY-MM-DD, not 'soon'"),
        ({"person": "A", "most": "many"}, "--most must be a whole number, 0 to 1,000,000,000, not 'many'"),
    ],
)
def test_wrong_parameters_are_told(given: dict[str, object], words: str) -> None:
    with pytest.raises(QueryError, match=words):
        bind(QUERY, given)


def test_only_names_of_the_graph_model_fill_a_placeholder() -> None:
    query = load_query("write/create_nodes")

    assert "CREATE (n:Event {id: row.id})" in fill(query, {"KEY_LABEL": "Event"})
    for name in ("Event) DETACH DELETE (m", "Robot", ""):
        with pytest.raises(QueryError, match="KEY_LABEL cannot be"):
            fill(query, {"KEY_LABEL": name})


@pytest.mark.parametrize("kind", sorted(RELATIONSHIP_TYPES))
def test_every_type_fills_the_relationship_statement(kind: str) -> None:
    text = fill(
        load_query("write/create_relationships"),
        {"RELATIONSHIP_TYPE": kind, "START_LABEL": "Event", "END_LABEL": "Entity"},
    )

    assert f"(a)-[r:{kind} {{id: row.id}}]->(b)" in text
    assert "RELATIONSHIP_TYPE" not in text


@pytest.mark.parametrize("folder", ["read", "write", "schema", "example"])
def test_every_file_has_a_whole_header(folder: str) -> None:
    found = list_queries(folder)

    assert len({query.title for query in found}) == len(found) > 7


def test_a_bare_name_is_a_question() -> None:
    assert load_query("itinerary") == load_query("read/itinerary")


@pytest.mark.parametrize("name", ["nothing", "../pyproject", "read/../write/ping", "Itinerary", ""])
def test_an_unknown_name_is_told_with_the_known_ones(name: str) -> None:
    with pytest.raises(QueryError, match=r"there is no query .*itinerary"):
        load_query(name)


def test_a_name_that_is_nearly_right_is_suggested() -> None:
    with pytest.raises(QueryError, match=r"'itinery'; did you mean itinerary\? graphbuilder query --list"):
        load_query("itinery")


def test_every_question_that_must_be_told_something_has_an_example_of_it() -> None:
    examples = {query.name.removeprefix("example/"): query.returns.split(", ") for query in list_queries("example")}
    for query in list_queries():
        needed = [parameter.name for parameter in query.parameters if parameter.required]
        if needed:
            assert examples.get(query.short, examples["_".join(needed)]) == needed
    assert not any(query.parameters for query in list_queries("example"))


def test_a_file_cannot_answer(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="cannot answer Cypher"):
        run_query(JsonlStore(tmp_path / "graph.jsonl"), "itinerary", {"person": "A"})
