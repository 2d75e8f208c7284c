"""The buckets of time: days, months or years, and stray dates left out."""

from datetime import date, timedelta

from graphbuilder.analysis.participations import Happening
from graphbuilder.report.span import find_span, starts


def on(first: date | None, last: date | None = None) -> Happening:
    return Happening(
        id=f"event:{first}", name="x", label="Meeting", status="actual", confidence=1.0, start=first, end=last or first
    )


def test_no_day_no_bucket() -> None:
    span = find_span([on(None)])
    assert span.buckets == ()
    assert span.bucket(on(date(2031, 1, 1))) is None
    assert starts(span) == ()


def test_a_month_is_cut_into_days_a_year_into_months_a_century_into_years() -> None:
    assert find_span([on(date(2031, 2, 27)), on(date(2031, 3, 1))]).buckets == (
        "2031-02-27",
        "2031-02-28",
        "2031-03-01",
    )
    year = find_span([on(date(2030, 12, 31)), on(date(2031, 2, 1)), on(date(2031, 3, 1))])
    assert (year.unit, year.buckets) == ("month", ("2030-12", "2031-01", "2031-02", "2031-03"))
    assert find_span([on(date(1990, 1, 1)), on(date(1999, 1, 1))]).buckets[:2] == ("1990", "1991")


def test_one_stray_date_does_not_stretch_the_span() -> None:
    days = [date(2031, 1, 1) + timedelta(days=number) for number in range(300)]
    span = find_span([on(date(1815, 6, 9)), *map(on, days)])
    assert span.unit == "month"
    assert span.buckets[0].startswith("2031-01")
    assert span.bucket(on(date(1815, 6, 9))) is None


def test_the_first_and_the_last_weeks_of_an_even_year_stay() -> None:
    days = [date(2031, 1, 1) + timedelta(days=number) for number in range(365)]
    span = find_span(map(on, days))
    assert (span.buckets[0], span.buckets[-1]) == ("2031-01", "2031-12")


def test_an_event_that_may_lie_in_two_buckets_lies_in_none() -> None:
    span = find_span([on(date(2031, 1, 1)), on(date(2031, 6, 1))])
    assert span.bucket(on(date(2031, 2, 1), date(2031, 2, 28))) == "2031-02"
    assert span.bucket(on(date(2031, 2, 1), date(2031, 3, 1))) is None


def test_every_bucket_but_the_first_has_a_first_day() -> None:
    span = find_span([on(date(2031, 1, 1)), on(date(2031, 3, 1))])
    assert starts(span) == (date(2031, 2, 1), date(2031, 3, 1))
