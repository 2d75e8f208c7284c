"""Build, remove and synchronise: what the command line asks for, in the order of the rooms."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from os.path import normpath
from pathlib import Path
from time import perf_counter
from typing import BinaryIO, Protocol

import msgspec

from graphbuilder.errors import StoreError
from graphbuilder.graph.elements import Element, Node
from graphbuilder.ingest import IngestOptions, Skipped, read_documents
from graphbuilder.ingest.duplicates import signature
from graphbuilder.ontology import load_ontology
from graphbuilder.pipeline.derive import derive
from graphbuilder.records.annotation import Annotation, Extractor
from graphbuilder.records.base import Record
from graphbuilder.records.document import Document
from graphbuilder.store.base import GraphStore, WriteSummary
from graphbuilder.store.values import decode
from graphbuilder.workspace.log import Workspace
from graphbuilder.workspace.view import View

BATCH = 64
"""Documents kept per transaction: an interrupted build loses at most so many annotations."""


class Progress(Protocol):
    """What the command line shows of a long run."""

    def stage(self, name: str, total: int | None = None) -> None:
        """A stage begins; `total` is how much work it has, where that is known."""
        ...

    def advance(self, count: int = 1) -> None:
        """So much of the stage's work is done."""
        ...


class Annotates(Protocol):
    """What the pipeline needs of the nlp room; it is loaded only when there is something to annotate."""

    @property
    def extractor(self) -> Extractor:
        """Name, version and model, as provenance shows them."""
        ...

    @property
    def max_chars(self) -> int:
        """The longest text it takes."""
        ...

    def annotate(self, documents: Iterable[Document]) -> Iterator[Annotation]:
        """Yield one annotation per document, in order."""
        ...


class BuildReport(Record, frozen=True):
    """What a build did: documents by what became of them, what the graph holds, seconds by stage."""

    read: int
    annotated: int
    unchanged: int
    undated: int
    skipped: tuple[Skipped, ...]
    documents: int
    nodes: int
    relationships: int
    entities: dict[str, int]
    events: dict[str, dict[str, int]]
    write: WriteSummary
    seconds: dict[str, float]


class Clock:
    """Adds up seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time inside towards `name`."""
        begun = perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + perf_counter() - begun


def build(
    paths: Sequence[str],
    *,
    workspace: Workspace,
    store: GraphStore,
    annotator: Annotates,
    options: IngestOptions,
    progress: Progress,
    stdin: BinaryIO | None = None,
    store_key: str | None = None,
    replace: bool = False,
) -> BuildReport:
    """Read `paths` into the workspace and bring the store up to date with it.

    `store_key` and `replace` are those of `claim_store`.

    What cannot be read is reported in `skipped` and costs nothing else. A document that was annotated by the same extractor is
    not annotated again.

    Raises:
        StoreError: The store holds another workspace's graph, or cannot be written, and nothing was read; or it refused later:
            the workspace keeps what was annotated, and the next run goes on from there.
    """
    claim_store(workspace, store, key=store_key, replace=replace)
    clock = Clock()
    skipped: list[Skipped] = []
    counts = {"read": 0, "annotated": 0, "undated": 0}
    seen: dict[str, set[str]] = {}
    progress.stage("reading and annotating")
    stream = readable(read_documents(paths, options, stdin=stdin), annotator.max_chars, skipped)
    while True:
        with clock.stage("read"):
            batch = list(islice(stream, BATCH))
        if not batch:
            break
        counts["read"] += len(batch)
        counts["undated"] += sum(document.published is None for document in batch)
        fresh = [document for document in batch if not workspace.has_annotation(document.id, annotator.extractor)]
        fresh = list({document.id: document for document in fresh}.values())
        counts["annotated"] += len(fresh)
        with clock.stage("annotate"):
            annotations = {}
            for annotation in annotator.annotate(fresh):
                annotations[annotation.document_id] = annotation
                progress.advance()
        with clock.stage("log"), workspace.transaction():
            for document in batch:
                workspace.put(document, annotations.pop(document.id, None), signature(document.text))
                file, separator, _ = document.origin.rpartition(":")
                if separator:
                    seen.setdefault(file, set()).add(document.origin)
        progress.advance(len(batch) - len(fresh))
    with clock.stage("log"), workspace.transaction():
        for file, origins in seen.items():
            workspace.forget_origins([old for old in workspace.origins_under(file) if old not in origins])
    with saying("what was read is kept, and the same command again goes on from there"):
        write = synchronize(workspace=workspace, store=store, progress=progress, clock=clock)
    return _report(workspace, counts, skipped, write, clock)


