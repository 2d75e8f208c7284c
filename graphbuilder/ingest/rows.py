"""Rows of JSON lines, CSV and Parquet -> drafts, one row in memory at a time.

A row that cannot be read is skipped with its line or row number; the next one is read.
"""

import codecs
import csv
import io
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from typing import BinaryIO, cast

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from graphbuilder.errors import InputError
from graphbuilder.ingest.dates import is_no_day, parse_date
from graphbuilder.ingest.decoding import decode, mark_encoding
from graphbuilder.ingest.drafts import Draft, TextForm
from graphbuilder.ingest.markup import is_markup, is_page
from graphbuilder.ingest.options import FieldMapping, IngestOptions, Skipped
from graphbuilder.ingest.streams import read_lines, too_large

_ROWS = 64
"""Rows of a Parquet file in memory at once."""

_UNPACKED = 200
"""A gzipped Parquet file may unpack to this many times `max_bytes` on disk: it cannot be read as a stream."""


def read_jsonl(stream: BinaryIO, origin: str, options: IngestOptions) -> Iterator[Draft | Skipped]:
    """Yield a draft for each line of JSON lines; empty lines are passed over."""
    for number, line in _text_lines(stream, origin, options):
        place = f"{origin}:{number}"
        if isinstance(line, Skipped):
            yield line
            continue
        if not line.strip():
            continue
        try:
            row = msgspec.json.decode(line)
        except (msgspec.DecodeError, RecursionError) as error:
            yield Skipped(origin=place, reason=f"broken JSON: {error}")
            continue
        if not isinstance(row, dict):
            yield Skipped(origin=place, reason="this line is JSON but not an object")
            continue
        yield from _of_row(row, place, options)


def read_csv(
    stream: BinaryIO, origin: str, options: IngestOptions, *, delimiter: str = ","
) -> Iterator[Draft | Skipped]:
    """Yield a draft for each row of a CSV file whose first row names the fields; a row is named by its first line."""
    csv.field_size_limit(max(csv.field_size_limit(), options.max_bytes))
    broken: list[Skipped] = []

    def lines() -> Iterator[str]:
        for _, line in _text_lines(stream, origin, options):
            if isinstance(line, Skipped):
                broken.append(line)
                yield "\n"
            else:
                yield line.replace("\x00", "")

    reader = csv.reader(lines(), delimiter=delimiter)
    header: list[str] | None = None
    while True:
        start = reader.line_num + 1
        try:
            values = next(reader)
        except StopIteration:
            yield from broken
            return
        except csv.Error as error:
            yield Skipped(origin=f"{origin}:{start}", reason=f"broken row: {error}")
            continue
        yield from broken
        broken.clear()
        if not any(values):
            continue
        if header is None:
            header = [name.strip().removeprefix("\ufeff") for name in values]
            if options.fields.text not in header:
                yield Skipped(origin=f"{origin}:{start}", reason=_no_text(options.fields, header))
                return
            continue
        place = f"{origin}:{start}"
        if len(values) > len(header):
            yield Skipped(origin=place, reason=f"{len(values)} values in this row, {len(header)} in the first")
            continue
        yield from _of_row(dict(zip(header, values, strict=False)), place, options)


def read_parquet(stream: BinaryIO, origin: str, options: IngestOptions) -> Iterator[Draft | Skipped]:
    """Yield a draft for each row of a Parquet file, named by its number from 1.

    Raises:
        InputError: the file is no Parquet, or lacks the text field.
    """
    with tempfile.TemporaryFile() as disk:
        file = pq.ParquetFile(_seekable(stream, disk, origin, options.max_bytes), pre_buffer=False, buffer_size=1 << 20)
        names = file.schema_arrow.names
        if options.fields.text not in names:
            raise InputError(origin, _no_text(options.fields, names))
        wanted = msgspec.structs.astuple(options.fields)
        number = 0
        for batch in file.iter_batches(_ROWS, columns=[name for name in names if name in wanted], use_threads=False):
            for row in _whole_days(batch).to_pylist():
                number += 1
                yield from _of_row(row, f"{origin}:{number}", options)


def _of_row(row: Mapping[str, object], origin: str, options: IngestOptions) -> Iterator[Draft | Skipped]:
    """Yield the draft that a row holds, and before it what of the row is left out: a date that is none."""
    draft = draft_of_row(row, origin, options)
    said = _value(row, options.fields.date)
    if isinstance(draft, Draft) and is_no_day(said):
        yield Skipped(origin=origin, reason=f"its date {said!r} is no day of the calendar; the rest of it is read")
    yield draft


