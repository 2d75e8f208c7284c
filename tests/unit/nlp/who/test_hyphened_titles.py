"""Titles with a hyphen are one office: "the secretary-general" is nobody called "general"."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]


def test_a_hyphened_title_means_its_holder(who: Who) -> None:
    cast = who("UN Secretary-General Marta Reyes visited Kyiv. The secretary-general praised the president.")
    assert cast.refers("The secretary-general") == ["Marta Reyes"]
    assert "general" not in cast.names()


def test_a_general_is_still_a_general(who: Who) -> None:
    cast = who("General Marta Reyes visited Kyiv. The general praised the president.")
    assert cast.refers("The general") == ["Marta Reyes"]
