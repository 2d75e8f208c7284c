"""Cuts the time of a report into buckets of one length: days, months or years, by how long it is."""

from collections.abc import Iterable
from datetime import date, timedelta

from graphbuilder.analysis.participations import Happening
from graphbuilder.records.base import Record

_DAYS_UP_TO = 45
_MONTHS_UP_TO = 62
"""Buckets that still stand apart on a screen."""

_STRAY = 0.03
"""Share of the events at either end that may lie outside, where leaving them out shortens the time by more than _WORTH: a few
stray dates must not stretch a year to a century."""

_WORTH = 0.2

_FEW = 20
"""Events up to which no date is stray."""

_CUT = {"day": 10, "month": 7, "year": 4}


class Span(Record, frozen=True):
    """The buckets of a report in order, each the beginning of an ISO date, and their unit: day, month or year."""

    unit: str = "month"
    buckets: tuple[str, ...] = ()

    def bucket(self, event: Happening) -> str | None:
        """Return the bucket an event lies in whole; None where it has no date, lies outside or in more than one."""
        if event.first is None or event.last is None:
            return None
        first, last = (day.isoformat()[: _CUT[self.unit]] for day in (event.first, event.last))
        return first if first == last and first in self.buckets else None


def starts(span: Span) -> tuple[date, ...]:
    """Return the first day of each bucket but the first."""
    return tuple(date.fromisoformat(bucket + "-01-01"[len(bucket) - 4 :]) for bucket in span.buckets[1:])


def find_span(events: Iterable[Happening]) -> Span:
    """Return the buckets that hold all but stray events."""
    days = sorted(event.first for event in events if event.first)
    if not days:
        return Span()
    first, last = days[0], days[-1]
    stray = max(1, int(len(days) * _STRAY)) if len(days) > _FEW else 0
    if days[stray] - first > _WORTH * (last - first):
        first = days[stray]
    if last - days[-1 - stray] > _WORTH * (last - first):
        last = days[-1 - stray]
    if (last - first).days < _DAYS_UP_TO:
        return Span(unit="day", buckets=tuple(_each_day(first, last)))
    months = tuple(_each_month(first, last))
    if len(months) <= _MONTHS_UP_TO:
        return Span(unit="month", buckets=months)
    return Span(unit="year", buckets=tuple(f"{year:04}" for year in range(first.year, last.year + 1)))


def _each_day(first: date, last: date) -> Iterable[str]:
    return ((first + timedelta(days=step)).isoformat() for step in range((last - first).days + 1))


def _each_month(first: date, last: date) -> Iterable[str]:
    for count in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield f"{count // 12:04}-{count % 12 + 1:02}"
