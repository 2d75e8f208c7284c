from datetime import date

from graphbuilder.nlp.when import bounds, calendar
from graphbuilder.nlp.when.rules import Scene

WEDNESDAY = date(2017, 7, 5)
SCENE = Scene(WEDNESDAY, None, "unknown")


def spans(text: str, *words: str) -> list[tuple[int, int]]:
    return [(text.index(word), text.index(word) + len(word)) for word in words]


def test_from_and_between_belong_to_the_range() -> None:
    text = "open from May to June"
    first, second = spans(text, "May", "June")

    assert bounds.joins(text, 0, first, second) == text.index("from")


def test_and_joins_only_after_between() -> None:
    text = "open in May and June"
    other = "open between May and June"

    assert bounds.joins(text, 0, *spans(text, "May", "June")) is None
    assert bounds.joins(other, 0, *spans(other, "May", "June")) == other.index("between")


def test_a_rescheduled_date_is_no_range() -> None:
    text = "they postponed the vote from Monday to Friday"

    assert bounds.joins(text, 0, *spans(text, "Monday", "Friday")) is None


def test_since_opens_to_the_day_of_publication_only_from_the_past() -> None:
    past = bounds.opened("since", calendar.day(date(2017, 7, 3)), SCENE, at_end=False)

    assert past is not None
    assert (past.value, past.start, past.end) == ("2017-07-03/..", date(2017, 7, 3), WEDNESDAY)
    assert bounds.opened("since", calendar.day(date(2017, 7, 9)), SCENE, at_end=False) is None


def test_by_the_end_of_a_period_is_due_on_its_last_day() -> None:
    due = bounds.opened("by", calendar.year(2017), SCENE, at_end=True)

    assert due is not None
    assert due.value == "../2017-12-31"


def test_until_a_past_day_is_that_day() -> None:
    assert bounds.opened("until", calendar.day(date(2017, 7, 1)), SCENE, at_end=False) is None


def test_a_duration_is_not_bent() -> None:
    gap = calendar.Period("P3D", None, None, "unknown", kind="DURATION")

    assert bounds.opened("after", gap, SCENE, at_end=False) is None
