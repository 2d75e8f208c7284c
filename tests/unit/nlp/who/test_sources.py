"""The agency of a dateline takes part in nothing."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("WASHINGTON (Meridian News Agency) - The Senate approved the budget.", "Meridian News Agency"),
        ("KYIV, June 3 (Northern Press) -- The Polish minister spoke.", "Northern Press"),
        ("BEIRUT (Levant Daily) — Lebanon's cabinet resigned.", "Levant Daily"),
        ("Nairobi, Kenya (Savanna News Agency) - Kenya's cabinet met.", "Savanna News Agency"),
        ("The strike ended.\n\nKYIV, June 3 (Northern Press) -- The Polish minister spoke.", "Northern Press"),
    ],
)
def test_the_bracket_of_a_dateline_is_nobody(who: Who, text: str, agency: str) -> None:
    assert agency not in who(text).names()


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The minister attacked the Northern Press in Kyiv.", "Northern Press"),
        ("Oslo (Bergen Shipping Company) said it would close.", "Bergen Shipping Company"),
        ("Ann Roe of the Velm Liberation Front (VLF) - her party - lost.", "Velm Liberation Front"),
    ],
)
def test_other_bodies_stay(who: Who, text: str, body: str) -> None:
    assert body in who(text).names()
