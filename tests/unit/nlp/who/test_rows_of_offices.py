"""Several offices of one person, counterparts of whom only an office is told, envoys whose sender nobody tells."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The president, commander-in-chief and party leader Amos Tiku spoke.", ["president", "commander", "party leader"]),
        ("Amos Tiku, the president, commander-in-chief and party leader, spoke.", ["president", "commander", "party leader"]),
        ("Amos Tiku, president, army chief and leader of the Navu Party, spoke.", ["president", "army chief", "leader"]),
        ("The founder, chairman and director of Velmora, Amos Tiku, left.", ["founder", "chairman", "director"]),
        ("The bank's chairman and chief executive, Amos Tiku, left.", ["chairman", "chief executive"]),
        ("The king and prime minister, Amos Tiku, left.", []),
        ("The president, the army chief and party leader Amos Tiku spoke.", ["party leader"]),
        ("She met the president, prime minister and Foreign Minister Amos Tiku.", ["foreign minister"]),
    ],
)  # fmt: skip
def test_offices_in_a_row_under_one_article(who: Who, text: str, kinds: list[str]) -> None:
    assert [kind for holder, kind, _ in who(text).positions() if holder == "Amos Tiku"] == kinds


def test_an_office_before_a_comma_and_a_name_with_its_honorific_is_one_person(who: Who) -> None:
    cast = who("The Emir of Kuwait, Sheikh Nawwar al-Dabbagh, arrived in Cairo.")

    assert cast.refers("The Emir of Kuwait") == ["Sheikh Nawwar al-Dabbagh"]
    assert cast.positions() == [("Sheikh Nawwar al-Dabbagh", "emir", "Kuwait")]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Turkish foreign minister and his Iraqi counterpart met.", "his Iraqi counterpart", "foreign minister of Iraq"),
        ("The Iraqi foreign minister and his American counterpart met.", "his American counterpart",
         "secretary of state of the United States"),
        ("The US secretary of state met her Iraqi counterpart.", "her Iraqi counterpart", "foreign minister of Iraq"),
        ("The Turkish president and his Iraqi and Iranian counterparts met.", "his Iraqi and Iranian counterparts",
         "president of Iraq and president of Iran"),
        ("The Danish premier spoke to his Polish colleague.", "his Polish colleague", "prime minister of Poland"),
        ("The singer praised her Canadian colleague.", "her Canadian colleague", "Canadian colleague"),
        ("The Danish official and his Iraqi counterpart met.", "his Iraqi counterpart", "counterpart of Iraq"),
    ],
)  # fmt: skip
def test_a_counterpart_of_whom_only_the_office_is_told(who: Who, text: str, words: str, name: str) -> None:
    assert " and ".join(who(text).refers(words)) == name


def test_a_named_counterpart_of_somebody_without_a_name(who: Who) -> None:
    before = "Ann Able, the Danish defence minister, left. "
    cast = who(before + "The Turkish foreign minister met his Iraqi counterpart, Salim Dabbas.")

    assert ("Salim Dabbas", "foreign minister", "Iraq") in cast.positions()
    assert ("Salim Dabbas", "defense minister", "Iraq") in who(
        before + "She met Salim Dabbas, her Iraqi counterpart."
    ).positions()


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Lena Marsh, the ambassador to France, met Brazilian officials on Monday.", None),
        ("Ambassador Lena Marsh spoke in Brazil.", None),
        ("Brazil recalled Lena Marsh, the ambassador to France, on Monday.", "Brazil"),
        ("Brazil recalled Lena Marsh, its ambassador to France.", "Brazil"),
    ],
)
def test_an_envoy_is_of_the_country_that_the_text_ties_to_the_office(who: Who, text: str, of: str | None) -> None:
    assert who(text).positions() == [("Lena Marsh", "ambassador", of)]


@pytest.mark.parametrize(
    ("text", "holder", "kind"),
    [
        ("Gov. J. R. Whitcombe signed the bill.", "J. R. Whitcombe", "governor"),
        ("Rep. T.J. Alvarado criticised the plan.", "T.J. Alvarado", "representative"),
        ("Lt. Gov. Lena Alvarado praised it.", "Lena Alvarado", "lieutenant governor"),
    ],
)
def test_an_abbreviated_office_before_initials(who: Who, text: str, holder: str, kind: str) -> None:
    assert who(text).positions() == [(holder, kind, None)]


def test_an_abbreviation_before_no_name_is_no_office(who: Who) -> None:
    assert who("The rep. 4 of the set was hard.").positions() == []


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Russia's ambassador to Hungary met Bela Farkas. Prime Minister Bela Farkas said talks went well.", None),
        ("Russia's parliament met Bela Farkas. Prime Minister Bela Farkas said talks went well.", "Russia"),
    ],
)
def test_who_meets_the_envoy_of_a_country_holds_no_office_of_it(who: Who, text: str, of: str | None) -> None:
    assert who(text).positions() == [("Bela Farkas", "prime minister", of)]


@pytest.mark.parametrize(
    ("text", "holder", "kind", "of"),
    [
        ("Icelandic Foreign Minister Rosa Lema will meet her Canadian colleague, Luc Valin.", "Luc Valin", "foreign minister",
         "Canada"),
        ("Danish Defence Minister Bo Lind met his Swedish opposite number, Ylva Holm.", "Ylva Holm", "defense minister",
         "Sweden"),
        ('President Amos Tiku of Sudan spoke. "We are late," he said. His Eritrean counterpart, Tesfa Woldu, was silent.',
         "Tesfa Woldu", "president", "Eritrea"),
    ],
)  # fmt: skip
def test_who_is_called_a_counterpart_by_other_words(who: Who, text: str, holder: str, kind: str, of: str) -> None:
    assert (holder, kind, of) in who(text).positions()


def test_a_colleague_of_no_country_holds_nobodys_office(who: Who) -> None:
    cast = who("Danish Defence Minister Bo Lind met his colleague, Ylva Holm.")

    assert [holder for holder, _, _ in cast.positions()] == ["Bo Lind"]


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Irish Deputy Prime Minister and Foreign Minister Amos Tiku met Ann Able.",
         [("deputy prime minister", "Ireland"), ("foreign minister", "Ireland")]),
        ("Deputy Prime Minister and Foreign Minister Amos Tiku left.",
         [("deputy prime minister", None), ("foreign minister", None)]),
        ("Chad's Prime Minister and Defence Minister Amos Tiku left.",
         [("prime minister", "Chad"), ("defense minister", "Chad")]),
        ("Saudi Crown Prince and Defense Minister Amos Tiku met Ann Able.",
         [("crown prince", "Saudi Arabia"), ("defense minister", "Saudi Arabia")]),
        ("Foreign Minister and Vice Chancellor Amos Tiku left.", [("foreign minister", None), ("vice chancellor", None)]),
        ("Chad's deputy prime minister and finance minister, Amos Tiku, left.",
         [("deputy prime minister", "Chad"), ("finance minister", "Chad")]),
        ("Chad's president and ruling party leader Amos Tiku left.", [("president", "Chad"), ("party leader", "Chad")]),
        ("Chad's president and party leader Amos Tiku left.", [("president", "Chad"), ("party leader", "Chad")]),
        ("President and Foreign Minister Amos Tiku met in Oslo.", [("foreign minister", None)]),
        ("The prime minister and Foreign Minister Amos Tiku left.", [("foreign minister", None)]),
        ("Prime Minister and Defence Minister Amos Tiku are here.", [("defense minister", None)]),
        ("Irish President Ann Able and Foreign Minister Amos Tiku left.", [("foreign minister", "Ireland")]),
    ],
)  # fmt: skip
def test_two_offices_before_a_name(who: Who, text: str, offices: list[tuple[str, str | None]]) -> None:
    assert [(kind, of) for holder, kind, of in who(text).positions() if holder == "Amos Tiku"] == offices


def test_the_first_of_two_offices_is_nobody_else(who: Who) -> None:
    cast = who("Irish Deputy Prime Minister and Foreign Minister Amos Tiku met Ann Able.")

    assert cast.refers("Irish Deputy Prime Minister") == ["Amos Tiku"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("India's army chief, General Amos Tiku, visited Nepal. The general left.", "The general", "Amos Tiku"),
        ("Chad's army chief, Gen. Amos Tiku, met Ann Able. The general left.", "The general", "Amos Tiku"),
        ("The army spokesman, Colonel Amos Tiku, spoke. The colonel left.", "The colonel", "Amos Tiku"),
        ("The commander of U.S. forces in Chad, General Amos Tiku, spoke.", "The commander", "Amos Tiku"),
        ("Idris Tiku left. His son, General Amos Tiku, took power.", "His son", "Amos Tiku"),
        ("India's army chief, General Amos Tiku, visited Nepal. The admiral left.", "The admiral", "admiral"),
        ("The company, General Motors, closed a plant.", "The company", "General Motors"),
    ],
)
def test_a_rank_behind_an_office_is_no_part_of_the_name(who: Who, text: str, words: str, name: str) -> None:
    assert who(text).refers(words) == [name]


@pytest.mark.parametrize(
    ("text", "kind", "of"),
    [
        ("WHO Director-General Amos Tiku visited Beni.", "director-general", "World Health Organization"),
        ("WHO chief Amos Tiku met him.", "head", "World Health Organization"),
        ("IAEA chief Amos Tiku arrived in Tehran.", "head", "International Atomic Energy Agency"),
        ("UN envoy Amos Tiku visited Sanaa.", "ambassador", "United Nations"),
        ("FBI Director Amos Tiku left.", "director", "FBI"),
    ],
)
def test_who_heads_a_body_named_by_its_short_form(who: Who, text: str, kind: str, of: str) -> None:
    assert who(text).positions() == [("Amos Tiku", kind, of)]


def test_a_body_named_as_the_chief_thing_has_no_head(who: Who) -> None:
    assert who("The chief Oslo complaint was made by Amos Tiku.").positions() == []


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Lena Marsh, the U.S. ambassador to NATO, met officials.", "NATO"),
        ("U.S. Ambassador to Turkey Lena Marsh met officials.", "Turkey"),
        ("Germany's UN ambassador, Lena Marsh, met officials.", "United Nations"),
        ("The ambassador of France to Mali, Lena Marsh, left.", "Mali"),
        ("Russia's ambassador in Ankara, Lena Marsh, left.", "Turkey"),
        ("Russia's ambassador, Lena Marsh, left.", None),
        ("NATO's secretary-general, Lena Marsh, left.", None),
        ("Lena Marsh, a U.S. adviser to NATO, left.", None),
    ],
)
def test_an_envoy_has_a_post(who: Who, text: str, post: str | None) -> None:
    layer = who(text).layer
    told = [layer.entities[one.post].name for one in layer.positions if one.post is not None]

    assert told == ([] if post is None else [post])
