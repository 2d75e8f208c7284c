"""Brokerage between groups: who stands between two others, and whose side each of the three is on."""

from collections.abc import Mapping

import networkx as nx

from graphbuilder.records.base import Record

ROLES = ("coordinator", "consultant", "gatekeeper", "representative", "liaison")
"""The roles of b in a -> b -> c without a -> c, by group: all the same; a and c the same, b another; b and c the same (b lets
a's in); a and b the same (b speaks for a's to c); all different."""


class Brokerage(Record, frozen=True):
    """How often a node plays each role."""

    coordinator: int = 0
    consultant: int = 0
    gatekeeper: int = 0
    representative: int = 0
    liaison: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.coordinator + self.consultant + self.gatekeeper + self.representative + self.liaison


def brokerage(graph: nx.Graph, groups: Mapping[str, object]) -> dict[str, Brokerage]:
    """Return the brokerage roles of each node that has a group; paths through or between others are not counted.

    A tie without direction counts in both directions, so its gatekeepers are its representatives too.

    References:
        R. V. Gould, R. M. Fernandez, "Structures of mediation: a formal approach to brokerage in transaction networks",
        Sociological Methodology 19 (1989), 89-126.
    """
    directed = graph if graph.is_directed() else graph.to_directed(as_view=True)
    counts: dict[str, Brokerage] = {}
    for broker in graph:
        if broker not in groups:
            continue
        tally = dict.fromkeys(ROLES, 0)
        targets = [node for node in directed.successors(broker) if node in groups and node != broker]
        for source in directed.predecessors(broker):
            if source not in groups or source == broker:
                continue
            known = directed.succ[source]
            for target in targets:
                if target != source and target not in known:
                    tally[_role(groups[source], groups[broker], groups[target])] += 1
        counts[broker] = Brokerage(**tally)
    return counts


def _role(source: object, broker: object, target: object) -> str:
    if source == target:
        return "coordinator" if broker == source else "consultant"
    if broker == target:
        return "gatekeeper"
    return "representative" if broker == source else "liaison"
