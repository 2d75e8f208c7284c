"""Dates that name a day, month, quarter, season, year, decade or century, with or without their year.

A literal table of rules, `ABSOLUTE`; a date without its year takes it from the direction of its clause (`rules.choose_year`).
"""

import re
from datetime import date
from typing import Final

from spacy.tokens import Span

from graphbuilder.nlp.when import calendar
from graphbuilder.nlp.when.calendar import Period
from graphbuilder.nlp.when.lexicon import (
    CENTURY_WORDS,
    DAY_NUMBER,
    DECADE_WORDS,
    HOLIDAYS,
    MONTH,
    MONTHS,
    ORDINALS,
    PART,
    PARTS,
    SEASON,
    SEASONS,
    WEEKDAY_LEAD,
    WEEKDAYS,
    YEAR,
)
from graphbuilder.nlp.when.rules import Rule, Scene, choose_year, group

_DASH: Final = r"\s*(?:-|–|—|to|through|until|till|and|&)\s*"
_OF_YEAR: Final = rf"(?:,?\s+(?:of\s+)?{YEAR}|,?\s+(?:of\s+)?(?P<which>(?i:this|last|next))\s+year\b)?"
_COUNTED: Final = frozenset(
    ("people", "troops", "soldiers", "dollars", "euros", "pounds", "miles", "kilometres", "kilometers", "km", "metres",
     "meters", "feet", "tons", "tonnes", "times", "votes", "deaths", "cases", "migrants", "refugees", "jobs", "homes",
     "houses", "members", "hours", "days", "years", "men", "women", "children", "barrels", "points", "pages", "words",
     "workers", "police", "percent", "mph", "hectares", "acres", "protesters", "demonstrators", "civilians")
)  # fmt: skip
_YEAR_LEADS: Final = frozenset(("in", "the", "since", "during", "before", "after", "until"))
_YEAR_PART: Final = PART.removesuffix(r"(?:the\s+)?)?") + ")?"
_AMBIGUOUS_MONTHS: Final = frozenset(("march", "may", "april", "june", "august", "mar", "jan", "jun"))
_MONTH_LEADS: Final = frozenset(
    ("in", "since", "until", "till", "by", "from", "between", "during", "through", "of", "to", "and", "before", "after",
     "around", "about", "for", "next", "last", "this", "early", "late", "mid", "mid-", "-", "previous", "following", "end")
)  # fmt: skip
_SURE_MONTH_LEADS: Final = frozenset(("in", "since", "last", "next", "early", "late", "mid", "during", "until", "mid-", "-"))
_NOT_A_MONTH_BEFORE: Final = frozenset(("on", "for", "of", "against", "to", "toward", "towards", "through", "past"))


def _ymd(year: int, month: int, day: int) -> Period | None:
    try:
        return calendar.day(date(year, month, day))._replace(stated_year=True)
    except ValueError:
        return None


def _month(match: re.Match[str]) -> int:
    return MONTHS[match["month"].lower().rstrip(".")]


def _year_scene(match: re.Match[str], scene: Scene) -> tuple[int | None, Scene]:
    """Return the year the match states, and the scene narrowed by "this", "last" or "next year"."""
    stated, which = group(match, "year"), group(match, "which")
    if stated:
        return int(stated), scene
    if which and scene.published:
        year = scene.published.year + {"last": -1, "this": 0, "next": 1}[which]
        return None, Scene(scene.published, scene.previous, scene.direction, year)
    return None, scene


def _in_part(match: re.Match[str], period: Period) -> Period:
    part = group(match, "part")
    return calendar.part_of(period, PARTS[part]) if part else period


def _iso(match: re.Match[str], _: Scene) -> Period | None:
    return _ymd(int(match["y"]), int(match["m"]), int(match["d"]))


def _numeric(match: re.Match[str], _: Scene) -> Period | None:
    """Read 25/12/2017 and 12/25/2017; 07/05/2017 is July in one country and May in another, so it stays unread."""
    first, second = int(match["a"]), int(match["b"])
    if first > 12 >= second or first == second:
        return _ymd(int(match["y"]), second, first)
    if second > 12 >= first:
        return _ymd(int(match["y"]), first, second)
    return None


