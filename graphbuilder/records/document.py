"""Document: one news item after cleaning, the unit of ingest, annotation and removal."""

from datetime import date
from typing import Literal

from graphbuilder.records.base import Record
from graphbuilder.records.identity import digest

PublishedBasis = Literal["metadata", "dateline", "given", "unknown"]


class Document(Record, frozen=True, kw_only=True):
    """A cleaned news item.

    `text` is what every offset counts in. `published` is None where nobody said it; relative dates then stay unresolved. `filed`
    is the place of the dateline as written ("NAIROBI, Kenya"), which the text has no more: evidence for who reads the text, and
    never part of the graph.
    `origin` says where it was read ("news/a.html", "wire.jsonl:17"); it is for messages and for replacing a changed file,
    and never part of the graph.
    """

    id: str
    text: str
    sha256: str
    title: str = ""
    url: str | None = None
    source: str | None = None
    byline: tuple[str, ...] = ()
    published: date | None = None
    published_basis: PublishedBasis = "unknown"
    filed: str | None = None
    language: str = "en"
    origin: str = ""


def document_id(*, url: str | None, source: str | None, title: str, published: date | None, sha256: str) -> str:
    """Return the id of a document: a hash over all that the graph shows of it, so no two contents share an id."""
    day = published.isoformat() if published else ""
    return "doc:" + digest(url or "", source or "", title, day, sha256)
