"""Whole units pointed at: "last week", "earlier this month", "that year", "last August", "in the spring", "recent months".

A literal table of rules, `UNITS_NEAR`. "last", "this" and "next" count from the day of publication; "that", "the following"
and "the previous" from the last date before them.
"""

import re
from datetime import date
from typing import Final

from spacy.tokens import Span

from graphbuilder.nlp.when import calendar
from graphbuilder.nlp.when.calendar import CONTAINING, Period, Unit, shifted
from graphbuilder.nlp.when.lexicon import MONTH, MONTHS, NUMBER, PARTS, SEASON, SEASONS, UNIT, read_number, read_unit
from graphbuilder.nlp.when.rules import Rule, Scene, group, window

VAGUE_SPAN: Final = 10
"""Units that "several", "a few" or "recent" may reach."""
_BACK: Final = frozenset(("last", "past", "previous", "preceding", "recent"))
_AHEAD: Final = frozenset(("next", "coming", "following", "upcoming", "ahead", "to come"))
_TOLD: Final = frozenset(("that", "same", "following", "previous", "preceding"))
_WHICH: Final = (
    r"(?P<the>(?i:the)\s+)?(?:(?i:very)\s+)?"
    r"(?P<which>(?i:last|this|next|past|coming|previous|preceding|following|same|current|that))"
)
_WITHIN: Final = (
    r"(?:\b(?P<within>(?i:earlier|later|early|late|mid|(?:the\s+)?(?:beginning|start|middle|end)\s+of))"
    r"(?:\s+on)?[\s-]+)?"
)


def _today(match: re.Match[str], scene: Scene, which: str, unit: Unit) -> date | None:
    """Return the day that "last" or "that" counts from."""
    told = which in _TOLD or (which == "next" and group(match, "the") is not None)
    return scene.told_from(unit, later=which in _AHEAD) if told else scene.published


def _within(match: re.Match[str], period: Period, today: date | None) -> Period:
    """Narrow a unit: "earlier this month" ends today, "later this week" begins today, "late last year" is its last third."""
    word = group(match, "within")
    if word is None or period.start is None or period.end is None:
        return period
    inside = today is not None and period.start <= today <= period.end
    if word == "earlier" and inside:
        return period._replace(end=today)
    if word == "later" and inside:
        return period._replace(start=today)
    return calendar.part_of(period, PARTS[word.removeprefix("the ").removesuffix(" of")])


def _unit(match: re.Match[str], scene: Scene) -> Period | None:
    unit, count = read_unit(match["unit"])
    which = group(match, "which") or "this"
    today = _today(match, scene, which, unit)
    if today is None:
        return calendar.unresolved_unit(unit)
    if unit == "weekend" and which == "this":
        late = scene.direction == "back" and today.weekday() < calendar.SATURDAY
        return calendar.weekend(shifted(today, -1, "week") if late else today)
    step = -1 if which in _BACK else 1 if which in _AHEAD else 0
    return _within(match, CONTAINING[unit](shifted(today, step * count, unit)), scene.published)


def _is_unit(match: re.Match[str], span: Span) -> bool:
    """Tell "that week" from "said that week by week", "the last day of talks" from a last day in the calendar.

    "The last day of the summit" and "the past year" are no calendar units; "this day" is one of speeches.
    """
    doc = span.doc
    which, unit = group(match, "which"), match["unit"].lower()
    following = doc[span.end].lower_ if span.end < len(doc) else ""
    if match["the"] and which in {"last", "past", "next"} and unit not in {"day", "weekend"}:
        return False  # a window: "the past year"
    if (
        which in {"last", "past", "this", "current"}
        and unit in {"day", "night", "hour", "minute"}
        and not (which == "this" and unit == "day")
    ):
        return False
    return not (which in {"last", "next", "same"} and following == "of") and following != "-"


def _open_weekend(_: re.Match[str], scene: Scene) -> Period | None:
    """Read "over the weekend" as the last one, or the coming one where the clause looks forward."""
    if scene.published is None:
        return calendar.unresolved_unit("weekend")
    today = scene.published
    late = scene.direction != "forward" and today.weekday() < calendar.SATURDAY
    return calendar.weekend(shifted(today, -1, "week") if late else today)


def _inside(match: re.Match[str], scene: Scene) -> Period | None:
    """Read "earlier in the day", "late in the year", "the end of the month" of the day the story is at."""
    unit, _ = read_unit(match["unit"])
    today = scene.anchor if unit == "day" else scene.published
    if today is None:
        return calendar.unresolved_unit(unit)
    return _within(match, CONTAINING[unit](today), scene.published)


def _named(match: re.Match[str], scene: Scene) -> Period | None:
    """Read "last August", "next spring", "early this June", "the following March"."""
    which = group(match, "which") or "this"
    month, code = group(match, "month"), SEASONS.get(group(match, "season") or "", "")
    number = MONTHS[month.rstrip(".")] if month else 0
    today = _today(match, scene, which, "year")
    if today is None:
        return calendar.unresolved(f"XXXX-{number:02d}" if month else f"XXXX-{code}")
    years = range(today.year - 2, today.year + 3)
    found = [calendar.month(year, number) if month else calendar.season(year, code) for year in years]
    before = [period for period in found if period.end is not None and period.end < today]
    after = [period for period in found if period.start is not None and period.start > today]
    same = [period for period in found if period.value.startswith(f"{today.year:04d}")]
    chosen = before[-1] if which in _BACK else after[0] if which in _AHEAD else same[0]
    return _within(match, chosen, scene.published)


