"""What a rule is: a pattern, what it stands for, and when it is not a time at all.

Types, the scene a resolver sees, and the choice of a year or a week by direction; no pattern of its own.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from spacy.tokens import Span

from graphbuilder.nlp.when.calendar import DAY, Period, Unit, is_fine_enough, part_of
from graphbuilder.nlp.when.direction import Direction
from graphbuilder.nlp.when.lexicon import PARTS

_ODDLY_FAR = 300
"""Days: nobody writes "on July 7" for a day that far back; "last July 7" or a year would stand there."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known where an expression stands.

    `previous` is the last resolved period before it, `year` a year stated just before it (or at the other end of a range).
    """

    published: date | None
    previous: Period | None
    direction: Direction
    year: int | None = None

    @property
    def anchor(self) -> date | None:
        """The day a story is at: that of the previous expression where it was one day, else the day of publication."""
        if self.previous is not None and self.previous.precision == "day" and self.previous.end is not None:
            return self.previous.end
        return self.published

    def told_from(self, unit: Unit, *, later: bool) -> date | None:
        """The day that "a week later" counts from: the previous date, None where it is too coarse for `unit`.

        A text that has told no date yet is at its day of publication: "a day earlier" counts from there, "a day later" from
        something nobody dated.
        """
        if self.previous is None or self.previous.end is None:
            return None if later else self.published
        return self.previous.end if is_fine_enough(self.previous, unit) else None


Sign = Literal["any", "digit", "year", "month", "weekday", "season", "unit"]

Resolver = Callable[[re.Match[str], Scene], Period | None]
Guard = Callable[[re.Match[str], Span], bool]
"""True where the match is a time; the span holds the tokens of the match."""


class Rule(NamedTuple):
    """One construction; among overlapping matches the longest wins, then the earlier rule of the table.

    `needs` names the cheap sign without which the pattern cannot match.
    """

    name: str
    needs: Sign
    pattern: re.Pattern[str]
    resolve: Resolver
    guard: Guard | None = None


def choose_year(scene: Scene, of_year: Callable[[int], Period | None]) -> Period | None:
    """Return the period that a date without a year stands for, by the direction of its clause; None without a date.

    Args:
        scene: Where the expression stands.
        of_year: Gives the period in one year, None where it has none (29 February).
    """
    if scene.year is not None:
        return of_year(scene.year)
    if scene.published is None:
        return None
    today = scene.published
    years = range(max(today.year - 4, 2), today.year + 5)
    found = [period for number in years if (period := of_year(number)) is not None]
    back = [period for period in found if period.start is not None and period.start <= today]
    ahead = [period for period in found if period.end is not None and period.end >= today]
    if not back or not ahead:
        return back[-1] if back else ahead[0] if ahead else None
    past, coming = back[-1], ahead[0]
    behind, before = _days_back(past, today), _days_ahead(coming, today)
    if scene.direction == "back":
        return past if behind <= _ODDLY_FAR else coming
    if scene.direction == "forward":
        return coming if before <= _ODDLY_FAR else past
    return past if behind <= before else coming


def _days_back(period: Period, today: date) -> int:
    return max((today - period.end) // DAY, 0) if period.end else 0


def _days_ahead(period: Period, today: date) -> int:
    return max((period.start - today) // DAY, 0) if period.start else 0


def nearest_weekday(today: date, weekday: int, direction: Direction) -> date:
    """Return the day a bare weekday stands for: within a week, the day of publication itself included."""
    if direction == "forward":
        return today + ((weekday - today.weekday()) % 7) * DAY
    return today - ((today.weekday() - weekday) % 7) * DAY


def window(first: date, last: date, unit_days: Period) -> Period:
    """Return the days `first` to `last` with the precision and kind of the unit they are counted in."""
    return Period(f"{first.isoformat()}/{last.isoformat()}", first, last, unit_days.precision, kind=unit_days.kind)


def group(match: re.Match[str], name: str) -> str | None:
    """Return a named group in lower case with single blanks, None where the pattern lacks it or it did not take part."""
    text = match.groupdict().get(name)
    return " ".join(text.lower().split()) if text is not None else None


def year_scene(match: re.Match[str], scene: Scene) -> tuple[int | None, Scene]:
    """Return the year the match states, and the scene narrowed by "this", "last" or "next year"."""
    stated, which = group(match, "year"), group(match, "which")
    if stated:
        return int(stated), scene
    if which and scene.published:
        year = scene.published.year + {"last": -1, "this": 0, "next": 1}[which]
        return None, Scene(scene.published, scene.previous, scene.direction, year)
    return None, scene


def in_part(match: re.Match[str], period: Period) -> Period:
    """Return the third of `period` that the match names ("late 2015"), or all of it."""
    part = group(match, "part")
    return part_of(period, PARTS[part]) if part else period
