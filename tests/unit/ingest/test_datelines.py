from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.ingest.datelines import complete, read_dateline


@pytest.mark.parametrize(
    ("paragraph", "source", "day", "month_day"),
    [
        ("VELLPORT, March 9 (Reuters) - The minister left.", "Reuters", None, (3, 9)),
        ("VELLPORT (AP) — The minister left.", "AP", None, None),
        ("PORT SARLE, Norvania (AFP) - The minister left.", "AFP", None, None),
        ("PORT SARLE, Norv. (AP) _ The minister left.", "AP", None, None),
        ("Vellport, 9 March 2021 (Xinhua) -- The minister left.", "Xinhua", date(2021, 3, 9), None),
        ("OSTERBY, March 9, 2021 /NordWire/ -- The minister left.", "NordWire", date(2021, 3, 9), None),
        ("OSTERBY/VELLPORT (Thomson Reuters): The minister left.", "Reuters", None, None),
        ("(Reuters) - The minister left.", "Reuters", None, None),
        ("(NWN) — The minister left.", "NWN", None, None),
        ("VELLPORT — The minister left.", None, None, None),
        ("VELLPORT (Dec. 3) - The minister left.", None, None, (12, 3)),
        ("Vellport, Tuesday, 9 March - The minister left.", None, None, (3, 9)),
        ("VELLPORT (AFP) The minister left.", "AFP", None, None),
        ("Vellport (CNN) The minister left.", "CNN", None, None),
        ("PORT SARLE, Norv. (NWN) - The minister left.", "NWN", None, None),
    ],
)
def test_a_dateline_goes_with_its_place_and_gives_agency_and_day(
    paragraph: str, source: str | None, day: date | None, month_day: tuple[int, int] | None
) -> None:
    found = read_dateline(paragraph)
    assert found is not None
    assert (found.rest, found.source, found.day, found.month_day) == ("The minister left.", source, day, month_day)


@pytest.mark.parametrize(
    ("paragraph", "place"),
    [
        ("PORT SARLE, Norvania (AFP) - The minister left.", "PORT SARLE, Norvania"),
        ("OSTERBY/VELLPORT (Thomson Reuters): The minister left.", "OSTERBY/VELLPORT"),
        ("VELLPORT — The minister left.", "VELLPORT"),
        ("Vellport, 9 March 2021 (Xinhua) -- The minister left.", "Vellport"),
        ("(Reuters) - The minister left.", None),
        ("(Xinhua) March 9 -- The minister left.", None),
    ],
)
def test_a_dateline_tells_where_a_story_was_filed(paragraph: str, place: str | None) -> None:
    found = read_dateline(paragraph)
    assert found is not None
    assert found.place == place


def test_a_quotation_after_the_dash_is_kept_whole() -> None:
    found = read_dateline('VELLPORT — "We leave," the minister said.')
    assert found is not None
    assert found.rest == '"We leave," the minister said.'


@pytest.mark.parametrize(
    "paragraph",
    [
        "The minister left for Vellport on March 9.",
        "Ada Brenn (Liberals) - her party's candidate - lost.",
        "The Northern Union (NU) - a bloc of six - met.",
        "NATO — The alliance met.",
        "Agence France-Presse (AFP) President Mona Tell resigned.",
        "The Associated Press (AP) said on Tuesday it would close its Vellport office.",
        "BRENN: We will leave.",
        "Vellport-based firms protested.",
        "UN - the body that nobody loves - met.",
        "(Laughter) - That is all.",
    ],
)
def test_other_openings_are_no_datelines(paragraph: str) -> None:
    assert read_dateline(paragraph) is None


def test_a_day_without_a_year_takes_the_nearest() -> None:
    assert complete((12, 30), date(2021, 1, 2)) == date(2020, 12, 30)
    assert complete((1, 2), date(2020, 12, 30)) == date(2021, 1, 2)
    assert complete((2, 29), date(2021, 3, 1)) == date(2020, 2, 29)
    assert complete((2, 30), date(2021, 3, 1)) is None


@given(st.dates(date(1950, 1, 1), date(2080, 1, 1)), st.integers(-150, 150))
def test_the_completed_day_is_never_more_than_half_a_leap_cycle_away(near: date, shift: int) -> None:
    day = date.fromordinal(near.toordinal() + shift)
    if (day.month, day.day) != (2, 29):
        assert complete((day.month, day.day), near) == day
