"""What every projection gives its nodes and edges: names, and the events an edge rests on with their labels and days."""

from collections.abc import Iterable, Mapping
from datetime import date

import networkx as nx

from graphbuilder.analysis.participations import Happening, Participant, Participations

Pair = tuple[str, str]
"""Two ids; in the order of the ids where the graph has no direction."""


def add_entities(graph: nx.Graph, entities: Iterable[Participant]) -> None:
    """Add nodes that carry `name` and `type`, in the order of their ids."""
    for entity in sorted(entities, key=lambda one: one.id):
        graph.add_node(entity.id, name=entity.name, type=entity.type)


def add_ties(
    graph: nx.Graph,
    participations: Participations,
    ties: Mapping[Pair, Iterable[str]],
    weights: Mapping[Pair, float] | None = None,
) -> None:
    """Add an edge for each of `ties`, in the order of their ends; a tie without a weight weighs the number of its events."""
    for pair in sorted(ties):
        events = tuple(sorted(set(ties[pair])))
        found = [participations.events[event] for event in events]
        first, last = days_of(found)
        graph.add_edge(
            *pair,
            weight=weights[pair] if weights is not None else len(events),
            events=events,
            labels=tuple(sorted({event.label for event in found})),
            first=first,
            last=last,
        )


def days_of(events: Iterable[Happening]) -> tuple[date | None, date | None]:
    """Return the first and the last possible day of some events, None where no day is known."""
    known = [event for event in events if event.first and event.last]
    if not known:
        return None, None
    return (
        min(event.first for event in known if event.first),
        max(event.last for event in known if event.last),
    )


def latest_day(events: Iterable[Happening]) -> date | None:
    """Return the latest first possible day: "some time in 2031" does not mean that the year is over."""
    return max((event.first for event in events if event.first), default=None)
