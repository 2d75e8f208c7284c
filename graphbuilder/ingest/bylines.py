"""Who wrote it and when it appeared, where a line of the text says so: "By Jane Doe, Staff Writer", "Published: 5 July 2017".

Reads single lines; where such lines may stand is for `cleaning`.
"""

import re
from datetime import date

from graphbuilder.ingest.agencies import agency_name
from graphbuilder.ingest.dates import MONTH, parse_date
from graphbuilder.records.base import Record

_NAME_WORD = (
    r"(?:[A-ZÀ-ÞŁŚŽČŠ][\w.’'-]*|d[’'][A-Z][\w-]*|al-[A-Z]\w+|de|la|van|von|der|den|da|dos|di|bin|al|el|ibn|du|le)"
)
_NAME = rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,5}}"
_NAMES = rf"{_NAME}(?:\s*(?:,|&|and|und)\s*(?:and\s+)?{_NAME}){{0,6}}"
_OPENING = r"(?:by|written by|words by|story by|report by|author|posted by|published by|reported by)"
_AUTHOR_OPENING = re.compile(rf"^\s*(?i:{_OPENING}|\w+ by)\s*:?\s+")
_BYLINE = re.compile(
    rf"^(?i:{_OPENING})\s*[:\s]\s*(?P<names>{_NAMES})(?P<rest>(?:\s+(?:in|at|for|of)\s+|\s*[,|/•·(–—-]\s*).*)?$"
)
_JOB = r"(?:writers?|reporters?|correspondents?|editors?|bureau chief|columnist|contributors?)"
_SUFFIXED = re.compile(
    rf"^(?P<names>{_NAMES})\s*[,|/•·–—(-]\s*(?P<rest>(?i:(?:[A-Za-z]+ ){{0,3}}{_JOB})[^.!?]{{0,40}})$"
)
_IN_PLACE = re.compile(
    rf"^(?P<names>{_NAME}(?:\s*(?:,|&|and)\s*{_NAME}){{0,3}})\s+in\s+(?P<rest>[A-Z][\w.’'-]+(?:[\s,]+(?:and\s+)?[A-Z][\w.’'-]+){{0,4}})$"
)
_PLACES = re.compile(r"\s+in\s+[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+){0,3}(?=\s*(?:,|&|and\b|$))")
_INITIALS = re.compile(r"[A-Z]{2,6}")
_SOURCE_LINE = re.compile(
    r"^(?:source|agency|via)\s*[:：]\s*(?P<source>[^|]{2,60}?)\s*(?:\|(?P<rest>.*))?$", re.IGNORECASE
)
_PERSON = re.compile(rf"^{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,3}}$")
_EMPTY_OPENING = re.compile(r"^(?:written |words |posted |published )?by:?$", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(?:,|&|\band\b|\bund\b)\s*")
_ROLE = re.compile(
    r"(?i)^(?:.*\b)?(?:staff|senior|writers?|reporters?|correspondents?|editors?|bureau|chief|columnist|contributors?|desk|"
    r"news|agenc(?:y|ies)|press|agence)\b"
)
_DATE_LABEL = re.compile(
    r"^(?P<label>(?:first )?(?:published|posted|created|publish date|date|date published|publication date|issued|updated|"
    r"last updated|last modified|modified)(?: on| at)?)\s*:?\s+(?P<date>.{6,60})$",
    re.IGNORECASE,
)
_BARE_DATE = re.compile(
    rf"^(?i:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
    rf"(?i:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH},?\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})"
    r"(?i:[\s,|/•·–—-]*(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*\(?(?:[A-Z]{2,5})?\)?(?:\s*/.{0,30})?)?$"
)


class Signature(Record, frozen=True):
    """What a byline said: the names of people, the agency or paper, seldom a day. `open`: the name is on the next line."""

    names: tuple[str, ...] = ()
    source: str | None = None
    day: date | None = None
    open: bool = False


class DateNote(Record, frozen=True):
    """A line that says when the story appeared; `updated` where it says when it was changed."""

    day: date
    updated: bool = False


def read_byline(line: str, *, in_place: bool = False) -> Signature | None:
    """Return who signs in a line that is a byline or an agency's signature; None for every other line.

    "By Jane Doe and John Roe", "Written by Jane Doe | Reuters", "Jane Doe, Staff Writer", "(AFP)". "Source: AFP" names a
    source; a bare "Written By" is a signature whose name is on the next line. With `in_place`, "Jane Doe in Berlin" is a
    byline too: elsewhere it may be a headline.
    """
    if agency := agency_name(line):
        return Signature(source=agency)
    if _EMPTY_OPENING.match(line):
        return Signature(open=True)
    if found := _SOURCE_LINE.match(line):
        days = (parse_date(part) for part in (found["rest"] or "").split("|"))
        return Signature(source=agency_name(found["source"]) or found["source"], day=next(filter(None, days), None))
    if len(line) > 160 or line.endswith((".", "!", "?")):
        return None
    found = (
        _BYLINE.match(_PLACES.sub("", line)) or _SUFFIXED.match(line) or (_IN_PLACE.match(line) if in_place else None)
    )
    if found is None:
        return None
    signature = _signature(found["names"], found["rest"] or "")
    return signature if signature.names or signature.source else None


def is_person(line: str) -> bool:
    """Return whether a line under "Written By" is a person's name: two to four capitalised words."""
    return _PERSON.match(line) is not None and not _ROLE.match(line)


def read_date_note(line: str) -> DateNote | None:
    """Return the day that a line of its own says: "Published: 5 July 2017 10:30 GMT", "July 5, 2017"; None for others."""
    if found := _DATE_LABEL.match(line):
        label = found["label"].lower()
        day = parse_date(found["date"])
        return DateNote(day=day, updated="updat" in label or "modif" in label) if day else None
    if _BARE_DATE.match(line) and (day := parse_date(line)):
        return DateNote(day=day)
    return None


def _signature(names: str, rest: str) -> Signature:
    """Part people from papers: a person has two names, "CNN" and "Reuters" are sources, "Friday" is neither."""
    people: list[str] = []
    source: str | None = None
    for part in _SPLIT.split(names):
        name = part.strip(" ,")
        if agency := agency_name(name):
            source = source or agency
        elif _INITIALS.fullmatch(name):
            source = source or name
        elif " " in name and not _ROLE.match(name):
            people.append(name)
    for part in re.split(r"[,|/•·()–—]+|\s+-\s+", rest):
        source = source or agency_name(part)
    return Signature(names=tuple(people), source=source)


def split_names(text: str) -> tuple[str, ...]:
    """Return the people in an author field: "Analysis by Jane Doe and John Roe | CNN" -> ("Jane Doe", "John Roe")."""
    people, *rest = re.split(r"\s*[|/•]\s*", _AUTHOR_OPENING.sub("", text.strip()))
    return _signature(people, "|".join(rest)).names
