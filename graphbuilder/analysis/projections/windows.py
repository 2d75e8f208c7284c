"""Time slices and rolling windows: the same participations, one stretch of days at a time.

An event belongs to the window that holds its first possible day. One without a date belongs to none, nor does one whose
possible days are more than a window has: nobody knows which it belongs to.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from graphbuilder.analysis.participations import Happening, Participations
from graphbuilder.analysis.projections.edges import days_of, latest_day
from graphbuilder.analysis.selection import keep_events
from graphbuilder.errors import SettingsError
from graphbuilder.records.base import Record


class Window(Record, frozen=True):
    """The days `since` to `until`, both counted, and what to call them."""

    name: str
    since: date
    until: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.until - self.since).days + 1


def _month_after(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


_Start = Callable[[date], date]
_Slices = dict[str, tuple[_Start, _Start, Callable[[date], str]]]

_SLICES: _Slices = {
    "week": (
        lambda day: day - timedelta(days=day.weekday()),
        lambda start: start + timedelta(days=7),
        lambda start: f"{start.isocalendar().year}-W{start.isocalendar().week:02}",
    ),
    "month": (
        lambda day: day.replace(day=1),
        lambda start: _month_after(start, 1),
        lambda start: f"{start:%Y-%m}",
    ),
    "quarter": (
        lambda day: date(day.year, (day.month - 1) // 3 * 3 + 1, 1),
        lambda start: _month_after(start, 3),
        lambda start: f"{start.year}-Q{(start.month + 2) // 3}",
    ),
    "year": (
        lambda day: date(day.year, 1, 1),
        lambda start: date(start.year + 1, 1, 1),
        lambda start: str(start.year),
    ),
}
"""The first day of the slice a day is in, the first day of the next, and the slice's name, by length."""

EVERY = tuple(_SLICES)
"""Lengths of a slice."""


def time_slices(participations: Participations, every: str = "month") -> tuple[Window, ...]:
    """Return the slices of the calendar from the first to the last dated event, empty ones included.

    Raises:
        SettingsError: There is no such length.
    """
    if every not in _SLICES:
        raise SettingsError(f"there is no slice {every!r}; choose from {', '.join(EVERY)}")
    begin, following, name = _SLICES[every]
    last = latest_day(participations.events.values())
    first = days_of(participations.events.values())[0]
    windows: list[Window] = []
    if first and last:
        start = begin(first)
        while start <= last:
            after = following(start)
            windows.append(Window(name=name(start), since=start, until=after - timedelta(days=1)))
            start = after
    return tuple(windows)


def rolling_windows(participations: Participations, *, days: int = 90, step: int = 30) -> tuple[Window, ...]:
    """Return windows of so many days, each beginning `step` days after the one before, that cover all dated events.

    Raises:
        SettingsError: A length that is no length.
    """
    if days < 1 or step < 1:
        raise SettingsError(f"a window needs at least one day and one day's step, not {days} and {step}")
    last = latest_day(participations.events.values())
    start = days_of(participations.events.values())[0]
    windows: list[Window] = []
    while start and last and start <= last:
        until = _later(start, days - 1)
        windows.append(Window(name=f"{start}/{until}", since=start, until=until))
        if until >= last:
            break
        start = _later(start, step)
    return tuple(windows)


def _later(day: date, days: int) -> date:
    """Return the day so many days later, or the last that the calendar has."""
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


def in_window(participations: Participations, window: Window) -> Participations:
    """Return what belongs to a window; its entities are those that take part in something there."""
    events = {
        key: event
        for key, event in participations.events.items()
        if event.first
        and event.last
        and window.since <= event.first <= window.until
        and (event.last - event.first).days < window.days
    }
    return keep_events(participations, events)


def slice_of(event: Happening, slices: Sequence[Window]) -> str | None:
    """Return the name of the slice an event belongs to; None without a date, outside, or where its date is vaguer."""
    if event.first is None or event.last is None:
        return None
    place = bisect_right(slices, event.first, key=lambda window: window.since) - 1
    if place < 0 or event.first > slices[place].until or (event.last - event.first).days >= slices[place].days:
        return None
    return slices[place].name
