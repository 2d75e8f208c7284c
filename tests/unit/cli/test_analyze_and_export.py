"""`analyze` and `export` from the command line, on a small year of diplomacy in a file."""

import csv
import io
import json
from pathlib import Path

import networkx as nx
import pytest

from graphbuilder.analysis import ANALYSES, STANDARD
from graphbuilder.store.jsonl_store import JsonlStore
from tests.command_line import run
from tests.unit.analysis.diplomacy import year


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    path = tmp_path / "graph.jsonl"
    with JsonlStore(path) as store:
        store.synchronize(year())
    return path


def test_the_analyses_are_listed_without_a_graph() -> None:
    found = json.loads(run("analyze", "--list", "--json").out)

    assert [row[0] for row in found[0]["rows"]] == list(ANALYSES)


def test_the_standard_set_is_done_when_none_is_named(graph: Path) -> None:
    outcome = run("analyze", "--store", f"file:{graph}", "--format", "json")

    assert [table["name"] for table in json.loads(outcome.out)] == list(STANDARD)


def test_csv_is_one_table_with_ids(graph: Path) -> None:
    outcome = run("analyze", "relations", "--store", f"file:{graph}", "-f", "csv")

    rows = list(csv.DictReader(io.StringIO(outcome.out)))
    assert [(row["one"], row["other"], row["event_ids"]) for row in rows] == [
        ("Ana", "Bo", "event:trip-trip"), ("Ana", "Sudia", "event:aid-aid"), ("Cy", "Bo", "event:threat-threat"),
    ]  # fmt: skip
    assert run("analyze", "ties", "hits", "--store", f"file:{graph}", "-f", "csv").code == 2


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        (("--label", "Threat"), [("Cy", "Bo")]),
        (("--from", "2031-04-30"), [("Ana", "Sudia")]),
        (("--to", "2031-03-31"), [("Ana", "Bo")]),
        (("--place", "Sudia"), [("Ana", "Bo")]),
        (("--source", "Estia Echo"), [("Cy", "Bo")]),
        (("--topic", "diplomatic"), []),
        (("--status", "cancelled"), []),
        (("--min-confidence", "0.95"), []),
    ],
)
def test_filters_choose_the_events(filters: tuple[str, ...], kept: list[tuple[str, str]], graph: Path) -> None:
    (table,) = json.loads(run("analyze", "relations", *filters, "--store", f"file:{graph}", "--json").out)

    assert [tuple(row[:2]) for row in table["rows"]] == kept


def test_one_in_focus_and_two(graph: Path) -> None:
    around = run("analyze", "ego", "--of", "Ana", "--store", f"file:{graph}")
    chain = run("analyze", "chain", "--of", "Ana", "--of", "Bo", "--store", f"file:{graph}")

    assert "Around Ana" in around.out
    assert "From Ana to Bo" in chain.out
    missing = run("analyze", "ego", "--store", f"file:{graph}")
    assert (missing.code, "--of" in missing.err) == (2, True)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("astrology",), "no analysis 'astrology'"),
        (("blocs", "--every", "day"), "no time slice 'day'"),
        (("ties", "--from", "soon"), "--from soon: write a date"),
        (("ties", "--method", "love"), "no method 'love'"),
        (("ties", "--format", "docx"), "choose one of table, json, csv"),
    ],
)
def test_what_cannot_be_is_said(options: tuple[str, ...], said: str, graph: Path) -> None:
    outcome = run("analyze", *options, "--store", f"file:{graph}")

    assert outcome.code == 2
    assert said in outcome.err


def test_scores_are_written_listed_and_removed_and_the_graph_stays_as_it_is(graph: Path) -> None:
    before = graph.read_bytes()
    written = run("analyze", "pagerank", "communities", "--write", "--store", f"file:{graph}")
    again = run("analyze", "pagerank", "communities", "--write", "--store", f"file:{graph}")
    other = run("analyze", "pagerank", "--label", "Meeting", "--write", "--store", f"file:{graph}")
    listed = json.loads(run("analyze", "--runs", "--json", "--store", f"file:{graph}").out)[0]["rows"]

    table = run("analyze", "--runs", "-f", "csv", "--store", f"file:{graph}").out
    assert len(list(csv.DictReader(io.StringIO(table)))) == 2

    identifier = written.out.strip()
    assert identifier == again.out.strip() != other.out.strip()
    assert [(row[0], row[3]) for row in sorted(listed, key=lambda row: row[3])] == [
        (identifier, "analysis_community"), (other.out.strip(), "analysis_pagerank"),
    ]  # fmt: skip
    assert {json.loads(row[4]).get("selection", {}).get("labels", [None])[0] for row in listed} == {None, "Meeting"}
    assert graph.read_bytes() == before
    removed = run("analyze", "--remove", identifier, "--store", f"file:{graph}")
    assert "taken off 4 entities" in removed.err
    assert run("analyze", "--remove", identifier, "--store", f"file:{graph}").code != 0
    run("analyze", "--remove", other.out.strip(), "--store", f"file:{graph}")
    assert not graph.with_name("graph.jsonl.scores").exists()


def test_an_analysis_without_scores_cannot_be_written(graph: Path) -> None:
    outcome = run("analyze", "meetings", "--write", "--store", f"file:{graph}")

    assert outcome.code == 2
    assert "gives no score of entities" in outcome.err


def test_a_dash_is_standard_output(graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert run("export", "-", "--format", "jsonl", "--store", f"file:{graph}").out.encode() == graph.read_bytes()
    assert nx.parse_graphml(run("export", "-", "-f", "graphml", "--store", f"file:{graph}").out).number_of_nodes() > 10
    assert not (tmp_path / "-").exists()


@pytest.mark.parametrize("name", ["gexf", "graphml", "json", "csv"])
def test_a_network_goes_out_in_every_format(name: str, graph: Path, tmp_path: Path) -> None:
    outcome = run(
        "export", tmp_path / f"n.{name}", "--network", "company", "--label", "Meeting", "--store", f"file:{graph}"
    )

    assert outcome.out.startswith("2 nodes and 1 tie written to ")
    assert "Ana" in (tmp_path / f"n.{name}").read_text(encoding="utf-8")


@pytest.mark.parametrize(("kind", "rows"), [("plover", "4 rows"), ("gdelt", "0 rows"), ("visits", "1 row")])
def test_events_and_trips_go_out(kind: str, rows: str, graph: Path, tmp_path: Path) -> None:
    outcome = run("export", tmp_path / "out.txt", "--format", kind, "--store", f"file:{graph}")

    assert outcome.out.startswith(f"{rows} written to ")


def test_a_folder_for_the_import_tool_and_no_folder_on_standard_output(graph: Path, tmp_path: Path) -> None:
    outcome = run("export", tmp_path / "bulk", "--format", "neo4j-admin", "--store", f"file:{graph}")

    assert " nodes and " in outcome.out
    assert list((tmp_path / "bulk").iterdir())
    assert run("export", "-", "--format", "neo4j-admin", "--store", f"file:{graph}").code == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("out.docx",), "choose --format jsonl, graphml, gexf, neo4j-admin, plover, gdelt, weis, visits"),
        (("out.jsonl", "--network", "company"), "a network is written as graphml, gexf, json, csv"),
        (("out.gexf", "--network", "love"), "no network 'love'"),
        (("out.graphml", "--label", "Meeting"), "graphml holds the whole graph"),
    ],
)
def test_what_cannot_be_written_is_said(options: tuple[str, ...], said: str, graph: Path) -> None:
    outcome = run("export", *options, "--store", f"file:{graph}")

    assert outcome.code == 2
    assert said in outcome.err
