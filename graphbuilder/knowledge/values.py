"""Values of foreign files taken with care: texts, lists of texts, dates of any precision, Wikidata ids. Knows no format."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

_DATE = re.compile(r"^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:$|[T ])")
_QID = re.compile(r"\bQ[1-9]\d*\b")


class RowError(ValueError):
    """A row that cannot be taken; the message says why."""


def text_of(value: Any) -> str | None:
    """Return a value as text without outer blanks; None where nothing is left."""
    if value is None or isinstance(value, dict | list | tuple):
        return None
    if isinstance(value, datetime):
        value = value.date()
    return str(value).strip() or None


def texts_of(value: Any) -> tuple[str, ...]:
    """Return one text or a list of texts as texts; what is none is left out."""
    items = value if isinstance(value, list | tuple) else [value]
    return tuple(text for text in map(text_of, items) if text)


def mapping(value: Any, what: str = "row") -> Mapping[str, Any]:
    """Return `value` if it is an object.

    Raises:
        RowError: It is none.
    """
    if not isinstance(value, dict):
        raise RowError(f"this {what} is no object")
    return value


def wikidata_of(value: Any) -> str | None:
    """Return the Wikidata id in a text ("Q42", or an address that ends in it)."""
    found = _QID.search(text_of(value) or "")
    return found.group() if found else None


def date_text(value: Any, what: str) -> str | None:
    """Return an ISO date of any precision, as written.

    Raises:
        RowError: It is none, or no such day exists.
    """
    text = text_of(value)
    if text is None:
        return None
    try:
        first_day(text)
    except ValueError:
        raise RowError(f"the {what} {text!r} is no date like 2015-03-01, 2015-03 or 2015") from None
    return text[:10]


def first_day(text: str) -> date:
    """Return the first day that an ISO date of any precision can mean.

    Raises:
        ValueError: It is none.
    """
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1)


def last_day(text: str) -> date:
    """Return the last day that an ISO date of any precision can mean.

    Raises:
        ValueError: It is none.
    """
    year, month, day = _parts(text)
    return date(year, month or 12, day or monthrange(year, month or 12)[1])


def _parts(text: str) -> tuple[int, int, int]:
    found = _DATE.match(text)
    if found is None:
        raise ValueError(text)
    year, month, day = (int(part or 0) for part in found.groups())
    return year, month, day
