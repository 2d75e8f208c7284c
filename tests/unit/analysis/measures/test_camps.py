"""Who stands for which country, blocs, and where a series changes."""

from datetime import date
from itertools import chain

import numpy as np
import pytest
from scipy.stats import bernoulli

from graphbuilder.analysis.measures.camps import Blocs, Stretch, count_by, find_blocs, halves
from graphbuilder.analysis.measures.shares import find_change
from graphbuilder.analysis.projections.countries import as_countries, country_pairs
from graphbuilder.analysis.reading import read_participations
from graphbuilder.analysis.selection import Selection, select
from graphbuilder.graph.elements import Element, Node
from tests.unit.analysis.graphs import entity, event, in_order, join, part
from tests.unit.report.graphs import two_camps

LATE = Stretch(since=date(2031, 4, 1))


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
    assert graph.countries_of(ana.id) == ()


def test_blocs_are_found_where_they_show_most() -> None:
    graph = select(read_participations(two_camps()), Selection())
    blocs = find_blocs(graph, [LATE])
    members = [{graph.name_of(key) for key in part} for part in blocs.members]
    assert members in ([{"Arland", "Borland"}, {"Corland", "Dorland"}], [{"Corland", "Dorland"}, {"Arland", "Borland"}])
    assert blocs.stretch == LATE
    assert sum(across for _, across in blocs.contacts) == 5
    assert blocs.modularity > find_blocs(graph).modularity


def test_a_window_with_few_contacts_does_not_count() -> None:
    graph = read_participations(two_camps())
    week = Stretch(since=date(2031, 9, 8), until=date(2031, 9, 12))
    assert find_blocs(graph, [week]).stretch == Stretch()


def test_no_country_no_bloc() -> None:
    assert find_blocs(read_participations([]), [LATE]) == Blocs()
    assert country_pairs(read_participations([])) == {}


def test_a_dyad_holds_the_events_of_both_whatever_became_of_them() -> None:
    graph = read_participations(two_camps())
    found = {tuple(graph.name_of(key) for key in pair): len(events) for pair, events in country_pairs(graph).items()}
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


def test_an_office_without_a_country_does_not_take_away_where_one_belongs() -> None:
    """The head of a company of no known country, an affiliate of Chile, still belongs to Chile; a minister of Peru to Peru."""
    ana, chile, peru = entity("Ana Soto"), entity("Chile", "Country"), entity("Peru", "Country")
    firm = entity("Soto Mining", "Organization")
    head = Node(id="position:head", labels=("Position",), properties={"name": "head", "title": "Head", "kind": "head"})
    talks = event("1")
    known: list[Element] = [ana, chile, peru, firm, head, talks, part(ana, talks), join("AFFILIATED_WITH", ana, chile)]

    at_the_firm = [*known, join("HOLDS", ana, head, former=False), join("OF", head, firm)]
    in_peru = [*at_the_firm, join("OF", head, peru)]

    assert read_participations(in_order(at_the_firm)).countries_of(ana.id) == (chile.id,)
    assert read_participations(in_order(in_peru)).countries_of(ana.id) == (peru.id,)


def test_halves_meet_at_each_start() -> None:
    assert halves([date(2031, 2, 1)]) == (Stretch(until=date(2031, 1, 31)), Stretch(since=date(2031, 2, 1)))


@pytest.mark.parametrize("counts", [[(3, 0), (1, 4), (0, 3)], [(1, 2), (0, 4), (2, 2), (4, 1), (3, 0)]])
def test_the_best_split_is_that_of_the_likeliest_two_shares(counts: list[tuple[int, int]]) -> None:
    """By scipy's Bernoulli distribution, over all splits."""
    seen = [[1] * yes + [0] * no for yes, no in counts]
    gains = []
    for cut in range(1, len(counts)):
        sides = [list(chain.from_iterable(part)) for part in (seen[:cut], seen[cut:])]
        gains.append(sum(float(bernoulli.logpmf(side, np.mean(side)).sum()) for side in sides))
    change = find_change(counts)
    assert change is not None
    assert change.place == 1 + gains.index(max(gains))


def test_chance_shows_as_much_where_nothing_changes() -> None:
    flat = find_change([(2, 3), (3, 2), (2, 2), (3, 3), (2, 3), (3, 2)])
    turned = find_change([(5, 0), (4, 1), (5, 0), (0, 5), (1, 4), (0, 5)])
    assert flat is not None
    assert not flat.beyond_chance
    assert turned is not None
    assert turned.beyond_chance
    assert turned.place == 3


def test_one_in_twenty_flat_series_turns_at_most() -> None:
    """The p of series without a change is at least uniform: of 60 made at random, few fall under .05."""
    draw = np.random.default_rng(5)
    found = [find_change([(yes, 6 - yes) for yes in draw.binomial(6, 0.4, size=8)]) for _ in range(60)]
    assert sum(change is not None and change.beyond_chance for change in found) <= 7
