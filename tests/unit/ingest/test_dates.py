from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.ingest.dates import is_no_day, parse_date

DAY = date(2021, 3, 9)


@pytest.mark.parametrize(
    "value",
    [
        "2021-03-09",
        "2021-03-09T23:30:00-05:00",
        "2021-03-09 10:00:00.123+00",
        "2021-03-09T10:00:00Z",
        "2021/03/09",
        "20210309",
        "20210309T101500Z",
        "Tue, 09 Mar 2021 10:15:00 GMT",
        "Tue Mar  9 10:15:00 2021",
        "March 9, 2021",
        "Mar. 9, 2021 10:15 pm EST",
        "9 March 2021",
        "9th of March, 2021",
        "09-Mar-2021",
        "Tuesday 9 March 2021 10.15 GMT",
        "09.03.2021",
        "1615284900",
        1615284900,
        1615284900000,
        datetime(2021, 3, 9, 10, tzinfo=UTC),
        date(2021, 3, 9),
    ],
)
def test_a_date_that_says_its_day_is_read(value: object) -> None:
    assert parse_date(value) == DAY


@pytest.mark.parametrize("value", ["13/07/2021", "07/13/2021", "13-07-2021"])
def test_a_numeric_date_with_one_reading_is_read(value: str) -> None:
    assert parse_date(value) == date(2021, 7, 13)


@pytest.mark.parametrize(
    "value",
    ["", "yesterday", "March 2021", "2021", "07/05/2021", "2021-02-30", "Friday", None, True, [], 7, "0001-01-01"],
)
def test_what_is_no_certain_day_is_no_date(value: object) -> None:
    assert parse_date(value) is None


@pytest.mark.parametrize(
    ("value", "wrong"),
    [
        ("2020-13-45", True), ("2021-02-30T10:00:00Z", True), ("31 April 2020", True), ("February 30, 2021", True),
        ("2020-12-31", False), ("30 April 2020", False), ("07/05/2021", False), ("March 2021", False), ("yesterday", False),
        ("", False), (None, False), (20201345, False),
    ],
)  # fmt: skip
def test_a_date_by_its_form_that_is_no_day_is_told_from_what_is_no_date(value: object, *, wrong: bool) -> None:
    assert is_no_day(value) is wrong


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_iso_and_written_forms_give_the_day_back(day: date) -> None:
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day:%B} {day.day}, {day.year}") == day
    assert parse_date(f"{day.day} {day:%b} {day.year}") == day


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    assert parse_date(text) is None or isinstance(parse_date(text), date)
