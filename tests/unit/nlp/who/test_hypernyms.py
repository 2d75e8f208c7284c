"""Bodies called by their kind, countries called home, and a spokesman's "we"."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Tarvex Corp. cut jobs on Monday. The company said sales had fallen.", "The company", "Tarvex Corp."),
        ("NATO met in Arlen on Monday. The alliance will send ships.", "The alliance", "NATO"),
        ("The Pentagon denied it. The department sent no letter.", "The department", "Pentagon"),
        ("Velm Water Company cut jobs. The firm blamed costs.", "The firm", "Velm Water Company"),
        ("Reuters reported the raid. The agency named nobody.", "The agency", "agency"),
        ("Tarvex Corp. sued Molun Inc. on Monday. The company wants money.", "The company", "Tarvex Corp."),
    ],
)
def test_a_body_is_called_by_its_kind(who: Who, text: str, words: str, name: str) -> None:
    assert who(text).refers(words) == [name]


def test_nobody_is_meant_where_two_bodies_fit(who: Who) -> None:
    cast = who("A judge heard Tarvex Corp. and Molun Inc. on Monday. The company won.")
    assert cast.refers("The company") not in (["Tarvex Corp."], ["Molun Inc."])


def test_a_town_of_a_name_is_that_town(who: Who) -> None:
    cast = who("Troops left Madrid. They reached the town of Yeonbar at night.")
    assert cast.refers("the town") in (["Yeonbar"], [])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Arla Police Department searched a house. The police found nothing.", "Arla Police Department"),
        ("The Arla Police Service met Danish police. The police found nothing.", "Danish police"),
        ("The Arla Police Federation blamed the minister. The police found nothing.", "police"),
    ],
)
def test_the_police_is_the_force_spoken_of_last(who: Who, text: str, name: str) -> None:
    assert who(text).refers("The police") == [name]


def test_what_stands_before_and_its_is_the_owner(who: Who) -> None:
    cast = who("The speaker thanked Kenya and its neighbours.")
    assert cast.refers("its") == ["Kenya"]


@pytest.mark.parametrize("words", ["our country", "My country", "This nation"])
def test_a_speaker_means_the_country_the_speech_names_most(who: Who, words: str) -> None:
    told = "I thank you. I come from Kenya. We in Kenya know drought, and we know Kenya will act. I ask for help. "
    assert who(f"{told}\n\n{words} has waited, and I am tired of it. My friends in Kenya are tired.").refers(words) == [
        "Kenya"
    ]


def test_a_home_is_not_told_where_two_countries_are_named_as_often(who: Who) -> None:
    told = "I thank you. I know Kenya and Peru. We in Kenya and Peru know drought. I ask for help. "
    assert who(f"{told}\n\nour country has waited, and I am tired of it.").refers("our country") in ([], ["country"])


@pytest.mark.parametrize(
    "text",
    [
        '"We will answer in kind," Ann Able, a spokeswoman for the Danish Foreign Ministry, said.',
        '"We will answer in kind," a Danish Foreign Ministry spokesman said.',
        '"We will answer in kind," Danish Foreign Ministry spokesman Bo Baker said.',
    ],
)
def test_we_of_a_spokesman_is_the_body_spoken_for(who: Who, text: str) -> None:
    assert who(text).refers("We") == ["Danish Foreign Ministry"]


def test_we_of_others_is_theirs_together_with_others(who: Who) -> None:
    assert who('"We will answer in kind," Danish Foreign Minister Bo Baker said.').refers("We") == ["Bo Baker"]


@pytest.mark.parametrize(
    "text",
    [
        'Ann Able issued a statement on the closure. "I am sorry for every family," it read.',
        'Ann Able praised the deal, adding: "I am glad."',
    ],
)
def test_who_speaks_a_quotation_no_verb_of_saying_frames(who: Who, text: str) -> None:
    assert who(text).refers("I") == ["Ann Able"]


def test_the_prime_minister_is_of_the_country_a_text_is_at_home_in(who: Who) -> None:
    home = "Danish Foreign Minister Ann Able spoke in Denmark on Monday. Denmark wants peace, and Denmark will pay. "
    assert who(f"{home}The prime minister agreed.").refers("The prime minister") == ["prime minister of Denmark"]


def test_the_prime_minister_of_a_text_on_another_country_is_of_none(who: Who) -> None:
    cast = who("The prime minister praised Denmark. Denmark wants peace, and Denmark will pay. Denmark is small.")
    assert cast.refers("The prime minister") == ["prime minister"]
