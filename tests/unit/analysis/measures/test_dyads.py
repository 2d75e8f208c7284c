"""Series, change points and reciprocity: by hand, and against trying every division."""

from itertools import combinations, pairwise
from math import log

import networkx as nx
import numpy as np
import pytest

from graphbuilder.analysis.measures.dyads import change_points, intensity_series, reciprocity
from graphbuilder.analysis.projections import time_slices
from graphbuilder.analysis.reading import read_participations
from graphbuilder.analysis.selection import Selection, select
from tests.unit.analysis.diplomacy import year


def test_intensities_add_up_by_month() -> None:
    actual = select(read_participations(year()), Selection())
    events = ["event:aid-aid", "event:meeting-talks", "event:threat-threat", "event:trip-trip"]

    sums, counts = intensity_series(events, actual.events, time_slices(actual))

    assert sums == [4, -6, 7]
    assert counts == [2, 1, 1]


def test_a_break_is_found_where_it_is() -> None:
    noise = np.random.default_rng(1).normal(0, 0.5, 40)
    levels = np.repeat([3.0, -5.0, 2.0], [15, 12, 13])

    assert change_points((levels + noise).tolist()) == (15, 27)


def test_noise_alone_does_not_break() -> None:
    found = [change_points(np.random.default_rng(seed).normal(2, 3, 36).tolist()) for seed in range(40)]

    assert sum(bool(points) for points in found) <= 4


def test_one_busy_month_among_quiet_ones_is_no_change() -> None:
    assert change_points([0.0] * 20 + [4.0] + [0.0] * 20) == ()
    assert change_points([0.0] * 20 + [-6.0, -5.0, -8.0, -6.0, -7.0] + [0.0] * 20) == (20, 25)


def test_a_level_series_does_not_break_and_short_ones_cannot() -> None:
    assert change_points([2.0] * 12) == change_points([1.0, 9.0, 1.0]) == change_points([]) == ()


@pytest.mark.parametrize("seed", range(4))
def test_the_division_is_the_best_of_all(seed: int) -> None:
    series = np.random.default_rng(seed).normal(0, 1, 11) + np.repeat([0, 9, -4], [4, 3, 4])
    penalty = 3 * np.mean(np.diff(series) ** 2) / 2 * log(11)

    def price(cuts: tuple[int, ...]) -> float:
        bounds = [0, *cuts, 11]
        parts = [series[a:b] for a, b in pairwise(bounds)]
        return float(sum(((part - part.mean()) ** 2).sum() for part in parts) + penalty * len(cuts))

    divisions = [cuts for count in range(5) for cuts in combinations(range(3, 9), count)]
    every = [cuts for cuts in divisions if all(later - earlier > 2 for earlier, later in pairwise(cuts))]

    assert change_points(series.tolist()) == min(every, key=price)


def test_reciprocity_of_ties_and_of_weights() -> None:
    graph = nx.DiGraph()
    graph.add_weighted_edges_from([("a", "b", 3), ("b", "a", 1), ("a", "c", 4)])

    assert reciprocity(graph) == pytest.approx((2 / 3, 2 / 8))
    assert reciprocity(graph)[0] == nx.overall_reciprocity(graph)
    assert reciprocity(nx.DiGraph()) == (None, None)
