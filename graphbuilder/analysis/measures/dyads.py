"""Dyads over time: what one side did to another month by month, when that changed, and whether it is answered."""

from collections.abc import Mapping, Sequence
from math import log

import networkx as nx
import numpy as np

from graphbuilder.analysis.participations import Happening
from graphbuilder.analysis.projections.windows import Window


def intensity_series(
    events: Sequence[str], known: Mapping[str, Happening], windows: Sequence[Window]
) -> tuple[list[float], list[int]]:
    """Return the sum of intensities and the number of events in each window; an event counts by its first possible day.

    What is too vague for a window is left out, as in `in_window`.

    References:
        J. S. Goldstein, "A conflict-cooperation scale for WEIS events data", Journal of Conflict Resolution 36 (1992),
        369-385.
    """
    sums, counts = [0.0] * len(windows), [0] * len(windows)
    for key in events:
        event = known[key]
        if event.first is None or event.last is None:
            continue
        for place, window in enumerate(windows):
            if window.since <= event.first <= window.until and (event.last - event.first).days < window.days:
                sums[place] += event.intensity or 0.0
                counts[place] += 1
    return [round(value, 6) for value in sums], counts


def change_points(series: Sequence[float], *, least: int = 3) -> tuple[int, ...]:
    """Return where the mean of a series changes: the places at which a new level begins.

    The division is the best of all: it minimises the squared distance from the levels, plus three times the variance of the
    noise times the logarithm of the length for each change. The variance is half the mean squared difference of neighbours
    (von Neumann's), which a few changes of level raise little, so that one busy month among quiet ones is no change.

    Args:
        series: Values at equal steps.
        least: The fewest values of a level.

    References:
        B. Jackson and others, "An algorithm for optimal partitioning of data on an interval", IEEE Signal Processing Letters
        12 (2005), 105-108. R. Killick, P. Fearnhead, I. A. Eckley, JASA 107 (2012), 1590-1598, for the penalty.
        J. von Neumann and others, "The mean square successive difference", Annals of Mathematical Statistics 12 (1941),
        153-162.
    """
    count = len(series)
    if count < 2 * least:
        return ()
    values = np.asarray(series, dtype=float)
    penalty = 3 * max(float(np.mean(np.diff(values) ** 2)) / 2, 1e-18) * log(count)
    sums = np.concatenate([[0.0], np.cumsum(values)])
    squares = np.concatenate([[0.0], np.cumsum(values**2)])

    def cost(start: int, end: int) -> float:
        total = sums[end] - sums[start]
        return float(squares[end] - squares[start] - total * total / (end - start))

    best = [-penalty] + [np.inf] * count
    cut = [0] * (count + 1)
    for end in range(least, count + 1):
        for start in range(end - least + 1):
            price = best[start] + cost(start, end) + penalty
            if price < best[end] - 1e-9:
                best[end], cut[end] = price, start
    found: list[int] = []
    end = count
    while cut[end] > 0:
        end = cut[end]
        found.append(end)
    return tuple(sorted(found))


def reciprocity(graph: nx.DiGraph) -> tuple[float | None, float | None]:
    """Return the share of ties that are answered, and the share of all weight that is; None for a graph without ties.

    References:
        D. Garlaschelli, M. I. Loffredo, "Patterns of link reciprocity in directed networks", Physical Review Letters 93
        (2004), 268701. T. Squartini, F. Picciolo, F. Ruzzenenti, D. Garlaschelli, "Reciprocity of weighted networks",
        Scientific Reports 3 (2013), 2729.
    """
    ties = [(u, v, weight) for u, v, weight in graph.edges(data="weight") if u != v]
    if not ties:
        return None, None
    answered = sum(graph.has_edge(v, u) for u, v, _ in ties)
    shared = sum(min(weight, graph.edges[v, u]["weight"]) for u, v, weight in ties if graph.has_edge(v, u))
    return answered / len(ties), shared / sum(weight for _, _, weight in ties)
