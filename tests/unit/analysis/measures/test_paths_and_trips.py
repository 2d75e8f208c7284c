"""Ego networks, chains of meetings, and itineraries."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise, permutations
from random import Random

import pytest

from graphbuilder.analysis.measures.chains import Step, ego_network, shortest_chains, timed_chain
from graphbuilder.analysis.measures.itineraries import journeys
from graphbuilder.analysis.participations import Participations
from graphbuilder.analysis.projections import project_coparticipation
from graphbuilder.analysis.reading import read_participations
from graphbuilder.analysis.selection import Selection, select
from tests.unit.analysis.diplomacy import year
from tests.unit.analysis.graphs import FLORENTINE_MARRIAGES, entity, event, gathering, in_order, join, network, part


def test_the_circle_of_the_medici() -> None:
    """Of their six partners, only the Ridolfi and the Tornabuoni are married to each other."""
    graph = project_coparticipation(read_participations(network(FLORENTINE_MARRIAGES)))

    found = ego_network(graph, "person:medici")

    assert len(found.partners) == 6
    assert found.ties == (("person:ridolfi", "person:tornabuoni"),)
    assert found.density == 1 / 15
    assert ego_network(graph, "person:pazzi").density is None


def test_chains_are_the_shortest_and_the_strongest_come_first() -> None:
    ties = [
        ("A", "B"),
        ("B", "D"),
        ("A", "C"),
        ("A", "C"),
        ("C", "D"),
        ("C", "D"),
        ("A", "E"),
        ("E", "F"),
        ("F", "D"),
        ("X", "Y"),
    ]
    graph = project_coparticipation(read_participations(network(ties)))

    found = shortest_chains(graph, "person:a", "person:d")

    assert found == (("person:a", "person:c", "person:d"), ("person:a", "person:b", "person:d"))
    assert shortest_chains(graph, "person:a", "person:x") == shortest_chains(graph, "person:a", "nobody") == ()
    assert len(shortest_chains(graph, "person:a", "person:d", most=1)) == 1


def test_a_trip_says_where_when_and_whom() -> None:
    (trip,) = journeys(select(read_participations(year()), Selection()))

    assert (trip.traveller, trip.title, trip.start, trip.end) == (
        "person:ana",
        "Envoy",
        date(2031, 3, 1),
        date(2031, 3, 2),
    )
    assert (trip.cities, trip.countries, trip.hosts) == (("place:port",), ("place:country:sudia",), ("person:bo",))
    assert trip.met == ("person:bo",)
    assert trip.events == ("event:trip-trip", "event:meeting-talks")
    assert (trip.topics, trip.sources, trip.multilateral) == (("diplomatic",), ("Port Post",), False)


def test_whoever_is_known_by_an_office_alone_travels_in_it() -> None:
    who, where, trip = entity("foreign minister of Sudia"), entity("Norland", "Country"), event("t", "Trip")
    graph = in_order([who, where, trip, part(who, trip, "traveller"), join("DESTINATION", trip, where)])

    (found,) = journeys(read_participations(graph))

    assert found.title == "foreign minister of Sudia"


def met(*meetings: tuple[str, int, int]) -> Participations:
    """Return meetings of those named by letters, each between two days of March."""
    elements = [
        element
        for number, (who, first, last) in enumerate(meetings)
        for element in gathering(
            who, event(str(number), start=date(2031, 3, 1) + timedelta(first), end=date(2031, 3, 1) + timedelta(last))
        )
    ]
    return read_participations(in_order(elements))


def test_word_passes_in_the_order_of_time_only() -> None:
    known = met(("AB", 2, 2), ("BC", 5, 5), ("CD", 3, 3))

    assert timed_chain(known, "person:a", "person:c") == (
        Step(one="person:a", other="person:b", event="event:meeting-0"),
        Step(one="person:b", other="person:c", event="event:meeting-1"),
    )
    assert timed_chain(known, "person:c", "person:a") == ()
    assert timed_chain(known, "person:a", "person:d") == ()
    assert timed_chain(known, "person:a", "person:a") == ()


def test_an_event_that_may_not_be_over_passes_nothing_on_and_two_on_one_day_may() -> None:
    assert timed_chain(met(("AB", 2, 9), ("BC", 5, 5)), "person:a", "person:c") == ()
    assert len(timed_chain(met(("AB", 5, 5), ("BC", 5, 5)), "person:a", "person:c")) == 2


def test_the_fewest_steps_come_before_the_earliest_day() -> None:
    known = met(("AB", 1, 1), ("BC", 2, 2), ("CD", 3, 3), ("AD", 9, 9), ("AD", 8, 8))

    assert [step.event for step in timed_chain(known, "person:a", "person:d")] == ["event:meeting-4"]


def journeys_of(known: Participations, start: str, end: str) -> Iterator[tuple[int, date]]:
    """Yield the steps and the last day of every chain in time, by trying all orders of up to four events."""
    cast = known.cast()
    for length in range(1, 5):
        for chain in permutations(cast, length):
            spans = [known.events[key] for key in chain]
            in_time = all(one.last and two.first and one.last <= two.first for one, two in pairwise(spans))
            joined = all(set(cast[one]) & set(cast[two]) for one, two in pairwise(chain))
            last = spans[-1].last
            if in_time and joined and start in cast[chain[0]] and end in cast[chain[-1]] and last:
                yield length, last


@pytest.mark.parametrize("seed", range(12))
def test_no_chain_in_time_is_shorter_or_of_as_many_steps_and_earlier(seed: int) -> None:
    """By trying them all."""
    draw = Random(seed)  # noqa: S311 - the same meetings each time are the point
    firsts = [draw.randrange(9) for _ in range(7)]
    known = met(*(("".join(draw.sample("ABCDEF", 2)), first, first + draw.randrange(2)) for first in firsts))

    found = timed_chain(known, "person:a", "person:d")

    best = min(journeys_of(known, "person:a", "person:d"), default=None)
    reached = (len(found), known.events[found[-1].event].last) if found else None
    assert reached == best
