"""Who acts towards whom: directed ties, countries, statements, answers, and how they change over time."""

import networkx as nx

from graphbuilder.analysis.answers.layout import Row, joined, lay_out, name_in, number, rounded, tie_days
from graphbuilder.analysis.measures.dyads import change_points, intensity_series, reciprocity
from graphbuilder.analysis.projections.relations import COUNTS
from graphbuilder.analysis.projections.speech import project_statements
from graphbuilder.analysis.tables import Table
from graphbuilder.analysis.view import View

_COLUMNS = ("one", "other", "events", "intensity", *COUNTS.values(), "first", "last", "one_id", "other_id", "event_ids")


def _directed(graph: nx.DiGraph) -> list[Row]:
    rows: list[Row] = [
        (name_in(graph, one), name_in(graph, other), len(tie["events"]), tie["intensity"],
         *(tie[name] for name in COUNTS.values()), *tie_days(tie), one, other, joined(tie["events"]))
        for one, other, tie in graph.edges(data=True)
    ]  # fmt: skip
    rows.sort(key=lambda row: (-number(row[2]), str(row[0]), str(row[1]), str(row[-3]), str(row[-2])))
    return rows


def relations(view: View) -> Table:
    """List who acted towards whom, by quad class, with the sum of intensities."""
    note = f"{view.relations.number_of_edges()} directed ties."
    title = "Who acted towards whom"
    return lay_out(view, _directed(view.relations), name="relations", title=title, columns=_COLUMNS, note=note)


def countries(view: View) -> Table:
    """List which country acted towards which, through whomever."""
    note = f"{view.countries.number_of_edges()} directed dyads of {len(view.countries)} countries; joint acts count both ways."
    title = "Which country acted towards which"
    return lay_out(view, _directed(view.countries), name="countries", title=title, columns=_COLUMNS, note=note)


def statements(view: View) -> Table:
    """List who speaks of whom, in what tone."""
    graph = project_statements(view.selected)
    note = f"{graph.number_of_edges()} directed ties of speaker and spoken of."
    return lay_out(view, _directed(graph), name="statements", title="Who speaks of whom", columns=_COLUMNS, note=note)


def reciprocity_table(view: View) -> Table:
    """List pairs by how much they did to each other, and how far it was answered."""
    graph = view.relations
    rows: list[Row] = []
    for one, other in sorted({(min(pair), max(pair)) for pair in graph.edges if pair[0] != pair[1]}):
        there, back = (graph.edges[pair] if graph.has_edge(*pair) else None for pair in ((one, other), (other, one)))
        sent, received = (tie["weight"] if tie else 0 for tie in (there, back))
        tone = tuple(rounded(tie["intensity"] / tie["weight"]) if tie else None for tie in (there, back))
        events = sorted({event for tie in (there, back) if tie for event in tie["events"]})
        answered = rounded(min(sent, received) / max(sent, received))
        rows.append(
            (name_in(graph, one), name_in(graph, other), sent, received, answered, *tone, one, other, joined(events))
        )
    rows.sort(key=lambda row: (-number(row[2]) - number(row[3]), str(row[0]), str(row[1]), str(row[-3]), str(row[-2])))
    ties, weight = reciprocity(graph)
    note = (
        "No directed tie."
        if ties is None or weight is None
        else f"{ties:.0%} of ties and {weight:.0%} of weight are answered."
    )
    columns = (
        "one",
        "other",
        "sent",
        "received",
        "answered",
        "tone_sent",
        "tone_received",
        "one_id",
        "other_id",
        "event_ids",
    )
    return lay_out(view, rows, name="reciprocity", title="Who answers whom", columns=columns, note=note)


def dyads(view: View) -> Table:
    """Give the series of intensities of each country dyad by time slice, and mark where its level changes."""
    graph, windows = view.countries, view.slices
    rows: list[Row] = []
    changes = 0
    for one, other in sorted(graph.edges, key=lambda pair: (-graph.edges[pair]["weight"], *pair)):
        series, counts = intensity_series(graph.edges[one, other]["events"], view.selected.events, windows)
        levels = change_points(series)
        changes += len(levels)
        level = 0
        bounds = [0, *levels, len(series)]
        for place, (value, count) in enumerate(zip(series, counts, strict=True)):
            while place >= bounds[level + 1]:
                level += 1
            part = series[bounds[level] : bounds[level + 1]]
            rows.append(
                (name_in(graph, one), name_in(graph, other), windows[place].name, count, value, rounded(sum(part) / len(part)),
                 "yes" if place in levels else None, one, other)
            )  # fmt: skip
    note = (
        f"{graph.number_of_edges()} dyads in {len(windows)} slices ({view.options.every}); {changes} changes of level."
    )
    columns = ("one", "other", "slice", "events", "intensity", "level", "change", "one_id", "other_id")
    return lay_out(view, rows, name="dyads", title="Conflict and cooperation over time", columns=columns, note=note)
