"""Long names of states and bodies that the model cuts, and the short forms made of their first letters."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("The Democratic Republic of Congo closed its border.", "Democratic Republic of Congo", "CD"),
        ("They crossed into the Democratic Republic of the Congo.", "Democratic Republic of the Congo", "CD"),
        ("The Republic of Congo signed an agreement with Angola.", "Republic of Congo", "CG"),
        ("The DR Congo army attacked rebels near Goma.", "DR Congo", "CD"),
        ("The Federal Republic of Germany recognised Kosovo.", "Federal Republic of Germany", "DE"),
        ("The People's Republic of China condemned Japan.", "People's Republic of China", "CN"),
        ("The Islamic Republic of Iran condemned Japan.", "Islamic Republic of Iran", "IR"),
        ("The State of Qatar signed an agreement with Oman.", "State of Qatar", "QA"),
        ("The Hashemite Kingdom of Jordan praised it.", "Hashemite Kingdom of Jordan", "JO"),
        ("Democratic Republic of Congo President Joseph Mukadi left.", "Democratic Republic of Congo", "CD"),
    ],
)
def test_the_long_name_of_a_state_is_the_state(who: Who, text: str, words: str, country: str) -> None:
    cast = who(text)

    assert [cast.layer.entities[number].key for number in cast.mention(words).entities] == [f"country:{country}"]
    assert not {"Democratic Republic", "Federal Republic", "Congo", "State"} & set(cast.names())


@pytest.mark.parametrize(
    ("text", "name", "key"),
    [
        ("The State of Georgia sued the company.", "State of Georgia", "geonames:4197000"),
        ("The Embassy of the People's Republic of China closed.", "Embassy of the People's Republic of China", None),
        ("The Bank of the Republic of Colombia cut rates.", "Bank of the Republic of Colombia", None),
    ],
)
def test_what_only_holds_such_a_name_or_sounds_like_one(who: Who, text: str, name: str, key: str | None) -> None:
    assert who(text).entity(name).key == key


def test_the_president_of_a_state_by_its_long_name(who: Who) -> None:
    cast = who("The president of the Democratic Republic of Congo, Joseph Mukadi, met Rwandan President Alain Biruta.")

    assert ("Joseph Mukadi", "president", "Democratic Republic of the Congo") in cast.positions()


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The Republic of Congo's president met the Congolese foreign minister.", "CG"),
        ("Angola's president met the Congolese foreign minister in Brazzaville.", "CG"),
        ("The Republic of Congo and the Democratic Republic of Congo met. The Congolese foreign minister left.", "CD"),
        ("Angola's president met the Congolese foreign minister.", "CD"),
    ],
)
def test_which_congo_is_meant(who: Who, text: str, country: str) -> None:
    cast = who(text)

    assert cast.layer.entities[cast.mention("Congolese").entities[0]].country == country


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        ("The Rapid Support Forces shelled Khartoum. The RSF denied it.", "RSF", "Rapid Support Forces"),
        ("Reporters Without Borders, or RSF, condemned it. RSF said so.", "RSF", "Reporters Without Borders"),
        ("The Syrian Democratic Forces left. An SDF spokesman said so.", "SDF", "Syrian Democratic Forces"),
        ("The Lord's Resistance Army left. The LRA said so.", "LRA", "Lord's Resistance Army"),
        ("The Institutional Revolutionary Party, or PRI, lost.", "PRI", "Institutional Revolutionary Party"),
        ("The Revolutionary Armed Forces of Colombia, or FARC, left.", "FARC", "FARC"),
        ("The Trade Union Congress of Nigeria met. The TUC said so.", "TUC", "Trade Union Congress of Nigeria"),
        ("The Zimbabwe Congress of Trade Unions met. The ZCTU said so.", "ZCTU", "Zimbabwe Congress of Trade Unions"),
        ("The Navu Liberation Front left. The KLF said so.", "KLF", "KLF"),
        ("The Congress of Navu Traders met. The CNTU said so.", "CNTU", "CNTU"),
    ],
)
def test_the_first_letters_of_a_body(who: Who, text: str, short: str, name: str) -> None:
    assert who(text).refers(short) in ([name], [] if short == name else [name])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Organization for Security and Co-operation in Europe sent aid.",
         "Organization for Security and Co-operation in Europe"),
        ("The Popular Front for the Liberation of Navu attacked a post.", "Popular Front for the Liberation of Navu"),
        ("The United Nations High Commissioner for Refugees appealed for aid.", "UNHCR"),
        ("The African Union Peace and Security Council met.", "African Union Peace and Security Council"),
        ("The Movement for the Restoration of the Velm Delta left.", "Movement for the Restoration of the Velm Delta"),
        ("The Ministry for Education of Chad denied it.", "Ministry for Education"),
    ],
)  # fmt: skip
def test_a_long_name_of_a_body_is_not_cut(who: Who, text: str, name: str) -> None:
    assert name in who(text).names()


def test_the_office_that_a_body_is_called_by(who: Who) -> None:
    assert "UNHCR" not in who("UN High Commissioner for Refugees Amos Tiku appealed for aid.").names()


def test_a_word_in_a_line_of_capitals_is_no_short_form(who: Who) -> None:
    assert "World Health Organization" not in who("WHO WILL LEAD THE PARTY NOW?\n\nOfficials met on Monday.").names()
    assert "World Health Organization" in who("The WHO said aid would come.").names()
