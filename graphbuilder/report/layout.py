"""Where the dots of a network lie: a force-directed layout that gives the same places on every run.

Numbers in, numbers out: it knows nothing of what the dots stand for.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

ROUNDS = 400
_DIGITS = 3


def place(
    count: int, ties: Sequence[tuple[int, int, float]], groups: Sequence[int] | None = None
) -> list[tuple[float, float]]:
    """Return places in the unit square for `count` dots.

    Dots repel each other, ties draw their ends together (the more so the heavier, and within a group), and a weak pull to the
    middle keeps parts without a tie between them in the picture. Dots start on a circle in the order of their groups,
    never at random. Ranks of the found coordinates are mixed in at the end, so that the picture is filled evenly.

    Args:
        count: How many dots.
        ties: Pairs of places in the sequence with a positive weight.
        groups: A number for each dot; dots of one group start beside each other, and their ties are shorter.

    References:
        T. M. J. Fruchterman, E. M. Reingold, "Graph drawing by force-directed placement", Software: Practice and
        Experience 21 (1991), 1129-1164.
    """
    if count == 0:
        return []
    if count == 1:
        return [(0.5, 0.5)]
    order = sorted(range(count), key=lambda dot: (groups[dot] if groups else 0, dot))
    angles = np.empty(count)
    angles[order] = 2 * np.pi * np.arange(count) / count
    spots = np.column_stack([np.cos(angles), np.sin(angles)])
    pull = np.zeros((count, count))
    heaviest = max((weight for _, _, weight in ties), default=1.0)
    for one, other, weight in ties:
        near = groups is not None and groups[one] == groups[other]
        pull[one, other] = pull[other, one] = 0.15 + 0.55 * weight / heaviest + 0.5 * near
    ideal = 1.6 / np.sqrt(count)
    for turn in range(ROUNDS):
        spots = spots + _push(spots, pull, ideal, heat=0.12 * (1 - turn / ROUNDS) + 0.001)
    return [(round(float(x), _DIGITS), round(float(y), _DIGITS)) for x, y in np.column_stack([*map(_spread, spots.T)])]


def _push(spots: NDArray[np.float64], pull: NDArray[np.float64], ideal: float, *, heat: float) -> NDArray[np.float64]:
    """Return the step of each dot in one round, at most `heat` long."""
    apart = spots[:, None, :] - spots[None, :, :]
    length = np.maximum(np.sqrt((apart**2).sum(axis=2)), 1e-4)
    force = ideal**2 / length**2 - pull * length / ideal
    step = (apart * force[:, :, None]).sum(axis=1) - 0.6 * spots
    size = np.maximum(np.sqrt((step**2).sum(axis=1)), 1e-9)
    moved: NDArray[np.float64] = step / size[:, None] * np.minimum(size, heat)[:, None]
    return moved


def _spread(axis: NDArray[np.float64]) -> NDArray[np.float64]:
    """Scale one coordinate to 0..1, half by value and half by rank."""
    low, high = axis.min(), axis.max()
    by_value = (axis - low) / (high - low) if high > low else np.full(len(axis), 0.5)
    by_rank = np.argsort(np.argsort(np.round(by_value, 9), kind="stable"), kind="stable") / max(len(axis) - 1, 1)
    mixed: NDArray[np.float64] = 0.55 * by_value + 0.45 * by_rank
    return mixed
