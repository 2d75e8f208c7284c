"""Values of foreign files taken with care: texts, lists of texts, dates of any precision, Wikidata ids. Knows no format."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

_T = TypeVar("_T")
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


def items_of(value: Any, what: str) -> list[Any]:
    """Return a list as it is, and nothing as an empty one.

    Raises:
        RowError: It is something else.
    """
    if value is None:
        return []
    if not isinstance(value, list):
        raise RowError(f"{what} is no list")
    return value


def each(items: Iterable[Any], convert: Callable[[Any], Iterator[_T]]) -> Iterator[_T]:
    """Yield what the items become; one that cannot be taken does not cost the others.

    Raises:
        RowError: Some could not be taken; raised at the end, with the first reason.
    """
    wrong: RowError | None = None
    for item in items:
        try:
            yield from convert(item)
        except RowError as error:
            wrong = wrong or error
    if wrong:
        raise wrong


def spell_days(start: Any, end: Any, names: tuple[str, str] = ("start", "end")) -> tuple[str | None, str | None]:
    """Return the ISO dates of a spell, of any precision, as written.

    Raises:
        RowError: One is no date, or the end comes before the start.
    """
    first, last = date_text(start, names[0]), date_text(end, names[1])
    if first and last and last_day(last) < first_day(first):
        raise RowError(f"the end {last} comes before the start {first}")
    return first, last


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
