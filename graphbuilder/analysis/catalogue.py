"""The analyses by name: a stream of elements in, one table out for each name asked for.

The graph is read once however many analyses are asked for. Measures are computed elsewhere in this room; here they are
ranked, rounded and laid out.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import msgspec
import networkx as nx

from graphbuilder.analysis.communities import find_communities
from graphbuilder.analysis.measures import (
    DISTANCES,
    Distance,
    Scores,
    betweenness,
    degree,
    pagerank,
    sampled_sources,
    strength,
)
from graphbuilder.analysis.participations import STATUSES, Happening, Participations
from graphbuilder.analysis.projections import WEIGHTS, project_coparticipation
from graphbuilder.analysis.reading import read_participations
from graphbuilder.analysis.selection import Selection, select
from graphbuilder.analysis.tables import Cell, Table
from graphbuilder.errors import SettingsError
from graphbuilder.graph.elements import Element
from graphbuilder.ontology import EVENT_LABELS
from graphbuilder.records.base import Record

MEETING_LABELS = ("Meeting", "Negotiation", "Summit")
"""Events that bring people together in one room; a phone call or a trip alone does not."""

_TOP_MEMBERS = 5
_DIGITS = 6
_NOTHING = "No event matches."


class Options(Record, frozen=True):
    """What counts and how it is measured.

    `limit` keeps that many rows of each table (None keeps all). The other fields are explained where they are used:
    `selection` in `participations`, `weight` in `projection`, `distance`, `pivots` and `seed` in `measures`,
    `resolution` in `communities`.
    """

    selection: Selection = Selection()
    weight: str = "events"
    distance: Distance = "unweighted"
    pivots: int | None = None
    resolution: float = 1.0
    seed: int = 0
    limit: int | None = 20


@dataclass(frozen=True)
class View:
    """What an analysis looks at: all that was read, what the options select of it, and its graph."""

    everything: Participations
    options: Options

    @cached_property
    def selected(self) -> Participations:
        """What the selection keeps."""
        return select(self.everything, self.options.selection)

    @cached_property
    def graph(self) -> nx.Graph:
        """The co-participation graph of what the selection keeps."""
        return project_coparticipation(self.selected, weight=self.options.weight)


def participation(view: View) -> Table:
    """Rank entities by the events they took part in, with their roles and their first and last day."""
    events: dict[str, set[str]] = {}
    roles: dict[str, Counter[str]] = {}
    for part in view.selected.parts:
        events.setdefault(part.entity, set()).add(part.event)
        roles.setdefault(part.entity, Counter())[part.role] += 1
    rows: list[tuple[Cell, ...]] = []
    for key, entity in view.selected.entities.items():
        first, last = _days(view.selected.events[event] for event in events[key])
        said = ", ".join(f"{role} {n}" for role, n in sorted(roles[key].items(), key=lambda item: (-item[1], item[0])))
        rows.append((entity.name, entity.type, len(events[key]), said, first, last, key))
    rows.sort(key=lambda row: (-int(row[2] or 0), str(row[0]), str(row[-1])))
    note = f"{len(rows)} took part in {len(view.selected.cast())} events."
    columns = ("name", "type", "events", "roles", "first", "last", "id")
    return _table(view, rows, name="participation", title="Who took part most", columns=columns, note=note)


def ties(view: View) -> Table:
    """Rank entities by the strength of their ties, with the number of others they are tied to."""
    return _ranking(
        view, strength(view.graph), name="ties", title="Who acted with others most", column="strength", note=_size(view)
    )


def pagerank_ranking(view: View) -> Table:
    """Rank entities by PageRank on the weighted co-participation graph."""
    return _ranking(
        view, pagerank(view.graph), name="pagerank", title="Who matters (PageRank)", column="pagerank", note=_size(view)
    )


def betweenness_ranking(view: View) -> Table:
    """Rank entities by betweenness on the co-participation graph."""
    options = view.options
    scores = betweenness(view.graph, distance=options.distance, pivots=options.pivots, seed=options.seed)
    sources = sampled_sources(len(view.graph), options.pivots)
    length = "every tie one step" if options.distance == "unweighted" else "a tie as long as 1 / weight"
    note = f"{_size(view)} Paths: {length}{f', estimated from {sources} nodes' if sources is not None else ''}."
    return _ranking(
        view,
        scores,
        name="betweenness",
        title="Who connects the others (betweenness)",
        column="betweenness",
        note=note,
    )


def communities(view: View) -> Table:
    """List the communities of the co-participation graph, each with its strongest members."""
    found = find_communities(view.graph, resolution=view.options.resolution, seed=view.options.seed)
    inside: list[float] = []
    outside: list[float] = []
    for members in found.members:
        own = set(members)
        edges = [(v in own, weight) for _, v, weight in view.graph.edges(members, data="weight")]
        inside.append(sum(weight for within, weight in edges if within))
        outside.append(sum(weight for within, weight in edges if not within))
    rows: list[tuple[Cell, ...]] = [
        (
            place,
            len(members),
            "; ".join(view.graph.nodes[node]["name"] for node in members[:_TOP_MEMBERS]),
            _rounded(inside[place - 1]),
            _rounded(outside[place - 1]),
        )
        for place, members in enumerate(found.members, start=1)
    ]
    note = f"Louvain, seed {view.options.seed}: modularity {found.modularity:.3f}; {len(found.isolated)} without a tie."
    columns = ("community", "members", "strongest", "ties_inside", "ties_outside")
    return _table(
        view, rows, name="communities", title="Who keeps whose company (communities)", columns=columns, note=note
    )


def meetings(view: View) -> Table:
    """List pairs that met: how often, and the first and last possible day.

    Of the selected labels, those in MEETING_LABELS count.
    """
    events = {key: event for key, event in view.selected.events.items() if event.label in MEETING_LABELS}
    shared: dict[tuple[str, str], list[Happening]] = {}
    for event_id, members in view.selected.cast().items():
        if event_id in events:
            for pair in combinations(members, 2):
                shared.setdefault(pair, []).append(events[event_id])
    rows: list[tuple[Cell, ...]] = []
    for pair, times in shared.items():
        one, other = sorted((view.selected.entities[key] for key in pair), key=lambda entity: (entity.name, entity.id))
        rows.append((one.name, other.name, len(times), *_days(times), one.id, other.id))
    rows.sort(key=lambda row: (-int(row[2] or 0), *(str(cell) for cell in (row[0], row[1], row[5], row[6]))))
    met = len({event.id for times in shared.values() for event in times})
    note = f"{len(rows)} pairs in {met} events ({', '.join(MEETING_LABELS)})."
    columns = ("one", "other", "meetings", "first", "last", "one_id", "other_id")
    return _table(view, rows, name="meetings", title="Who met whom", columns=columns, note=note)


def statuses(view: View) -> Table:
    """Count events by label and status, whatever statuses the options select; their other filters hold."""
    selection = msgspec.structs.replace(view.options.selection, statuses=None, kinds=None)
    counts: dict[str, Counter[str]] = {}
    for event in select(view.everything, selection).events.values():
        counts.setdefault(event.label, Counter())[event.status] += 1
    rows: list[tuple[Cell, ...]] = [
        (label, *(counts[label][status] for status in STATUSES), counts[label].total())
        for label in EVENT_LABELS
        if label in counts
    ]
    rows.sort(key=lambda row: (-int(row[-1] or 0), str(row[0])))
    overall = sum((counts[label] for label in counts), Counter[str]())
    note = f"{overall.total()} events: {', '.join(f'{overall[status]} {status}' for status in STATUSES)}."
    return _table(
        view,
        rows,
        name="statuses",
        title="What happened and what did not",
        columns=("label", *STATUSES, "total"),
        note=note,
    )


ANALYSES: dict[str, Callable[[View], Table]] = {
    "participation": participation,
    "ties": ties,
    "pagerank": pagerank_ranking,
    "betweenness": betweenness_ranking,
    "communities": communities,
    "meetings": meetings,
    "statuses": statuses,
}
"""The analyses by the name a person asks for."""


def analyze(
    elements: Iterable[Element], names: Sequence[str] = tuple(ANALYSES), options: Options | None = None
) -> tuple[Table, ...]:
    """Return one table for each of `names`, in their order; `elements` are read once.

    A graph without a matching event gives empty tables that say so.

    Raises:
        SettingsError: A name, or something in the options, does not exist or makes no sense.
        SchemaError: The elements are not a whole graph.
    """
    options = options or Options()
    for name in names:
        if name not in ANALYSES:
            raise SettingsError(f"there is no analysis {name!r}; choose from {', '.join(ANALYSES)}")
    check_options(options)
    view = View(read_participations(elements), options)
    return tuple(ANALYSES[name](view) for name in names)


def check_options(options: Options) -> None:
    """Raise SettingsError for an option that makes no sense; the selection is checked where it is used."""
    if options.weight not in WEIGHTS:
        raise SettingsError(f"there is no weight {options.weight!r}; choose from {', '.join(WEIGHTS)}")
    if options.distance not in DISTANCES:
        raise SettingsError(f"there is no distance {options.distance!r}; choose from {', '.join(DISTANCES)}")
    for what, number in (("limit", options.limit), ("pivots", options.pivots), ("resolution", options.resolution)):
        if number is not None and number <= 0:
            raise SettingsError(f"{what} must be more than 0, not {number}")


def _ranking(view: View, scores: Scores, *, name: str, title: str, column: str, note: str) -> Table:
    """Lay out `scores`, best first; they are rounded before they are compared, so a tie is a tie on every machine."""
    others = degree(view.graph)
    rows: list[tuple[Cell, ...]] = [
        (entity["name"], entity["type"], _rounded(scores[key]), int(others[key]), key)
        for key, entity in view.graph.nodes(data=True)
    ]
    rows.sort(key=lambda row: (-float(row[2] or 0), str(row[0]), str(row[-1])))
    return _table(view, rows, name=name, title=title, columns=("name", "type", column, "partners", "id"), note=note)


def _table(
    view: View, rows: Sequence[tuple[Cell, ...]], *, name: str, title: str, columns: tuple[str, ...], note: str
) -> Table:
    kept = tuple(rows[: view.options.limit])
    if not rows:
        note = _NOTHING
    elif len(kept) < len(rows):
        note = f"First {len(kept)} of {len(rows)} rows. {note}"
    return Table(name=name, title=title, columns=columns, rows=kept, note=note)


def _size(view: View) -> str:
    nodes, edges = view.graph.number_of_nodes(), view.graph.number_of_edges()
    return f"{nodes} entities, {edges} ties weighed by {view.options.weight}."


def _rounded(value: float) -> float:
    return round(float(value), _DIGITS)


def _days(events: Iterable[Happening]) -> tuple[str | None, str | None]:
    """Return the first and the last possible day of `events` as ISO strings; None where none has a date."""
    days = [day for event in events for day in (event.start, event.end) if day]
    return (min(days).isoformat(), max(days).isoformat()) if days else (None, None)