def _day(match: re.Match[str], scene: Scene) -> Period | None:
    month, number = _month(match), int(match["day"])
    year, scene = _year_scene(match, scene)
    if year is not None:
        return _ymd(year, month, number)
    weekday = group(match, "weekday")

    def of_year(candidate: int) -> Period | None:
        period = _ymd(candidate, month, number)
        if period is None or period.start is None:
            return None
        if weekday and scene.year is None and period.start.weekday() != WEEKDAYS[weekday]:
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
    year, scene = _year_scene(match, scene)
    if first >= last:
        return None

    def of_year(candidate: int) -> Period | None:
        opening, closing = _ymd(candidate, month, first), _ymd(candidate, month, last)
        return calendar.between(opening, closing)._replace(stated_year=year is not None) if opening and closing else None

    found = of_year(year) if year is not None else choose_year(scene, of_year)
    if found is None and scene.published is None:
        return calendar.unresolved(f"XXXX-{month:02d}-{first:02d}/XXXX-{month:02d}-{last:02d}")
    return found


def _whole_month(match: re.Match[str], scene: Scene) -> Period | None:
    month = _month(match)
    year, scene = _year_scene(match, scene)
    if year is not None:
        return _in_part(match, calendar.month(year, month)._replace(stated_year=True))
    found = choose_year(scene, lambda candidate: calendar.month(candidate, month))
    return _in_part(match, found) if found else calendar.unresolved(f"XXXX-{month:02d}")


def _day_of_month(match: re.Match[str], scene: Scene) -> Period | None:
    """Read "on the 14th" as the nearest 14th in the direction of the clause."""
    if scene.published is None:
        return calendar.unresolved(f"XXXX-XX-{int(match['day']):02d}")
    number = int(match["day"])
    steps = (0, 1) if scene.direction == "forward" else (0, -1, -2)
    for step in steps:
        near = calendar.shifted(scene.published.replace(day=1), step, "month")
        found = _ymd(near.year, near.month, number)
        if found and found.start and (
            found.start >= scene.published if scene.direction == "forward" else found.start <= scene.published
        ):
            return found._replace(stated_year=False)
    return None


def _quarter(match: re.Match[str], scene: Scene) -> Period | None:
    year, scene = _year_scene(match, scene)
    number = ORDINALS.get(group(match, "nth") or "") or int(match["q"] or match["q2"])
    if year is not None:
        return calendar.quarter(year, number)._replace(stated_year=True)
    found = choose_year(scene, lambda candidate: calendar.quarter(candidate, number))
    return found or calendar.unresolved(f"XXXX-Q{number}")


def _half(match: re.Match[str], scene: Scene) -> Period | None:
    year, scene = _year_scene(match, scene)
    number = ORDINALS.get(group(match, "nth") or "") or int(match["h"])
    if year is not None:
        return calendar.half(year, number)._replace(stated_year=True)
    if scene.published and group(match, "theyear"):
        return calendar.half(scene.year or scene.published.year, number)
    found = choose_year(scene, lambda candidate: calendar.half(candidate, number))
    return found or calendar.unresolved(f"XXXX-H{number}")


