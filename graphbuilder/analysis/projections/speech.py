"""The statement network: who speaks of whom."""

import networkx as nx

from graphbuilder.analysis.participations import Participations
from graphbuilder.analysis.projections.edges import Pair, add_entities, add_ties
from graphbuilder.analysis.projections.relations import add_scores

SPOKEN_LABELS = ("Statement", "Promise", "Support", "Request", "Accusation", "Rejection", "Threat")
"""Events that are said rather than done."""


def project_statements(participations: Participations) -> nx.DiGraph:
    """Return who speaks of whom.

    Whoever says something is directed at whom it is aimed at (recipients) and at those who take part in the event that is its
    content, whether or not that event happened. Whom it is merely said to (addressees) does not count.

    Returns:
        A directed graph; edges as in `project_relations`.
    """
    spoken: dict[Pair, list[str]] = {}
    for event_id, roles in participations.by_role().items():
        event = participations.events[event_id]
        if event.label not in SPOKEN_LABELS:
            continue
        speakers = {*roles.get("speaker", ()), *roles.get("actor", ())}
        meant = {*roles.get("recipient", ()), *event.spoken_of}
        for speaker in speakers:
            for other in meant - {speaker}:
                spoken.setdefault((speaker, other), []).append(event_id)
    graph = nx.DiGraph()
    ends = {end for pair in spoken for end in pair}
    known = {**participations.everyone, **participations.entities}
    add_entities(graph, (known[end] for end in sorted(ends)))
    add_ties(graph, participations, spoken)
    add_scores(graph, participations.events)
    return graph
