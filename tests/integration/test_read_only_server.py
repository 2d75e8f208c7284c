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
