"""A server that lets nobody write: questions are answered, everything else is refused in words that say why."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graphbuilder import server
from graphbuilder.store.connect import open_store
from tests.builds import write_rows
from tests.command_line import run
from tests.factories import lines, small_graph
from tests.neo4j_fixture import Neo4jServer, neo4j_cache, running


@pytest.fixture(scope="module")
def read_only(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """Run a server whose database, with the small graph in it, has become read-only."""
    home = tmp_path_factory.mktemp("read-only") / "home"
    with running(home) as writable, open_store(writable.uri, user=writable.user, password=writable.password) as store:
        store.synchronize(small_graph())
    found = server.start(home, cache=neo4j_cache(), more={"server.databases.default_to_read_only": "true"})
    try:
        yield Neo4jServer(found.uri, found.user, found.password, found.http_url, home)
    finally:
        server.stop(home)


def test_questions_are_answered_and_writing_is_refused_in_words(
    read_only: Neo4jServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEO4J_PASSWORD", read_only.password)
    write_rows(tmp_path / "news.jsonl", [{"text": "Ana Ruiz met Karen Holm in Oslo.", "date": "2015-03-10"}])

    assert "Anna Berg" in run("query", "itinerary", "--person", "Anna Berg", "--store", read_only.uri).out
    assert run("export", "out.jsonl", "--store", read_only.uri, "--quiet").code == 0
    assert (tmp_path / "out.jsonl").read_bytes() == lines(small_graph())
    for command in (("build", "news.jsonl", "--replace"), ("analyze", "pagerank", "--write")):
        refused = run(*command, "--store", read_only.uri)
        assert refused.code == 6, refused.err
        assert refused.err.strip().endswith("the database is read-only"), refused.err
        assert refused.err.strip().count("\n") == 0


def test_a_refused_command_leaves_workspace_and_graph_as_they_were(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    home = tmp_path_factory.mktemp("became-read-only") / "home"
    rows = [
        {"text": "Ana Ruiz met Danish Foreign Minister Karen Holm in Oslo.", "date": "2015-03-10", "source": "Daily"},
        {
            "text": "Danish Foreign Minister Karen Holm flew to Lisbon on Friday.",
            "date": "2016-03-10",
            "source": "Weekly",
        },
    ]
    write_rows(tmp_path / "both.jsonl", rows)
    write_rows(tmp_path / "one.jsonl", rows[:1])
    write_rows(tmp_path / "more.jsonl", [{"text": "Ana Ruiz resigned on Monday.", "date": "2017-03-10"}])
    with running(home) as writable:
        monkeypatch.setenv("NEO4J_PASSWORD", writable.password)
        asked = ("--store", writable.uri)
        assert run("build", "one.jsonl", *asked, "--quiet").code == 0
        assert run("backup", "one.zip", *asked).code == 0
        assert run("build", "both.jsonl", *asked, "--quiet").code == 0
        assert run("doctor", *asked).code == 0
    server.start(home, cache=neo4j_cache(), more={"server.databases.default_to_read_only": "true"})
    try:
        graph = run("export", "before.jsonl", *asked, "--quiet")
        assert graph.code == 0
        for command in (
            ("remove", "both.jsonl"),
            ("prune", "--source", "Weekly", "--yes"),
            ("restore", "one.zip", "--replace"),
            ("build", "more.jsonl"),
            ("entities", "split", "Karen Holm"),
        ):
            refused = run(*command, *asked)
            assert refused.code == 6, (command, refused.out, refused.err)
            assert refused.err.strip().endswith("the database is read-only"), command
            told = run("doctor", *asked, "--json")
            assert (told.code, "the graph is what the workspace says" in told.out) == (0, True), (command, told.out)
        assert run("entities", "list", *asked, "--json").out.strip() == "[]"
        assert run("export", "after.jsonl", *asked, "--quiet").code == 0
        assert Path("after.jsonl").read_bytes() == Path("before.jsonl").read_bytes()
    finally:
        server.stop(home)
