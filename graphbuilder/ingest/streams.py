"""Bytes in bounded pieces: opening (gzip seen by its first bytes), one document, one line.

Never holds more than one document of `max_bytes`; never decides what the bytes mean beyond telling the formats apart.
"""

import gzip
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from graphbuilder.errors import InputError
from graphbuilder.ingest.inputs import STDIN, Format, Input

GZIP_MAGIC = b"\x1f\x8b"
PARQUET_MAGIC = b"PAR1"
SNIFFED = 4096

_BINARY_MAGIC = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x7fELF": "a program",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"\x28\xb5\x2f\xfd": "a zstd archive",
}

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b"))


@contextmanager
def open_input(item: Input, stdin: BinaryIO | None) -> Iterator[io.BufferedReader]:
    """Open one input for reading, unpacked where its first bytes are gzip's.

    Raises:
        InputError: standard input is asked for and was not given.
        OSError: the file cannot be opened.
    """
    if item.path == STDIN:
        if stdin is None:
            raise InputError(item.origin, "standard input was not given")
        raw = stdin if isinstance(stdin, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", stdin))
        try:
            yield _unpacked(raw)
        finally:
            if raw is not stdin:
                raw.detach()
        return
    with Path(item.path).open("rb") as file, _unpacked(file) as stream:
        yield stream


def _unpacked(raw: io.BufferedReader) -> io.BufferedReader:
    if raw.peek(2)[:2] != GZIP_MAGIC:
        return raw
    return io.BufferedReader(cast("io.RawIOBase", gzip.GzipFile(fileobj=raw, mode="rb")))


def read_document(stream: BinaryIO, origin: str, max_bytes: int) -> bytes:
    """Return the whole of a stream that is one document, reading no more than `max_bytes` + 1.

    Raises:
        InputError: there is more than `max_bytes`.
    """
    data = stream.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise InputError(origin, too_large(max_bytes))
    return data


def read_lines(stream: BinaryIO, max_bytes: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield (line number from 1, line with its end) of a stream; None for a line longer than `max_bytes`."""
    number = 0
    while line := stream.readline(max_bytes + 1):
        number += 1
        if len(line) <= max_bytes:
            yield number, line
            continue
        while not line.endswith(b"\n") and (line := stream.readline(1 << 20)):
            pass
        yield number, None


def too_large(max_bytes: int) -> str:
    """Return the reason for refusing a document of more than `max_bytes`."""
    size = f"{max_bytes / 1_000_000:g} MB" if max_bytes >= 100_000 else f"{max_bytes} bytes"
    return f"one document of more than {size}, the limit; split it"


def sniff_format(head: bytes, text_field: str) -> Format:
    """Return the format of a stream with no telling name by its first bytes: parquet, html, jsonl, csv, tsv, else text.

    It is a table when its first line has a cell called `text_field`.
    """
    if head.startswith(PARQUET_MAGIC):
        return "parquet"
    start = head.removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"").lstrip(b"\xff\xfe \t\r\n").lower()
    if start.startswith((b"{", b"[")):
        return "jsonl"
    if start.startswith((b"<!doctype", b"<html", b"<?xml", b"<head", b"<body", b"<article", b"<div", b"<p>", b"<!--")):
        return "html"
    header = start.split(b"\n", 1)[0].decode("utf-8", "replace")
    tables: tuple[tuple[str, Format], ...] = ((",", "csv"), ("\t", "tsv"))
    for delimiter, kind in tables:
        cells = [cell.strip().strip('"') for cell in header.split(delimiter)]
        if len(cells) > 1 and text_field.lower() in cells:
            return kind
    return "text"


def binary_kind(head: bytes) -> str | None:
    """Return what a file is that holds no text ("a PDF file", "binary data"), None where it may be text.

    NUL bytes are text only after the mark of UTF-16 or UTF-32.
    """
    for magic, kind in _BINARY_MAGIC.items():
        if head.startswith(magic):
            return kind
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return None
    odd = len(head) - len(head.translate(None, _CONTROLS))
    return "binary data" if b"\x00" in head or odd > len(head) / 20 else None
