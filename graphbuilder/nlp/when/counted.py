"""Times with a number: "two weeks ago", "in three days", "a week later", "five months after", "three days of talks".

A literal table of rules, `COUNTED`: dates where a day to count from is known, durations otherwise.
"""

import re
from datetime import date
from typing import Final

from spacy.tokens import Span

from graphbuilder.nlp.when import calendar
from graphbuilder.nlp.when.calendar import CONTAINING, Period, Relation, Unit, shifted
from graphbuilder.nlp.when.direction import direction_of
from graphbuilder.nlp.when.lexicon import NUMBER, UNIT, read_number, read_unit
from graphbuilder.nlp.when.rules import Rule, Scene, group, window
from graphbuilder.nlp.when.units import VAGUE_SPAN

_NUMBER: Final = rf"(?:{NUMBER}\s+)?"
_CLAUSE_END: Final = r"(?=\s*(?:[,.;:!?)\]\"”]|[-–—]|$|\n|(?:and|but|when|in|at|on|was|were|had|as|with)\b))"
_LATER: Final = frozenset(("later", "after", "afterward", "afterwards", "following"))


def counted(today: date, number: float | None, unit: Unit, sign: int) -> Period:
    """Return the day or unit `number` units before (sign -1) or after `today`, in the precision of the unit.

    A vague number gives the whole stretch it may reach; "two and a half years" is precise to the month.
    """
    if number is None:
        far = shifted(today, sign * VAGUE_SPAN, unit)
        return window(min(far, today), max(far, today), CONTAINING[unit](today))
    coarse: Unit = {"decade": "year", "century": "decade"}.get(unit, unit)  # type: ignore[assignment] # dict.get widens a literal
    if number % 1:
        coarse = "month" if unit in {"year", "month"} else "day"
    return CONTAINING[coarse](shifted(today, sign * number, unit))


def _number_and_unit(match: re.Match[str]) -> tuple[float | None, Unit]:
    unit, each = read_unit(match["unit"])
    said = group(match, "number")
    number = 1.0 if said == "the" else read_number(said) if said else None
    return (number * each if number is not None else None), unit


def _ago(match: re.Match[str], scene: Scene) -> Period | None:
    number, unit = _number_and_unit(match)
    return counted(scene.published, number, unit, -1) if scene.published else calendar.unresolved_unit(unit)


def _ahead(match: re.Match[str], scene: Scene) -> Period | None:
    number, unit = _number_and_unit(match)
    if scene.published is None:
        return calendar.unresolved_unit(unit)
    if group(match, "lead") == "within":
        last = shifted(scene.published, VAGUE_SPAN if number is None else number, unit)
        return window(scene.published, last, CONTAINING[unit](last))
    return counted(scene.published, number, unit, 1)


def _is_ahead(match: re.Match[str], span: Span) -> bool:
    """Tell "will meet in three days" from "finished it in three days"."""
    return group(match, "own") is not None or direction_of(span) == "forward"


def _told(match: re.Match[str], scene: Scene) -> Period | None:
    """Count from the previous date: "two days later", "a week earlier", "the day before"."""
    number, unit = _number_and_unit(match)
    sign = 1 if group(match, "side") in _LATER else -1
    today = scene.told_from(unit, later=sign > 0)
    if today is None:
        return calendar.unresolved_unit(unit)
    return counted(today, number, unit, sign)._replace(confidence=0.8)


def _gap(match: re.Match[str], _scene: Scene) -> Period | None:
    """Read "five months after the vote": no date, a distance to another event."""
    number, unit = _number_and_unit(match)
    relation: Relation = "after" if group(match, "side") in _LATER else "before"
    return Period(calendar.duration(number, unit), None, None, "unknown", kind="DURATION", relation=relation)


def _duration(match: re.Match[str], _: Scene) -> Period | None:
    number, unit = _number_and_unit(match)
    return Period(calendar.duration(number, unit), None, None, "unknown", kind="DURATION")


def _is_duration(match: re.Match[str], span: Span) -> bool:
    """Tell "a three-day visit" and "for a week" from an age ("two years old") and from "once a day"."""
    doc = span.doc
    following = doc[span.end].lower_ if span.end < len(doc) else ""
    before = doc[span.start - 1].lower_ if span.start > 0 else ""
    if following in {"old", "-", "–"}:
        return False
    if group(match, "number") in {"a", "an", "one", "some", "many"}:
        return before in {"for", "within", "lasted", "lasting", "than", "least", "about", "nearly", "almost", "after"}
    return before not in {"$", "£", "€", "no."}


def _set(match: re.Match[str], _scene: Scene) -> Period | None:
    _, unit = _number_and_unit(match)
    return Period(calendar.duration(1, unit), None, None, "unknown", kind="SET")


COUNTED: Final[tuple[Rule, ...]] = (
    Rule("ago", "unit", re.compile(rf"\b{NUMBER}\s+{UNIT}s?\s+ago\b"), _ago),
    Rule(
        "ahead",
        "unit",
        re.compile(
            rf"\b(?P<lead>(?i:in|within))\s+(?:(?i:just|about|around|less\s+than)\s+)?{NUMBER}\s+{UNIT}s?\b"
            r"(?P<own>['’]?\s+time\b|\s+from\s+now\b)?(?!-)"
        ),
        _ahead,
        _is_ahead,
    ),
    Rule("from-now", "unit", re.compile(rf"\b{NUMBER}\s+{UNIT}s?(?P<own>\s+from\s+(?:now|today)\b)"), _ahead),
    Rule("told", "unit", re.compile(rf"\b{NUMBER}\s+{UNIT}s?\s+(?P<side>(?i:later|earlier|afterwards?))\b"), _told),
    Rule("told-end", "unit", re.compile(rf"\b{NUMBER}\s+{UNIT}s?\s+(?P<side>(?i:before|after)){_CLAUSE_END}"), _told),
    Rule(
        "the-unit-before",
        "unit",
        re.compile(rf"\b(?P<number>(?i:the))\s+{UNIT}\s+(?P<side>(?i:before|after)){_CLAUSE_END}"),
        _told,
    ),
    Rule(
        "gap",
        "unit",
        re.compile(rf"\b{_NUMBER}{UNIT}s?\s+(?P<side>(?i:before|after|following|prior\s+to|ahead\s+of))\b"),
        _gap,
    ),
    Rule("gap-the-unit", "unit", re.compile(rf"\b(?P<number>(?i:the))\s+{UNIT}\s+(?P<side>(?i:before|after))\b"), _gap),
    Rule(
        "duration",
        "unit",
        re.compile(
            rf"\b{NUMBER}(?:\s+(?:more|full|whole|straight|consecutive)\s+|\s*-\s*|\s+){UNIT}s?\b(?!-?\s*old\b)"
        ),
        _duration,
        _is_duration,
    ),
    Rule("set", "unit", re.compile(rf"\b(?i:every|each)\s+{UNIT}\b"), _set),
)
