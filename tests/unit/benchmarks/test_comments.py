"""Whom a statement is on."""

from typing import TYPE_CHECKING

import pytest

from benchmarks.quality.comments import commented_on
from graphbuilder.nlp.what.coder import find_events
from graphbuilder.nlp.what.tree import Tree
from graphbuilder.nlp.who.layer import find_entities

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
