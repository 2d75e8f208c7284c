"""Gaps: a day moved by an ISO duration ("two days after"), and how such durations look."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuilder.records.annotation import Precision

SPAN_VALUE = re.compile(r"P(\d+)([DWMY])")


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
