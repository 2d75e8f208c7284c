"""The log: documents and what was found in them. The truth from which the graph is derived.

Kept by document id, which stands for the whole content; the same document twice is one entry. An origin (a file, a line) points
to the document last read there, so a changed file replaces what it said before.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

import msgspec

from graphbuilder.errors import WorkspaceError
from graphbuilder.records.annotation import Annotation, Extractor
from graphbuilder.records.document import Document
from graphbuilder.records.identity import digest
from graphbuilder.workspace.connection import connect

_encode = msgspec.json.Encoder().encode
_documents = msgspec.json.Decoder(Document)
_annotations = msgspec.json.Decoder(Annotation)


class Workspace:
    """An open workspace file. Close it, or use it in `with`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection = connect(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def transaction(self) -> AbstractContextManager[sqlite3.Connection]:
        """Return a context in which all writes happen, or none; one within another is part of it."""
        return _transaction(self.connection)

    def copy_to(self, path: Path) -> None:
        """Write a copy of the whole file, as it is at this moment, to `path`."""
        with closing(sqlite3.connect(path)) as other:
            self.connection.backup(other)

    def compact(self) -> None:
        """Give the space of what was removed back to the disk."""
        self.connection.execute("VACUUM")

    def faults(self) -> list[str]:
        """Return what SQLite finds wrong with the file; empty where it is sound."""
        return [str(row[0]) for row in self.connection.execute("PRAGMA integrity_check") if row[0] != "ok"]

    # ------------------------------------------------------------------ documents

    def has_annotation(self, document_id: str, extractor: Extractor) -> bool:
        """Return whether this document was annotated by this very extractor."""
        row = self.connection.execute(
            "SELECT 1 FROM annotations WHERE document_id = ? AND extractor = ?", (document_id, _name(extractor))
        ).fetchone()
        return row is not None

    def put(self, document: Document, annotation: Annotation | None, signature: bytes) -> None:
        """Keep a document with its annotation; None keeps the annotation it has.

        What the document's origin pointed to before goes, unless another origin still points to it.
        """
        record = _encode(document)
        self.connection.execute(
            "INSERT INTO documents VALUES (?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET signature = excluded.signature, record ="
            " CASE WHEN excluded.record < record THEN excluded.record ELSE record END",
            (document.id, record, datetime.now(UTC).isoformat(timespec="seconds"), signature),
        )
        if annotation is not None:
            self.connection.execute(
                "INSERT OR REPLACE INTO annotations VALUES (?, ?, ?)",
                (document.id, _name(annotation.extractor), _encode(annotation)),
            )
        before = self.connection.execute(
            "SELECT document_id FROM origins WHERE origin = ?", (document.origin,)
        ).fetchone()
        self.connection.execute("INSERT OR REPLACE INTO origins VALUES (?, ?)", (document.origin, document.id))
        if before and before[0] != document.id:
            self._drop_unreferenced(before[0])

    def forget_origins(self, origins: Sequence[str]) -> None:
        """Forget what these origins pointed to: rows that a changed file no longer has."""
        for origin in origins:
            row = self.connection.execute("SELECT document_id FROM origins WHERE origin = ?", (origin,)).fetchone()
            self.connection.execute("DELETE FROM origins WHERE origin = ?", (origin,))
            if row:
                self._drop_unreferenced(row[0])

    def origins_under(self, prefix: str) -> list[str]:
        """Return the origins that are rows of the file `prefix` ("wire.jsonl" has "wire.jsonl:17")."""
        rows = self.connection.execute(
            "SELECT origin FROM origins WHERE substr(origin, 1, ?) = ? ORDER BY origin", (len(prefix) + 1, prefix + ":")
        )
        return [origin for (origin,) in rows]

    def remove(self, name: str) -> list[str]:
        """Remove the documents called `name` (id, URL, origin, file with rows, folder); return their ids.

        Raises:
            WorkspaceError: Nothing is called so.
        """
        ids = self.find(name)
        if not ids:
            raise WorkspaceError(
                f"the graph holds no document {name!r}; give an id, a URL, or the path it was read from"
            )
        for document_id in ids:
            self.connection.execute("DELETE FROM origins WHERE document_id = ?", (document_id,))
            self._drop_unreferenced(document_id)
        return ids

    def find(self, name: str) -> list[str]:
        """Return the ids of the documents called `name`, sorted."""
        exact = self.connection.execute(
            "SELECT id FROM documents WHERE id = :name OR json_extract(record, '$.url') = :name"
            " UNION SELECT document_id FROM origins WHERE origin = :name"
            " OR substr(origin, 1, :length) IN (:name || ':', :name || '/')",
            {"name": name, "length": len(name) + 1},
        )
        return sorted(document_id for (document_id,) in exact)

    def documents(self) -> Iterator[tuple[Document, list[str]]]:
        """Yield every document with the origins it was read from, by id."""
        rows = self.connection.execute(
            "SELECT d.record, coalesce((SELECT json_group_array(o.origin) FROM origins o WHERE o.document_id = d.id), '[]')"
            " FROM documents d ORDER BY d.id"
        )
        for record, origins in rows:
            yield _documents.decode(record), sorted(msgspec.json.decode(origins, type=list[str]))

    def read_times(self) -> dict[str, datetime]:
        """Return when each document was first read, by id."""
        rows = self.connection.execute("SELECT id, ingested_at FROM documents")
        return {document_id: datetime.fromisoformat(read_at) for document_id, read_at in rows}

    def annotated(self) -> Iterator[tuple[Document, Annotation]]:
        """Yield every document with its annotation, by id, one at a time."""
        rows = self.connection.execute(
            "SELECT d.record, a.record FROM documents d JOIN annotations a ON a.document_id = d.id ORDER BY d.id"
        )
        for document, annotation in rows:
            yield _documents.decode(document), _annotations.decode(annotation)

    def read(self, document_id: str) -> tuple[Document, Annotation]:
        """Return a document that is kept, with its annotation."""
        row = self.connection.execute(
            "SELECT d.record, a.record FROM documents d JOIN annotations a ON a.document_id = d.id WHERE d.id = ?",
            (document_id,),
        ).fetchone()
        return _documents.decode(row[0]), _annotations.decode(row[1])

    def signatures(self) -> Iterator[tuple[Document, bytes]]:
        """Yield every document with its near-duplicate signature, by id."""
        for record, signature in self.connection.execute("SELECT record, signature FROM documents ORDER BY id"):
            yield _documents.decode(record), signature

    def count(self) -> int:
        """Return how many documents are kept."""
        row = self.connection.execute("SELECT count(*) FROM documents").fetchone()
        return int(row[0])

    def state(self) -> str:
        """Return a hash over the documents and who annotated them."""
        rows = self.connection.execute("SELECT document_id, extractor FROM annotations ORDER BY document_id")
        return digest(*(part for row in rows for part in row))

    def start_over(self) -> None:
        """Forget all documents and what was derived from them; knowledge and judgements, which people gave, stay."""
        with self.transaction():
            for table in ("documents", "origins", "annotations", "elements"):
                self.connection.execute(f"DELETE FROM {table}")
            self.connection.execute("DELETE FROM meta WHERE key = 'derived' OR key LIKE 'writes %'")

    # ------------------------------------------------------------------ notes

    def note(self, key: str) -> str | None:
        """Return what was kept under `key`."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else None

    def keep_note(self, key: str, value: str) -> None:
        """Keep a short text under `key`."""
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def _drop_unreferenced(self, document_id: str) -> None:
        row = self.connection.execute("SELECT 1 FROM origins WHERE document_id = ?", (document_id,)).fetchone()
        if row is None:
            self.connection.execute("DELETE FROM annotations WHERE document_id = ?", (document_id,))
            self.connection.execute("DELETE FROM documents WHERE id = ?", (document_id,))


def _name(extractor: Extractor) -> str:
    return f"{extractor.name} {extractor.version} ({extractor.model})"


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    if connection.in_transaction:
        yield connection
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
