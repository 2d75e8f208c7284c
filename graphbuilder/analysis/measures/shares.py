"""Where a share changes: the change point of a series of yes and no, and whether chance alone would show as much."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from graphbuilder.records.base import Record

PERMUTATIONS = 999

CHANCE = 0.05
"""Chance up to which a change is taken to be one."""


class Change(Record, frozen=True):
    """A place in a series of yes and no where the share of yes changes most, and the shares before and from it on.

    `p` is the share of random orders of the same observations that show a change as marked.
    """

    place: int
    before: float
    after: float
    p: float

    @property
    def beyond_chance(self) -> bool:
        """Whether so marked a change is rarer by chance than CHANCE."""
        return self.p <= CHANCE


def find_change(series: Iterable[tuple[int, int]], *, least: int = 3, seed: int = 0) -> Change | None:
    """Return where a series of (yes, no) changes most: the split that two binomials explain best.

    Both sides need `least` observations; None where there is no such split or it gains nothing. Any series but the flattest
    has a best split, so `p` compares it with the best splits of the same observations dealt out at random.

    Args:
        series: Counts of yes and no at equal steps.
        least: The fewest observations of a side.
        seed: Deals out the observations.

    References:
        D. V. Hinkley, E. A. Hinkley, "Inference about the change-point in a sequence of binomial variables", Biometrika 57
        (1970), 477-488. M. D. Ernst, "Permutation methods", Statistical Science 19 (2004), 676-685, for p.
    """
    counts = np.array(list(series), dtype=np.int64).reshape(-1, 2)
    totals = counts.sum(axis=1)
    seen = np.cumsum(totals)[:-1]
    whole = int(totals.sum())
    cuts = np.flatnonzero((seen >= least) & (whole - seen >= least))
    if not len(cuts):
        return None
    gains = _gains(counts[:, 0], totals)[cuts]
    best = int(np.argmax(gains > gains.max() - 1e-9))
    if gains[best] <= 1e-9:
        return None
    dealt = np.random.default_rng(seed).multivariate_hypergeometric(totals, int(counts[:, 0].sum()), PERMUTATIONS)
    as_marked = int((_gains(dealt, totals)[:, cuts].max(axis=1) >= gains[best] - 1e-9).sum())
    place = int(cuts[best]) + 1
    return Change(
        place=place,
        before=float(counts[:place, 0].sum() / totals[:place].sum()),
        after=float(counts[place:, 0].sum() / totals[place:].sum()),
        p=(1 + as_marked) / (1 + PERMUTATIONS),
    )


def _gains(yes: NDArray[np.int64], totals: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return what each split gains in logarithm of the likelihood over no split; `yes` may be many series, one a row."""
    left, left_yes = np.cumsum(totals)[:-1], np.cumsum(yes, axis=-1)[..., :-1]
    whole, whole_yes = totals.sum(), yes.sum(axis=-1, keepdims=True)
    gains: NDArray[np.float64] = (
        _likelihood(left_yes, left)
        + _likelihood(whole_yes - left_yes, whole - left)
        - _likelihood(whole_yes, np.asarray(whole))
    )
    return gains


def _likelihood(yes: NDArray[np.int64], count: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the logarithm of the binomial likelihood at its best, 0 where there is nothing or no doubt."""
    part = np.asarray(yes, dtype=float)
    whole = np.asarray(count, dtype=float)
    found = np.zeros(np.broadcast(part, whole).shape)
    for one in (part, whole - part):
        share = np.divide(one, whole, out=np.ones_like(found), where=(whole > 0) & (one > 0))
        found += one * np.log(share)
    return found
