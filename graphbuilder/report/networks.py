"""The networks that the report draws: people, countries, everybody; each as dots with a place and ties with their events."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations

import msgspec

from graphbuilder.analysis.catalogue import ANALYSES
from graphbuilder.analysis.measures.camps import Blocs
from graphbuilder.analysis.naming import is_named
from graphbuilder.analysis.participations import Participations
from graphbuilder.analysis.projections.countries import as_countries
from graphbuilder.analysis.selection import Selection, select
from graphbuilder.analysis.view import Options, View
from graphbuilder.records.base import Record
from graphbuilder.report.layout import place

MOST_DOTS = 120
"""A picture with more is not read; the table of actors holds them."""

_DIGITS = 4


class Dot(Record, frozen=True):
    """An entity in a picture: a place in the unit square and the number of its circle."""

    entity: str
    x: float
    y: float
    circle: int


class Tie(Record, frozen=True):
    """Two dots by their places in the list, and the events they share whatever became of them."""

    one: int
    other: int
    events: tuple[str, ...]


class Picture(Record, frozen=True):
    """A network as it is drawn; `left` counts those that found no room."""

    dots: tuple[Dot, ...] = ()
    ties: tuple[Tie, ...] = ()
    left: int = 0


def draw_networks(participations: Participations, blocs: Blocs) -> dict[str, Picture]:
    """Return the three pictures by the name the page knows them by; countries have the colours of their blocs."""
    states = as_countries(participations)
    return {
        "people": draw(participations, ("Person",)),
        "states": draw(states, ("Country",), blocs.members),
        "all": draw(participations, ("Person", "Organization", "Country", "Group")),
    }


def draw(
    participations: Participations, kinds: tuple[str, ...], circles: tuple[tuple[str, ...], ...] | None = None
) -> Picture:
    """Return the picture of entities of some kinds that have a name and a tie, the strongest MOST_DOTS of them.

    Ties hold events of every status, since the page filters; circles are the communities of what did happen where none
    are given.
    """
    shared = shared_events(named(select(participations, Selection(statuses=None, kinds=kinds))))
    strength: Counter[str] = Counter()
    for pair, events in shared.items():
        strength.update(dict.fromkeys(pair, len(events)))
    kept = sorted(strength, key=lambda node: (-strength[node], node))[:MOST_DOTS]
    happened = View(named(participations), Options(selection=Selection(kinds=kinds), weight="newman"))
    found = happened.communities.members if circles is None else circles
    circle = {node: number for number, members in enumerate(found) for node in members}
    number = {node: position for position, node in enumerate(kept)}
    ties = [
        Tie(one=number[one], other=number[other], events=events)
        for (one, other), events in shared.items()
        if one in number and other in number
    ]
    groups = [circle.get(node, len(circle) + position) for position, node in enumerate(kept)]
    spots = place(len(kept), [(tie.one, tie.other, float(len(tie.events))) for tie in ties], groups)
    dots = [
        Dot(entity=node, x=x, y=y, circle=circle.get(node, 8))
        for node, (x, y) in zip(kept, spots, strict=True)
    ]  # fmt: skip
    return Picture(dots=tuple(dots), ties=tuple(ties), left=len(strength) - len(kept))


def named(participations: Participations) -> Participations:
    """Return what is left when those without a name of their own are."""
    keep = {key for key, entity in participations.entities.items() if is_named(entity.name)}
    return msgspec.structs.replace(
        participations,
        entities={key: entity for key, entity in participations.entities.items() if key in keep},
        parts=tuple(part for part in participations.parts if part.entity in keep),
    )


def shared_events(participations: Participations) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the events that two entities share, in whatever role, by the pair in order."""
    found: dict[tuple[str, str], list[str]] = {}
    for event, members in participations.cast().items():
        for pair in combinations(members, 2):
            found.setdefault(pair, []).append(event)
    return {pair: tuple(found[pair]) for pair in sorted(found)}


def score(participations: Participations) -> Mapping[str, tuple[float, float]]:
    """Return betweenness and PageRank of each named person on the ties of what happened."""
    view = View(named(participations), Options(selection=Selection(kinds=("Person",)), limit=None))
    between, ranks = (
        {str(row["id"]): round(float(row[name] or 0), _DIGITS) for row in ANALYSES[name].run(view).to_rows()}
        for name in ("betweenness", "pagerank")
    )
    return {key: (between[key], ranks[key]) for key in sorted(between)}


def named_entities(participations: Participations) -> Iterable[str]:
    """Return the ids of those with a name of their own, in order."""
    return (key for key, entity in participations.entities.items() if is_named(entity.name))
