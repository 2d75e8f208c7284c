"""The example reports: the same graph in a file and in Neo4j, in any order, once or twice; nothing false, everything evident."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphbuilder.graph.elements import encode
from graphbuilder.ingest import IngestOptions
from graphbuilder.pipeline import build, remove
from graphbuilder.store.base import GraphStore
from graphbuilder.store.connect import open_store
from graphbuilder.workspace.log import Workspace
from tests.builds import Remembering, Silent, build_file, read_file
from tests.invariants import assert_declared, assert_evidence
from tests.neo4j_fixture import Neo4jServer

NEWS = Path(__file__).parents[2] / "examples" / "news"


@pytest.fixture(scope="module")
def example_graph(tmp_path_factory: pytest.TempPathFactory, annotator: Remembering) -> Path:
    """Return the graph file of the example reports."""
    graph = tmp_path_factory.mktemp("examples") / "graph.jsonl"
    report = build_file([NEWS], graph, annotator)
    assert not report.skipped
    return graph


@pytest.fixture
def neo4j_store(neo4j_server: Neo4jServer) -> Iterator[GraphStore]:
    """Return an empty store on the real server."""
    with open_store(neo4j_server.uri, user=neo4j_server.user, password=neo4j_server.password) as store:
        store.synchronize([])
        yield store
        store.synchronize([])


def exported(store: GraphStore) -> bytes:
    return b"".join(encode(element) + b"\n" for element in store.read())


def test_the_reports_in_reverse_give_the_same_bytes(
    example_graph: Path, annotator: Remembering, tmp_path: Path
) -> None:
    graph = tmp_path / "reversed.jsonl"
    build_file(sorted(NEWS.iterdir(), reverse=True), graph, annotator)
    assert graph.read_bytes() == example_graph.read_bytes()


def test_a_second_build_changes_nothing(example_graph: Path, annotator: Remembering, tmp_path: Path) -> None:
    graph = tmp_path / "graph.jsonl"
    build_file([NEWS], graph, annotator)
    before = graph.stat()
    report = build_file([NEWS], graph, annotator)
    assert (report.write.changed, report.annotated) == (0, 0)
    assert graph.stat().st_mtime_ns == before.st_mtime_ns
    assert graph.read_bytes() == example_graph.read_bytes()


def test_neo4j_holds_the_same_bytes_also_after_a_second_build_and_a_removal(
    example_graph: Path, annotator: Remembering, neo4j_store: GraphStore, tmp_path: Path
) -> None:
    wanted = example_graph.read_bytes()
    with Workspace(tmp_path / "workspace.sqlite") as workspace:

        def build_into_server(path: Path) -> int:
            report = build(
                [str(path)],
                workspace=workspace,
                store=neo4j_store,
                annotator=annotator,
                options=IngestOptions(),
                progress=Silent(),
            )
            return report.write.changed

        assert build_into_server(NEWS) > 0
        assert exported(neo4j_store) == wanted
        assert build_into_server(NEWS) == 0
        assert exported(neo4j_store) == wanted
        elements = list(neo4j_store.read())
        assert_declared(elements)
        events, participations = assert_evidence(elements)
        assert events > 30
        assert participations > 50

        gone = NEWS / "lima-summit.html"
        remove([str(gone)], workspace=workspace, store=neo4j_store, progress=Silent())
        rest = tmp_path / "rest"
        shutil.copytree(NEWS, rest)
        (rest / gone.name).unlink()
        without = tmp_path / "without.jsonl"
        build_file([rest], without, annotator)
        assert exported(neo4j_store) == without.read_bytes()


def test_the_file_keeps_the_invariants(example_graph: Path) -> None:
    elements = read_file(example_graph)
    assert_declared(elements)
    events, participations = assert_evidence(elements)
    assert events > 30
    assert participations > 50
