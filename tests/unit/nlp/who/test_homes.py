"""Which country a text is at home in, and what follows from it: offices, secretaries, bodies every state has."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.who.homes import filed_in
from graphbuilder.nlp.who.layer import find_entities
from tests.unit.nlp.who.conftest import Cast

if TYPE_CHECKING:
    from spacy.language import Language

Filed = Callable[[str, str | None], Cast]


@pytest.fixture(scope="session")
def filed(nlp: "Language") -> Filed:
    """Return a function from a text and the place of its dateline to its cast."""
    return lambda text, place: Cast(text, find_entities(nlp(text), filed=place))


def bodies(cast: Cast) -> dict[str, str | None]:
    """Return the country of each organisation by its name."""
    return {entity.name: entity.country for entity in cast.layer.entities if entity.type == "Organization"}


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("NAIROBI, Kenya", "KE"),
        ("LIMA", "PE"),
        ("MEXICO CITY", "MX"),
        ("PARIS, Texas", "US"),
        ("WASHINGTON", "US"),
        ("TBILISI, Georgia", "GE"),
        ("LAGOS", "NG"),
        ("GENEVA", None),  # where all countries meet
        ("UNITED NATIONS", None),
        ("BERLIN/PARIS", None),
        ("VELLPORT", None),
    ],
)
def test_a_dateline_lies_in_a_country(place: str, code: str | None) -> None:
    assert filed_in(place) == code


@pytest.mark.parametrize(
    ("place", "text", "body", "country"),
    [
        ("BRASILIA", "The Supreme Court freed two governors. Chile protested.", "Brazilian Supreme Court", "BR"),
        ("ABUJA, Nigeria", "The Senate threw out the budget on Tuesday.", "Nigerian Senate", "NG"),
        ("MANILA", "The foreign ministry summoned the Danish envoy.", "Philippine foreign ministry", "PH"),
        ("WARSAW", "The central bank cut its rates. The Senate objected.", "Polish central bank", "PL"),
        ("LIMA", "Crowds stoned the Congress building. Congress will meet on Friday.", "Peruvian Congress", "PE"),
        ("WASHINGTON", "The Senate voted to send grain to Kenya.", "US Senate", "US"),
        (None, "Italy's cabinet fell. The Senate had voted against it.", "Italian Senate", "IT"),
        (None, "Chile and Peru met. In Chile, the Senate must agree.", "Chilean Senate", "CL"),
        (None, "Chile and Peru met. In Lima, the defence ministry objected.", "Peruvian defence ministry", "PE"),
        ("KAMPALA", "Uganda kept its border open. The government in Juba sent men.", "South Sudanese government", "SS"),
        ("LONDON", "Mali's parliament voted. Mali waits. Mali is dry. The Senate met.", "Malian Senate", "ML"),
        ("NAIROBI", "Votes in Chad were put off on Monday. The army fired.", "Chadian army", "TD"),
        (None, "Congress passed the bill on Monday.", "US Congress", "US"),
        (None, "The House of Representatives passed the bill.", "US House of Representatives", "US"),
        ("ABUJA", "The House of Representatives passed the bill.", "Nigerian House of Representatives", "NG"),
    ],
)  # fmt: skip
def test_a_body_every_state_has_is_of_the_country_at_home(
    filed: Filed, place: str | None, text: str, body: str, country: str
) -> None:
    assert bodies(filed(text, place)).get(body) == country


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (None, "Chile and Peru signed a treaty. The Senate must agree."),  # two sides
        (None, "The Senate voted to send grain to Kenya."),
        ("GENEVA", "The Supreme Court was silent on Monday."),
        ("NAIROBI", "Somalia's parliament rose. The Supreme Court will rule on it."),  # filed abroad
        ("AUSTIN, Texas", "The Senate passed the bill on Monday."),  # a state has one too
        ("NAIROBI", "Gunmen attacked the embassy on Monday."),  # another country's
        ("NAIROBI", "Kenya sends grain to Chad. Votes there were put off. The army fired."),  # of Chad or Kenya?
        (None, "Thousands marched through Lima. Congress will vote on Friday."),  # not the American one for sure
    ],
)
def test_a_body_whose_country_is_not_sure_has_none(filed: Filed, place: str | None, text: str) -> None:
    cast = filed(text, place)
    bare = {"Senate", "Supreme Court", "embassy", "army", "Congress"}
    assert [entity.kind for entity in cast.layer.entities if entity.name in bare and entity.country is None] == ["role"]


@pytest.mark.parametrize(
    ("place", "text", "country"),
    [
        ("NAIROBI", "Treasury Secretary Bo Baker read the budget.", "Kenya"),
        ("MANILA", "The former Treasury secretary, Bo Baker, resigned from the club.", "Philippines"),
        (None, "Secretary of State Bo Baker left for Peru on Monday.", "United States"),
        ("NAIROBI", "Secretary of State Bo Baker flew to Nairobi. Kenya was pleased.", "United States"),
        (None, "Kenya and Uganda sought loans. Treasury Secretary Bo Baker refused them.", "United States"),
        ("LIMA", "Treasury Secretary Bo Baker spoke on Monday.", "United States"),  # Peru has ministers
        ("MANILA", "Defense Secretary Bo Baker spoke. Talks with the United States went on.", None),
        ("BUENOS AIRES, Argentina", "President Bo Baker vetoed the bill. Brazil is owed money.", "Argentina"),
        ("NAIROBI", "Interior Minister Bo Baker met the president of Uganda. Uganda waits.", "Kenya"),
        ("ACCRA", "Chancellor Bo Baker praised Ghana. Germany will lend it money.", None),
        ("NAIROBI", "Somalia's parliament sat on Monday. Interior Minister Bo Baker spoke.", None),
    ],
)
def test_an_office_is_of_the_country_at_home(filed: Filed, place: str | None, text: str, country: str | None) -> None:
    assert {of for _, _, of in filed(text, place).positions()} == {country}


def test_an_office_without_a_name_is_of_the_country_a_report_was_filed_in(filed: Filed) -> None:
    text = "The Senate met on Monday. The prime minister objected."
    assert filed(text, "WARSAW").refers("The prime minister") == ["prime minister of Poland"]
    assert filed(text, None).refers("The prime minister") == ["prime minister"]


def test_a_surname_of_the_table_is_no_word_of_its_country(filed: Filed) -> None:
    text = "President Castillo opened a school on Monday."
    assert filed(text, "NAIROBI").positions() == [("Castillo", "president", "Kenya")]
    assert filed(text, None).positions() == [("Castillo", "president", "Peru")]


def test_a_president_is_not_the_former_one_named(filed: Filed) -> None:
    cast = filed("The former president of Kenya, Bo Baker, was ill. Kenya's president sent flowers.", None)
    assert cast.refers("Kenya's president") == ["president of Kenya"]
