"""Communities against a network with a known answer and a case worked out by hand."""

import os
import subprocess
import sys

import networkx as nx
import pytest

from graphbuilder.analysis.measures.communities import (
    METHODS,
    Communities,
    adjusted_rand,
    find_communities,
    measure_stability,
)
from graphbuilder.analysis.measures.engines import Engine
from graphbuilder.analysis.projections import project_coparticipation
from graphbuilder.analysis.reading import read_participations
from graphbuilder.errors import SettingsError
from tests.unit.analysis.graphs import FLORENTINE_MARRIAGES, network

TWO_TRIANGLES = [("A", "B"), ("A", "C"), ("B", "C"), ("C", "D"), ("D", "E"), ("D", "F"), ("E", "F")]


def graph_of(ties: list[tuple[str, str]], alone: tuple[str, ...] = ()) -> nx.Graph:
    return project_coparticipation(read_participations(network(ties, alone)))


def test_two_triangles_joined_by_a_tie_are_two_communities() -> None:
    """Modularity by hand: 6/7 of the ties inside, less twice (7/14)^2."""
    found = find_communities(graph_of(TWO_TRIANGLES, alone=("Z",)))

    assert found.members == (("person:c", "person:a", "person:b"), ("person:d", "person:e", "person:f"))
    assert found.isolated == ("person:z",)
    assert found.modularity == pytest.approx(6 / 7 - 2 * (7 / 14) ** 2)


def test_weights_decide_where_a_node_between_two_groups_belongs() -> None:
    ties = [*TWO_TRIANGLES, ("C", "M"), ("M", "D"), ("M", "D"), ("M", "D")]

    found = find_communities(graph_of(ties))

    assert {"person:m", "person:d"} <= next(set(part) for part in found.members if "person:m" in part)
    assert len(found.members) == 2


def test_karate_club_reaches_the_published_modularity() -> None:
    """Blondel et al. (2008), table 1: .42 (four communities); the optimum is .4198 (Brandes et al. 2008)."""
    club = nx.karate_club_graph()
    ties = [(f"m{u:02}", f"m{v:02}") for u, v in club.edges]

    found = find_communities(graph_of(ties))

    assert 0.415 < found.modularity < 0.41985
    assert sorted(node for part in found.members for node in part) == [f"person:m{n:02}" for n in range(34)]
    assert [len(part) for part in found.members] == sorted((len(part) for part in found.members), reverse=True)


def test_a_higher_resolution_gives_more_communities() -> None:
    graph = graph_of(list(FLORENTINE_MARRIAGES))

    coarse, fine = find_communities(graph, resolution=0.3), find_communities(graph, resolution=3.0)

    assert len(coarse.members) < len(fine.members)


@pytest.mark.parametrize("alone", [(), ("Z",)])
def test_without_ties_there_is_no_community(alone: tuple[str, ...]) -> None:
    expected = Communities(isolated=tuple(f"person:{name.lower()}" for name in alone))

    assert find_communities(graph_of([], alone)) == expected


SCRIPT = """
from graphbuilder.analysis.measures.communities import find_communities
from graphbuilder.analysis.reading import read_participations
from graphbuilder.analysis.projections import project_coparticipation
from tests.unit.analysis.graphs import FLORENTINE_MARRIAGES, network
graph = project_coparticipation(read_participations(network(FLORENTINE_MARRIAGES)))
print([find_communities(graph, method=method, seed=5) for method in ("louvain", "leiden", "labels")])
"""


def test_every_process_finds_the_same_communities() -> None:
    """Sets of strings iterate in another order in each process; the partition must not."""
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(outputs) == 1
    assert "person:medici" in outputs.pop()


@pytest.mark.parametrize("method", METHODS)
def test_every_method_finds_two_triangles(method: str) -> None:
    found = find_communities(graph_of(TWO_TRIANGLES), method=method)

    assert {frozenset(part) for part in found.members} == {
        frozenset({"person:a", "person:b", "person:c"}),
        frozenset({"person:d", "person:e", "person:f"}),
    }
    assert found.method == method


@pytest.mark.parametrize(("method", "engine"), [("leiden", None), ("louvain", "networkit")])
def test_networkit_reaches_the_published_modularity_of_the_karate_club_on_every_run(
    method: str, engine: Engine | None
) -> None:
    club = graph_of([(f"m{u:02}", f"m{v:02}") for u, v in nx.karate_club_graph().edges])

    found = [find_communities(club, method=method, engine=engine, seed=2) for _ in range(3)]

    assert found[0] == found[1] == found[2]
    assert found[0].engine == "networkit"
    assert 0.415 < found[0].modularity < 0.41985


def test_networkit_divides_a_large_graph_as_well_as_networkx() -> None:
    """Twenty planted groups of fifty: both find them, and the modularity is the same."""
    planted = nx.planted_partition_graph(20, 50, 0.3, 0.002, seed=3)
    graph = nx.relabel_nodes(planted, {number: f"n{number:04}" for number in planted})
    nx.set_edge_attributes(graph, 1.0, "weight")

    engines: tuple[Engine, Engine] = ("networkx", "networkit")
    one, other = (find_communities(graph, engine=engine) for engine in engines)

    assert adjusted_rand(one.members, other.members) == pytest.approx(1)
    assert other.modularity == pytest.approx(one.modularity, abs=0.001)


def test_an_unknown_method_says_which_there_are() -> None:
    with pytest.raises(SettingsError, match="no method 'love'; choose from louvain, leiden, labels"):
        find_communities(graph_of(TWO_TRIANGLES), method="love")


def test_the_adjusted_rand_index_by_hand() -> None:
    """Of six nodes in {a b c}{d e f} and {a b}{c d}{e f}: 2 pairs together in both of 6 and 3, so (2 - 6*3/15) / (4.5 - 1.2)."""
    one, other = ["abc", "def"], ["ab", "cd", "ef"]

    assert adjusted_rand(one, other) == pytest.approx((2 - 18 / 15) / (4.5 - 18 / 15))
    assert adjusted_rand(one, one) == adjusted_rand([], []) == adjusted_rand(["abc"], ["abc"]) == 1


def test_stability_is_full_where_every_seed_agrees_and_less_where_a_node_wavers() -> None:
    steady = measure_stability(graph_of(TWO_TRIANGLES), seeds=range(5))
    ring = measure_stability(graph_of([(f"n{n:02}", f"n{(n + 1) % 30:02}") for n in range(30)]), seeds=range(5))

    assert (steady.agreement, steady.least, steady.sizes) == (1, 1, (2,) * 5)
    assert set(steady.steadiness.values()) == {1}
    assert ring.agreement < 0.9
    assert 0 < min(ring.steadiness.values()) < 1
