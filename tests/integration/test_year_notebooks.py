"""The notebooks on the year of diplomacy run from top to bottom, draw one figure each and answer their question."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.integration.test_notebooks import assert_is_a_drawing, shown

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
KEY = json.loads((NOTEBOOKS.parent / "examples" / "year" / "key.json").read_text(encoding="utf-8"))

ANSWERS: dict[str, dict[str, tuple[str, ...]]] = {
    "who_brokers": {"roles": (f"| {KEY['broker']} |",)},
    "when_they_split": {
        "blocs": tuple(", ".join(states) for states in KEY["states"].values()),
        "change": (f"{KEY['split']['date'][:7]}: from",),
    },
    "who_fell_silent": {"silences": (" | ".join(KEY["silent_dyad"]["with"]), KEY["silent_dyad"]["last"])},
    "who_travels": {"trips": (f"- {KEY['travels_most']}: ", "Geneva")},
    "what_did_not_happen": {"calendar": ("planned", "Kasane", "Johannesburg")},
    "way_to_the_treaty": {"treaty": ("Agreement", "Grace Mutinta", "Armando Chissapa"), "chain": ("| 1 |",)},
}
"""What each notebook must say, by its cell."""

Run = Callable[[str], dict[str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Return a function that runs a notebook and gives what each cell shows, by the cell's id."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setenv("MPLCONFIGDIR", str(tmp_path / "matplotlib"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("JUPYTER_PATH", str(Path(sys.prefix) / "share" / "jupyter"))

    def run_all(name: str) -> dict[str, str]:
        notebook = load(name)
        NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(NOTEBOOKS)}}).execute()
        return {cell.id: "\n".join(map(shown, cell.outputs)) for cell in notebook.cells if cell.cell_type == "code"}

    return run_all


def load(name: str) -> nbformat.NotebookNode:
    """Return a notebook as it is stored."""
    path = NOTEBOOKS / f"{name}.ipynb"
    notebook: nbformat.NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]  # its gap
    return notebook


def test_every_notebook_is_tested() -> None:
    assert {path.stem for path in NOTEBOOKS.glob("*.ipynb")} == {*ANSWERS, "who_met_whom"}


@pytest.mark.parametrize("name", ANSWERS)
def test_notebook_is_stored_clean(name: str) -> None:
    notebook = load(name)

    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None


@pytest.mark.parametrize("name", ANSWERS)
def test_notebook_answers_for_the_year(name: str, run: Run, monkeypatch: pytest.MonkeyPatch, year_graph: Path) -> None:
    monkeypatch.setenv("GRAPHBUILDER_NOTEBOOK_GRAPH", str(year_graph))

    cells = run(name)

    assert_is_a_drawing(cells["draw"])
    for cell, texts in ANSWERS[name].items():
        for text in texts:
            assert text in cells[cell]


def test_notebook_builds_its_graph_from_the_command_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GRAPHBUILDER_NOTEBOOK_GRAPH", raising=False)

    cells = run("when_they_split")

    assert KEY["split"]["date"][:7] in cells["change"]


def test_a_figure_in_the_docs_is_of_a_notebook() -> None:
    images = NOTEBOOKS.parent / "docs" / "images"
    for name in ANSWERS:
        assert (images / f"{name}.png").read_bytes().startswith(b"\x89PNG")
    pages = "".join(path.read_text(encoding="utf-8") for path in (NOTEBOOKS.parent / "docs" / "how-to").glob("*.md"))
    for name in ANSWERS:
        assert f"images/{name}.png" in pages, name
