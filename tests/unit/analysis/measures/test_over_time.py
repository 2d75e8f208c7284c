"""Sequences, predictions, silences, bursts and blocs on small worlds in which the answer was planted."""

from collections.abc import Iterator
from datetime import date, timedelta

import networkx as nx
import pytest

from graphbuilder.analysis.measures.anomalies import find_bursts, find_silences
from graphbuilder.analysis.measures.blocs import trace_blocs
from graphbuilder.analysis.measures.prediction import BASELINES, SCORES, average_precision, backtest, predict, signs_of
from graphbuilder.analysis.measures.sequences import dyad_events, what_follows
from graphbuilder.analysis.participations import Participations
from graphbuilder.analysis.projections import time_slices
from graphbuilder.analysis.reading import read_participations
from graphbuilder.graph.elements import Element
from tests.unit.analysis.graphs import entity, event, gathering, in_order, part

START = date(2031, 1, 1)


def act(number: int, label: str, one: str, other: str, day: int) -> Iterator[Element]:
    what = event(f"{number:03}", label, start=START + timedelta(days=day))
    yield what
    for name, role in ((one, "actor"), (other, "recipient")):
        yield (who := entity(name))
        yield part(who, what, role)


def threats() -> Participations:
    """Ten times Ana threatens Bo and ten days later Bo sanctions her; statements fall anywhere."""
    elements: list[Element] = []
    for number in range(10):
        elements += act(number, "Threat", "Ana", "Bo", number * 100)
        elements += act(100 + number, "Sanction", "Bo", "Ana", number * 100 + 10)
        for extra in range(3):
            elements += act(200 + number * 3 + extra, "Statement", "Ana", "Bo", number * 100 + 47 + extra * 13)
    return read_participations(in_order(elements))


def test_what_was_planted_follows_more_than_by_chance_and_the_rest_does_not() -> None:
    triggers, found = what_follows(threats(), "Threat", permutations=199)

    first = found[0]
    assert triggers == 10
    assert (first.label, first.observed) == ("Sanction", 10)
    assert first.p == 1 / 200
    assert first.lift is not None
    assert first.lift > 2
    assert ("event:threat-000", "event:sanction-100") in first.pairs
    assert all(one.p > 0.05 for one in found[1:])


def test_sequences_are_counted_as_by_hand_and_seeded() -> None:
    participations = threats()
    expected = 0
    for keys in dyad_events(participations).values():
        for one in keys:
            for other in keys:
                first, second = participations.events[one], participations.events[other]
                if first.label == "Threat" and second.label == "Statement" and first.first and second.first:
                    expected += 1 <= (second.first - first.first).days <= 60

    once = {found.label: found for found in what_follows(participations, "Threat", days=60, permutations=19)[1]}
    again = {found.label: found for found in what_follows(participations, "Threat", days=60, permutations=19)[1]}

    assert once == again
    assert once["Statement"].observed == len(once["Statement"].pairs) == expected
    assert what_follows(participations, "Aid") == (0, ())


def months_of_meetings() -> Participations:
    """Ana and Bo meet every month, Cy and Di every second month, all sorts of others once."""
    elements: list[Element] = []
    number = 0
    for month in range(12):
        day = START + timedelta(days=30 * month + 5)
        for names, holds in (
            (("Ana", "Bo"), True),
            (("Cy", "Di"), month % 2 == 0),
            (("Ana", f"Guest{month:02}"), True),
        ):
            if holds:
                number += 1
                elements += gathering(names, event(f"{number:03}", start=day))
    return read_participations(in_order(elements))


def test_who_meets_every_month_is_expected_first_and_found() -> None:
    participations = months_of_meetings()
    windows = time_slices(participations)

    predicted = predict(participations, windows)
    trials = backtest(participations, windows, tests=4, first=2)

    assert predicted[0][0] == ("person:ana", "person:bo")
    assert predicted[1][0] == ("person:cy", "person:di")
    mean = {score: sum(one.average_precision for one in trials if one.score == score) for score in SCORES}
    assert mean["memory"] > max(mean[name] for name in BASELINES)
    assert {one.baseline for one in trials if one.score in BASELINES} == {True}
    assert all(one.hits <= one.possible for one in trials)