def _season(match: re.Match[str], _: Scene) -> Period | None:
    code = SEASONS[match["season"].lower()]
    year = int(match["to"]) + 100 * (int(match["year"]) // 100) if match["to"] else int(match["year"])
    return _in_part(match, calendar.season(year, code)._replace(stated_year=True))


def _fiscal(match: re.Match[str], _: Scene) -> Period | None:
    """Read "fiscal year 2018": offices begin it between April of the year before and April of the year itself."""
    year = int(match["year"]) if match["year"] else 2000 + int(match["short"])
    return Period(f"FY{year}", date(year - 1, 4, 1), date(year + 1, 3, 31), "year", stated_year=True)


def _decade(match: re.Match[str], _: Scene) -> Period | None:
    word, short = group(match, "word"), group(match, "short")
    if word:
        first = DECADE_WORDS[word]
    elif short:
        first = 1900 + int(short) if int(short) >= 30 else 2000 + int(short)
    else:
        first = int(match["full"])
    return _in_part(match, calendar.decade(first)._replace(stated_year=True))


def _century(match: re.Match[str], _: Scene) -> Period | None:
    number = CENTURY_WORDS.get(group(match, "word") or "") or int(match["n"])
    return _in_part(match, calendar.century(number)._replace(stated_year=True)) if 1 < number < 30 else None


def _year(match: re.Match[str], _: Scene) -> Period | None:
    return _in_part(match, calendar.year(int(match["year"]))._replace(stated_year=True))


def _years(match: re.Match[str], _: Scene) -> Period | None:
    first = int(match["year"])
    last = int(match["last"]) if len(match["last"]) == 4 else first - first % 100 + int(match["last"])
    if not first < last:
        return None
    return calendar.between(calendar.year(first), calendar.year(last))._replace(stated_year=True)


def _short_year(match: re.Match[str], scene: Scene) -> Period | None:
    """Read "in '08" as the latest such year that is not more than ten years ahead."""
    horizon = scene.published.year + 10 if scene.published else 2030
    year = horizon - horizon % 100 + int(match["short"])
    return calendar.year(year if year <= horizon else year - 100)._replace(stated_year=True)


def _holiday(match: re.Match[str], scene: Scene) -> Period | None:
    month, number = HOLIDAYS[(group(match, "holiday") or "").replace("’", "'")]
    year, scene = _year_scene(match, scene)
    if year is not None:
        return _ymd(year, month, number)
    found = choose_year(scene, lambda candidate: _ymd(candidate, month, number))
    return found._replace(stated_year=False) if found else calendar.unresolved(f"XXXX-{month:02d}-{number:02d}")


def _nine_eleven(_match: re.Match[str], _scene: Scene) -> Period | None:
    return calendar.day(date(2001, 9, 11))


def _is_year(match: re.Match[str], span: Span) -> bool:
    """Tell a year from a count: "in 2012" and "the 2012 vote" are years, "2000 troops" and "room 2012" are not."""
    doc = span.doc
    following = doc[span.end].lower_ if span.end < len(doc) else ""
    before = doc[span.start - 1].lower_ if span.start > 0 else ""
    if following in _COUNTED and before not in {"in", "the", "of", "since"}:
        return False
    if span.end < len(doc) and doc[span.end].tag_ == "NNS" and before not in _YEAR_LEADS:
        if span.root.ent_type_ in {"CARDINAL", "QUANTITY"}:
            return False
        if span.start > 0 and doc[span.start - 1].pos_ in {"ADP", "VERB", "CCONJ", "ADV"}:
            return False
    if following in {"-", "–"} and match.string[match.end() + 1 : match.end() + 4].lower() in {"str", "met", "mil", "foo"}:
        return False
    return before not in {"$", "£", "€", "no.", "room", "flight", "highway", "route", "resolution", "#", "nearly", "almost",
                          "about", "over", "some", "than", "article", "section", "page"}  # fmt: skip


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
        return span.root.ent_type_ in {"DATE", ""} and not re.search(rf"[A-Z][a-z]+\.? {name}\b(?! \d)", match.string)
    noun_next = following is not None and following.tag_ in {"NN", "NNS"} and following.lower_ not in _NOT_A_MONTH_BEFORE
    possessive = following is not None and following.tag_ == "POS"
    return lead in {"a", "the", "'s", "’s"} and (noun_next or possessive) and span.root.ent_type_ == "DATE"


def _is_holiday(_match: re.Match[str], span: Span) -> bool:
    """Tell "on Christmas Day" from a family name."""
    before = span.doc[span.start - 1] if span.start > 0 else None
    return span.root.ent_type_ != "PERSON" and (before is None or before.tag_ != "NNP")


def _is_alone(_match: re.Match[str], span: Span) -> bool:
    """Tell "on the 14th" from "on the 14th floor"."""
    doc = span.doc
    return span.end >= len(doc) or doc[span.end].pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}


def _is_season(match: re.Match[str], span: Span) -> bool:
    before = span.doc[span.start - 1].lower_ if span.start > 0 else ""
    return not (match["season"][0].isupper() and before in {"arab", "prague"})


