"""Run the notebooks and keep each one's figure in `docs/images`, so that the documentation shows what the notebooks draw.

`python scripts/make_figures.py [GRAPH.jsonl]`; with a graph file the notebooks read it and build none.
"""

import base64
import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"


def figures(path: Path) -> list[bytes]:
    """Return the pictures that a notebook shows, as PNG, in their order."""
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]  # its gap
    NotebookClient(notebook, timeout=600, resources={"metadata": {"path": str(path.parent)}}).execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    return [base64.b64decode(output.data["image/png"]) for output in outputs if "image/png" in output.get("data", {})]


def main(graph: Path | None) -> None:
    """Write one picture per notebook of the year of diplomacy."""
    if graph:
        os.environ["GRAPHBUILDER_NOTEBOOK_GRAPH"] = str(graph.absolute())
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        if 'examples" / "year' not in path.read_text(encoding="utf-8").replace("\\", ""):
            continue
        (picture,) = figures(path)
        (IMAGES / f"{path.stem}.png").write_bytes(picture)
        print(f"{path.stem}.png, {len(picture):,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
