"""Plain errors of a careful reader's news: family names, suffixes, offices told in other ways, rivers, headlines."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.pipeline import Annotator
from graphbuilder.records.annotation import EntityType
from tests.unit.nlp.who import passages

if TYPE_CHECKING:
    from spacy.language import Language

    from graphbuilder.records.annotation import PositionMention
    from tests.unit.nlp.who.conftest import Cast

ZAMBIA = """The former president of Zambia, Grace Mutinta, left. Mutinta, who was president from 2006 to 2014, met current
President Peter Mwale in Lusaka."""
Who = Callable[[str], "Cast"]


def dated(nlp: "Language", text: str, day: str = "2024-03-08") -> list["PositionMention"]:
    """Return the dated positions of a text of this day."""
    return list(next(iter(Annotator(nlp).annotate([passages.document({"id": "x", "date": day}, text)]))).positions)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kenya's foreign minister Juma Kiwelu Friday met his Latvian counterpart. Kiwelu smiled.", "Juma Kiwelu"),
        ("Jose Manuel Ortega y Vargas, Spain's deputy prime minister, left. Ortega was tired.", "Jose Manuel Ortega y Vargas"),
        ("Ferdinand Arroyo Jr., son of the late President Ferdinand Arroyo Sr., left.", "Ferdinand Arroyo Jr."),
        ("The banker Ferdinand Arroyo Jr. left for Rome.", "Ferdinand Arroyo Jr."),
    ],
)  # fmt: skip
def test_where_a_name_ends(who: Who, text: str, name: str) -> None:
    assert who(text).entity(name).type is EntityType.PERSON


def test_a_river_is_no_town(who: Who) -> None:
    cast = who("The ministers discussed floods along the Sava. They met in The Hague.")

    assert cast.entity("Sava").key is None
    assert cast.entity("Hague").key is not None


def test_a_country_named_once_does_not_move_a_world_town(who: Who) -> None:
    cast = who("US Secretary of State John Harding met Russian Foreign Minister Sergei Volkonsky in Geneva on Friday.")

    assert cast.within("Geneva") == "Switzerland"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Chinese Foreign Minister Luo Wenbin came on Monday. Luo said no.", "Luo", "Luo Wenbin"),
        ("North Korean leader Pak Chol-min came on Monday. Pak last travelled in 2018.", "Pak", "Pak Chol-min"),
        ("Economy Minister Beatriz Salcedo Duarte left. Salcedo said no.", "Salcedo", "Beatriz Salcedo Duarte"),
        ("Jose Manuel Ortega y Vargas of Spain left. Ortega was tired.", "Ortega", "Jose Manuel Ortega y Vargas"),
    ],
)
def test_the_family_name_that_is_not_the_last_word(who: Who, text: str, words: str, name: str) -> None:
    assert who(text).refers(words) == [name]


def test_father_and_son_by_their_suffix(who: Who) -> None:
    cast = who("Senator Pedro Arroyo Jr. met President Pedro Arroyo Sr. on Monday. Arroyo Jr. smiled.")

    assert cast.refers("Arroyo Jr.") == ["Pedro Arroyo Jr."]
    assert len([name for name in cast.names() if "Arroyo" in name]) == 2


def test_a_headline_in_capitals_is_no_name(who: Who) -> None:
    cast = who("HAMAS REJECTS TRUCE, ISRAEL VOWS TO FIGHT ON\n\nHamas on Saturday rejected a truce.")

    assert "HAMAS REJECTS TRUCE" not in cast.names()
    assert cast.refers("HAMAS") == ["Hamas"]


def test_a_party_beside_its_name(who: Who) -> None:
    cast = who("Opposition leader Halima Said was arrested. Her party, Chama cha Haki, demanded her release.")

    assert cast.entity("Chama cha Haki").type is EntityType.ORGANIZATION


@pytest.mark.parametrize(
    ("text", "holder", "kind", "of"),
    [
        ("The ambassador of France to Mali, Henri Lacaze, left.", "Henri Lacaze", "ambassador", "France"),
        ("The leader of the Rapid Support Front (RSF), Musa Hamid, left.", "Musa Hamid", "leader", "Rapid Support Front"),
        ("Sudan's army chief General Omar al-Bashari refused.", "Omar al-Bashari", "army chief", "Sudan"),
        ("Lars Holm, in office since 2016 as mayor of Malmo, left.", "Lars Holm", "mayor", "Malmo"),
        ("Chukwu Eze, now governor of Enugu State, spoke.", "Chukwu Eze", "governor", "Enugu State"),
        ("Kenya's president, Samuel Odera, and his successor, Ann Able, spoke.", "Ann Able", "president", "Kenya"),
        (ZAMBIA, "Peter Mwale", "president", "Zambia"),
    ],
)  # fmt: skip
def test_offices_told_in_other_ways(who: Who, text: str, holder: str, kind: str, of: str) -> None:
    assert (holder, kind, of) in who(text).positions()


def test_the_envoy_of_a_president_is_no_president(who: Who) -> None:
    assert who("Karim Saleh, the emir of Qatar's envoy to the United Nations, left.").positions() == []


def test_a_country_asked_about_or_travelled_to_is_not_the_ministers(who: Who) -> None:
    asked = who("Minister, have you spoken to your German counterpart? Economy Minister Beatriz Salcedo answered us.")
    travelled = who("Economy Minister Beatriz Salcedo will travel to Brussels in June.")

    assert asked.positions()[-1] == ("Beatriz Salcedo", "economy minister", None)
    assert travelled.positions() == [("Beatriz Salcedo", "economy minister", None)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Lars Holm, in office since 2016 as mayor of Malmo, did not comment.", "2016-01-01", None),
        ("Tom Reyes, appointed defence minister in 2016, thanked her.", "2016-01-01", None),
        ("The prime minister between 2005 and 2013, Ann Able, left.", "2005-01-01", "2013-12-31"),
        (
            "Foreign minister Juma Kiwelu Friday met him. Kiwelu, who took office in January, smiled.",
            "2024-01-01",
            None,
        ),
    ],
)
def test_when_an_office_began(nlp: "Language", text: str, start: str, end: str | None) -> None:
    position = dated(nlp, text)[-1]

    assert (str(position.start), position.end and str(position.end)) == (start, end)


def test_a_predecessor_held_the_office_and_a_successor_holds_it(nlp: "Language") -> None:
    text = "Finance Minister Amina Bello of Nigeria spoke. Her predecessor, Chukwu Eze, and Bello's successor, Ann Able, left."

    assert [(one.kind, one.former) for one in dated(nlp, text)] == [
        ("finance minister", False), ("finance minister", True), ("finance minister", False),
    ]  # fmt: skip
