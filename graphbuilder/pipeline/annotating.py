"""Paths -> documents with their annotations, nothing kept: what `graphbuilder annotate` shows.

It resolves nothing across documents and writes nowhere; `build` is what makes a graph.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

import msgspec

from graphbuilder.ingest import IngestOptions, Skipped, read_documents
from graphbuilder.pipeline.build import Annotates, readable
from graphbuilder.records.annotation import Annotation
from graphbuilder.records.base import Record
from graphbuilder.records.document import Document


class Annotated(Record, frozen=True):
    """A document and what was found in it."""

    document: Document
    annotation: Annotation


def annotate(
    paths: Sequence[str],
    *,
    annotator: Annotates,
    options: IngestOptions,
    skipped: list[Skipped],
    stdin: BinaryIO | None = None,
) -> Iterator[Annotated]:
    """Yield every document that `paths` lead to with its annotation, in order, a batch at a time.

    Args:
        paths: Files, folders, globs, and "-" for `stdin`.
        annotator: What annotates.
        options: How to read.
        skipped: Takes what could not be read or is too long; it costs nothing else.
        stdin: The bytes of standard input.
    """
    waiting: deque[Document] = deque()

    def kept() -> Iterator[Document]:
        for document in readable(read_documents(paths, options, stdin=stdin), annotator.max_chars, skipped):
            waiting.append(document)
            yield document

    for annotation in annotator.annotate(kept()):
        yield Annotated(document=waiting.popleft(), annotation=annotation)


def spelled_out(item: Annotated) -> dict[str, Any]:
    """Return an annotated document as plain data: every field of its records, and the words of every span under "text".

    Returns:
        `{"document": {...}, "annotation": {...}}` with the field names of `Document` and `Annotation`; dates in ISO form.
    """
    text = item.document.text
    return {"document": _plain(item.document, ""), "annotation": _plain(item.annotation, text)}


def _plain(value: object, text: str) -> Any:
    if isinstance(value, msgspec.Struct):
        fields = {name: _plain(getattr(value, name), text) for name in value.__struct_fields__}
        if text and "start_char" in fields:
            fields = {"text": text[fields["start_char"] : fields["end_char"]]} | fields
        return fields
    if isinstance(value, tuple):
        return [_plain(one, text) for one in value]
    return msgspec.to_builtins(value)
