"""Who stands for which country, blocs, and where a series changes."""

from datetime import date

import pytest

from graphbuilder.analysis.reading import read_participations
from graphbuilder.graph.elements import Node
from graphbuilder.report.contacts import (
    Blocs,
    Window,
    as_countries,
    count_by,
    dyads,
    find_blocs,
    find_change,
    stands_for,
)
from tests.unit.analysis.graphs import entity, event, in_order, join, part
from tests.unit.report.graphs import two_camps

LATE = Window(since=date(2031, 4, 1))


def test_people_stand_for_their_countries() -> None:
    graph = as_countries(read_participations(two_camps()))
    assert {entity.name for entity in graph.entities.values()} == {"Arland", "Borland", "Corland", "Dorland"}


def test_who_holds_an_office_stands_for_it_and_not_for_an_earlier_one() -> None:
    """An African Union envoy who is a former finance minister of Chile does not act for Chile."""
    ana, chile, union = entity("Ana Soto"), entity("Chile", "Country"), entity("African Union", "Organization")
    offices = [
        Node(id=f"position:{kind}", labels=("Position",), properties={"name": kind, "title": kind, "kind": kind})
        for kind in ("envoy", "finance minister")
    ]
    talks = event("1")
    graph = read_participations(
        in_order(
            [
                ana, chile, union, *offices, talks, part(ana, talks), join("AFFILIATED_WITH", ana, chile),
                join("HOLDS", ana, offices[0], former=False), join("OF", offices[0], union),
                join("HOLDS", ana, offices[1], former=True), join("OF", offices[1], chile),
            ]
        )
    )  # fmt: skip
    assert graph.countries_of(ana.id) == (chile.id,)
    assert stands_for(graph, ana.id) == ()


def test_blocs_are_found_where_they_show_most() -> None:
    graph = read_participations(two_camps())
    blocs = find_blocs(graph, [LATE])
    members = [{graph.name_of(key) for key in part} for part in blocs.members]
    assert members in ([{"Arland", "Borland"}, {"Corland", "Dorland"}], [{"Corland", "Dorland"}, {"Arland", "Borland"}])
    assert blocs.window == LATE
    assert sum(across for _, across in blocs.contacts) == 5
    assert blocs.modularity > find_blocs(graph).modularity


def test_a_window_with_few_contacts_does_not_count() -> None:
    graph = read_participations(two_camps())
    week = Window(since=date(2031, 9, 8), until=date(2031, 9, 12))
    assert find_blocs(graph, [week]).window == Window()


def test_no_country_no_bloc() -> None:
    assert find_blocs(read_participations([]), [LATE]) == Blocs()
    assert dyads(read_participations([])) == {}


def test_a_dyad_holds_the_events_of_both_whatever_became_of_them() -> None:
    graph = read_participations(two_camps())
    found = {tuple(graph.name_of(key) for key in pair): len(events) for pair, events in dyads(graph).items()}
    assert found["Arland", "Corland"] == 3
    assert found["Arland", "Borland"] == 6


@pytest.mark.parametrize(
    ("series", "place"), [([(3, 0), (2, 0), (0, 4), (0, 3)], 2), ([(0, 3), (0, 3), (1, 5), (4, 0)], 3)]
)
def test_the_change_is_where_two_shares_explain_most(series: list[tuple[int, int]], place: int) -> None:
    change = find_change(series)
    assert change is not None
    assert change.place == place


@pytest.mark.parametrize("series", [[], [(3, 3)], [(2, 2), (2, 2)], [(1, 0), (0, 1)], [(4, 0), (4, 0)]])
def test_no_change_where_there_is_none_or_too_little(series: list[tuple[int, int]]) -> None:
    assert find_change(series) is None


def test_contacts_are_counted_in_the_buckets_given() -> None:
    contacts = [("a", True), ("b", False), ("c", False), ("d", True)]
    assert count_by(contacts, {"a": "1", "b": "1", "c": "2", "d": "9"}, ["1", "2"]) == [(1, 1), (0, 1)]
