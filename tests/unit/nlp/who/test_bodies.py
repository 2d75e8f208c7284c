"""Organisations and groups."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.who.initials import initials_of
from graphbuilder.records.annotation import EntityType

if TYPE_CHECKING:
    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]


def test_an_acronym_is_its_long_form(who: Who) -> None:
    cast = who("The International Organisation for Harvest (IOH) closed. IOH officials declined to comment.")

    assert cast.refers("IOH", 0) == cast.refers("IOH", 1) == ["International Organisation for Harvest"]


def test_an_acronym_of_a_thing_is_no_organization(who: Who) -> None:
    cast = who("The Northern Grain Treaty (NGT) was signed. Farmers like the NGT.")

    assert "NGT" not in cast.names()


def test_known_bodies_have_keys(who: Who) -> None:
    cast = who("NATO and the European Union met. The EU agreed with Nato.")

    assert cast.entity("NATO").key == "org:nato"
    assert cast.refers("EU") == ["European Union"]


def test_an_office_is_an_organization(who: Who) -> None:
    cast = who("A statement from the Danish president's office denied it.")

    office = cast.entity("Danish president's office")
    assert office.type is EntityType.ORGANIZATION
    assert cast.affiliations("Danish president's office") == ["Denmark"]


def test_a_government_is_named_by_its_country_and_repeated(who: Who) -> None:
    cast = who("The Kenyan government denied that its army had crossed the border. The government said so twice.")

    assert cast.refers("The Kenyan government") == cast.refers("The government") == ["Kenyan government"]
    assert cast.refers("its army") == ["Kenyan army"]
    assert cast.entity("Kenyan government").type is EntityType.ORGANIZATION


@pytest.mark.parametrize("text", [
    "Russia's Foreign Ministry denied it.", "The Russian Foreign Ministry denied it.", "Russia's foreign ministry denied it.",
])  # fmt: skip
def test_a_ministry_has_one_name(who: Who, text: str) -> None:
    cast = who(text)

    assert [name.casefold() for name in cast.names() if "inistry" in name] == ["russian foreign ministry"]


def test_the_ministry_of_a_spokeswoman_is_the_one_named_before(who: Who) -> None:
    cast = who("Russia's Foreign Ministry denied it. Ministry spokeswoman Olga Petrova called it a lie.")

    assert ("Olga Petrova", "spokesperson", "Russian Foreign Ministry") in cast.positions()


def test_an_administration_bears_its_heads_name(who: Who) -> None:
    cast = who("President Ann Able left. The Able administration denied it.")

    assert cast.refers("The Able administration") == ["Able administration"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Thousands of protesters marched.", "Thousands of protesters", "protesters"),
        ("Two Mexican officials resigned.", "Two Mexican officials", "Mexican officials"),
        ("Police detained a man.", "Police", "police"),
        ("Angry Danish farmers blocked roads.", "Angry Danish farmers", "Danish angry farmers"),
        ("Police shot dead two students.", "two students", "students"),
    ],
)
def test_a_group_is_named_by_its_words(who: Who, text: str, words: str, name: str) -> None:
    cast = who(text)

    assert cast.refers(words) == [name]
    assert cast.entity(name).type is EntityType.GROUP


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("US and Iraqi officials met on Monday.", "US and Iraqi officials", ["US officials", "Iraqi officials"]),
        ("Thai and Cambodian troops clashed.", "Thai and Cambodian troops", ["Thai troops", "Cambodian troops"]),
        ("Bosnian Serb forces left.", "Bosnian Serb forces", ["Bosnian forces"]),
        ("Danish officials and troops left.", "Danish officials", ["Danish officials"]),
    ],
)
def test_a_noun_of_several_countries_is_a_group_of_each(who: Who, text: str, words: str, names: list[str]) -> None:
    assert who(text).refers(words) == names


def test_a_repeated_group_is_the_same(who: Who) -> None:
    cast = who("Colombian rebels freed two soldiers. The rebels said they had been fed.")

    assert cast.refers("The rebels") == cast.refers("they") == ["Colombian rebels"]


def test_acronym_takes_the_initials_of_capitalised_words() -> None:
    assert initials_of("Organisation for Fish and Ships") == ["ofs"]


@pytest.mark.parametrize(
    ("text", "group", "country"),
    [
        ("Soldiers from Rwanda attacked a village.", "Rwandan soldiers", "RW"),
        ("Officials in Beijing said nothing.", "Chinese officials", "CN"),
        ("Former officials in Chile met on Monday.", "Chilean former officials", "CL"),
        ("The Danish media criticised the plan.", "Danish media", "DK"),
    ],
)
def test_a_group_is_of_where_it_comes_or_governs_from(who: Who, text: str, group: str, country: str) -> None:
    assert who(text).entity(group).country == country


@pytest.mark.parametrize(
    ("text", "group"),
    [("Officials in Lyon said nothing.", "officials"), ("U.N. officials in Kabul left.", "U.N. officials")],
)
def test_a_town_that_is_no_capital_and_an_own_body_say_nothing_of_the_state(who: Who, text: str, group: str) -> None:
    assert who(text).entity(group).country is None


@pytest.mark.parametrize(
    "text",
    [
        "The New Democracy party and New Democracy said so.",
        "The ruling New Democracy party won. New Democracy said it would rule alone.",
    ],
)
def test_a_party_with_the_noun_behind_its_name_is_the_party(who: Who, text: str) -> None:
    bodies = [entity.name for entity in who(text).layer.entities if "Democracy" in entity.name]

    assert bodies == ["New Democracy"]


def test_the_party_of_a_land_is_not_the_land(who: Who) -> None:
    assert "Danish ruling party" in who("The Danish ruling party said so.").names()
