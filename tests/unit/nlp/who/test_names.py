"""Names repaired over the document."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.who.people import same_person
from graphbuilder.records.annotation import EntityType

if TYPE_CHECKING:
    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Dora Trumble won. Voters trusted Trumble, and Trumble's party cheered.", "Trumble", "Dora Trumble"),
        ("Rosa Vega Luna spoke. He and Vega Luna left early.", "Vega Luna", "Rosa Vega Luna"),
        ("Premier Nabil al-Amin spoke first. Al-Amin thanked the king.", "Al-Amin", "Nabil al-Amin"),
        ("Pieter van Dalen spoke. Critics of van Dalen left.", "van Dalen", "Pieter van Dalen"),
        ("PRESIDENT GOMEZ MEETS BANK CHIEF\nPresident Luis Gomez met a banker.", "GOMEZ", "Luis Gomez"),
        ("Tomás Núñez arrived. Nunez smiled.", "Nunez", "Tomás Núñez"),
        ("Wang Lei arrived in Nairobi. Wang praised the port.", "Wang", "Wang Lei"),
        ("President Carla Ruiz spoke. Mrs. Ruiz smiled.", "Ruiz", "Carla Ruiz"),
        ("President Park Min-jun spoke. Park smiled.", "Park", "Park Min-jun"),
        ("Prime Minister Iris May spoke. May said she would return.", "May", "Iris May"),
        ("Zabihullah Haidar spoke. Zabiullah Haidar smiled.", "Zabiullah Haidar", "Zabihullah Haidar"),
    ],
)
def test_a_short_name_is_the_person_of_the_fuller_name(who: Who, text: str, words: str, name: str) -> None:
    cast = who(text)

    assert cast.refers(words) == [name]
    assert cast.entity(name).type is EntityType.PERSON


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("US Secretary of Homeland Security Ann Able met farmers.", "Ann Able"),
        ("Mr. Able met farmers.", "Able"),
        ("UN Secretary-General Pieter de Groot met farmers.", "Pieter de Groot"),
        ("Former Prime Minister Bo Baker met farmers.", "Bo Baker"),
        ("Chancellor Vogel met farmers.", "Vogel"),
    ],
)
def test_titles_are_no_part_of_a_name(who: Who, text: str, words: str) -> None:
    cast = who(text)

    assert cast.mention(words).form == "name"
    assert cast.entity(words).type is EntityType.PERSON


def test_a_body_inside_a_title_is_no_organization(who: Who) -> None:
    cast = who("Secretary of Homeland Security Ann Able met Secretary of State Bo Baker.")

    assert not [entity for entity in cast.layer.entities if entity.type is EntityType.ORGANIZATION]


def test_two_people_of_one_surname_stay_apart(who: Who) -> None:
    cast = who("Henry Calder met Rosa Calder. Mrs. Calder thanked him.")

    assert cast.refers("Henry Calder") != cast.refers("Rosa Calder")
    assert cast.refers("Calder") == ["Rosa Calder"]


def test_gender_comes_from_first_name_and_honorific(who: Who) -> None:
    cast = who("Sarah Holt met Mr. Quill and Henry Marsh.")

    assert [cast.entity(name).gender for name in ("Sarah Holt", "Quill", "Henry Marsh")] == ["female", "male", "male"]


@pytest.mark.parametrize("thing", ["on Monday", "in July", "for $3 million", "under the Paris Climate Agreement"])
def test_dates_money_and_treaties_are_no_entities(who: Who, thing: str) -> None:
    cast = who(f"Ann Able left the country {thing}.")

    assert not [name for name in cast.names() if name in {"Monday", "July", "$3 million", "Paris Climate Agreement"}]


def test_a_known_surname_needs_no_full_name(who: Who) -> None:
    cast = who("Merkel flew home. Putin did not attend.")

    assert [cast.entity(name).type for name in ("Merkel", "Putin")] == [EntityType.PERSON, EntityType.PERSON]


def test_a_country_named_before_a_person_of_that_name_stays_a_country(who: Who) -> None:
    cast = who("Jordan and Chad agreed to cooperate. Michael Jordan met Chad Smith.")

    assert [cast.entity(name).is_country for name in ("Jordan", "Chad", "Michael Jordan", "Chad Smith")] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("john", "f.", "marsh"), ("john", "marsh"), True),
        (("j.", "marsh"), ("john", "marsh"), True),
        (("rosa", "vega", "luna"), ("vega", "luna"), True),
        (("rosa", "marsh"), ("john", "marsh"), False),
        (("zabihullah", "haidar"), ("zabiullah", "haidar"), True),
        (("mario", "velm"), ("maria", "velm"), False),
        (("john", "marsh"), ("john", "able"), False),
    ],
)
def test_same_person(one: tuple[str, ...], other: tuple[str, ...], *, same: bool) -> None:
    assert same_person(one, other) is same
