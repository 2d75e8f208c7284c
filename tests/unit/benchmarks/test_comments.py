"""Whom a statement is on."""

from typing import TYPE_CHECKING

import pytest

from benchmarks.quality.comments import as_told, commented_on, is_coded
from graphbuilder.nlp.what.coder import find_events
from graphbuilder.nlp.what.tree import Tree
from graphbuilder.nlp.who.layer import find_entities
from graphbuilder.records.annotation import Role

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chile believes Peru and Bolivia can cope with the drought.", {"Peru", "Bolivia"}),
        ("Chile said it was pleased with Peru.", {"Peru"}),
        ("Chile said it was pleased.", set()),
    ],
)
def test_a_comment_is_on_the_party_that_its_words_name_first(nlp: "Language", text: str, names: set[str]) -> None:
    doc = nlp(text)
    layer = find_entities(doc)
    (event,) = find_events(doc, layer, (), published=None)

    assert {layer.entities[argument.entity].name for argument in commented_on(Tree(doc), layer, event)} == names


@pytest.mark.parametrize(
    ("text", "cameo", "on"),
    [
        ("Chile said that Peru attacked Bolivia on Monday.", "112", {"Peru"}),
        ("Chile said that Chile attacked Bolivia on Monday.", "015", {"Bolivia"}),
        ("Peru attacked Bolivia on Monday, Chile said.", "010", {"Peru"}),
        ("Chile said it was pleased.", "010", set()),
        ("Chile said it was pleased with Peru.", "010", {"Peru"}),
    ],
)
def test_who_tells_of_an_attack_accuses_or_claims_it(nlp: "Language", text: str, cameo: str, on: set[str]) -> None:
    doc = nlp(text)
    layer = find_entities(doc)
    events = find_events(doc, layer, (), published=None)
    number = next(number for number, event in enumerate(events) if event.type == "Statement")

    told = as_told(Tree(doc), layer, events, number)

    assert told.cameo == cameo
    assert is_coded(told) is bool(on)
    assert {layer.entities[a.entity].name for a in told.arguments if a.role is Role.RECIPIENT} == on
