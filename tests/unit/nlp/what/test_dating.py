"""Dates of events: stated in the clause, from a duration, from another event, from the news day, or none at all."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.what.coder import find_events
from graphbuilder.nlp.what.gaps import shifted
from graphbuilder.nlp.when.times import find_times
from tests.unit.nlp.what.cast import layer_of

if TYPE_CHECKING:
    from spacy.language import Language

    from graphbuilder.records.annotation import EventMention

WEDNESDAY = date(2023, 3, 15)


def events_of(
    nlp: "Language", text: str, pronouns: dict[str, str] | None = None, *, published: date | None = WEDNESDAY
) -> "tuple[EventMention, ...]":
    """Return the events of a text of the cast, published on a Wednesday."""
    doc = nlp(text)
    return find_events(doc, layer_of(text, pronouns), find_times(doc, published=published), published=published)


DATED = [
    (
        "Novak and Lind held talks in Oslo on Monday and Tuesday.",
        "Negotiation",
        "2023-03-13",
        "2023-03-14",
        "day",
        "stated",
    ),
    (
        "Novak and Lind held three days of talks in Oslo last week.",
        "Negotiation",
        "2023-03-06",
        "2023-03-12",
        "week",
        "stated",
    ),
    ("Novak and Lind are scheduled to meet in Oslo on Monday.", "Meeting", "2023-03-20", "2023-03-20", "day", "stated"),
    ("Novak and Lind are due to meet in Oslo on Tuesday.", "Meeting", "2023-03-21", "2023-03-21", "day", "stated"),
    (
        "Four days of talks between Iran and Syria ended in Oslo on Sunday.",
        "Negotiation",
        "2023-03-09",
        "2023-03-12",
        "day",
        "stated",
    ),
    (
        "Four days of talks between Iran and Syria began in Oslo on Sunday.",
        "Negotiation",
        "2023-03-12",
        "2023-03-15",
        "day",
        "stated",
    ),
    ("Peru extended the ceasefire until Sunday.", "Retreat", "2023-03-15", "2023-03-19", "day", "stated"),
    ("Peru extended martial law until July.", "Coercion", "2023-03-15", "2023-07-31", "month", "stated"),
    ("The court jailed Novak until January.", "Arrest", "2023-03-15", "2023-03-15", "day", "published"),
    ("The court jailed Novak on Tuesday.", "Arrest", "2023-03-14", "2023-03-14", "day", "stated"),
    ("Novak met Lind on 02/03/2023.", "Meeting", "2023-02-03", "2023-03-02", "month", "stated"),
    ("Novak met Lind on Friday.", "Meeting", "2023-03-10", "2023-03-10", "day", "stated"),
    ("Novak will meet Lind on Friday.", "Meeting", "2023-03-17", "2023-03-17", "day", "stated"),
    ("Novak and Lind are scheduled to meet Friday.", "Meeting", "2023-03-17", "2023-03-17", "day", "stated"),
    ("Novak visited Kenya in February.", "Trip", "2023-02-01", "2023-02-28", "month", "stated"),
    ("Novak arrived in Kenya on Tuesday for three days of talks.", "Trip", "2023-03-14", "2023-03-16", "day", "stated"),
    ("Novak began a two-day visit to Kenya on Monday.", "Trip", "2023-03-13", "2023-03-14", "day", "stated"),
    ("Novak arrived in Kenya on Monday and met Okello.", "Meeting", "2023-03-13", "2023-03-13", "day", "inherited"),
    ("Police arrested Haddad.", "Arrest", "2023-03-15", "2023-03-15", "day", "published"),
    ("Novak has resigned.", "Resignation", "2023-03-15", "2023-03-15", "day", "published"),
    ("The arrest of Haddad on Monday angered Egypt.", "Arrest", "2023-03-13", "2023-03-13", "day", "stated"),
    ("Police had arrested Haddad.", "Arrest", None, None, "unknown", None),
    ("Police may arrest Haddad.", "Arrest", None, None, "unknown", None),
    ("Novak met Lind in 2019.", "Meeting", "2019-01-01", "2019-12-31", "year", "stated"),
    ("The road was open, Novak said on Monday.", "Statement", "2023-03-13", "2023-03-13", "day", "stated"),
    ("Novak had been due to meet Lind on Friday.", "Meeting", "2023-03-17", "2023-03-17", "day", "stated"),
    (
        "Kenya, which left the club in 2019, welcomed the accord.",
        "Support",
        "2023-03-15",
        "2023-03-15",
        "day",
        "published",
    ),
    ("Novak had planned to visit Kenya in May.", "Trip", "2023-05-01", "2023-05-31", "month", "stated"),
    ("Novak had planned to visit Kenya in January.", "Trip", "2023-01-01", "2023-01-31", "month", "stated"),
    (
        "Novak had been due to travel to Oslo in April. The trip has been called off.",
        "Trip",
        "2023-04-01",
        "2023-04-30",
        "month",
        "stated",
    ),
    ("Novak and Lind met on 4 March 2023 in Oslo.", "Meeting", "2023-03-04", "2023-03-04", "day", "stated"),
    (
        "A rally of farmers, planned for Saturday, was cancelled.",
        "Protest",
        "2023-03-18",
        "2023-03-18",
        "day",
        "stated",
    ),
    (
        "A trip by Novak to Kenya, put off twice, is now expected to take place in April.",
        "Trip",
        "2023-04-01",
        "2023-04-30",
        "month",
        "stated",
    ),
    ("A visit to Kenya in October was ruled out by Novak.", "Trip", "2022-10-01", "2022-10-31", "month", "stated"),
    ("Norway refused to send troops to Ukraine on Tuesday.", "Rejection", "2023-03-14", "2023-03-14", "day", "stated"),
    ("Novak backed Ukraine's bid to join NATO on Tuesday.", "Support", "2023-03-14", "2023-03-14", "day", "stated"),
    (
        "Novak brokered talks between Kenya and Sudan in January.",
        "Negotiation",
        "2023-01-01",
        "2023-01-31",
        "month",
        "stated",
    ),
    ("Lind won Sunday's presidential election.", "Election", "2023-03-12", "2023-03-12", "day", "stated"),
    ("Police shot and wounded a farmer in January.", "Assault", "2023-01-01", "2023-01-31", "month", "stated"),
    (
        "Novak returned to Oslo on Monday from a five-day tour of Kenya.",
        "Trip",
        "2023-03-13",
        "2023-03-13",
        "day",
        "stated",
    ),
    (
        "In a Monday news conference, Novak accused Iran of lying.",
        "Accusation",
        "2023-03-13",
        "2023-03-13",
        "day",
        "stated",
    ),
    (
        "Kenya will take part in a joint exercise with Egypt in May.",
        "Cooperation",
        "2023-05-01",
        "2023-05-31",
        "month",
        "stated",
    ),
    (
        "The rebels broke off the talks with Sudan in January.",
        "Negotiation",
        "2023-01-01",
        "2023-01-31",
        "month",
        "stated",
    ),
    ("Novak called off a meeting with Lind on Monday.", "Meeting", None, None, "unknown", None),
    (
        "Two people died when rebels attacked a village on Sunday.",
        "Assault",
        "2023-03-12",
        "2023-03-12",
        "day",
        "stated",
    ),
    (
        "Gunmen killed two people in Cairo on Sunday, the ministry said.",
        "Assault",
        "2023-03-12",
        "2023-03-12",
        "day",
        "stated",
    ),
    ("The road was open, Novak said.", "Statement", "2023-03-15", "2023-03-15", "day", "published"),
    (
        "Novak and Lind were to meet on Monday, but the meeting was cancelled.",
        "Meeting",
        "2023-03-13",
        "2023-03-13",
        "day",
        "stated",
    ),
    (
        "Novak and Lind were to meet on Friday, but the meeting was cancelled.",
        "Meeting",
        "2023-03-17",
        "2023-03-17",
        "day",
        "stated",
    ),
    ("Novak and Lind are to meet on Monday.", "Meeting", "2023-03-20", "2023-03-20", "day", "stated"),
    (
        "Talks that were to have opened in Oslo on Monday were put off.",
        "Negotiation",
        "2023-03-13",
        "2023-03-13",
        "day",
        "stated",
    ),
    (
        "Talks that are to begin in Oslo on Monday will decide the matter.",
        "Negotiation",
        "2023-03-20",
        "2023-03-20",
        "day",
        "stated",
    ),
    (
        "Talks that were to have opened in Oslo on Monday will now begin in April.",
        "Negotiation",
        "2023-04-01",
        "2023-04-30",
        "month",
        "stated",
    ),
    ("In 2021 rebels executed Lind.", "Assault", "2021-01-01", "2021-12-31", "year", "stated"),
]


@pytest.mark.parametrize(("text", "label", "start", "end", "precision", "basis"), DATED, ids=[row[0] for row in DATED])
def test_date(
    nlp: "Language", *, text: str, label: str, start: str | None, end: str | None, precision: str, basis: str | None
) -> None:
    event = next(event for event in events_of(nlp, text) if event.type == label)
    got = (event.start, event.end, event.date_precision, event.date_basis)
    first, last = (date.fromisoformat(day) if day else None for day in (start, end))
    assert got == (first, last, precision, basis)


def test_without_a_day_of_publication_nothing_is_guessed(nlp: "Language") -> None:
    event = events_of(nlp, "Police arrested Haddad on Monday.", published=None)[0]
    assert (event.start, event.date_text, event.date_basis) == (None, "Monday", "stated")


def test_background_far_below_the_lead_gets_no_date(nlp: "Language") -> None:
    text = "The road is open. The sea is calm. The sky is clear. Police arrested Haddad."
    event = next(event for event in events_of(nlp, text) if event.type == "Arrest")
    assert event.start is None


def test_a_present_tense_with_a_coming_day_is_a_plan(nlp: "Language") -> None:
    event = next(event for event in events_of(nlp, "Novak meets Lind next Friday.") if event.type == "Meeting")
    assert event.status.value == "planned"
    assert event.start is not None
    assert event.start > WEDNESDAY


def test_a_repeating_time_makes_a_habit(nlp: "Language") -> None:
    event = next(event for event in events_of(nlp, "Novak met Lind every year.") if event.type == "Meeting")
    assert event.status.value == "hypothetical"


def test_date_text_is_what_stands_there(nlp: "Language") -> None:
    event = events_of(nlp, "Novak met Lind on Friday.")[0]
    assert event.date_text == "Friday"


@pytest.mark.parametrize(
    ("gap", "sign", "start", "end", "precision"),
    [
        ("P5M", -1, "2022-10-01", "2022-10-31", "month"),
        ("P3D", 1, "2023-03-18", "2023-03-18", "day"),
        ("P1W", -1, "2023-03-06", "2023-03-12", "week"),
        ("P2Y", -1, "2021-01-01", "2021-12-31", "year"),
    ],
)
def test_shifted_keeps_the_precision_of_the_gap(gap: str, sign: int, start: str, end: str, precision: str) -> None:
    assert shifted(WEDNESDAY, gap, sign) == (date.fromisoformat(start), date.fromisoformat(end), precision)


def test_shifted_knows_no_vague_gap() -> None:
    assert shifted(WEDNESDAY, "PXW", -1) is None


def test_a_speaker_goes_on_on_the_day_he_began(nlp: "Language") -> None:
    text = "Novak said on Monday that the road was open. Novak said the bridge was closed. Lind said nothing was new."
    said = [event for event in events_of(nlp, text) if event.type == "Statement"]
    assert [(str(event.start), event.date_basis) for event in said[:2]] == [
        ("2023-03-13", "stated"),
        ("2023-03-13", "inherited"),
    ]


def test_what_is_said_without_a_day_is_fresh(nlp: "Language") -> None:
    text = "The road was open. The bridge was closed. The sea was calm. Novak praised Lind."
    praise = next(event for event in events_of(nlp, text) if event.type == "Support")
    assert (str(praise.start), praise.date_basis) == ("2023-03-15", "published")


@pytest.mark.parametrize(
    "text",
    [
        "In the run-up to the election in November 2022, police detained Lind.",
        "On the eve of the election in November 2022, police detained Lind.",
        "In the aftermath of the vote in November 2022, police detained Lind.",
    ],
)
def test_the_day_of_what_came_next_is_not_the_event_s(nlp: "Language", text: str) -> None:
    event = next(event for event in events_of(nlp, text) if event.type == "Arrest")
    assert event.start is None
    assert event.date_basis is None


HOSTS = [
    ("It followed a meeting of Novak and Lind in Oslo in January.", "Meeting", "2023-01-01"),
    ("Fish dominated a meeting between Novak and Lind in Oslo on Monday.", "Meeting", "2023-03-13"),
    ("Novak walked out of the summit in Oslo on Monday.", "Summit", "2023-03-13"),
    ("Lind condemned the attack in Cairo on 5 March.", "Assault", "2023-03-05"),
    ("Lind condemned the attack in Cairo on 5 March.", "Accusation", "2023-03-15"),
    ("Lind condemned the attack in Cairo on Monday.", "Accusation", "2023-03-13"),
    ("Lind praised the agreement with Egypt on Monday.", "Support", "2023-03-13"),
    ("A summit in Oslo has been proposed for September.", "Summit", "2023-09-01"),
    ("Novak has put off a trip to Kenya that was due to begin on Monday.", "Trip", "2023-03-20"),
    ("Novak cancelled a visit to Kenya that was to start on Tuesday.", "Trip", "2023-03-21"),
    ("Novak cancelled a visit to Kenya that was popular in May.", "Trip", "None"),
    ("The step comes eleven days after police arrested Haddad.", "Arrest", "2023-03-04"),
    ("The step comes eleven days after police tried to arrest Haddad.", "Arrest", "None"),
    ("The step came eleven days after police arrested Haddad.", "Arrest", "None"),
]


@pytest.mark.parametrize(("text", "label", "start"), HOSTS, ids=[f"{row[1]}: {row[0]}" for row in HOSTS])
def test_a_day_is_the_event_s_that_it_was_set_for(nlp: "Language", text: str, label: str, start: str) -> None:
    event = next(event for event in events_of(nlp, text) if event.type == label)
    assert str(event.start) == start


def test_a_month_dates_what_lay_months_later(nlp: "Language") -> None:
    events = events_of(nlp, "Novak met Lind in July. Five months after the meeting, Poland and Norway signed a treaty.")
    treaty = next(event for event in events if event.type == "Agreement")
    assert (treaty.start, treaty.date_precision) == (date(2022, 12, 1), "month")
    events = events_of(nlp, "Novak met Lind in July. Five days after the meeting, Poland and Norway signed a treaty.")
    assert next(event for event in events if event.type == "Agreement").start is None
