"""The data files: complete, consistent, and read as they are meant."""

import re

import pytest

from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.lexicon import load_lexicon, read_data, split_words
from graphbuilder.nlp.who.officeholders import countries_of, famous_surnames, offices_of
from graphbuilder.nlp.who.places import cities_named


def test_every_country_is_whole() -> None:
    countries = load_gazetteer().countries

    assert len(countries) > 190
    for code, country in countries.items():
        assert re.fullmatch(r"[A-Z]{2}", code)
        assert re.fullmatch(r"Q\d+", country.wikidata)
        assert -90 <= country.latitude <= 90
        assert -180 <= country.longitude <= 180


def test_a_capital_is_a_city_of_its_country() -> None:
    gazetteer = load_gazetteer()
    found = {
        code
        for capital, code in gazetteer.capitals.items()
        if any(city.country == code for city in cities_named(capital))
    }

    assert len(found) > 150


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("vice-president", ("vice", "-", "president")),
        ("secretary of state", ("secretary", "of", "state")),
        ("U.S.", ("U.S.",)),
    ],
)
def test_terms_are_split_as_the_tokenizer_does(written: str, words: tuple[str, ...]) -> None:
    assert split_words(written) == words


def test_no_first_name_is_a_country_or_month() -> None:
    names = load_lexicon().first_names

    assert not {"may", "june", "april", "china", "america"} & set(names)


def test_office_holders_have_known_kinds_and_countries() -> None:
    kinds = set(load_lexicon().title_sector)

    for name in ("Emmanuel Macron", "Angela Merkel", "Narendra Modi"):
        for office in offices_of(name):
            assert office.kind in kinds
            assert office.country in load_gazetteer().countries
            assert not office.end or office.start < office.end


def test_short_names_are_unambiguous_or_abstain() -> None:
    assert countries_of("Merkel", "chancellor") == ["DE"]
    assert countries_of("Merkel", "king") == []
    assert "brown" not in famous_surnames()


def test_every_title_has_one_sector_and_no_rank_names_another_title() -> None:
    titles = read_data("titles.toml")
    kinds = sorted(load_lexicon().title_sector)

    assert sorted(kind for listed in titles["sector"].values() for kind in listed) == kinds
    assert set(load_lexicon().rank) <= set(kinds)
    assert load_lexicon().plover_sector["army chief"] == "MIL"
    assert load_lexicon().rank["president"] < load_lexicon().rank["minister"]
