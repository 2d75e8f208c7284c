"""Paths -> documents, one at a time: the door of the room.

Whatever is wrong with one document becomes a `Skipped`, and the next one is read.
"""

import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

import pyarrow as pa

from graphbuilder.errors import InputError
from graphbuilder.ingest.decoding import decode
from graphbuilder.ingest.documents import make_document
from graphbuilder.ingest.drafts import Draft
from graphbuilder.ingest.inputs import STDIN, Format, Input, walk_inputs
from graphbuilder.ingest.options import IngestOptions, Skipped
from graphbuilder.ingest.rows import read_csv, read_jsonl, read_parquet
from graphbuilder.ingest.streams import SNIFFED, binary_kind, open_input, read_document, sniff_format
from graphbuilder.records.document import Document

Reader = Callable[[BinaryIO, str, IngestOptions], Iterator[Draft | Skipped]]


def read_documents(
    paths: Sequence[str], options: IngestOptions, *, stdin: BinaryIO | None = None
) -> Iterator[Document | Skipped]:
    """Yield every document that `paths` lead to, and a `Skipped` for everything that is none.

    Args:
        paths: Files, folders, globs, and "-" for `stdin`; see `inputs.walk_inputs`.
        options: How to read.
        stdin: The bytes of standard input.

    Returns:
        Documents in the order of the paths, of names in a folder, of lines in a file. No more than one document is held
        at a time. Nothing that is wrong with a path or a document raises.
    """
    for item in walk_inputs(paths):
        if isinstance(item, Skipped):
            yield item
            continue
        try:
            for draft in _read_input(item, options, stdin):
                yield draft if isinstance(draft, Skipped) else make_document(draft, options)
        except InputError as error:
            yield Skipped(origin=error.origin, reason=error.reason)
        except (EOFError, zlib.error) as error:
            yield Skipped(origin=item.origin, reason=f"this gzip file is broken or cut off: {error}")
        except pa.ArrowException as error:
            yield Skipped(origin=item.origin, reason=f"this is no Parquet file that can be read: {_first_line(error)}")
        except OSError as error:
            yield Skipped(
                origin=item.origin, reason=f"this file cannot be read: {error.strerror or _first_line(error)}"
            )


def _read_input(item: Input, options: IngestOptions, stdin: BinaryIO | None) -> Iterator[Draft | Skipped]:
    with open_input(item, stdin) as stream:
        head = stream.peek(SNIFFED)[:SNIFFED]
        if not head:
            raise InputError(item.origin, "this file is empty" if item.path != STDIN else "standard input is empty")
        kind: Format = item.format or sniff_format(head, options.fields.text)
        if kind != "parquet" and options.encoding is None and (binary := binary_kind(head)):
            raise InputError(item.origin, f"this is {binary}, not text")
        yield from READERS[kind](stream, item.origin, options)


def _read_html(stream: BinaryIO, origin: str, options: IngestOptions) -> Iterator[Draft]:
    data = read_document(stream, origin, options.max_bytes)
    yield Draft(origin=origin, text=decode(data, origin, encoding=options.encoding, html=True), form="page")


def _read_text(stream: BinaryIO, origin: str, options: IngestOptions) -> Iterator[Draft]:
    data = read_document(stream, origin, options.max_bytes)
    yield Draft(origin=origin, text=decode(data, origin, encoding=options.encoding))


def _read_markdown(stream: BinaryIO, origin: str, options: IngestOptions) -> Iterator[Draft]:
    data = read_document(stream, origin, options.max_bytes)
    yield Draft(origin=origin, text=decode(data, origin, encoding=options.encoding), form="markdown")


def _read_tsv(stream: BinaryIO, origin: str, options: IngestOptions) -> Iterator[Draft | Skipped]:
    return read_csv(stream, origin, options, delimiter="\t")


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]


READERS: dict[Format, Reader] = {
    "html": _read_html,
    "text": _read_text,
    "markdown": _read_markdown,
    "jsonl": read_jsonl,
    "csv": read_csv,
    "tsv": _read_tsv,
    "parquet": read_parquet,
}
"""What reads each format; a new format is a line here and a suffix in `inputs.SUFFIXES`."""
