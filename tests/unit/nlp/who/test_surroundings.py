"""The country of an office whose words name none: by "its" and "whose", the seat, a visit, what the report is about."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]
TWO = "Kenya and Norway have quarrelled over fish. Kenya seized a Norwegian boat. Kenya wants more, Norway less, Norway says. "
OPENED = (
    "Chad's parliament voted on Monday after a long and bitter debate to send the minister home, the first time in a decade"
    " that it has done so, and then rose for the summer, leaving the budget unread and the schools unpaid. Chad is dry. "
)


@pytest.mark.parametrize(
    ("text", "holder", "country"),
    [
        ("Chad and Peru agreed. Chad then wavered. Its president, Bo Baker, was silent.", "Bo Baker", "Chad"),
        ("The Danish government refused. Its foreign minister, Bo Baker, told Chad so.", "Bo Baker", "Denmark"),
        ("Chad, whose president, Bo Baker, fell ill, asked Peru for help.", "Bo Baker", "Chad"),
        ("Peru and Chad, whose prime minister, Bo Baker, fell ill, met.", "Bo Baker", "Chad"),
        ("Chad and Peru waited. In Lima, President Bo Baker called his generals.", "Bo Baker", "Peru"),
        (TWO + "President Bo Baker flew to Oslo on Monday.", "Bo Baker", "Kenya"),
        (TWO + "President Bo Baker cancelled a trip to Oslo on Monday.", "Bo Baker", "Kenya"),
        ("Norway votes. Norway is long, Norway is cold. President Bo Baker toured Bergen.", "Bo Baker", "Norway"),
        (TWO + "A visit to Nairobi by Foreign Minister Bo Baker was put off.", "Bo Baker", "Norway"),
        (TWO + "President Bo Baker called his Kenyan counterpart, Juma Otieno.", "Bo Baker", "Norway"),
        ("Chad votes. Chad is vast, Chad is dry. Peru sent help. President Bo Baker spoke.", "Bo Baker", "Chad"),
        (OPENED + "Chad and Peru watch. Peru waits. President Bo Baker spoke.", "Bo Baker", "Chad"),
    ],
)
def test_a_bare_office_is_of_the_country_around_it(who: Who, text: str, holder: str, country: str) -> None:
    assert country in {of for name, _, of in who(text).positions() if name == holder}


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Peru agreed. Nobody knew why. Its president, Bo Baker, was silent.",
        "Chad and Peru waited. On Monday, President Bo Baker called his generals.",
        "In Lima, after Chad had called, President Bo Baker spoke.",
        TWO + "President Bo Baker spoke on Monday.",
        "Peru looks on. " + OPENED + "Chad and Peru watch. President Bo Baker spoke.",
        TWO + "President Bo Baker flew back to Oslo on Monday.",
        "Chad votes. Chad is vast, Chad is dry. The miners' president, Bo Baker, spoke.",
        "Chad votes. Chad is vast, Chad is dry. Velmora's defence minister, Bo Baker, spoke.",
        "Chad votes. Chad is vast, Chad is dry. Regional President Bo Baker spoke.",
        "The Dutch Senate met in The Hague. Belgium watched. Agriculture Minister Bo Baker spoke.",
    ],
)
def test_where_nothing_tells_a_bare_office_has_no_country(who: Who, text: str) -> None:
    assert {of for name, _, of in who(text).positions() if name == "Bo Baker"} == {None}
