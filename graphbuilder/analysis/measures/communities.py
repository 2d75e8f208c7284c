"""Communities: who keeps whose company, by three methods, how steady they are over seeds, and how they change. No tables."""

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from math import comb

import networkx as nx

from graphbuilder.analysis.measures.engines import Engine, choose_engine, steadily, to_networkit
from graphbuilder.errors import SettingsError
from graphbuilder.records.base import Record

_Parts = list[set[int]]


class Communities(Record, frozen=True):
    """A partition: `members` are the communities' node ids, largest community first, strongest member first.

    `isolated` are the nodes without a tie, in no community. `modularity` is that of the partition of the tied nodes, 0
    where there is none. `method` and `engine` say what found it.
    """

    members: tuple[tuple[str, ...], ...] = ()
    isolated: tuple[str, ...] = ()
    modularity: float = 0.0
    method: str = "louvain"
    engine: str = "networkx"

    def of(self) -> dict[str, int]:
        """Return the number, from 1, of each node's community."""
        return {node: place for place, part in enumerate(self.members, start=1) for node in part}


class Stability(Record, frozen=True):
    """How far a method finds the same communities with other seeds.

    `agreement` is the mean adjusted Rand index of all pairs of runs (1: always the same, 0: no better than chance), `least` the
    lowest, `modularities` and `sizes` (numbers of communities) those of the runs. `steadiness` is, for each node of the first
    run, the share of those it is with there that it is with in the other runs, on average.
    """

    agreement: float
    least: float
    modularities: tuple[float, ...]
    sizes: tuple[int, ...]
    steadiness: dict[str, float]


def _louvain(graph: nx.Graph, resolution: float, seed: int, engine: Engine) -> _Parts:
    if engine == "networkx":
        found: _Parts = nx.community.louvain_communities(graph, weight="weight", resolution=resolution, seed=seed)
        return found
    with steadily(seed) as library:
        converted, _ = to_networkit(graph, "weight")
        method = library.community.PLM(converted, refine=True, gamma=resolution)
        return _parts_of(method, len(graph))


def _leiden(graph: nx.Graph, resolution: float, seed: int, _engine: Engine) -> _Parts:
    with steadily(seed) as library:
        converted, _ = to_networkit(graph, "weight")
        method = library.community.ParallelLeiden(converted, iterations=10, gamma=resolution)
        return _parts_of(method, len(graph))


def _labels(graph: nx.Graph, _resolution: float, seed: int, _engine: Engine) -> _Parts:
    return [set(part) for part in nx.community.asyn_lpa_communities(graph, weight="weight", seed=seed)]


def _parts_of(method: object, count: int) -> _Parts:
    method.run()  # type: ignore[attr-defined]  # networkit has no types
    partition = method.getPartition()  # type: ignore[attr-defined]  # kept: what it gives points into it
    parts: dict[int, set[int]] = {}
    for node in range(count):
        parts.setdefault(partition.subsetOf(node), set()).add(node)
    return list(parts.values())


METHODS: dict[str, Callable[[nx.Graph, float, int, Engine], _Parts]] = {
    "louvain": _louvain,
    "leiden": _leiden,
    "labels": _labels,
}
"""Louvain (networkx, networkit's PLM on large graphs), Leiden (networkit, one thread), label propagation (networkx).

References:
    V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, "Fast unfolding of communities in large networks",
    Journal of Statistical Mechanics (2008), P10008. C. L. Staudt, H. Meyerhenke, IEEE TPDS 27 (2016), 171-184, for PLM.
    V. A. Traag, L. Waltman, N. J. van Eck, "From Louvain to Leiden: guaranteeing well-connected communities", Scientific
    Reports 9 (2019), 5233.
    U. N. Raghavan, R. Albert, S. Kumara, "Near linear time algorithm to detect community structures in large-scale
    networks", Physical Review E 76 (2007), 036106.
"""


