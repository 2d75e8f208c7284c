"""A dictionary of invented actors is lent to the reading of a text, and taken back."""

from typing import TYPE_CHECKING

import pytest

from benchmarks.quality.invented import given_spans, lent, states
from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.layer import find_entities

if TYPE_CHECKING:
    from spacy.language import Language

NAMES = {"VELMIA": "VEL", "VELMIAN": "VEL", "TORN HOLD": "VEL", "NORWAY": "NOR", "ASTA BRIM": "VELGOV"}


def test_states_are_those_of_three_letters_that_no_list_has() -> None:
    assert states(NAMES) == {"VELMIA": "VEL", "VELMIAN": "VEL", "TORN HOLD": "VEL"}


def test_other_names_are_given_where_they_stand() -> None:
    assert [(span.start_char, span.name) for span in given_spans("In Norway Asta Brim met Velmia.", NAMES)] == [
        (10, "ASTA BRIM")
    ]


def test_an_invented_state_is_a_country_only_while_it_is_lent(nlp: "Language") -> None:
    text = "Velmian officials flew to Torn Hold on Monday."
    before = dict(load_gazetteer().terms)
    with lent(NAMES):
        entities = find_entities(nlp(text)).entities

    assert {entity.name for entity in entities if entity.is_country} == {"Velmia"}
    assert load_gazetteer().terms == before
    assert "VEL" not in load_gazetteer().countries


def test_it_is_taken_back_after_an_error_too() -> None:
    with pytest.raises(ZeroDivisionError), lent(NAMES):
        raise ZeroDivisionError
    assert "VEL" not in load_gazetteer().countries
