"""The command line as a person uses it, on a graph file and on the private Neo4j."""

import csv
import io
import json
import shlex
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest

from tests.builds import read_file, write_rows
from tests.command_line import run
from tests.neo4j_fixture import Neo4jServer

ROWS = (
    {
        "body": "Danish Foreign Minister Karen Holm met Chilean President Pablo Rojas in Lisbon on Thursday.",
        "day": "2021-03-04",
    },
    {"body": "Karen Holm and Kenyan Interior Minister Amos Kiptoo met in Oslo on Friday.", "day": "2021-03-05"},
)
FIELDS = ("--field", "text=body", "--field", "date=day")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Return a file of two reports, with field names of its own."""
    path = tmp_path / "wire.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    return path


@pytest.fixture
def graph(news: Path, tmp_path: Path) -> Path:
    """Return the graph file of the two reports."""
    path = tmp_path / "graph.jsonl"
    assert run("build", news, *FIELDS, "--store", f"file:{path}", "--quiet").code == 0
    return path


@pytest.fixture
def on_server(neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch, news: Path, tmp_path: Path) -> Iterator[None]:
    """Put the two reports into the real server, which the environment names."""
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    assert run("build", news, *FIELDS, "--quiet").code == 0
    yield
    empty = tmp_path / "empty"
    empty.mkdir()
    assert run("remove", news, "--quiet").code == 0


def test_build_shows_a_summary_and_a_second_build_writes_nothing(news: Path, tmp_path: Path) -> None:
    target = f"file:{tmp_path / 'graph.jsonl'}"
    first = run("build", news, *FIELDS, "--store", target)
    assert first.code == 0
    assert "Meeting" in first.out
    assert "annotated now" in first.out
    second = run("build", news, *FIELDS, "--store", target)
    assert "nothing had to be written" in second.out


def test_build_as_json_is_one_object(news: Path, tmp_path: Path) -> None:
    outcome = run("build", news, *FIELDS, "--store", f"file:{tmp_path / 'graph.jsonl'}", "--json")
    report = json.loads(outcome.out)
    assert (report["read"], report["annotated"], report["skipped"]) == (2, 2, [])
    assert report["events"]["Meeting"] == {"actual": 2}


def test_quiet_prints_nothing_when_all_is_well(news: Path, tmp_path: Path) -> None:
    outcome = run("build", news, *FIELDS, "--store", f"file:{tmp_path / 'graph.jsonl'}", "--quiet")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")


def test_build_reads_standard_input(tmp_path: Path) -> None:
    target = f"file:{tmp_path / 'graph.jsonl'}"
    content = "\n".join(json.dumps({"text": row["body"], "date": row["day"]}) for row in ROWS).encode()
    outcome = run("build", "-", "--store", target, "--json", stdin=content)
    assert json.loads(outcome.out)["events"]["Meeting"] == {"actual": 2}


def test_deleting_the_graph_file_starts_over(news: Path, graph: Path) -> None:
    graph.unlink()
    outcome = run("build", news, *FIELDS, "--store", f"file:{graph}", "--json")
    assert json.loads(outcome.out)["annotated"] == 2
    assert "starts over" in outcome.err


def test_a_graph_that_another_workspace_wrote_is_not_replaced_unasked(news: Path, graph: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.jsonl"
    copy.write_bytes(graph.read_bytes())
    single = write_rows(tmp_path / "one.jsonl", [{"text": ROWS[0]["body"]}])
    refused = run("build", single, "--store", f"file:{copy}")
    assert refused.code == 6
    assert "--replace" in refused.err
    assert copy.read_bytes() == graph.read_bytes()
    assert run("build", single, "--store", f"file:{copy}", "--replace", "--quiet").code == 0
    assert "Kiptoo" not in copy.read_text(encoding="utf-8")
    assert run("build", news, *FIELDS, "--store", f"file:{copy}", "--quiet").code == 0


def test_an_undated_report_says_that_its_days_stay_unresolved(tmp_path: Path) -> None:
    single = write_rows(tmp_path / "one.jsonl", [{"text": "Karen Holm met Pablo Rojas in Lisbon on Monday."}])
    target = tmp_path / "undated.jsonl"
    outcome = run("build", single, "--store", f"file:{target}")
    assert "1 of 1 documents have no publication date" in outcome.err
    (meeting,) = [e for e in read_file(target) if e.id.startswith("event:meeting")]
    assert (meeting.properties["date_text"], meeting.properties["date_precision"]) == ("Monday", "unknown")
    assert "start" not in meeting.properties


def test_remove_takes_back_what_only_that_document_said(graph: Path, news: Path) -> None:
    outcome = run("remove", f"{news}:2", "--store", f"file:{graph}")
    assert outcome.code == 0
    assert "removed 1 document" in outcome.out
    text = graph.read_text(encoding="utf-8")
    assert "Pablo Rojas" in text
    assert "Kiptoo" not in text
    missing = run("remove", "nowhere.txt", "--store", f"file:{graph}")
    assert missing.code == 5
    assert "holds no document" in missing.err
    unknown = run("remove", "https://nothing.example/a", "--store", f"file:{graph}")
    assert (unknown.code, "'https://nothing.example/a'" in unknown.err) == (5, True)


def test_analyze_ranks_who_took_part(graph: Path) -> None:
    outcome = run("analyze", "participation", "betweenness", "--store", f"file:{graph}", "--json")
    tables = {table["name"]: table for table in json.loads(outcome.out)}
    assert tables["participation"]["rows"][0][0] == "Karen Holm"
    assert tables["betweenness"]["rows"][0][0] == "Karen Holm"
    shown = run("analyze", "participation", "--store", f"file:{graph}")
    assert "Karen Holm" in shown.out


def test_analyze_refuses_a_name_it_does_not_know(graph: Path) -> None:
    outcome = run("analyze", "astrology", "--store", f"file:{graph}")
    assert outcome.code == 2
    assert "astrology" in outcome.err


@pytest.mark.parametrize(("suffix", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_export_can_be_read_back(suffix: str, read: object, graph: Path, tmp_path: Path) -> None:
    path = tmp_path / f"out.{suffix}"
    assert run("export", path, "--store", f"file:{graph}").code == 0
    assert callable(read)
    names = {data.get("name") for _, data in read(path).nodes(data=True)}
    assert {"Karen Holm", "Pablo Rojas", "Amos Kiptoo"} <= names


def test_report_is_one_page_and_the_same_twice(graph: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.html"
    done = run("report", "--store", f"file:{graph}", "--out", path, "--title", "Talks & trips")
    assert (done.code, done.err) == (0, "")
    page = path.read_bytes()
    assert b"<title>Talks &amp; trips</title>" in page
    assert b"Karen Holm" in page
    assert run("report", "--store", f"file:{graph}", "-o", path, "--title", "Talks & trips", "-q").out == ""
    assert path.read_bytes() == page


def test_report_says_where_it_cannot_write(graph: Path, tmp_path: Path) -> None:
    done = run("report", "--store", f"file:{graph}", "--out", tmp_path / "none" / "out.html")
    assert done.code == 2
    assert "the page cannot be written there" in done.err.replace("\n", " ")


def test_export_from_the_server_is_the_graph_file(on_server: None, graph: Path, tmp_path: Path) -> None:
    del on_server
    path = tmp_path / "out.jsonl"
    assert run("export", path).code == 0
    assert path.read_bytes() == graph.read_bytes()


def test_query_by_name_by_text_and_in_every_format(on_server: None) -> None:
    del on_server
    listed = run("query")
    assert "itinerary" in listed.out
    cypher = (
        "MATCH (p:Person)-[:PARTICIPATED_IN]->(e:Meeting) RETURN p.name AS name, count(e) AS n ORDER BY n DESC, name"
    )
    rows = json.loads(run("query", cypher, "--format", "json").out)
    assert rows[0] == {"name": "Karen Holm", "n": 2}
    lines = [json.loads(line) for line in run("query", cypher, "--format", "jsonl").out.splitlines()]
    assert lines == rows
    table = list(csv.reader(io.StringIO(run("query", cypher, "--format", "csv").out)))
    assert table[:2] == [["name", "n"], ["Karen Holm", "2"]]
    assert "Pablo Rojas" in run("query", cypher).out
    one = run("query", "MATCH (p:Person {name: $who}) RETURN p.name AS name", "-p", "who=Amos Kiptoo", "-f", "json")
    assert json.loads(one.out) == [{"name": "Amos Kiptoo"}]


def test_a_named_query_takes_its_parameters_as_options(on_server: None) -> None:
    del on_server
    asked = run("query", "meetings", "--person", "holm", "--from", "2021-03-05", "-f", "json")
    assert [row["people"] for row in json.loads(asked.out)] == [["Amos Kiptoo", "Karen Holm"]]
    cut = run("query", "meetings", "--limit", "1", "-f", "jsonl")
    assert len(cut.out.splitlines()) == 1
    assert "only the first 1 row shown" in cut.err
    wrong = run("query", "meetings", "--camp", "x")
    assert (wrong.code, "meetings takes no --camp; it takes --person" in wrong.err) == (7, True)
    nobody = run("query", "itinerary", "--person", "Zoe Nobody", "-f", "jsonl")
    assert (nobody.code, nobody.out) == (0, "")
    assert "nobody and nothing in the graph is called 'Zoe Nobody'; graphbuilder search" in nobody.err
    assert run("query", "meetings", "--person", "holm", "--from", "2031-01-01", "-f", "jsonl").err == ""
    assert "nothing in the graph has the id 'event:none'" in run("query", "evidence", "--event", "event:none").err
    assert (
        "no document is from 'Nowhere Post'; graphbuilder" in run("query", "documents", "--source", "Nowhere Post").err
    )
    told = run("query", "itinerary")
    assert (told.code, told.out) == (7, "")
    assert told.err.startswith("error: itinerary needs --person NAME (a name or another spelling, ")
    example = told.err.strip().partition(", for example ")[2]
    assert run("query", "itinerary", *shlex.split(example), "-f", "jsonl").out
    wrong_word = run("query", "timeline", "--type", "Metting")
    assert (wrong_word.code, "did you mean Meeting?" in wrong_word.err) == (7, True)
    hostile = run("query", "meetings", "--person", "'}) DETACH DELETE n //", "-f", "jsonl")
    assert (hostile.code, hostile.out) == (0, "")


def test_search_on_the_server(on_server: None) -> None:
    del on_server
    found = json.loads(run("search", "Karen HOLM", "-f", "json").out)
    assert found[0]["name"] == "Karen Holm"
    assert {row["found"] for row in found} >= {"Person", "Sentence"}
    assert run("search", '"').code == 7


@pytest.mark.parametrize(
    "cypher",
    ["CREATE (n:Person {id: 'x', name: 'x'})", "MATCH (n) DETACH DELETE n", "MATCH (n) SET n.name = 'x'", "RETURN 1 +"],
)
def test_query_never_writes_and_says_what_is_wrong(on_server: None, cypher: str) -> None:
    del on_server
    before = run("query", "MATCH (n) RETURN count(n) AS n", "-f", "json").out
    outcome = run("query", cypher)
    assert outcome.code == 7
    assert outcome.err.startswith("error: the statement ")
    assert "Traceback" not in outcome.err
    assert run("query", "MATCH (n) RETURN count(n) AS n", "-f", "json").out == before


def test_query_on_a_file_says_what_to_do(graph: Path) -> None:
    outcome = run("query", "itinerary", "--store", f"file:{graph}")
    assert outcome.code == 7
    assert "Neo4j" in outcome.err


def test_the_private_server_shows_its_status_from_the_command_line(neo4j_server: Neo4jServer) -> None:
    outcome = run("neo4j", "status", "--home", neo4j_server.home, "--json")
    found = json.loads(outcome.out)
    assert (outcome.code, found["running"], found["bolt_uri"]) == (0, True, neo4j_server.uri)
    assert neo4j_server.password not in outcome.out
    started = run("neo4j", "start", "--home", neo4j_server.home)
    assert started.code == 0
    assert neo4j_server.uri in started.out
    assert neo4j_server.password not in started.out


def test_a_server_that_does_not_run_has_that_status(tmp_path: Path) -> None:
    outcome = run("neo4j", "status", "--home", tmp_path / "nothing", "--json")
    assert (outcome.code, json.loads(outcome.out)["running"]) == (1, False)


def test_settings_come_from_the_file_and_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "graphbuilder.toml").write_text('colour = "blue"\n')
    outcome = run("build", "x.txt", "--store", "file:g.jsonl")
    assert outcome.code == 2
    assert "colour" in outcome.err
    (tmp_path / "graphbuilder.toml").write_text('model = "no_such_model"\n')
    outcome = run("build", "x.txt", "--store", "file:g.jsonl")
    assert outcome.code == 4
    assert "no_such_model" in outcome.err