def draft_of_row(row: Mapping[str, object], origin: str, options: IngestOptions) -> Draft | Skipped:
    """Return the draft that a row holds by the field mapping; `Skipped` where it holds no text."""
    fields = options.fields
    text = _value(row, fields.text)
    if text is None and not _has(row, fields.text):
        return Skipped(origin=origin, reason=_no_text(fields, list(map(str, row))))
    if isinstance(text, list) and all(isinstance(part, str) for part in text):
        text = "\n\n".join(text)
    if not isinstance(text, str) or not text.strip():
        return Skipped(origin=origin, reason=f"the field {fields.text!r} holds no text")
    if len(text) > options.max_bytes:
        return Skipped(origin=origin, reason=too_large(options.max_bytes))
    return Draft(
        origin=origin,
        text=text,
        form=_form(text),
        title=_string(row, fields.title) or "",
        url=_string(row, fields.url),
        source=_string(row, fields.source),
        published=_day(row, fields.date),
    )


def _form(text: str) -> TextForm:
    if not is_markup(text):
        return "plain"
    return "page" if is_page(text) else "markup"


def _text_lines(stream: BinaryIO, origin: str, options: IngestOptions) -> Iterator[tuple[int, str | Skipped]]:
    """Yield (line number, line), each line decoded by itself; a line that cannot be is a `Skipped`."""
    head = stream.peek(4) if isinstance(stream, io.BufferedReader) else b""
    wide = mark_encoding(head)
    if options.encoding is not None and _is_wide(options.encoding):
        wide = options.encoding
    if wide is not None and wide != "utf-8-sig":
        try:
            yield from _wide_lines(stream, origin, wide, options.max_bytes)
        except UnicodeError as error:  # "utf-16" of a file without the mark that says which of the two it is
            raise InputError(origin, f"this is not {wide}: {error}") from None
        return
    for number, line in read_lines(stream, options.max_bytes):
        place = f"{origin}:{number}"
        if line is None:
            yield number, Skipped(origin=place, reason=too_large(options.max_bytes))
            continue
        try:
            yield number, decode(line, place, encoding=options.encoding)
        except InputError as error:
            yield number, Skipped(origin=place, reason=error.reason)


def _wide_lines(stream: BinaryIO, origin: str, encoding: str, limit: int) -> Iterator[tuple[int, str | Skipped]]:
    """Yield the lines of UTF-16 and UTF-32, where a line end is more than one byte."""
    text = io.TextIOWrapper(cast("io.BufferedReader", stream), encoding=encoding, errors="replace", newline=None)
    number = 0
    while line := text.readline(limit + 1):
        number += 1
        if len(line) <= limit:
            yield number, line
            continue
        while not line.endswith("\n") and (line := text.readline(1 << 20)):
            pass
        yield number, Skipped(origin=f"{origin}:{number}", reason=too_large(limit))
    text.detach()


def _is_wide(encoding: str) -> bool:
    return codecs.lookup(encoding).name.startswith(("utf-16", "utf-32"))


def _seekable(stream: BinaryIO, disk: BinaryIO, origin: str, max_bytes: int) -> BinaryIO:
    raw = getattr(stream, "raw", None)
    if isinstance(raw, io.FileIO) and stream.seekable():
        return stream
    left = max_bytes * _UNPACKED
    while chunk := stream.read(1 << 20):
        left -= len(chunk)
        if left < 0:
            raise InputError(
                origin, f"this file unpacks to more than {max_bytes * _UNPACKED / 1e9:g} GB; unpack it first"
            )
        disk.write(chunk)
    disk.seek(0)
    return disk


def _whole_days(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Return a batch whose timestamps are in microseconds: Python has no finer ones."""
    for i, field in enumerate(batch.schema):
        if pa.types.is_timestamp(field.type):
            column = batch.column(i).cast(pa.timestamp("us", tz=field.type.tz), safe=False)
            batch = batch.set_column(i, field.name, column)
    return batch


def _value(row: Mapping[str, object], name: str) -> object:
    if name in row or "." not in name:
        return row.get(name)
    value: object = row
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _has(row: Mapping[str, object], name: str) -> bool:
    return name in row or _value(row, name) is not None


def _string(row: Mapping[str, object], name: str) -> str | None:
    value = _value(row, name)
    if isinstance(value, dict):
        value = value.get("name") or value.get("title")
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _day(row: Mapping[str, object], name: str) -> date | None:
    return parse_date(_value(row, name))


def _no_text(fields: FieldMapping, names: list[str]) -> str:
    shown = ", ".join(names[:8]) + (", ..." if len(names) > 8 else "")
    return f"no field {fields.text!r} for the text here, only {shown or 'nothing'}; name the field that holds it"
