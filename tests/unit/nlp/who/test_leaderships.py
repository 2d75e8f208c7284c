"""Offices told by the body that somebody ran, with their days."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.unit.nlp.who.test_terms import FROM_TO, IN_2014, dated

if TYPE_CHECKING:
    from spacy.language import Language

    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]


@pytest.mark.parametrize(
    ("text", "kind", "of", "former"),
    [
        ("Ann Able, who had led the finance ministry of Sweden, spoke.", "finance minister", "Sweden", True),
        (
            "Sweden's Finance Ministry said Ann Able, who had led the ministry, left.",
            "finance minister",
            "Sweden",
            True,
        ),
        ("The Swedish Ministry of Finance hired. Ann Able led the ministry.", "finance minister", "Sweden", True),
        ("Ann Able, who headed the central bank of Chile, spoke.", "governor", "Chilean central bank", True),
        ("Ann Able has led the Swedish Environment Agency since May.", "head", "Swedish Environment Agency", False),
    ],
)
def test_who_ran_a_body_held_its_office(who: Who, text: str, kind: str, of: str, former: bool) -> None:  # noqa: FBT001 - a column of the table
    cast = who(text)

    assert cast.positions() == [("Ann Able", kind, of)]
    assert cast.layer.positions[0].former is former


@pytest.mark.parametrize(
    "text",
    [
        "Ann Able led the delegation.",
        "Ann Able led the party to victory.",
        "Ann Able did not lead the finance ministry of Sweden.",
        "Ann Able never led the finance ministry of Sweden.",
        "The delegation was led by the finance ministry of Sweden.",
        "Ann Able had led the agency.",
    ],
)
def test_to_lead_is_not_always_an_office(who: Who, text: str) -> None:
    assert who(text).positions() == []


def test_the_days_of_a_body_run_are_those_of_the_office(nlp: "Language") -> None:
    text = "Sweden's Finance Ministry said Ann Able, who had led the ministry from 2014 to 2018, would return."
    until = "Ann Able, who headed the central bank of Chile until 2014, spoke."

    assert [(one.start, one.end, one.former) for one in dated(nlp, text, "from 2014 to 2018", FROM_TO)] == [
        (*FROM_TO[1:], True)
    ]
    assert [(one.start, one.end, one.former) for one in dated(nlp, until, "2014", IN_2014)] == [
        (None, date(2014, 12, 31), True)
    ]
