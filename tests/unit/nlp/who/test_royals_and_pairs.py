"""Kings of one given name and of no country, ministers and men of whom the text names two, and names taken for others."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from graphbuilder.records.annotation import EntityType

if TYPE_CHECKING:
    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]


@pytest.mark.parametrize(
    ("text", "kind", "of"),
    [
        ("U.S. Defense Secretary Bo Baker met King Abdullah bin Tiku on Monday.", "king", None),
        ("British Prime Minister Ann Able met Crown Prince Abdullah bin Tiku in London.", "crown prince", None),
        (
            "Saudi Arabia's Crown Prince Abdullah bin Tiku met British Prime Minister Ann Able.",
            "crown prince",
            "Saudi Arabia",
        ),
        ("Jordan's parliament met on Monday. King Abdullah bin Tiku spoke.", "king", "Jordan"),
    ],
)
def test_a_king_is_of_no_country_without_a_throne(who: Who, text: str, kind: str, of: str | None) -> None:
    assert ("Abdullah bin Tiku", kind, of) in who(text).positions()


@pytest.mark.parametrize(
    ("text", "name", "people"),
    [
        ("King Abdullah of Jordan met Crown Prince Abdullah of Saudi Arabia.", "Abdullah", 2),
        ("King Mohammed of Morocco met Sheikh Mohammed of Dubai.", "Mohammed", 2),
        ("King Abdullah of Jordan spoke. King Abdullah of Jordan left. King Abdullah thanked him.", "Abdullah", 1),
    ],
)
def test_rulers_of_one_given_name_in_two_lands_are_two(who: Who, text: str, name: str, people: int) -> None:
    assert who(text).names().count(name) == people


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Two men, Ali Hassan and Omar Said, were held. Both men deny it.", "Both men", ["Ali Hassan", "Omar Said"]),
        ("Finance Minister Karl Voss met Defence Minister Eva Hahn. The minister left.", "The minister", ["minister"]),
        ("Finance Minister Karl Voss met Eva Hahn. The minister left.", "The minister", ["Karl Voss"]),
        ("Nora Dolan left. Dolan's husband, Pat Dolan, spoke. Mrs Dolan left.", "Dolan", ["Nora Dolan"]),
        ("Prince Abdullah, Saudi Arabia's energy minister, met his Iranian counterpart.", "his Iranian counterpart",
         ["energy minister of Iran"]),
        ("If elected president, Nora Ek would visit Chad.", "elected president", []),
    ],
)  # fmt: skip
def test_of_whom_a_word_speaks(who: Who, text: str, words: str, names: list[str]) -> None:
    assert who(text).refers(words) == names or who(text).refers(words, 2) == names


@pytest.mark.parametrize(
    ("text", "positions"),
    [
        ("Spain's Minister of Agriculture, Fisheries and Food, Amos Tiku, left.",
         [("Amos Tiku", "agriculture minister", "Spain")]),
        ("UN special envoy for Yemen Amos Tiku left.", [("Amos Tiku", "special envoy", "United Nations")]),
        ("Georgia Governor Amos Tiku visited Atlanta.", [("Amos Tiku", "governor", "Georgia (US state)")]),
        ("Georgia Prime Minister Amos Tiku visited Ankara.", [("Amos Tiku", "prime minister", "Georgia")]),
        ("The mayor's deputy, Amos Tiku, left.", [("Amos Tiku", "deputy", None)]),
        ("A deputy, Amos Tiku, left.", [("Amos Tiku", "member of parliament", None)]),
        ("Ivo Stanek became Croatia's prime minister.", [("Ivo Stanek", "prime minister", "Croatia")]),
    ],
)  # fmt: skip
def test_what_an_office_is_of(who: Who, text: str, positions: list[tuple[str, str, str | None]]) -> None:
    assert who(text).positions() == positions


def test_an_office_at_the_time_is_a_former_one(who: Who) -> None:
    cast = who(
        "Anna Berg, at the time Austria's chancellor, signed it. Karl Wolf, Austria's chancellor at the time, left."
    )

    assert [position.former for position in cast.layer.positions] == [True, True]
    assert not who("Karl Wolf, Austria's chancellor, signed it at the time.").layer.positions[0].former


def test_a_town_that_begins_with_a_given_name(who: Who) -> None:
    assert who("In Santiago de Cuba, lights went out.").entity("Santiago de Cuba").type is EntityType.PLACE
    assert who("In Havana, Santiago Velm spoke.").entity("Santiago Velm").type is EntityType.PERSON
