"""Diplomacy: who met whom, what did not happen, who went where, and the calendar."""

from collections import Counter
from itertools import combinations

import msgspec

from graphbuilder.analysis.answers.layout import Row, days, joined, lay_out, name_in, names, number, tie_days
from graphbuilder.analysis.measures.itineraries import DIPLOMATIC_LABELS, journeys
from graphbuilder.analysis.participations import STATUSES, Happening
from graphbuilder.analysis.projections.travel import destinations_of, project_travel
from graphbuilder.analysis.selection import select
from graphbuilder.analysis.tables import Table
from graphbuilder.analysis.view import MEETING_LABELS, View
from graphbuilder.ontology import EVENT_LABELS


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
    rows: list[Row] = []
    for pair, times in shared.items():
        one, other = sorted((view.selected.entities[key] for key in pair), key=lambda entity: (entity.name, entity.id))
        ids = joined(event.id for event in times)
        rows.append((one.name, other.name, len(times), *days(times), one.id, other.id, ids))
    rows.sort(key=lambda row: (-number(row[2]), *(str(cell) for cell in (row[0], row[1], row[5], row[6]))))
    met = len({event.id for times in shared.values() for event in times})
    note = f"{len(rows)} pairs in {met} events ({', '.join(MEETING_LABELS)})."
    columns = ("one", "other", "meetings", "first", "last", "one_id", "other_id", "event_ids")
    return lay_out(view, rows, name="meetings", title="Who met whom", columns=columns, note=note)


def statuses(view: View) -> Table:
    """Count events by label and status, whatever statuses the options select; their other filters hold."""
    selection = msgspec.structs.replace(view.options.selection, statuses=None, kinds=None)
    counts: dict[str, Counter[str]] = {}
    for event in select(view.everything, selection).events.values():
        counts.setdefault(event.label, Counter())[event.status] += 1
    rows: list[Row] = [
        (label, *(counts[label][status] for status in STATUSES), counts[label].total())
        for label in EVENT_LABELS
        if label in counts
    ]
    rows.sort(key=lambda row: (-number(row[-1]), str(row[0])))
    overall = sum((counts[label] for label in counts), Counter[str]())
    note = f"{overall.total()} events: {', '.join(f'{overall[status]} {status}' for status in STATUSES)}."
    columns = ("label", *STATUSES, "total")
    title = "What happened and what did not"
    return lay_out(view, rows, name="statuses", title=title, columns=columns, note=note)


def travel(view: View) -> Table:
    """List who went where, how often, and when."""
    graph = project_travel(view.selected)
    rows: list[Row] = [
        (name_in(graph, who), name_in(graph, place), tie["weight"], *tie_days(tie), who, place, joined(tie["events"]))
        for who, place, tie in graph.edges(data=True)
    ]
    rows.sort(key=lambda row: (-number(row[2]), str(row[0]), str(row[1]), str(row[5]), str(row[6])))
    note = f"{len({row[5] for row in rows})} travelled to {len({row[6] for row in rows})} places."
    columns = ("traveller", "place", "trips", "first", "last", "traveller_id", "place_id", "event_ids")
    return lay_out(view, rows, name="travel", title="Who went where", columns=columns, note=note)


def itineraries(view: View) -> Table:
    """List every trip in the order of travellers and days, with whom they met there; of those in focus only, if any."""
    focus = {entity.id for entity in view.focus(0)}
    found = [one for one in journeys(view.selected) if not focus or one.traveller in focus]
    rows: list[Row] = [
        (
            view.everything.name_of(one.traveller),
            one.title or None,
            one.start.isoformat() if one.start else None,
            one.end.isoformat() if one.end else None,
            names(view, one.cities) or None,
            names(view, one.countries) or None,
            names(view, dict.fromkeys((*one.hosts, *one.met))) or None,
            one.status,
            one.traveller,
            joined(one.events),
        )
        for one in found
    ]
    columns = ("traveller", "title", "from", "to", "places", "countries", "met", "status", "traveller_id", "event_ids")
    note = f"{len(rows)} trips of {len({one.traveller for one in found})} travellers."
    return lay_out(view, rows, name="itineraries", title="Itineraries", columns=columns, note=note)


def calendar(view: View) -> Table:
    """List diplomatic events by day: held, planned and called off, or of the statuses that are selected alone."""
    selection = view.options.selection
    if selection.statuses == ():
        selection = msgspec.structs.replace(selection, statuses=("actual", "planned", "cancelled"))
    chosen = select(view.everything, selection)
    focus = {entity.id for entity in view.focus(0)}
    cast = chosen.cast()
    found = [
        event
        for event in chosen.events.values()
        if event.label in DIPLOMATIC_LABELS
        and event.first
        and (not focus or focus.intersection(cast.get(event.id, ())))
    ]
    found.sort(key=lambda event: (event.first or event.last, event.last, event.label, event.id))
    rows: list[Row] = [
        (
            *days([event]),
            event.label,
            event.status,
            names(view, cast.get(event.id, ())) or None,
            names(view, dict.fromkeys((*event.located, *destinations_of(event)))) or None,
            event.source_count,
            event.id,
        )
        for event in found
    ]
    columns = ("from", "to", "event", "status", "who", "where", "documents", "event_id")
    counts = Counter(event.status for event in found)
    note = (
        f"{len(rows)} dated events: {', '.join(f'{counts[status]} {status}' for status in STATUSES if counts[status])}."
    )
    return lay_out(view, rows, name="calendar", title="Diplomatic calendar", columns=columns, note=note)
