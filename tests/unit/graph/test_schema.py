"""What is checked before anything is written, since a Community server cannot hold it."""

from datetime import date

import msgspec
import pytest

from graphbuilder.errors import SchemaError
from graphbuilder.graph.elements import Element, Node, PropertyValue, Relationship
from graphbuilder.graph.schema import check_element
from tests.factories import document, entity, event, relationship, sentence
from tests.stories import story_graph

MET = event("1", "Meeting", date(2020, 1, 2))
ANA = entity("ana", "Ana")


def with_values(element: Node | Relationship, **changes: PropertyValue | None) -> Element:
    values = {name: value for name, value in {**element.properties, **changes}.items() if value is not None}
    return msgspec.structs.replace(element, properties=values)


def test_a_whole_story_passes() -> None:
    for element in story_graph():
        check_element(element)


@pytest.mark.parametrize(
    ("element", "words"),
    [
        (with_values(MET, status="maybe"), "'status' must be one of actual, planned, cancelled, negated, hypothetical"),
        (with_values(MET, date_precision="hour"), "'date_precision' must be one of day, week"),
        (with_values(MET, quad="war"), "'quad' must be one of verbal cooperation"),
        (with_values(MET, type="Robbery"), "'type' must be one of Meeting"),
        (with_values(MET, type="Trip"), "its type 'Trip' is none of its labels"),
        (with_values(MET, confidence=1.01), "'confidence' must lie between 0 and 1, not 1.01"),
        (with_values(MET, confidence=float("nan")), "'confidence' must lie between 0 and 1"),
        (with_values(MET, intensity=-11.0), "'intensity' must lie between -10 and 10"),
        (with_values(MET, mention_count=2**63), "'mention_count' is a number that does not fit in 64 bits"),
        (with_values(MET, mention_count=-1), "'mention_count' must lie between 0 and inf, not -1"),
        (with_values(MET, end=date(2020, 1, 1)), "start 2020-01-02 comes after end 2020-01-01"),
        (with_values(MET, rule=None), "property 'rule' is missing"),
        (with_values(MET, colour="red"), "no property 'colour'"),
        (with_values(MET, confidence=1), "'confidence' must be float, not 1"),
        (with_values(entity("x", "X", "Place"), latitude=91.0), "'latitude' must lie between -90 and 90"),
        (with_values(sentence("s", "Hello."), end_char=-1), "'end_char' must lie between 0"),
        (with_values(sentence("s", "Hello."), start_char=9), "start_char 9 comes after end_char 6"),
        (with_values(document("d"), sha256=None), "property 'sha256' is missing"),
        (with_values(relationship("PARTICIPATED_IN", ANA, MET), role="villain"), "'role' must be one of actor"),
        (with_values(relationship("PARTICIPATED_IN", ANA, MET), confidence=-0.1), "'confidence' must lie between"),
    ],
)
def test_a_value_that_the_model_does_not_allow_is_refused(element: Element, words: str) -> None:
    with pytest.raises(SchemaError) as caught:
        check_element(element)
    assert words in str(caught.value)
