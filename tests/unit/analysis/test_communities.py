"""Communities against a network with a known answer and a case worked out by hand."""

import os
import subprocess
import sys

import networkx as nx
import pytest

from graphbuilder.analysis.communities import Communities, find_communities
from graphbuilder.analysis.projections import project_coparticipation
from graphbuilder.analysis.reading import read_participations
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
from graphbuilder.analysis.communities import find_communities
from graphbuilder.analysis.reading import read_participations
from graphbuilder.analysis.projections import project_coparticipation
from tests.unit.analysis.graphs import FLORENTINE_MARRIAGES, network
print(find_communities(project_coparticipation(read_participations(network(FLORENTINE_MARRIAGES))), seed=5))
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
        for seed in ("1", "2", "3")
    }

    assert len(outputs) == 1
    assert "person:medici" in outputs.pop()
