"""Calendar arithmetic needs no model."""

from datetime import date

import pytest

from graphbuilder.nlp.when import calendar

WEDNESDAY = date(2017, 7, 5)


def test_a_week_runs_from_monday_to_sunday() -> None:
    period = calendar.week(WEDNESDAY)

    assert (period.value, period.start, period.end) == ("2017-W27", date(2017, 7, 3), date(2017, 7, 9))


def test_a_weekend_is_saturday_and_sunday_of_the_same_week() -> None:
    period = calendar.weekend(WEDNESDAY)

    assert (period.value, period.start, period.end) == ("2017-W27-WE", date(2017, 7, 8), date(2017, 7, 9))


def test_february_of_a_leap_year_has_29_days() -> None:
    assert calendar.month(2024, 2).end == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("code", "start", "end"),
    [
        ("SP", date(2019, 3, 1), date(2019, 5, 31)),
        ("SU", date(2019, 6, 1), date(2019, 8, 31)),
        ("FA", date(2019, 9, 1), date(2019, 11, 30)),
        ("WI", date(2018, 12, 1), date(2019, 2, 28)),
    ],
)
def test_a_season_is_three_months_and_winter_belongs_to_its_january(code: str, start: date, end: date) -> None:
    period = calendar.season(2019, code)

    assert (period.start, period.end, period.precision) == (start, end, "season")


def test_december_is_in_the_winter_of_the_next_year() -> None:
    assert calendar.season_of(date(2018, 12, 24)).value == "2019-WI"


@pytest.mark.parametrize(
    ("when", "count", "unit", "expected"),
    [
        (date(2017, 3, 31), 1, "month", date(2017, 4, 30)),
        (date(2017, 3, 31), -1, "month", date(2017, 2, 28)),
        (date(2016, 2, 29), 1, "year", date(2017, 2, 28)),
        (WEDNESDAY, -2, "week", date(2017, 6, 21)),
        (WEDNESDAY, 2.5, "year", date(2020, 1, 5)),
        (WEDNESDAY, 48, "hour", date(2017, 7, 7)),
        (WEDNESDAY, 30, "minute", WEDNESDAY),
        (WEDNESDAY, -1, "decade", date(2007, 7, 5)),
    ],
)
def test_shifting_counts_in_any_unit(when: date, count: float, unit: calendar.Unit, expected: date) -> None:
    assert calendar.shifted(when, count, unit) == expected


def test_shifting_stops_at_the_ends_of_the_calendar() -> None:
    assert calendar.shifted(WEDNESDAY, -9000, "year").year == 1


def test_a_quarter_and_a_half_are_months_of_their_year() -> None:
    assert (calendar.quarter(2018, 3).start, calendar.quarter(2018, 3).end) == (date(2018, 7, 1), date(2018, 9, 30))
    assert (calendar.half(2018, 2).start, calendar.half(2018, 2).end) == (date(2018, 7, 1), date(2018, 12, 31))


def test_decades_and_centuries_count_as_newspapers_do() -> None:
    assert (calendar.decade(1994).value, calendar.decade(1994).end) == ("199", date(1999, 12, 31))
    assert (calendar.century(21).start, calendar.century(21).end) == (date(2000, 1, 1), date(2099, 12, 31))


def test_thirds_of_a_period_lie_inside_it_in_order() -> None:
    year = calendar.year(2015)

    early, mid, late = (calendar.part_of(year, part) for part in ("early", "mid", "late"))

    assert early.start == date(2015, 1, 1)
    assert late.end == date(2015, 12, 31)
    assert early.end is not None
    assert mid.start is not None
    assert late.start is not None
    assert early.end <= mid.start < late.start
    assert {early.value, mid.value, late.value} == {"2015"}


def test_an_interval_that_runs_backwards_is_left_unresolved() -> None:
    assert calendar.between(calendar.year(2018), calendar.year(2014)).start is None


@pytest.mark.parametrize(
    ("count", "unit", "expected"),
    [(5, "month", "P5M"), (None, "week", "PXW"), (2.5, "year", "P2.5Y"), (3, "hour", "PT3H"), (1, "day", "P1D")],
)
def test_durations_are_iso_8601(count: float | None, unit: calendar.Unit, expected: str) -> None:
    assert calendar.duration(count, unit) == expected


def test_days_cannot_be_counted_from_a_year() -> None:
    assert not calendar.is_fine_enough(calendar.year(2012), "day")
    assert calendar.is_fine_enough(calendar.year(2012), "year")
    assert calendar.is_fine_enough(calendar.day(WEDNESDAY), "minute")
