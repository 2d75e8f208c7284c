"""Days and months by their name: "July 5, 2017", "5th of July", "2017-07-05", "May 3-5", "early March", "on the 14th".

A literal table of rules, `DATES`; a date without its year takes it from the direction of its clause (`rules.choose_year`).
"""

import re
from datetime import date
from typing import Final

from spacy.tokens import Span

from graphbuilder.nlp.when import calendar
from graphbuilder.nlp.when.calendar import Period
from graphbuilder.nlp.when.lexicon import (
    DAY_NUMBER,
    HOLIDAYS,
    MONTH,
    MONTHS,
    MOVING_DAYS,
    OF_YEAR,
    PART,
    WEEKDAY_LEAD,
    YEAR,
    weekday_number,
)
from graphbuilder.nlp.when.rules import Rule, Scene, choose_year, group, in_part, year_scene

_DASH: Final = r"\s*(?:-|–|—|to|through|until|till|and|&)\s*"
_AMBIGUOUS_MONTHS: Final = frozenset(("march", "may", "april", "june", "august", "mar", "jan", "jun"))
_MONTH_LEADS: Final = frozenset(
    ("in", "since", "until", "till", "by", "from", "between", "during", "through", "of", "to", "and", "before", "after",
     "around", "about", "for", "next", "last", "this", "early", "late", "mid", "mid-", "-", "previous", "following", "end")
)  # fmt: skip
_MONTH_OPENINGS: Final = (
    r"(?:From|Between|By|Of|To|And|Before|After|Around|About|For|Through|Till|This|Previous|Following|End) "
)
"""Words before a month that open a sentence: "From April to June 2022, the army shelled Goma"."""
_SURE_MONTH_LEADS: Final = frozenset(
    ("in", "since", "last", "next", "early", "late", "mid", "during", "until", "mid-", "-")
)
_NOT_A_MONTH_BEFORE: Final = frozenset(("on", "for", "of", "against", "to", "toward", "towards", "through", "past"))
_NUMERIC: Final = re.compile(r"(?<![\d/.-])(?P<a>\d\d?)([/.-])(?P<b>\d\d?)\2(?P<y>(?:19|20)\d\d)(?![\d/-])")
_HOLIDAY: Final = "|".join(HOLIDAYS).replace("'", "['’]")
_NO_THING: Final = r"(?!\s+(?-i:[A-Z]))(?!\s+(?:tree|card|gift|market|party|dinner|present|carol))"


def _ymd(year: int, month: int, day: int) -> Period | None:
    try:
        return calendar.day(date(year, month, day))._replace(stated_year=True)
    except ValueError:
        return None


def _month(match: re.Match[str]) -> int:
    return MONTHS[match["month"].lower().rstrip(".")]


def _iso(match: re.Match[str], _: Scene) -> Period | None:
    return _ymd(int(match["y"]), int(match["m"]), int(match["d"]))


def _numeric(match: re.Match[str], scene: Scene) -> Period | None:
    """Read 25/12/2017 and 12/25/2017; 07/05/2017 is May in one country and July in another.

    Another date of the text that can be read one way only shows its convention, and so does a reading that lies on the wrong
    side of the day of publication. Else both days bound it, in the precision of a month.
    """
    year, readings = int(match["y"]), _readings(match)
    days = [found for month, number in readings if (found := _ymd(year, month, number)) is not None]
    if len(days) < 2:
        return days[0] if days else None
    shown = _shown_order(match)
    if shown is not None:
        return days[shown]
    fitting = [found for found in days if _fits(found, scene)]
    if len(fitting) == 1:
        return fitting[0]._replace(confidence=0.8)
    first, last = sorted(days, key=lambda found: found.value)
    return calendar.between(first, last)._replace(precision="month", confidence=0.5)


def _readings(match: re.Match[str]) -> list[tuple[int, int]]:
    """Return (month, day) with the day first, then with the month first, where that is another day."""
    first, second = int(match["a"]), int(match["b"])
    both = [(second, first), (first, second)]
    return [pair for pair in (both[:1] if first == second else both) if pair[0] <= 12]


def _shown_order(match: re.Match[str]) -> int | None:
    """Return 0 where the text's other dates of this look put the day first, 1 where the month, None where none tells."""
    if match[2] == ".":
        return 0  # only 5.7.2017 with the day first is written with dots
    same = (other for other in _NUMERIC.finditer(match.string) if other[2] == match[2])
    orders = {int(int(other["b"]) > 12) for other in same if len(_readings(other)) == 1 and other["a"] != other["b"]}
    return orders.pop() if len(orders) == 1 else None


