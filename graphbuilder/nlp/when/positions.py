"""Days and weeks by their place in a month: "the second Tuesday of February", "the last week of May", "the fourth of July".

A literal table of rules, `POSITIONS`; the month takes its year from the direction of its clause, as everywhere.
"""

import re
from calendar import monthrange
from datetime import date
from typing import Final

from graphbuilder.nlp.when import calendar
from graphbuilder.nlp.when.calendar import DAY, Period
from graphbuilder.nlp.when.lexicon import MONTH, MONTHS, OF_YEAR, WEEKDAYS
from graphbuilder.nlp.when.rules import Rule, Scene, choose_year, group, year_scene

_PLACES: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": 0}
_ORDINAL_DAYS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
_WEEK: Final = 7


def _placed(year: int, month: int, place: int, unit: str) -> Period | None:
    """Return the day or week at a place of a month, 0 for the last; None where the month has no such place."""
    length = monthrange(year, month)[1]
    if unit == "day":
        return calendar.day(date(year, month, place or length))
    if unit == "week":
        first = (
            date(year, month, (place - 1) * _WEEK + 1)
            if place in range(1, 5)
            else date(year, month, length - _WEEK + 1)
        )
        last = first + (_WEEK - 1) * DAY
        return Period(f"{first.isoformat()}/{last.isoformat()}", first, last, "week")
    number = WEEKDAYS[unit]
    days = [day for day in range(1, length + 1) if date(year, month, day).weekday() == number]
    return calendar.day(date(year, month, days[place - 1])) if place <= len(days) else None


def _position(match: re.Match[str], scene: Scene) -> Period | None:
    month, place = MONTHS[match["month"].lower().rstrip(".")], _PLACES[match["place"].lower()]
    unit = match["unit"].lower()
    year, scene = year_scene(match, scene)
    if year is not None:
        found = _placed(year, month, place, unit)
        return found._replace(stated_year=True) if found else None
    return choose_year(scene, lambda candidate: _placed(candidate, month, place, unit)) or (
        calendar.unresolved(f"XXXX-{month:02d}-XX") if scene.published is None else None
    )


def _ordinal_day(match: re.Match[str], scene: Scene) -> Period | None:
    month, number = MONTHS[match["month"].lower().rstrip(".")], _ORDINAL_DAYS[group(match, "nth") or ""]
    year, scene = year_scene(match, scene)

    def of_year(candidate: int) -> Period | None:
        return calendar.day(date(candidate, month, number)) if number <= monthrange(candidate, month)[1] else None

    if year is not None:
        found = of_year(year)
        return found._replace(stated_year=True) if found else None
    return choose_year(scene, of_year) or (
        calendar.unresolved(f"XXXX-{month:02d}-{number:02d}") if scene.published is None else None
    )


POSITIONS: Final[tuple[Rule, ...]] = (
    Rule(
        "position",
        "month",
        re.compile(
            rf"(?:\b(?i:the)\s+)?\b(?P<place>(?i:{'|'.join(_PLACES)}))\s+(?P<unit>(?i:day|week|{'|'.join(WEEKDAYS)}))"
            rf"\s+(?:of|in)\s+{MONTH}{OF_YEAR}"
        ),
        _position,
    ),
    Rule(
        "ordinal-day",
        "month",
        re.compile(rf"\b(?i:the)\s+(?P<nth>(?i:{'|'.join(_ORDINAL_DAYS)}))\s+(?:day\s+)?of\s+{MONTH}{OF_YEAR}"),
        _ordinal_day,
    ),
)
