"""Topics, places and sources; statuses, labels, kinds, days and confidence are tested with the participations."""

import pytest

from graphbuilder.analysis.reading import read_participations
from graphbuilder.analysis.selection import Selection, select
from graphbuilder.errors import SettingsError
from tests.unit.analysis.diplomacy import year


@pytest.mark.parametrize(
    ("selection", "kept"),
    [
        (Selection(topics=("diplomatic",)), {"talks"}),
        (Selection(places=("sudia",)), {"talks", "trip"}),
        (Selection(places=("PORT",)), {"talks", "trip"}),
        (Selection(places=("place:country:norland",)), set()),
        (Selection(sources=("estia echo",)), {"threat"}),
        (Selection(sources=("Estia Echo", "Port Post"), places=("Port",)), {"talks"}),
    ],
)
def test_events_are_kept_by_topic_place_and_source(selection: Selection, kept: set[str]) -> None:
    found = select(read_participations(year()), selection)

    assert {key.partition("-")[2] for key in found.events} == kept


def test_unknown_topics_and_places_are_named() -> None:
    everything = read_participations(year())

    with pytest.raises(SettingsError, match="no topic 'love'; choose from military"):
        select(everything, Selection(topics=("love",)))
    with pytest.raises(SettingsError, match="no place called 'Nowhere'"):
        select(everything, Selection(places=("Nowhere",)))


def test_reading_keeps_what_places_an_event_and_a_person() -> None:
    everything = read_participations(year())
    talks, denial = everything.events["event:meeting-talks"], everything.events["event:rejection-denial"]

    assert (talks.located, talks.topics, talks.sources) == (("place:port",), ("diplomatic",), ("Port Post",))
    assert talks.part_of == ("event:trip-trip",)
    assert denial.spoken_of == ("person:bo", "person:cy", "person:di")
    (office,) = everything.offices["person:ana"]
    assert (office.title, office.of) == ("Envoy", ("place:country:norland",))
    assert everything.countries_of("person:ana") == ("place:country:norland",)
    assert everything.countries_of("place:port") == ("place:country:sudia",)
    assert everything.countries_of("person:di") == ()
    assert everything.name_of("place:port") == "Port"