def _fits(period: Period, scene: Scene) -> bool:
    """Say whether a day lies on the side of the day of publication that its clause looks to."""
    today = scene.published
    if today is None or period.start is None or scene.direction == "unknown":
        return True
    return period.start >= today if scene.direction == "forward" else period.start <= today


def _day(match: re.Match[str], scene: Scene) -> Period | None:
    month, number = _month(match), int(match["day"])
    year, scene = year_scene(match, scene)
    if year is not None:
        return _ymd(year, month, number)
    weekday = group(match, "weekday")

    def of_year(candidate: int) -> Period | None:
        period = _ymd(candidate, month, number)
        if period is None or period.start is None:
            return None
        if weekday and scene.year is None and period.start.weekday() != weekday_number(weekday):
            return None  # "Wednesday, July 5" names its year by itself
        return period._replace(stated_year=False)

    if not 1 <= number <= 31:
        return None
    return choose_year(scene, of_year) or (
        calendar.unresolved(f"XXXX-{month:02d}-{number:02d}") if scene.published is None else None
    )


def _days(match: re.Match[str], scene: Scene) -> Period | None:
    """Read "May 3-5" and "3 to 5 May 2017"."""
    month, first, last = _month(match), int(match["day"]), int(match["last"])
    year, scene = year_scene(match, scene)
    if first >= last:
        return None

    def of_year(candidate: int) -> Period | None:
        opening, closing = _ymd(candidate, month, first), _ymd(candidate, month, last)
        return (
            calendar.between(opening, closing)._replace(stated_year=year is not None) if opening and closing else None
        )

    found = of_year(year) if year is not None else choose_year(scene, of_year)
    if found is None and scene.published is None:
        return calendar.unresolved(f"XXXX-{month:02d}-{first:02d}/XXXX-{month:02d}-{last:02d}")
    return found


def _whole_month(match: re.Match[str], scene: Scene) -> Period | None:
    month = _month(match)
    year, scene = year_scene(match, scene)
    if year is not None:
        return in_part(match, calendar.month(year, month)._replace(stated_year=True))
    found = choose_year(scene, lambda candidate: calendar.month(candidate, month))
    return in_part(match, found) if found else calendar.unresolved(f"XXXX-{month:02d}")


def _day_of_month(match: re.Match[str], scene: Scene) -> Period | None:
    """Read "on the 14th" as the nearest 14th in the direction of the clause."""
    if scene.published is None:
        return calendar.unresolved(f"XXXX-XX-{int(match['day']):02d}")
    number = int(match["day"])
    steps = (0, 1) if scene.direction == "forward" else (0, -1, -2)
    for step in steps:
        near = calendar.shifted(scene.published.replace(day=1), step, "month")
        found = _ymd(near.year, near.month, number)
        if (
            found
            and found.start
            and (found.start >= scene.published if scene.direction == "forward" else found.start <= scene.published)
        ):
            return found._replace(stated_year=False)
    return None


def _holiday(match: re.Match[str], scene: Scene) -> Period | None:
    month, number = HOLIDAYS[(group(match, "holiday") or "").replace("’", "'")]
    year, scene = year_scene(match, scene)
    if year is not None:
        return _ymd(year, month, number)
    found = choose_year(scene, lambda candidate: _ymd(candidate, month, number))
    return found._replace(stated_year=False) if found else calendar.unresolved(f"XXXX-{month:02d}-{number:02d}")


