"""Hostile text on the command line: it is looked up as data or refused in words, and the graph stays as it is."""

import csv
import io
import json
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.command_line import Outcome, run
from tests.faults.conftest import Target
from tests.hostile import FEW, HOSTILE, REFUSED, is_harmless

FOUND, SETTING, WORKSPACE, STORE, QUESTION, JUDGEMENT = 0, 2, 5, 6, 7, 9


class Refusal(NamedTuple):
    """A command whose last argument is hostile, and how it ends."""

    command: tuple[str, ...]
    codes: set[int]


COMMANDS = (
    Refusal(("analyze", "ego", "--of"), {FOUND, SETTING}),
    Refusal(("analyze",), {SETTING}),
    Refusal(("analyze", "meetings", "--label"), {SETTING}),
    Refusal(("analyze", "meetings", "--topic"), {SETTING}),
    Refusal(("analyze", "meetings", "--kind"), {SETTING}),
    Refusal(("analyze", "meetings", "--status"), {SETTING}),
    Refusal(("analyze", "meetings", "--place"), {SETTING}),
    Refusal(("analyze", "meetings", "--source"), {FOUND}),
    Refusal(("analyze", "meetings", "--from"), {SETTING}),
    Refusal(("analyze", "--remove"), {STORE}),
    Refusal(("analyze", "--format"), {SETTING}),
    Refusal(("analyze", "blocs", "--every"), {SETTING}),
    Refusal(("analyze", "sequences", "--trigger"), {SETTING}),
    Refusal(("export", "x.csv", "--network"), {SETTING}),
    Refusal(("export", "x.jsonl", "--format"), {SETTING}),
    Refusal(("export", "x.csv", "--network", "company", "--label"), {SETTING}),
    Refusal(("export", "x.csv", "--format", "visits", "--source"), {FOUND}),
    Refusal(("report", "--from"), {SETTING}),
    Refusal(("query", "--list"), {SETTING}),
    Refusal(("entities", "merge", "person:anna-berg"), {JUDGEMENT}),
    Refusal(("entities", "split"), {JUDGEMENT}),
    Refusal(("entities", "explain"), {JUDGEMENT}),
    Refusal(("entities", "undo"), {SETTING}),
    Refusal(("events", "merge", "event:meeting-2"), {JUDGEMENT}),
    Refusal(("events", "split"), {JUDGEMENT}),
    Refusal(("events", "explain"), {JUDGEMENT}),
    Refusal(("remove",), {STORE}),
    Refusal(("prune", "--yes", "--source"), {FOUND}),
    Refusal(("prune", "--before"), {SETTING}),
    Refusal(("kb", "remove"), {WORKSPACE}),
    Refusal(("kb", "import"), {SETTING, 3}),
    Refusal(("backup",), {SETTING}),
    Refusal(("restore",), {SETTING, WORKSPACE}),
    Refusal(("stats", "--nosuch"), {SETTING}),
    Refusal(("view",), {QUESTION}),
    Refusal(("query",), {QUESTION}),
)


def ended(arguments: tuple[str, ...], codes: set[int]) -> Outcome:
    """Run a command and return what it said, which steers nothing and is one of the ends it may have."""
    done = run(*arguments)
    assert done.code in codes, (arguments, done.code, done.err)
    assert is_harmless(done.err), (arguments, done.err)
    assert is_harmless(done.out), (arguments, done.out)
    assert (done.code != FOUND) <= ("error" in done.err.casefold() or "skipped" in done.err), (arguments, done.err)
    return done


@pytest.mark.parametrize("case", COMMANDS, ids=lambda case: " ".join(case.command))
def test_a_hostile_argument_is_looked_up_or_refused(case: Refusal, graph_file: Target, tmp_path: Path) -> None:
    for text in (*FEW.values(), *REFUSED.values()):
        ended((*case.command, text, "--store", graph_file.store), case.codes)
    assert graph_file.exported(tmp_path) == graph_file.held


