"""Where a place is, over all documents: one point with its precision, and the namesakes that any document left open.

Takes candidates of one entity in order of their members; the same set gives the same answer whatever order documents came in.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from graphbuilder.records.annotation import CoordinatePrecision, Namesake
from graphbuilder.records.resolution import EntityCandidate

KEPT: Final = 3
"""So many namesakes are kept."""
ORDER: Final[tuple[CoordinatePrecision | None, ...]] = ("exact", "city", "region", "country", "container", None)
"""The finest point first."""


class Whereabouts(NamedTuple):
    """What the graph tells of where an entity is; see `EntityFacts`."""

    latitude: float | None
    longitude: float | None
    precision: CoordinatePrecision | None
    geonames: str | None
    score: float | None
    alternatives: tuple[Namesake, ...]


def whereabouts(members: Iterable[EntityCandidate]) -> Whereabouts:
    """Return where the entity is that `members`, sorted, make together.

    The point is the finest, of the first member that has it. The score is the lowest of any document, so that a doubtful
    choice stays visible; a namesake has the highest share that any document gave it.
    """
    members = list(members)
    located = [member for member in members if member.latitude is not None]
    first = min(located, key=lambda member: ORDER.index(member.coordinate_precision), default=None)
    best: dict[str, Namesake] = {}
    for namesake in (namesake for member in members for namesake in member.alternatives):
        known = best.get(namesake.geonames)
        if known is None or namesake.score > known.score:
            best[namesake.geonames] = namesake
    return Whereabouts(
        latitude=first.latitude if first else None,
        longitude=first.longitude if first else None,
        precision=first.coordinate_precision if first else None,
        geonames=min((member.geonames for member in members if member.geonames), default=None),
        score=min((member.resolution_score for member in members if member.resolution_score is not None), default=None),
        alternatives=tuple(sorted(best.values(), key=lambda one: (-one.score, int(one.geonames)))[:KEPT]),
    )
