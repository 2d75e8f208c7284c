"""Communities of the co-participation graph: who keeps whose company. One method, seeded, named by size. No tables."""

import networkx as nx

from graphbuilder.records.base import Record


class Communities(Record, frozen=True):
    """A partition: `members` are the communities' node ids, largest community first, strongest member first.

    `isolated` are the nodes without a tie, in no community. `modularity` is that of the partition of the tied nodes, 0
    where there is none.
    """

    members: tuple[tuple[str, ...], ...] = ()
    isolated: tuple[str, ...] = ()
    modularity: float = 0.0


def find_communities(graph: nx.Graph, *, resolution: float = 1.0, seed: int = 0) -> Communities:
    """Return the communities of a weighted graph by the Louvain method.

    The same graph and seed give the same partition on every run: the method sees nodes as whole numbers in the order of
    their ids, since the order of a set of strings changes with every process.

    Args:
        graph: The co-participation graph.
        resolution: Above 1 gives more and smaller communities, below 1 fewer and larger.
        seed: Chooses the order in which nodes are visited.

    References:
        V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, "Fast unfolding of communities in large networks",
        Journal of Statistical Mechanics (2008), P10008.
        M. E. J. Newman, "Analysis of weighted networks", Physical Review E 70, 056131 (2004), for modularity with
        weights.
    """
    tied = sorted(node for node, ties in graph.degree() if ties)
    isolated = tuple(sorted(node for node, ties in graph.degree() if not ties))
    if not tied:
        return Communities(isolated=isolated)
    number = {node: place for place, node in enumerate(tied)}
    numbered = nx.Graph()
    numbered.add_nodes_from(range(len(tied)))
    numbered.add_weighted_edges_from(
        sorted((*sorted((number[u], number[v])), weight) for u, v, weight in graph.edges(data="weight"))
    )
    found = nx.community.louvain_communities(numbered, weight="weight", resolution=resolution, seed=seed)
    ordered = [sorted(part) for part in found]
    modularity: float = nx.community.modularity(numbered, ordered, weight="weight", resolution=resolution)
    totals = dict(numbered.degree(weight="weight"))
    named = [tuple(tied[place] for place in sorted(part, key=lambda n: (-totals[n], n))) for part in ordered]
    named.sort(key=lambda part: (-len(part), min(part)))
    return Communities(members=tuple(named), isolated=isolated, modularity=modularity)
