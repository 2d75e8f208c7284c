"""Around one entity, and from one to another."""

from itertools import pairwise

from graphbuilder.analysis.answers.layout import Row, joined, lay_out, name_in, tie_days
from graphbuilder.analysis.measures.chains import ego_network, shortest_chains
from graphbuilder.analysis.tables import Table
from graphbuilder.analysis.view import View


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
