"""Names repaired by the words beside them and by the rest of the document."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Span

from graphbuilder.nlp.who.layer import find_entities
from graphbuilder.nlp.who.lexicon import split_words
from graphbuilder.records.annotation import EntityType

if TYPE_CHECKING:
    from spacy.language import Language

    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]


def types(cast: "Cast", words: str) -> list[EntityType]:
    """Return the type of every mention of exactly these words."""
    return [
        cast.layer.entities[mention.entities[0]].type
        for mention in cast.layer.mentions
        if cast.words(mention) == words and mention.entities
    ]


def test_a_town_is_a_town_in_the_whole_document(who: Who) -> None:
    cast = who("A bridge fell in Torrington, Connecticut. Torrington firefighters came. Later Torrington was quiet.")

    assert types(cast, "Torrington") == [EntityType.PLACE] * 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("MANSFIELD, Ohio (AP) - Farmers said no.", "MANSFIELD"),
        ("The driver, Jon Velm, 25, of Columbia, was not hurt.", "Columbia"),
        ("Prosecutors charged a Gainesville man on Monday.", "Gainesville"),
        ("They flew to São Paulo on Monday.", "São Paulo"),
        ("The victims were taken to Velm Hospital on Monday.", "Velm Hospital"),
    ],
)
def test_towns_by_the_words_beside_them(who: Who, text: str, words: str) -> None:
    assert types(who(text), words) == [EntityType.PLACE]


@pytest.mark.parametrize(
    "text",
    [
        "Tomas Verity, the city's mayor, spoke.",
        "Tomas Verity, a village elder, spoke.",
        "Tomas Verity, the state senator, spoke.",
    ],
)
def test_somebody_described_by_a_town_is_no_town(who: Who, text: str) -> None:
    assert types(who(text), "Tomas Verity") == [EntityType.PERSON]


def test_short_forms_name_their_body_everywhere(who: Who) -> None:
    cast = who("The National Election Board (NEB) counted again. NEB say no fault was found.")

    assert cast.refers("NEB", 1) == ["National Election Board"]


def test_a_technology_in_capitals_is_no_body(who: Who) -> None:
    cast = who("Schools use Information and Communication Technology (ICT). With ICT they learn, and ICT is cheap.")

    assert "ICT" not in cast.names()


def test_a_word_that_is_common_elsewhere_is_no_name(who: Who) -> None:
    cast = who("Iodine is cheap. Doctors gave iodine to the children. Iodine helps, the doctors said.")

    assert "Iodine" not in cast.names()


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ingrid Halvorsen and Tomas Verity will visit Peru.", ["Ingrid Halvorsen", "Tomas Verity"]),
        ("Anna Weiss-Kramer spoke first.", ["Anna Weiss-Kramer"]),
        ("ABLE WINS VOTE\n\nAnn Able won the vote on Sunday.", ["Ann Able"]),
    ],
)
def test_people_are_whole_and_apart(who: Who, text: str, people: list[str]) -> None:
    cast = who(text)

    assert [entity.name for entity in cast.layer.entities if entity.type is EntityType.PERSON] == people


@pytest.mark.parametrize("body", ["Air Canada", "Environment Canada"])
def test_bodies_named_after_a_country(who: Who, body: str) -> None:
    assert types(who(f"The report of {body} came late."), body) == [EntityType.ORGANIZATION]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Fighters of the Lord's Resistance Army fled.", "org:lra"),
        ("The People's Liberation Army held a drill.", "org:pla"),
        ("She told Le Monde that she would resign.", "org:le-monde"),
        ("The Bundestag voted on Monday.", "org:bundestag"),
    ],
)
def test_known_bodies(who: Who, text: str, key: str) -> None:
    assert key in [entity.key for entity in who(text).layer.entities]


def test_possessive_endings_are_tokens_of_their_own() -> None:
    assert split_words("People's Army") == ("People", "'s", "Army")
    assert split_words("Workers' Party") == ("Workers", "'", "Party")
    assert split_words("vice-president") == ("vice", "-", "president")


@pytest.mark.parametrize(
    ("text", "surname", "name"),
    [
        (
            "Foreign Minister Anne Trombley arrived on Monday. Trombley travelled from Leeds.",
            "Trombley",
            "Anne Trombley",
        ),
        ("Prime Minister Juris Kalnis left. Kalnis rejected calls to step down.", "Kalnis", "Juris Kalnis"),
    ],
)
def test_a_surname_at_the_head_of_a_sentence_is_no_common_noun(who: Who, text: str, surname: str, name: str) -> None:
    assert who(text).refers(surname) == [name]


def test_a_noun_that_is_also_a_surname_stays_one_where_it_is_written_small(who: Who) -> None:
    cast = who("Ruth Steel spoke on Monday. The price of steel rose. Steel costs more.")

    assert cast.refers("Steel") == []


@pytest.mark.parametrize(
    "text",
    [
        "The chemical company Rhenochal sued the state.",
        "Shares of Rhenochal Group fell. The Rhenochal Group closed. It was the end of Rhenochal Group.",
    ],
)
def test_a_body_is_named_by_the_noun_before_it_or_by_its_other_mentions(who: Who, text: str) -> None:
    cast = who(text)
    bodies = [entity.name for entity in cast.layer.entities if entity.type is EntityType.ORGANIZATION]

    assert len(bodies) == 1
    assert bodies[0].startswith("Rhenochal")


@pytest.mark.parametrize(
    ("text", "names"),
    [("Niger and Chad closed it.", {"Niger", "Chad"}), ("Trinidad and Tobago closed it.", {"Trinidad and Tobago"})],
)
def test_two_countries_that_the_model_takes_for_one_place_are_two(nlp: "Language", text: str, names: set[str]) -> None:
    doc = nlp(text)
    doc.set_ents([Span(doc, 0, len(doc) - 3, label="FAC")])

    assert {entity.name for entity in find_entities(doc).entities} == names
