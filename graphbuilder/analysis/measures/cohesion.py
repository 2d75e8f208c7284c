"""What holds a network together: cores, and the nodes and ties without which it falls apart."""

import networkx as nx

from graphbuilder.analysis.measures.paths import Scores


def cores(graph: nx.Graph) -> Scores:
    """Return the core number of each node: the largest k for which it is in a group where each has k partners inside.

    References:
        S. B. Seidman, "Network structure and minimum degree", Social Networks 5 (1983), 269-287.
        V. Batagelj, M. Zaversnik, "An O(m) algorithm for cores decomposition of networks" (2003), arXiv:cs/0310049.
    """
    simple = nx.Graph(graph)
    simple.remove_edges_from(list(nx.selfloop_edges(simple)))
    return {node: float(core) for node, core in nx.core_number(simple).items()}


def cutpoints(graph: nx.Graph) -> dict[str, int]:
    """Return the nodes whose loss would cut others off from each other, with the number of parts their circle would fall into.

    References:
        J. Hopcroft, R. Tarjan, "Efficient algorithms for graph manipulation", Communications of the ACM 16 (1973), 372-378.
    """
    parts = dict.fromkeys(nx.articulation_points(graph), 0)
    for block in nx.biconnected_components(graph):
        for node in block:
            if node in parts:
                parts[node] += 1
    return {node: parts[node] for node in graph if node in parts}


def bridges(graph: nx.Graph) -> list[tuple[str, str, int]]:
    """Return the ties whose loss would cut a component in two, with the size of the smaller side, largest first.

    References:
        R. E. Tarjan, "A note on finding the bridges of a graph", Information Processing Letters 2 (1974), 160-161.
    """
    found = [(min(u, v), max(u, v)) for u, v in nx.bridges(graph)]
    if not found:
        return []
    # the components left without any bridge form a tree, on which sizes are sums of subtrees
    rest = nx.Graph(graph.edges)
    rest.add_nodes_from(graph)
    rest.remove_edges_from(found)
    home = {node: place for place, part in enumerate(nx.connected_components(rest)) for node in part}
    sizes: dict[int, int] = {}
    for part in home.values():
        sizes[part] = sizes.get(part, 0) + 1
    tree = nx.Graph((home[u], home[v]) for u, v in found)
    below: dict[tuple[int, int], int] = {}
    for component in list(nx.connected_components(tree)):
        root = min(component)
        whole = sum(sizes[part] for part in component)
        totals = {part: sizes[part] for part in component}
        for parent, child in reversed(list(nx.dfs_edges(tree, root))):
            totals[parent] += totals[child]
            smaller = min(totals[child], whole - totals[child])
            below[parent, child] = below[child, parent] = smaller
    return sorted(((u, v, below[home[u], home[v]]) for u, v in found), key=lambda item: (-item[2], item[0], item[1]))
