import pytest

from graphbuilder.nlp.when.lexicon import read_number, read_unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", 1),
        ("two", 2),
        ("Twenty-five", 25),
        ("30", 30),
        ("2.5", 2.5),
        ("2 1/2", 2.5),
        ("six and a half", 6.5),
        ("two-and-a-half", 2.5),
        ("half a", 0.5),
        ("a couple of", 2),
        ("several", None),
        ("a few", None),
    ],
)
def test_numbers_are_read_in_words_and_digits(text: str, expected: float | None) -> None:
    assert read_number(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("week", ("week", 1)), ("Days", ("day", 1)), ("fortnight", ("week", 2)), ("centurie", ("century", 1))],
)
def test_unit_words_are_read_without_their_plural(text: str, expected: tuple[str, int]) -> None:
    assert read_unit(text) == expected
