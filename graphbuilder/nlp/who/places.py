"""Cities by name, from the distilled GeoNames table, and the choice between those that share a name.

The table is read at the first question and kept; a row is parsed only when it is asked for.
"""

import gzip
from functools import cache
from importlib.resources import files

import msgspec

from graphbuilder.records.identity import fold


class City(msgspec.Struct, frozen=True):
    """A populated place of GeoNames."""

    identifier: str
    name: str
    country: str
    admin1: str
    latitude: float
    longitude: float
    population: int


@cache
def _rows() -> dict[str, list[str]]:
    packed = (files("graphbuilder") / "data" / "places.tsv.gz").read_bytes()
    index: dict[str, list[str]] = {}
    for line in gzip.decompress(packed).decode("utf-8").split("\n")[1:]:
        if not line:
            continue
        fields = line.split("\t")
        names = (fields[1], *fields[7].split(";")) if fields[7] else (fields[1],)
        for name in names:
            index.setdefault(name.casefold() if name.isascii() else fold(name), []).append(line)
    return index


@cache
def cities_named(folded: str) -> tuple[City, ...]:
    """Return the cities of this folded name, the largest first."""
    found = []
    for line in _rows().get(folded, ()):
        identifier, name, country, admin1, latitude, longitude, population, _ = line.split("\t")
        found.append(City(identifier, name, country, admin1, float(latitude), float(longitude), int(population)))
    return tuple(sorted(found, key=lambda city: (-city.population, int(city.identifier))))


def is_city(folded: str) -> bool:
    """Return whether any city has this folded name."""
    return folded in _rows()


def choose_city(
    folded: str, *, country: str | None = None, admin1: str | None = None, context: dict[str, int] | None = None
) -> City | None:
    """Return the city meant by a name, or None where no city of the table fits.

    Args:
        folded: The name, folded.
        country: ISO code the text states ("Hamburg, Germany"); only cities there fit.
        admin1: GeoNames code of the state the text states ("Springfield, Ill.").
        context: How often the document speaks of each country. A town there beats a larger one elsewhere, but never one
            twenty times its size, so that "Paris" in a text about the United States stays in France.
    """
    found = [city for city in cities_named(folded) if country is None or city.country == country]
    if admin1 is not None:
        found = [city for city in found if city.admin1 == admin1]
    if not found:
        return None
    if context and country is None:
        near = [city for city in found if context.get(city.country)]
        if near and near[0].population * 20 >= found[0].population:
            return near[0]
    return found[0]