@pytest.mark.parametrize("command", [("build",), ("annotate",)], ids=" ".join)
def test_a_hostile_path_is_told_and_nothing_is_read(command: tuple[str, ...], graph_file: Target) -> None:
    store = () if command == ("annotate",) else ("--store", f"{graph_file.store}.new")
    ended((*command, HOSTILE["terminal"], *REFUSED.values(), *store), {3})


@pytest.mark.parametrize("command", [("build", "x"), ("annotate", "x")], ids=" ".join)
@pytest.mark.parametrize("option", ["--date", "--field"])
def test_a_hostile_option_of_what_reads_is_refused(command: tuple[str, ...], option: str, graph_file: Target) -> None:
    for text in (*FEW.values(), *REFUSED.values()):
        ended((*command, option, text), {SETTING})
    assert Path(graph_file.store.removeprefix("file:")).read_bytes() == graph_file.held


def test_a_hostile_store_is_refused_or_is_a_file_of_that_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for text in (*HOSTILE.values(), REFUSED["nul"]):
        for store in (f"x{text}", f"bolt://127.0.0.1:1/{text}", f"neo4j+s://127.0.0.1:{text}", f"file:{text}"):
            ended(("stats", "--store", store), {FOUND, STORE} if store.startswith("file:") else {STORE})
    ended(("stats", "--store", REFUSED["surrogate"]), {SETTING})
    assert list(tmp_path.iterdir()) == []


def test_a_hostile_file_to_write_to_is_that_file_or_refused(graph_file: Target, tmp_path: Path) -> None:
    for command in (("report", "--out"), ("export", "--format", "visits"), ("export", "--format", "graphml")):
        for text in (*FEW.values(), *REFUSED.values()):
            ended((*command, text.replace("/", "-"), "--store", graph_file.store), {FOUND, SETTING, STORE})
    assert graph_file.exported(tmp_path) == graph_file.held


def test_search_finds_each_hostile_name_by_its_words(stored: Target, tmp_path: Path) -> None:
    for name, text in HOSTILE.items():
        done = ended(("search", text, "--format", "json", "--store", stored.store), {FOUND, QUESTION})
        if name in {"cypher", "quotes", "escaped", "markup", "emoji_code", "formula", "label", "composed", "script"}:
            assert text in {row["name"] for row in json.loads(done.out)}, name
        ended(("search", text, "--store", stored.store), {FOUND, QUESTION})
    ended(("search", REFUSED["nul"], "--store", stored.store), {FOUND})
    ended(("search", REFUSED["surrogate"], "--store", stored.store), {FOUND, QUESTION})
    assert stored.exported(tmp_path) == stored.held


@pytest.mark.parametrize("asking", [
    ("itinerary", "--person"), ("meetings", "--place"), ("documents", "--source"),
    ("said_on_topic", "--person", "Anna Berg", "--topic"),
    ("brokers", "--other", "Norland", "--camp"), ("around", "--id"), ("find_entity", "--name"),
    ("search", "--words"), ("document_events", "--document"), ("parts_of_event", "--event"),
], ids=lambda asking: asking[0])  # fmt: skip
def test_parameters_of_named_queries_are_values(asking: tuple[str, ...], asked: Target, tmp_path: Path) -> None:
    for text in (*FEW.values(), REFUSED["nul"]):
        ended(("query", *asking, text, "--store", asked.store), {FOUND})
    assert "half a sign" in ended(("query", *asking, REFUSED["surrogate"], "--store", asked.store), {QUESTION}).err
    assert asked.exported(tmp_path) == asked.held


def test_parameters_of_ones_own_cypher_come_back_as_they_were_given(asked: Target, tmp_path: Path) -> None:
    for text in HOSTILE.values():
        question = ("query", "RETURN $p AS p", "--param", f"p={text}", "--store", asked.store, "--format")
        assert json.loads(ended((*question, "json"), {FOUND}).out) == [{"p": text}]
        assert json.loads(ended((*question, "jsonl"), {FOUND}).out) == {"p": text}
        ended((*question, "table"), {FOUND})
        given = run(*question, "csv")
        assert next(csv.DictReader(io.StringIO(given.out, newline=""))) == {"p": text}
    half = ended(("query", "RETURN $p", "--param", f"p={REFUSED['surrogate']}", "--store", asked.store), {QUESTION})
    assert "half a sign" in half.err
    named = ended(("query", "RETURN 1", "--param", "`}) DETACH DELETE n //=1", "--store", asked.store), {FOUND})
    assert "1" in named.out
    assert asked.exported(tmp_path) == asked.held


