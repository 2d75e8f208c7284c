"""Structural balance by hand and against trying everything."""

from itertools import combinations, product

import networkx as nx
import numpy as np
import pytest

from graphbuilder.analysis.measures import balance as module
from graphbuilder.analysis.measures.balance import balance


def signed(ties: dict[str, int]) -> nx.Graph:
    graph = nx.Graph()
    for pair, sign in ties.items():
        graph.add_edge(pair[0], pair[1], sign=sign)
    return graph


def random_signed(nodes: int, ties: int, seed: int) -> nx.Graph:
    graph = nx.relabel_nodes(
        nx.gnm_random_graph(nodes, ties, seed=seed), {number: f"n{number:02}" for number in range(nodes)}
    )
    signs = np.random.default_rng(seed).choice([-1, 1], size=ties)
    for (_, _, tie), sign in zip(graph.edges(data=True), signs, strict=True):
        tie["sign"] = int(sign)
    return graph


def test_two_camps_are_balanced() -> None:
    found = balance(signed({"ab": 1, "cd": 1, "ac": -1, "bd": -1, "ad": -1, "bc": -1}))

    assert found.triads == {"+++": 0, "++-": 0, "+--": 4, "---": 0}
    assert found.share == 1
    assert found.factions == (("a", "b"), ("c", "d"))
    assert found.frustrated == ()
    assert found.exact


def test_two_friends_of_one_who_are_foes_are_not_balanced() -> None:
    found = balance(signed({"ab": 1, "ac": 1, "bc": -1}))

    assert found.triads == {"+++": 0, "++-": 1, "+--": 0, "---": 0}
    assert found.share == 0
    assert len(found.frustrated) == 1


@pytest.mark.parametrize("seed", range(3))
def test_triangles_and_the_fewest_contradictions_are_those_of_trying_everything(seed: int) -> None:
    graph = random_signed(9, 20, seed)

    counts = dict.fromkeys(("+++", "++-", "+--", "---"), 0)
    for three in combinations(graph, 3):
        pairs = list(combinations(three, 2))
        if all(graph.has_edge(*pair) for pair in pairs):
            minuses = sum(graph.edges[pair]["sign"] < 0 for pair in pairs)
            counts["+" * (3 - minuses) + "-" * minuses] += 1
    fewest = min(
        sum(side[u] * side[v] != sign for u, v, sign in graph.edges(data="sign"))
        for values in product((1, -1), repeat=len(graph))
        for side in [dict(zip(graph, values, strict=True))]
    )

    found = balance(graph)

    assert found.triads == counts
    assert len(found.frustrated) == fewest


@pytest.mark.parametrize("seed", range(3))
def test_the_search_in_larger_graphs_finds_no_fewer_than_there_are_and_says_it_is_a_search(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = random_signed(14, 35, seed)
    exact = balance(graph)
    monkeypatch.setattr(module, "EXACT_UP_TO", 2)

    found = balance(graph)

    assert not found.exact
    assert len(exact.frustrated) <= len(found.frustrated) <= len(exact.frustrated) + 2


def test_without_triangles_there_is_no_share() -> None:
    assert balance(signed({"ab": -1})).share is None
    assert balance(nx.Graph()).triads == {"+++": 0, "++-": 0, "+--": 0, "---": 0}
