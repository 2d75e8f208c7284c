"""Lines that belong to a site and not to a story: the tables of data/ingest_chrome.toml, and what a line is by them.

Says what a line is; what is done about it, and where, is for `cleaning`.
"""

import re
import tomllib
from enum import Enum
from functools import cache
from importlib.resources import files

from graphbuilder.records.base import Record

_TRIMMED = " \t.:;,!?…>»›→|*-–—•+"
_MOST_CHARACTERS = 360
"""A longer paragraph is the story's even where a caption or a notice was glued to it; an agency's portrait may be longer."""

_BLANKS = re.compile(r"\s+")


class Kind(Enum):
    """What a line is, when it is not the story's."""

    CHROME = "chrome"
    SECTION = "section"
    MORE = "more"
    END = "end"
    INLINE_MORE = "inline more"
    CREDIT = "credit"
    PORTRAIT = "portrait"


class _Phrases(Record, frozen=True):
    lines: frozenset[str]
    sections: frozenset[str]
    more: frozenset[str]
    ends: frozenset[str]
    inline_more: frozenset[str]
    ends_patterns: re.Pattern[str]
    more_patterns: re.Pattern[str]
    inline_more_patterns: re.Pattern[str]
    line_patterns: re.Pattern[str]
    credit_patterns: re.Pattern[str]
    portrait_openings: re.Pattern[str]
    portrait_claims: re.Pattern[str]
    reported: re.Pattern[str]


@cache
def _phrases() -> _Phrases:
    table = tomllib.loads((files("graphbuilder") / "data" / "ingest_chrome.toml").read_text(encoding="utf-8"))

    def exact(name: str) -> frozenset[str]:
        return frozenset(_bare(line) for line in table[name])

    def either(name: str) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{pattern})" for pattern in table[name]), re.IGNORECASE)

    return _Phrases(
        lines=exact("lines"),
        sections=exact("sections"),
        more=exact("more"),
        ends=exact("ends"),
        inline_more=exact("inline_more"),
        ends_patterns=either("ends_patterns"),
        more_patterns=either("more_patterns"),
        inline_more_patterns=either("inline_more_patterns"),
        line_patterns=either("line_patterns"),
        credit_patterns=either("credit_patterns"),
        portrait_openings=either("portrait_openings"),
        portrait_claims=either("portrait_claims"),
        reported=either("reported"),
    )


def _bare(line: str) -> str:
    return _BLANKS.sub(" ", line.replace("’", "'").replace("…", "")).strip(_TRIMMED).casefold()


@cache
def _longest() -> int:
    phrases = _phrases()
    return max(map(len, phrases.lines | phrases.sections | phrases.more | phrases.ends | phrases.inline_more)) + len(
        _TRIMMED
    )


def kind_of(line: str) -> Kind | None:
    """Return what a line is by the tables, None where they know nothing of it."""
    phrases = _phrases()
    if len(line) <= _longest():
        bare = _bare(line)
        for names, kind in (
            (phrases.lines, Kind.CHROME),
            (phrases.sections, Kind.SECTION),
            (phrases.more, Kind.MORE),
            (phrases.ends, Kind.END),
            (phrases.inline_more, Kind.INLINE_MORE),
        ):
            if bare in names:
                return kind
    plain = line.replace("’", "'")
    if len(line) > _MOST_CHARACTERS:
        return Kind.PORTRAIT if _is_portrait(plain) else None
    for pattern, kind in (
        (phrases.line_patterns, Kind.CHROME),
        (phrases.credit_patterns, Kind.CREDIT),
        (phrases.ends_patterns, Kind.END),
        (phrases.more_patterns, Kind.MORE),
        (phrases.inline_more_patterns, Kind.INLINE_MORE),
    ):
        if pattern.search(plain):
            return kind
    return Kind.PORTRAIT if _is_portrait(plain) else None


def _is_portrait(line: str) -> bool:
    """Tell an agency's portrait of itself from news about it: it claims, in the present tense, and reports nothing.

    "With 900 reporters in 60 countries, Northwire is a leading global news agency."
    """
    phrases = _phrases()
    return (
        phrases.portrait_openings.search(line) is not None
        and phrases.portrait_claims.search(line) is not None
        and phrases.reported.search(line) is None
    )
