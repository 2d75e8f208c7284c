"""The one base of all records: frozen, keyword-only, defaults left out of the JSON."""

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A frozen value. Build a changed copy with `msgspec.structs.replace`."""


class Span(Record, frozen=True, kw_only=True):
    """Characters `start_char` to `end_char`, half-open, of a document's cleaned text."""

    start_char: int
    end_char: int
