"""A written date -> the day, or None.

Reads dates that say their day in full; guesses nothing: "07/05/2017" may be two days and is neither.
"""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:18|19|20)\d{2})"

_WRITTEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<month>{MONTH})\s+{_DAY}\s*,?\s+{_YEAR}\b",  # July 5, 2017
        rf"\b{_DAY}\s+(?:of\s+)?(?P<month>{MONTH})\s*,?\s+{_YEAR}\b",  # 5 July 2017
        rf"\b{_DAY}-(?P<month>{MONTH})-{_YEAR}\b",  # 05-Jul-2017
        rf"\b(?P<month>{MONTH})\s+{_DAY}\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?\s+(?:[A-Z]{{1,5}}\s+)?{_YEAR}\b",  # ctime
    )
)
_NUMERIC = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"^((?:18|19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$")
_LAST_YEAR = re.compile(r"^(\d{1,2})([/.-])(\d{1,2})\2((?:18|19|20)\d{2})(?!\d)")
_EPOCH = re.compile(r"^\d{9,10}(?:\.\d+)?$|^\d{12,13}$")


def parse_date(value: object) -> date | None:
    """Return the day that `value` says, as written there (its own time zone), or None where it says none for certain.

    Takes dates and datetimes, numbers of seconds or milliseconds since 1970 (UTC), and text: ISO 8601, RFC 2822,
    "July 5, 2017", "5 July 2017", "2017/07/05", "20170705", "05.07.2017" (day first), and 13/07/2017 or 07/13/2017 where
    only one reading is a date.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool) or value is None:
        return None
    text = " ".join(str(value).split())
    if _EPOCH.match(text):
        return _epoch(float(text))
    return _sane(_numeric(text) or _written(text) or _rfc(text))


def is_no_day(value: object) -> bool:
    """Tell whether `value` is a date by its form and no day of the calendar: "2020-13-45", "31 April 2020"."""
    if not isinstance(value, str):
        return False
    text = " ".join(value.split())
    written = _NUMERIC.match(text) or any(pattern.search(text) for pattern in _WRITTEN)
    return bool(written) and _numeric(text) is None and _written(text) is None


def _numeric(text: str) -> date | None:
    if found := _NUMERIC.match(text) or _COMPACT.match(text):
        return _day(*map(int, found.groups()))
    if found := _LAST_YEAR.match(text):
        first, separator, second, year = int(found[1]), found[2], int(found[3]), int(found[4])
        if separator == "." or first == second or first > 12:
            return _day(year, second, first)
        if second > 12:
            return _day(year, first, second)
    return None


def _written(text: str) -> date | None:
    for pattern in _WRITTEN:
        if found := pattern.search(text):
            return _day(int(found["year"]), MONTHS[found["month"].lower().rstrip(".")], int(found["day"]))
    return None


def _rfc(text: str) -> date | None:
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _epoch(number: float) -> date | None:
    seconds = number / 1000 if number >= 1e11 else number
    try:
        return datetime.fromtimestamp(seconds, tz=UTC).date()
    except (ValueError, OverflowError, OSError):
        return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _sane(day: date | None) -> date | None:
    return day if day is not None and 1800 <= day.year <= 2099 else None
