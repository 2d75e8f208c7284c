"""Country dyads: what one country, its people and its organisations did to another, or with it."""

from itertools import combinations

import msgspec
import networkx as nx

from graphbuilder.analysis.participations import Part, Participations
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


def as_countries(participations: Participations) -> Participations:
    """Return the same events with countries for participants; who belongs to none is left out."""
    homes = {entity: participations.countries_of(entity) for entity in participations.entities}
    parts = {
        Part(event=part.event, entity=country, role=part.role, confidence=part.confidence)
        for part in participations.parts
        for country in homes[part.entity]
    }
    taking_part = {part.entity for part in parts}
    countries = {key: place for key, place in participations.places.items() if key in taking_part}
    return msgspec.structs.replace(participations, entities=countries, parts=tuple(sorted(parts)))


def country_pairs(participations: Participations) -> dict[Pair, tuple[str, ...]]:
    """Return the events that two countries share, in whatever role, by the pair in order."""
    found: dict[Pair, list[str]] = {}
    for event, countries in as_countries(participations).cast().items():
        for pair in combinations(countries, 2):
            found.setdefault(pair, []).append(event)
    return {pair: tuple(found[pair]) for pair in sorted(found)}
