"""Time expressions in whole sentences; the day of publication is Wednesday, 5 July 2017."""

import itertools
from datetime import date
from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.when.times import find_times

if TYPE_CHECKING:
    from spacy.language import Language

    from graphbuilder.records.annotation import TimeMention

PUBLISHED = date(2017, 7, 5)


def times(nlp: "Language", text: str, published: date | None = PUBLISHED) -> "list[tuple[str, TimeMention]]":
    return [(text[time.start_char : time.end_char], time) for time in find_times(nlp(text), published=published)]


def only(nlp: "Language", text: str, published: date | None = PUBLISHED) -> "tuple[str, TimeMention]":
    found = times(nlp, text, published)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        # absolute days
        ("They signed it on July 3, 2016.", "July 3, 2016", ("2016-07-03", "2016-07-03", "2016-07-03", "day")),
        ("They signed it on 3 July 2016.", "3 July 2016", ("2016-07-03", "2016-07-03", "2016-07-03", "day")),
        (
            "They signed it on the 3rd of July 2016.",
            "the 3rd of July 2016",
            ("2016-07-03", "2016-07-03", "2016-07-03", "day"),
        ),
        ("They signed it on 2016-07-03.", "2016-07-03", ("2016-07-03", "2016-07-03", "2016-07-03", "day")),
        ("The form is dated 25/12/2016.", "25/12/2016", ("2016-12-25", "2016-12-25", "2016-12-25", "day")),
        ("The form is dated 12/25/2016.", "12/25/2016", ("2016-12-25", "2016-12-25", "2016-12-25", "day")),
        ("He spoke on Sunday, July 2.", "Sunday, July 2", ("2017-07-02", "2017-07-02", "2017-07-02", "day")),
        (
            "He spoke in Rome on Jan. 9 of this year.",
            "Jan. 9 of this year",
            ("2017-01-09", "2017-01-09", "2017-01-09", "day"),
        ),
        ("The pact was signed on the 14th.", "the 14th", ("2017-06-14", "2017-06-14", "2017-06-14", "day")),
        ("The embassy closed on Christmas Eve.", "Christmas Eve", ("2016-12-24", "2016-12-24", "2016-12-24", "day")),
        ("Security was tightened after 9/11 attacks.", "9/11", ("2001-09-11", "2001-09-11", "2001-09-11", "day")),
        # days without a year, by direction
        ("He flew to Lima on December 20.", "December 20", ("2016-12-20", "2016-12-20", "2016-12-20", "day")),
        ("He will fly to Lima on December 20.", "December 20", ("2017-12-20", "2017-12-20", "2017-12-20", "day")),
        # months, quarters, seasons, years
        ("The king visited Peru in July 2015.", "July 2015", ("2015-07", "2015-07-01", "2015-07-31", "month")),
        ("The king first visited Peru in February.", "February", ("2017-02", "2017-02-01", "2017-02-28", "month")),
        ("The king visited Peru in November.", "November", ("2016-11", "2016-11-01", "2016-11-30", "month")),
        ("The king will visit Peru in November.", "November", ("2017-11", "2017-11-01", "2017-11-30", "month")),
        (
            "Exports fell in the third quarter of 2016.",
            "the third quarter of 2016",
            ("2016-Q3", "2016-07-01", "2016-09-30", "quarter"),
        ),
        ("Exports fell in Q3 2016.", "Q3 2016", ("2016-Q3", "2016-07-01", "2016-09-30", "quarter")),
        (
            "Exports fell in the first half of 2016.",
            "the first half of 2016",
            ("2016-H1", "2016-01-01", "2016-06-30", "year"),
        ),
        ("The war ended in spring 2012.", "spring 2012", ("2012-SP", "2012-03-01", "2012-05-31", "season")),
        ("The war ended in 2012.", "2012", ("2012", "2012-01-01", "2012-12-31", "year")),
        ("The war began in the 1990s.", "the 1990s", ("199", "1990-01-01", "1999-12-31", "decade")),
        ("The war began in the nineties.", "the nineties", ("199", "1990-01-01", "1999-12-31", "decade")),
        ("The party was founded in the '80s.", "the '80s", ("198", "1980-01-01", "1989-12-31", "decade")),
        ("He lost the vote in '08.", "'08", ("2008", "2008-01-01", "2008-12-31", "year")),
        ("The budget for fiscal year 2018 shrank.", "fiscal year 2018", ("FY2018", "2017-04-01", "2019-03-31", "year")),
        ("The palace dates from the 19th century.", "the 19th century", ("18", "1800-01-01", "1899-12-31", "unknown")),
        ("The strike began in late 2015.", "late 2015", ("2015", "2015-09-01", "2015-12-31", "year")),
        ("The strike began in early March.", "early March", ("2017-03", "2017-03-01", "2017-03-11", "month")),
        # weekdays, by direction and by word
        ("The envoy met Wednesday with the rebels.", "Wednesday", ("2017-07-05", "2017-07-05", "2017-07-05", "day")),
        ("The envoy met the rebels on Thursday.", "Thursday", ("2017-06-29", "2017-06-29", "2017-06-29", "day")),
        ("They are scheduled to meet Friday.", "Friday", ("2017-07-07", "2017-07-07", "2017-07-07", "day")),
        ("The queen will speak on Tuesday.", "Tuesday", ("2017-07-11", "2017-07-11", "2017-07-11", "day")),
        ("She resigned last Friday.", "last Friday", ("2017-06-30", "2017-06-30", "2017-06-30", "day")),
        ("She will resign next Friday.", "next Friday", ("2017-07-14", "2017-07-14", "2017-07-14", "day")),
        ("She resigned late Tuesday.", "late Tuesday", ("2017-07-04", "2017-07-04", "2017-07-04", "day")),
        ("She resigned on Monday last week.", "Monday last week", ("2017-06-26", "2017-06-26", "2017-06-26", "day")),
        (
            "He toured the port over the weekend.",
            "over the weekend",
            ("2017-W26-WE", "2017-07-01", "2017-07-02", "day"),
        ),
        # today and its neighbours
        ("The cabinet met today.", "today", ("2017-07-05", "2017-07-05", "2017-07-05", "day")),
        ("The cabinet met yesterday.", "yesterday", ("2017-07-04", "2017-07-04", "2017-07-04", "day")),
        ("The cabinet will meet tomorrow.", "tomorrow", ("2017-07-06", "2017-07-06", "2017-07-06", "day")),
        (
            "The cabinet met the day before yesterday.",
            "the day before yesterday",
            ("2017-07-03", "2017-07-03", "2017-07-03", "day"),
        ),
        # units
        ("The envoy left last week.", "last week", ("2017-W26", "2017-06-26", "2017-07-02", "week")),
        ("The envoy left this week.", "this week", ("2017-W27", "2017-07-03", "2017-07-09", "week")),
        ("The envoy left earlier this month.", "earlier this month", ("2017-07", "2017-07-01", "2017-07-05", "month")),
        ("They will meet later this week.", "later this week", ("2017-W27", "2017-07-05", "2017-07-09", "week")),
        ("The envoy left last year.", "last year", ("2016", "2016-01-01", "2016-12-31", "year")),
        ("The coup took place last August.", "last August", ("2016-08", "2016-08-01", "2016-08-31", "month")),
        ("They will meet next spring.", "next spring", ("2018-SP", "2018-03-01", "2018-05-31", "season")),
        ("The talks failed in the spring.", "in the spring", ("2017-SP", "2017-03-01", "2017-05-31", "season")),
        # counted
        ("The envoy left two weeks ago.", "two weeks ago", ("2017-W25", "2017-06-19", "2017-06-25", "week")),
        (
            "The envoy left a couple of weeks ago.",
            "a couple of weeks ago",
            ("2017-W25", "2017-06-19", "2017-06-25", "week"),
        ),
        ("The envoy left three years ago.", "three years ago", ("2014", "2014-01-01", "2014-12-31", "year")),
        ("The envoy left a decade ago.", "a decade ago", ("2007", "2007-01-01", "2007-12-31", "year")),
        (
            "The envoy left two and a half years ago.",
            "two and a half years ago",
            ("2015-01", "2015-01-01", "2015-01-31", "month"),
        ),
        ("The envoy will return in three days.", "in three days", ("2017-07-08", "2017-07-08", "2017-07-08", "day")),
        (
            "The envoy will return in two weeks' time.",
            "in two weeks' time",
            ("2017-W29", "2017-07-17", "2017-07-23", "week"),
        ),
        # ranges and open ends
        (
            "Talks ran from 3 to 5 May 2017.",
            "from 3 to 5 May 2017",
            ("2017-05-03/2017-05-05", "2017-05-03", "2017-05-05", "day"),
        ),
        ("Talks were held May 3-5 in Riga.", "May 3-5", ("2017-05-03/2017-05-05", "2017-05-03", "2017-05-05", "day")),
        (
            "It fell between March and June.",
            "between March and June",
            ("2017-03/2017-06", "2017-03-01", "2017-06-30", "month"),
        ),
        (
            "Prices rose from July to December 2004.",
            "from July to December 2004",
            ("2004-07/2004-12", "2004-07-01", "2004-12-31", "month"),
        ),
        (
            "From April to June 2004, prices rose.",
            "From April to June 2004",
            ("2004-04/2004-06", "2004-04-01", "2004-06-30", "month"),
        ),
        (
            "Between June and August 2015, prices rose.",
            "Between June and August 2015",
            ("2015-06/2015-08", "2015-06-01", "2015-08-31", "month"),
        ),
        (
            "Prices rose between September and November last year.",
            "between September and November last year",
            ("2016-09/2016-11", "2016-09-01", "2016-11-30", "month"),
        ),
        (
            "Prices rose from November to February 2015.",
            "from November to February 2015",
            ("2014-11/2015-02", "2014-11-01", "2015-02-28", "month"),
        ),
        ("He governed from 2008 to 2012.", "from 2008 to 2012", ("2008/2012", "2008-01-01", "2012-12-31", "year")),
        ("The 2014-2018 plan failed.", "2014-2018", ("2014/2018", "2014-01-01", "2018-12-31", "year")),
        (
            "They met from Monday to Tuesday.",
            "from Monday to Tuesday",
            ("2017-07-03/2017-07-04", "2017-07-03", "2017-07-04", "day"),
        ),
        ("The strike has lasted since Monday.", "since Monday", ("2017-07-03/..", "2017-07-03", "2017-07-05", "day")),
        ("The curfew will last until Friday.", "until Friday", ("../2017-07-07", "2017-07-05", "2017-07-07", "day")),
        (
            "It must be done by the end of the year.",
            "by the end of the year",
            ("../2017-12-31", "2017-07-05", "2017-12-31", "year"),
        ),
        # windows
        (
            "He toured Asia over the past two weeks.",
            "the past two weeks",
            ("2017-06-21/2017-07-05", "2017-06-21", "2017-07-05", "week"),
        ),
        (
            "He will tour Asia over the next five years.",
            "the next five years",
            ("2017-07-05/2022-07-05", "2017-07-05", "2022-07-05", "year"),
        ),
    ],
)
def test_an_expression_is_found_and_resolved(
    nlp: "Language", sentence: str, words: str, expected: tuple[str, str, str, str]
) -> None:
    text, time = only(nlp, sentence)

    assert (text, time.kind) == (words, "DATE")
    assert (time.value, str(time.start), str(time.end), time.precision) == expected


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("She resigned on Tuesday night.", "Tuesday night", "2017-07-04TNI"),
        ("She will speak tonight.", "tonight", "2017-07-05TNI"),
        ("She resigned this morning.", "this morning", "2017-07-05TMO"),
        ("Shots were heard last night.", "last night", "2017-07-04TNI"),
    ],
)
def test_a_part_of_the_day_makes_it_a_time_of_that_day(nlp: "Language", sentence: str, words: str, value: str) -> None:
    text, time = only(nlp, sentence)

    assert (text, time.kind, time.value) == (words, "TIME", value)
    assert time.start == time.end == date.fromisoformat(value[:10])


