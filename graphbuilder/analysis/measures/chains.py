"""Around one, and from one to another: ego networks and the shortest chains of meetings, each step with its evidence."""

from itertools import islice, pairwise

import networkx as nx

from graphbuilder.records.base import Record

MOST = 10
"""Chains given at most: equally short ones may be very many."""


class Ego(Record, frozen=True):
    """The circle of one node: `partners` strongest first, the share of their possible ties that exist, ties among them."""

    node: str
    partners: tuple[str, ...]
    density: float | None
    ties: tuple[tuple[str, str], ...]


def ego_network(graph: nx.Graph, node: str) -> Ego:
    """Return who is tied to a node, and how they are tied to each other.

    References:
        L. C. Freeman, "Centered graphs and the structure of ego networks", Mathematical Social Sciences 3 (1982), 291-304.
    """
    partners = sorted(graph[node], key=lambda other: (-graph.edges[node, other]["weight"], other))
    circle = graph.subgraph(partners)
    possible = len(partners) * (len(partners) - 1) / 2
    ties = tuple(sorted((min(u, v), max(u, v)) for u, v in circle.edges))
    return Ego(node=node, partners=tuple(partners), density=len(ties) / possible if possible else None, ties=ties)


def shortest_chains(graph: nx.Graph, start: str, end: str, *, most: int = MOST) -> tuple[tuple[str, ...], ...]:
    """Return the shortest chains of ties between two nodes, in the order of their ids; none where nothing joins them.

    Those whose weakest tie is strongest come first; of a great many, the first found are compared.
    """
    if start not in graph or end not in graph or not nx.has_path(graph, start, end):
        return ()
    found = islice(nx.all_shortest_paths(graph, start, end), 1_000)
    chains = sorted(tuple(chain) for chain in found)
    return tuple(sorted(chains, key=lambda chain: -_weakest(graph, chain))[:most])


def _weakest(graph: nx.Graph, chain: tuple[str, ...]) -> float:
    return min((graph.edges[pair]["weight"] for pair in pairwise(chain)), default=0.0)
