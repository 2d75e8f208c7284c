"""Peak memory of a build at 100 and at 2,000 documents: `python -m benchmarks.speed.memory [--save]`.

Each size runs in a process of its own, as `graphbuilder build` does; documents stream, so the second may not be much larger.
"""

import argparse
import json
import resource
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.speed.build import build_once
from benchmarks.speed.corpus import generate_rows
from benchmarks.speed.results import save
from graphbuilder.nlp.pipeline import Annotator

SIZES = (100, 2_000)


def main() -> None:
    """Run the benchmark and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, help="build this many documents here and print the peak in MB")
    parser.add_argument("--save", action="store_true")
    options = parser.parse_args()
    if options.size:
        print(measure(options.size))
        return
    peaks: dict[str, float | int | str] = {}
    for size in SIZES:
        command = [sys.executable, "-m", "benchmarks.speed.memory", "--size", str(size)]
        peaks[str(size)] = float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        print(f"{size:6,} documents: peak {peaks[str(size)]:,.0f} MB")
    growth = float(peaks[str(SIZES[1])]) / float(peaks[str(SIZES[0])])
    print(f"growth: x{growth:.2f} for x{SIZES[1] // SIZES[0]} documents")
    if options.save:
        print(save("memory", {**peaks, "growth": growth}))


def measure(size: int) -> float:
    """Return the peak resident memory of building `size` documents, in MB."""
    with TemporaryDirectory() as name:
        source = Path(name) / "news.jsonl"
        with source.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in generate_rows(size))
        build_once(source, Path(name) / "graph.jsonl", Annotator.load())
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
