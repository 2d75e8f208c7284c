"""Two reports of one day name two presidents, an imported list a third: all are kept, and shown as conflicting."""

import json
from datetime import date
from pathlib import Path

import pytest
from neo4j import GraphDatabase

from graphbuilder.analysis.offices import rival_holders
from graphbuilder.analysis.reading import read_participations
from graphbuilder.graph.elements import Relationship, encode
from graphbuilder.store.neo4j_store import Neo4jStore
from graphbuilder.store.queries import bind, load_query
from tests.builds import read_file
from tests.command_line import run
from tests.neo4j_fixture import Neo4jServer

ROWS = (
    {"text": "Honduran President Marta Zelaya met farmers in Tegucigalpa on Thursday.", "date": "2019-06-20"},
    {"text": "Honduran President Oscar Pineda flew to Madrid on Thursday and met bankers.", "date": "2019-06-20"},
    {"text": "Honduran President Marta Zelaya met nurses in San Pedro Sula on Monday.", "date": "2019-06-24"},
)
LIST = "name,position,of,start,end,wikidata\nLuisa Moncada,President,Honduras,2018-01-01,2022-01-01,Q990001\n"
STORE = ("--store", "file:graph.jsonl")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Build the reports in a folder of their own."""
    (tmp_path / "news.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    (tmp_path / "kb.csv").write_text(LIST, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = run("build", "news.jsonl", *STORE, "--quiet")
    assert done.code == 0, done.err


def contested(name: str) -> list[tuple[str, str, str]]:
    told = json.loads(run("entities", "explain", name, *STORE, "--json").out)
    return [(row["other"], row["first"], row["last"]) for row in told["contested"]]


def test_both_holders_are_kept_and_shown_as_conflicting() -> None:
    elements = list(read_file(Path("graph.jsonl")))
    held = {e.start_id: e.properties for e in elements if isinstance(e, Relationship) and e.type == "HOLDS"}
    assert {who: (v["observed_first"], v["observed_last"], v["former"]) for who, v in held.items()} == {
        "person:marta-zelaya": (date(2019, 6, 20), date(2019, 6, 24), False),
        "person:oscar-pineda": (date(2019, 6, 20), date(2019, 6, 20), False),
    }
    sentences = {e.end_id for e in elements if isinstance(e, Relationship) and e.type == "MENTIONS"}
    assert held.keys() <= sentences
    (rivals,) = rival_holders(read_participations(elements))
    assert (rivals.of, rivals.holder, rivals.other) == ("Honduras", "Marta Zelaya", "Oscar Pineda")
    assert contested("Marta Zelaya") == [("Oscar Pineda", "2019-06-20", "2019-06-20")]
    assert contested("Oscar Pineda") == [("Marta Zelaya", "2019-06-20", "2019-06-20")]
    shown = run("entities", "explain", "Oscar Pineda", *STORE).out
    assert "Conflicting holders, all kept" in shown


def test_a_list_that_names_a_third_contradicts_both_and_changes_neither() -> None:
    before = Path("graph.jsonl").read_bytes()
    assert run("kb", "import", "kb.csv", *STORE, "--quiet").code == 0
    assert Path("graph.jsonl").read_bytes() == before
    assert contested("Marta Zelaya") == [
        ("Oscar Pineda", "2019-06-20", "2019-06-20"),
        ("Luisa Moncada", "2019-06-20", "2019-06-24"),
    ]


def test_the_report_lists_offices_with_two_holders() -> None:
    assert run("report", *STORE, "--out", "report.html", "--quiet").code == 0
    page = Path("report.html").read_text(encoding="utf-8")
    assert "Offices with two holders at one time" in page
    assert "Oscar Pineda" in page


def test_the_question_of_who_held_it_on_a_day_names_both(neo4j_server: Neo4jServer) -> None:
    query = load_query("read/positions_on")
    with (
        Neo4jStore.connect(neo4j_server.uri, neo4j_server.user, neo4j_server.password) as store,
        GraphDatabase.driver(neo4j_server.uri, auth=(neo4j_server.user, neo4j_server.password)) as driver,
    ):
        store.synchronize(read_file(Path("graph.jsonl")))
        given = bind(query, {"day": "2019-06-21"})
        rows = [dict(record) for record in driver.execute_query(query.text, given).records]
        exported = [encode(element) for element in store.read()]
        store.synchronize([])
    assert [(row["person"], row["position"], row["of"], row["also_held_by"]) for row in rows] == [
        ("Marta Zelaya", "President", ["Honduras"], ["Oscar Pineda"]),
        ("Oscar Pineda", "President", ["Honduras"], ["Marta Zelaya"]),
    ]
    assert b"".join(line + b"\n" for line in exported) == Path("graph.jsonl").read_bytes()
