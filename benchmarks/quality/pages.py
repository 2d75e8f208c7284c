"""Adapter for html_article: the body of a page as a build would read it."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.quality.sources import Prediction, Task
from graphbuilder.errors import InputError
from graphbuilder.ingest import IngestOptions, find_inputs, read_documents
from graphbuilder.ingest.decoding import decode
from graphbuilder.ingest.options import Skipped
from graphbuilder.ingest.pages import read_page
from graphbuilder.ingest.streams import open_input, read_document


def html_article(task: Task) -> Iterator[Prediction]:
    """The cleaned text of each page. Page paths are relative to the gold file.

    A build takes English articles only; of a page it skips the body is given as the page reader finds it, since the set
    measures the reader in any language.
    """
    options = IngestOptions()
    for row in task.rows:
        path = task.folder / row["html_file"]
        found = next(read_documents([str(path)], options))
        body = _body(path, options) if isinstance(found, Skipped) else found.text
        yield {"doc_id": row["doc_id"], "articleBody": body}


def _body(path: Path, options: IngestOptions) -> str:
    item = next(find_inputs([str(path)]))
    try:
        with open_input(item, None) as stream:
            data = read_document(stream, item.origin, options.max_bytes)
        return read_page(decode(data, item.origin, html=True), item.origin).text
    except InputError:
        return ""
