"""Tells what a file of knowledge is from its content, and reads it as a stream of facts. Knows no workspace."""

import csv
import gzip
import io
import re
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
    except msgspec.DecodeError:
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
            except msgspec.DecodeError as error:
                yield number, error


def _lines(stream: BinaryIO) -> Iterator[KnownFact]:
    for number, row in _json_rows(stream):
        where = f"line {number}"
        if not isinstance(row, dict):
            yield BadRow(where=where, reason="this line is no JSON object")
            continue
        try:
            yield from row_facts(row, find_columns(row))
        except RowError as error:
            yield BadRow(where=where, reason=str(error))


def _entities(stream: BinaryIO) -> Iterator[KnownFact]:
    for number, row in _json_rows(stream):
        where = f"line {number}"
        if not isinstance(row, dict):
            yield BadRow(where=where, reason="this line is no JSON object")
            continue
        try:
            yield from list(entity_facts(row))
        except RowError as error:
            yield BadRow(where=where, reason=str(error))


def _table(stream: BinaryIO) -> Iterator[KnownFact]:
    with io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="") as text:
        yield from _rows(text)


def _rows(text: io.TextIOWrapper) -> Iterator[KnownFact]:
    header = text.readline()
    names = next(csv.reader([header], delimiter=_delimiter(header)), [])
    names = [name.strip() for name in names]
    columns = find_columns(names)
    rows = csv.reader(text, delimiter=_delimiter(header))
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield BadRow(where=f"line {rows.line_num + 1}", reason=str(error))
            continue
        where = f"line {rows.line_num + 1}"
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(names):
            yield BadRow(where=where, reason=f"{len(cells)} cells under {len(names)} columns")
            continue
        try:
            yield from list(row_facts(dict(zip(names, cells, strict=False)), columns))
        except RowError as error:
            yield BadRow(where=where, reason=str(error))


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
