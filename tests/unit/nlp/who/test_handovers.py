"""An office that passes from one to another without "as", and words beside a title that say when it is held."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]


def former(cast: "Cast") -> list[tuple[str, str, bool]]:
    """Return each position as (holder, kind, former)."""
    return [(cast.layer.entities[one.holder].name, one.kind, one.former) for one in cast.layer.positions]


@pytest.mark.parametrize(
    "text",
    [
        "Petra Novotna, president of Slovakia, was succeeded by Jan Hudak.",
        "Jan Hudak succeeded Petra Novotna, the president of Slovakia.",
        "Jan Hudak replaced president Petra Novotna of Slovakia.",
        "President Petra Novotna of Slovakia handed over to Jan Hudak.",
        "President Petra Novotna of Slovakia handed power to Jan Hudak.",
        "Jan Hudak took over from Petra Novotna, the president of Slovakia.",
        "President Petra Novotna of Slovakia lost. She handed over to Jan Hudak.",
    ],
)
def test_who_comes_holds_the_office_of_who_leaves(who: Who, text: str) -> None:
    cast = who(text)

    assert ("Petra Novotna", "president", True) in former(cast)
    assert ("Jan Hudak", "president", False) in former(cast)
    assert ("Jan Hudak", "president", "Slovakia") in cast.positions()


@pytest.mark.parametrize(
    "text",
    [
        "Jan Hudak did not succeed Petra Novotna, the president of Slovakia.",
        "Jan Hudak wants to replace president Petra Novotna of Slovakia.",
        "Foreign Minister Jan Hudak replaced President Petra Novotna of Slovakia at the summit.",
        "President Petra Novotna of Slovakia handed the cup to Jan Hudak.",
        "Jan Hudak took the train from Petra Novotna, the president of Slovakia.",
    ],
)
def test_what_is_no_handover_changes_nothing(who: Who, text: str) -> None:
    cast = who(text)

    assert ("Petra Novotna", "president", False) in former(cast)
    assert "Jan Hudak" not in {holder for holder, kind, _ in former(cast) if kind == "president"}


@pytest.mark.parametrize("word", ["Outgoing", "Departing", "Lame-duck", "Retiring"])
def test_who_is_about_to_leave_holds_the_office_still(who: Who, word: str) -> None:
    cast = who(f"{word} president Marta Lindqvist of Uruguay met the governor.")

    assert cast.positions() == [("Marta Lindqvist", "president", "Uruguay")]
    assert not cast.layer.positions[0].former


@pytest.mark.parametrize("word", ["Caretaker", "Interim", "Acting"])
def test_who_stands_in_is_acting(who: Who, word: str) -> None:
    cast = who(f"{word} president Marta Lindqvist of Uruguay met the governor.")

    assert cast.positions() == [("Marta Lindqvist", "president", "Uruguay")]
    assert cast.layer.positions[0].acting


def test_her_deputy_sits_in_no_parliament(who: Who) -> None:
    cast = who("President Petra Novotna of Slovakia met her deputy, Jan Hudak.")

    assert ("Jan Hudak", "deputy", False) in former(cast)
