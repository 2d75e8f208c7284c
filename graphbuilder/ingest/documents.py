"""Draft -> Document: text cleaned, date decided, id made; or the reason why not."""

import hashlib
import unicodedata
from datetime import date

from graphbuilder.errors import InputError
from graphbuilder.ingest.agencies import agency_name
from graphbuilder.ingest.cleaning import Cleaned, clean
from graphbuilder.ingest.datelines import complete
from graphbuilder.ingest.decoding import normalise
from graphbuilder.ingest.drafts import Draft
from graphbuilder.ingest.language import other_language
from graphbuilder.ingest.markup import markdown_text, markup_text
from graphbuilder.ingest.options import IngestOptions, Skipped
from graphbuilder.ingest.pages import read_page
from graphbuilder.ingest.paragraphs import has_letters
from graphbuilder.records.document import Document, PublishedBasis, document_id

LONGEST_FIELD = 2_000
"""Characters of a source and of an address: beyond them it is neither, and no index takes it."""


def make_document(draft: Draft, options: IngestOptions) -> Document | Skipped:
    """Return the document that a draft holds, or why it holds none: no article, no text, not English."""
    try:
        draft = _plain(draft)
    except InputError as error:
        return Skipped(origin=error.origin, reason=error.reason)
    title = " ".join(normalise(draft.title).split())
    cleaned = clean(normalise(draft.text), title=title)
    if not has_letters(cleaned.text):
        return Skipped(origin=draft.origin, reason="no text in this document")
    if language := other_language(cleaned.text):
        return Skipped(origin=draft.origin, reason=f"not in English but in {language}; only English is read")
    published, basis = _published(draft, cleaned, options.date)
    sha256 = hashlib.sha256(cleaned.text.encode("utf-8", "surrogatepass")).hexdigest()
    source = _source(draft, cleaned)
    url = _address(draft.url) or cleaned.url
    for name, value in (("source", source), ("url", url)):
        if value is not None and len(value) > LONGEST_FIELD:
            return Skipped(origin=draft.origin, reason=f"its {name} is longer than {LONGEST_FIELD:,} characters")
    return Document(
        id=document_id(url=url, source=source, title=cleaned.title, published=published, sha256=sha256),
        text=cleaned.text,
        sha256=sha256,
        title=cleaned.title,
        url=url,
        source=source,
        byline=tuple(name for name in draft.byline or cleaned.byline if name != source),
        published=published,
        published_basis=basis,
        filed=cleaned.filed,
        origin=draft.origin,
    )


def _plain(draft: Draft) -> Draft:
    """Return the draft with its text as plain text; what the row said goes before what its page says."""
    if draft.form == "plain":
        return draft
    if draft.form == "markdown":
        title, text = markdown_text(draft.text)
        return Draft(origin=draft.origin, text=text, title=draft.title or title, published=draft.published)
    if draft.form == "page":
        page = read_page(draft.text, draft.origin)
        return Draft(
            origin=draft.origin,
            text=page.text,
            title=draft.title or page.title,
            url=draft.url or page.url,
            source=draft.source or page.source,
            byline=page.byline,
            published=draft.published or page.published,
        )
    return Draft(
        origin=draft.origin,
        text=markup_text(draft.text),
        title=draft.title,
        url=draft.url,
        source=draft.source,
        byline=draft.byline,
        published=draft.published,
    )


def _published(draft: Draft, cleaned: Cleaned, given: date | None) -> tuple[date | None, PublishedBasis]:
    """Decide the day: what fields or the page say, what the text says, what the caller says.

    A dateline without a year ("July 5") takes the year that brings it nearest to the day the caller says; without one it
    says nothing.
    """
    if draft.published is not None:
        return draft.published, "metadata"
    if cleaned.day is not None:
        return cleaned.day, "dateline"
    if given is not None:
        day = complete(cleaned.month_day, given) if cleaned.month_day is not None else None
        return (day, "dateline") if day is not None else (given, "given")
    return None, "unknown"


def _address(url: str | None) -> str | None:
    """Return an address without control characters, which none has."""
    return "".join(sign for sign in url or "" if unicodedata.category(sign) not in {"Cc", "Cs"}) or None


def _source(draft: Draft, cleaned: Cleaned) -> str | None:
    if draft.source is None:
        return cleaned.source
    name = " ".join(normalise(draft.source).split())
    return agency_name(name) or name or cleaned.source