@pytest.mark.parametrize(
    ("sentence", "words", "value", "relation"),
    [
        ("Both sides met for three days of talks.", "three days", "P3D", None),
        ("He began a five-day visit to Oman.", "five-day", "P5D", None),
        ("He was jailed for 18 months.", "18 months", "P18M", None),
        ("The deal came five months after the summit was called off.", "five months after", "P5M", "after"),
        ("It came just weeks after the inauguration.", "weeks after", "PXW", "after"),
        ("They met a day before the vote.", "a day before", "P1D", "before"),
        ("They met the day before the vote.", "the day before", "P1D", "before"),
    ],
)
def test_durations_have_no_days_and_may_relate_two_events(
    nlp: "Language", sentence: str, words: str, value: str, relation: str | None
) -> None:
    text, time = only(nlp, sentence)

    assert (text, time.kind, time.value, time.relation) == (words, "DURATION", value, relation)
    assert time.start is None
    assert time.end is None


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("The council meets every Friday.", "every Friday", "XXXX-WXX-5"),
        ("The council meets on Mondays.", "Mondays", "XXXX-WXX-1"),
        ("The council votes every year.", "every year", "P1Y"),
    ],
)
def test_what_repeats_is_a_set(nlp: "Language", sentence: str, words: str, value: str) -> None:
    text, time = only(nlp, sentence)

    assert (text, time.kind, time.value, time.start) == (words, "SET", value, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Theresa May met the chancellor.",
        "The troops may march on the capital.",
        "Women joined the March on Rome.",
        "April Hughes leads the council.",
        "Some 2000 troops crossed the border.",
        "The trial is expected to last three weeks.",
        "The 16-year-old boy is two years old no more.",
        "The hotel room is on the 14th floor.",
        "Shops opened early for Black Friday.",
        "The minister John Christmas resigned.",
        "It holds for 13 billion years ago.",
        "The column has 30/31/2017 in it.",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(nlp: "Language", sentence: str) -> None:
    assert [words for words, time in times(nlp, sentence) if time.kind == "DATE"] == []


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The envoy met Wednesday with the rebels.", "XXXX-WXX-3"),
        ("The envoy met the rebels on July 3.", "XXXX-07-03"),
        ("The envoy met the rebels in February.", "XXXX-02"),
        ("The envoy met the rebels yesterday.", "XXXX-XX-XX"),
        ("The envoy left last week.", "XXXX-WXX"),
        ("The envoy left last year.", "XXXX"),
        ("The envoy left two months ago.", "XXXX-XX"),
        ("The envoy left last August.", "XXXX-08"),
        ("The envoy left in the spring.", "XXXX-SP"),
    ],
)
def test_without_a_day_of_publication_a_relative_date_says_what_is_known(
    nlp: "Language", sentence: str, value: str
) -> None:
    _, time = only(nlp, sentence, None)

    assert (time.value, time.start, time.end, time.precision) == (value, None, None, "unknown")


