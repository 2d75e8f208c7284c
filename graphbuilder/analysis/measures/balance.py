"""Structural balance of a signed network: is the enemy of my enemy my friend?"""

import networkx as nx
import numpy as np
from scipy import sparse

from graphbuilder.records.base import Record

EXACT_UP_TO = 16
"""Nodes in a component up to which all two-way divisions are tried."""


class Balance(Record, frozen=True):
    """How balanced a signed network is.

    `triads` counts triangles by their signs ("+++", "++-", "+--", "---"); those with an even number of minuses are balanced.
    `share` is the balanced part of all triangles, None where there is none. `frustrated` are the ties that contradict the
    division into `factions` (two per component, larger first), the fewest possible where `exact`, else the fewest found.
    """

    triads: dict[str, int]
    share: float | None
    factions: tuple[tuple[str, ...], ...] = ()
    frustrated: tuple[tuple[str, str], ...] = ()
    exact: bool = True


def balance(graph: nx.Graph) -> Balance:
    """Return how balanced a graph is whose edges carry `sign` (1 or -1).

    References:
        D. Cartwright, F. Harary, "Structural balance: a generalization of Heider's theory", Psychological Review 63 (1956),
        277-293. F. Harary, "On the measurement of structural balance", Behavioral Science 4 (1959), 316-323, for the line
        index. S. Aref, M. C. Wilson, "Balance and frustration in signed networks", Journal
        of Complex Networks 7 (2019), 163-189, for its computation.
    """
    triads = _count_triads(graph)
    total = sum(triads.values())
    side: dict[str, int] = {}
    exact = True
    factions: list[tuple[str, ...]] = []
    for component in sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part))):
        if len(component) < 2:
            continue
        nodes = sorted(component)
        divided = _divide_exactly(graph, nodes) if len(nodes) <= EXACT_UP_TO else _divide_greedily(graph, nodes)
        exact = exact and len(nodes) <= EXACT_UP_TO
        side.update(divided)
        parts = [tuple(node for node in nodes if divided[node] == value) for value in (1, -1)]
        factions.extend(sorted((part for part in parts if part), key=lambda part: (-len(part), part)))
    frustrated = tuple(
        sorted((min(u, v), max(u, v)) for u, v, sign in graph.edges(data="sign") if side[u] * side[v] != sign)
    )
    exact = exact or not frustrated
    share = (triads["+++"] + triads["+--"]) / total if total else None
    return Balance(triads=triads, share=share, factions=tuple(factions), frustrated=frustrated, exact=exact)


def _count_triads(graph: nx.Graph) -> dict[str, int]:
    if not graph.number_of_edges():
        return {"+++": 0, "++-": 0, "+--": 0, "---": 0}
    signs = sparse.csr_array(nx.to_scipy_sparse_array(graph, weight="sign", dtype=np.int64))
    plus, minus = (signs > 0).astype(np.int64), (signs < 0).astype(np.int64)

    def paths(one: sparse.csr_array, other: sparse.csr_array, third: sparse.csr_array) -> int:
        return int((one @ other).multiply(third).sum())

    return {
        "+++": paths(plus, plus, plus) // 6,
        "++-": paths(plus, plus, minus) // 2,
        "+--": paths(minus, minus, plus) // 2,
        "---": paths(minus, minus, minus) // 6,
    }


def _divide_exactly(graph: nx.Graph, nodes: list[str]) -> dict[str, int]:
    place = {node: number for number, node in enumerate(nodes)}
    ties = [(place[u], place[v], sign) for u, v, sign in graph.edges(nodes, data="sign")]
    choices = np.arange(2 ** (len(nodes) - 1), dtype=np.int64)  # the first node is always on the first side
    against = np.zeros(len(choices), dtype=np.int64)
    sides = [
        1 - 2 * ((choices >> (number - 1)) & 1) if number else np.ones_like(choices) for number in range(len(nodes))
    ]
    for one, other, sign in ties:
        against += sides[one] * sides[other] != sign
    best = int(np.argmin(against))
    return {node: int(sides[number][best]) for node, number in place.items()}


def _divide_greedily(graph: nx.Graph, nodes: list[str]) -> dict[str, int]:
    """Follow a spanning tree of the ties, then move whoever gains by it until nobody does; the best of several trees."""
    hubs = sorted(nodes, key=lambda node: (-graph.degree(node), node))[:10]
    found: dict[str, int] = {}
    fewest: int | None = None
    for root in hubs:
        side = {root: 1}
        for parent, child in nx.bfs_edges(graph, root, sort_neighbors=sorted):
            side[child] = side[parent] * graph.edges[parent, child]["sign"]
        moved = True
        while moved:
            moved = False
            for node in nodes:
                if sum(side[node] * side[other] * tie["sign"] for other, tie in graph[node].items()) < 0:
                    side[node] = -side[node]
                    moved = True
        against = sum(side[u] * side[v] != sign for u, v, sign in graph.subgraph(nodes).edges(data="sign"))
        if fewest is None or against < fewest:
            found, fewest = side, against
    return found
