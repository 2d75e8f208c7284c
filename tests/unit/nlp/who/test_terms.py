"""When positions began and ended."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.who.layer import find_entities
from graphbuilder.nlp.who.terms import date_positions
from graphbuilder.records.annotation import TimeMention

if TYPE_CHECKING:
    from spacy.language import Language

    from graphbuilder.records.annotation import PositionMention

PUBLISHED = date(2019, 6, 20)
IN_2014 = ("2014", date(2014, 1, 1), date(2014, 12, 31))
IN_JULY = ("2019-07-07", date(2019, 7, 7), date(2019, 7, 7))
SINCE_2014 = ("2014/..", date(2014, 1, 1), PUBLISHED)
FROM_TO = ("2014/2018", date(2014, 1, 1), date(2018, 12, 31))


def dated(nlp: "Language", text: str, words: str, time: tuple[str, date, date]) -> "list[PositionMention]":
    """Return the positions of a text in which `words` are the time given as (value, first day, last day)."""
    doc = nlp(text)
    layer = find_entities(doc)
    start = text.index(words)
    mention = TimeMention(
        start_char=start,
        end_char=start + len(words),
        sentence=0,
        kind="DATE",
        value=time[0],
        start=time[1],
        end=time[2],
    )
    return list(date_positions(doc, layer.positions, layer.mentions, [mention], published=PUBLISHED))


@pytest.mark.parametrize(
    ("text", "words", "time", "start", "end", "former"),
    [
        ("Ann Able has been mayor of Reno since 2014.", "since 2014", SINCE_2014, date(2014, 1, 1), None, False),
        ("Ann Able was mayor of Reno from 2014 to 2018.", "from 2014 to 2018", FROM_TO, *FROM_TO[1:], True),
        ("President Ann Able of Chad, in power since 2014, left.", "2014", IN_2014, date(2014, 1, 1), None, False),
        (
            "Chad's president, Ann Able, who has been in office since 2014, left.",
            "2014",
            IN_2014,
            date(2014, 1, 1),
            None,
            False,
        ),
        (
            "Ann Able, who held the post of mayor of Reno from 2014 to 2018, left.",
            "from 2014 to 2018",
            FROM_TO,
            *FROM_TO[1:],
            True,
        ),
        ("Transport Minister Ann Able, appointed in 2014, spoke.", "2014", IN_2014, date(2014, 1, 1), None, False),
        ("Ann Able, the former mayor who resigned in 2014, spoke.", "2014", IN_2014, None, date(2014, 12, 31), True),
        ("Mayor Ann Able resigned on July 7.", "July 7", IN_JULY, None, None, True),
        ("Mayor Ann Able will resign on July 7.", "July 7", IN_JULY, None, IN_JULY[1], False),
        ("Ann Able was mayor of Reno until 2014.", "2014", IN_2014, None, date(2014, 12, 31), True),
        ("Ann Able took office as mayor of Reno in 2014.", "2014", IN_2014, date(2014, 1, 1), None, False),
        ("Ann Able became mayor of Reno in 2014.", "2014", IN_2014, date(2014, 1, 1), None, False),
        ("Ann Able was appointed mayor of Reno in 2014.", "2014", IN_2014, date(2014, 1, 1), None, False),
        ("Mayor Ann Able of Reno was sworn in in 2014.", "2014", IN_2014, date(2014, 1, 1), None, False),
        ("Mayor Ann Able of Reno resigned in 2014.", "2014", IN_2014, None, date(2014, 12, 31), True),
        ("Mayor Ann Able of Reno was dismissed in 2014.", "2014", IN_2014, None, date(2014, 12, 31), True),
        ("Ann Able stepped down as mayor of Reno in 2014.", "2014", IN_2014, None, date(2014, 12, 31), True),
    ],
)
def test_a_time_is_the_term_of_a_position(
    nlp: "Language",
    text: str,
    words: str,
    time: tuple[str, date, date],
    *,
    start: date | None,
    end: date | None,
    former: bool,
) -> None:
    (position,) = dated(nlp, text, words, time)

    assert (position.start, position.end, position.former) == (start, end, former)


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ann Able of Reno met farmers in 2014.",
        "Mayor Ann Able of Reno refused to resign in 2014.",
        "Mayor Ann Able of Reno did not resign in 2014.",
        "Mayor Ann Able of Reno left the hall in 2014.",
        "Mayor Ann Able of Reno could resign in 2014.",
        "Ann Able was mayor of Reno in 2014.",
    ],
)
def test_a_time_of_something_else_is_no_term(nlp: "Language", text: str) -> None:
    (position,) = dated(nlp, text, "2014", IN_2014)

    assert (position.start, position.end) == (None, None)


def test_the_term_goes_to_the_holder_who_is_subject(nlp: "Language") -> None:
    text = "Danish President Ann Able met Chilean President Bo Holm, who took office in 2014."
    starts = {position.holder: position.start for position in dated(nlp, text, "2014", IN_2014)}

    assert sorted(starts.values(), key=str) == [date(2014, 1, 1), None]


def test_a_day_given_to_an_office_to_come_makes_it_the_office_from_then(nlp: "Language") -> None:
    when = ("2019-09-01", date(2019, 9, 1), date(2019, 9, 1))
    found = dated(nlp, "Ann Able will become mayor of Reno on 1 September.", "1 September", when)

    assert [(one.kind, one.start, one.former) for one in found] == [("mayor", date(2019, 9, 1), False)]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Bo Holm of Reno was fired in 2014 and replaced by Ann Able.",
        "Bo Holm stepped down as mayor of Reno in 2014 and was replaced by Ann Able.",
        "Ann Able was sworn in as mayor of Reno in 2014, replacing Bo Holm.",
    ],
)
def test_one_day_ends_the_term_of_who_leaves_and_begins_that_of_who_comes(nlp: "Language", text: str) -> None:
    found = sorted((one.former, one.start, one.end) for one in dated(nlp, text, "2014", IN_2014))

    assert found == [(False, date(2014, 1, 1), None), (True, None, date(2014, 12, 31))]


def test_a_day_of_its_own_is_the_day_of_who_comes(nlp: "Language") -> None:
    text = "Mayor Bo Holm of Reno was fired on Monday and replaced by Ann Able in 2014."
    (new,) = [one for one in dated(nlp, text, "2014", IN_2014) if not one.former]

    assert new.start == date(2014, 1, 1)