def _easter(year: int) -> date:
    """Return Easter Sunday of a year (the Gregorian reckoning as Meeus, Astronomical Algorithms, gives it)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, odd = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quarter, left = divmod(rest, 4)
    week = (32 + 2 * odd + 2 * quarter - moon - left) % 7
    month, day = divmod(moon + week - 7 * ((golden + 11 * moon + 22 * week) // 451) + 114, 31)
    return date(year, month, day + 1)


def _moving(match: re.Match[str], scene: Scene) -> Period | None:
    """Read "on Easter Monday" and "on Good Friday 2021", which lie around the Easter of their year."""
    shift = MOVING_DAYS[group(match, "holiday") or ""]
    year, scene = year_scene(match, scene)
    if year is not None:
        return calendar.day(_easter(year) + shift * calendar.DAY)._replace(stated_year=True)
    found = choose_year(scene, lambda candidate: calendar.day(_easter(candidate) + shift * calendar.DAY))
    return found or calendar.unresolved("XXXX-XX-XX")


def _nine_eleven(_match: re.Match[str], _scene: Scene) -> Period | None:
    return calendar.day(date(2001, 9, 11))


def _is_month(match: re.Match[str], span: Span) -> bool:
    """Tell "in May" and "a February visit" from "Theresa May", "troops march" and "the March on Washington"."""
    doc, name = span.doc, match["month"]
    before = doc[span.start - 1] if span.start > 0 else None
    lead = before.lower_ if before is not None else ""
    following = doc[span.end] if span.end < len(doc) else None
    if before is not None and before.tag_ == "NNP" and before.lower_ not in _MONTH_LEADS and before.text[:1].isupper():
        return False
    if name.lower().rstrip(".") not in _AMBIGUOUS_MONTHS:
        return span.root.ent_type_ != "PERSON"
    if following is not None and following.tag_ == "NNP" and following.text[:1].isupper():
        return False
    if group(match, "part"):
        return True
    if lead in _SURE_MONTH_LEADS:
        return True
    if lead in _MONTH_LEADS:
        named = re.search(rf"\b(?!{_MONTH_OPENINGS})[A-Z][a-z]+\.? {name}\b(?! \d)", match.string)
        return named is None and span.root.ent_type_ in {"DATE", ""}
    noun_next = (
        following is not None and following.tag_ in {"NN", "NNS"} and following.lower_ not in _NOT_A_MONTH_BEFORE
    )
    possessive = following is not None and following.tag_ == "POS"
    return lead in {"a", "the", "'s", "’s"} and (noun_next or possessive) and span.root.ent_type_ == "DATE"


def _is_alone(_match: re.Match[str], span: Span) -> bool:
    """Tell "on the 14th" from "on the 14th floor"."""
    doc = span.doc
    return span.end >= len(doc) or doc[span.end].pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}


def _is_holiday(_match: re.Match[str], span: Span) -> bool:
    """Tell "on Christmas Day" from a family name."""
    before = span.doc[span.start - 1] if span.start > 0 else None
    return span.root.ent_type_ != "PERSON" and (before is None or before.tag_ != "NNP")


DATES: Final[tuple[Rule, ...]] = (
    Rule(
        "iso",
        "year",
        re.compile(r"(?<![\d/-])(?P<y>\d{4})([-/])(?P<m>\d\d)\2(?P<d>\d\d)(?:T[\d:.]+Z?)?(?![\d-])"),
        _iso,
    ),
    Rule("numeric", "year", _NUMERIC, _numeric),
    Rule("month-day", "month", re.compile(rf"{WEEKDAY_LEAD}\b{MONTH}\s+(?:the\s+)?{DAY_NUMBER}{OF_YEAR}"), _day),
    Rule(
        "day-month",
        "month",
        re.compile(rf"{WEEKDAY_LEAD}(?:(?i:the)\s+)?(?<![\d.,$£€/-]){DAY_NUMBER}(?:\s+of)?[\s-]+{MONTH}{OF_YEAR}"),
        _day,
    ),
    Rule(
        "month-days",
        "month",
        re.compile(rf"\b{MONTH}\s+{DAY_NUMBER}{_DASH}(?P<last>\d\d?)(?:st|nd|rd|th)?\b(?!:\d){OF_YEAR}"),
        _days,
    ),
    Rule(
        "days-month",
        "month",
        re.compile(
            rf"(?:(?i:from|between)\s+)?(?:the\s+)?(?<![\d.,$£€/-]){DAY_NUMBER}{_DASH}(?:the\s+)?"
            rf"(?P<last>\d\d?)(?:st|nd|rd|th)?(?:\s+of)?\s+{MONTH}{OF_YEAR}"
        ),
        _days,
    ),
    Rule("month-year", "month", re.compile(rf"{PART}\b{MONTH},?\s+(?:of\s+)?{YEAR}"), _whole_month),
    Rule(
        "month",
        "month",
        re.compile(rf"{PART}\b{MONTH}(?:,?\s+(?:of\s+)?(?P<which>(?i:this|last|next))\s+year\b)?(?!\s+\d)"),
        _whole_month,
        _is_month,
    ),
    Rule(
        "day-of-month",
        "digit",
        re.compile(r"\b(?<=[Oo]n )the\s+(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)\b"),
        _day_of_month,
        _is_alone,
    ),
    Rule("holiday", "any", re.compile(rf"\b(?P<holiday>(?i:{_HOLIDAY}))\b{_NO_THING}{OF_YEAR}"), _holiday, _is_holiday),
    Rule(
        "moving-holiday",
        "any",
        re.compile(rf"\b(?P<holiday>(?i:{'|'.join(MOVING_DAYS)}))\b{_NO_THING}{OF_YEAR}"),
        _moving,
        _is_holiday,
    ),
    Rule("nine-eleven", "digit", re.compile(r"(?<![\d/])9/11(?![\d/])"), _nine_eleven),
)