ABSOLUTE: Final[tuple[Rule, ...]] = (
    Rule("iso", "year", re.compile(r"(?<![\d/-])(?P<y>\d{4})([-/])(?P<m>\d\d)\2(?P<d>\d\d)(?:T[\d:.]+Z?)?(?![\d-])"), _iso),
    Rule("numeric", "year", re.compile(r"(?<![\d/.-])(?P<a>\d\d?)([/.-])(?P<b>\d\d?)\2(?P<y>(?:19|20)\d\d)(?![\d/-])"), _numeric),
    Rule("month-day", "month", re.compile(rf"{WEEKDAY_LEAD}\b{MONTH}\s+(?:the\s+)?{DAY_NUMBER}{_OF_YEAR}"), _day),
    Rule(
        "day-month",
        "month",
        re.compile(rf"{WEEKDAY_LEAD}(?:(?i:the)\s+)?(?<![\d.,$£€/-]){DAY_NUMBER}(?:\s+of)?[\s-]+{MONTH}{_OF_YEAR}"),
        _day,
    ),
    Rule("month-days", "month", re.compile(rf"\b{MONTH}\s+{DAY_NUMBER}{_DASH}(?P<last>\d\d?)(?:st|nd|rd|th)?\b(?!:\d){_OF_YEAR}"), _days),
    Rule(
        "days-month",
        "month",
        re.compile(
            rf"(?:(?i:from|between)\s+)?(?:the\s+)?(?<![\d.,$£€/-]){DAY_NUMBER}{_DASH}(?:the\s+)?"
            rf"(?P<last>\d\d?)(?:st|nd|rd|th)?(?:\s+of)?\s+{MONTH}{_OF_YEAR}"
        ),
        _days,
    ),
    Rule("month-year", "month", re.compile(rf"{PART}\b{MONTH},?\s+(?:of\s+)?{YEAR}"), _whole_month),
    Rule("month", "month", re.compile(rf"{PART}\b{MONTH}(?:,?\s+(?:of\s+)?(?P<which>(?i:this|last|next))\s+year\b)?(?!\s+\d)"), _whole_month, _is_month),
    Rule("day-of-month", "digit", re.compile(r"\b(?<=[Oo]n )the\s+(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)\b"), _day_of_month, _is_alone),
    Rule(
        "quarter",
        "any",
        re.compile(
            rf"(?:(?i:the)\s+)?(?:\bQ(?P<q>[1-4])|\b(?P<q2>[1-4])Q|(?P<nth>(?i:first|second|third|fourth|1st|2nd|3rd|4th))"
            rf"[\s-]+(?i:quarter)\b)(?:\s+of\s+the\s+year\b)?{_OF_YEAR}"
        ),
        _quarter,
    ),
    Rule(
        "half",
        "any",
        re.compile(
            r"(?:(?i:the)\s+)?(?:\bH(?P<h>[12])\s+(?=\d{4})|(?P<nth>(?i:first|second))\s+(?i:half)\s+"
            rf"(?=of\s+(?:the\s+year|\d{{4}}|(?:this|last|next)\s+year)))(?:(?P<theyear>of\s+the\s+year)\b)?(?:\s*(?:of\s+)?{YEAR}|of\s+(?P<which>(?i:this|last|next))\s+year\b)?"
        ),
        _half,
    ),
    Rule(
        "season-year",
        "season",
        re.compile(rf"{PART}(?:(?i:the)\s+)?\b{SEASON}\s+(?:of\s+)?{YEAR}(?:\s?[-–/]\s?(?P<to>\d\d)\b)?"),
        _season,
        _is_season,
    ),
    Rule("fiscal", "digit", re.compile(rf"(?:(?i:the)\s+)?\b(?:(?i:fiscal(?:\s+year)?)|FY)[\s-]?(?:{YEAR}|(?P<short>\d\d)\b)(?:\s?[-/–]\s?\d\d(?:\d\d)?\b)?"), _fiscal),
    Rule(
        "decade",
        "any",
        re.compile(
            rf"{PART}(?:(?i:the)\s+)?(?:(?<![\w$£€])(?P<full>(?:1[5-9]|20)\d0)(?:s|(?<=the \d{{4}})['’]s)\b"
            rf"|(?:(?<=the )['’]?|(?<!\w)['’])(?P<short>\d0)s\b|(?<=the )(?P<word>(?i:{'|'.join(DECADE_WORDS)}))\b)"
        ),
        _decade,
    ),
    Rule(
        "century",
        "unit",
        re.compile(rf"{PART}(?:(?i:the)\s+)?\b(?:(?P<n>\d\d?)(?:st|nd|rd|th)|(?P<word>(?i:{'|'.join(CENTURY_WORDS)})))[\s-](?i:century)\b"),
        _century,
    ),
    Rule("years", "year", re.compile(rf"(?<![\w/.,$£€-]){YEAR}\s?[-–—/]\s?(?P<last>(?:19|20)?\d\d)\b(?![-/.]\d)(?!%)"), _years),
    Rule("year", "year", re.compile(rf"{_YEAR_PART}(?:(?i:the\s+year)\s+)?(?<![\w/.,$£€-]){YEAR}(?![\w/])(?!-\d)(?!:\d)(?!\W?years?\b)"), _year, _is_year),
    Rule("short-year", "digit", re.compile(r"(?:(?<=\s)|(?<=\())['’](?P<short>\d\d)\b(?!['’]?s\b)"), _short_year),
    Rule("holiday", "any", re.compile(rf"\b(?P<holiday>(?i:{'|'.join(HOLIDAYS).replace(chr(39), '[' + chr(39) + '’]')}))\b(?!\s+(?-i:[A-Z]))(?!\s+(?:tree|card|gift|market|party|dinner|present|carol)){_OF_YEAR}"), _holiday, _is_holiday),
    Rule("nine-eleven", "digit", re.compile(r"(?<![\d/])9/11(?![\d/])"), _nine_eleven),
)  # fmt: skip
