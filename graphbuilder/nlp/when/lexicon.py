"""The words time expressions are made of, and the pieces of regular expression that find them.

Tables and number reading only. Month names are looked for capitalised, so that "march" and "may" stay words.
"""

from typing import Final

from graphbuilder.nlp.when.calendar import Part, Unit

MONTH_NAMES: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MONTH_SHORT: Final = {
    "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sept": 9, "Sep": 9, "Oct": 10, "Nov": 11,
    "Dec": 12,
}  # fmt: skip
MONTHS: Final[dict[str, int]] = {
    **{name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)},
    **{name.lower(): number for name, number in _MONTH_SHORT.items()},
}
"""Lower-case month name or abbreviation to 1..12."""

WEEKDAYS: Final = {
    name: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
"""Lower-case weekday to 0..6."""

UNITS: Final[dict[str, Unit]] = {
    "minute": "minute", "hour": "hour", "day": "day", "night": "day", "week": "week", "weekend": "weekend",
    "month": "month", "quarter": "quarter", "year": "year", "decade": "decade", "century": "century",
    "centurie": "century", "fortnight": "week",
}  # fmt: skip
"""Unit word without its plural s."""

DAY_PARTS: Final = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "lunchtime": "MI"}
SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS: Final[dict[str, Part]] = {
    "early": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid", "late": "late", "end": "late",
    "earlier": "early", "later": "late",
}  # fmt: skip
DECADE_WORDS: Final = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
    "eighties": 1980, "nineties": 1990,
}  # fmt: skip
ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
CENTURY_WORDS: Final = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
HOLIDAYS: Final = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1), "valentine's day": (2, 14), "halloween": (10, 31),
}  # fmt: skip
"""Holidays with a fixed day: name to (month, day)."""

MOVING_DAYS: Final = {
    "palm sunday": -7, "maundy thursday": -3, "good friday": -2, "easter sunday": 0, "easter day": 0, "easter monday": 1,
    "ash wednesday": -46, "ascension day": 39, "whit monday": 50,
}  # fmt: skip
"""Holidays that move with Easter: days after Easter Sunday."""

_ONES: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_VAGUE: Final = ("several", "a few", "few", "some", "many", "a couple of", "couple of", "a number of", "dozens of")


def _any_of(words: tuple[str, ...] | list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_MONTH_WORDS: Final = [*MONTH_NAMES, *(name.upper() for name in MONTH_NAMES)]
MONTH: Final = (
    rf"(?P<month>(?:{_any_of(_MONTH_WORDS)})\b|(?:{_any_of([*_MONTH_SHORT, *(n.upper() for n in _MONTH_SHORT)])})\b\.?)"
)
WEEKDAY: Final = rf"(?P<weekday>(?i:{_any_of(list(WEEKDAYS))}))\b"
WEEKDAY_LEAD: Final = (
    rf"(?:(?P<weekday>(?i:{_any_of(list(WEEKDAYS))})|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?),?\s+)?"
)
UNIT: Final = r"(?P<unit>(?i:minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|centur(?:y|ie)))"
DAY_PART: Final = rf"(?P<daypart>(?i:{_any_of(list(DAY_PARTS))}))"
SEASON: Final = rf"(?P<season>(?i:{_any_of(list(SEASONS))}))\b"
YEAR: Final = r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d)(?![.,]\d)(?!%)"
DAY_NUMBER: Final = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b(?![.,]\d)(?!:\d)(?!\s?%)"
OF_YEAR: Final = rf"(?:,?\s+(?:of\s+)?{YEAR}|,?\s+(?:of\s+)?(?P<which>(?i:this|last|next))\s+year\b)?"
PART: Final = (
    r"(?:(?:(?i:the)\s+)?(?:very\s+)?(?P<part>(?i:early|mid|late|beginning|start|middle|end))"
    r"(?:\s*-\s*|\s+)(?:(?:in|of|on)\s+)?(?:the\s+)?)?"
)
_NUMBER_WORDS: Final = rf"(?:(?:{_any_of(list(_TENS))})(?:[ -](?:{_any_of(list(_ONES))}))?|{_any_of(list(_ONES))})"
NUMBER: Final = (
    rf"(?P<number>(?i:(?<![\d.,$-])\d{{1,3}}(?:\.\d)?(?:\s1/2)?|{_NUMBER_WORDS}|half\s+an?|{_any_of(_VAGUE)}|an?)"
    r"(?P<half>(?i:[ -]and[ -]a[ -]half))?)\b"
)


def read_number(text: str) -> float | None:
    """Return the number `text` names ("twenty-five", "2 1/2", "a"); None for a vague one ("several")."""
    words = " ".join(text.lower().replace("-", " ").split())
    extra = 0.0
    if words.endswith(" and a half"):
        words, extra = words.removesuffix(" and a half"), 0.5
    if words.endswith(" 1/2"):
        words, extra = words.removesuffix(" 1/2"), 0.5
    if words in {"a", "an"}:
        return 1 + extra
    if words in {"half a", "half an"}:
        return 0.5
    if words in {"couple of", "a couple of"}:
        return 2
    if words.replace(".", "", 1).isdigit():
        return float(words) + extra
    total = sum(_TENS.get(word, 0) + _ONES.get(word, 0) for word in words.split())
    return total + extra if total else None


def read_unit(text: str) -> tuple[Unit, int]:
    """Return the unit a word names and how many of it the word holds (a fortnight is two weeks)."""
    word = text.lower()
    return UNITS[word.removesuffix("s") if word not in UNITS else word], 2 if word.startswith("fortnight") else 1


def weekday_number(text: str) -> int:
    """Return 0 (Monday) to 6 for a weekday or its abbreviation ("Tues.", "Thu")."""
    return next(number for name, number in WEEKDAYS.items() if name.startswith(text.lower().rstrip(".")[:3]))
