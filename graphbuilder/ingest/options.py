"""What a caller may ask of ingest, and what ingest says about input it did not take.

Holds plain values only; nothing here reads a file or a setting.
"""

import datetime as dt

from graphbuilder.errors import SettingsError
from graphbuilder.records.base import Record


class FieldMapping(Record, frozen=True):
    """Names of the fields of a row (JSON lines, CSV, Parquet).

    In JSON lines a name with dots reaches into nested objects ("meta.url") where no field bears the whole name.
    """

    text: str = "text"
    title: str = "title"
    date: str = "date"
    url: str = "url"
    source: str = "source"


class IngestOptions(Record, frozen=True):
    """How documents are read.

    `date` is the publication date of every document that does not say its own; it also gives the year to a dateline
    without one. `max_bytes` bounds one document (a page, a text file, a row), not a file of rows. `encoding` overrides
    what the bytes say of themselves.

    Raises:
        SettingsError: `encoding` is not the name of a text encoding, or `max_bytes` is not positive.
    """

    date: dt.date | None = None
    fields: FieldMapping = FieldMapping()
    max_bytes: int = 20_000_000
    encoding: str | None = None

    def __post_init__(self) -> None:
        if self.max_bytes <= 0:
            raise SettingsError(f"max_bytes must be positive, not {self.max_bytes}")
        if self.encoding is not None:
            try:
                "".encode(self.encoding)
            except (LookupError, ValueError):  # "undefined" and a name with NUL
                raise SettingsError(
                    f"{self.encoding!r} is not a text encoding that Python knows; leave it out to have it detected"
                ) from None


class Skipped(Record, frozen=True):
    """Input that was not taken: where ("wire.jsonl:17"), and why in a few words."""

    origin: str
    reason: str
