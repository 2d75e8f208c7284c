"""What a name is, told by the words around it and by the rest of the document."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from graphbuilder.records.annotation import EntityType

if TYPE_CHECKING:
    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]
PERSON, BODY, PLACE = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE


def kind(cast: "Cast", name: str) -> EntityType | None:
    """Return the type of the entity of a name, None where the text has none."""
    return next((one.type for one in cast.layer.entities if name in {one.name, *one.aliases}), None)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The army shelled villages in eastern Velmora on Monday.", ["Velmora"]),
        ("Farmers left Arlan and Velmora provinces on Monday.", ["Arlan", "Velmora"]),
        ("Buses ran to Barrel, Tarn and Velmora counties.", ["Barrel", "Tarn", "Velmora"]),
        ("They held the towns of Arlan, Tarnov and Velmora for a week.", ["Arlan", "Tarnov", "Velmora"]),
        ("The road to the Kettle Stone roundabout will be closed.", ["Kettle Stone"]),
        ("She was taken to Karl Brandes Hospital on Monday.", ["Karl Brandes Hospital"]),
        ("The talks took place at the Arlan Convention Centre.", ["Arlan Convention Centre"]),
        ("The Museum of Clocks (MOC) opened. Visitors to the MOC had to wait.", ["Museum of Clocks"]),
    ],
)
def test_the_words_beside_it_make_a_name_a_place(who: Who, text: str, names: list[str]) -> None:
    cast = who(text)

    assert [kind(cast, name) for name in names] == [PLACE] * len(names)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The eastern Democrats voted on Monday.", "Democrats"),
        ("French and German cities were hit on Monday.", "German"),
    ],
)
def test_peoples_and_people_are_no_places_for_it(who: Who, text: str, name: str) -> None:
    assert kind(who(text), name) is not PLACE


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hurricane Irma hit the coast. On Monday Irma moved north.", "Irma"),
        ("The USS Arlington left port. The Arlington has a crew of 300.", "Arlington"),
        ("The Space Shuttle Pathfinder landed on Monday.", "Space Shuttle Pathfinder"),
        ("Troops of Operation Iron Lion entered the valley.", "Operation Iron Lion"),
        ("The army bought two KX-12 from a dealer.", "KX-12"),
    ],
)
def test_names_of_things_are_no_entities(who: Who, text: str, name: str) -> None:
    assert kind(who(text), name) is None


def test_a_person_named_like_a_storm_stays(who: Who) -> None:
    cast = who("Hurricane Irma hit the coast. Irma Castellan, the mayor, asked for help. Castellan spoke on Monday.")

    assert kind(cast, "Irma Castellan") is PERSON


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Presidents Grace Able and Bo Cane met on Monday.", ["Grace Able", "Bo Cane"]),
        ("Senators Ann Able, Bo Cane and Rosa Dow voted against it.", ["Ann Able", "Bo Cane", "Rosa Dow"]),
        ("Isabel Able and her son fled. Neighbours hid Isabel for a week.", ["Isabel Able"]),
        ("She held talks with Lurdes Cane, the Danish foreign minister, on Monday.", ["Lurdes Cane"]),
    ],
)
def test_people_by_titles_and_first_names(who: Who, text: str, people: list[str]) -> None:
    cast = who(text)

    assert [kind(cast, name) for name in people] == [PERSON] * len(people)
    assert not [one for one in cast.layer.entities if one.type is BODY]


def test_a_first_name_alone_is_the_person_of_the_fuller_name(who: Who) -> None:
    cast = who("Isabel Able fled the town. Neighbours hid Isabel for a week.")

    assert cast.refers("Isabel") == ["Isabel Able"]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "Velmora said it would close two plants. Velmora executives met a spokesman for Velmora.",
            "Velmora",
            BODY,
        ),
        (
            "Tarnova, who lost her house, waited. Tarnova said she had no money. The police found Tarnova, 34, at home.",
            "Tarnova",
            PERSON,
        ),
        ("Troops moved to Zumba. A fire broke out in Zumba. The minister left Zumba on Monday.", "Zumba", PLACE),
    ],
)
def test_all_mentions_of_a_name_tell_its_kind(who: Who, text: str, name: str, expected: EntityType) -> None:
    cast = who(text)

    assert {one.type for one in cast.layer.entities if one.name == name} == {expected}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("The vote was won by Georgian Dream on Monday.", "Georgian Dream", BODY),
        (
            "She works for the United Nations Industrial Harbour Organization.",
            "United Nations Industrial Harbour Organization",
            BODY,
        ),
        ("The Office of the Prime Minister denied it.", "Office of the Prime Minister", BODY),
        ("The Municipality of Arlan asked for help.", "Municipality of Arlan", BODY),
    ],
)
def test_longer_names_of_bodies(who: Who, text: str, name: str, expected: EntityType) -> None:
    assert kind(who(text), name) is expected


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Paris Hilliard said she would appeal.", "Paris Hilliard", EntityType.PERSON),
        ("London Breedlove told reporters he was glad.", "London Breedlove", EntityType.PERSON),
        ("Critics of Daw Khin Myo Thant welcomed the ruling.", "Khin Myo Thant", EntityType.PERSON),
        ("The footballer Dede Maboa visited the school.", "Dede Maboa", EntityType.PERSON),
        ("Police arrested smuggler Ivo Kranz in Arla.", "Ivo Kranz", EntityType.PERSON),
        ("Paris Match said the magazine would close.", "Paris Match", EntityType.ORGANIZATION),
        ("Dubai Holdings said it would pay.", "Dubai Holdings", EntityType.ORGANIZATION),
        ("A man was killed. Paris Zink said he was 34.", "Paris Zink", EntityType.ORGANIZATION),
        ("Its rival Dede Maboa closed.", "Dede Maboa", EntityType.ORGANIZATION),
    ],
)
def test_who_says_she_and_who_bears_a_persons_noun_is_a_person(
    who: Who, text: str, name: str, kind: EntityType
) -> None:
    assert who(text).entity(name).type is kind


def test_a_noun_right_before_a_name_is_that_person(who: Who) -> None:
    cast = who("The footballer Dede Maboa visited the school.")

    assert cast.refers("The footballer") == ["Dede Maboa"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Goalkeeper Dede Maboa spoke.", "Dede Maboa"),
        ("Rapper Zubo Kranz was jailed.", "Zubo Kranz"),
        ("Victim Zubo Kranz was 34.", "Zubo Kranz"),
        ("Hunter Kranz was jailed.", "Hunter Kranz"),
    ],
)
def test_what_somebody_is_at_the_head_of_a_sentence_is_no_part_of_the_name(who: Who, text: str, name: str) -> None:
    assert who(text).names() == [name]
