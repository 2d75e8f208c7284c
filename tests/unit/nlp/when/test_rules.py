from datetime import date

import pytest

from graphbuilder.nlp.when import calendar
from graphbuilder.nlp.when.direction import Direction
from graphbuilder.nlp.when.rules import Scene, choose_year, nearest_weekday

WEDNESDAY = date(2017, 7, 5)


@pytest.mark.parametrize(
    ("month", "direction", "expected"),
    [
        (2, "back", "2017-02"),
        (2, "forward", "2018-02"),
        (7, "back", "2017-07"),
        (7, "forward", "2017-07"),
        (8, "back", "2017-08"),  # nobody calls a month eleven months back by its bare name
        (6, "unknown", "2017-06"),
        (9, "unknown", "2017-09"),
    ],
)
def test_a_month_without_a_year_takes_it_from_the_direction(month: int, direction: Direction, expected: str) -> None:
    scene = Scene(WEDNESDAY, None, direction)

    found = choose_year(scene, lambda year: calendar.month(year, month))

    assert found is not None
    assert found.value == expected


def test_a_year_stated_nearby_wins_over_the_direction() -> None:
    found = choose_year(Scene(WEDNESDAY, None, "back", 1914), lambda year: calendar.month(year, 6))

    assert found is not None
    assert found.value == "1914-06"


def test_without_a_day_of_publication_no_year_is_chosen() -> None:
    assert choose_year(Scene(None, None, "back"), lambda year: calendar.month(year, 6)) is None


@pytest.mark.parametrize(
    ("weekday", "direction", "expected"),
    [
        (2, "back", date(2017, 7, 5)),
        (2, "forward", date(2017, 7, 5)),
        (4, "back", date(2017, 6, 30)),
        (4, "forward", date(2017, 7, 7)),
        (1, "unknown", date(2017, 7, 4)),
    ],
)
def test_a_bare_weekday_is_within_a_week_and_may_be_today(weekday: int, direction: Direction, expected: date) -> None:
    assert nearest_weekday(WEDNESDAY, weekday, direction) == expected


def test_days_are_counted_from_the_last_date_told_where_it_is_fine_enough() -> None:
    day = Scene(WEDNESDAY, calendar.day(date(2016, 5, 3)), "back")
    year = Scene(WEDNESDAY, calendar.year(2016), "back")

    assert day.told_from("day", later=True) == date(2016, 5, 3)
    assert year.told_from("day", later=True) is None
    assert year.told_from("year", later=False) == date(2016, 12, 31)
    assert year.anchor == WEDNESDAY


def test_a_text_without_a_date_yet_is_at_its_day_of_publication_for_what_came_earlier() -> None:
    scene = Scene(WEDNESDAY, None, "back")

    assert scene.told_from("day", later=False) == WEDNESDAY
    assert scene.told_from("day", later=True) is None
