"""Countries, cities and what lies within what."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.who.places import choose_city
from graphbuilder.records.annotation import EntityType

if TYPE_CHECKING:
    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]


def test_a_country_by_name_alias_and_demonym_is_one_entity(who: Who) -> None:
    cast = who("The United States said US troops had left. American officials said the U.S. would return.")

    country = cast.entity("United States")
    assert (country.key, country.is_country, country.wikidata) == ("country:US", True, "Q30")
    assert cast.mention("American").form == "demonym"
    assert cast.refers("U.S.") == cast.refers("US") == cast.refers("American") == ["United States"]


def test_a_people_is_a_group_of_its_country(who: Who) -> None:
    cast = who("Undocumented Mexicans feared the law.")

    assert cast.entity("Mexicans").type is EntityType.GROUP
    assert cast.affiliations("Mexicans") == ["Mexico"]


@pytest.mark.parametrize(
    ("text", "city", "key", "whole"),
    [
        ("They met in Hamburg, Germany.", "Hamburg", "geonames:2911298", "Germany"),
        ("They met in Peoria, Ill., on Monday.", "Peoria", "geonames:4905687", "Illinois"),
        ("They met in Birmingham, Alabama.", "Birmingham", "geonames:4049979", "Alabama"),
        ("British officials met in Birmingham.", "Birmingham", "geonames:2655603", "United Kingdom"),
    ],
)
def test_a_city_lies_within_its_country(who: Who, text: str, city: str, key: str, whole: str) -> None:
    cast = who(text)

    assert cast.entity(city).key == key
    assert cast.within(city) == whole


def test_a_capital_acts_for_its_country_and_is_a_place_elsewhere(who: Who) -> None:
    cast = who("Paris rejected the offer. Ministers will meet in Paris.")

    assert cast.refers("Paris", 0) == ["France"]
    assert cast.refers("Paris", 1) == ["Paris"]
    assert cast.within("Paris") == "France"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("She urged Beijing to wait.", "Beijing", "China"),
        ("Ankara and Moscow would cooperate.", "Moscow", "Russia"),
        ("Tensions between Paris and Rome rose.", "Rome", "Italy"),
        ("PARIS (Reuters) - Farmers said no.", "PARIS", "Paris"),
        ("Farmers flew from Paris to Rome.", "Rome", "Rome"),
    ],
)
def test_which_capitals_act(who: Who, text: str, words: str, name: str) -> None:
    assert who(text).refers(words) == [name]


def test_a_language_is_no_country(who: Who) -> None:
    assert who("He answered in English, Spanish and Portuguese.").names() == []


def test_a_province_is_a_place_though_it_looks_like_a_person(who: Who) -> None:
    cast = who("Rebels took Rosa Velm province on Monday.")

    assert cast.entity("Rosa Velm").type is EntityType.PLACE


def test_a_surname_that_is_a_city_stays_a_person(who: Who) -> None:
    cast = who("Senator Jack London spoke. London then left.")

    assert cast.refers("London") == ["Jack London"]


def test_the_country_tells_which_city() -> None:
    british = choose_city("birmingham", country="GB")
    american = choose_city("birmingham", country="US")

    assert british is not None
    assert american is not None
    assert british.identifier != american.identifier


def test_context_does_not_move_a_metropolis() -> None:
    paris = choose_city("paris", context={"US": 5})

    assert paris is not None
    assert paris.country == "FR"
