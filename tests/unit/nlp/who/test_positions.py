"""Positions: read beside a name, and their country where the words name none."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]


@pytest.mark.parametrize(
    ("text", "holder", "kind", "of"),
    [
        ("Mexican Foreign Minister Ann Able resigned.", "Ann Able", "foreign minister", "Mexico"),
        ("Ann Able, the Danish foreign minister, resigned.", "Ann Able", "foreign minister", "Denmark"),
        ("The Danish foreign minister, Ann Able, resigned.", "Ann Able", "foreign minister", "Denmark"),
        ("Kenya's president, Samuel Odera, resigned.", "Samuel Odera", "president", "Kenya"),
        ("President Samuel Odera of Kenya resigned.", "Samuel Odera", "president", "Kenya"),
        ("Lena Ortiz is the governor of Nevada.", "Lena Ortiz", "governor", "Nevada"),
        ("Lena Ortiz was elected mayor of Reno in 2009.", "Lena Ortiz", "mayor", "Reno"),
        (
            "US Secretary of Homeland Security Ann Able left.",
            "Ann Able",
            "secretary of homeland security",
            "United States",
        ),
        ("Secretary of State Ann Able left for Peru.", "Ann Able", "secretary of state", "United States"),
        ("UN Secretary-General Pieter de Groot left.", "Pieter de Groot", "secretary-general", "United Nations"),
        ("Gov. Lena Ortiz of Nevada left.", "Lena Ortiz", "governor", "Nevada"),
        ("Wang Lei, China's ambassador to Kenya, left.", "Wang Lei", "ambassador", "China"),
        ("European Commission President Ingrid Maes left.", "Ingrid Maes", "president", "European Commission"),
        ("Danish trade minister Ann Able left.", "Ann Able", "trade minister", "Denmark"),
        ("Ann Able, the minister of trade of Denmark, left.", "Ann Able", "trade minister", "Denmark"),
    ],
)
def test_a_title_beside_a_name_is_a_position(who: Who, text: str, holder: str, kind: str, of: str) -> None:
    assert (holder, kind, of) in who(text).positions()


def test_titles_keep_the_words_used(who: Who) -> None:
    cast = who("Mexican Foreign Minister Ann Able met US Secretary of State Bo Baker.")

    assert cast.mention("Ann Able").title == "Mexican Foreign Minister"
    assert cast.mention("Bo Baker").title == "US Secretary of State"
    assert [position.title for position in cast.layer.positions] == ["Foreign Minister", "Secretary of State"]


def test_former_and_acting(who: Who) -> None:
    cast = who("Former President Jonas Brandt and acting Interior Minister Leila Haddad of Tunisia were arrested.")
    former, acting = cast.layer.positions

    assert (former.former, former.acting) == (True, False)
    assert (acting.former, acting.acting) == (False, True)


def test_a_plural_title_is_shared(who: Who) -> None:
    cast = who("Presidents Ivan Petrov of Bulgaria and Ana Kovac of Croatia met in Sofia.")

    assert cast.positions() == [("Ivan Petrov", "president", "Bulgaria"), ("Ana Kovac", "president", "Croatia")]


def test_a_counterpart_holds_the_same_office(who: Who) -> None:
    cast = who("Danish Foreign Minister Astrid Holm met her Chilean counterpart, Marco Ibarra, in Santiago.")

    assert ("Marco Ibarra", "foreign minister", "Chile") in cast.positions()


def test_a_counterpart_says_nothing_of_another_office(who: Who) -> None:
    cast = who(
        "Foreign Minister Bo Baker spoke in parliament. Prime Minister Astrid Holm called her Chilean counterpart on Monday."
    )

    assert cast.positions() == [("Bo Baker", "foreign minister", None), ("Astrid Holm", "prime minister", None)]


def test_an_american_counterpart_is_the_secretary_of_state(who: Who) -> None:
    cast = who("Danish Foreign Minister Astrid Holm met her US counterpart, Bo Baker.")

    assert ("Bo Baker", "secretary of state", "United States") in cast.positions()


def test_a_title_before_a_comma_is_a_mention_of_its_holder(who: Who) -> None:
    cast = who("The Danish foreign minister, Astrid Holm, resigned.")

    assert cast.refers("The Danish foreign minister") == cast.refers("Astrid Holm") == ["Astrid Holm"]


def test_a_list_behind_a_definite_plural(who: Who) -> None:
    cast = who("The foreign ministers, Astrid Holm of Denmark and Marco Ibarra of Chile, met on Monday.")

    assert cast.refers("The foreign ministers") == ["Astrid Holm", "Marco Ibarra"]
    assert cast.positions() == [
        ("Astrid Holm", "foreign minister", "Denmark"),
        ("Marco Ibarra", "foreign minister", "Chile"),
    ]


def test_her_minister_is_of_her_country(who: Who) -> None:
    cast = who("Chilean President Rosa Ibarra met Bolivian and Danish farmers. Her interior minister, Bo Baker, left.")

    assert ("Bo Baker", "interior minister", "Chile") in cast.positions()


def test_the_country_a_text_is_at_home_in(who: Who) -> None:
    cast = who(
        "Kenyan farmers marched in Nairobi and Mombasa. Interior Minister Grace Otieno flew back to Kenya from Uganda. Kenya's"
        " police were praised by Kenyan shopkeepers, Kenyan teachers and Kenyan nurses."
    )

    assert cast.positions() == [("Grace Otieno", "interior minister", "Kenya")]


def test_the_leader_of_a_union_is_not_of_its_town(who: Who) -> None:
    cast = who("Police arrested the leader of the Arica dockworkers' union on Thursday.")

    assert cast.refers("the leader of the Arica dockworkers' union") == ["leader of the Arica dockworkers' union"]
    assert cast.refers("the Arica dockworkers' union") == ["Arica dockworkers' union"]


def test_an_age_is_no_part_of_a_title(who: Who) -> None:
    cast = who("The 54-year-old leader of the Harvest Party resigned.")

    assert cast.mention("The 54-year-old leader of the Harvest Party").title == "leader of the Harvest Party"


def test_a_president_elect_is_no_president_yet(who: Who) -> None:
    assert who("Brazilian President-elect Marta Souza smiled.").positions() == [
        ("Marta Souza", "president-elect", "Brazil")
    ]


def test_a_list_of_senators(who: Who) -> None:
    cast = who("Two U.S. senators, Mark Hale of Ohio and Susan Price of Maine, urged caution.")

    assert cast.refers("Two U.S. senators") == ["Mark Hale", "Susan Price"]
    assert [(holder, kind) for holder, kind, _ in cast.positions()] == [
        ("Mark Hale", "senator"),
        ("Susan Price", "senator"),
    ]


def test_a_short_name_finds_its_country_in_the_table(who: Who) -> None:
    assert who("President Xi praised Danish farmers.").positions() == [("Xi", "president", "China")]


def test_a_country_is_inherited_from_another_mention(who: Who) -> None:
    cast = who("Kenyan President Samuel Odera met Ugandans. President Samuel Odera then left.")

    assert cast.positions() == [("Samuel Odera", "president", "Kenya")] * 2


def test_a_country_is_found_by_elimination(who: Who) -> None:
    cast = who(
        "The US and Mexican presidents spoke on Friday. President Carla Ruiz told her American counterpart that Mexico would"
        " not pay. President Dale Whitman disagreed."
    )

    assert ("Carla Ruiz", "president", "Mexico") in cast.positions()
    assert ("Dale Whitman", "president", "United States") in cast.positions()


def test_a_country_is_not_guessed(who: Who) -> None:
    cast = who("President Carla Ruiz flew to Denmark and then to Chile.")

    assert cast.positions() == [("Carla Ruiz", "president", None)]


def test_a_position_denied_is_none(who: Who) -> None:
    assert who("Lena Ortiz is not the governor of Nevada.").positions() == []


def test_the_country_of_a_known_holder_comes_from_the_table(who: Who) -> None:
    cast = who("President Emmanuel Macron met Danish and German farmers.")

    assert cast.positions() == [("Emmanuel Macron", "president", "France")]


def test_a_spokesman_of_a_ministry(who: Who) -> None:
    cast = who("A spokesman for the Danish foreign ministry, Bo Baker, denied it.")

    assert ("Bo Baker", "spokesperson", "Danish foreign ministry") in cast.positions()


@pytest.mark.parametrize(
    "text",
    [
        "President Lopez met the president of Colombia in Bogota.",
        "President Lopez wrote to the Colombian president.",
        "President Lopez spoke in Quito. He will receive the president of Colombia on Monday.",
        "The president of Colombia met President Lopez. Lopez praised the president of Colombia.",
    ],
)
def test_the_holder_of_an_office_is_not_who_is_named_beside_it(who: Who, text: str) -> None:
    cast = who(text)

    assert ("Lopez", "president", "Colombia") not in cast.positions()
    assert "president of Colombia" in cast.names()


def test_a_country_named_in_another_sentence_may_be_that_of_an_office(who: Who) -> None:
    assert who("President Lopez spoke. The president of Colombia left.").positions() == [
        ("Lopez", "president", "Colombia")
    ]