def find_communities(
    graph: nx.Graph, *, method: str = "louvain", resolution: float = 1.0, seed: int = 0, engine: Engine | None = None
) -> Communities:
    """Return the communities of a weighted graph.

    The same graph and seed give the same partition on every run: the methods see nodes as whole numbers in the order of
    their ids, since the order of a set of strings changes with every process.

    Args:
        graph: An undirected graph with weights.
        method: A name in METHODS.
        resolution: Above 1 gives more and smaller communities, below 1 fewer and larger; label propagation knows none.
        seed: Chooses the order in which nodes are visited.
        engine: Which library runs Louvain; by size when None.

    Raises:
        SettingsError: There is no such method.

    References:
        M. E. J. Newman, "Analysis of weighted networks", Physical Review E 70, 056131 (2004), for modularity with
        weights. METHODS names those of the methods.
    """
    if method not in METHODS:
        raise SettingsError(f"there is no method {method!r}; choose from {', '.join(METHODS)}")
    tied = sorted(node for node, ties in graph.degree() if ties)
    isolated = tuple(sorted(node for node, ties in graph.degree() if not ties))
    if not tied:
        return Communities(isolated=isolated, method=method)
    number = {node: place for place, node in enumerate(tied)}
    numbered = nx.Graph()
    numbered.add_nodes_from(range(len(tied)))
    numbered.add_weighted_edges_from(
        sorted((*sorted((number[u], number[v])), weight) for u, v, weight in graph.edges(data="weight"))
    )
    chosen: Engine = {"leiden": "networkit", "labels": "networkx"}.get(method, choose_engine(numbered, engine))  # type: ignore[assignment]  # the values are engines
    ordered = [sorted(part) for part in METHODS[method](numbered, resolution, seed, chosen)]
    modularity: float = nx.community.modularity(numbered, ordered, weight="weight", resolution=resolution)
    totals = dict(numbered.degree(weight="weight"))
    named = [tuple(tied[place] for place in sorted(part, key=lambda n: (-totals[n], n))) for part in ordered]
    named.sort(key=lambda part: (-len(part), min(part)))
    return Communities(members=tuple(named), isolated=isolated, modularity=modularity, method=method, engine=chosen)


def measure_stability(
    graph: nx.Graph, *, method: str = "louvain", resolution: float = 1.0, seeds: Sequence[int] = range(10)
) -> Stability:
    """Return how far the communities of a graph depend on the seed.

    References:
        L. Hubert, P. Arabie, "Comparing partitions", Journal of Classification 2 (1985), 193-218, for the adjusted Rand index.
        A. Lancichinetti, S. Fortunato, "Consensus clustering in complex networks", Scientific Reports 2 (2012), 336.
    """
    runs = [find_communities(graph, method=method, resolution=resolution, seed=seed) for seed in seeds]
    scores = [adjusted_rand(one.members, other.members) for one, other in combinations(runs, 2)] or [1.0]
    steadiness: dict[str, float] = {}
    others = [(run.members, run.of()) for run in runs[1:]]
    for part in runs[0].members if runs else ():
        for node in part:
            company = set(part) - {node}
            kept = [
                len(company.intersection(found[home[node] - 1])) / len(company) for found, home in others if company
            ]
            steadiness[node] = sum(kept) / len(kept) if kept else 1.0
    return Stability(
        agreement=sum(scores) / len(scores),
        least=min(scores),
        modularities=tuple(run.modularity for run in runs),
        sizes=tuple(len(run.members) for run in runs),
        steadiness=steadiness,
    )


def adjusted_rand(one: Iterable[Iterable[str]], other: Iterable[Iterable[str]]) -> float:
    """Return the adjusted Rand index of two partitions of the same nodes (Hubert and Arabie 1985): 1 when they are equal."""
    here, there = [set(part) for part in one], [set(part) for part in other]
    home = {node: place for place, part in enumerate(there) for node in part}
    shared: dict[tuple[int, int], int] = {}
    for place, part in enumerate(here):
        for node in part:
            key = (place, home[node])
            shared[key] = shared.get(key, 0) + 1
    pairs = comb(len(home), 2)
    together = sum(comb(count, 2) for count in shared.values())
    in_one, in_other = (sum(comb(len(part), 2) for part in parts) for parts in (here, there))
    if not pairs:
        return 1.0
    expected = in_one * in_other / pairs
    most = (in_one + in_other) / 2
    return 1.0 if most == expected else (together - expected) / (most - expected)
