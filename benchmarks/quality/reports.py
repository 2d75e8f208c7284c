"""Our own reports against their key: `python -m benchmarks.quality.reports tests/gold/wire [--errors]`.

The reports of a folder are built into one graph in a temporary file, each with the day of publication that the key
(`expected.json`) gives it, and the scorer beside the development sets compares graph and key. The other set,
`tests/gold/reports`, is counted only: whoever saw its errors could no longer tell with it whether what was learned elsewhere
carries over.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import msgspec

from benchmarks.quality.needed import REFUSED, refuse

try:
    from benchmarks.quality.parses import parser
    from benchmarks.quality.predicting import GOLD
    from benchmarks.speed.build import build_once
    from graphbuilder.nlp.pipeline import Annotator
except ModuleNotFoundError as error:
    refuse(error)

KEY: Final = "expected.json"
SCORER: Final = GOLD.parent / "score_graph.py"
BLIND: Final = ("gold", "reports")
"""How the path of the set ends whose errors nobody reads, in whatever checkout it lies."""


class Scores(msgspec.Struct, frozen=True):
    """What the scorer says: items of the key found, and a line for each one that is not or that must not be there."""

    found: int
    of: int
    missing: tuple[str, ...]
    wrong: tuple[str, ...]
    """Events that fail one condition of the key only, which the line names."""
    forbidden: tuple[str, ...]

    @property
    def total(self) -> str:
        """The line that is printed for every set."""
        return f"found {self.found} of {self.of}; forbidden {len(self.forbidden)}"

    def errors(self) -> Iterator[str]:
        """Yield a line for each error, in the order of the key."""
        for kind in ("missing", "wrong", "forbidden"):
            for line in getattr(self, kind):
                yield f"{kind}: {line}"


def is_blind(folder: Path) -> bool:
    """Return whether the errors on the reports of a folder stay unread."""
    return folder.resolve().parts[-len(BLIND) :] == BLIND


def rows(folder: Path) -> Iterator[dict[str, str]]:
    """Yield text and day of each report of a key; what else lies in the folder is none."""
    key: dict[str, dict[str, Any]] = msgspec.json.decode((folder / KEY).read_bytes())
    for name in sorted(key):
        yield {"text": (folder / name).read_text(encoding="utf-8"), "date": key[name]["date"]}


def score(folder: Path, scorer: Path = SCORER) -> Scores:
    """Build the reports of a folder and return what the scorer says of the graph."""
    with TemporaryDirectory() as name:
        source, graph = Path(name) / "reports.jsonl", Path(name) / "graph.jsonl"
        source.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows(folder)))
        build_once(source, graph, Annotator(parser()))
        # it ends with 1 where anything is missing, so its exit code says nothing that its answer does not
        command = [sys.executable, str(scorer), str(graph), str(folder / KEY), "--json"]
        ended = subprocess.run(command, check=False, stdout=subprocess.PIPE)
    return msgspec.json.decode(ended.stdout, type=Scores)


def main(arguments: list[str] | None = None) -> int:
    """Score one folder; return 2 where that is refused."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.quality.reports", description=__doc__)
    options.add_argument("folder", type=Path, help=f"reports in files of text, and {KEY}")
    options.add_argument("--errors", action="store_true", help="print each miss and each forbidden event")
    options.add_argument(
        "--score", type=Path, default=SCORER, help="score_graph.py; default: beside the development sets"
    )
    given = options.parse_args(arguments)
    if given.errors and is_blind(given.folder):
        print("this set is blind", file=sys.stderr)
        return REFUSED
    if not given.score.is_file():
        print(f"no scorer at {given.score}; give --score", file=sys.stderr)
        return REFUSED
    scores = score(given.folder, given.score)
    if given.errors:
        for line in scores.errors():
            print(line)
    print(scores.total)
    return 0


if __name__ == "__main__":
    sys.exit(main())
