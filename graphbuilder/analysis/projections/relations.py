"""Who acted towards whom: directed, by quad class, and the signed network of friends and foes that follows from it."""

from collections.abc import Iterator, Mapping

import networkx as nx

from graphbuilder.analysis.participations import Happening, Participations
from graphbuilder.analysis.projections.edges import Pair, add_entities, add_ties
from graphbuilder.errors import SettingsError
from graphbuilder.ontology import QUADS

ACTING_ROLES = ("actor", "speaker", "traveller")
RECEIVING_ROLES = ("recipient", "addressee", "host")
SHARING_ROLES = ("participant", "companion")
"""Roles of those who act together rather than one on the other; PLOVER's CONSULT has no direction."""

COUNTS = {quad: quad.replace(" ", "_") for quad in QUADS}
"""The attribute of an edge that counts the events of each quad class."""


def directed_pairs(roles: Mapping[str, tuple[str, ...]], *, mutual: bool = False) -> Iterator[Pair]:
    """Yield who acted towards whom in one event, given its participants by role.

    Whoever acts is directed at whoever receives. With `mutual`, participants who act together are directed at each other too.
    """
    acting = sorted({who for role in ACTING_ROLES for who in roles.get(role, ())})
    receiving = sorted({who for role in RECEIVING_ROLES for who in roles.get(role, ())})
    pairs = {(one, other) for one in acting for other in receiving if one != other}
    if mutual:
        sharing = sorted({who for role in SHARING_ROLES for who in roles.get(role, ())})
        pairs |= {(one, other) for one in sharing for other in sharing if one != other}
        pairs |= {pair for one in acting for other in sharing if one != other for pair in ((one, other), (other, one))}
    yield from sorted(pairs)


def project_relations(
    participations: Participations, *, quads: tuple[str, ...] | None = None, mutual: bool = False
) -> nx.DiGraph:
    """Return who acted towards whom.

    Args:
        participations: What counts, already selected.
        quads: Only events of these quad classes (QUADS of the ontology); None for all, also those without a class.
        mutual: Count meetings and other joint acts too, in both directions.

    Returns:
        A directed graph. Edges carry `weight` (the number of events), `events`, `labels`, `first`, `last`, `intensity` (the sum
        of the events' PLOVER scores, each -10 to 10), and the number of events of each quad class: `verbal_cooperation`,
        `material_cooperation`, `verbal_conflict`, `material_conflict`.

    Raises:
        SettingsError: There is no such quad class.

    References:
        J. S. Goldstein, "A conflict-cooperation scale for WEIS events data", Journal of Conflict Resolution 36 (1992),
        369-385. PLOVER codebook (Open Event Data Alliance), for the quad classes.
    """
    for quad in quads or ():
        if quad not in QUADS:
            raise SettingsError(f"there is no quad class {quad!r}; choose from {', '.join(QUADS)}")
    directed: dict[Pair, list[str]] = {}
    for event_id, roles in participations.by_role().items():
        if quads is not None and participations.events[event_id].quad not in quads:
            continue
        for pair in directed_pairs(roles, mutual=mutual):
            directed.setdefault(pair, []).append(event_id)
    graph = nx.DiGraph()
    add_entities(graph, participations.entities.values())
    add_ties(graph, participations, directed)
    add_scores(graph, participations.events)
    return graph


def add_scores(graph: nx.Graph, events: Mapping[str, Happening]) -> None:
    """Add `intensity` and the counts of quad classes to every edge."""
    for _, _, edge in graph.edges(data=True):
        found = [events[event] for event in edge["events"]]
        edge["intensity"] = round(sum(event.intensity or 0.0 for event in found), 6)
        for quad, name in COUNTS.items():
            edge[name] = sum(event.quad == quad for event in found)


def project_signed(participations: Participations) -> nx.Graph:
    """Return who stands well or ill with whom: the sum of the scores of all that two did with or to each other.

    Returns:
        An undirected graph. Edges carry `sign` (1 or -1), `intensity` (the sum), `weight` (the number of events), `events`,
        `labels`, `first` and `last`. Two whose scores add up to 0 are not tied.
    """
    between: dict[Pair, set[str]] = {}
    for event_id, roles in participations.by_role().items():
        if participations.events[event_id].intensity:
            for one, other in directed_pairs(roles, mutual=True):
                between.setdefault((min(one, other), max(one, other)), set()).add(event_id)
    sums = {
        pair: sum(participations.events[event].intensity or 0.0 for event in sorted(between[pair])) for pair in between
    }
    graph = nx.Graph()
    add_entities(graph, participations.entities.values())
    add_ties(graph, participations, {pair: events for pair, events in between.items() if abs(sums[pair]) > 1e-9})
    for one, other, edge in graph.edges(data=True):
        total = sums[min(one, other), max(one, other)]
        edge["intensity"] = round(total, 6)
        edge["sign"] = 1 if total > 0 else -1
    return graph
