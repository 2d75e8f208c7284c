"""The notebook runs from top to bottom, draws its figure and names the right people."""

import base64
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from graphbuilder.store.connect import open_store
from tests.unit.analysis.graphs import event, gathering, in_order, told

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "who_met_whom.ipynb"
BARE_PAGE = 10_000
"""Bytes of a picture that shows no dot and no line are fewer."""
PNG = b"\x89PNG\r\n\x1a\n"

Run = Callable[[], dict[str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Return a function that runs the notebook and gives what each cell shows, by the cell's id."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setenv("MPLCONFIGDIR", str(tmp_path / "matplotlib"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("JUPYTER_PATH", str(Path(sys.prefix) / "share" / "jupyter"))

    def run_all() -> dict[str, str]:
        notebook = load()
        NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(NOTEBOOK.parent)}}).execute()
        return {cell.id: "\n".join(map(shown, cell.outputs)) for cell in notebook.cells if cell.cell_type == "code"}

    return run_all


def load() -> nbformat.NotebookNode:
    """Return the notebook as it is stored."""
    notebook: nbformat.NotebookNode = nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]  # its gap
    return notebook


def shown(output: nbformat.NotebookNode) -> str:
    """Return an output as text; a picture as its base64 data, a text on standard error as a failure."""
    if output.output_type == "stream":
        assert output.name == "stdout", output.text
        return str(output.text)
    data = output.data
    return str(data.get("image/png") or data.get("text/markdown") or data["text/plain"])


def assert_is_a_drawing(picture: str) -> None:
    """Check that a picture is a PNG that shows more than its title."""
    data = base64.b64decode(picture)
    assert data.startswith(PNG)
    assert len(data) > BARE_PAGE


def test_notebook_is_stored_clean() -> None:
    notebook = load()

    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None


def test_notebook_answers_for_a_graph_of_ones_own(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    talks, dinner = event("1", start=date(2031, 4, 2)), event("2", "Summit")
    elements = in_order(
        [
            *gathering(("Ana Soto", "Bo Lund"), talks),
            *told(talks, "Ana Soto sat down with Bo Lund over coffee.", "Coffee"),
            *gathering(("Ana Soto", "Bo Lund"), dinner),
            *told(dinner, "They dined again in May.", "Dinner"),
            *gathering(("Bo Lund", "Cy Marsh"), event("3")),
            *gathering(("Ana Soto", "Di Nash"), event("4", status="cancelled")),
            *gathering(("Ed Orr", "Bo Lund"), event("5", "Accusation")),
        ]
    )
    with open_store(f"file:{tmp_path / 'own.jsonl'}") as store:
        store.synchronize(elements)
    monkeypatch.setenv("GRAPHBUILDER_NOTEBOOK_GRAPH", str(tmp_path / "own.jsonl"))

    cells = run()

    assert cells["build"].strip() == "5 events: 4 actual, 0 planned, 1 cancelled, 0 negated, 0 hypothetical."
    assert_is_a_drawing(cells["draw"])
    assert "| Ana Soto | Bo Lund | 2 | 2031-04-02 | 2031-04-02 |" in cells["pairs"]
    assert "| Bo Lund | Cy Marsh | 1 |" in cells["pairs"]
    assert "Di Nash" not in cells["pairs"]
    assert "| Ana Soto | Di Nash | 1 |" in cells["not"]
    assert "| Bo Lund | Person | 1.0 | 2 |" in cells["brokers"]
    assert "Ed Orr" not in cells["brokers"]
    assert "> Ana Soto sat down with Bo Lund over coffee.  \n> (Coffee)" in cells["evidence"]
    assert "> They dined again in May.  \n> (Dinner)" in cells["evidence"]


def test_notebook_says_when_nobody_met(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with open_store(f"file:{tmp_path / 'own.jsonl'}") as store:
        store.synchronize([])
    monkeypatch.setenv("GRAPHBUILDER_NOTEBOOK_GRAPH", str(tmp_path / "own.jsonl"))

    cells = run()

    assert len(base64.b64decode(cells["draw"])) < BARE_PAGE
    assert "No event matches." in cells["pairs"]
    assert cells["evidence"] == "Nobody met anybody in this graph."


def test_notebook_answers_for_the_demo(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The presidents of Chile and Bolivia met in Lima; the UN envoy met each of them in March (examples/news)."""
    monkeypatch.delenv("GRAPHBUILDER_NOTEBOOK_GRAPH", raising=False)

    cells = run()

    assert_is_a_drawing(cells["draw"])
    pairs = [set(line.strip("| ").split(" | ")[:2]) for line in cells["pairs"].split("\n")]
    assert {"Beatriz Urrutia", "Mateo Arancibia"} in pairs
    assert {"Beatriz Urrutia", "Ingrid Halvorsen"} in pairs
    assert "Ingrid Halvorsen" in cells["brokers"]
    assert "> " in cells["evidence"]
