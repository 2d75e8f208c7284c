"""Betweenness: exact by networkx or networkit, or from sampled sources with the error that the sample leaves."""

from typing import Literal

import networkx as nx
import numpy as np
from scipy import sparse

from graphbuilder.analysis.measures.engines import LARGE, Engine, steadily, to_networkit
from graphbuilder.records.base import Record

Scores = dict[str, float]
Distance = Literal["unweighted", "inverse"]
DISTANCES: tuple[Distance, ...] = ("unweighted", "inverse")

EXACT_WORK = 500_000_000
"""Nodes times ties up to which betweenness is exact by default: some ten seconds of networkit on one core."""

PIVOTS = 512
"""Sources sampled in larger graphs."""

_DISTANCE_UNIT = 232_792_560
"""The least common multiple of 1..20: lengths are whole numbers, exact for weights to 20, so equal paths are equal."""

_BATCH = 64
_PARTS = 8


class Measured(Record, frozen=True):
    """Scores by node, and how they came about.

    `engine` is the library. `sources` is the number of sampled sources and `error` the largest standard error of a score, both
    None where the scores are exact.
    """

    scores: Scores
    engine: str
    sources: int | None = None
    error: float | None = None


def betweenness(
    graph: nx.Graph,
    *,
    distance: Distance = "unweighted",
    pivots: int | None = None,
    seed: int = 0,
    engine: Engine | None = None,
) -> Measured:
    """Return the share of shortest paths between others that run through each node, from 0 to 1.

    The default counts ties, as Freeman does: a weight says how often the news saw two people together, and who has met
    two blocs once already connects them. With "inverse" a tie is as long as 1 / weight (Newman 2001), so that paths
    prefer frequent company.

    Args:
        graph: An undirected graph.
        distance: "unweighted" or "inverse".
        pivots: Sources to sample (Brandes and Pich 2007); None is exact up to EXACT_WORK and PIVOTS beyond.
        seed: Chooses the pivots.
        engine: Which library computes exact scores; by size when None.

    References:
        L. C. Freeman, "A set of measures of centrality based on betweenness", Sociometry 40 (1977), 35-41.
        U. Brandes, "A faster algorithm for betweenness centrality", Journal of Mathematical Sociology 25 (2001),
        163-177. M. E. J. Newman, Physical Review E 64, 016132 (2001).
        U. Brandes, C. Pich, "Centrality estimation in large networks", International Journal of Bifurcation and Chaos
        17 (2007), 2303-2318.
    """
    sources = sampled_sources(len(graph), graph.number_of_edges(), pivots)
    if sources is not None and distance == "unweighted":
        return _from_pivots(graph, sources, seed)
    length = None
    if distance == "inverse":
        graph = _with_lengths(graph)
        length = "length"
    if sources is not None:
        return _from_parts(graph, sources, seed, length)
    if (engine or ("networkit" if len(graph) > LARGE else "networkx")) == "networkx":
        scores: Scores = nx.betweenness_centrality(graph, normalized=True, weight=length)
        return Measured(scores=scores, engine="networkx")
    with steadily(seed) as library:
        converted, nodes = to_networkit(graph, length)
        found = library.centrality.Betweenness(converted, normalized=len(nodes) > 2).run().scores()
    return Measured(scores=dict(zip(nodes, map(float, found), strict=True)), engine="networkit")


def sampled_sources(nodes: int, ties: int, pivots: int | None) -> int | None:
    """Return how many sources `betweenness` samples in a graph of that size; None when it is exact."""
    if pivots is None and nodes * ties > EXACT_WORK:
        pivots = PIVOTS
    return pivots if pivots is not None and pivots < nodes else None


def _from_pivots(graph: nx.Graph, sources: int, seed: int) -> Measured:
    """Estimate by breadth-first search from sampled sources, many at once, as products of a sparse and a dense matrix."""
    nodes = list(graph)
    count = len(nodes)
    ties = sparse.csr_array(nx.to_scipy_sparse_array(graph, nodelist=nodes, weight=None, dtype=float))
    chosen = np.sort(np.random.default_rng(seed).choice(count, size=sources, replace=False))
    total, squares = np.zeros(count), np.zeros(count)
    for start in range(0, sources, _BATCH):
        shares = _dependencies(ties, chosen[start : start + _BATCH]) / max(count - 2, 1)
        total += shares.sum(axis=1)
        squares += (shares * shares).sum(axis=1)
    drawn = np.full(count, float(sources))
    drawn[chosen] -= 1  # nobody stands between itself and others
    drawn = np.maximum(drawn, 1)
    mean = total / drawn
    spread = np.maximum(squares / drawn - mean * mean, 0) / np.maximum(drawn - 1, 1) * (1 - sources / count)
    scores = {node: float(mean[place]) for place, node in enumerate(nodes)}
    return Measured(scores=scores, engine="scipy", sources=sources, error=float(np.sqrt(spread.max(initial=0))))


def _dependencies(ties: sparse.csr_array, sources: np.ndarray) -> np.ndarray:
    """Return for each node and source the share of shortest paths from the source that run through the node (Brandes 2001)."""
    shape = (ties.shape[0], len(sources))
    columns = np.arange(len(sources))
    paths = np.zeros(shape)
    paths[sources, columns] = 1
    front = paths.copy()
    levels: list[np.ndarray] = [paths > 0]
    seen = paths > 0
    while True:
        reached = ties @ front
        fresh = (reached > 0) & ~seen
        if not fresh.any():
            break
        front = np.where(fresh, reached, 0)
        paths += front
        seen |= fresh
        levels.append(fresh)
    through = np.zeros(shape)
    for near, far in zip(reversed(levels[:-1]), reversed(levels[1:]), strict=True):
        handed = np.divide(1 + through, paths, out=np.zeros(shape), where=far)
        through += np.where(near, paths * (ties @ handed), 0)
    through[sources, columns] = 0
    return through


def _from_parts(graph: nx.Graph, sources: int, seed: int, length: str | None) -> Measured:
    """Estimate along weighted paths by networkx, in several samples whose difference gives the error."""
    parts = max(min(_PARTS, sources // 2), 1)  # networkx makes no estimate of one source
    each = -(-sources // parts)
    samples = [
        nx.betweenness_centrality(graph, k=each, normalized=True, weight=length, seed=seed * _PARTS + part)
        for part in range(parts)
    ]
    table = np.array([[sample[node] for node in graph] for sample in samples])
    mean = table.mean(axis=0)
    error = float(table.std(axis=0, ddof=1).max() / np.sqrt(parts)) if parts > 1 else None
    scores = {node: float(mean[place]) for place, node in enumerate(graph)}
    return Measured(scores=scores, engine="networkx", sources=each * parts, error=error)


def _with_lengths(graph: nx.Graph) -> nx.Graph:
    lengths = nx.Graph()
    lengths.add_nodes_from(graph)
    lengths.add_edges_from(
        (u, v, {"length": round(_DISTANCE_UNIT / weight)}) for u, v, weight in graph.edges(data="weight")
    )
    return lengths
