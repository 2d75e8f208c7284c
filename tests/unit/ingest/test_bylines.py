from datetime import date

import pytest

from graphbuilder.ingest.agencies import agency_name
from graphbuilder.ingest.bylines import read_byline, read_date_note, split_names


@pytest.mark.parametrize(
    ("line", "names", "source"),
    [
        ("By Mona Tell", ("Mona Tell",), None),
        ("By MONA TELL and Per van Aa, Reuters", ("MONA TELL", "Per van Aa"), "Reuters"),
        ("Written by Mona Tell | AP", ("Mona Tell",), "AP"),
        ("By Mona Tell, NWN", ("Mona Tell",), "NWN"),
        ("By Mona Tell, Political Editor", ("Mona Tell",), None),
        ("By Mona Tell in Vellport and Per Aa in Osterby", ("Mona Tell", "Per Aa"), None),
        ("Mona Tell, Staff writer", ("Mona Tell",), None),
        ("Mona Tell and Per Aa, Foreign Correspondents", ("Mona Tell", "Per Aa"), None),
        ("By Associated Press", (), "AP"),
        ("Written By", (), None),
        ("AFP", (), "AFP"),
        ("(Reuters)", (), "Reuters"),
        ("Agence France-Presse", (), "AFP"),
    ],
)
def test_bylines_give_people_and_agency(line: str, names: tuple[str, ...], source: str | None) -> None:
    found = read_byline(line)
    assert found is not None
    assert (found.names, found.source) == (names, source)


@pytest.mark.parametrize(
    "line",
    [
        "By Friday",
        "By Friday the deal was dead.",
        "By land and sea they came",
        "Ada Brenn in Vellport",
        "The minister left.",
        "Meeting in Vellport",
    ],
)
def test_other_lines_are_no_bylines(line: str) -> None:
    assert read_byline(line) is None


def test_a_name_and_a_place_sign_only_where_asked() -> None:
    found = read_byline("Mona Tell in Vellport", in_place=True)
    assert found is not None
    assert found.names == ("Mona Tell",)


@pytest.mark.parametrize(
    ("line", "day", "updated"),
    [
        ("Published: 9 March 2021 10:30 GMT", date(2021, 3, 9), False),
        ("Last updated: March 10, 2021", date(2021, 3, 10), True),
        ("March 9, 2021 / 3:45 PM / 2 years ago", date(2021, 3, 9), False),
        ("Tuesday, 9 March 2021", date(2021, 3, 9), False),
    ],
)
def test_date_notes_give_the_day(*, line: str, day: date, updated: bool) -> None:
    found = read_date_note(line)
    assert found is not None
    assert (found.day, found.updated) == (day, updated)


@pytest.mark.parametrize("line", ["On March 9, 2021, the minister left.", "March 9", "Published on Tuesday"])
def test_sentences_and_half_dates_are_no_date_notes(line: str) -> None:
    assert read_date_note(line) is None


def test_author_fields_are_split() -> None:
    assert split_names("Analysis by Mona Tell and Per Aa | NWN") == ("Mona Tell", "Per Aa")
    assert split_names("newsdesk") == ()


def test_agencies_are_known_by_every_signature() -> None:
    assert agency_name(" (Thomson Reuters) ") == "Reuters"
    assert agency_name("xinhua") == "Xinhua"
    assert agency_name("The Vellport Courier") is None
