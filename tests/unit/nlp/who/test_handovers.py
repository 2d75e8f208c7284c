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
        "Jan Hudak was sworn in as president of Slovakia on Tuesday, replacing Petra Novotna.",
        "Jan Hudak became president of Slovakia on Tuesday, succeeding Petra Novotna.",
        "President Petra Novotna of Slovakia was ousted on Monday and replaced by Jan Hudak.",
        "Petra Novotna stepped down as president of Slovakia on Monday and was replaced by Jan Hudak.",
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
        "Jan Hudak sang on Tuesday, replacing president Petra Novotna of Slovakia.",
        "President Petra Novotna of Slovakia was praised on Monday and was not replaced by Jan Hudak.",
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


@pytest.mark.parametrize(
    "text",
    [
        "President Petra Novotna of Slovakia will be succeeded by Jan Hudak.",
        "Jan Hudak will succeed Petra Novotna, the president of Slovakia.",
        "President Petra Novotna of Slovakia is to be replaced by Jan Hudak.",
        "Petra Novotna, president of Slovakia, is due to be replaced by Jan Hudak.",
        "Jan Hudak is to succeed president Petra Novotna of Slovakia.",
        "President Petra Novotna of Slovakia will hand over to Jan Hudak.",
        "Jan Hudak, who will succeed President Petra Novotna of Slovakia, spoke.",
    ],
)
def test_who_is_to_come_is_no_holder_yet(who: Who, text: str) -> None:
    cast = who(text)

    assert former(cast) == [("Petra Novotna", "president", False), ("Jan Hudak", "president-designate", False)]
    assert ("Jan Hudak", "president-designate", "Slovakia") in cast.positions()


@pytest.mark.parametrize(
    "text",
    [
        "Jan Hudak will become president of Slovakia.",
        "Jan Hudak is set to become president of Slovakia.",
    ],
)
def test_an_office_said_for_the_time_to_come_is_designate(who: Who, text: str) -> None:
    assert who(text).positions() == [("Jan Hudak", "president-designate", "Slovakia")]


@pytest.mark.parametrize(
    "text",
    [
        "Jan Hudak will replace Petra Novotna as president of Slovakia.",
        "Jan Hudak is expected to succeed Petra Novotna as president of Slovakia.",
        "Jan Hudak was appointed to succeed Petra Novotna as president of Slovakia.",
        "Petra Novotna will be succeeded as president of Slovakia by Jan Hudak.",
    ],
)
def test_who_is_to_be_replaced_holds_the_office_still(who: Who, text: str) -> None:
    assert sorted(who(text).positions()) == [
        ("Jan Hudak", "president-designate", "Slovakia"),
        ("Petra Novotna", "president", "Slovakia"),
    ]


def test_who_only_hopes_to_succeed_holds_nothing(who: Who) -> None:
    found = who("Jan Hudak hopes to succeed Petra Novotna as president of Slovakia.").positions()
    assert found == [("Petra Novotna", "president", "Slovakia")]


@pytest.mark.parametrize(
    "text",
    [
        "Petra Novotna is no longer president of Slovakia.",
        "Petra Novotna, who used to be president of Slovakia, toured the port.",
        "Petra Novotna ceased to be president of Slovakia.",
    ],
)
def test_who_is_so_no_more_is_a_former_holder(who: Who, text: str) -> None:
    layer = who(text)
    assert layer.positions() == [("Petra Novotna", "president", "Slovakia")]
    assert [position.former for position in layer.layer.positions] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Petra Novotna, Slovakia's longest-serving president, toured the port.",
        "Petra Novotna, the Chilean-born president of Slovakia, toured the port.",
    ],
)
def test_what_says_nothing_of_the_office_parts_nobody_from_it(who: Who, text: str) -> None:
    assert who(text).positions() == [("Petra Novotna", "president", "Slovakia")]


def test_who_will_be_succeeded_or_step_down_is_in_office(who: Who) -> None:
    assert former(who("Petra Novotna will step down as president of Slovakia.")) == [
        ("Petra Novotna", "president", False)
    ]
    assert former(who("Petra Novotna will remain president of Slovakia.")) == [("Petra Novotna", "president", False)]


def test_a_president_elect_succeeds_the_president(who: Who) -> None:
    cast = who("President-elect Jan Hudak of Slovakia will succeed Petra Novotna.")

    assert former(cast) == [("Jan Hudak", "president-elect", False), ("Petra Novotna", "president", False)]


@pytest.mark.parametrize(
    ("text", "kind", "of"),
    [
        ("Marta Lind met Ann Able. Ann Able spoke. She was previously the mayor of Lund.", "mayor", "Lund"),
        ("Ann Able was previously the mayor of Lund.", "mayor", "Lund"),
        ("Ann Able had earlier been mayor of Lund.", "mayor", "Lund"),
        ("Ann Able was once governor of Nevada.", "governor", "Nevada"),
        ("Ann Able, once governor of Nevada, spoke.", "governor", "Nevada"),
        ("Ann Able had been mayor of Lund.", "mayor", "Lund"),
        (
            "Ann Able spoke. She was previously the US Secretary of Homeland Security.",
            "secretary of homeland security",
            "United States",
        ),
    ],
)
def test_an_office_held_previously_is_a_former_one(who: Who, text: str, kind: str, of: str) -> None:
    cast = who(text)

    assert former(cast) == [("Ann Able", kind, True)]
    assert cast.positions() == [("Ann Able", kind, of)]


def test_who_had_been_mayor_for_years_may_be_mayor_still(who: Who) -> None:
    assert former(who("Ann Able had been mayor of Lund for six years.")) == [("Ann Able", "mayor", False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("White House chief of staff Lena Ortiz spoke.", ("Lena Ortiz", "chief of staff", "White House")),
        ("Lena Ortiz, the White House press secretary, spoke.", ("Lena Ortiz", "press secretary", "White House")),
        ("Sheikh Hamad Karimi, ruler of Fujairah, spoke.", ("Hamad Karimi", "ruler", "Fujairah")),
        ("The emir of Kuwait, Hamad Karimi, spoke.", ("Hamad Karimi", "emir", "Kuwait")),
    ],
)
def test_the_body_or_land_of_an_office_is_named(who: Who, text: str, expected: tuple[str, str, str]) -> None:
    assert who(text).positions() == [expected]
