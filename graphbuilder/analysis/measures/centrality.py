"""Centrality by ties and by walks: one function, one measure, its source named. Scores by node id.

Nothing here ranks, rounds or prints; that is for the tables. Betweenness is in `paths`.
"""

import networkx as nx
import numpy as np

from graphbuilder.analysis.measures.paths import Scores
from graphbuilder.errors import SettingsError

CLOSENESS_UP_TO = 5_000
"""Nodes of a component up to which current-flow closeness is computed: it inverts a matrix of so many rows."""


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
    """Return the PageRank of each node on the weighted graph: the scores add up to 1.

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


def hits(graph: nx.DiGraph) -> tuple[Scores, Scores]:
    """Return hubs (who acts towards those that many act towards) and authorities (whom such hubs act towards), each adding to 1.

    By power iteration from equal scores, so that the result is one and the same also where the strongest circle is not
    unique. A graph without ties has no hub: all scores are 0.

    References:
        J. M. Kleinberg, "Authoritative sources in a hyperlinked environment", Journal of the ACM 46 (1999), 604-632.
    """
    nodes = list(graph)
    if not graph.number_of_edges():
        return dict.fromkeys(nodes, 0.0), dict.fromkeys(nodes, 0.0)
    ties = nx.to_scipy_sparse_array(graph, nodelist=nodes, weight="weight", dtype=float, format="csr")
    hubs = np.full(len(nodes), 1 / len(nodes))
    for _ in range(10_000):
        authorities = ties.T @ hubs
        found = ties @ (authorities / authorities.sum())
        found /= found.sum()
        change = float(np.abs(found - hubs).sum())
        hubs = found
        if change < 1e-12:
            break
    authorities = ties.T @ hubs
    authorities /= authorities.sum()
    return (
        {node: float(hubs[place]) for place, node in enumerate(nodes)},
        {node: float(authorities[place]) for place, node in enumerate(nodes)},
    )


def closeness(graph: nx.Graph) -> Scores:
    """Return the current-flow (information) closeness of each node: near to others by all paths at once, not the shortest only.

    Ties are conductances: the more often two met, the nearer. In a component of n of the graph's N nodes it is 1 over the sum of
    effective resistances to the others, as in networkx, times (n - 1) / (N - 1); a node alone has 0.

    Raises:
        SettingsError: A component has more than CLOSENESS_UP_TO nodes.

    References:
        K. Stephenson, M. Zelen, "Rethinking centrality: methods and examples", Social Networks 11 (1989), 1-37.
        U. Brandes, D. Fleischer, "Centrality measures based on current flow", STACS 2005, LNCS 3404, 533-544.
        S. Wasserman, K. Faust, "Social Network Analysis" (1994), p. 201, for several components.
    """
    scores: Scores = dict.fromkeys(graph, 0.0)
    for part in nx.connected_components(graph):
        count = len(part)
        if count < 2:
            continue
        if count > CLOSENESS_UP_TO:
            raise SettingsError(
                f"closeness: {count:,} nodes hang together, {CLOSENESS_UP_TO:,} can be measured; narrow the selection by "
                "dates, labels or confidence"
            )
        nodes = [node for node in graph if node in part]
        laplacian = nx.laplacian_matrix(graph, nodelist=nodes, weight="weight").toarray().astype(float)
        inverse = np.linalg.inv(laplacian + 1 / count) - 1 / count
        diagonal = np.diag(inverse)
        resistance = count * diagonal + diagonal.sum()
        share = (count - 1) / (len(graph) - 1)
        scores |= {node: float(share / resistance[place]) for place, node in enumerate(nodes)}
    return scores
