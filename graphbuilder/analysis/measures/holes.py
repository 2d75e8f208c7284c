"""Structural holes: how far those around a node are tied to each other, by Burt's constraint and effective size."""

import networkx as nx
import numpy as np
from scipy import sparse

from graphbuilder.analysis.measures.paths import Scores

_ROWS = 512
"""Rows of a matrix product kept at once: what a hub's neighbours share fills in."""


def constraint(graph: nx.Graph) -> Scores:
    """Return Burt's constraint of each node: low for who bridges holes, high for who is surrounded by one circle.

    Node i spends the share p_ij of its ties on j; the constraint is the sum over its neighbours j of
    (p_ij + sum over q of p_iq p_qj) squared. A node without a tie has none, so it is left out.

    References:
        R. S. Burt, "Structural Holes" (1992), chapter 2; "Structural holes and good ideas", American Journal of Sociology
        110 (2004), 349-399.
    """
    nodes, ties, shares = _shares(graph)
    scores = np.zeros(len(nodes))
    for start in range(0, len(nodes), _ROWS):
        rows = slice(start, start + _ROWS)
        indirect = (shares[rows] @ shares).multiply(ties[rows] > 0)
        spent = (shares[rows] + indirect).tocsr()
        scores[rows] = _row_sums(spent.multiply(spent))
    return {node: float(scores[place]) for place, node in enumerate(nodes) if graph.degree(node)}


def effective_size(graph: nx.Graph) -> Scores:
    """Return Burt's effective size of each node's network: its partners, less how far they are redundant.

    A partner j is redundant as far as i's ties lead to those j is strongly tied to: the sum over q of p_iq m_jq, where m_jq
    is j's tie to q as a share of j's strongest. A node without a tie is left out.

    References:
        R. S. Burt, "Structural Holes" (1992), equation 2.2.
    """
    nodes, ties, shares = _shares(graph)
    present = (ties > 0).astype(float)
    strongest = np.array([row.max() if row.nnz else 1.0 for row in ties])
    relative = (sparse.diags_array(1 / strongest) @ ties).tocsr()
    scores = np.zeros(len(nodes))
    for start in range(0, len(nodes), _ROWS):
        rows = slice(start, start + _ROWS)
        redundant = shares[rows].multiply(present[rows] @ relative)
        scores[rows] = _row_sums(present[rows]) - _row_sums(redundant)
    return {node: float(scores[place]) for place, node in enumerate(nodes) if graph.degree(node)}


def _shares(graph: nx.Graph) -> tuple[list[str], sparse.csr_array, sparse.csr_array]:
    """Return the nodes, their ties and each tie as a share of all its node has."""
    nodes = list(graph)
    if not nodes:
        return nodes, sparse.csr_array((0, 0)), sparse.csr_array((0, 0))
    ties = sparse.csr_array(nx.to_scipy_sparse_array(graph, nodelist=nodes, weight="weight", dtype=float))
    totals = _row_sums(ties)
    totals[totals == 0] = 1
    return nodes, ties, (sparse.diags_array(1 / totals) @ ties).tocsr()


def _row_sums(matrix: sparse.csr_array) -> np.ndarray:
    return np.asarray(matrix.sum(axis=1), dtype=float).ravel()
