"""Files that appear only when they are whole, tables as CSV, and what an export reports."""

import csv
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from graphbuilder.errors import StoreError
from graphbuilder.records.base import Record


class ExportSummary(Record, frozen=True):
    """How much was written; of a table, `rows`."""

    nodes: int = 0
    relationships: int = 0
    rows: int = 0


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """Open a file beside `path` that takes its place when the block ends well and leaves nothing when it does not."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8", newline="\n") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise StoreError(f"cannot write {path}: {error.strerror}; choose another path or free some space") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]], *, delimiter: str = ",") -> int:
    """Write a table with a head as UTF-8 and return its number of rows; None is an empty cell."""
    count = 0
    with replacing(path) as file:
        writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
        writer.writerow(columns)
        for row in rows:
            writer.writerow(row)
            count += 1
    return count
