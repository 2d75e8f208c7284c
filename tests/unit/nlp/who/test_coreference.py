"""Roles, pronouns and plurals in one document."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.who.register import WEAK_KIND
from graphbuilder.records.annotation import EntityType

if TYPE_CHECKING:
    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Mexican President Ivo Ruiz left. The Mexican president was ill.", "The Mexican president", ["Ivo Ruiz"]),
        ("Astrid Holm, the Danish foreign minister, left. The minister was ill.", "The minister", ["Astrid Holm"]),
        ("Former judge Paul Reyes left. The former judge was ill.", "The former judge", ["Paul Reyes"]),
        ("Lena Ortiz was elected mayor of Reno in 2009. The former mayor was ill.", "The former mayor", ["Lena Ortiz"]),
        ("Danish Defence Minister Bo Baker met Swedes. The Danish minister left.", "The Danish minister", ["Bo Baker"]),
        ("IMF chief Claire Dubois left. The IMF chief was ill.", "The IMF chief", ["Claire Dubois"]),
    ],
)
def test_a_role_is_its_holder(who: Who, text: str, words: str, names: list[str]) -> None:
    assert who(text).refers(words) == names


def test_a_role_without_a_holder_is_an_entity_of_its_own(who: Who) -> None:
    cast = who("The Danish president spoke to farmers.")

    role = cast.entity("president of Denmark")
    assert (role.type, role.kind, role.country) == (EntityType.PERSON, WEAK_KIND, "DK")


def test_nobody_is_added_from_the_table(who: Who) -> None:
    cast = who("The French president spoke to farmers.")

    assert cast.refers("The French president") == ["president of France"]


def test_a_known_holder_named_without_a_title_is_found_by_the_table(who: Who) -> None:
    cast = who("Emmanuel Macron spoke to farmers. The French president promised help.")

    assert cast.refers("The French president") == ["Emmanuel Macron"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Danish President Ann Able met Chilean President Bo Baker. The two leaders signed a deal.", "The two leaders"),
        ("Danish President Ann Able met Chilean President Bo Baker. Both leaders smiled.", "Both leaders"),
        ("Danish President Ann Able met Chilean President Bo Baker. The Danish and Chilean presidents smiled.",
         "The Danish and Chilean presidents"),
        ("Danish President Ann Able met Chilean President Bo Baker. The presidents' meeting was short.", "The presidents"),
    ],
)  # fmt: skip
def test_a_plural_role_is_both(who: Who, text: str, words: str) -> None:
    assert sorted(who(text).refers(words)) == ["Ann Able", "Bo Baker"]


def test_both_countries_are_the_last_two(who: Who) -> None:
    cast = who("Danish Foreign Minister Ann Able met farmers in Chile. Both countries want a deal.")

    assert sorted(cast.refers("Both countries")) == ["Chile", "Denmark"]


def test_his_counterpart_is_the_other_holder(who: Who) -> None:
    cast = who(
        "Danish Foreign Minister Henry Holm met Chilean Foreign Minister Rosa Ibarra. Holm thanked his Chilean counterpart."
    )

    assert cast.refers("his Chilean counterpart") == ["Rosa Ibarra"]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Henry Marsh met Sarah Holt. She thanked him.", "She", ["Sarah Holt"]),
        ("Henry Marsh met Sarah Holt. She thanked him.", "him", ["Henry Marsh"]),
        ("Sarah Holt said she would resign.", "she", ["Sarah Holt"]),
        ("Henry Marsh arrived late. He and Sarah Holt then left.", "He", ["Henry Marsh"]),
        ("Turkey said it had won.", "it", ["Turkey"]),
        ("It was raining when Turkey won.", "It", []),
        ("The harvest failed. She left.", "She", []),
    ],
)
def test_a_pronoun_agrees_or_abstains(who: Who, text: str, words: str, names: list[str]) -> None:
    assert who(text).refers(words) == names


def test_i_and_we_in_a_quotation_are_the_speaker(who: Who) -> None:
    cast = who('"We will not accept this," Sarah Holt said. "I have told Henry Marsh so."')

    assert cast.refers("We") == cast.refers("I") == ["Sarah Holt"]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Sarah Holt and Henry Marsh met in May. They agreed on little.", "They", ["Sarah Holt", "Henry Marsh"]),
        ("Henry Marsh met John Quill. The two men smiled.", "The two men", ["Henry Marsh", "John Quill"]),
        ("Rebels freed a farmer. They asked for nothing.", "They", ["rebels"]),
        ("Sarah Holt left. They were gone.", "They", []),
    ],
)
def test_several_people(who: Who, text: str, words: str, names: list[str]) -> None:
    assert who(text).refers(words) == names


def test_a_head_can_be_a_part_of_the_body(who: Who) -> None:
    assert who("Henry Marsh fell and hurt his head.").names() == ["Henry Marsh"]


def test_a_spokeswoman_of_a_person_is_of_the_person(who: Who) -> None:
    cast = who("Danish President Sarah Holt left early. Her spokeswoman denied that it was a snub.")

    assert cast.refers("Her spokeswoman") == ["Sarah Holt's spokeswoman"]


def test_a_retired_general_is_somebody_new(who: Who) -> None:
    cast = who("Chile imposed sanctions on a retired Bolivian general.")

    assert cast.refers("a retired Bolivian general") == ["former Bolivian general"]


def test_his_minister_is_of_his_country(who: Who) -> None:
    cast = who("Kazakh President Timur Akhmetov dismissed his foreign minister.")

    assert cast.refers("his foreign minister") == ["foreign minister of Kazakhstan"]
