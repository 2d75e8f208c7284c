"""Which documents of a workspace no longer belong: their files are gone, they are too old, or their source is not wanted."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from graphbuilder.records.base import Record
from graphbuilder.workspace.log import Workspace


class Condition(Record, frozen=True, kw_only=True):
    """What to prune; a document goes where any of it is true of it.

    `gone`: no file it was read from is there any more (standard input counts as there). `before`: it was published before
    this day. `sources`: it is of one of these sources.
    """

    gone: bool = False
    before: date | None = None
    sources: tuple[str, ...] = ()


class Pruned(Record, frozen=True, kw_only=True):
    """A document that a condition is true of, and why."""

    id: str
    origin: str
    why: str


def find_prunable(workspace: Workspace, condition: Condition) -> Iterator[Pruned]:
    """Yield the documents that `condition` is true of, by id."""
    for document, origins in workspace.documents():
        why = None
        if condition.sources and document.source in condition.sources:
            why = f"source {document.source}"
        elif condition.before and document.published and document.published < condition.before:
            why = f"published {document.published.isoformat()}"
        elif condition.gone and origins and not any(map(_is_there, origins)):
            why = "its file is gone"
        if why:
            yield Pruned(id=document.id, origin=origins[0] if origins else document.id, why=why)


def _is_there(origin: str) -> bool:
    """Return whether the file of an origin ("news/a.html", "wire.jsonl:17") exists."""
    if origin.startswith("stdin#"):
        return True
    file, separator, row = origin.rpartition(":")
    return Path(origin).exists() or (bool(separator) and row.isdigit() and Path(file).exists())
