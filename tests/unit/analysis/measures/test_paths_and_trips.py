"""Ego networks, chains of meetings, and itineraries."""

from datetime import date

from graphbuilder.analysis.measures.chains import ego_network, shortest_chains
from graphbuilder.analysis.measures.itineraries import journeys
from graphbuilder.analysis.projections import project_coparticipation
from graphbuilder.analysis.reading import read_participations
from graphbuilder.analysis.selection import Selection, select
from tests.unit.analysis.diplomacy import year
from tests.unit.analysis.graphs import FLORENTINE_MARRIAGES, network


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
