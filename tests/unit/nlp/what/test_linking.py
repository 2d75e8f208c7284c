"""Links between event mentions of one document: SAME, CONTENT, PART_OF, AFTER, and what flows along them."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from graphbuilder.records.annotation import EventMention, PlaceRelation, Role
from tests.unit.nlp.what.cast import ENTITIES, WORDS
from tests.unit.nlp.what.test_dating import events_of

if TYPE_CHECKING:
    from spacy.language import Language


def links_of(events: tuple[EventMention, ...]) -> set[tuple[str, str, str]]:
    """Return (label, kind of link, label of the target) of all links."""
    return {(event.type, link.kind, events[link.target].type) for event in events for link in event.links}


def named(events: tuple[EventMention, ...], text: str, word: str) -> EventMention:
    """Return the event whose trigger is a word of the text."""
    return next(event for event in events if text[event.start_char : event.end_char] == word)


CONTENTS = [
    ("Novak promised to send aid to Kenya.", "Promise", "Aid", "planned"),
    ("Novak promised there would be no mass deportation of migrants.", "Promise", "Deportation", "negated"),
    ("Russia denied it had deployed troops near Kharkiv.", "Rejection", "Mobilization", "negated"),
    ("Russia threatened to attack Poland.", "Threat", "Assault", "hypothetical"),
    ("Lind urged Iran to release the prisoners.", "Request", "Retreat", "hypothetical"),
    ("Novak said police had arrested Haddad.", "Statement", "Arrest", "actual"),
    ("Police arrested Haddad, officials said.", "Statement", "Arrest", "actual"),
    ("Iran agreed to release the prisoners.", "Agreement", "Retreat", "planned"),
    ("Novak refused to meet Lind.", "Rejection", "Meeting", "negated"),
    ("Lind condemned the attack on civilians.", "Accusation", "Assault", "actual"),
    ("Lind praised the release of the hostages.", "Support", "Retreat", "actual"),
    ("Novak called for talks with Lind.", "Request", "Negotiation", "hypothetical"),
    ("The rebels claimed responsibility for the bombing in Lima.", "Statement", "Assault", "actual"),
    ('"We expect no agreement with Iran," Novak said.', "Statement", "Agreement", "negated"),
    ('"The government," Novak said on Monday, "has signed the treaty."', "Statement", "Agreement", "actual"),
    ('"The sanctions," said Foreign Minister Lind, "will be lifted in June."', "Statement", "Concession", "planned"),
    (
        '"The talks," Foreign Minister Lind told reporters, "will resume in Oslo."',
        "Statement",
        "Negotiation",
        "planned",
    ),
    ('"The army," said Lind on Tuesday, "killed ten rebels in Lima."', "Statement", "Assault", "actual"),
    ('"We expect rain," Lind said, "and we will meet Novak in Oslo."', "Statement", "Meeting", "planned"),
    ('"In June," Lind said, "the army will leave Yemen."', "Statement", "Retreat", "planned"),
]


def test_a_clause_split_by_its_speaker_has_its_own_subject(nlp: "Language") -> None:
    (said, killed) = events_of(nlp, '"The army," said Lind on Tuesday, "killed ten rebels in Lima on Monday."')
    assert [ENTITIES[a.entity].name for a in killed.arguments] == ["the army", "rebels"]
    assert (said.start, killed.start) == (date(2023, 3, 14), date(2023, 3, 13))


def test_a_clause_before_its_speaker_lends_no_subject(nlp: "Language") -> None:
    events = events_of(nlp, '"Poland was right," Lind said, "and Russia attacked Ukraine."')
    attack = next(event for event in events if event.type == "Assault")
    assert [ENTITIES[a.entity].name for a in attack.arguments] == ["Russia", "Ukraine"]


@pytest.mark.parametrize(("text", "outer", "inner", "status"), CONTENTS, ids=[row[0] for row in CONTENTS])
def test_content(nlp: "Language", text: str, outer: str, inner: str, status: str) -> None:
    events = events_of(nlp, text, {"it": "Russia"})
    assert (outer, "CONTENT", inner) in links_of(events)
    assert next(event for event in events if event.type == outer).status.value == "actual"
    assert next(event for event in events if event.type == inner).status.value == status


def test_a_definite_noun_is_the_event_told_before(nlp: "Language") -> None:
    text = "Novak arrived in Kenya on Monday. The visit comes at a difficult time."
    events = events_of(nlp, text)
    visit = named(events, text, "visit")
    assert visit.definite
    assert [(link.kind, events[link.target].type) for link in visit.links] == [("SAME", "Trip")]
    assert visit.start == events[0].start


def test_what_is_promised_on_a_trip_is_part_of_it(nlp: "Language") -> None:
    text = "Novak visited Kenya in February. On that trip, Novak promised to help farmers."
    events = events_of(nlp, text)
    promise = named(events, text, "promised")
    assert ("Promise", "PART_OF", "Trip") in links_of(events)
    assert (promise.start, promise.date_precision, promise.date_basis) == (events[0].start, "month", "inherited")


def test_another_visit_is_no_repetition(nlp: "Language") -> None:
    text = "Novak visited Kenya in February. His previous visit to Kenya caused a row."
    events = events_of(nlp, text, {"His": "Novak"})
    assert ("Trip", "SAME", "Trip") not in links_of(events)


def test_a_second_visit_continues_the_country(nlp: "Language") -> None:
    text = "This is Novak's second visit to Kenya. He first visited in January with Lind."
    events = events_of(nlp, text, {"He": "Novak"})
    trip = named(events, text, "visited")
    assert [(p.relation, ENTITIES[p.entity].name) for p in trip.places] == [(PlaceRelation.DESTINATION, "Kenya")]
    assert {(a.role, ENTITIES[a.entity].name) for a in trip.arguments} == {
        (Role.TRAVELLER, "Novak"),
        (Role.COMPANION, "Lind"),
    }


def test_a_meeting_on_the_sidelines_is_part_of_the_summit_and_dates_it(nlp: "Language") -> None:
    text = "Novak and Lind will meet on Friday on the margins of a NATO summit in Warsaw."
    events = events_of(nlp, text)
    meeting, summit = named(events, text, "meet"), named(events, text, "summit")
    link = next(link for link in meeting.links if link.kind == "PART_OF")
    assert (events[link.target].type, link.how) == ("Summit", "sidelines")
    assert (summit.status.value, summit.start, summit.date_basis) == ("planned", meeting.start, "inherited")
    assert {ENTITIES[place.entity].name for place in meeting.places} == {"Warsaw"}


def test_a_host_of_the_country_met_on_the_day_of_arrival_was_met_there(nlp: "Language") -> None:
    text = "Novak met Okello on Monday. Novak arrived in Kenya on Monday for a visit of two days."
    events = events_of(nlp, text)
    meeting = named(events, text, "met")
    assert ("Meeting", "PART_OF", "Trip") in links_of(events)
    assert {ENTITIES[place.entity].name for place in meeting.places} == {"Kenya"}
    (plain,) = events_of(nlp, "Novak met Okello on Monday.")
    assert meeting.confidence < plain.confidence


def test_a_stranger_to_the_country_was_not_met_there(nlp: "Language") -> None:
    text = "Novak met Lind on Monday. Novak arrived in Kenya on Monday."
    events = events_of(nlp, text)
    assert named(events, text, "met").places == ()


def test_a_gap_orders_and_dates_the_earlier_event(nlp: "Language") -> None:
    text = (
        "Novak and Lind will meet on Friday. "
        "The meeting comes five months after the first talks between Novak and Lind were aborted."
    )
    events = events_of(nlp, text)
    talks = named(events, text, "talks")
    after = [link for event in events for link in event.links if link.kind == "AFTER"]
    assert [(link.gap, events[link.target].type) for link in after] == [("P5M", "Negotiation")]
    assert (talks.status.value, str(talks.start), talks.date_precision) == ("cancelled", "2022-10-01", "month")


def test_talks_a_traveller_came_for_are_his(nlp: "Language") -> None:
    text = "Novak arrived in Kenya on Tuesday for three days of talks on trade."
    events = events_of(nlp, text)
    talks = named(events, text, "talks")
    assert [(a.role, ENTITIES[a.entity].name) for a in talks.arguments] == [(Role.PARTICIPANT, "Novak")]
    assert ("Negotiation", "PART_OF", "Trip") in links_of(events)


def test_talks_one_met_for_are_the_meeting(nlp: "Language") -> None:
    events = events_of(nlp, "Novak met Lind in Oslo on Monday for talks on fish.")
    assert [event.type for event in events] == ["Meeting"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Novak met Lind in Oslo on Monday for a summit on fish.", ["Summit"]),
        ("Novak, Lind and Haddad met in emergency session in Oslo.", ["Summit"]),
        ("Leaders of Peru and Kenya met at a summit in Oslo.", ["Summit"]),
        ("The ministers of Peru and Kenya will hold an emergency session in Oslo on Friday.", ["Meeting"]),
        ("Novak met Lind at a summit in Oslo.", ["Meeting", "Summit"]),
        ("Novak and Lind met at the summit in Oslo.", ["Meeting", "Summit"]),
        ("Novak and Lind met on the sidelines of a summit in Oslo.", ["Meeting", "Summit"]),
    ],
)
def test_what_one_met_for_names_the_kind(nlp: "Language", text: str, labels: list[str]) -> None:
    events = events_of(nlp, text)
    assert [event.type for event in events] == labels
    if "Novak" in text:
        assert len(events[0].arguments) >= 2


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Novak met Lind in Oslo in May. Haddad chaired the meeting.", {"SAME"}),
        ("Novak and Lind held a summit in Oslo in May. Haddad attended the summit.", {"SAME"}),
        ("Novak is to meet Lind on Monday. Haddad will open the meeting.", {"SAME"}),
        ("Novak met Lind in Oslo in May. Haddad led the talks with Okello.", set()),
        ("Novak met Lind in Oslo in May. Haddad attended a meeting in Paris.", set()),
        ("Novak met Lind in Oslo in May. Haddad will open the meeting.", set()),
        ("Novak met Lind in Oslo in May. Haddad did not attend the meeting.", set()),
    ],
)
def test_who_joined_the_gathering_told_before(nlp: "Language", text: str, kinds: set[str]) -> None:
    assert {kind for _, kind, _ in links_of(events_of(nlp, text))} == kinds


def test_the_meeting_is_that_of_the_people_not_their_topic(nlp: "Language") -> None:
    text = "Novak met Lind in Oslo in May to discuss the meeting in Paris. A statement came after the meeting."
    events = events_of(nlp, text)
    assert [link.target for link in events[-1].links if link.kind == "SAME"] == [0]


def test_a_statement_that_speaks_again_is_one_statement(nlp: "Language") -> None:
    text = "The road is open, said a statement from the ministry. The bridge is open too, the statement said."
    events = events_of(nlp, text)
    assert links_of(events) == {("Statement", "SAME", "Statement")}
    assert all({ENTITIES[a.entity].name for a in event.arguments} == {"the ministry"} for event in events)


def test_a_soft_verb_inside_a_statement_is_no_second_one(nlp: "Language") -> None:
    text = 'Novak "stressed the importance that both work together," said a statement from the ministry.'
    events = events_of(nlp, text)
    assert [event.type for event in events] == ["Statement"]


def test_links_point_to_mentions_that_are_there(nlp: "Language") -> None:
    text = "Novak said he would visit Kenya. If the visit fails, the attack on civilians will be condemned by Lind."
    events = events_of(nlp, text, {"he": "Novak"})
    assert all(
        0 <= link.target < len(events) and events[link.target] is not event for event in events for link in event.links
    )


def test_a_later_cancellation_cancels_the_plan(nlp: "Language") -> None:
    text = "Novak and Lind are scheduled to meet on Friday. Novak called off the meeting on Tuesday."
    events = events_of(nlp, text)
    meetings = [event for event in events if event.type == "Meeting"]
    assert {event.status.value for event in meetings} == {"cancelled"}
    assert {str(event.start) for event in meetings} == {"2023-03-17"}


def test_a_denied_order_does_not_join_the_arrest_itself(nlp: "Language") -> None:
    text = "Police arrested Haddad on Monday. Novak denied ordering the arrest of Haddad."
    events = events_of(nlp, text)
    assert ("Arrest", "SAME", "Arrest") not in links_of(events)
    assert [event.status.value for event in events if event.type == "Arrest"] == ["actual", "negated"]


def test_there_is_the_place_told_last(nlp: "Language") -> None:
    text = "Novak arrived in Cairo on Monday. He was received there by Lind on Tuesday."
    events = events_of(nlp, text, {"He": "Novak"})
    assert {ENTITIES[place.entity].name for place in named(events, text, "received").places} == {"Cairo"}


def test_a_trip_told_by_its_beginning_gets_its_days(nlp: "Language") -> None:
    text = "Novak held talks with Okello in Nairobi on Monday at the start of a three-day trip to Kenya."
    trip = named(events_of(nlp, text), text, "trip")
    assert (str(trip.start), str(trip.end)) == ("2023-03-13", "2023-03-15")


def test_talks_while_visiting_are_part_of_the_visit(nlp: "Language") -> None:
    events = events_of(nlp, "While visiting Kenya, Novak held talks with Okello.")
    assert ("Negotiation", "PART_OF", "Trip") in links_of(events)


def test_whom_one_met_on_a_tour_was_met_on_that_tour(nlp: "Language") -> None:
    events = events_of(nlp, "Novak returned from a tour of Kenya on which he met Okello.", {"he": "Novak"})
    assert ("Meeting", "PART_OF", "Trip") in links_of(events)


def test_what_somebody_did_during_a_meeting_keeps_the_meeting(nlp: "Language") -> None:
    events = events_of(nlp, "During the meeting Novak condemned Russia.")
    assert ("Accusation", "PART_OF", "Meeting") in links_of(events)


STRANGERS = [
    "Novak will hold a meeting in May. Novak's meeting with Lind will be short. Novak called off the meeting with Haddad.",
    "Novak plans a meeting with Lind. The meeting with Brandvold was called off.",
    "Novak and Lind are to meet in May. Haddad called off the meeting with Weiss.",
]


@pytest.mark.parametrize("text", STRANGERS)
def test_what_others_called_off_is_not_called_off_for_these(nlp: "Language", text: str) -> None:
    events = events_of(nlp, text)
    lind = WORDS["Lind"]
    others = {event.status.value for event in events if lind in {argument.entity for argument in event.arguments}}
    assert others == {"planned"}
    assert events[-1].status.value == "cancelled"
    assert not events[-1].links


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked Oslo in May. The Hamburg attack came in June.",
        "A gunman attacked Lind. The ministry condemned the attacks.",
        "Novak visited Kenya in February. A second visit to Kenya by Novak failed.",
    ],
    ids=["another name", "many for one", "a second"],
)
def test_what_is_no_event_told_before(nlp: "Language", text: str) -> None:
    assert all(kind != "SAME" for _, kind, _ in links_of(events_of(nlp, text)))


def test_what_is_told_to_be_another(nlp: "Language") -> None:
    text = "Novak met Lind in May. Novak met Lind again in June. Novak visited Kenya for the third time."
    assert [event.another for event in events_of(nlp, text)] == [False, True, True]


def test_what_is_held_beside_a_gathering_is_another(nlp: "Language") -> None:
    text = "Novak and Lind met in Oslo for a summit. Novak also met Lind. Novak met Lind separately."
    text += " Novak had a bilateral meeting with Lind."
    assert [event.another for event in events_of(nlp, text)] == [False, True, True, True]


def test_two_verbs_with_one_object_are_one_deed(nlp: "Language") -> None:
    assert ("Assault", "SAME", "Assault") in links_of(events_of(nlp, "Police shot and wounded Lind in Oslo."))
    apart = events_of(nlp, "Police shot Lind and wounded Haddad.")
    assert all(kind != "SAME" for _, kind, _ in links_of(apart))


def test_a_day_of_a_visit_is_part_of_it(nlp: "Language") -> None:
    text = "Novak received Lind on Tuesday, the second day of Lind's visit to Kenya."
    assert ("Meeting", "PART_OF", "Trip") in links_of(events_of(nlp, text))
