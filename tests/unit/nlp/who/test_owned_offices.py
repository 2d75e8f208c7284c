"""Offices of what a noun tells ("the union's leader"), and offices that two people named could both be."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]
TWO = "Danish Prime Minister Ann Able met Swedish Prime Minister Bo Baker in Oslo. "


@pytest.mark.parametrize(
    ("text", "words", "names", "of"),
    [
        ("The Postal Workers Union called a strike. The union's leader spoke.", "The union's leader",
         ["leader of Postal Workers Union"], "Postal Workers Union"),
        ("Deutsche Bank cut jobs. The bank's director resigned.", "The bank's director",
         ["director of Deutsche Bank"], "Deutsche Bank"),
        ("The bank's director resigned on Monday.", "The bank's director", ["bank director"], "bank"),
        ("The hospital's director resigned on Monday.", "The hospital's director", ["hospital director"], "hospital"),
        ("The newspaper's editor was jailed.", "The newspaper's editor", ["newspaper editor"], "newspaper"),
        ("Lima is tense. The city's mayor resigned.", "The city's mayor", ["mayor of Lima"], "Lima"),
    ],
)  # fmt: skip
def test_an_office_of_a_noun_is_a_mention_tied_to_it(
    who: Who, text: str, words: str, names: list[str], of: str
) -> None:
    cast = who(text)

    assert cast.refers(words) == names
    assert cast.affiliations(names[0]) == [of]


def test_the_holder_of_such_an_office_is_meant(who: Who) -> None:
    cast = who("Peruvian President Rosa Lema left. The country's president was ill.")

    assert cast.refers("The country's president") == ["Rosa Lema"]


@pytest.mark.parametrize("text", ["The week's winner said no.", "The man's lawyer said no."])
def test_what_has_no_officials_owns_no_office(who: Who, text: str) -> None:
    assert not any(" of " in name for name in who(text).names())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (TWO + "The prime minister said the talks were good.", "prime minister"),
        ("The Danish and Swedish prime ministers met. The prime minister said no.", "prime minister"),
        ("The Danish prime minister left. The prime minister said no.", "prime minister of Denmark"),
        (TWO + "Baker flew home. The prime minister said the talks were good.", "Bo Baker"),
        (TWO.replace("Danish", "Former Danish") + "The prime minister said the talks were good.", "Bo Baker"),
        (TWO.replace("Swedish Prime", "Swedish Foreign") + "The prime minister said the talks were good.", "Ann Able"),
    ],
)
def test_an_office_of_two_who_are_named_together_is_nobodys(who: Who, text: str, name: str) -> None:
    assert who(text).refers("The prime minister") == [name]
