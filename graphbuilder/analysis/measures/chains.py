"""Around one, and from one to another: ego networks, the shortest chains of meetings, and chains in the order of time."""

from datetime import date
from itertools import islice, pairwise

import networkx as nx

from graphbuilder.analysis.participations import Participations
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


class Step(Record, frozen=True):
    """One step of a chain in time: `one` and `other` took part in `event`."""

    one: str
    other: str
    event: str


def timed_chain(participations: Participations, start: str, end: str) -> tuple[Step, ...]:
    """Return the fewest events by which word can pass from one to the other; none where time does not allow it.

    Each event begins no earlier than the one before is surely over, so that what was said in one can be repeated in the next;
    two on one day may follow each other. Of several such chains it is one that arrives first. Events without a date have no
    place in it. The way back is another.

    References:
        B.-M. Bui-Xuan, A. Ferreira, A. Jarry, "Computing shortest, fastest, and foremost journeys in dynamic networks",
        International Journal of Foundations of Computer Science 14 (2003), 267-285. P. Holme, J. Saramäki, "Temporal networks",
        Physics Reports 519 (2012), 97-125.
    """
    dated = [
        (event.first, event.last, key, members)
        for key, members in participations.cast().items()
        for event in (participations.events[key],)
        if event.first and event.last and len(members) > 1
    ]
    dated.sort()
    arrivals = [{start: date.min}]
    came: list[dict[str, Step]] = [{}]
    while end not in arrivals[-1]:
        before, arrived = arrivals[-1], dict(arrivals[-1])
        steps: dict[str, Step] = {}
        for first, last, key, members in dated:
            teller = min((who for who in members if who in before), key=lambda who: (before[who], who), default=None)
            if teller is None or before[teller] > first:
                continue
            for other in members:
                if other not in arrived or last < arrived[other]:
                    arrived[other] = last
                    steps[other] = Step(one=teller, other=other, event=key)
        if not steps:
            return ()
        arrivals.append(arrived)
        came.append(steps)
    chain: list[Step] = []
    here = end
    for steps in reversed(came):
        if here in steps:
            chain.append(steps[here])
            here = steps[here].one
    return tuple(reversed(chain))


def _weakest(graph: nx.Graph, chain: tuple[str, ...]) -> float:
    return min((graph.edges[pair]["weight"] for pair in pairwise(chain)), default=0.0)
