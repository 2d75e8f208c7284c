"""The line a wire story opens with: "MEXICO CITY, July 5 (Reuters) - The minister ...".

Takes it off the first paragraph and keeps its date, agency and place. The place is no part of the text: it says where the story
was filed, not where anything happened, and "BERLIN - The cabinet met" is not a sentence a parser can read.
"""

import re
from datetime import date

from graphbuilder.ingest.agencies import agency_name
from graphbuilder.ingest.dates import MONTH, MONTHS, parse_date
from graphbuilder.records.base import Record

_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_WHEN = (
    rf"(?P<when>(?i:{_WEEKDAY}(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})(?:st|nd|rd|th)?(?:,?\s+(?:19|20)\d{{2}})?))"
)
_WORD = r"[A-Z][\w.’'-]*"
_PLACE = (
    rf"(?P<place>{_WORD}(?:\s+(?:de|la|el|of|the|al|am|upon|on|{_WORD})){{0,4}}"
    rf"(?:\s*[,/]\s*{_WORD}(?:\s+{_WORD}){{0,3}}){{0,3}}?)"
)
_AGENCY = r"(?:\(\s*(?P<agency>[A-Z][^()]{1,40}?)\s*\)|/\s*(?P<slashed>[A-Z][\w .-]{1,30}?)\s*/)"
_DASH = r"\s*(?:-{1,3}|–|—|―|_)\s*"
_ALL_CAPS = (
    r"(?P<caps>[A-Z][A-Z.’'-]+(?:\s+[A-Z][A-Z.’'-]+){0,3}(?:\s*[,/]\s*[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+){0,2}){0,2})"
)

_FORMS = tuple(
    re.compile(rf"^{form}(?=[“\"‘'(\[]?\w)")
    for form in (
        rf"(?:{_PLACE}\s*,?\s*(?:{_WHEN})?\s*,?\s*)?{_AGENCY}(?:{_DASH}|:\s+)",  # MEXICO CITY, July 5 (Reuters) -
        rf"{_AGENCY}\s*,?\s*{_WHEN}{_DASH}",  # (Xinhua) July 5 --
        rf"{_PLACE}\s*,\s*{_WHEN}\s*(?:{_DASH}|:\s+)",  # Geneva, 5 July 2017 -
        rf"{_ALL_CAPS}(?:\s+-{{1,3}}\s+|\s*[–—―]\s*)",  # BERLIN -
        rf"{_PLACE}\s+{_AGENCY}\s+(?=[“\"‘']?[A-Z])",  # Vellport (CNN) The
    )
)
_ONLY_WHEN = re.compile(_WHEN)
_YEARLESS = re.compile(
    rf"(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}})\s+(?P<month2>{MONTH})", re.IGNORECASE
)


_NO_PLACES = frozenset({
    "ANALYSIS", "ASEAN", "BREAKING", "BREXIT", "COMMENT", "EXCLUSIVE", "EXPLAINER", "FACTBOX", "INTERPOL", "INTERVIEW",
    "LIVE", "NASA", "NATO", "OPEC", "OPINION", "PROFILE", "TIMELINE", "UNESCO", "UNICEF", "UPDATE", "VIDEO", "WATCH",
})  # fmt: skip
"""Words in capitals before a dash that are no place: "NATO — The alliance ..."."""


class Dateline(Record, frozen=True):
    """What a dateline said. `day` is set where it gave the year, `month_day` where it gave none; `rest` is the paragraph.

    `place` is as written: "MEXICO CITY", "NAIROBI, Kenya".
    """

    rest: str
    place: str | None = None
    source: str | None = None
    day: date | None = None
    month_day: tuple[int, int] | None = None


def read_dateline(paragraph: str) -> Dateline | None:
    """Return the dateline at the start of a paragraph, None where there is none."""
    for form in _FORMS:
        found = form.match(paragraph)
        if found is None:
            continue
        parts = found.groupdict()
        written = parts.get("agency") or parts.get("slashed")
        when = parts.get("when") or ""
        if written and not when and _ONLY_WHEN.fullmatch(written):
            when, written = written, None  # "WASHINGTON (Dec. 3) - Congress voted."
        place = parts.get("place") or parts.get("caps") or ""
        if not _is_dateline(place, when, written, paragraph[found.end() :]):
            continue
        day = parse_date(when)
        return Dateline(
            rest=paragraph[found.end() :],
            place=place or None,
            source=agency_name(written) or written if written else None,
            day=day,
            month_day=None if day else _month_day(when),
        )
    return None


def _is_dateline(place: str, when: str, written: str | None, rest: str) -> bool:
    """Tell a dateline from a name with an abbreviation: "Ann Roe (CDU) - her party's candidate - lost"."""
    if written is not None and (agency_name(written) or when):
        return agency_name(place) is None
    if written is not None:
        return re.split(r"[,/]", place)[0].isupper() if place else written.isupper() and len(written) <= 6
    opens = rest.lstrip("“\"‘'([")[:1]
    return (bool(when) or place not in _NO_PLACES) and not opens.islower()


def complete(month_day: tuple[int, int], near: date) -> date | None:
    """Return the day of this month and day number that lies nearest to `near` (the earlier of two)."""
    days = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            days.append(date(year, *month_day))
        except ValueError:
            continue
    return min(days, key=lambda day: (abs((day - near).days), day), default=None)


def _month_day(when: str) -> tuple[int, int] | None:
    found = _YEARLESS.search(when)
    if found is None:
        return None
    month = (found["month"] or found["month2"]).lower().rstrip(".")
    day = int(found["day"] or found["day2"])
    return (MONTHS[month], day) if 1 <= day <= 31 else None
