"""Capitals that act or are acted upon stand for their governments; where they are somewhere, they are towns."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from graphbuilder.records.annotation import EntityType

if TYPE_CHECKING:
    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Tokyo lodged a protest with Beijing over the patrols.", "Tokyo", "Japan"),
        ("Tokyo lodged a protest with Beijing over the patrols.", "Beijing", "China"),
        ("Beijing summoned the Japanese ambassador on Tuesday.", "Beijing", "China"),
        ("Moscow dismissed the accusation as absurd.", "Moscow", "Russia"),
        ("Ankara closed its airspace to Israeli planes.", "Ankara", "Turkey"),
        ("Tehran fired missiles at an airbase in Iraq.", "Tehran", "Iran"),
        ("Riyadh cut ties with Tehran.", "Tehran", "Iran"),
        ("Sanctions on Tehran were lifted.", "Tehran", "Iran"),
        ("Kyiv attacked a refinery in Russia.", "Kyiv", "Ukraine"),
        ("New Delhi and Islamabad exchanged prisoners.", "Islamabad", "Pakistan"),
        ("The decision by Beijing to recall its envoy was announced on Monday.", "Beijing", "China"),
        ("Moscow's refusal to negotiate came on Monday.", "Moscow", "Russia"),
        ("Moscow's ambassador to Paris left.", "Moscow", "Russia"),
        ("Seoul moved to ban the app.", "Seoul", "South Korea"),
        ("Weapons were sold to Riyadh.", "Riyadh", "Saudi Arabia"),
        ("Lima is ready to talk.", "Lima", "Peru"),
        ("According to Moscow, the drones were shot down.", "Moscow", "Russia"),
        ("Islamabad and Delhi traded accusations.", "Delhi", "India"),
        ("The Hague summoned the Turkish ambassador.", "Hague", "Netherlands"),
        ("Kiev rejected the offer.", "Kiev", "Ukraine"),
        ("Madrid signed the accord on fishing.", "Madrid", "Spain"),
        ("The minister said the plan had infuriated Tokyo.", "Tokyo", "Japan"),
        ("Kigali, which denies the charge, closed its border with Burundi.", "Kigali", "Rwanda"),
    ],
)
def test_a_capital_that_does_or_suffers_what_governments_do(who: Who, text: str, words: str, name: str) -> None:
    assert who(text).refers(words) == [name]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Protesters in Tokyo lodged a complaint.", "Tokyo"),
        ("He flew to Moscow on Monday.", "Moscow"),
        ("Moscow's streets were empty.", "Moscow"),
        ("London closed its schools.", "London"),
        ("Oslo opened a new museum.", "Oslo"),
        ("The strike on Tehran killed four.", "Tehran"),
        ("Kyiv was attacked with drones.", "Kyiv"),
        ("London and Paris lay under snow.", "Paris"),
        ("Talks in Doha ended on Monday.", "Doha"),
        ("Mayors from Rome and Vienna signed the pledge.", "Vienna"),
        ("Seoul moved to a new stadium.", "Seoul"),
        ("Tanks were brought to Riyadh.", "Riyadh"),
        ("Lima is cold in June.", "Lima"),
        ("The mayor said London would impose a charge on cars.", "London"),
        ("Madrid signed the striker on Monday.", "Madrid"),
        ("The road to Moscow was closed.", "Moscow"),
        ("Traders in Delhi traded accusations.", "Delhi"),
        ("Brussels was quiet on Sunday.", "Brussels"),
    ],
)
def test_a_capital_that_is_somewhere_is_a_town(who: Who, text: str, words: str) -> None:
    assert who(text).refers(words) == [words]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Brussels imposed tariffs on Chinese steel.", "European Union"),
        ("Belgian farmers marched. Brussels said the EU would wait.", "European Union"),
        ("Belgian police went on strike. Brussels banned the march.", "Belgium"),
    ],
)
def test_brussels_is_the_union_unless_the_text_speaks_of_belgium_alone(who: Who, text: str, name: str) -> None:
    assert who(text).refers("Brussels") == [name]


@pytest.mark.parametrize(
    ("text", "house", "country"),
    [
        ("The Blue House rejected the offer.", "Blue House", "KR"),
        ("Foggy Bottom rejected the request.", "Foggy Bottom", "US"),
        ("The Quai d'Orsay denied the report.", "Quai d'Orsay", "FR"),
    ],
)
def test_the_house_of_a_government_is_a_body_of_its_country(who: Who, text: str, house: str, country: str) -> None:
    assert (who(text).entity(house).type, who(text).entity(house).country) == (EntityType.ORGANIZATION, country)
