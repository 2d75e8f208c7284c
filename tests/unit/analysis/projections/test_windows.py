from datetime import date
from itertools import pairwise

import pytest

from graphbuilder.analysis.participations import Participations
from graphbuilder.analysis.projections import Window, in_window, rolling_windows, time_slices
from graphbuilder.analysis.reading import read_participations
from graphbuilder.errors import SettingsError
from tests.unit.analysis.graphs import event, gathering, in_order


def months() -> Participations:
    """Events in November, in January, over a whole quarter, and without a date."""
    return read_participations(
        in_order(
            [
                *gathering(("Ana", "Bo"), event("1", start=date(2030, 11, 30))),
                *gathering(("Ana", "Cy"), event("2", start=date(2031, 1, 1), end=date(2031, 1, 31))),
                *gathering(("Ana", "Di"), event("3", start=date(2030, 11, 1), end=date(2031, 1, 31))),
                *gathering(("Ana", "Ed"), event("4")),
            ]
        )
    )


@pytest.mark.parametrize(
    ("every", "names"),
    [
        ("month", ["2030-11", "2030-12", "2031-01"]),
        ("quarter", ["2030-Q4", "2031-Q1"]),
        ("year", ["2030", "2031"]),
    ],
)
def test_slices_are_those_of_the_calendar_with_empty_ones(every: str, names: list[str]) -> None:
    slices = time_slices(months(), every)

    assert [window.name for window in slices] == names
    assert all(one.until.toordinal() + 1 == other.since.toordinal() for one, other in pairwise(slices))


def test_weeks_begin_on_monday() -> None:
    weeks = time_slices(months(), "week")

    assert weeks[0] == Window(name="2030-W44", since=date(2030, 10, 28), until=date(2030, 11, 3))
    assert weeks[-1].name == "2031-W01"


def test_an_event_belongs_to_the_window_of_its_first_day_unless_it_is_too_vague() -> None:
    held = [sorted(in_window(months(), window).events) for window in time_slices(months())]

    assert held == [["event:meeting-1"], [], ["event:meeting-2"]]
    november = in_window(months(), time_slices(months())[0])
    assert sorted(november.entities) == ["person:ana", "person:bo"]


def test_rolling_windows_overlap_and_cover_all_days() -> None:
    windows = rolling_windows(months(), days=60, step=30)

    assert [(window.since, window.days) for window in windows] == [(date(2030, 11, 1), 60), (date(2030, 12, 1), 60)]


def test_nothing_has_no_windows_and_odd_lengths_are_refused() -> None:
    nothing = read_participations([])

    assert time_slices(nothing) == rolling_windows(nothing) == ()
    with pytest.raises(SettingsError, match="no slice 'day'; choose from week, month, quarter, year"):
        time_slices(nothing, "day")
    with pytest.raises(SettingsError, match="at least one day"):
        rolling_windows(nothing, days=0)