def test_without_a_day_of_publication_an_absolute_date_still_counts(nlp: "Language") -> None:
    (_, signed), (words, left) = times(nlp, "They signed it on May 3, 2016. He left the following day.", None)

    assert signed.start == date(2016, 5, 3)
    assert (words, left.start) == ("the following day", date(2016, 5, 4))


@pytest.mark.parametrize(
    ("text", "words", "start"),
    [
        ("They met on Friday. He left the following day.", "the following day", "2017-07-01"),
        ("They met on Friday. The day before, he had rested.", "The day before", "2017-06-29"),
        ("They met on May 3, 2016. Two weeks later, he left.", "Two weeks later", "2016-05-16"),
        ("They met on May 3, 2016. He left a day later.", "a day later", "2016-05-04"),
        ("They met on Friday. He came back the next Tuesday.", "the next Tuesday", "2017-07-04"),
        ("They met in June 1914. On July 5 they parted.", "July 5", "1914-07-05"),
        ("They met in March 2010. He died later that year.", "later that year", "2010-09-01"),
        ("They met in 2016, in April and again in October.", "April", "2016-04-01"),
        ("He has ruled since 2016, and in April he called a vote.", "April", "2017-04-01"),
        ("The minister resigned. A day later, the cabinet fell.", "A day later", "None"),
        ("The rebels said they had attacked the port a day earlier.", "a day earlier", "2017-07-04"),
    ],
)
def test_a_story_counts_from_its_last_date(nlp: "Language", text: str, words: str, start: str) -> None:
    found = dict(times(nlp, text))

    assert str(found[words].start) == start


