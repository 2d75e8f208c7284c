"""Which library computes what: networkx is the reference, networkit takes over where a graph is large.

networkit is imported when it is needed, and used with one thread and a seed wherever it draws at random, so that the same
graph gives the same result on every run and every machine.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal

import networkx as nx

if TYPE_CHECKING:
    import networkit

Engine = Literal["networkx", "networkit"]
ENGINES: tuple[Engine, ...] = ("networkx", "networkit")

LARGE = 1_000
"""Nodes from which networkit takes over."""


def choose_engine(graph: nx.Graph, asked: Engine | None = None) -> Engine:
    """Return the engine asked for, or the one for a graph of this size."""
    if asked is not None:
        return asked
    return "networkit" if len(graph) > LARGE else "networkx"


def to_networkit(graph: nx.Graph, weight: str | None = None) -> tuple["networkit.Graph", list[str]]:
    """Return an undirected graph in networkit's form and the nodes its numbers stand for, in the order of `graph`."""
    library = _networkit()
    nodes = list(graph)
    number = {node: place for place, node in enumerate(nodes)}
    ends = sorted((*sorted((number[u], number[v])), value) for u, v, value in graph.edges(data=weight, default=1.0))
    converted = library.Graph(len(nodes), weighted=weight is not None)
    for one, other, value in ends:
        if weight is None:
            converted.addEdge(one, other)
        else:
            converted.addEdge(one, other, float(value))
    return converted, nodes


@contextmanager
def steadily(seed: int) -> Iterator[Any]:
    """Give networkit, with one thread and a seed of its own; the number of threads is put back afterwards."""
    library = _networkit()
    threads = library.getMaxNumberOfThreads()
    library.setNumberOfThreads(1)
    library.setSeed(seed, False)  # noqa: FBT003 - networkit's own signature
    try:
        yield library
    finally:
        library.setNumberOfThreads(threads)


def _networkit() -> Any:
    import networkit  # noqa: PLC0415 - loads its drawing libraries too, which takes seconds

    return networkit
