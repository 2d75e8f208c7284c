"""Places of dots: the same on every run, inside the picture, friends near each other."""

from math import dist

from graphbuilder.report.layout import place


def test_nothing_and_one() -> None:
    assert place(0, []) == []
    assert place(1, []) == [(0.5, 0.5)]


def test_two_runs_give_the_same_places_inside_the_unit_square() -> None:
    ties = [(i, (i + 1) % 30, 1.0 + i % 3) for i in range(30)]
    first, second = place(30, ties), place(30, ties)
    assert first == second
    assert all(0 <= value <= 1 for spot in first for value in spot)
    assert len(set(first)) == 30


def test_two_circles_lie_apart() -> None:
    ties = [(a, b, 1.0) for group in (range(5), range(5, 10)) for a in group for b in group if a < b]
    ties.append((0, 5, 1.0))
    spots = place(10, ties, [0] * 5 + [1] * 5)
    near = [dist(spots[a], spots[b]) for a, b, _ in ties[:-1]]
    far = [dist(spots[a], spots[b]) for a in range(1, 5) for b in range(6, 10)]
    assert sum(near) / len(near) < 0.6 * sum(far) / len(far)


def test_dots_without_a_tie_stay_in_the_picture() -> None:
    spots = place(6, [(0, 1, 1.0)])
    assert all(0 <= value <= 1 for spot in spots for value in spot)
    assert len(set(spots)) == 6
