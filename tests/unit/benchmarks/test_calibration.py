"""How sure is sure: bins and their error, sets of equal weight, and a curve that rises through made-up scores."""

import tomllib

import pytest

from benchmarks.quality.calibration import drawn, fit, half, table
from benchmarks.quality.judging import Judged
from benchmarks.quality.reliability import calibration_error, evenly, reliability


def _events(score: float, right: int, wrong: int) -> list[Judged]:
    return [Judged(row, score, right=row < right) for row in range(right + wrong)]


def test_a_bin_says_how_sure_and_how_right() -> None:
    bins = reliability(evenly([_events(0.75, 3, 1) + _events(0.5, 0, 1)]))
    assert [one.events for one in bins] == [1, 4]
    assert [number for one in bins for number in (one.confidence, one.right, one.weight)] == pytest.approx(
        [0.5, 0.0, 0.2, 0.75, 0.75, 0.8]
    )
    assert bins[1].low == pytest.approx(0.75)


def test_the_error_is_the_mean_gap() -> None:
    assert calibration_error(evenly([_events(0.75, 3, 1)])) == pytest.approx(0)
    assert calibration_error(evenly([_events(0.75, 3, 1) + _events(0.5, 0, 4)])) == pytest.approx(0.25)
    assert calibration_error(evenly([_events(1.0, 4, 0)])) == pytest.approx(0)


def test_a_small_set_weighs_as_much_as_a_large_one() -> None:
    weights = [weight for _, weight in evenly([_events(0.5, 1, 0), _events(0.5, 5, 5), []])]
    assert weights == [pytest.approx(0.5), *[pytest.approx(0.05)] * 10]


def test_what_does_not_rise_is_pooled() -> None:
    curve = fit(evenly([_events(0.4, 3, 7) + _events(0.6, 2, 8) + _events(0.8, 9, 1)]))
    assert curve.knots == ((0.5, 0.25), (0.8, 0.9))


def test_a_fitted_curve_keeps_its_promise_on_what_it_was_fitted_on() -> None:
    sets = {"one": _events(0.5, 6, 4) + _events(0.8, 19, 1)}
    curve = fit(evenly(sets.values()))
    assert calibration_error(evenly(sets.values())) > 0.1
    assert calibration_error(evenly(drawn(sets, curve).values())) == pytest.approx(0)


def test_halves_are_of_even_and_odd_rows() -> None:
    sets = {"one": _events(0.5, 3, 0)}
    assert [[one.row for one in half(sets, rest)["one"]] for rest in (0, 1)] == [[0, 2], [1]]


def test_the_table_is_read_as_it_was_fitted() -> None:
    curve = fit(evenly([_events(0.5, 6, 4) + _events(0.8, 19, 1)]))
    read = tomllib.loads(table(curve))["knots"]
    assert [tuple(knot) for knot in read] == list(curve.knots)
