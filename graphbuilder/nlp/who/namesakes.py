"""How sure the choice of a place is, and which namesakes were left: "Springfield" in Illinois before the one in Missouri.

Nothing is chosen here; `locations` hands in the places of a name in the order in which it would take them.
"""

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from graphbuilder.nlp.who.gazetteer import Region, load_gazetteer
from graphbuilder.nlp.who.places import City, Surroundings, places_named, score
from graphbuilder.records.annotation import CoordinatePrecision, Namesake
from graphbuilder.records.identity import fold

KEPT: Final = 3
"""So many namesakes are kept."""
LEAST: Final = 0.01
"""A namesake with a smaller share is not kept."""
POINTS: Final = frozenset(
    {"airport", "base", "beach", "building", "crossing", "landmark", "palace", "residence", "square", "street"}
)
"""Kinds of the table of regions whose point is the place itself."""
TOWNLIKE: Final = frozenset({"city", "district"})


class Choice(NamedTuple):
    """The share of the place taken among all of its name, 0 to 1, and the best of the others."""

    score: float
    alternatives: tuple[Namesake, ...]


def weigh(found: Sequence[City], around: Surroundings) -> Choice:
    """Return how the first of several places of one name stands to the others.

    Args:
        found: The places that fit what the text states, the one taken first.
        around: What the document says around them, as it was when the choice was made.

    Returns:
        Shares of one: a place's people, multiplied by what the document says for it, against the sum over all.
    """
    if len(found) == 1:
        return Choice(1.0, ())
    powers = [score(city, around) for city in found]
    weights = [10.0 ** (power - max(powers)) for power in powers]
    total = sum(weights)
    others = [
        Namesake(
            name=city.name,
            kind=city.kind,
            within=_states().get((city.country, city.admin1)) if city.kind != "region" else None,
            country=city.country,
            geonames=city.identifier,
            score=round(weight / total, 3),
        )
        for city, weight in zip(found[1:], weights[1:], strict=True)
        if weight / total >= LEAST
    ]
    others.sort(key=lambda other: (-other.score, int(other.geonames)))
    return Choice(round(weights[0] / total, 3), tuple(others[:KEPT]))


@cache
def _states() -> dict[tuple[str, str], str]:
    """Return the names of states by the GeoNames codes of country and first level."""
    regions = load_gazetteer().regions.values()
    return {
        (region.country, region.admin1): _plain(region)
        for region in sorted(regions, key=lambda region: region.kind not in {"state", "province"}, reverse=True)
        if region.admin1
    }


def _plain(region: Region) -> str:
    """Return a region's name without what tells it from a namesake: "Georgia (US state)", "Washington State"."""
    return region.name.partition(" (")[0].removesuffix(" State")


@cache
def geonames_of(region: Region) -> str | None:
    """Return the GeoNames id of a state or province, or None where the table of places has no such division."""
    if not region.admin1 or region.kind in POINTS:
        return None
    plain = fold(_plain(region))
    for city in (*places_named(plain), *places_named(plain.removesuffix(" province"))):
        if (city.kind, city.country, city.admin1) == ("region", region.country, region.admin1):
            return city.identifier
    return None


def precision_of(kind: str) -> CoordinatePrecision:
    """Return what the point of a region of this kind stands for: "exact" for a palace, "region" for a state or a sea."""
    if kind in POINTS:
        return "exact"
    return "city" if kind in TOWNLIKE else "region"
