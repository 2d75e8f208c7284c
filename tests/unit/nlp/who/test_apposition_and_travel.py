"""People told by the office behind a comma, what stands behind a comma after a town, and what a journey does not tell."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]


def test_an_office_behind_a_comma_makes_a_name_that_of_a_person(who: Who) -> None:
    cast = who(
        "Željko Velmić, the Croatian finance minister, met Łukasz Świątkow, Poland's ambassador to NATO, in Brussels."
    )

    assert ("Željko Velmić", "finance minister", "Croatia") in cast.positions()
    assert ("Łukasz Świątkow", "ambassador", "Poland") in cast.positions()


@pytest.mark.parametrize("text", ["In Costa Alta, the Danish foreign minister, Ann Able, spoke.", "Able said so."])
def test_a_place_before_an_office_is_no_person(who: Who, text: str) -> None:
    assert all(holder == "Ann Able" for holder, _, _ in who(text).positions())


def test_an_adjective_behind_a_town_does_not_say_where_it_lies(who: Who) -> None:
    cast = who("In Bogota, Venezuelan President Irene Salcedo spoke.")

    assert cast.within("Bogota") == "Colombia"


def test_a_town_of_the_american_georgia_tells_which_georgia_it_is(who: Who) -> None:
    cast = who("Georgian Prime Minister Levan Velidze met senators in Savannah, Georgia. He flew home to Tbilisi.")

    assert cast.within("Savannah") == "Georgia (US state)"
    assert cast.within("Tbilisi") == "Georgia"


def test_the_father_with_his_suffix_holds_the_office_behind_it(who: Who) -> None:
    cast = who("James Velm Sr., the former governor of Ohio, met James Velm Jr., the mayor of Dayton.")

    assert {(holder.rstrip("."), kind) for holder, kind, _ in cast.positions()} == {
        ("James Velm Sr", "governor"),
        ("James Velm Jr", "mayor"),
    }


@pytest.mark.parametrize("journey", ["visited Kabul", "arrived in Kabul", "flew to Kabul", "visited Afghanistan"])
def test_where_a_minister_travels_is_not_whose_minister_he_is(who: Who, journey: str) -> None:
    assert who(f"Acting Interior Minister Yusuf Demir {journey} on Monday.").positions() == [
        ("Yusuf Demir", "interior minister", None)
    ]


@pytest.mark.parametrize(("written", "country"), [("Aarhus", "Denmark"), ("Duesseldorf", "Germany")])
def test_two_letters_for_one_with_a_sign_name_the_same_town(who: Who, written: str, country: str) -> None:
    assert who(f"Talks were held in {written} on Monday.").within(written) == country


def test_you_is_the_one_who_is_told(who: Who) -> None:
    cast = who('Prime Minister Ann Able told Chancellor Bo Baker: "You have our thanks."')

    assert cast.refers("You") == ["Bo Baker"]


@pytest.mark.parametrize(("written", "name"), [("Wroclaw", "Poland"), ("Tromsø", "Norway"), ("Tromso", "Norway")])
def test_a_town_is_found_with_and_without_its_signs(who: Who, written: str, name: str) -> None:
    assert who(f"Talks were held in {written} on Monday.").within(written) == name
