"""Centrality measures on the co-participation graph: one function, one measure, its source named. Scores by node id.

Nothing here ranks, rounds or prints; that is for the tables.
"""

from typing import Literal

import networkx as nx

Scores = dict[str, float]
Distance = Literal["unweighted", "inverse"]
DISTANCES: tuple[Distance, ...] = ("unweighted", "inverse")

EXACT_UP_TO = 1_000
"""Nodes up to which betweenness is exact by default: at 20,000 nodes and 100,000 edges it takes half an hour."""

PIVOTS = 200
"""Sources sampled in larger graphs."""

_DISTANCE_UNIT = 232_792_560
"""The least common multiple of 1..20: lengths are whole numbers, exact for weights to 20, so equal paths are equal."""


def degree(graph: nx.Graph) -> Scores:
    """Return how many others each node is tied to.

    References:
        L. C. Freeman, "Centrality in social networks: conceptual clarification", Social Networks 1 (1979), 215-239.
    """
    return {node: float(count) for node, count in graph.degree()}


def strength(graph: nx.Graph) -> Scores:
    """Return the sum of the weights of each node's ties.

    References:
        A. Barrat, M. Barthélemy, R. Pastor-Satorras, A. Vespignani, "The architecture of complex weighted networks",
        PNAS 101 (2004), 3747-3752.
    """
    return {node: float(total) for node, total in graph.degree(weight="weight")}


def pagerank(graph: nx.Graph, *, damping: float = 0.85) -> Scores:
    """Return the PageRank of each node on the weighted, undirected graph: the scores add up to 1.

    A walker who moves along ties in proportion to their weight, and jumps anywhere with probability 1 - `damping`, is
    found at a node with this probability.

    References:
        L. Page, S. Brin, R. Motwani, T. Winograd, "The PageRank citation ranking: bringing order to the web", Stanford
        (1999).
    """
    if not len(graph):
        return {}
    # networkx stops when the whole change is below n * tol; a small tol keeps six digits on large graphs.
    scores: Scores = nx.pagerank(graph, alpha=damping, weight="weight", tol=1e-10, max_iter=1_000)
    return scores


def betweenness(
    graph: nx.Graph, *, distance: Distance = "unweighted", pivots: int | None = None, seed: int = 0
) -> Scores:
    """Return the share of shortest paths between others that run through each node, from 0 to 1.

    The default counts ties, as Freeman does: a weight says how often the news saw two people together, and who has met
    two blocs once already connects them. With "inverse" a tie is as long as 1 / weight (Newman 2001), so that paths
    prefer frequent company.

    Args:
        graph: The co-participation graph.
        distance: "unweighted" or "inverse".
        pivots: Sources to sample (Brandes and Pich 2007); None is exact up to EXACT_UP_TO nodes and PIVOTS beyond.
        seed: Chooses the pivots.

    References:
        L. C. Freeman, "A set of measures of centrality based on betweenness", Sociometry 40 (1977), 35-41.
        U. Brandes, "A faster algorithm for betweenness centrality", Journal of Mathematical Sociology 25 (2001),
        163-177. M. E. J. Newman, Physical Review E 64, 016132 (2001).
        U. Brandes, C. Pich, "Centrality estimation in large networks", International Journal of Bifurcation and Chaos
        17 (2007), 2303-2318.
    """
    sources = sampled_sources(len(graph), pivots)
    length = None
    if distance == "inverse":
        graph = _with_lengths(graph)
        length = "length"
    scores: Scores = nx.betweenness_centrality(graph, k=sources, normalized=True, weight=length, seed=seed)
    return scores


def sampled_sources(nodes: int, pivots: int | None) -> int | None:
    """Return how many sources `betweenness` samples in a graph of that many nodes; None when it is exact."""
    if pivots is None and nodes > EXACT_UP_TO:
        pivots = PIVOTS
    return pivots if pivots is not None and pivots < nodes else None


def _with_lengths(graph: nx.Graph) -> nx.Graph:
    lengths = nx.Graph()
    lengths.add_nodes_from(graph)
    lengths.add_edges_from(
        (u, v, {"length": round(_DISTANCE_UNIT / weight)}) for u, v, weight in graph.edges(data="weight")
    )
    return lengths
