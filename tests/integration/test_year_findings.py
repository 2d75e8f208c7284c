"""What is true of the year of diplomacy comes out of its graph: the broker, the blocs, the split, the way to the treaty.

The key is the scenario's (`examples/year/key.json`); nothing here looks at how the graph was read.
"""

import json
from collections.abc import Iterable
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from graphbuilder.analysis import Options, analyze
from graphbuilder.analysis.measures.camps import Blocs, count_by, find_blocs, halves
from graphbuilder.analysis.measures.shares import find_change
from graphbuilder.analysis.participations import Happening, Participations
from graphbuilder.analysis.reading import read_participations
from graphbuilder.analysis.selection import Selection, select
from graphbuilder.analysis.view import MEETING_LABELS
from graphbuilder.graph.elements import Element
from graphbuilder.report.networks import score as score_people
from graphbuilder.report.span import find_span, starts
from tests.builds import read_file

KEY: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "examples" / "year" / "key.json").read_text(encoding="utf-8")
)
EVENTS: dict[str, dict[str, Any]] = {event["id"]: event for event in KEY["events"]}
PEOPLE = Selection(kinds=("Person",))
MEETINGS = Selection(kinds=("Person",), labels=MEETING_LABELS)

FOUND_AT_LEAST = 0.8
"""Share of the key's events that the graph must hold with their kind, status, day and people."""


@pytest.fixture(scope="module")
def elements(year_graph: Path) -> list[Element]:
    return read_file(year_graph)


@pytest.fixture(scope="module")
def graph(elements: list[Element]) -> Participations:
    return read_participations(elements)


@pytest.fixture(scope="module")
def blocs(graph: Participations) -> Blocs:
    span = find_span(graph.events.values())
    return find_blocs(select(graph, Selection()), halves(starts(span)))


def names_in(graph: Participations, event: str) -> set[str]:
    return {graph.name_of(key) for key in graph.cast().get(event, ())}


def matching(graph: Participations, wanted: dict[str, Any]) -> list[Happening]:
    """Return the events of the graph that are of the wanted kind, status and day, with two of the wanted people (or the one)."""
    cast = graph.cast()
    enough = min(2, len(wanted["with"]))
    day = date.fromisoformat(wanted["date"])
    return [
        event
        for event in graph.events.values()
        if event.label in wanted["types"]
        and event.status == wanted["status"]
        and event.first
        and event.last
        and event.first <= day <= event.last
        and len({graph.name_of(key) for key in cast.get(event.id, ())} & set(wanted["with"])) >= enough
    ]


def rand(one: dict[str, int], other: dict[str, int]) -> float:
    """Return the adjusted Rand index of two partitions of the same things (Hubert and Arabie 1985)."""
    things = sorted(one)
    pairs = [(one[a] == one[b], other[a] == other[b]) for a, b in combinations(things, 2)]
    both = sum(a and b for a, b in pairs)
    first, second = sum(a for a, _ in pairs), sum(b for _, b in pairs)
    expected = first * second / len(pairs)
    return (both - expected) / ((first + second) / 2 - expected)


def test_most_events_of_the_key_are_in_the_graph(graph: Participations) -> None:
    found = [key for key, wanted in EVENTS.items() if matching(graph, wanted)]
    assert len(found) / len(EVENTS) >= FOUND_AT_LEAST, sorted(set(EVENTS) - set(found))


def test_every_meeting_of_two_that_was_held_is_in_the_graph(graph: Participations) -> None:
    held = {
        k: e for k, e in EVENTS.items() if "Meeting" in e["types"] and e["status"] == "actual" and len(e["with"]) == 2
    }
    assert len(held) >= 40
    missing = [key for key, wanted in held.items() if not matching(graph, wanted)]
    assert len(missing) <= 2, missing


def test_the_broker_stands_between_the_others(elements: list[Element], graph: Participations) -> None:
    (table,) = analyze(elements, ["betweenness"], Options(selection=MEETINGS, limit=1))
    assert table.to_rows()[0]["name"] == KEY["broker"]
    between = {graph.name_of(key): score for key, (score, _) in score_people(graph).items()}
    first, second = sorted(between, key=lambda name: -between[name])[:2]
    assert first == KEY["broker"]
    assert between[first] > 2 * between[second]


@pytest.mark.parametrize("analysis", ["constraint", "brokerage"])
def test_the_broker_is_least_constrained_and_brokers_between_groups(elements: list[Element], analysis: str) -> None:
    (table,) = analyze(elements, [analysis], Options(selection=MEETINGS, limit=1))
    assert table.to_rows()[0]["name"] == KEY["broker"]


def test_the_shortest_chain_to_the_united_nations_leads_through_the_broker(elements: list[Element]) -> None:
    options = Options(selection=MEETINGS, focus=("Selma Haufiku", "Elena Brunner"))
    (table,) = analyze(elements, ["chain"], options)
    first, second = table.to_rows()
    assert first["other"] == second["one"] == KEY["broker"]
    assert first["event_ids"]
    assert second["event_ids"]


