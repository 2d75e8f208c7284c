"""It and its: linked where one body is clearly meant, left alone where not."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]


@pytest.mark.parametrize(
    ("text", "word", "body"),
    [
        ("NATO said it would send troops.", "it", "NATO"),
        ("Norway recalled its envoy.", "its", "Norway"),
        ("UNICEF opened an office. It will train nurses.", "It", "UNICEF"),
        ('UNICEF opened an office. "Norway is finished," its chief said.', "its", "UNICEF"),
    ],
)
def test_a_clear_subject_is_meant(who: Who, text: str, word: str, body: str) -> None:
    assert who(text).refers(word) == [body]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Norway signed the treaty. It's late.", "It"),
        ("Norway signed the treaty. It means that fishing will end.", "It"),
        ("Norway signed the treaty. It was reported that fishing will end.", "It"),
        ("Norway supports the Libyan people in its struggle.", "its"),
        ("NATO closed the road after the bridge lost its pillars.", "its"),
        ('NATO told reporters: "When it rains, we stay."', "it"),
    ],
)
def test_nobody_is_guessed(who: Who, text: str, word: str) -> None:
    assert who(text).refers(word) == []
