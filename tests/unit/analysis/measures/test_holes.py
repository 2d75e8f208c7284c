"""Burt's measures against his own example and against networkx's own computation."""

import networkx as nx
import pytest

from graphbuilder.analysis.measures.holes import constraint, effective_size

BURT = nx.Graph(
    [
        ("A", "B"),
        ("A", "F"),
        ("A", "G"),
        ("A", "E"),
        ("E", "G"),
        ("F", "G"),
        ("B", "G"),
        ("B", "D"),
        ("D", "G"),
        ("G", "C"),
    ]
)
"""R. S. Burt, "Structural Holes" (1992), figure 2.2."""


def test_burts_own_example() -> None:
    """Burt (1992), tables 2.1 and 2.2: G is effectively tied to 4.67 of 6, constrained .400; A .595; C, tied to G only, 1."""
    sizes, scores = effective_size(BURT), constraint(BURT)

    assert sizes["G"] == pytest.approx(4.67, abs=0.01)
    assert sizes["A"] == pytest.approx(2.5)
    assert (scores["G"], scores["A"], scores["C"]) == pytest.approx((0.400, 0.595, 1.0), abs=0.001)


@pytest.mark.parametrize("seed", range(3))
def test_weighted_measures_are_those_of_networkx(seed: int) -> None:
    graph = nx.gnm_random_graph(25, 60, seed=seed)
    for place, (_, _, tie) in enumerate(graph.edges(data=True)):
        tie["weight"] = place % 5 + 0.5
    tied = [node for node in graph if graph.degree(node)]

    scores, sizes = constraint(graph), effective_size(graph)

    theirs = nx.constraint(graph, nodes=tied, weight="weight")
    assert scores == pytest.approx(theirs)
    assert sizes == pytest.approx(nx.effective_size(graph, nodes=tied, weight="weight"))


def test_who_is_alone_has_neither() -> None:
    graph = nx.Graph([("a", "b")])
    graph.add_node("z")

    assert constraint(graph) == {"a": 1, "b": 1}
    assert effective_size(graph) == {"a": 1, "b": 1}
    assert constraint(nx.Graph()) == effective_size(nx.Graph()) == {}
