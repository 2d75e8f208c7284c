"""The whole build against bare spaCy on the same text, in one run: `python -m benchmarks.speed.build [--documents N] [--save]`.

Both sides start with the model loaded. Rounds alternate and the median of each side counts; the ratio is bare time divided by
build time (reading, annotating, resolving, assembling and writing the file), so 1.0 would mean that all we add is free.
"""

import argparse
import json
import statistics
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.speed.corpus import generate_rows
from benchmarks.speed.results import save
from graphbuilder.ingest import IngestOptions
from graphbuilder.nlp.language import load_language
from graphbuilder.nlp.pipeline import BATCH_SIZE, Annotator
from graphbuilder.pipeline import BuildReport, build
from graphbuilder.store.jsonl_store import JsonlStore
from graphbuilder.workspace.log import Workspace

GOAL = 0.60


class Silent:
    """Progress that nobody looks at."""

    def stage(self, name: str, total: int | None = None) -> None:
        """Show nothing."""

    def advance(self, count: int = 1) -> None:
        """Show nothing."""


def main() -> None:
    """Run the benchmark and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=120)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--save", action="store_true")
    options = parser.parse_args()
    rows = list(generate_rows(options.documents))
    words = sum(len(row["text"].split()) for row in rows)
    nlp = load_language()
    annotator = Annotator.load()
    bare, whole = [], []
    with TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "news.jsonl"
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        warm = [row["text"] for row in rows[:20]]
        list(nlp.pipe(warm))
        for number in range(options.rounds):
            begun = perf_counter()
            for doc in nlp.pipe((row["text"] for row in rows), batch_size=BATCH_SIZE):
                len(doc)
            bare.append(perf_counter() - begun)
            begun = perf_counter()
            report = build_once(source, folder / f"graph-{number}.jsonl", annotator)
            whole.append(perf_counter() - begun)
    bare_seconds, whole_seconds = statistics.median(bare), statistics.median(whole)
    ratio = bare_seconds / whole_seconds
    print(f"{len(rows)} documents, {words:,} words, {report.nodes:,} nodes, {report.relationships:,} relationships")
    print(f"bare spaCy     {bare_seconds:8.2f} s  {words / bare_seconds:8,.0f} words/s")
    print(f"whole build    {whole_seconds:8.2f} s  {words / whole_seconds:8,.0f} words/s  {report.seconds}")
    print(f"ratio          {ratio:8.2f}    (goal at least {GOAL:.2f})")
    if options.save:
        print(
            save(
                "build",
                {
                    "documents": len(rows),
                    "words": words,
                    "bare_s": bare_seconds,
                    "build_s": whole_seconds,
                    "ratio": ratio,
                },
            )
        )


def build_once(source: Path, graph: Path, annotator: Annotator) -> BuildReport:
    """Build one file of rows into a fresh graph file."""
    with Workspace(graph.with_name(graph.name + ".workspace")) as workspace, JsonlStore(graph) as store:
        return build(
            [str(source)],
            workspace=workspace,
            store=store,
            annotator=annotator,
            options=IngestOptions(),
            progress=Silent(),
        )


if __name__ == "__main__":
    main()
