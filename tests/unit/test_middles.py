"""Middle names and initials of one person, and of two."""

import pytest

from graphbuilder.records.middles import middles_agree


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((), ("w",)),
        (("w.",), ("walker",)),
        (("h", "w"), ("herbert", "walker")),
        (("h.w.",), ("h", "w")),
        (("h",), ("herbert", "walker")),
        (("lopez",), ("maria", "lopez")),
    ],
)
def test_of_one_person(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert middles_agree(one, other)
    assert middles_agree(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("w",), ("h", "w")),
        (("w.",), ("h.w.",)),
        (("w",), ("herbert", "walker")),
        (("j",), ("p",)),
        (("maria",), ("rosa",)),
    ],
)
def test_of_two(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert not middles_agree(one, other)
    assert not middles_agree(other, one)
