"""A graph imported in bulk is the graph that is written piece by piece: property by property, in a real server."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphbuilder.server import database
from graphbuilder.store.bulk_files import write_bulk_files
from graphbuilder.store.connect import open_store
from tests.factories import document, entity, event, lines, ordered, relationship, sentence, small_graph
from tests.neo4j_fixture import Neo4jServer, neo4j_cache, newest_lock, running

if TYPE_CHECKING:
    from graphbuilder.server.lock import Lock

HOSTILE = (
    '"}) DETACH DELETE n //', "a,b;c|d\te", "line\nbreak", "back\\slash \\", "Ærø 毛 🏛️ e\u0301", "", " ", "null", "'",
)  # fmt: skip


@pytest.fixture(params=[None, newest_lock()], ids=["shipped", "newest"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Neo4jServer]:
    """Run a server of its own: an import replaces the whole database."""
    lock: Lock | None = request.param
    with running(tmp_path / "home", lock=lock) as started:
        yield started


def test_a_bulk_import_is_the_incremental_graph(
    server: Neo4jServer, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    people = [entity(f"p{place}", f"x{name}", aliases=[name, "A; B"]) for place, name in enumerate(HOSTILE)]
    said = [sentence(f"s{place}", name) for place, name in enumerate(HOSTILE)]
    home = document("whole")
    mentions = [
        relationship("MENTIONS", one, other, text=one.properties["text"])
        for one, other in zip(said, people, strict=True)
    ]
    filed = [relationship("IN_DOCUMENT", one, home) for one in said]
    graph = ordered([*small_graph(), home, *people, *said, *mentions, *filed, event("day-less", "Trip", None)])
    files = write_bulk_files(graph, tmp_path / "bulk")
    lock = None if "shipped" in request.node.name else newest_lock()

    database.import_files(server.home, tmp_path / "bulk", files.options, cache=neo4j_cache(), lock=lock)

    with open_store(server.uri, user=server.user, password=server.password) as store:
        assert lines(store.read()) == lines(graph)
        again = store.synchronize(graph)
        assert (again.changed, again.unchanged) == (0, len(graph))


def test_a_dump_brings_back_what_was_there(tmp_path: Path) -> None:
    graph = small_graph()
    with running(tmp_path / "home") as server:
        with open_store(server.uri, user=server.user, password=server.password) as store:
            store.synchronize(graph)
        (tmp_path / "dump").mkdir()
        assert database.dump(server.home, tmp_path / "dump", cache=neo4j_cache()).stat().st_size > 0
        with open_store(server.uri, user=server.user, password=server.password) as store:
            store.synchronize([])
        database.load(server.home, tmp_path / "dump", cache=neo4j_cache())
        with open_store(server.uri, user=server.user, password=server.password) as store:
            assert lines(store.read()) == lines(graph)
