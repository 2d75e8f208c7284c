"""The travel network: who went where."""

import networkx as nx

from graphbuilder.analysis.participations import Happening, Participations
from graphbuilder.analysis.projections.edges import Pair, add_entities, add_ties
from graphbuilder.errors import SettingsError

TRAVELLING_ROLES = ("traveller", "companion")
LEVELS = ("place", "country")


def destinations_of(event: Happening) -> tuple[str, ...]:
    """Return where an event led to: its destinations or, where none is said, where a trip took place."""
    return event.destinations or (event.located if event.label == "Trip" else ())


def project_travel(participations: Participations, *, level: str = "place") -> nx.DiGraph:
    """Return who went where.

    Args:
        participations: What counts, already selected.
        level: "place" for the places as they were named, "country" for the countries they lie in.

    Returns:
        A directed graph from travellers and their companions to places. Nodes carry `name`, `type` and `bipartite` (0 for a
        traveller, 1 for a place); a country that travels and is travelled to is one node, with 1. Edges carry `weight` (the
        number of trips), `events`, `labels`, `first` and `last`.

    Raises:
        SettingsError: There is no such level.
    """
    if level not in LEVELS:
        raise SettingsError(f"there is no level {level!r}; choose from {', '.join(LEVELS)}")
    trips: dict[Pair, list[str]] = {}
    for event_id, roles in participations.by_role().items():
        places = destinations_of(participations.events[event_id])
        if level == "country":
            places = tuple(sorted({country for place in places for country in participations.countries_of(place)}))
        for role in TRAVELLING_ROLES:
            for who in roles.get(role, ()):
                for place in places:
                    if who != place:
                        trips.setdefault((who, place), []).append(event_id)
    graph = nx.DiGraph()
    add_entities(graph, (participations.entities[who] for who in sorted({who for who, _ in trips})))
    nx.set_node_attributes(graph, 0, "bipartite")
    visited = sorted({place for _, place in trips})
    add_entities(graph, (participations.places[place] for place in visited))
    nx.set_node_attributes(graph, dict.fromkeys(visited, 1), "bipartite")
    add_ties(graph, participations, trips)
    return graph
