"""Brokerage roles on the five patterns of Gould and Fernandez, and against going through all triples."""

from itertools import permutations

import networkx as nx
import pytest

from graphbuilder.analysis.measures.brokerage import ROLES, Brokerage, brokerage


@pytest.mark.parametrize(
    ("groups", "role"),
    [
        ("AAA", "coordinator"),
        ("ABA", "consultant"),
        ("ABB", "gatekeeper"),
        ("AAB", "representative"),
        ("ABC", "liaison"),
    ],
)
def test_the_five_roles_of_the_paper(groups: str, role: str) -> None:
    """Gould and Fernandez (1989), figure 1: a -> b -> c, and what b is by the groups of the three."""
    found = brokerage(nx.DiGraph([("a", "b"), ("b", "c")]), dict(zip("abc", groups, strict=True)))

    assert found["b"] == Brokerage(**{role: 1})
    assert found["a"].total == found["c"].total == 0


def test_who_is_tied_anyway_needs_no_broker() -> None:
    found = brokerage(nx.DiGraph([("a", "b"), ("b", "c"), ("a", "c")]), dict.fromkeys("abc", 1))

    assert found["b"].total == 0


@pytest.mark.parametrize("directed", [True, False])
def test_counts_are_those_of_all_triples(directed: bool) -> None:  # noqa: FBT001 - pytest passes it by name
    graph = nx.gnm_random_graph(14, 40, seed=7, directed=directed)
    groups = {node: node % 3 for node in graph if node}  # one has no group

    expected = {node: dict.fromkeys(ROLES, 0) for node in groups}
    for one, broker, other in permutations(groups, 3):
        if graph.has_edge(one, broker) and graph.has_edge(broker, other) and not graph.has_edge(one, other):
            a, b, c = groups[one], groups[broker], groups[other]
            role = (
                "coordinator" if a == b == c
                else "consultant" if a == c
                else "gatekeeper" if b == c
                else "representative" if a == b
                else "liaison"
            )  # fmt: skip
            expected[broker][role] += 1

    assert {
        node: {role: getattr(one, role) for role in ROLES} for node, one in brokerage(graph, groups).items()
    } == expected
