"""Participations -> networkx graphs, for the other modules of this room and for notebooks. It measures nothing.

Nodes come in the order of their ids and edges in the order of their ends, so that the same graph gives the same result
of every algorithm, on every run.
"""

from collections.abc import Callable
from itertools import combinations

import networkx as nx

from graphbuilder.analysis.participations import Happening, Participations
from graphbuilder.errors import SettingsError

Weighing = Callable[[Happening, int], float]
"""What one shared event adds to the tie of each two of its participants, given how many they are (two or more)."""

WEIGHTS: dict[str, Weighing] = {
    "events": lambda _event, _size: 1,
    "newman": lambda _event, size: 1 / (size - 1),
    "confidence": lambda event, _size: event.confidence,
}
"""How ties are weighed.

`events` counts shared events. `newman` gives every event one tie's worth for each participant, so that a summit of
twenty does not outweigh twenty bilateral meetings (Newman 2001). `confidence` counts each event by how sure its reading
is.

References:
    M. E. J. Newman, "Scientific collaboration networks. II. Shortest paths, weighted networks, and centrality",
    Physical Review E 64, 016132 (2001), equation 2.
"""


def project_bipartite(participations: Participations) -> nx.Graph:
    """Return the graph of participants and events.

    Nodes carry `name`, `type` and `bipartite` (0 for an entity, 1 for an event), events also `status`; edges carry
    `roles`, the sorted roles of that entity in that event. Events nobody took part in are nodes without edges.
    """
    graph = nx.Graph()
    for entity in participations.entities.values():
        graph.add_node(entity.id, name=entity.name, type=entity.type, bipartite=0)
    for event in participations.events.values():
        graph.add_node(event.id, name=event.name, type=event.label, status=event.status, bipartite=1)
    roles: dict[tuple[str, str], set[str]] = {}
    for part in participations.parts:
        roles.setdefault((part.entity, part.event), set()).add(part.role)
    for ends in sorted(roles):
        graph.add_edge(*ends, roles=tuple(sorted(roles[ends])))
    return graph


def project_coparticipation(participations: Participations, *, weight: str = "events") -> nx.Graph:
    """Return the graph of entities that took part in the same events.

    Args:
        participations: What counts, already selected.
        weight: A name in WEIGHTS.

    Returns:
        An undirected graph. Nodes are entities and carry `name` and `type`; an entity that shared no event is a node
        without edges. Edges carry `weight` (positive) and `events`, the sorted ids of the shared events.

    Raises:
        SettingsError: There is no such weight.
    """
    if weight not in WEIGHTS:
        raise SettingsError(f"there is no weight {weight!r}; choose from {', '.join(WEIGHTS)}")
    weigh = WEIGHTS[weight]
    shared: dict[tuple[str, str], list[str]] = {}
    weights: dict[tuple[str, str], float] = {}
    for event_id, members in participations.cast().items():
        if len(members) < 2:
            continue
        added = weigh(participations.events[event_id], len(members))
        if added <= 0:
            continue  # an event of no confidence at all ties nobody
        for pair in combinations(members, 2):
            shared.setdefault(pair, []).append(event_id)
            weights[pair] = weights.get(pair, 0) + added
    graph = nx.Graph()
    for entity in participations.entities.values():
        graph.add_node(entity.id, name=entity.name, type=entity.type)
    for pair in sorted(shared):
        graph.add_edge(*pair, weight=weights[pair], events=tuple(shared[pair]))
    return graph
