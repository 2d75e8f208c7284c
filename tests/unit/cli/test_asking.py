"""What the shell completes after `graphbuilder query`, and what is shown of the named queries."""

import json
import os
from pathlib import Path
from unittest import mock

import pytest

from graphbuilder.ontology import load_ontology
from graphbuilder.records.annotation import Status
from graphbuilder.store.jsonl_store import JsonlStore
from graphbuilder.store.queries import list_queries
from tests.command_line import run
from tests.stories import story_graph


def completed(*words: str) -> list[str]:
    """Return what bash would offer for the last of `words`."""
    line = {"_GRAPHBUILDER_COMPLETE": "complete_bash", "COMP_WORDS": " ".join(words), "COMP_CWORD": str(len(words) - 1)}
    with mock.patch.dict(os.environ, line):
        return run().out.split()


def test_the_shell_completes_names_of_queries() -> None:
    assert completed("graphbuilder", "query", "meeting") == ["meeting_places", "meetings"]


def test_the_shell_completes_the_parameters_of_the_query_that_was_named() -> None:
    offered = completed("graphbuilder", "query", "meetings", "--")
    assert {"--person", "--place", "--from", "--to", "--limit", "--format"} <= set(offered)
    assert not {"--camp", "--words", "--event"} & set(offered)
    assert "--camp" in completed("graphbuilder", "query", "brokers", "--c")


def test_the_shell_completes_values() -> None:
    assert completed("graphbuilder", "query", "timeline", "--type", "M") == ["Meeting", "Mobilization"]
    assert completed("graphbuilder", "query", "timeline", "--status", "") == [status.value for status in Status]
    assert completed("graphbuilder", "query", "countries_over_time", "--step", "q") == ["quarter"]
    assert completed("graphbuilder", "query", "meetings", "--person", "A") == []


def test_the_shell_completes_what_analyses_count() -> None:
    assert completed("graphbuilder", "analyze", "--label", "Me") == ["Meeting"]
    assert completed("graphbuilder", "analyze", "--status", "") == [*(status.value for status in Status), "all"]
    assert completed("graphbuilder", "export", "--kind", "P") == ["Person", "Place"]
    assert "military" in completed("graphbuilder", "analyze", "--topic", "mil")


def test_the_shell_completes_formats_networks_and_analyses() -> None:
    assert completed("graphbuilder", "query", "meetings", "--format", "j") == ["json", "jsonl"]
    assert completed("graphbuilder", "schema", "-f", "c") == ["cypher"]
    assert completed("graphbuilder", "export", "x", "--format", "g") == ["graphml", "gexf", "gdelt"]
    assert completed("graphbuilder", "export", "x", "--network", "co") == ["company", "countries"]
    assert completed("graphbuilder", "analyze", "betw") == ["betweenness"]


def test_topics_are_completed_by_the_names_that_the_graph_gives_them() -> None:
    assert "Military" in load_ontology().topics.values()
    assert completed("graphbuilder", "query", "said_on_topic", "--topic", "Mili") == ["Military"]


def test_no_parameter_is_named_like_an_option() -> None:
    taken = {"param", "list", "format", "timeout", "store", "help"}
    assert not taken & {parameter.name for query in list_queries() for parameter in query.parameters}


def test_all_queries_are_listed_with_what_must_be_given() -> None:
    shown = run("query", "--list")
    assert shown.out == run("query").out
    assert all(query.name.removeprefix("read/") in shown.out for query in list_queries())
    assert "camp*, other*, from, to" in shown.out


def test_one_query_is_explained() -> None:
    shown = run("query", "brokers", "--list").out
    assert "Brokers between two camps" in shown
    assert "--camp" in shown
    assert "must be given" in shown
    unknown = run("query", "nonsense", "--list")
    assert (unknown.code, "there is no query 'nonsense'" in unknown.err) == (2, True)
    assert "did you mean brokers?" in run("query", "broker", "--list").err


def test_the_list_comes_in_every_format() -> None:
    listed = json.loads(run("query", "--list", "--format", "json").out)
    assert {row["name"] for row in listed} == {query.short for query in list_queries()}
    assert [json.loads(line) for line in run("query", "--list", "--format", "jsonl").out.splitlines()] == listed
    assert run("query", "--format", "csv").out.splitlines()[0] == "name,answers,parameters"
    told = json.loads(run("query", "brokers", "--list", "--format", "json").out)
    assert [row["parameter"] for row in told][:1] == ["--camp"]
    assert run("query", "--list", "--format", "xml").code == 2


@pytest.mark.parametrize("arguments", [("query", "meetings", "--format", "xml"), ("search", "x", "--format", "xml")])
def test_an_unknown_format_is_refused(arguments: tuple[str, ...]) -> None:
    outcome = run(*arguments, "--store", "file:none.jsonl")
    assert (outcome.code, "choose one of" in outcome.err) == (2, True)


def test_search_on_a_file(tmp_path: Path) -> None:
    path = tmp_path / "graph.jsonl"
    JsonlStore(path).synchronize(story_graph())
    found = run("search", "ines varga", "--store", f"file:{path}", "--format", "csv")
    assert found.out.splitlines() == [
        "found,name,document,published,score,id",
        "Person,Inés Varga,,,,person:ines-varga",
    ]
    nothing = run("search", "'); DROP", "--store", f"file:{path}")
    assert (nothing.code, "nothing has all these words" in nothing.err) == (0, True)
