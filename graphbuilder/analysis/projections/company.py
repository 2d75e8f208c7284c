"""Who took part in what, and who with whom: the bipartite graph of entities and events, and its projection on entities."""

from collections.abc import Callable
from datetime import date
from itertools import combinations

import networkx as nx

from graphbuilder.analysis.participations import Happening, Participations
from graphbuilder.analysis.projections.edges import Pair, add_entities, add_ties, latest_day
from graphbuilder.errors import SettingsError

Weighing = Callable[[Happening, int, float | None], float]
"""What one shared event adds to the tie of each two of its participants, given how many they are (two or more) and its age.

The age is in half-lives before the last day of the graph, None for an event without a date."""

HALF_LIFE_DAYS = 180.0
"""After so many days an event weighs half, with the weight `recency`."""

WEIGHTS: dict[str, Weighing] = {
    "events": lambda _event, _size, _age: 1,
    "newman": lambda _event, size, _age: 1 / (size - 1),
    "confidence": lambda event, _size, _age: event.confidence,
    "recency": lambda _event, _size, age: 0.0 if age is None else 0.5**age,
}
"""How ties are weighed.

`events` counts shared events. `newman` gives every event one tie's worth for each participant, so that a summit of
twenty does not outweigh twenty bilateral meetings (Newman 2001). `confidence` counts each event by how sure its reading
is. `recency` halves an event every HALF_LIFE_DAYS before the latest day that an event begins; one without a date weighs
nothing (exponential ageing as in Burt 2000).

References:
    M. E. J. Newman, "Scientific collaboration networks. II. Shortest paths, weighted networks, and centrality",
    Physical Review E 64, 016132 (2001), equation 2.
    R. S. Burt, "Decay functions", Social Networks 22 (2000), 1-28.
"""


def project_bipartite(participations: Participations) -> nx.Graph:
    """Return the graph of participants and events.

    Nodes carry `name`, `type` and `bipartite` (0 for an entity, 1 for an event), events also `status`; edges carry
    `roles`, the sorted roles of that entity in that event, and what every projection's do. Events nobody took part in are
    nodes without edges.
    """
    graph = nx.Graph()
    add_entities(graph, participations.entities.values())
    nx.set_node_attributes(graph, 0, "bipartite")
    for event in participations.events.values():
        graph.add_node(event.id, name=event.name, type=event.label, status=event.status, bipartite=1)
    roles: dict[Pair, set[str]] = {}
    for part in participations.parts:
        roles.setdefault((part.entity, part.event), set()).add(part.role)
    add_ties(graph, participations, {pair: (pair[1],) for pair in roles})
    for pair, found in roles.items():
        graph.edges[pair]["roles"] = tuple(sorted(found))
    return graph


def project_coparticipation(
    participations: Participations,
    *,
    weight: str = "events",
    half_life: float = HALF_LIFE_DAYS,
    as_of: date | None = None,
) -> nx.Graph:
    """Return the graph of entities that took part in the same events.

    Args:
        participations: What counts, already selected.
        weight: A name in WEIGHTS.
        half_life: Days, for the weight `recency`.
        as_of: The day from which ages count; the latest first possible day of the events by default.

    Returns:
        An undirected graph. Nodes are entities and carry `name` and `type`; an entity that shared no event is a node
        without edges. Edges carry `weight` (positive), `events`, `labels`, `first` and `last`.

    Raises:
        SettingsError: There is no such weight.
    """
    if weight not in WEIGHTS:
        raise SettingsError(f"there is no weight {weight!r}; choose from {', '.join(WEIGHTS)}")
    weigh = WEIGHTS[weight]
    today = as_of or latest_day(participations.events.values())
    shared: dict[Pair, list[str]] = {}
    weights: dict[Pair, float] = {}
    for event_id, members in participations.cast().items():
        if len(members) < 2:
            continue
        event = participations.events[event_id]
        age = max((today - event.last).days, 0) / half_life if today and event.last else None
        added = weigh(event, len(members), age)
        if added <= 0:
            continue  # an event of no confidence at all ties nobody
        for pair in combinations(members, 2):
            shared.setdefault(pair, []).append(event_id)
            weights[pair] = weights.get(pair, 0) + added
    graph = nx.Graph()
    add_entities(graph, participations.entities.values())
    add_ties(graph, participations, shared, weights)
    return graph