def test_a_statement_that_would_write_is_refused_however_it_is_dressed(asked: Target, tmp_path: Path) -> None:
    for statement in (
        "MATCH (n) DETACH DELETE n",
        "/* read */ MATCH (n) SET n.x = 1",
        "RETURN 1 // \n UNION MATCH (n) DELETE n RETURN 1",
        "EXPLAIN MATCH (n) RETURN n; MATCH (n) DETACH DELETE n",
        "CALL { MATCH (n) DETACH DELETE n } RETURN 1",
        "MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS RETURN 1",
        "\\u004dATCH (n) \\u0044ETACH DELETE n",
        "DROP INDEX graphbuilder_entity_name",
        "CREATE USER anna SET PASSWORD 'long enough'",
        "LOAD CSV FROM 'file:///etc/passwd' AS row CREATE (n:Person {id: row[0]})",
    ):
        ended(("query", statement, "--store", asked.store), {QUESTION, STORE})
        ended(("view", statement, "--out", "drawn.html", "--store", asked.store), {QUESTION, STORE})
    assert asked.exported(tmp_path) == asked.held


OPTIONS_OF_NUMBERS = (
    ("query", "meetings", "--limit"),
    ("query", "meetings", "--timeout"),
    ("search", "Anna", "--limit"),
    ("search", "Anna", "--timeout"),
    ("view", "meetings", "--limit"),
    ("report", "--min-confidence"),
    ("report", "--limit"),
    ("entities", "review", "--limit"),
    *(("analyze", "--of", "person:anna-berg", f"--{name}") for name in
      ("limit", "min-confidence", "window", "step", "days", "pivots", "resolution", "seed")),
)  # fmt: skip


@pytest.mark.parametrize("command", OPTIONS_OF_NUMBERS, ids=" ".join)
@pytest.mark.parametrize("number", ["9" * 20, str(2**63 - 1), "9" * 5_000, "inf", "nan", "1e300", "-1"])
def test_an_option_refuses_a_number_that_nothing_can_hold(
    command: tuple[str, ...], number: str, graph_file: Target
) -> None:
    ended((*command, number, "--store", graph_file.store), {SETTING})


@pytest.mark.parametrize(
    "analysis", [("blocs", "--window"), ("blocs", "--window", "9", "--step"), ("sequences", "--days")]
)
def test_days_beyond_the_calendar_are_no_fault(analysis: tuple[str, ...], graph_file: Target) -> None:
    ended(("analyze", *analysis, "1000000000", "--store", graph_file.store), {FOUND})


def test_a_parameter_of_a_named_query_refuses_a_number_that_nothing_can_hold(asked: Target) -> None:
    for question in (
        ("before_and_after", "--event", "x", "--days"),
        ("best_attested", "--sources"),
        ("low_confidence_events", "--below"),
    ):
        for number in ("9" * 5_000, "inf", "nan", "1e400"):
            ended(("query", *question, number, "--store", asked.store), {QUESTION})
    ended(("query", "best_attested", "--sources", "9" * 20, "--store", asked.store), {QUESTION})
    ended(("query", "best_attested", "--sources", "1000000000", "--store", asked.store), {FOUND})
    ended(("query", "promises_followed", "--days", "1000000000", "--store", asked.store), {FOUND})


@pytest.mark.parametrize(
    "value", ["9" * 20, str(2**63), str(-(2**63) - 1), "9" * 5_000, "[" * 60 + "]" * 60, "[" * 90_000]
)
def test_a_parameter_of_ones_own_that_no_server_holds_is_refused(value: str, asked: Target) -> None:
    done = ended(("query", "RETURN $p", "-p", f"p={value}", "--store", asked.store), {SETTING, QUESTION})
    assert "too large" in done.err or "deep" in done.err
    ended(("query", "RETURN $p", "-p", f"p=[[{2**63 - 1}]]", "--store", asked.store), {FOUND})
