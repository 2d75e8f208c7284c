"""Anomalies: pairs that went silent, and months in which far more happened than before."""

from collections.abc import Sequence
from datetime import date
from math import exp

from scipy import special

from graphbuilder.analysis.participations import Participations
from graphbuilder.analysis.projections.edges import Pair
from graphbuilder.records.base import Record

SURPRISE = 0.01
"""Chance below which silence or a burst is reported."""

FEWEST = 4
"""Events a pair must have had before its silence means anything, and a month before it can be a burst."""


class Silence(Record, frozen=True):
    """Two who had events until `last` and none for `days` days since: by chance with probability `p`."""

    pair: Pair
    events: tuple[str, ...]
    last: date
    days: int
    usual_gap: float
    p: float


class Burst(Record, frozen=True):
    """A window with far more events than its series has elsewhere: by chance with probability `p` (all windows considered)."""

    window: int
    count: int
    expected: float
    p: float


def find_silences(
    participations: Participations, dyads: dict[Pair, list[str]], today: date, *, surprise: float = SURPRISE
) -> tuple[Silence, ...]:
    """Return pairs whose silence up to `today` their past does not explain, least likely first.

    If they went on as before, so long a gap would come with probability exp(-days / usual gap) (a Poisson process with the
    rate that they had from their first to their last event).

    Args:
        participations: What counts.
        dyads: The dated events of each pair, in the order of their days (`sequences.dyad_events`).
        today: The last day that the graph knows.
        surprise: The largest probability reported.

    References:
        N. A. Heard, D. J. Weston, K. Platanioti, D. J. Hand, "Bayesian anomaly detection methods for social networks", Annals
        of Applied Statistics 4 (2010), 645-662, for counting processes of pairs.
    """
    found: list[Silence] = []
    for pair, events in dyads.items():
        days = [day for key in events if (day := participations.events[key].first)]
        ends = [day for key in events if (day := participations.events[key].last)]
        if len(set(days)) < FEWEST:
            continue
        last = max(ends)
        span = (max(days) - min(days)).days
        usual = max(span / (len(set(days)) - 1), 1.0)
        silent = (today - last).days
        p = exp(-silent / usual)
        if silent > 0 and p < surprise:
            found.append(Silence(pair=pair, events=tuple(events), last=last, days=silent, usual_gap=usual, p=p))
    return tuple(sorted(found, key=lambda one: (one.p, one.pair)))


def find_bursts(counts: Sequence[int], *, surprise: float = SURPRISE) -> tuple[Burst, ...]:
    """Return the windows of a series of counts that the others do not explain, least likely first.

    A window's expected count is the mean of all other windows (one half event at least in all of them); its probability is the
    upper tail of a Poisson distribution, times the number of windows (Bonferroni).

    References:
        D. B. Neill, "Expectation-based scan statistics for monitoring spatial time series data", International Journal of
        Forecasting 25 (2009), 498-517.
    """
    windows, total = len(counts), sum(counts)
    if windows < 3:
        return ()
    bursts = []
    for place, count in enumerate(counts):
        expected = max(total - count, 0.5) / (windows - 1)
        if count < FEWEST or count <= expected:
            continue
        p = min(1.0, windows * float(special.gammainc(count, expected)))
        if p < surprise:
            bursts.append(Burst(window=place, count=count, expected=expected, p=p))
    return tuple(sorted(bursts, key=lambda one: (one.p, one.window)))
