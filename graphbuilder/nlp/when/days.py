"""Days named by their distance: weekdays, today, yesterday, "the following Monday", "late Tuesday".

A literal table of rules, `DAYS`. Where no publication date is known the value says what is known ("XXXX-WXX-3").
"""

import re
from datetime import date
from typing import Final

from spacy.tokens import Span

from graphbuilder.nlp.when import calendar
from graphbuilder.nlp.when.calendar import DAY, Period
from graphbuilder.nlp.when.direction import direction_of
from graphbuilder.nlp.when.lexicon import DAY_PART, DAY_PARTS, NUMBER, UNIT, WEEKDAYS, read_number, read_unit
from graphbuilder.nlp.when.rules import Rule, Scene, group, nearest_weekday

_WHICH: Final = (
    r"(?:(?P<the>(?i:the)\s+)?(?P<which>(?i:this\s+past|this\s+coming|last|this|next|past|coming|previous|preceding"
    r"|following|same|that))\s+)?"
)
_LATE: Final = r"(?:\b(?i:early|late|earlier|later)\s+(?:on\s+)?)?"
_TIMED: Final = rf"(?:\s+{DAY_PART}\b)?"
_NEAR_DAYS: Final = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "this": 0, "tomorrow": 1,
    "the day after tomorrow": 2,
}  # fmt: skip


_NAMED_DAYS: Final = frozenset(
    ("black", "good", "bloody", "ash", "super", "cyber", "palm", "easter", "holy", "maundy", "shrove", "fat", "casual")
)


def _at_time(match: re.Match[str], period: Period) -> Period:
    """Add the part of the day: "Friday morning" is 2017-07-07TMO."""
    part = group(match, "daypart")
    return period._replace(kind="TIME", value=f"{period.value}T{DAY_PARTS[part]}") if part else period


def _weekday(match: re.Match[str], scene: Scene) -> Period | None:
    number = WEEKDAYS[match["weekday"].lower()]
    if match["plus"] and scene.published:  # "on Monday week": the Monday after the next
        coming = nearest_weekday(scene.published + DAY, number, "forward")
        return calendar.day(coming + 7 * DAY)
    found = _weekday_date(match, number, scene)
    return _at_time(match, calendar.day(found) if found else calendar.unresolved(f"XXXX-WXX-{number + 1}"))


def _weekday_date(match: re.Match[str], number: int, scene: Scene) -> date | None:
    today, anchor = scene.published, scene.anchor
    which, week = group(match, "which"), group(match, "week")
    if which == "next" and match["the"]:
        which = "following"
    if which in {"following", "previous", "preceding", "same", "that"}:
        if anchor is None:
            return None
        if which == "following":
            return anchor + ((number - anchor.weekday() - 1) % 7 + 1) * DAY
        if which in {"same", "that"}:
            return nearest_weekday(anchor, number, "back")
        return anchor - ((anchor.weekday() - number - 1) % 7 + 1) * DAY
    if today is None:
        return None
    if week:
        return today + (number - today.weekday() + {"last": -7, "this": 0, "next": 7}[week]) * DAY
    if which == "next":
        return today + (number - today.weekday() + 7) * DAY
    if which in {"last", "past", "this past"}:
        return today - ((today.weekday() - number - 1) % 7 + 1) * DAY
    return nearest_weekday(today, number, "forward" if which in {"coming", "this coming"} else scene.direction)


def _weekdays(match: re.Match[str], _: Scene) -> Period | None:
    return Period(f"XXXX-WXX-{WEEKDAYS[match['weekday'].lower()] + 1}", None, None, "unknown", kind="SET")


def _near_day(match: re.Match[str], scene: Scene) -> Period | None:
    word = group(match, "word") or ""
    if scene.published is None:
        period = calendar.unresolved("XXXX-XX-XX")
    else:
        period = calendar.day(scene.published + _NEAR_DAYS[word] * DAY)
    if word in {"tonight", "last night"}:
        return period._replace(kind="TIME", value=f"{period.value}TNI")
    return _at_time(match, period)


def _is_weekday(match: re.Match[str], span: Span) -> bool:
    """Tell "on Friday" from names: "Black Friday", "Super Tuesday", a programme called "Sunday Morning Live"."""
    doc = span.doc
    before = doc[span.start - 1].lower_ if span.start > 0 else ""
    part = match["daypart"]
    return before not in _NAMED_DAYS and not (
        part is not None and part[0].isupper() and span.end < len(doc) and doc[span.end].text[:1].isupper()
    )


_WEEKDAY: Final = rf"\b(?P<weekday>(?i:{'|'.join(WEEKDAYS)}))"


def _weeks_from(match: re.Match[str], scene: Scene) -> Period | None:
    """Read "a week from Monday": counted on from the coming Monday."""
    unit, each = read_unit(match["unit"])
    number = read_number(match["number"])
    if number is None or not number.is_integer():
        return None
    if scene.published is None:
        return calendar.unresolved("XXXX-XX-XX")
    coming = nearest_weekday(scene.published + DAY, WEEKDAYS[match["weekday"].lower()], "forward")
    return calendar.day(calendar.shifted(coming, number * each, unit))


def _is_distance(_match: re.Match[str], span: Span) -> bool:
    """Tell "will vote a week from Monday" from "went on strike for two days from Monday"."""
    before = span.doc[span.start - 1].lower_ if span.start > 0 else ""
    return before not in {"for", "lasting", "last", "lasts"} and direction_of(span) != "back"


def _told_part(match: re.Match[str], scene: Scene) -> Period | None:
    """Read "that evening", "the same night" and "the next morning" from the day told last."""
    if scene.anchor is None:
        return calendar.unresolved("XXXX-XX-XX")
    later = group(match, "which2") in {"next", "following"}
    period = calendar.day(scene.anchor + (DAY if later else 0 * DAY))
    return period._replace(kind="TIME", value=f"{period.value}T{DAY_PARTS[group(match, 'daypart') or '']}")


DAYS: Final[tuple[Rule, ...]] = (
    Rule(
        "weekday",
        "weekday",
        re.compile(
            rf"{_WHICH}{_LATE}{_WEEKDAY}\b{_TIMED}(?:\s+(?:of\s+)?(?P<week>(?i:last|this|next))\s+week\b|(?P<plus>\s+week)\b(?!\s*-))?"
        ),
        _weekday,
        _is_weekday,
    ),
    Rule(
        "told-part",
        "any",
        re.compile(
            rf"\b(?:(?i:later|earlier)\s+)?(?:(?P<which>(?i:that(?:\s+same)?))|(?i:the)\s+(?P<which2>(?i:same|next|following)))"
            rf"\s+{DAY_PART}\b"
        ),
        _told_part,
    ),
    Rule(
        "weeks-from", "weekday", re.compile(rf"\b{NUMBER}\s+{UNIT}s?\s+from\s+{_WEEKDAY}\b"), _weeks_from, _is_distance
    ),
    Rule("weekdays", "weekday", re.compile(rf"\b(?:(?i:every|each)\s+)?{_WEEKDAY}s\b"), _weekdays),
    Rule("each-weekday", "weekday", re.compile(rf"\b(?i:every|each)\s+{_WEEKDAY}\b"), _weekdays),
    Rule(
        "near-day",
        "any",
        re.compile(
            rf"{_LATE}\b(?P<word>(?i:the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|today|tonight|tomorrow"
            rf"|yesterday|last\s+night|this(?=\s+(?:morning|afternoon|evening))))\b{_TIMED}"
        ),
        _near_day,
    ),
)
