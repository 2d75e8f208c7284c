"""Quarters, halves, seasons, years, decades and centuries by their number: "Q3 2018", "spring 2019", "2014-2018", "the 1990s".

A literal table of rules, `YEARS`; tells a year from a count ("in 2012", "2000 troops").
"""

import re
from datetime import date
from typing import Final

from spacy.tokens import Span

from graphbuilder.nlp.when import calendar
from graphbuilder.nlp.when.calendar import Period
from graphbuilder.nlp.when.lexicon import CENTURY_WORDS, DECADE_WORDS, OF_YEAR, ORDINALS, PART, SEASON, SEASONS, YEAR
from graphbuilder.nlp.when.rules import Rule, Scene, choose_year, group, in_part, year_scene

_COUNTED: Final = frozenset(
    ("people", "troops", "soldiers", "dollars", "euros", "pounds", "miles", "kilometres", "kilometers", "km", "metres",
     "meters", "feet", "tons", "tonnes", "times", "votes", "deaths", "cases", "migrants", "refugees", "jobs", "homes",
     "houses", "members", "hours", "days", "years", "men", "women", "children", "barrels", "points", "pages", "words",
     "workers", "police", "percent", "mph", "hectares", "acres", "protesters", "demonstrators", "civilians")
)  # fmt: skip
_YEAR_LEADS: Final = frozenset(("in", "the", "since", "during", "before", "after", "until"))
_YEAR_PART: Final = PART.removesuffix(r"(?:the\s+)?)?") + ")?"
_NEVER_BEFORE_A_YEAR: Final = frozenset(
    ("$", "£", "€", "no.", "room", "flight", "highway", "route", "resolution", "#", "nearly", "almost", "about", "over", "some",
     "than", "article", "section", "page")
)  # fmt: skip


def _quarter(match: re.Match[str], scene: Scene) -> Period | None:
    year, scene = year_scene(match, scene)
    number = ORDINALS.get(group(match, "nth") or "") or int(match["q"] or match["q2"])
    if year is not None:
        return calendar.quarter(year, number)._replace(stated_year=True)
    found = choose_year(scene, lambda candidate: calendar.quarter(candidate, number))
    return found or calendar.unresolved(f"XXXX-Q{number}")


def _half(match: re.Match[str], scene: Scene) -> Period | None:
    year, scene = year_scene(match, scene)
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
    return in_part(match, calendar.season(year, code)._replace(stated_year=True))


def _fiscal(match: re.Match[str], _: Scene) -> Period | None:
    """Read "fiscal year 2018": offices begin it between April of the year before and April of the year itself."""
    if match["from"] and match["till"]:  # "the 2022-23 financial year"
        first = int(match["from"])
        return Period(f"FY{first + 1}", date(first, 4, 1), date(first + 2, 3, 31), "year", stated_year=True)
    written = match["year"] or match["from"]
    year = int(written) if written else 2000 + int(match["short"])
    return Period(f"FY{year}", date(year - 1, 4, 1), date(year + 1, 3, 31), "year", stated_year=True)


def _decade(match: re.Match[str], _: Scene) -> Period | None:
    word, short = group(match, "word"), group(match, "short")
    if word:
        first = DECADE_WORDS[word]
    elif short:
        first = 1900 + int(short) if int(short) >= 30 else 2000 + int(short)
    else:
        first = int(match["full"])
    return in_part(match, calendar.decade(first)._replace(stated_year=True))


def _century(match: re.Match[str], _: Scene) -> Period | None:
    number = CENTURY_WORDS.get(group(match, "word") or "") or int(match["n"])
    return in_part(match, calendar.century(number)._replace(stated_year=True)) if 1 < number < 30 else None


def _year(match: re.Match[str], _: Scene) -> Period | None:
    return in_part(match, calendar.year(int(match["year"]))._replace(stated_year=True))


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
    if following in {"-", "–"} and match.string[match.end() + 1 : match.end() + 4].lower() in {
        "str",
        "met",
        "mil",
        "foo",
    }:
        return False
    return before not in _NEVER_BEFORE_A_YEAR


def _is_season(match: re.Match[str], span: Span) -> bool:
    before = span.doc[span.start - 1].lower_ if span.start > 0 else ""
    return not (match["season"][0].isupper() and before in {"arab", "prague"})


YEARS: Final[tuple[Rule, ...]] = (
    Rule(
        "quarter",
        "any",
        re.compile(
            rf"(?:(?i:the)\s+)?(?:\bQ(?P<q>[1-4])|\b(?P<q2>[1-4])Q|(?P<nth>(?i:first|second|third|fourth|1st|2nd|3rd|4th))"
            rf"[\s-]+(?i:quarter)\b)(?:\s+of\s+the\s+year\b)?{OF_YEAR}"
        ),
        _quarter,
    ),
    Rule(
        "half",
        "any",
        re.compile(
            r"(?:(?i:the)\s+)?(?:\bH(?P<h>[12])\s+(?=\d{4})"
            r"|(?P<nth>(?i:first|second))\s+(?i:half)\s+(?=of\s+(?:the\s+year|\d{4}|(?:this|last|next)\s+year)))"
            r"(?:(?P<theyear>of\s+the\s+year)\b)?"
            rf"(?:\s*(?:of\s+)?{YEAR}|of\s+(?P<which>(?i:this|last|next))\s+year\b)?"
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
    Rule(
        "fiscal",
        "digit",
        re.compile(
            rf"(?:(?i:the)\s+)?\b(?:(?i:(?:fiscal|financial|tax)(?:\s+year)?)|FY)[\s-]?(?:{YEAR}|(?P<short>\d\d)\b)"
            r"(?:\s?[-/–]\s?\d\d(?:\d\d)?\b)?"
            r"|(?:(?i:the)\s+)?\b(?P<from>(?:19|20)\d\d)(?:\s?[-/–]\s?(?P<till>\d\d(?:\d\d)?))?"
            r"\s+(?i:fiscal|financial|tax|budget)\s+(?i:year)\b"
        ),
        _fiscal,
    ),
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
        re.compile(
            rf"{PART}(?:(?i:the)\s+)?\b(?:(?P<n>\d\d?)(?:st|nd|rd|th)|(?P<word>(?i:{'|'.join(CENTURY_WORDS)})))"
            r"[\s-](?i:century)\b"
        ),
        _century,
    ),
    Rule(
        "years",
        "year",
        re.compile(rf"(?<![\w/.,$£€-]){YEAR}\s?[-–—/]\s?(?P<last>(?:19|20)?\d\d)\b(?![-/.]\d)(?!%)"),
        _years,
    ),
    Rule(
        "year",
        "year",
        re.compile(rf"{_YEAR_PART}(?:(?i:the\s+year)\s+)?(?<![\w/.,$£€-]){YEAR}(?![\w/])(?!-\d)(?!:\d)(?!\W?years?\b)"),
        _year,
        _is_year,
    ),
    Rule("short-year", "digit", re.compile(r"(?:(?<=\s)|(?<=\())['’](?P<short>\d\d)\b(?!['’]?s\b)"), _short_year),
)
