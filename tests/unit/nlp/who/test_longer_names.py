"""A longer name that begins with that of a known body is another body."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]


@pytest.mark.parametrize(
    "name",
    [
        "African Union for the Zambezi",
        "United Nations Association of Velm",
        "World Bank of Seeds",
        "Arab League of Poets",
        "NATO Parliamentary Assembly",
        "European Union of Broadcasters",
    ],
)
def test_it_is_one_mention_with_an_entity_of_its_own(who: Who, name: str) -> None:
    cast = who(f"The {name} met in Riga on Monday.")

    assert cast.refers(name) == [name]
    assert cast.entity(name).key is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The African Union for years ignored Sudan.", "African Union"),
        ("The United Nations for its part rejected the plan.", "United Nations"),
        ("Delegates of the African Union in Addis Ababa met.", "African Union"),
    ],
)
def test_other_words_behind_a_known_body_are_no_part_of_it(who: Who, text: str, name: str) -> None:
    assert who(text).entity(name).key is not None
