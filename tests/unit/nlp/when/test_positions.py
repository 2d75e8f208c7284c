"""Places in a month, moving holidays, fiscal years, units once removed; published on Thursday, 14 March 2024."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.when.lexicon import weekday_number
from graphbuilder.nlp.when.times import find_times

if TYPE_CHECKING:
    from spacy.language import Language

PUBLISHED = date(2024, 3, 14)

ROWS = [
    ("Novak met Lind on the second Tuesday of February.", "the second Tuesday of February", "2024-02-13", "2024-02-13"),
    ("Novak met Lind on the last day of January.", "the last day of January", "2024-01-31", "2024-01-31"),
    ("Novak met Lind in the last week of January 2023.", "the last week of January 2023", "2023-01-25", "2023-01-31"),
    ("Novak will meet Lind in the first week of May.", "the first week of May", "2024-05-01", "2024-05-07"),
    ("Novak met Lind on the Fourth of July.", "the Fourth of July", "2023-07-04", "2023-07-04"),
    ("Novak will meet Lind on Easter Monday.", "Easter Monday", "2024-04-01", "2024-04-01"),
    ("Novak met Lind on Good Friday 2022.", "Good Friday 2022", "2022-04-15", "2022-04-15"),
    ("Novak met Lind in the 2022-23 financial year.", "the 2022-23 financial year", "2022-04-01", "2024-03-31"),
    ("Novak met Lind in the spring of last year.", "the spring of last year", "2023-03-01", "2023-05-31"),
    ("Novak will meet Lind the week after next.", "the week after next", "2024-03-25", "2024-03-31"),
    ("Novak met Lind the week before last.", "the week before last", "2024-02-26", "2024-03-03"),
    ("Novak will meet Lind on Monday week.", "Monday week", "2024-03-25", "2024-03-25"),
    ("Novak met Lind on Tues., March 5.", "Tues., March 5", "2024-03-05", "2024-03-05"),
    ("China forgave a loan to Zambia on Monday.", "Monday", "2024-03-11", "2024-03-11"),
    ("Lebanon refused to let the refugees cross on Sunday.", "Sunday", "2024-03-10", "2024-03-10"),
    ("Lind backed the bid to join the bloc on Wednesday.", "Wednesday", "2024-03-13", "2024-03-13"),
]


@pytest.mark.parametrize(("sentence", "words", "first", "last"), ROWS, ids=[row[0] for row in ROWS])
def test_one_expression(nlp: "Language", sentence: str, words: str, first: str, last: str) -> None:
    (time,) = find_times(nlp(sentence), published=PUBLISHED)
    assert sentence[time.start_char : time.end_char] == words
    assert (str(time.start), str(time.end)) == (first, last)


def test_that_evening_is_of_the_day_told_last(nlp: "Language") -> None:
    times = find_times(nlp("Novak came on 4 March. Lind left that evening."), published=PUBLISHED)
    assert [time.value for time in times] == ["2024-03-04", "2024-03-04TEV"]


def test_a_month_without_a_fifth_monday_has_no_date(nlp: "Language") -> None:
    times = find_times(nlp("Novak met Lind on the fifth Monday of February 2023."), published=PUBLISHED)
    assert all(time.start is None or time.precision != "day" or time.start.month == 3 for time in times)


def test_without_a_day_of_publication_the_month_is_known(nlp: "Language") -> None:
    (time,) = find_times(nlp("Novak met Lind on the fourth of July."), published=None)
    assert (time.value, time.start) == ("XXXX-07-04", None)


@pytest.mark.parametrize(("word", "number"), [("Tues.", 1), ("thu", 3), ("Sunday", 6), ("Mon", 0)])
def test_weekdays_by_their_first_letters(word: str, number: int) -> None:
    assert weekday_number(word) == number