def _season_of(match: re.Match[str], scene: Scene) -> Period | None:
    """Read "in the spring of last year"."""
    code, step = SEASONS[match["season"].lower()], {"last": -1, "this": 0, "next": 1}[match["near"].lower()]
    if scene.published is None:
        return calendar.unresolved(f"XXXX-{code}")
    return _within(match, calendar.season(scene.published.year + step, code), scene.published)


def _after_next(match: re.Match[str], scene: Scene) -> Period | None:
    """Read "the week after next" and "the year before last"."""
    unit, count = read_unit(match["unit"])
    if scene.published is None:
        return calendar.unresolved_unit(unit)
    step = 2 if match["side"].lower() == "after" else -2
    return CONTAINING[unit](shifted(scene.published, step * count, unit))


def _season(match: re.Match[str], scene: Scene) -> Period | None:
    """Read "in the spring" as the nearest spring in the direction of the clause."""
    code = SEASONS[match["season"].lower()]
    if scene.published is None:
        return calendar.unresolved(f"XXXX-{code}")
    today = scene.published
    found = [calendar.season(year, code) for year in range(today.year - 1, today.year + 3)]
    if scene.direction == "forward":
        return next(period for period in found if period.end is not None and period.end >= today)
    return [period for period in found if period.start is not None and period.start <= today][-1]


def _window(match: re.Match[str], scene: Scene) -> Period | None:
    """Read "over the past two weeks", "in recent months", "the next five years", "in the days ahead"."""
    unit, count = read_unit(match["unit"])
    said = group(match, "number")
    number = read_number(said) if said else None if match["plural"] else 1
    today = scene.published
    if today is None:
        return calendar.unresolved_unit(unit)
    reach = (VAGUE_SPAN if number is None else number) * count
    if (group(match, "which") or group(match, "side")) in _AHEAD:
        return window(today, shifted(today, reach, unit), CONTAINING[unit](today))
    return window(shifted(today, -reach, unit), today, CONTAINING[unit](today))


def _is_window(match: re.Match[str], span: Span) -> bool:
    """Tell "the past two weeks" from "last week" (a calendar unit) and "the last days of the war"."""
    doc = span.doc
    following = doc[span.end].lower_ if span.end < len(doc) else ""
    if any(token.lower_ == "last" and token.pos_ == "VERB" for token in span):
        return False  # "is expected to last three weeks"
    if following == "of" or (match["plural"] and not match["number"] and match["unit"].lower() in {"year", "decade"}):
        return False  # "in recent years" says nearly nothing
    if match["plural"] or match["number"]:
        return True
    return group(match, "the") is not None and group(match, "which") in {"last", "past", "next", "coming"}


UNITS_NEAR: Final[tuple[Rule, ...]] = (
    Rule(
        "unit",
        "unit",
        re.compile(rf"{_WITHIN}\b{_WHICH}\s+{UNIT}\b(?!\s+(?:before|after|ago)\b)(?!-)"),
        _unit,
        _is_unit,
    ),
    Rule(
        "weekend", "unit", re.compile(r"(?:\b(?i:over|at|during)\s+)?\b(?i:the\s+weekend)\b(?!\s+of\b)"), _open_weekend
    ),
    Rule(
        "inside-unit",
        "unit",
        re.compile(
            r"\b(?P<within>(?i:earlier|later|early|late)|(?i:(?:the\s+)?(?:beginning|start|middle|end)\s+of)(?=\s+the))"
            r"\s+(?:(?:in|on)\s+)?(?i:the)\s+(?P<unit>(?i:day|week|month|year|decade|quarter))\b"
        ),
        _inside,
    ),
    Rule("named-near", "any", re.compile(rf"{_WITHIN}\b{_WHICH}\s+(?:{MONTH}|{SEASON})(?!\s+\d)"), _named),
    Rule(
        "season-of",
        "season",
        re.compile(rf"{_WITHIN}(?:\b(?i:the)\s+)?\b{SEASON}\s+of\s+(?P<near>(?i:last|this|next))\s+year\b"),
        _season_of,
    ),
    Rule(
        "after-next",
        "unit",
        re.compile(rf"\b(?i:the)\s+{UNIT}\s+(?P<side>(?i:after(?=\s+next)|before(?=\s+last)))\s+(?i:next|last)\b"),
        _after_next,
    ),
    Rule("season", "season", re.compile(rf"\b(?:(?i:in|during|over|by)\s+the\s+){SEASON}(?!\s+(?:of\b|\d))"), _season),
    Rule(
        "window",
        "unit",
        re.compile(
            rf"\b(?P<the>(?i:the|these)\s+)?(?P<which>(?i:last|past|recent|next|coming|following|previous|upcoming))\s+"
            rf"(?:{NUMBER}\s+)?{UNIT}(?P<plural>s)?\b"
        ),
        _window,
        _is_window,
    ),
    Rule(
        "window-ahead",
        "unit",
        re.compile(rf"\b(?i:the)\s+{UNIT}(?P<plural>s)\s+(?P<side>(?i:ahead|to\s+come))\b"),
        _window,
    ),
)
