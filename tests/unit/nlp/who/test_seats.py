"""Who sits in a parliament by the name of its house."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]


@pytest.mark.parametrize(
    ("text", "holder", "house"),
    [
        ("Bundestag member Hanna Kehlmann visited Kyiv.", "Hanna Kehlmann", "Bundestag"),
        ("House of Commons member Harriet Wendle left.", "Harriet Wendle", "House of Commons"),
        ("Dov Levin, a member of the Knesset, said no.", "Dov Levin", "Knesset"),
        ("Ana Lema, a member of the Chamber of Deputies, met farmers.", "Ana Lema", "Chamber of Deputies"),
        ("Jonas Petraitis is a member of the Seimas.", "Jonas Petraitis", "Seimas"),
    ],
)
def test_a_member_of_a_house_sits_in_it(who: Who, text: str, holder: str, house: str) -> None:
    assert who(text).positions() == [(holder, "member of parliament", house)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway is a member of the General Assembly.",
        "White House member Bob Hale left.",
        "Family member Ana Ruiz spoke.",
        "Hanna Kehlmann, a member of the Bundestag's budget committee, left.",
        "Bob Hale, a member of the Harbour Board, left.",
        "Jonas Petraitis is not a member of the Seimas.",
    ],
)
def test_who_belongs_to_something_else_sits_in_no_parliament(who: Who, text: str) -> None:
    assert who(text).positions() == []
