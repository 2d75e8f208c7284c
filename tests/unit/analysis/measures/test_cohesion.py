"""Cores, cutpoints and bridges against the karate club and against taking things away."""

import networkx as nx
import pytest

from graphbuilder.analysis.measures.cohesion import bridges, cores, cutpoints


def test_the_karate_club() -> None:
    """Zachary's club: ten members in the 4-core; only the instructor holds anyone (three groups); one tie is a bridge."""
    club = nx.relabel_nodes(nx.karate_club_graph(), {number: f"m{number:02}" for number in range(34)})

    scores = cores(club)

    assert max(scores.values()) == 4
    assert sum(score == 4 for score in scores.values()) == 10
    assert cutpoints(club) == {"m00": 3}
    assert bridges(club) == [("m00", "m11", 1)]


@pytest.mark.parametrize("seed", range(4))
def test_what_falls_apart_when_it_is_taken_away(seed: int) -> None:
    graph = nx.relabel_nodes(nx.gnm_random_graph(30, 33, seed=seed), {number: f"n{number:02}" for number in range(30)})
    parts = nx.number_connected_components(graph)

    expected_nodes = {}
    for node in graph:
        rest = nx.Graph(graph)
        rest.remove_node(node)
        more = nx.number_connected_components(rest) - parts + 1
        if more > 1 and graph.degree(node):
            expected_nodes[node] = more
    expected_ties = {}
    for one, other in graph.edges:
        rest = nx.Graph(graph)
        rest.remove_edge(one, other)
        sides = [len(nx.node_connected_component(rest, end)) for end in (one, other)]
        if nx.number_connected_components(rest) > parts:
            expected_ties[min(one, other), max(one, other)] = min(sides)

    assert cutpoints(graph) == expected_nodes
    assert {(one, other): smaller for one, other, smaller in bridges(graph)} == expected_ties


def test_what_a_bridge_cuts_off_is_the_smaller_side_wherever_one_begins() -> None:
    """A - B - C - D - E: the middle two ties leave two on one side, the outer two one."""
    for names in ("ABCDE", "CABDE", "EDCBA"):
        path = nx.path_graph(list(names))

        assert sorted(smaller for _, _, smaller in bridges(path)) == [1, 1, 2, 2]


@pytest.mark.parametrize("seed", range(3))
def test_a_core_is_what_is_left_when_the_weakest_go(seed: int) -> None:
    graph = nx.gnm_random_graph(25, 60, seed=seed)

    expected = dict.fromkeys(graph, 0)
    for least in range(1, 10):
        rest = nx.Graph(graph)
        while weak := [node for node, degree in rest.degree() if degree < least]:
            rest.remove_nodes_from(weak)
        expected.update(dict.fromkeys(rest, least))

    assert cores(graph) == expected


def test_nothing_holds_nothing() -> None:
    assert cores(nx.Graph()) == {}
    assert cutpoints(nx.Graph()) == {}
    assert bridges(nx.Graph()) == []
