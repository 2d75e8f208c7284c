"""Cities, provinces and counties by name, from the distilled GeoNames table, and the choice between those that share a name.

The table is sorted by folded name and searched as it is; a row is parsed only when it is asked for.
"""

import gzip
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from math import asin, cos, log10, radians, sin, sqrt
from typing import Final, NamedTuple

import msgspec

from graphbuilder.nlp.who.gazetteer import load_gazetteer

TOWN: Final = 5000
"""A smaller place is looked up where the text says that a place is meant; its name alone tells nothing."""
EARTH: Final = 12_742.0
"""The diameter of the earth in kilometres."""
DIVISION_WEIGHT: Final = 0.25
"""A province counts this part of its people against the city of the same name."""


class City(msgspec.Struct, frozen=True):
    """A populated place or division of GeoNames. `kind` is "city", "region" (first level) or "county" (second level)."""

    identifier: str
    name: str
    kind: str
    country: str
    admin1: str
    admin2: str
    latitude: float
    longitude: float
    population: int

    @property
    def weight(self) -> float:
        """The number of people that counts when names are compared."""
        return self.population * (1.0 if self.kind == "city" else DIVISION_WEIGHT)


class Surroundings(NamedTuple):
    """What a document says around a place: how often each country and state is spoken of, and where its other places lie."""

    countries: Mapping[str, int] = {}
    states: Mapping[tuple[str, str], int] = {}
    points: tuple[tuple[float, float], ...] = ()


@cache
def _table() -> bytes:
    packed = (files("graphbuilder") / "data" / "places.tsv.gz").read_bytes()
    return gzip.decompress(packed)


def _first_line(key: bytes) -> int:
    """Return where the first line begins whose name is not before `key`."""
    table = _table()
    low, high = 0, len(table)
    while low < high:
        middle = (low + high) // 2
        start = table.rfind(b"\n", 0, middle) + 1
        tab = table.find(b"\t", start)
        if table[start:tab] < key:
            end = table.find(b"\n", middle)
            low = len(table) if end < 0 else end + 1
        else:
            high = start
    return low


RESPELLED: Final = (
    ("aa", "a", frozenset({"DK", "NO", "SE"})),
    ("oe", "o", frozenset({"DE", "AT", "CH", "DK", "NO"})),
    ("ue", "u", frozenset({"DE", "AT", "CH"})),
    ("ae", "a", frozenset({"DE", "AT", "CH"})),
)
"""Letters that stand for one with a sign in the names of some countries: "Duesseldorf", "Aarhus"."""


@lru_cache(maxsize=50_000)
def places_named(folded: str) -> tuple[City, ...]:
    """Return the cities and divisions of this folded name, the largest first; of its other spelling where there are none."""
    found = _listed(folded) or _division(folded) or _listed(folded.translate(_JOINTS))
    for written, plain, countries in RESPELLED if not found else ():
        if written in folded:
            respelled = _listed(folded.replace(written, plain))
            found = found or tuple(city for city in respelled if city.country in countries)
    return found


_JOINTS: Final = str.maketrans({" ": "-", "-": " "})
"""A blank for a hyphen and back: "Stoke on Trent"."""
DIVISION_WORDS: Final = frozenset({
    "state", "province", "region", "governorate", "prefecture", "department", "oblast", "district",
})  # fmt: skip


def _division(folded: str) -> tuple[City, ...]:
    """Return the divisions of a name with its class noun: "Oaxaca State", which the table has as Oaxaca."""
    name, _, word = folded.rpartition(" ")
    if not name or word not in DIVISION_WORDS:
        return ()
    return tuple(place for place in _listed(name) if place.kind != "city")


def _listed(folded: str) -> tuple[City, ...]:
    table = _table()
    key = folded.encode()
    marker = key + b"\t"
    place = _first_line(key)
    found = []
    while table.startswith(marker, place):
        end = table.find(b"\n", place)
        _, identifier, name, kind, *rest = table[place:end].decode().split("\t")
        country, admin1, admin2, latitude, longitude, population = rest
        found.append(
            City(
                identifier,
                name or folded.title(),
                kind,
                country,
                admin1,
                admin2,
                float(latitude),
                float(longitude),
                int(population),
            )
        )
        place = end + 1
    return tuple(sorted(found, key=lambda city: (-city.weight, int(city.identifier))))


@lru_cache(maxsize=50_000)
def cities_named(folded: str) -> tuple[City, ...]:
    """Return the towns and cities of this folded name that are known without more evidence, the largest first."""
    return tuple(city for city in places_named(folded) if city.kind == "city" and city.population >= TOWN)


