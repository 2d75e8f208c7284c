"""Names inside names and role nouns in capitals: what some sets count as names and the product does not emit.

The product gives one mention to "University of Oslo"; two of the sets also mark "Oslo" in it.
"""

import re
from functools import cache
from typing import Any, Final

from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.places import cities_named
from graphbuilder.records.annotation import Annotation, EntityType, LocalEntity
from graphbuilder.records.identity import fold

NOUN_ADJECTIVES: Final = frozenset({"US", "U.S.", "UK", "U.K.", "UN", "EU"})
"""Abbreviations that stand before a noun as nouns do."""
_WORD: Final = re.compile(r"[\w.&'’]+")
_ARTICLES: Final = frozenset({"the", "a", "an", "our", "his", "her", "its", "their", "my"})
_OF: Final = frozenset({"of", "in", "at", "for"})
_NO_ROLES: Final = frozenset({"people", "presidency"})
_INNER_CITY: Final = 100_000


def capital_head(text: str, start: int, end: int) -> bool:
    """Return whether a role noun is written with a capital though no sentence begins with it: "said the President"."""
    words = [match for match in _WORD.finditer(text[start:end]) if match.group().casefold() not in _ARTICLES]
    if not words or not words[-1].group()[:1].isupper():
        return False
    before = text[:start].rstrip()
    begins = not before or before[-1] in ".!?\n" or "\n" in text[len(before) : start]
    if words[-1].group().casefold() in _NO_ROLES:
        return False
    return not begins or len(words) > 1 or words[0].start() > 0


@cache
def inner_places(name: str) -> tuple[tuple[int, int], ...]:
    """Return the character spans of countries, regions and large cities inside a longer name."""
    words = list(_WORD.finditer(name))
    found = []
    place = 0
    while place < len(words):
        for end in range(min(len(words), place + 3), place, -1):
            first, last = words[place].start(), words[end - 1].end()
            if (place, end) == (0, len(words)):
                continue
            behind = place > 0 and words[place - 1].group().casefold() in _OF
            if _is_place(name[first:last], begins=place == 0, behind=behind):
                found.append((first, last))
                place = end - 1
                break
        place += 1
    return tuple(found)


def inner_names(annotation: Annotation, name: str) -> list[tuple[int, int, LocalEntity | None]]:
    """Return the names inside a longer name: places and people of the document, else places everybody knows (None)."""
    found: list[tuple[int, int, LocalEntity | None]] = []
    for entity in annotation.entities:
        if entity.type not in {EntityType.PLACE, EntityType.PERSON}:
            continue
        for written in (entity.name, *entity.aliases):
            place = re.search(rf"(?<![\w-]){re.escape(written)}(?![\w])", name)
            if place is not None and place.group() != name:
                found.append((*place.span(), entity))
    found.extend((start, end, None) for start, end in inner_places(name))
    kept: list[tuple[int, int, LocalEntity | None]] = []
    for start, end, known in sorted(found, key=lambda span: (span[0] - span[1], span[2] is None)):
        if all(end <= other_start or start >= other_end for other_start, other_end, _ in kept):
            kept.append((start, end, known))
    return sorted(kept, key=lambda span: span[:2])


@cache
def _role_words() -> frozenset[str]:
    lexicon = load_lexicon()
    titles = {words[0] for forms in lexicon.title_forms.values() for words, _ in forms if len(words) == 1}
    single = titles | set(lexicon.persons) | lexicon.groups
    return frozenset(single | {f"{word}s" for word in single})


@cache
def _callings() -> frozenset[str]:
    """Return what people do for a living, in both numbers."""
    words = load_lexicon().epithets
    return words | {f"{word}s" for word in words}


def role_nouns(text: str, mentions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the role nouns outside `mentions`: "a lawyer"; they name the role, and refer to nobody."""
    taken = [(mention["start"], mention["end"]) for mention in mentions]
    return [
        {"start": match.start(), "end": match.end(), "name": match.group(), "coref": False}
        for match in _WORD.finditer(text)
        if match.group() in _role_words() | _callings()
        and all(match.end() <= start or match.start() >= end for start, end in taken)
    ]


def capital_roles(text: str, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the titles in capitals outside the mentions `taken` and before no name: "As President, I ..."."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group().rstrip(".")
        if not word[:1].isupper() or word.isupper() or word.casefold() not in _role_words():
            continue
        before, after = text[: match.start()].rstrip(), text[match.end() : match.end() + 2]
        begins = not before or before[-1] in ".!?" or "\n" in text[len(before) : match.start()]
        if begins or text[match.start() - 1] == "-" or (after[:1] == " " and after[1:].isupper()):
            continue
        if all(match.end() <= start or match.start() >= end for start, end in taken):
            found.append((match.start(), match.start() + len(word)))
    return found


_SPORT: Final = re.compile(
    r"\b(?:match(?:es)?|goals?|teams?|players?|tournaments?|medals?|coach|leagues?|champions?|championships?|scored|"
    r"semi-?finals?|finals?|athletes?|seasons?|cup)\b",
    re.IGNORECASE,
)
_SPORT_SHARE: Final = 0.03


def is_sport(text: str) -> bool:
    """Return whether a text reports on sport: at least three of a hundred words are words of sport."""
    return len(_SPORT.findall(text)) >= _SPORT_SHARE * max(1, len(text.split()))


def _is_place(words: str, *, begins: bool, behind: bool) -> bool:
    folded = fold(words)
    parts = tuple(folded.split())
    for written, exact, term in load_gazetteer().terms.get(parts[0], ()):
        if written == parts and (not exact or words == exact):
            return term.kind in {"country", "region"}
    cities = cities_named(folded) if words[:1].isupper() and (begins or behind) else ()
    return bool(cities) and cities[0].population >= (_INNER_CITY if begins else _INNER_CITY // 2)


def where_named(name: str) -> dict[str, object]:
    """Return where the most likely place of a name is, without any document."""
    folded = fold(name)
    parts = tuple(folded.split())
    gazetteer = load_gazetteer()
    for written, _, term in gazetteer.terms.get(parts[0], ()):
        if written == parts and term.kind == "country":
            country = gazetteer.countries[term.value]
            point: dict[str, object] = {"lat": country.latitude, "lon": country.longitude}
            return point | {"geonameid": country.geonames, "country": country.name}
        if written == parts and term.kind == "region":
            region = gazetteer.regions[term.value]
            return {"lat": region.latitude, "lon": region.longitude}
    cities = cities_named(folded)
    if not cities:
        return {}
    city = cities[0]
    found: dict[str, object] = {"lat": city.latitude, "lon": city.longitude, "geonameid": city.identifier}
    if city.country in gazetteer.countries:
        found["country"] = gazetteer.countries[city.country].name
    return found