def test_no_day_is_counted_from_a_whole_year(nlp: "Language") -> None:
    found = dict(times(nlp, "He came to Lima in 2012. Two days later, he left."))

    assert found["Two days later"].start is None


def test_a_date_moved_to_another_is_no_range(nlp: "Language") -> None:
    found = [words for words, _ in times(nlp, "The vote was moved from Monday to Wednesday.")]

    assert found == ["Monday", "Wednesday"]


def test_before_and_after_a_day_say_the_relation_but_not_before_a_dated_noun(nlp: "Language") -> None:
    _, plain = only(nlp, "He will leave before Friday.")
    _, noun = only(nlp, "He will leave before Friday's vote.")

    assert (plain.relation, noun.relation) == ("before", None)


def test_a_date_that_the_parser_cuts_in_two_is_read_whole(nlp: "Language") -> None:
    words, time = only(nlp, "The assembly met on Aug. 5, 2016, in Bonn.")

    assert (words, time.value) == ("Aug. 5, 2016", "2016-08-05")


def test_mentions_are_sorted_apart_and_know_their_sentence(nlp: "Language") -> None:
    text = "The king spoke on Monday. Nothing else happened. He will travel on Friday, July 7, and in August."
    doc = nlp(text)
    found = find_times(doc, published=PUBLISHED)
    sentences = list(doc.sents)

    assert [time.sentence for time in found] == [0, 2, 2]
    assert all(left.end_char <= right.start_char for left, right in itertools.pairwise(found))
    for time in found:
        assert sentences[time.sentence].start_char <= time.start_char < sentences[time.sentence].end_char


