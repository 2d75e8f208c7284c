"""Names of three and four parts, with particles and hyphens, and names that only an office and two commas tell."""

from typing import TYPE_CHECKING

import pytest

from graphbuilder.records.annotation import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.unit.nlp.who.conftest import Cast


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Her state secretary, Anneke Oudhof, has resigned.", "Anneke Oudhof"),
        ("The interior minister, Musa Dan-Jimma, denied the report.", "Musa Dan-Jimma"),
        ("The ambassador of France, Gautier de Montferrand, apologised.", "Gautier de Montferrand"),
        ("The mayor, Calogero Tumminello Lo Presti, was arrested.", "Calogero Tumminello Lo Presti"),
        ("The trade minister, Phạm Quốc Bảo, signed the deal.", "Phạm Quốc Bảo"),
        ("President Joseph Lorupe Etukoit met the governors.", "Joseph Lorupe Etukoit"),
        ("Foreign Minister Adam Tahir Ousmane accused Libya of shelling the town.", "Adam Tahir Ousmane"),
    ],
)
def test_a_name_is_whole(who: "Callable[[str], Cast]", text: str, name: str) -> None:
    cast = who(text)
    assert name in cast.names()
    assert [holder for holder, _, _ in cast.positions()] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The governor, Amnesty International, and two unions signed the letter.",
        "The mayor of the port, Los Angeles, spoke.",
        "The Ann Able Foundation paid for the trip.",
        "Boris Johnson Friday met the envoy.",
    ],
)
def test_no_person_is_made_of_a_body_a_town_or_a_day(who: "Callable[[str], Cast]", text: str) -> None:
    people = [entity.name for entity in who(text).layer.entities if entity.type.value == "Person"]
    for word in ("Amnesty", "Angeles", "Foundation", "Friday"):
        assert not any(word in name for name in people)


def test_the_second_mention_is_the_same_person(who: "Callable[[str], Cast]") -> None:
    cast = who("Philippa Ransome-Obi met the union. Ms Ransome-Obi said the talks failed.")
    assert cast.refers("Ransome-Obi") == ["Philippa Ransome-Obi"]
    assert who("Dr. Tan Boon Keng spoke. Dr. Tan resigned.").refers("Tan") == ["Tan Boon Keng"]


def test_a_first_name_behind_an_honorific_is_somebody_else(who: "Callable[[str], Cast]") -> None:
    assert who("Thomas Reyes spoke. Mr. Thomas resigned.").refers("Thomas") == ["Thomas"]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("The union's president, Janina Mora, rejected the offer.", ("Janina Mora", "president", "union")),
        ("The port's director, Leszek Oginski, offered talks.", ("Leszek Oginski", "director", "port")),
        (
            "Transparency International criticised the deal. Its director in Nairobi, Peter Ouma, called it a fraud.",
            ("Peter Ouma", "director", "Transparency International"),
        ),
        (
            "He received the Special Envoy of the United Nations for Mali, Lorna Farrow, on Friday.",
            ("Lorna Farrow", "special envoy", "United Nations"),
        ),
        (
            "The head of the Red Cross in the region, Delphine Rochas, appealed.",
            ("Delphine Rochas", "head", "Red Cross"),
        ),
        (
            "Mayor Hanna Weber opened the market in Hamburg. Hamburg is poor. Crowds in Hamburg cheered.",
            ("Hanna Weber", "mayor", "Hamburg"),
        ),
    ],
)
def test_an_office_below_the_state_is_of_its_body(
    who: "Callable[[str], Cast]", text: str, position: tuple[str, str, str]
) -> None:
    assert who(text).positions() == [position]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Hanna Weber opened the market in Hamburg.",
        "Former mayor Hanna Weber left Hamburg. Hamburg is poor. Crowds in Hamburg cheered.",
        "Mayor Hanna Weber flew to Hamburg. Berlin, Hamburg and Munich voted. Berlin cheered Hamburg and Munich.",
    ],
)
def test_a_mayor_is_of_no_town_without_a_home(who: "Callable[[str], Cast]", text: str) -> None:
    assert [of for _, kind, of in who(text).positions() if kind == "mayor"] == [None]


def test_the_office_told_once_is_the_person(who: "Callable[[str], Cast]") -> None:
    cast = who(
        "The president received the Special Envoy of the United Nations for Mali, Lorna Farrow, on Friday. "
        "The Special Envoy thanked the country. She left on Sunday."
    )
    assert cast.refers("The Special Envoy") == ["Lorna Farrow"]
    assert cast.refers("She") == ["Lorna Farrow"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Orban Viktor met farmers. Viktor Orban said no. Orban left.", 1),
        ("Yong-su Kim came to Geneva. Kim Yong-su met the mediators. Kim left.", 1),
        ("Martin George met George Martin in Paris.", 2),
        ("Viktor Orban met Viktor Kovacs.", 2),
    ],
)
def test_a_name_in_two_orders_is_one_person(who: "Callable[[str], Cast]", text: str, people: int) -> None:
    assert sum(entity.type is EntityType.PERSON for entity in who(text).layer.entities) == people


@pytest.mark.parametrize(
    "name",
    [
        "Maria Fernanda de Oliveira e Souza",
        "Ana Paula dos Santos Pereira de Lima",
        "Jose Antonio Fernandez de la Vega y Castro",
    ],
)
def test_a_long_name_is_one_person(who: "Callable[[str], Cast]", name: str) -> None:
    cast = who(f"{name} was appointed minister of health.")

    assert [entity.name for entity in cast.layer.entities if entity.type is EntityType.PERSON] == [name]
    assert cast.positions() == [(name, "health minister", None)]


def test_two_names_joined_by_and_are_two(who: "Callable[[str], Cast]") -> None:
    cast = who("Ana Paula dos Santos and Maria de Lourdes e Silva met.")

    assert cast.names() == ["Ana Paula dos Santos", "Maria de Lourdes e Silva"]


def test_the_last_part_of_a_name_that_the_parser_joins_is_taken_in(who: "Callable[[str], Cast]") -> None:
    assert who("Police arrested the builder Gaspare Ventimiglia Lo Bue.").refers("the builder") == [
        "Gaspare Ventimiglia Lo Bue"
    ]
