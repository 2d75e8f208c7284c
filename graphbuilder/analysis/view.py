"""What an analysis looks at: all that was read, what the options select of it, and its networks, each made once."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import networkx as nx

from graphbuilder.analysis.focus import find_entity
from graphbuilder.analysis.measures.communities import METHODS, Communities, find_communities
from graphbuilder.analysis.measures.paths import DISTANCES, Distance
from graphbuilder.analysis.measures.sequences import dyad_events
from graphbuilder.analysis.participations import Participant, Participations
from graphbuilder.analysis.projections.company import WEIGHTS, project_coparticipation
from graphbuilder.analysis.projections.countries import project_countries
from graphbuilder.analysis.projections.edges import Pair, latest_day
from graphbuilder.analysis.projections.relations import project_relations, project_signed
from graphbuilder.analysis.projections.windows import EVERY, Window, rolling_windows, time_slices
from graphbuilder.analysis.selection import Selection, keep_events, select
from graphbuilder.errors import SettingsError, did_you_mean
from graphbuilder.ontology import EVENT_LABELS
from graphbuilder.records.base import Record

MEETING_LABELS = ("Meeting", "Negotiation", "Summit")
"""Events that bring people together in one room; a phone call or a trip alone does not."""


class Options(Record, frozen=True):
    """What counts and how it is measured.

    `limit` keeps that many rows of each table (None keeps all). `focus` are names or ids of entities: of one the analyses of
    one entity tell, of two those of a pair. `every` is the length of a time slice; `window` days make rolling windows
    instead, each `step` days after the one before, for the analyses that look at each stretch for itself. `trigger` is the
    label whose sequels are asked for, `days` how long after. The other fields are explained where they are used: `selection`
    in `selection`, `weight` in `projections.company`, `distance` and `pivots` in `measures.paths`, `method`, `resolution` and
    `seed` in `measures.communities`.
    """

    selection: Selection = Selection()
    weight: str = "events"
    distance: Distance = "unweighted"
    pivots: int | None = None
    method: str = "louvain"
    resolution: float = 1.0
    seed: int = 0
    every: str = "month"
    window: int | None = None
    step: int = 30
    trigger: str = "Threat"
    days: int = 30
    focus: tuple[str, ...] = ()
    limit: int | None = 20


@dataclass(frozen=True)
class View:
    """What an analysis looks at."""

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

    @cached_property
    def meetings(self) -> nx.Graph:
        """The co-participation graph of the meetings alone."""
        events = {key: event for key, event in self.selected.events.items() if event.label in MEETING_LABELS}
        return project_coparticipation(keep_events(self.selected, events))

    @cached_property
    def relations(self) -> nx.DiGraph:
        """Who acted towards whom."""
        return project_relations(self.selected)

    @cached_property
    def signed(self) -> nx.Graph:
        """Who stands well or ill with whom."""
        return project_signed(self.selected)

    @cached_property
    def countries(self) -> nx.DiGraph:
        """Which country acted towards which."""
        return project_countries(self.selected)

    @cached_property
    def communities(self) -> Communities:
        """The communities of the co-participation graph."""
        options = self.options
        return find_communities(self.graph, method=options.method, resolution=options.resolution, seed=options.seed)

    @cached_property
    def dyads(self) -> dict[Pair, list[str]]:
        """The dated events of each two, in the order of their days."""
        return dyad_events(self.selected)

    @cached_property
    def slices(self) -> tuple[Window, ...]:
        """The time slices of what the selection keeps."""
        return time_slices(self.selected, self.options.every)

    @cached_property
    def windows(self) -> tuple[Window, ...]:
        """The rolling windows that the options ask for; the time slices where they ask for none."""
        if self.options.window is None:
            return self.slices
        return rolling_windows(self.selected, days=self.options.window, step=self.options.step)

    @cached_property
    def today(self) -> date | None:
        """The latest day on which any actual event begins, whatever is selected: up to it the graph knows."""
        actual = (event for event in self.everything.events.values() if event.status == "actual")
        return latest_day(actual)

    def focus(self, count: int) -> tuple[Participant, ...]:
        """Return the entities in focus.

        Raises:
            SettingsError: There are fewer than `count`, or one is not in the graph or not told from another.
        """
        if len(self.options.focus) < count:
            raise SettingsError(
                f"this analysis needs {'two entities' if count > 1 else 'an entity'}: name them with --of"
            )
        return tuple(find_entity(self.selected, name) for name in self.options.focus)


def check_options(options: Options) -> None:
    """Raise SettingsError for an option that makes no sense; the selection is checked where it is used."""
    for what, given, known in (
        ("weight", options.weight, tuple(WEIGHTS)),
        ("distance", options.distance, DISTANCES),
        ("method", options.method, tuple(METHODS)),
        ("time slice", options.every, EVERY),
        ("event label", options.trigger, EVENT_LABELS),
    ):
        if given not in known:
            raise SettingsError(
                f"there is no {what} {given!r};{did_you_mean(given, known)} choose from {', '.join(known)}"
            )
    for what, number in (
        ("limit", options.limit),
        ("pivots", options.pivots),
        ("resolution", options.resolution),
        ("days", options.days),
        ("window", options.window),
        ("step", options.step),
    ):
        if number is not None and number <= 0:
            raise SettingsError(f"{what} must be more than 0, not {number}")