def test_a_text_without_times_has_none(nlp: "Language") -> None:
    assert find_times(nlp("The minister denied everything."), published=PUBLISHED) == ()
    assert find_times(nlp(""), published=PUBLISHED) == ()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The pact was signed on 07/04/2017 in Rome.", ("2017-04-07", "2017-07-04", "month")),
        ("The pact was signed on 07/03/2017 in Rome.", ("2017-03-07", "2017-07-03", "month")),
        ("The pact was signed on 04/09/2017 in Rome.", ("2017-04-09", "2017-04-09", "day")),  # 4 September is to come
        ("The pact was signed on 07.03.2017 in Rome.", ("2017-03-07", "2017-03-07", "day")),
        ("The pact was signed on 05/05/2017 in Rome.", ("2017-05-05", "2017-05-05", "day")),
    ],
)
def test_a_date_in_figures(nlp: "Language", sentence: str, expected: tuple[str, str, str]) -> None:
    _, time = only(nlp, sentence)

    assert (str(time.start), str(time.end), time.precision) == expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [("28/02/2017", "2017-03-07"), ("02/28/2017", "2017-07-03")],
    ids=["day first", "month first"],
)
def test_another_date_of_the_text_shows_which_figure_is_the_day(nlp: "Language", other: str, expected: str) -> None:
    found = times(nlp, f"The pact was signed on 07/03/2017 in Rome. The draft was dated {other}.")

    assert str(found[0][1].start) == str(found[0][1].end) == expected


@pytest.mark.parametrize(
    ("sentence", "words", "day"),
    [
        ("The chamber will vote a week from Monday.", "a week from Monday", "2017-07-17"),
        ("The chamber will vote two weeks from Friday.", "two weeks from Friday", "2017-07-21"),
        ("The chamber will vote three days from Friday.", "three days from Friday", "2017-07-10"),
    ],
)
def test_weeks_from_a_weekday_are_counted_on(nlp: "Language", sentence: str, words: str, day: str) -> None:
    text, time = only(nlp, sentence)

    assert (text, str(time.start), time.precision) == (words, day, "day")


def test_a_strike_from_a_weekday_keeps_its_length(nlp: "Language") -> None:
    found = times(nlp, "Pilots will strike for two days from Monday.")

    assert [(words, time.kind) for words, time in found] == [("two days", "DURATION"), ("Monday", "DATE")]