def is_city(folded: str) -> bool:
    """Return whether any town has this folded name."""
    return bool(cities_named(folded))


def is_one_of_many(folded: str, city: City) -> bool:
    """Return whether a town bears a name that many towns of its country bear, so that the name alone tells no country: "Rampur".

    Such towns there are just over the border too, in no table. Of a city of millions or a capital nobody doubts.
    """
    namesakes = sum(other.country == city.country for other in cities_named(folded))
    return namesakes >= MANY and city.population < OF_MILLIONS and city.identifier not in _capitals()


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the kilometres between two points in degrees, along a great circle (haversine formula)."""
    latitude, longitude = radians(one[0]), radians(one[1])
    far_latitude, far_longitude = radians(other[0]), radians(other[1])
    half = sin((far_latitude - latitude) / 2) ** 2
    half += cos(latitude) * cos(far_latitude) * sin((far_longitude - longitude) / 2) ** 2
    return EARTH * asin(min(1.0, sqrt(half)))


NEAR: Final = 120.0
"""Kilometres within which two places of one document speak for each other."""


MANY: Final = 4
"""Towns of one name in one country, from which on it is a name like any other there."""
OF_MILLIONS: Final = 1_000_000
ENOUGH: Final = 4
"""Names of countries that are enough to know where a document is; fewer say less ("US Secretary of State ... in Geneva")."""


MOST: Final = 4.5
"""Powers of ten that context adds at most: no village in Sussex is meant by "Washington", whatever a report on Britain names."""
ENGLAND: Final = ("GB", "ENG")
"""A division that holds most of its country, so that it tells one town from another no better than the country does."""
CAPITAL: Final = 0.7
"""What it is worth, in powers of ten, to be the capital of a country: "in Washington" in a report on Britain."""


@cache
def _capitals() -> frozenset[str]:
    """Return the GeoNames ids of the capitals of countries."""
    found = (
        next((city.identifier for city in places_named(capital) if city.country == code and city.kind == "city"), "")
        for capital, code in load_gazetteer().capitals.items()
    )
    return frozenset(found) - {""}


def score(city: City, around: Surroundings) -> float:
    """Return how well a place fits a document, in powers of ten of its people.

    A country of which the document speaks is worth up to 1.6 powers, so that a town there beats a larger one elsewhere, but
    "Paris" in a text about the United States stays in France; its state and near neighbours are worth more.
    """
    value = log10(city.weight + 100)
    if city.identifier in _capitals():
        value += CAPITAL
    context = 0.0
    total = sum(around.countries.values())
    if total and around.countries.get(city.country):
        context += (0.7 + 0.9 * around.countries[city.country] / total) * min(1.0, total / ENOUGH)
    spoken = around.states.get((city.country, city.admin1), 0)
    if spoken and (city.country, city.admin1) != ENGLAND:
        context += 1.5 + 0.3 * min(spoken, 4)
    here = (city.latitude, city.longitude)
    close = sum(1 for point in around.points if distance(here, point) < NEAR)
    if close:
        context += 1.2 + 0.4 * min(close, 4)
    return value + min(context, MOST)


KNOWN: Final = 50_000
"""A city of so many people is meant before a province or county of its name: "Washington"."""


def ranked(folded: str, around: Surroundings, *, country: str | None = None, admin1: str | None = None) -> list[City]:
    """Return the places of a name that fit what the text states, the most likely first.

    A division is left out beside a well-known city of its name in the same country.
    """
    found = [
        city
        for city in places_named(folded)
        if (country is None or city.country == country) and (admin1 is None or city.admin1 == admin1)
    ]
    towns = {city.country for city in found if city.kind == "city" and city.population >= KNOWN}
    found = [city for city in found if city.kind == "city" or city.country not in towns]
    return sorted(found, key=lambda city: (-score(city, around), int(city.identifier)))


def choose_city(
    folded: str, *, country: str | None = None, admin1: str | None = None, context: Mapping[str, int] | None = None
) -> City | None:
    """Return the place meant by a name, or None where no place of the table fits.

    Args:
        folded: The name, folded.
        country: ISO code the text states ("Hamburg, Germany"); only places there fit.
        admin1: GeoNames code of the state the text states ("Springfield, Ill.").
        context: How often the document speaks of each country.
    """
    found = ranked(folded, Surroundings(context or {}), country=country, admin1=admin1)
    return found[0] if found else None
