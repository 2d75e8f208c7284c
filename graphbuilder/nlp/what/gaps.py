"""Gaps: a day moved by an ISO duration ("two days after"), and how such durations look."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuilder.records.annotation import Precision

SPAN_VALUE = re.compile(r"P(\d+)([DWMY])")
COUNTS = {
    word: number
    for number, words in enumerate(
        ("a an one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
    for word in words.split()
}
LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_COUNTED = re.compile(rf"(\d+|{'|'.join(COUNTS)}) ({'|'.join(LETTERS)})s? \w+")


def read_gap(text: str) -> str | None:
    """Return the ISO duration of "two weeks later" or "five months earlier", None where no number is told."""
    match = _COUNTED.fullmatch(text.lower())
    return None if match is None else f"P{COUNTS.get(match[1], match[1])}{LETTERS[match[2]]}"


def shifted(start: date, gap: str, sign: int) -> "tuple[date, date, Precision] | None":
    """Return first and last day and precision of a day moved by an ISO duration ("P5M" back from July is February)."""
    match = SPAN_VALUE.fullmatch(gap)
    if match is None:
        return None
    count, unit = int(match[1]) * sign, match[2]
    if unit == "D":
        day = start + timedelta(days=count)
        return day, day, "day"
    if unit == "W":
        day = start + timedelta(weeks=count)
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6), "week"
    if unit == "M":
        months = start.year * 12 + start.month - 1 + count
        year, month = divmod(months, 12)
        return date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1]), "month"
    return date(start.year + count, 1, 1), date(start.year + count, 12, 31), "year"
