"""Draft: what a reader found in its format, before the text is cleaned and the document gets its id."""

from datetime import date
from typing import Literal

from graphbuilder.records.base import Record

TextForm = Literal["plain", "markdown", "markup", "page"]


class Draft(Record, frozen=True):
    """One raw item.

    `form` says what `text` is: plain text, Markdown, a piece of HTML, or a whole HTML page. The other fields are what the
    format itself said (fields of a row); an empty title, None or () where it said nothing. `metadata_date` is a field's
    date, already read.
    """

    origin: str
    text: str
    form: TextForm = "plain"
    title: str = ""
    url: str | None = None
    source: str | None = None
    byline: tuple[str, ...] = ()
    published: date | None = None