def test_a_backtest_knows_nothing_of_the_window_it_predicts() -> None:
    participations = months_of_meetings()
    windows = time_slices(participations)

    assert backtest(participations, windows, tests=1) == backtest(participations, windows[:12], tests=1)
    assert not backtest(participations, windows[:1])


def test_average_precision_by_hand() -> None:
    ranked = [("a", "b"), ("a", "c"), ("b", "c")]

    assert average_precision(ranked, {("a", "b"), ("b", "c"), ("x", "y")}) == pytest.approx((1 + 2 / 3) / 3)
    assert average_precision(ranked, set()) == 0


def test_shared_partner_scores_are_those_of_networkx() -> None:
    graph = nx.relabel_nodes(nx.karate_club_graph(), {number: f"m{number:02}" for number in range(34)})
    signs = signs_of(graph, graph, graph)
    pairs = [("m00", "m33"), ("m05", "m16"), ("m08", "m20")]

    for pair, (_, _, score) in zip(pairs, nx.adamic_adar_index(graph, pairs), strict=True):
        assert SCORES["adamic_adar"](signs[pair]) == pytest.approx(score)
    for pair, (_, _, product) in zip(pairs, nx.preferential_attachment(graph, pairs), strict=True):
        assert SCORES["preferential_attachment"](signs[pair]) == product
    assert signs["m00", "m33"].shared == len(list(nx.common_neighbors(graph, "m00", "m33")))


def test_a_pair_that_met_weekly_and_stopped_went_silent_and_one_that_meets_yearly_did_not() -> None:
    elements: list[Element] = []
    for number in range(8):
        elements += act(number, "Meeting", "Ana", "Bo", number * 7)
        elements += act(100 + number, "Meeting", "Cy", "Di", number * 365)
    participations = read_participations(in_order(elements))

    found = find_silences(participations, dyad_events(participations), START + timedelta(days=49 + 70))

    assert [(one.pair, one.days, one.usual_gap) for one in found] == [(("person:ana", "person:bo"), 70, 7)]
    assert found[0].p == pytest.approx(2.718281828**-10, rel=1e-3)


def test_a_burst_stands_out_and_even_months_do_not() -> None:
    assert [(one.window, one.count, one.expected) for one in find_bursts([1, 2, 1, 14, 0, 2])] == [(3, 14, 1.2)]
    assert find_bursts([3, 4, 3, 5, 4]) == find_bursts([9, 0]) == ()


def test_a_poisson_tail_by_hand() -> None:
    """P(X >= 4 | 0.5) = 1 - e^-.5 (1 + .5 + .125 + .020833), times four windows."""
    (found,) = find_bursts([0, 1.5, 0, 4])  # type: ignore[list-item]  # a mean of exactly one half

    assert found.p == pytest.approx(4 * (1 - 2.718281828459045**-0.5 * (1 + 0.5 + 0.125 + 0.125 / 6)))


def test_blocs_go_on_split_merge_come_and_go() -> None:
    windows = [
        [("a", "b", "c", "d"), ("p", "q", "r"), ("x", "y")],
        [("a", "b", "c", "d", "e"), ("p", "q"), ("r", "s")],
        [("a", "b"), ("c", "d"), ("p", "q", "r", "s")],
    ]

    steps = trace_blocs(windows)

    assert [(step.window, step.change, step.before, step.after) for step in steps] == [
        (1, "dissolved", (3,), ()),
        (1, "continued", (1,), (1,)),
        (1, "continued", (2,), (2,)),
        (1, "born", (), (3,)),
        (2, "split", (1,), (1, 2)),
        (2, "merged", (2, 3), (3,)),
    ]
    assert steps[1].joined == ("e",)
    assert steps[2].left == ("r",)
    assert steps[4].left == ("e",)
