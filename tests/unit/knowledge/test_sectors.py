"""The PLOVER sectors of actors, in our own phrases."""

import pytest

from graphbuilder.knowledge.sectors import Sector, find_body, find_sector, office_sector


@pytest.mark.parametrize(
    ("phrase", "sector"),
    [
        ("paratroopers", Sector("MIL")),
        ("Chilean frigates", Sector("MIL")),
        ("riot police", Sector("COP")),
        ("an opposition senator", Sector("LEG", "OPP")),
        ("the Danish defense minister", Sector("GOV", "MIL")),
        ("Kenya's ambassador to Norway", Sector("GOV")),
        ("the former judge", Sector("ELI")),
        ("chairwoman of the mining company", Sector("BUS")),
        ("president of the Seimas", Sector("LEG")),
        ("a lecturer at the school of law", Sector("EDU")),
        ("cocoa farmers", Sector("AGR")),
        ("bus drivers", Sector("CVL")),
        ("heads of the drug cartel", Sector("CRM")),
        ("Ministry of Justice", Sector("JUD")),
        ("the United Nations", Sector("IGO")),
        ("Lisbon", Sector()),
        ("Norway's ministry of defence", Sector("GOV", "MIL")),
        ("Danish demonstrators", Sector("CVL", "OPP")),
        ("a Kenyan lawyer", Sector("JUD")),
        ("a former State Department official", Sector("ELI")),
        ("a State Department official", Sector("GOV")),
        ("the Sri Lankan Red Cross", Sector("NGO")),
        ("the ombudsman of Norway", Sector("GOV")),
    ],
)
def test_the_head_decides_and_a_head_that_says_nothing_leaves_it_to_the_rest(phrase: str, sector: Sector) -> None:
    assert find_sector(phrase) == sector


def test_a_known_body_brings_its_country_and_capitals_count() -> None:
    body = find_body("the Riksdag")
    assert body is not None
    assert (body.sector, body.country, body.whole) == ("LEG", "SE", True)
    assert find_body("a frying pan") is None


def test_an_office_that_says_nothing_is_of_what_it_belongs_to() -> None:
    assert office_sector("foreign minister") == Sector("GOV")
    assert office_sector("chairman", "BUS") == Sector("BUS")
    assert office_sector("nobody knows") == Sector()
