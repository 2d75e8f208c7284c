"""Country dyads: what one country, its people and its organisations did to another."""

import networkx as nx

from graphbuilder.analysis.participations import Participations
from graphbuilder.analysis.projections.edges import Pair, add_entities, add_ties
from graphbuilder.analysis.projections.relations import add_scores, directed_pairs


def project_countries(participations: Participations, *, mutual: bool = True) -> nx.DiGraph:
    """Return which country acted towards which.

    Everyone stands for the countries they belong to (`Participations.countries_of`). An event counts once for a dyad,
    however many of each side took part. With `mutual`, joint acts count in both directions, as in dyadic event data.

    Returns:
        A directed graph of countries; edges as in `project_relations`.
    """
    homes = {entity: participations.countries_of(entity) for entity in participations.entities}
    directed: dict[Pair, list[str]] = {}
    for event_id, roles in participations.by_role().items():
        pairs = {
            (home, away)
            for one, other in directed_pairs(roles, mutual=mutual)
            for home in homes[one]
            for away in homes[other]
            if home != away
        }
        for pair in pairs:
            directed.setdefault(pair, []).append(event_id)
    graph = nx.DiGraph()
    countries = {country for found in homes.values() for country in found}
    add_entities(graph, (participations.places[country] for country in sorted(countries)))
    add_ties(graph, participations, directed)
    add_scores(graph, participations.events)
    return graph
