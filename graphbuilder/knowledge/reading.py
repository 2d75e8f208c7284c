"""Tells what a file of knowledge is from its content, and reads it as a stream of facts. Knows no workspace."""

import csv
import gzip
import io
import re
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

import msgspec

from graphbuilder.errors import InputError
from graphbuilder.knowledge.congress import read_congress
from graphbuilder.knowledge.followthemoney import entity_facts
from graphbuilder.knowledge.popolo import read_popolo
from graphbuilder.knowledge.tables import find_columns, row_facts
from graphbuilder.knowledge.values import RowError
from graphbuilder.records.knowledge import BadRow, KnownFact

HEAD = 65_536
"""Bytes looked at to tell the format."""
EXPECTED = (
    "Popolo JSON, FollowTheMoney entities (one JSON object a line), congress-legislators YAML, "
    "or CSV or JSON lines with a name column"
)
UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What decoding JSON of any origin can end in."""
NO_UTF8 = "this line is no UTF-8; save the file as UTF-8"
OPEN_QUOTE = "a quote is not closed"
MOST_LINES = 50
"""A quoted cell ends within so many lines, or its quote counts as never closed."""
MOST_CHARACTERS = 100_000
"""No cell is larger."""
_POPOLO = re.compile(rb'"(persons|memberships|organizations|posts|areas|events|meta)"\s*:\s*[\[{]')


class Source(NamedTuple):
    """A file whose format is known: its hash, and its facts, read anew at each call."""

    path: Path
    format: str
    sha256: str
    facts: Callable[[], Iterator[KnownFact]]


def open_source(path: Path) -> Source:
    """Return the file as a source, its format told from its first bytes.

    Raises:
        InputError: It cannot be read, or is of no format we know.
    """
    try:
        hashed = sha256()
        with _opened(path) as stream:
            head = stream.read(HEAD)
            hashed.update(head)
            while block := stream.read(1 << 20):
                hashed.update(block)
    except (OSError, EOFError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(str(path), f"cannot be read: {reason}") from error
    if not head.strip():
        raise InputError(str(path), "is empty")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError(str(path), "is UTF-16; save it as UTF-8")
    if not head.lstrip().startswith(b"{") and b"\r" in head.split(b"\n", 1)[0].rstrip(b"\r"):
        raise InputError(
            str(path), "ends its lines with carriage returns alone, or is no text; save it with line feeds"
        )
    name = _format(head)
    if name is None:
        raise InputError(str(path), f"is of no format that can be imported; expected {EXPECTED}")

    def facts() -> Iterator[KnownFact]:
        try:
            with _opened(path) as stream:
                yield from READERS[name](stream)
        except (OSError, EOFError) as error:
            yield BadRow(where="end of file", reason=f"the file breaks off: {error}")

    return Source(path, name, hashed.hexdigest(), facts)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    with path.open("rb") as raw:
        zipped = raw.read(2) == b"\x1f\x8b"
        raw.seek(0)
        if not zipped:
            yield raw
            return
        with gzip.open(raw) as stream:
            yield cast("BinaryIO", stream)


def _format(head: bytes) -> str | None:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(b"{"):
        first = _object(text.split(b"\n", 1)[0])
        if first is None:
            return "popolo" if _POPOLO.search(text) else None
        if "schema" in first and "properties" in first:
            return "followthemoney"
        if _POPOLO.search(text) and not isinstance(first.get("name"), str):
            return "popolo"
        return "json lines" if "name" in find_columns(first) else None
    if re.match(rb"(#.*\n|---.*\n|\s*\n)*- ", text) and re.search(rb"^\s*terms:", text, re.MULTILINE):
        return "congress-legislators"
    header = text.split(b"\n", 1)[0].decode("utf-8", "replace").strip()
    columns = next(csv.reader([header], delimiter=_delimiter(header)), [])
    return "csv" if "name" in find_columns(columns) else None


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        value = msgspec.json.decode(line)
    except UNREADABLE:
        return None
    return value if isinstance(value, dict) else None


def _delimiter(header: str) -> str:
    return max(",;\t", key=lambda mark: (header.count(mark), mark == ","))


def _json_rows(stream: BinaryIO) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(stream, start=1):
        text = line.removeprefix(b"\xef\xbb\xbf").strip()
        if text:
            try:
                yield number, msgspec.json.decode(text)
            except UNREADABLE as error:
                yield number, error


def _no_object(row: Any) -> str:
    if isinstance(row, UnicodeDecodeError):
        return NO_UTF8
    if isinstance(row, RecursionError):
        return "this line is nested too deeply"
    return f"this line is broken JSON: {row}" if isinstance(row, msgspec.DecodeError) else "this line is no JSON object"


def _lines(stream: BinaryIO) -> Iterator[KnownFact]:
    for number, row in _json_rows(stream):
        where = f"line {number}"
        if not isinstance(row, dict):
            yield BadRow(where=where, reason=_no_object(row))
            continue
        try:
            yield from row_facts(row, find_columns(row))
        except RowError as error:
            yield BadRow(where=where, reason=str(error))


def _entities(stream: BinaryIO) -> Iterator[KnownFact]:
    for number, row in _json_rows(stream):
        where = f"line {number}"
        if not isinstance(row, dict):
            yield BadRow(where=where, reason=_no_object(row))
            continue
        try:
            yield from entity_facts(row)
        except RowError as error:
            yield BadRow(where=where, reason=str(error))


def _table(stream: BinaryIO) -> Iterator[KnownFact]:
    header = stream.readline().decode("utf-8-sig", "replace")
    mark = _delimiter(header)
    names = [name.strip() for name in next(csv.reader([header], delimiter=mark), [])]
    columns = find_columns(names)
    for number, cells in _records(stream, mark, len(names)):
        where = f"line {number}"
        try:
            if isinstance(cells, str):
                yield BadRow(where=where, reason=cells)
            elif any(cell.strip() for cell in cells):
                yield from list(row_facts(dict(zip(names, cells, strict=False)), columns))
        except RowError as error:
            yield BadRow(where=where, reason=str(error))


def _records(stream: BinaryIO, mark: str, width: int) -> Iterator[tuple[int, list[str] | str]]:
    """Yield the cells of each row with the number of its first line, or why the line cannot be read.

    A quoted cell may run over several lines. Where they make no row together, the first alone is at fault and the others are
    read again, so a quote that is never closed does not swallow the rows behind it.
    """
    waiting: deque[bytes] = deque()
    number = 1
    while line := waiting.popleft() if waiting else stream.readline():
        number += 1
        parts = [line]
        while sum(part.count(b'"') for part in parts) % 2 and len(parts) < MOST_LINES:
            more = waiting.popleft() if waiting else stream.readline()
            if not more:
                break
            parts.append(more)
        cells, taken = _cells(parts, mark, width)
        waiting.extendleft(reversed(parts[taken:]))
        yield number, OPEN_QUOTE if isinstance(cells, str) and len(parts) > 1 else cells
        number += taken - 1


def _cells(parts: list[bytes], mark: str, width: int) -> tuple[list[str] | str, int]:
    """Return the cells of the row that begins with the first line, or what is wrong there, and how many lines were taken."""
    try:
        rows = csv.reader([*(part.decode("utf-8") for part in parts), ""], delimiter=mark, strict=len(parts) > 1)
        cells = next(rows, [])
    except UnicodeDecodeError:
        return NO_UTF8, 1
    except csv.Error as error:
        return str(error), 1
    if rows.line_num > len(parts):  # the quote is still open at the end of the file
        return OPEN_QUOTE, 1
    if any(len(cell) > MOST_CHARACTERS for cell in cells):
        return f"a field larger than {MOST_CHARACTERS} characters", 1
    return (cells, rows.line_num) if len(cells) <= width else (f"{len(cells)} cells under {width} columns", 1)


def _congress(stream: BinaryIO) -> Iterator[KnownFact]:
    with io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace") as text:
        yield from read_congress(text)


READERS: dict[str, Callable[[BinaryIO], Iterator[KnownFact]]] = {
    "popolo": read_popolo,
    "followthemoney": _entities,
    "congress-legislators": _congress,
    "json lines": _lines,
    "csv": _table,
}
"""How each format is read. `_format` tells which a file is."""
