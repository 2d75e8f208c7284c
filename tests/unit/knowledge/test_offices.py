"""Titles and owners of offices made comparable."""

import pytest

from graphbuilder.knowledge.offices import find_country, find_office, find_offices, find_owner, is_capital


@pytest.mark.parametrize(
    ("title", "of", "office"),
    [
        ("President of Mexico", None, ("president", "country:MX")),
        ("the Mexican president", None, ("president", "country:MX")),
        ("U.S. Secretary of State", None, ("secretary of state", "country:US")),
        ("US Senator", None, ("senator", "country:US")),
        ("Minister for Foreign Affairs", "FRA", ("foreign minister", "country:FR")),
        ("Minister of Defence Production", "pl", ("minister defence production", "country:PL")),
        ("Minister of Foreign Trade", "Chile", ("minister foreign trade", "country:CL")),
        ("Minister of Interior Affairs", "Chile", ("interior minister", "country:CL")),
        ("Minister of Defence", "pl", ("defense minister", "country:PL")),
        ("Deputy Prime Minister of Ireland", None, ("deputy prime minister", "country:IE")),
        ("Member of the Chamber of Deputies", "Chile", ("member of parliament", "country:CL")),
        ("member", "House of Commons", ("member of parliament", "country:GB")),
        ("Member of the Seimas", None, ("member of parliament", "country:LT")),
        ("member", "House of Representatives", ("member of parliament", "house of representatives")),
        ("member", "Harbour Board", ("member", "harbour board")),
        ("President of the Republic", "Chile", ("president", "country:CL")),
        ("President of the Senate", "Chile", ("president of senate", "country:CL")),
        ("president, central bank", "Chile", ("president of central bank", "country:CL")),
        ("Secretary-General", "United Nations", ("secretary-general", "org:un")),
        ("Danish ambassador to Kenya", None, ("ambassador to country:KE", "country:DK")),
        ("President of Peru", "Government of Peru", ("president", "country:PE")),
        ("President", "Peruvian government", ("president", "country:PE")),
        ("President of Peru", "Executive Branch", ("president", "country:PE")),
        ("Minister of Defence", "Council of Ministers of Ukraine", ("defense minister", "country:UA")),
        ("President", "National Bank of Ukraine", ("president", "national bank of ukraine")),
        ("Secretary General", "Council of Europe", ("secretary-general", "org:council-of-europe")),
        ("Keeper of the Harbour Seal", "Chile", ("keeper harbour seal", "country:CL")),
    ],
)
def test_an_office_is_told_by_kind_and_owner(title: str, of: str | None, office: tuple[str, str]) -> None:
    assert find_office(title, of) == office


def test_what_only_belongs_to_an_office_is_another() -> None:
    assert find_office("chief of the office of the prime minister", "Poland")[0] != "prime minister"
    assert find_office("minister delegate to the prime minister", "Poland")[0] != "prime minister"


def test_two_offices_in_one_title_are_two() -> None:
    assert find_offices("Deputy Prime Minister and Minister of Finance of Ireland") == [
        ("deputy prime minister", "country:IE"),
        ("finance minister", "country:IE"),
    ]
    assert find_offices("Minister of Trade and Industry", "Kenya") == [("trade minister", "country:KE")]


def test_an_owner_is_a_key_or_a_folded_name() -> None:
    assert [find_owner(name) for name in ("MEX", "mx", "Mexican", "the UN", "Grain Böard")] == [
        "country:MX", "country:MX", "country:MX", "org:un", "grain board",
    ]  # fmt: skip


def test_the_first_country_of_a_phrase_counts_and_us_is_no_country() -> None:
    assert find_country("Russia's ambassador to Poland") == "RU"
    assert find_country("they told us in the car") is None
    assert find_country("US warplanes") == "US"
    assert is_capital("Nairobi")
    assert not is_capital("Kenya")
