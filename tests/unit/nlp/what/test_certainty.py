"""A confidence is read off the curve: straight between knots, level beyond them; the coder uses it and no other number."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from graphbuilder.errors import OntologyError
from graphbuilder.nlp.what.certainty import AS_SCORED, Curve, load_curve, read_curve
from graphbuilder.nlp.what.coder import find_events
from graphbuilder.nlp.when.times import find_times
from graphbuilder.nlp.who.layer import find_entities

if TYPE_CHECKING:
    from spacy.language import Language

CURVE = Curve(((0.4, 0.5), (0.6, 0.7), (0.8, 0.9)))


@pytest.mark.parametrize(
    ("score", "confidence"),
    [(0.0, 0.5), (0.4, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (1.0, 0.9), (1.2, 0.9)],
)
def test_straight_between_the_knots_and_level_beyond_them(score: float, confidence: float) -> None:
    assert CURVE(score) == confidence


@pytest.mark.parametrize("score", [0.0, 0.312, 0.8, 1.0])
def test_a_score_is_left_as_it_is_to_fit_a_curve_on(score: float) -> None:
    assert AS_SCORED(score) == score


@pytest.mark.parametrize(
    ("knots", "message"),
    [
        ("[]", "at least one knot"),
        ("[[0.5, 1.2]]", "between 0 and 1"),
        ("[[0.5, 0.6], [0.4, 0.7]]", "in order"),
        ("[[0.5, 0.6], [0.6, 0.5]]", "rising"),
        ('[["a", 0.5]]', "Expected"),
        ("[", "confidence.toml"),
    ],
)
def test_a_table_that_does_not_rise_is_refused(knots: str, message: str) -> None:
    with pytest.raises(OntologyError, match=message):
        read_curve(f'version = "1"\nknots = {knots}\n')


def test_the_coder_draws_its_confidence_from_the_curve(nlp: "Language") -> None:
    doc = nlp("The mayor of Lyon met Ana Novak in Oslo on Monday.")
    layer, times, published = find_entities(doc), find_times(doc, published=date(2021, 3, 4)), date(2021, 3, 4)
    shipped, scored, made_up = (
        [event.confidence for event in find_events(doc, layer, times, published=published, curve=curve)]
        for curve in (None, AS_SCORED, CURVE)
    )
    assert shipped == [load_curve()(score) for score in scored]
    assert made_up == [CURVE(score) for score in scored]
    assert scored != shipped != made_up