@contextmanager
def saying(what_is_kept: str) -> Iterator[None]:
    """Add to what is said of a store that refuses what became of the work so far."""
    try:
        yield
    except StoreError as error:
        raise type(error)(f"{error}; {what_is_kept}") from error


def claim_store(workspace: Workspace, store: GraphStore, *, key: str | None = None, replace: bool = False) -> None:
    """Note that this workspace writes to the store; the store will hold this workspace's graph and nothing else of ours.

    Args:
        workspace: The workspace.
        store: The store.
        key: A name of the store that does not change from run to run; its own name where None.
        replace: Whether a graph that another workspace wrote there may be replaced.

    Raises:
        StoreError: The store holds a graph that this workspace did not write, or cannot be written.
    """
    store.check_writable()
    note = written_by(key or store.name)
    if workspace.note(note) is None:
        if not replace and not store.is_empty():
            raise StoreError(
                f"{store.name} holds a graph that the workspace {workspace.path} did not write and would replace as a whole; "
                "give the --workspace it was built with, another --store, or --replace"
            )
        workspace.keep_note(note, "yes")


def written_by(key: str) -> str:
    """Return the note by which a workspace knows that it writes the store of that name."""
    return f"writes {key}"


def remove(
    names: Sequence[str], *, workspace: Workspace, store: GraphStore, progress: Progress, store_key: str | None = None
) -> tuple[list[str], WriteSummary]:
    """Remove documents from the workspace and the store, from both or from neither.

    Returns:
        The ids of the documents, and what was written.

    Raises:
        WorkspaceError: Nothing is called so; then nothing was removed.
        StoreError: The store refused; the workspace is as it was, and the same again finishes the work.
    """
    claim_store(workspace, store, key=store_key)
    with workspace.transaction():
        removed = [document_id for name in names for document_id in workspace.remove(_absolute(workspace, name))]
        return removed, synchronize(workspace=workspace, store=store, progress=progress)


def synchronize(
    *, workspace: Workspace, store: GraphStore, progress: Progress, clock: Clock | None = None
) -> WriteSummary:
    """Derive the graph anew where the log has changed, and make the store hold it."""
    clock = clock or Clock()
    with clock.stage("resolve"):
        derive(workspace, load_ontology(), progress.stage)
    view = View(workspace)
    progress.stage(f"writing to {store.name}", sum(view.element_counts()))
    with clock.stage("write"):
        return store.synchronize(graph_elements(workspace), progress=progress.advance)


def graph_elements(workspace: Workspace) -> Iterator[Element]:
    """Yield the derived graph in order, each document with the time it was first read (`ingested_at`)."""
    read_at: dict[str, datetime] = workspace.read_times()
    for line in View(workspace).element_lines():
        element = decode(line, str(workspace.path))
        if isinstance(element, Node) and element.id in read_at:
            properties = {**element.properties, "ingested_at": read_at[element.id].astimezone(UTC)}
            yield msgspec.structs.replace(element, properties=properties)
        else:
            yield element


def readable(stream: Iterable[Document | Skipped], max_chars: int, skipped: list[Skipped]) -> Iterator[Document]:
    """Yield the documents that can be annotated, under origins that do not depend on the current folder."""
    for item in stream:
        if isinstance(item, Skipped):
            skipped.append(item)
        elif len(item.text) > max_chars:
            skipped.append(Skipped(origin=item.origin, reason=f"longer than {max_chars:,} characters: not a news item"))
        else:
            yield msgspec.structs.replace(item, origin=_fixed_origin(item))


def _fixed_origin(document: Document) -> str:
    if document.origin.partition(":")[0] == "stdin":
        return f"stdin#{document.id}"
    return str(Path(document.origin).absolute())


def _absolute(workspace: Workspace, name: str) -> str:
    """Return what the log calls a document that a person calls `name`."""
    if workspace.find(name) or "://" in name:
        return name
    whole = str(Path(name).absolute())
    return whole if workspace.find(whole) else normpath(whole)  # read as news/a.txt, taken out as ../news/a.txt


def _report(
    workspace: Workspace, counts: dict[str, int], skipped: Sequence[Skipped], write: WriteSummary, clock: Clock
) -> BuildReport:
    view = View(workspace)
    nodes, relationships = view.element_counts()
    return BuildReport(
        read=counts["read"],
        annotated=counts["annotated"],
        unchanged=counts["read"] - counts["annotated"],
        undated=counts["undated"],
        skipped=tuple(skipped),
        documents=workspace.count(),
        nodes=nodes,
        relationships=relationships,
        entities=view.entity_counts(),
        events=view.event_counts(),
        write=write,
        seconds={name: round(seconds, 3) for name, seconds in clock.seconds.items()},
    )
