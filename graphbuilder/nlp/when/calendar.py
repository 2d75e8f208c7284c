"""Calendar arithmetic: a period of days with its TIMEX3 value.

Pure functions over dates; knows nothing of text, of spaCy or of the day a document was published.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final, Literal, NamedTuple

from graphbuilder.records.annotation import Precision

Kind = Literal["DATE", "TIME", "DURATION", "SET"]
Relation = Literal["after", "before"]
Unit = Literal["minute", "hour", "day", "week", "weekend", "month", "quarter", "season", "year", "decade", "century"]
Part = Literal["early", "mid", "late"]

DAY = timedelta(days=1)
SATURDAY = 5
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DURATION = {
    "minute": ("PT", "M"), "hour": ("PT", "H"), "day": ("P", "D"), "week": ("P", "W"), "weekend": ("P", "WE"),
    "month": ("P", "M"), "quarter": ("P", "Q"), "season": ("P", "S"), "year": ("P", "Y"), "decade": ("P", "DE"),
    "century": ("P", "CE"),
}  # fmt: skip
_FINENESS: Final = ("unknown", "decade", "year", "season", "quarter", "month", "week", "day")
_UNIT_FINENESS: Final[dict[Unit, int]] = {
    "century": 0,
    "decade": 1,
    "year": 2,
    "season": 3,
    "quarter": 4,
    "month": 5,
    "week": 6,
}
_UNKNOWN_VALUE: dict[Unit, str] = {
    "minute": "XXXX-XX-XXTXX", "hour": "XXXX-XX-XXTXX", "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX", "quarter": "XXXX-QX", "season": "XXXX-XX", "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip


class Period(NamedTuple):
    """What a time expression stands for.

    `value` is TIMEX3, or an ISO interval "A/B" (".." for an open end). `start` and `end` are the first and last possible
    day, both None where unresolved. `stated_year` says that the text itself gave the year.
    """

    value: str
    start: date | None
    end: date | None
    precision: Precision
    kind: Kind = "DATE"
    relation: Relation | None = None
    stated_year: bool = False
    confidence: float = 1.0


def unresolved(value: str) -> Period:
    """Return the period of an expression that needs a publication date nobody gave."""
    return Period(value, None, None, "unknown", confidence=0.5)


def unresolved_unit(unit: Unit) -> Period:
    """Return the unresolved period of a calendar unit: XXXX-WXX for some week."""
    return unresolved(_UNKNOWN_VALUE[unit])


def day(when: date) -> Period:
    """Return one day."""
    return Period(when.isoformat(), when, when, "day")


def clock(when: date) -> Period:
    """Return one day, known to be counted in hours or minutes."""
    return Period(f"{when.isoformat()}TXX", when, when, "day", kind="TIME")


def week(when: date) -> Period:
    """Return the ISO week, Monday to Sunday, that holds `when`."""
    first = when - when.weekday() * DAY
    iso = when.isocalendar()
    return Period(f"{iso.year}-W{iso.week:02d}", first, first + 6 * DAY, "week")


def weekend(when: date) -> Period:
    """Return Saturday and Sunday of the ISO week that holds `when`."""
    whole = week(when)
    saturday = when + (5 - when.weekday()) * DAY
    return Period(f"{whole.value}-WE", saturday, saturday + DAY, "day")


def month(year_number: int, month_number: int) -> Period:
    """Return a calendar month."""
    last = monthrange(year_number, month_number)[1]
    start = date(year_number, month_number, 1)
    return Period(f"{year_number:04d}-{month_number:02d}", start, start.replace(day=last), "month")


def quarter(year_number: int, number: int) -> Period:
    """Return a quarter, 1 to 4, of a calendar year."""
    first, last = month(year_number, 3 * number - 2), month(year_number, 3 * number)
    return Period(f"{year_number:04d}-Q{number}", first.start, last.end, "quarter")


def half(year_number: int, number: int) -> Period:
    """Return a half, 1 or 2, of a calendar year."""
    first, last = month(year_number, 6 * number - 5), month(year_number, 6 * number)
    return Period(f"{year_number:04d}-H{number}", first.start, last.end, "year")


def season(year_number: int, code: str) -> Period:
    """Return a season (SP, SU, FA, WI) of the northern half; winter belongs to the year of its January."""
    opening = _SEASON_MONTH[code]
    start = date(year_number - 1 if code == "WI" else year_number, opening, 1)
    return Period(f"{year_number:04d}-{code}", start, shifted(start, 3, "month") - DAY, "season")


def season_of(when: date) -> Period:
    """Return the season that holds `when`."""
    code = ("WI", "SP", "SU", "FA")[when.month % 12 // 3]
    return season(when.year + (when.month == 12), code)


def year(number: int) -> Period:
    """Return a calendar year."""
    return Period(f"{number:04d}", date(number, 1, 1), date(number, 12, 31), "year")


def decade(number: int) -> Period:
    """Return the decade that holds the year `number`."""
    first = number - number % 10
    return Period(f"{first // 10:03d}", date(first, 1, 1), date(first + 9, 12, 31), "decade")


def century(number: int) -> Period:
    """Return a century: 21 is 2000 to 2099, as newspapers count."""
    first = max(100 * (number - 1), MINYEAR)
    return Period(f"{number - 1:02d}", date(first, 1, 1), date(first - first % 100 + 99, 12, 31), "unknown")


CONTAINING: dict[Unit, Callable[[date], Period]] = {
    "minute": clock,
    "hour": clock,
    "day": day,
    "week": week,
    "weekend": weekend,
    "month": lambda when: month(when.year, when.month),
    "quarter": lambda when: quarter(when.year, (when.month + 2) // 3),
    "season": season_of,
    "year": lambda when: year(when.year),
    "decade": lambda when: decade(when.year),
    "century": lambda when: century(when.year // 100 + 1),
}
"""Unit to the calendar unit that holds a day."""


def shifted(when: date, count: float, unit: Unit) -> date:
    """Return the day `count` units after `when`, before it where negative; 31 March and one month is 30 April."""
    if unit in {"minute", "hour"}:
        return when + round(count / (24 if unit == "hour" else 1440)) * DAY
    if unit in {"day", "week", "weekend"}:
        return when + round(count * (1 if unit == "day" else 7)) * DAY
    months = round(count * {"month": 1, "quarter": 3, "season": 3, "year": 12, "decade": 120}.get(unit, 1200))
    index = when.year * 12 + when.month - 1 + months
    target_year, target_month = divmod(index, 12)
    target_year = min(max(target_year, MINYEAR), MAXYEAR)
    return date(target_year, target_month + 1, min(when.day, monthrange(target_year, target_month + 1)[1]))


def part_of(period: Period, part: Part) -> Period:
    """Return the first, middle or last third of `period`, under the same value."""
    if period.start is None or period.end is None:
        return period
    third = (period.end - period.start) // 3
    start, end = {
        "early": (period.start, period.start + third),
        "mid": (period.start + third, period.end - third),
        "late": (period.end - third, period.end),
    }[part]
    return period._replace(start=start, end=end)


def between(first: Period, last: Period) -> Period:
    """Return the interval from the start of `first` to the end of `last`."""
    if first.start is None or last.end is None or last.end < first.start:
        return Period(f"{first.value}/{last.value}", None, None, "unknown", confidence=0.5)
    return Period(
        f"{first.value}/{last.value}", first.start, last.end, last.precision,
        stated_year=first.stated_year or last.stated_year,
    )  # fmt: skip


def is_fine_enough(period: Period, unit: Unit) -> bool:
    """Tell whether `unit`s can be counted from `period`: a day after "in 2012" is no known day."""
    return period.end is not None and _FINENESS.index(period.precision) >= _UNIT_FINENESS.get(unit, 7)


def duration(count: float | None, unit: Unit) -> str:
    """Return an ISO 8601 duration; None is an unknown number: "PXW" for some weeks."""
    opening, letter = _DURATION[unit]
    number = "X" if count is None else f"{count:g}"
    return f"{opening}{number}{letter}"
