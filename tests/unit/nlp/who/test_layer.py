"""The door: offsets, order, indexes, and the same answer every time."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
import pytest

from graphbuilder.nlp.who.layer import EntityLayer, find_entities

if TYPE_CHECKING:
    from spacy.language import Language

    from tests.unit.nlp.who.conftest import Cast

TEXT = (
    "Danish Foreign Minister Astrid Holm flew to Santiago, Chile, on Monday. She met her Chilean counterpart, Marco Ibarra.\n\n"
    "Thousands of protesters marched. The two ministers signed a deal, officials said. The Danish government praised it."
)


def test_mentions_are_sorted_and_inside_their_sentence(nlp: "Language") -> None:
    doc = nlp(TEXT)
    layer = find_entities(doc)
    sentences = list(doc.sents)

    starts = [mention.start_char for mention in layer.mentions]
    assert starts == sorted(starts)
    assert len(starts) > 8
    for mention in layer.mentions:
        sentence = sentences[mention.sentence]
        assert sentence.start_char <= mention.start_char < mention.end_char <= sentence.end_char


def test_every_index_points_at_an_entity(who: Callable[[str], "Cast"]) -> None:
    layer = who(TEXT).layer
    known = range(len(layer.entities))

    for mention in layer.mentions:
        assert mention.entities
        assert all(entity in known for entity in mention.entities)
    for entity in layer.entities:
        assert entity.within is None or entity.within in known
        assert all(other in known for other in entity.affiliations)
    for position in layer.positions:
        assert position.holder in known


def test_the_same_text_gives_the_same_layer(nlp: "Language") -> None:
    first = msgspec.json.encode(find_entities(nlp(TEXT)))
    second = msgspec.json.encode(find_entities(nlp(TEXT)))

    assert first == second
    assert msgspec.json.decode(first, type=EntityLayer) == find_entities(nlp(TEXT))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", '"', "The", "President", "'s", "(", "and the two"])
def test_scraps_of_text_do_no_harm(nlp: "Language", text: str) -> None:
    layer = find_entities(nlp(text))

    assert len(layer.positions) == 0


def test_a_country_is_kept_for_its_city_alone(who: Callable[[str], "Cast"]) -> None:
    cast = who("They met in Hamburg.")

    assert cast.within("Hamburg") == "Germany"
    assert [cast.words(mention) for mention in cast.layer.mentions] == ["Hamburg"]