def test_the_two_blocs_are_found(graph: Participations, blocs: Blocs) -> None:
    true = {state: number for number, states in enumerate(KEY["states"].values()) for state in states}
    found = {graph.name_of(key): number for number, part in enumerate(blocs.members) for key in part}
    assert set(true) <= set(found)
    assert rand(true, {state: found[state] for state in true}) >= 0.7


def test_contacts_across_the_blocs_break_off_in_june(graph: Participations, blocs: Blocs) -> None:
    span = find_span(graph.events.values())
    bucket_of = {event: bucket for event, _ in blocs.contacts if (bucket := span.bucket(graph.events[event]))}
    change = find_change(count_by(blocs.contacts, bucket_of, span.buckets))
    assert change is not None
    assert span.buckets[change.place] == KEY["split"]["date"][:7]
    assert change.before > 0.5
    assert change.after < 0.25


def test_blocs_and_split_come_out_of_the_analyses_by_name(elements: list[Element]) -> None:
    camps, turn = analyze(elements, ["camps", "turn"], Options(limit=None))
    assert {frozenset(str(row["members"]).split("; ")) for row in camps.to_rows()} == {
        frozenset(states) for states in KEY["states"].values()
    }
    assert [row["slice"] for row in turn.to_rows() if row["change"]] == [KEY["split"]["date"][:7]]


def test_who_met_most_fell_silent_after_may(elements: list[Element]) -> None:
    one, other = KEY["silent_dyad"]["with"]
    (table,) = analyze(elements, ["meetings"], Options(selection=PEOPLE, limit=None))
    met = {frozenset((row["one"], row["other"])): row for row in table.to_rows()}
    row = met[frozenset((one, other))]
    assert int(row["meetings"] or 0) >= 5
    assert row["last"] == KEY["silent_dyad"]["last"]


def test_the_silence_is_noticed(elements: list[Element]) -> None:
    (table,) = analyze(elements, ["silences"], Options(selection=MEETINGS))
    assert [{row["one"], row["other"]} for row in table.to_rows()] == [set(KEY["silent_dyad"]["with"])]


def test_who_travels_most(graph: Participations) -> None:
    happened = select(graph, Selection(labels=("Trip",), kinds=("Person",)))
    trips: dict[str, set[str]] = {}
    for part in happened.parts:
        if part.role == "traveller":
            trips.setdefault(graph.name_of(part.entity), set()).add(part.event)
    ranked = sorted(trips, key=lambda name: -len(trips[name]))
    assert ranked[0] == KEY["travels_most"]
    assert len(trips[ranked[0]]) >= 8


def test_the_steps_to_the_treaty_follow_each_other_and_share_people(graph: Participations) -> None:
    steps = [matching(graph, EVENTS[key] | {"with": EVENTS[key]["with"][:1]}) for key in KEY["chain_to_treaty"]]
    assert all(steps), [key for key, found in zip(KEY["chain_to_treaty"], steps, strict=True) if not found]
    days = [min(event.first for event in found if event.first) for found in steps]
    assert days == sorted(days)
    casts = [set().union(*(names_in(graph, event.id) for event in found)) for found in steps]
    assert {"Grace Mutinta", "Armando Chissapa"} <= casts[0] & casts[-1]
    for talks in casts[1:3]:
        assert {"Peter Simutowe", "Lurdes Matavel"} <= talks


def test_the_chain_to_the_treaty_is_in_the_history_of_the_two_countries_at_odds(elements: list[Element]) -> None:
    options = Options(
        selection=Selection(labels=(*MEETING_LABELS, "Agreement")), focus=("Zambia", "Mozambique"), limit=None
    )
    (table,) = analyze(elements, ["history"], options)
    days = [str(row["from"]) for row in table.to_rows() if row["from"] and row["from"] == row["to"]]
    steps = [EVENTS[key]["date"] for key in KEY["chain_to_treaty"]]
    found = [day for day in steps if day in days]
    assert {steps[0], steps[-1]} <= set(found)
    assert len(found) >= 4
    assert days == sorted(days)
    assert days[-1] == steps[-1]


def test_a_meeting_that_was_called_off_was_held_in_august(graph: Participations) -> None:
    pair = set(EVENTS["falls-cancelled"]["with"])
    off = [e for e in about(graph, pair, ("cancelled", "negated")) if not e.last or e.last < date(2031, 6, 1)]
    held = [e for e in about(graph, pair, ("actual",)) if e.first and e.first > date(2031, 3, 20)]
    assert off
    assert min(event.first for event in held if event.first) == date.fromisoformat(EVENTS["kasane-held"]["date"])


def about(graph: Participations, pair: set[str], statuses: Iterable[str]) -> list[Happening]:
    """Return the meetings of two people that have one of these statuses."""
    return [
        event
        for event in graph.events.values()
        if event.status in statuses and event.label in MEETING_LABELS and pair <= names_in(graph, event.id)
    ]
