"""Around one entity, and from one to another."""

from itertools import pairwise

from graphbuilder.analysis.answers.layout import Row, days, joined, lay_out, name_in, names, number, tie_days
from graphbuilder.analysis.measures.chains import ego_network, shortest_chains, timed_chain
from graphbuilder.analysis.projections.travel import destinations_of
from graphbuilder.analysis.selection import keep_events
from graphbuilder.analysis.tables import Table
from graphbuilder.analysis.view import MEETING_LABELS, View


def ego(view: View) -> Table:
    """List the partners of the entity in focus, and who of them is tied to how many of the others."""
    focus = view.focus(1)[0]
    rows: list[Row] = []
    note = f"{focus.name} is in no selected event."
    graph = view.graph
    if focus.id in graph:
        found = ego_network(graph, focus.id)
        tied = dict.fromkeys(found.partners, 0)
        for pair in found.ties:
            for key in pair:
                tied[key] += 1
        rows = [
            (name_in(graph, key), graph.nodes[key]["type"], graph.edges[focus.id, key]["weight"], tied[key],
             *tie_days(graph.edges[focus.id, key]), key, joined(graph.edges[focus.id, key]["events"]))
            for key in found.partners
        ]  # fmt: skip
        density = "" if found.density is None else f", {found.density:.0%} of whose possible ties exist"
        note = f"{focus.name} has {len(found.partners)} partners{density}."
    columns = ("partner", "type", "weight", "tied_to_others", "first", "last", "id", "event_ids")
    return lay_out(view, rows, name="ego", title=f"Around {focus.name}", columns=columns, note=note)


def chain(view: View) -> Table:
    """List the shortest chains of meetings from the first entity in focus to the second, each step with its events."""
    start, end = view.focus(2)[:2]
    graph = view.meetings
    found = shortest_chains(graph, start.id, end.id)
    rows: list[Row] = [
        (number, place, name_in(graph, one), name_in(graph, other), graph.edges[one, other]["weight"],
         *tie_days(graph.edges[one, other]), one, other, joined(graph.edges[one, other]["events"]))
        for number, keys in enumerate(found, start=1)
        for place, (one, other) in enumerate(pairwise(keys), start=1)
    ]  # fmt: skip
    note = f"Chains: {len(found)}, of {len(found[0]) - 1} steps." if found else "No chain of meetings joins them."
    columns = ("chain", "step", "one", "other", "meetings", "first", "last", "one_id", "other_id", "event_ids")
    return lay_out(view, rows, name="chain", title=f"From {start.name} to {end.name}", columns=columns, note=note)


def relay(view: View) -> Table:
    """List the meetings by which word could pass from the first entity in focus to the second, in the order of time."""
    start, end = view.focus(2)[:2]
    events = {key: event for key, event in view.selected.events.items() if event.label in MEETING_LABELS}
    found = timed_chain(keep_events(view.selected, events), start.id, end.id)
    rows: list[Row] = [
        (place, names(view, (step.one,)), names(view, (step.other,)), *days([events[step.event]]), events[step.event].label,
         _where(view, step.event), step.one, step.other, step.event)
        for place, step in enumerate(found, start=1)
    ]  # fmt: skip
    note = (
        f"Word could pass in {len(found)} {'step' if len(found) == 1 else 'steps'}, each no earlier than the one before."
        if found
        else "No chain of dated meetings leads there in the order of time."
    )
    columns = ("step", "one", "other", "from", "to", "event", "where", "one_id", "other_id", "event_id")
    title = f"How word could pass from {start.name} to {end.name}"
    return lay_out(view, rows, name="relay", title=title, columns=columns, note=note)


def history(view: View) -> Table:
    """List what two did with or to each other, themselves or through those who act for them, day by day; undated events last."""
    one, other = view.focus(2)[:2]
    rows: list[Row] = []
    for key, members in view.selected.cast().items():
        sides = [
            {who for who in members if who == end.id or end.id in view.selected.countries_of(who)}
            for end in (one, other)
        ]
        if not all(sides) or len(set().union(*sides)) < 2:
            continue
        event = view.selected.events[key]
        rows.append(
            (*days([event]), event.label, event.status, names(view, members), _where(view, key), event.source_count, key)
        )  # fmt: skip
    rows.sort(key=lambda row: (row[0] is None, str(row[0]), str(row[1]), -number(row[6]), str(row[7])))
    columns = ("from", "to", "event", "status", "who", "where", "documents", "event_id")
    note = "1 event." if len(rows) == 1 else f"{len(rows)} events."
    return lay_out(view, rows, name="history", title=f"{one.name} and {other.name}", columns=columns, note=note)


def _where(view: View, key: str) -> str | None:
    event = view.selected.events[key]
    return names(view, dict.fromkeys((*event.located, *destinations_of(event)))) or None
