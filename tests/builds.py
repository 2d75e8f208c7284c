"""Runs the real pipeline on made-up documents, for tests that look at whole graphs."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from graphbuilder.graph.elements import Element
from graphbuilder.ingest import IngestOptions
from graphbuilder.pipeline import BuildReport, build
from graphbuilder.records.annotation import Annotation, Extractor
from graphbuilder.records.document import Document
from graphbuilder.store.jsonl_store import JsonlStore
from graphbuilder.workspace.log import Workspace


class Silent:
    """Progress that nobody looks at."""

    def stage(self, name: str, total: int | None = None) -> None:
        """Show nothing."""

    def advance(self, count: int = 1) -> None:
        """Show nothing."""


class Remembering:
    """The real annotator, remembering each document's annotation: tests build the same documents many times."""

    def __init__(self) -> None:
        from graphbuilder.nlp.pipeline import Annotator  # noqa: PLC0415 - only tests that build need the model

        self._annotator = Annotator.load()
        self._known: dict[str, Annotation] = {}
        self.calls = 0

    @property
    def extractor(self) -> Extractor:
        """The real one's."""
        return self._annotator.extractor

    @property
    def max_chars(self) -> int:
        """The real one's."""
        return self._annotator.max_chars

    def annotate(self, documents: Iterable[Document]) -> Iterator[Annotation]:
        """Yield one annotation per document, in order."""
        for document in documents:
            self.calls += 1
            if document.id not in self._known:
                (self._known[document.id],) = self._annotator.annotate([document])
            yield self._known[document.id]


def write_rows(path: Path, rows: Sequence[dict[str, str]]) -> Path:
    """Write rows as JSON lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def build_file(paths: Sequence[Path], graph: Path, annotator: Remembering) -> BuildReport:
    """Build `paths` into the graph file, with the workspace beside it."""
    with Workspace(graph.with_name(graph.name + ".workspace")) as workspace, JsonlStore(graph) as store:
        return build(
            [str(path) for path in paths],
            workspace=workspace,
            store=store,
            annotator=annotator,
            options=IngestOptions(),
            progress=Silent(),
        )


def read_file(graph: Path) -> list[Element]:
    """Return the elements of a graph file."""
    with JsonlStore(graph) as store:
        return list(store.read())
