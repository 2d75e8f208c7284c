"""The PLOVER sector of an actor: "an opposition lawmaker" is of the legislature, and of the opposition.

Reads the lists of data/sectors.toml; works on words alone, without a parse. Sectors follow the PLOVER manual: what somebody is,
not what they do in an event.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from graphbuilder.knowledge.offices import find_office, find_owner
from graphbuilder.knowledge.vocabulary import title_lists, words_of

PREPOSITIONS = frozenset(
    {"of", "for", "in", "at", "from", "to", "with", "who", "across", "on", "that", "near", "by", "against"}
)
FORMER = frozenset({"former", "ex", "retired", "ousted", "deposed", "late", "onetime", "outgoing"})
OFFICES = frozenset({"GOV", "LEG", "JUD", "MIL", "SPY", "COP"})
"""Sectors that one can have left: "the former judge" is of the elite (ELI)."""
SECOND = frozenset({"MIL", "OPP", "SPY", "JUD", "REL"})
"""Sectors kept as second beside another: "opposition lawmaker"."""

_Words = tuple[str, ...]


class Sector(NamedTuple):
    """First and second sector of an actor; empty where nothing is known."""

    first: str = ""
    second: str = ""


class _Match(NamedTuple):
    start: int
    end: int
    code: str
    generic: bool


@lru_cache(maxsize=20_000)
def find_sector(phrase: str) -> Sector:
    """Return the sectors of an actor phrase: "Norway's defense minister", "taxi drivers", "the Kurdish rebels".

    The head of the phrase decides; a head that says nothing ("president", "chairman", "members") leaves it to what stands
    before it, then to what it is of.
    """
    office = find_office(phrase)[0]
    plain = office.partition(" to ")[0]
    sector = office_sector(plain) if plain in _kinds() else None
    named = find_body(phrase)
    words = words_of(phrase)
    former = bool(FORMER & set(words[:3])) or "-elect" in phrase.lower()
    cut = next((place for place, word in enumerate(words) if place and word in PREPOSITIONS), len(words))
    everything = _matches(words)
    found = [match for match in everything if match.start < cut]
    sure = [match for match in found if not match.generic]
    weak = [match for match in found if match.generic]
    behind = [match for match in everything if match.start > cut and not match.generic]
    if named and (named.whole or not (sure or (sector and sector.first and not _is_generic(office)))):
        return Sector("ELI" if former and not named.whole and named.sector in OFFICES else named.sector)
    if known := _known(phrase):
        return Sector(known)
    if sector and sector.first and not (behind and _is_generic(office)):
        first, second = sector
        second = second or next((m.code for m in sure if m.code in SECOND and m.code != first), "")
    elif sure:
        first, _, second = sure[-1].code.partition(" ")
        second = second or next((m.code for m in reversed(sure[:-1]) if m.code in SECOND and m.code != first), "")
    else:
        first, _, second = (behind[0].code if behind else weak[-1].code if weak else "").partition(" ")
    if former and first in OFFICES:
        return Sector("ELI")
    return Sector(first, second)


def office_sector(kind: str, of_sector: str = "") -> Sector:
    """Return the sectors of an office, by its comparable kind; that of what it belongs to where the office says nothing."""
    offices, lists = _data()["offices"], _data()["lists"]
    if kind in offices:
        codes = offices[kind]
        return Sector(*codes) if codes else Sector(of_sector)
    code = lists.get(_kinds().get(kind, ""), "")
    if not code and kind.endswith((" minister", " secretary")):
        code = "GOV"
    if of_sector and _is_generic(kind) and of_sector not in {"GOV", "UNK"}:
        return Sector(of_sector)
    return Sector(code or of_sector)


def _is_generic(kind: str) -> bool:
    return tuple(kind.split()) in _generic()


class Body(NamedTuple):
    """A body known by name: sector, two-letter code of its country, and whether the phrase is its name and nothing more."""

    sector: str
    country: str
    whole: bool


def find_body(phrase: str) -> Body | None:
    """Return the longest known body that a phrase names; names in capitals only with their case ("PAN")."""
    exact = tuple(re.findall(r"[\w'-]+", phrase))
    folded = words_of(phrase)
    best: tuple[int, Body] | None = None
    for words, known in ((exact, _bodies()[0]), (folded, _bodies()[1])):
        size_of = len([word for word in words if word.lower() != "the"])
        for start in range(len(words)):
            for size in range(min(6, len(words) - start), 0, -1):
                found = known.get(words[start : start + size])
                if found and (best is None or size > best[0]):
                    best = size, Body(*found, whole=size == size_of)
                    break
    return best[1] if best else None


@cache
def _bodies() -> tuple[dict[_Words, tuple[str, str]], dict[_Words, tuple[str, str]]]:
    """Return the known bodies: names in capitals as written, and all others by their folded words."""
    exact: dict[_Words, tuple[str, str]] = {}
    folded: dict[_Words, tuple[str, str]] = {}
    for sector, countries in _data()["names"].items():
        for country, text in countries.items():
            for name in (part.strip() for part in text.split(";")):
                single = " " not in name
                if single and (name.isupper() or len(name) <= 5):
                    exact[name,] = sector, country
                else:
                    folded[words_of(name)] = sector, country
    return exact, folded


def _matches(words: Sequence[str]) -> list[_Match]:
    known, generic = _words(), _generic()
    found: list[_Match] = []
    place = 0
    longest = 6
    while place < len(words):
        for size in range(min(longest, len(words) - place), 0, -1):
            form = tuple(words[place : place + size])
            code = known.get(form) or known.get((*form[:-1], _singular(form[-1])))
            if code:
                single = (*form[:-1], _singular(form[-1]))
                found.append(_Match(place, place + size, code, form in generic or single in generic))
                place += size
                break
        else:
            place += 1
    return found


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _known(phrase: str) -> str:
    """Return the sector of a known organisation, where the phrase is its name and nothing more."""
    key = find_owner(re.sub(r"(?i)^the ", "", phrase.strip()))
    if not key.startswith("org:"):
        return ""
    return str(_data()["known"].get(key) or _data()["kinds"].get(_organization_kinds().get(key, ""), ""))


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("graphbuilder") / "data" / "sectors.toml").read_text(encoding="utf-8"))


@cache
def _organization_kinds() -> dict[str, str]:
    text = (files("graphbuilder") / "data" / "organizations.toml").read_text(encoding="utf-8")
    return {key: entry[2] for key, entry in tomllib.loads(text)["known"].items()}


@cache
def is_shared(name: str) -> bool:
    """Return whether several states have a body of this name, so that it tells no country by itself: "Congress"."""
    text = (files("graphbuilder") / "data" / "organizations.toml").read_text(encoding="utf-8")
    return " ".join(words_of(name)) in tomllib.loads(text)["shared"]


@cache
def _kinds() -> dict[str, str]:
    return title_lists()


def _split(text: str) -> list[_Words]:
    return [words for part in text.split(";") if (words := words_of(part))]


@cache
def _words() -> dict[_Words, str]:
    found: dict[_Words, str] = {}
    for code, text in _data()["words"].items():
        for form in _split(text):
            found.setdefault(form, code)
    return found


@cache
def _generic() -> frozenset[_Words]:
    return frozenset(_split(_data()["whole"]["generic"]))
