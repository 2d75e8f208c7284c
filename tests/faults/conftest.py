"""Stores with hostile names in them: a graph file, and a server of either version; emptied after each test."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from graphbuilder.graph.elements import Element
from graphbuilder.store.connect import open_store
from tests.command_line import run
from tests.factories import document, entity, lines, ordered, sentence, small_graph
from tests.hostile import HOSTILE

if TYPE_CHECKING:
    from tests.neo4j_fixture import Neo4jServer


class Target(NamedTuple):
    """A store by the name that `--store` takes, and the lines of the graph in it."""

    store: str
    held: bytes

    @property
    def is_file(self) -> bool:
        """Whether it is a graph file, which answers no Cypher."""
        return self.store.startswith("file:")

    def exported(self, folder: Path) -> bytes:
        """Return the lines of the graph as `export` gives them."""
        path = folder / "exported.jsonl"
        path.unlink(missing_ok=True)
        done = run("export", path, "--store", self.store, "--quiet")
        assert done.code == 0, done.err
        return path.read_bytes()


def hostile_graph() -> list[Element]:
    """Return the small graph with a person, a document and a sentence for each hostile text."""
    found = small_graph()
    for name, text in HOSTILE.items():
        found += [
            entity(f"hostile-{name}", text, aliases=[text, "other"]),
            document(f"hostile-{name}", name=text, title=text, source=text, url=f"javascript:{text}", byline=[text]),
            sentence(f"hostile-{name}", text),
        ]
    return ordered(found)


def _stored(named: str, user: str, password: str) -> Iterator[Target]:
    graph = hostile_graph()
    with open_store(named, user=user, password=password) as store:
        store.synchronize(graph)
        yield Target(named, lines(graph))
        store.synchronize([])


@pytest.fixture(params=["file", "neo4j_server", "newest_neo4j"])
def stored(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Target]:
    """Return each kind of store with the hostile graph in it; the working folder is the test's own."""
    monkeypatch.chdir(tmp_path)
    if request.param == "file":
        yield from _stored(f"file:{tmp_path / 'graph.jsonl'}", "", "")
        return
    server: Neo4jServer = request.getfixturevalue(request.param)
    monkeypatch.setenv("NEO4J_PASSWORD", server.password)
    yield from _stored(server.uri, server.user, server.password)


@pytest.fixture
def graph_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Target]:
    """Return a graph file with the hostile graph in it."""
    monkeypatch.chdir(tmp_path)
    yield from _stored(f"file:{tmp_path / 'graph.jsonl'}", "", "")


@pytest.fixture
def asked(neo4j_server: "Neo4jServer", tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Target]:
    """Return a server with the hostile graph in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    yield from _stored(neo4j_server.uri, neo4j_server.user, neo4j_server.password)
