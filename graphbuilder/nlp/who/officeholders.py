"""A small dated table of well-known office holders.

It completes what a text says of somebody it names, and says who an office without a name was on a day (`holder_on`), where a
text gives office and country.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cache
from importlib.resources import files

import msgspec

from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.office_kinds import same_office
from graphbuilder.nlp.who.places import is_city
from graphbuilder.records.identity import fold

FAMILY_NAME_FIRST = frozenset({"CN", "KR", "KP", "TW"})
ORDINARY = frozenset({
    "brown", "major", "gates", "carter", "straw", "santos", "young", "hague", "hunt", "rivers", "brands", "second",
    "singh", "khan", "sharif", "zardari", "salman", "abbas", "ahmed", "marin", "lagos", "castro", "garcia", "morales",
    "moreno", "fernandez", "cohen", "english", "holder", "sessions", "miller", "lynch", "gallant", "franco", "amato", "costa",
    "keating", "hicks", "osborne", "reeves", "healey", "mills", "mansour", "salih", "salam", "wahid", "abbasi", "robles",
    "molano", "vazquez", "villegas", "mello", "bellen", "leyen", "klerk", "maire", "wever", "talon", "toure", "estrada", "hawke",
    "mohamud", "mahdi", "patil", "myint", "stocker", "lambrecht", "lindner", "bolger", "ahern", "cowen", "fiala",
})  # fmt: skip
"""Surnames of office holders that say too little alone."""


class Office(msgspec.Struct, frozen=True):
    """One spell in office. `start` and `end` are ISO days; an empty end means not known to have ended."""

    name: str
    kind: str
    country: str
    start: str
    end: str


@cache
def _table() -> dict[str, tuple[Office, ...]]:
    text = (files("graphbuilder") / "data" / "officeholders.tsv").read_text(encoding="utf-8")
    found: dict[str, list[Office]] = {}
    for line in text.splitlines()[1:]:
        name, kind, country, start, end = line.split("\t")
        found.setdefault(fold(name), []).append(Office(name, kind, country, start, end))
    return {name: tuple(offices) for name, offices in found.items()}


@cache
def _short_names() -> dict[str, tuple[Office, ...]]:
    """Offices by the short names their holders go by: "Merkel", "bin Salman", and family names that come first ("Xi")."""
    found: dict[str, dict[Office, None]] = {}
    for offices in _table().values():
        for office in offices:
            words = fold(office.name).split()
            tails = [" ".join(words[cut:]) for cut in range(1, len(words))]
            if office.country in FAMILY_NAME_FIRST:
                tails.append(words[0])
            for tail in tails:
                found.setdefault(tail, {}).setdefault(office)
    return {name: tuple(offices) for name, offices in found.items()}


@cache
def famous_surnames() -> frozenset[str]:
    """Return the surnames of one word that name an office holder and are no word, first name or city of their own."""
    common = load_lexicon().first_names
    return frozenset(
        name
        for name in _short_names()
        if " " not in name and len(name) > 4 and name not in ORDINARY and name not in common and not is_city(name)
    )


def offices_of(name: str) -> tuple[Office, ...]:
    """Return the offices a person of exactly this name has held."""
    return _table().get(fold(name), ())


def offices_called(name: str) -> tuple[Office, ...]:
    """Return the offices held by whoever goes by this full or short name: "Angela Merkel", "Merkel"."""
    return _table().get(fold(name)) or _short_names().get(fold(name), ())


def countries_of(name: str, kind: str) -> list[str]:
    """Return the codes of the countries where a person of this full or short name held an office of this kind."""
    offices = offices_called(name)
    return list(dict.fromkeys(office.country for office in offices if office.kind == kind))


def holder_among(named: Iterable[tuple[int, str]], kind: str, codes: AbstractSet[str], day: date | None) -> int | None:
    """Return the one of the named people who the table says held an office, None where that is none or several.

    Args:
        named: Numbers and names; only whole names are looked up.
        kind: The office as the text calls it ("leader").
        codes: The codes of the countries it may be of.
        day: The day on which it was held; None for any.
    """
    asked = day.isoformat() if day is not None else None
    found = {
        number
        for number, name in named
        if " " in name
        for office in offices_of(name)
        if office.country in codes
        and same_office(kind, office.kind)
        and (asked is None or office.start <= asked <= (office.end or asked))
    }
    return found.pop() if len(found) == 1 else None


@cache
def _known_until() -> str:
    """Return the last day the table tells of: what came later it cannot know."""
    return max(day for offices in _table().values() for office in offices for day in (office.start, office.end))


def holder_on(kind: str, country: str, day: date) -> str | None:
    """Return the name of the one person who held an office of exactly this kind on a day, None where it is not sure.

    Args:
        kind: The kind of office, in lower case.
        country: The ISO code of its country.
        day: The day; behind the last day of the table nobody is sure, nor on a day on which the office changed hands.
    """
    asked = day.isoformat()
    found = {
        office.name
        for offices in _table().values()
        for office in offices
        if (office.kind, office.country) == (kind, country) and office.start <= asked <= (office.end or _known_until())
    }
    return found.pop() if len(found) == 1 else None
