from datetime import date

import pytest

from graphbuilder.analysis.participations import Participations
from graphbuilder.analysis.reading import read_participations
from graphbuilder.analysis.selection import Selection, select
from graphbuilder.errors import SchemaError, SettingsError
from graphbuilder.graph.elements import Element
from tests.unit.analysis.graphs import entity, event, in_order, one_of_each, part

ANA, BO = entity("Ana"), entity("Bo")
LAND = entity("Land", "Country")
MARCH = event("march", "Meeting", start=date(2031, 3, 1), end=date(2031, 3, 31), confidence=0.8)
MAY = event("may", "Protest", start=date(2031, 5, 5), confidence=0.4)
OFF = event("off", "Meeting", status="cancelled", start=date(2031, 4, 1))
UNDATED = event("undated", "Trip")


def world() -> list[Element]:
    return in_order(
        [
            ANA, BO, LAND, MARCH, MAY, OFF, UNDATED,
            part(ANA, MARCH), part(LAND, MARCH), part(BO, MAY, confidence=0.9), part(ANA, OFF), part(ANA, UNDATED),
        ]
    )  # fmt: skip


def chosen(selection: Selection) -> set[str]:
    return {key.partition("-")[2] for key in select(read_participations(world()), selection).events}


def test_reading_keeps_entities_events_and_parts_whatever_their_order() -> None:
    forwards = read_participations(iter(world()))

    backwards = read_participations(reversed(world()))

    assert forwards == backwards
    assert list(forwards.events) == sorted(forwards.events) == list(backwards.events)
    assert forwards.entities["place:country:land"].type == "Country"
    assert forwards.events["event:meeting-march"].end == date(2031, 3, 31)
    assert len(forwards.parts) == 5


def test_reading_passes_over_documents_sentences_positions_and_topics() -> None:
    found = read_participations(one_of_each())

    assert set(found.entities) == {"person:ana-soto", "place:country:xx"}
    assert set(found.events) == {"event:trip-e1"}
    assert [(p.entity, p.role) for p in found.parts] == [("person:ana-soto", "traveller")]


def test_a_part_in_an_event_that_is_not_there_says_so() -> None:
    with pytest.raises(SchemaError, match=r"person:ana takes part in event:meeting-march, but .* build it again"):
        read_participations([ANA, part(ANA, MARCH)])


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), {"march", "may", "undated"}),
        (Selection(statuses=("actual",)), {"march", "may", "undated"}),
        (Selection(statuses=None), {"march", "may", "off", "undated"}),
        (Selection(statuses=("cancelled",)), {"off"}),
        (Selection(labels=("Meeting",)), {"march"}),
        (Selection(min_confidence=0.5), {"march", "undated"}),
        (Selection(since=date(2031, 3, 31)), {"march", "may"}),
        (Selection(since=date(2031, 4, 1)), {"may"}),
        (Selection(until=date(2031, 3, 1)), {"march"}),
        (Selection(until=date(2031, 2, 28)), set()),
        (Selection(since=date(2031, 3, 10), until=date(2031, 3, 11)), {"march"}),
    ],
)
def test_events_are_selected(selection: Selection, expected: set[str]) -> None:
    assert chosen(selection) == expected


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(kinds=("Person",)), {"person:ana", "person:bo"}),
        (Selection(kinds=("Place",)), {"place:country:land"}),
        (Selection(kinds=("Country",)), {"place:country:land"}),
        (Selection(min_confidence=0.3), {"person:ana", "person:bo", "place:country:land"}),
        (Selection(labels=("Protest",)), {"person:bo"}),
        (Selection(kinds=("Organization",)), set()),
    ],
)
def test_entities_are_those_with_a_selected_part(selection: Selection, expected: set[str]) -> None:
    assert set(select(read_participations(world()), selection).entities) == expected


def test_a_doubtful_participation_in_a_sure_event_is_left_out() -> None:
    elements: list[Element] = [ANA, BO, UNDATED, part(ANA, UNDATED, confidence=0.2), part(BO, UNDATED, confidence=0.7)]

    found = select(read_participations(elements), Selection(min_confidence=0.5))

    assert found.cast() == {"event:trip-undated": ("person:bo",)}


@pytest.mark.parametrize(
    ("selection", "message"),
    [
        (Selection(statuses=("done",)), "no status 'done'; choose from actual"),
        (Selection(labels=("meetings",)), r"no event label 'meetings'; did you mean Meeting\? choose from Meeting"),
        (Selection(statuses=("canceled",)), r"did you mean cancelled\? choose from actual"),
        (Selection(labels=("Party",)), "no event label 'Party'; choose from Meeting"),
        (Selection(kinds=("Robot",)), "no kind of entity 'Robot'; choose from Person"),
        (Selection(since=date(2031, 2, 2), until=date(2031, 2, 1)), "swap the two dates"),
        (Selection(min_confidence=90), "between 0 and 1, not at 90"),
    ],
)
def test_an_impossible_selection_says_what_is_possible(selection: Selection, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        select(Participations(entities={}, events={}, parts=()), selection)


def test_one_entity_in_two_roles_is_cast_once() -> None:
    found = read_participations([ANA, MARCH, part(ANA, MARCH, "host"), part(ANA, MARCH, "speaker")])

    assert found.cast() == {"event:meeting-march": ("person:ana",)}
