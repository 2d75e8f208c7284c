"""Who loses an office and who is put in the place; whose country a scene does not tell."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.when.times import find_times
from graphbuilder.nlp.who.layer import find_entities
from graphbuilder.nlp.who.terms import date_positions

if TYPE_CHECKING:
    from spacy.language import Language

    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]
DAY = date(2018, 2, 5)


def held(nlp: "Language", text: str) -> list[tuple[str, str, bool]]:
    """Return the positions of a text as (holder, kind, former), its times read."""
    doc = nlp(text)
    layer, times = find_entities(doc), find_times(doc, published=DAY)
    found = date_positions(doc, layer.positions, layer.mentions, times, published=DAY)
    return [(layer.entities[one.holder].name, one.kind, one.former) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "The president fired Health Minister Grace Wanjiru on Tuesday and named Peter Otieno to replace her.",
        "Kenya's president fired Health Minister Grace Wanjiru and appointed Peter Otieno in her place.",
        "Health Minister Grace Wanjiru was sacked on Monday. Peter Otieno was named as her replacement.",
        "Kenyan Health Minister Grace Wanjiru resigned and Peter Otieno was appointed in her place.",
    ],
)
def test_who_is_put_in_anothers_place_holds_the_office(nlp: "Language", who: Who, text: str) -> None:
    found = held(nlp, text)
    assert ("Grace Wanjiru", "health minister", True) in found
    assert ("Peter Otieno", "health minister", False) in found
    assert who(text).refers("her") == ["Grace Wanjiru"]


def test_who_is_only_proposed_is_designate(nlp: "Language") -> None:
    found = held(nlp, "The king nominated Peter Otieno to succeed Health Minister Grace Wanjiru.")
    assert ("Peter Otieno", "health minister-designate", False) in found
    assert ("Grace Wanjiru", "health minister", False) in found


@pytest.mark.parametrize(
    "text",
    [
        "Peru's Congress removed President Luis Arana on Friday.",
        "Rebels overthrew President Luis Arana.",
        "President Luis Arana was dismissed in May 2017.",
        "President Luis Arana resigned.",
    ],
)
def test_who_is_removed_or_resigns_is_a_former_holder(nlp: "Language", text: str) -> None:
    assert held(nlp, text) == [("Luis Arana", "president", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Congress did not remove President Luis Arana.",
        "Congress wants to remove President Luis Arana.",
        "Congress could remove President Luis Arana.",
        "Congress will remove President Luis Arana on Friday.",
        "The clerk removed President Luis Arana from a list of speakers.",
        "The bishop dismissed President Luis Arana as a fool.",
        "President Luis Arana resigned from the party board.",
        "President Luis Arana refused to resign.",
    ],
)
def test_who_was_not_removed_holds_the_office_still(nlp: "Language", text: str) -> None:
    assert held(nlp, text) == [("Luis Arana", "president", False)]


def test_an_office_told_only_later_is_not_what_was_handed_over(nlp: "Language") -> None:
    text = (
        "Justice Secretary David Marlow, who succeeded Ann Tait in July 2016, resigned. Tait is now chair of the BBC."
    )
    assert sorted(held(nlp, text)) == [
        ("Ann Tait", "chairman", False), ("Ann Tait", "justice secretary", True), ("David Marlow", "justice secretary", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "President Lind, Chancellor Weber and the head of NATO, Sara Holt, met in Oslo.",
        "The envoy Lev Orlov was attacked in Lima.",
        "Foreign Minister Ida Holt spoke. Karl Vance is now ambassador to France.",
        "Finance Minister Jan Kos was named ambassador to Italy.",
    ],
)
def test_a_scene_or_a_posting_tells_nobodys_country(who: Who, text: str) -> None:
    countries = {"Norway", "Peru", "France", "Italy"}
    assert not [position for position in who(text).positions() if position[2] in countries]


def test_a_capital_that_a_report_is_about_still_does(who: Who) -> None:
    assert ("Luis Arana", "president", "Peru") in who("President Luis Arana spoke in Lima.").positions()
