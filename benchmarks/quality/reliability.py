"""How sure is sure: of the events with a confidence, how many are right; and how far the two lie apart on the whole.

It counts what judging.py has judged, every set with the same weight where several are counted together.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from benchmarks.quality.judging import Judged

WIDTH: Final = 0.05
"""How wide a bin of confidence is."""
TOGETHER: Final = "all, each set with the same weight"


class Bin(NamedTuple):
    """Events whose confidence lies in [low, high): how many, how sure on average, how many of them right, of what weight."""

    low: float
    high: float
    events: int
    confidence: float
    right: float
    weight: float


Weighted = tuple[Judged, float]


def evenly(sets: Iterable[Sequence[Judged]]) -> list[Weighted]:
    """Return the events of sets with weights that sum to 1, every set with the same share."""
    filled = [events for events in sets if events]
    return [(event, 1 / len(events) / len(filled)) for events in filled for event in events]


def reliability(events: Iterable[Weighted]) -> list[Bin]:
    """Return the bins that hold any event, least sure first."""
    inside: dict[int, list[Weighted]] = {}
    for event, weight in events:
        inside.setdefault(min(int(event.confidence / WIDTH + 1e-9), round(1 / WIDTH) - 1), []).append((event, weight))
    bins = []
    for place, held in sorted(inside.items()):
        mass = sum(weight for _, weight in held)
        sure = sum(event.confidence * weight for event, weight in held) / mass
        right = sum(event.right * weight for event, weight in held) / mass
        bins.append(Bin(place * WIDTH, (place + 1) * WIDTH, len(held), sure, right, mass))
    return bins


def calibration_error(events: Iterable[Weighted]) -> float:
    """Return the expected calibration error (Naeini 2015), 0 to 1: the mean gap between sure and right, bins by their weight."""
    bins = reliability(events)
    return sum(one.weight * abs(one.confidence - one.right) for one in bins) / sum(one.weight for one in bins)


def by_set(sets: Mapping[str, Sequence[Judged]]) -> dict[str, list[Weighted]]:
    """Return the weighted events of each set, and of all together."""
    return {name: evenly([events]) for name, events in sets.items()} | {TOGETHER: evenly(sets.values())}
