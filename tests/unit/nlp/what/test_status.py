"""Status, operators, cue and tense of an event, by the words above it."""

from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.what.coder import find_events
from graphbuilder.ontology import EVENT_LABELS
from tests.unit.nlp.what.cast import layer_of

if TYPE_CHECKING:
    from spacy.language import Language

SENSES = [
    ("Novak met Lind.", "actual", None, (), "past"),
    ("Novak will meet Lind.", "planned", "will", (), "future"),
    ("Novak is going to meet Lind.", "planned", "going", (), "present"),
    ("Novak is to meet Lind.", "planned", "is", (), "present"),
    ("Novak plans to meet Lind.", "planned", "plans", ("plan",), "present"),
    ("Novak promised to meet Lind.", "planned", "promised", ("promise",), "past"),
    ("Novak said he would meet Lind.", "planned", "would", ("say",), "future"),
    ("Novak would have met Lind.", "hypothetical", "would", (), None),
    ("Novak could meet Lind.", "hypothetical", "could", (), None),
    ("Novak wants to meet Lind.", "hypothetical", "wants", ("hope",), "present"),
    ("Novak tried to meet Lind.", "hypothetical", "tried", ("try",), "past"),
    ("Novak may refuse to meet Lind.", "hypothetical", "may", ("refuse",), None),
    ("Novak did not meet Lind.", "negated", "not", (), "past"),
    ("Novak never met Lind.", "negated", "never", (), "past"),
    ("Novak will not meet Lind.", "negated", "will not", (), "future"),
    ("Novak no longer meets Lind.", "negated", "no longer", (), "present"),
    ("Nobody met Lind.", "negated", "nobody", (), "past"),
    ("Novak nearly met Lind.", "negated", "nearly", (), "past"),
    ("Novak failed to meet Lind.", "negated", "failed", ("fail",), "past"),
    ("Novak refused to meet Lind.", "negated", "refused", ("refuse",), "past"),
    ("Novak did not plan to meet Lind.", "negated", "plan", ("plan",), "past"),
    ("Novak denied that he had met Lind.", "negated", "denied", ("deny",), "past"),
    ("Novak managed to meet Lind.", "actual", None, ("manage",), "past"),
    ("Novak did not manage to meet Lind.", "negated", "manage", ("manage",), "past"),
    ("Novak had to meet Lind.", "actual", None, (), "past"),
    ("Novak has to meet Lind.", "hypothetical", "has", (), "present"),
    ("It is vital to meet Lind.", "hypothetical", "vital", (), "present"),
    ("Novak was quick to meet Lind.", "actual", None, (), "past"),
    ("Novak will return to Lima when he meets Lind.", "planned", "will", (), "present"),
    ("Novak returned to Lima when he met Lind.", "actual", None, (), "past"),
    ("Novak will return to Lima after meeting Lind.", "planned", "will", (), "future"),
    ("Novak should ask parliament before meeting Lind.", "hypothetical", "should", (), None),
    ("Novak returned to Lima after meeting Lind.", "actual", None, (), None),
    ("Novak did not return to Lima after meeting Lind.", "actual", None, (), None),
    ("Novak is meeting Lind tomorrow.", "planned", "tomorrow", (), "present"),
    ("Novak was too ill to meet Lind.", "negated", "too", (), "past"),
    ("Why did Novak meet Lind?", "actual", None, (), "past"),
    ("Did Novak meet Lind?", "hypothetical", "?", (), "past"),
    ("Reports that Novak had met Lind turned out to be false.", "negated", "false", ("say",), None),
    ("The claim that Novak had met Lind was withdrawn.", "negated", "withdrawn", ("say",), None),
    ("Novak decided against meeting Lind.", "negated", "decided", (), None),
    ("Novak met nobody from Norway.", "negated", "nobody", (), "past"),
    ("Novak had planned to meet Lind, but changed her mind.", "cancelled", "planned", ("plan",), None),
    ("Novak will meet Lind unless the court objects.", "hypothetical", "will", (), None),
    ("Novak said he would meet Lind if the court agreed.", "hypothetical", "would", ("say",), None),
    ("Novak warned that he would meet Lind.", "hypothetical", "warned", ("warn",), None),
    ("Novak reportedly met Lind.", "actual", None, (), "past"),
    ("Novak not only met Lind.", "actual", None, (), "past"),
    ("Unless Novak meets Lind, nothing will change.", "hypothetical", "unless", (), "present"),
    ("Novak has yet to meet Lind.", "negated", "yet", (), None),
    ("A meeting of Novak and Lind has yet to take place.", "negated", "yet", (), None),
    ("Novak neither called nor met Lind.", "negated", "nor", (), "past"),
    ("Neither Novak nor Weiss met Lind.", "negated", "neither", (), "past"),
    ("No ministers from Kenya met Lind.", "negated", "no", (), "past"),
    ("Novak did not rule out a meeting with Lind.", "hypothetical", "rule", ("refuse",), None),
    ("Novak did not deny meeting Lind.", "hypothetical", "deny", ("deny",), None),
    ("Novak neither confirmed nor denied that she had met Lind.", "hypothetical", "denied", ("deny",), None),
    ("Novak stopped short of meeting Lind.", "negated", "short", (), None),
    ("Instead of meeting Lind, Novak flew home.", "negated", "instead", (), None),
    ("Rather than meet Lind, Novak flew home.", "negated", "rather", (), None),
    ("Novak flew home rather than meet Lind.", "negated", "rather", (), None),
    ("Far from meeting Lind, Novak flew home.", "negated", "far", (), None),
    ("Novak hardly ever met Lind.", "negated", "hardly", (), "past"),
    ("Had Novak met Lind, Kenya would have paid.", "hypothetical", "had", (), None),
    ("Should Novak meet Lind, Kenya will pay.", "hypothetical", "if", (), None),
    ("Were Novak to meet Lind, Kenya would pay.", "hypothetical", "were", (), None),
    ("Suppose Novak met Lind.", "hypothetical", "suppose", (), None),
    ("Novak ought to meet Lind.", "hypothetical", "ought", (), None),
    ("Kenya banned Novak from meeting Lind.", "negated", "banned", ("prevent",), None),
]


@pytest.mark.parametrize(("text", "status", "cue", "operators", "tense"), SENSES, ids=[row[0] for row in SENSES])
def test_sense(
    nlp: "Language", *, text: str, status: str, cue: str | None, operators: tuple[str, ...], tense: str | None
) -> None:
    events = find_events(nlp(text), layer_of(text, {"he": "Novak"}), (), published=None)
    meeting = next(event for event in events if event.type == "Meeting")
    assert (meeting.status.value, meeting.polarity_cue, meeting.operators) == (status, cue, operators)
    if tense is not None:
        assert meeting.tense == tense


OUTCOMES = [
    ("Novak was to have met Lind.", "Meeting", "cancelled"),
    ("Novak was due to have met Lind.", "Meeting", "cancelled"),
    ("Novak is believed to have met Lind.", "Meeting", "actual"),
    ("Novak was to fly to Oslo, but Norway refused.", "Trip", "cancelled"),
    ("Novak was to fly to Oslo, but Norway withdrew its invitation.", "Trip", "cancelled"),
    ("Novak was to fly to Oslo, but Norway refused to comment.", "Trip", "planned"),
    ("Novak promised to resign if the Senate objected.", "Resignation", "hypothetical"),
    ("Novak promised to resign.", "Resignation", "planned"),
    ("Novak ruled out resigning.", "Resignation", "negated"),
    ("Novak hopes to succeed Lind and would have signed the treaty, he told reporters.", "Agreement", "hypothetical"),
    ("The rebels named Novak as a future minister.", "Appointment", "hypothetical"),
    ("The rebels named Novak as minister.", "Appointment", "actual"),
    ("Kenya, it is suspected, arrested Haddad.", "Arrest", "hypothetical"),
    ("Kenya, it is known, arrested Haddad.", "Arrest", "actual"),
    ("Reports according to which Kenya had bombed Aleppo were denied.", "Assault", "negated"),
    ("Haddad was arrested in May; Novak denies that he fled.", "Arrest", "actual"),
    ("Prosecutors want to see Haddad and have asked for documents from Kenya.", "Request", "actual"),
    ("A round of talks between Kenya and Norway was cancelled.", "Negotiation", "cancelled"),
    ("Talks between Kenya and Norway are to begin this week.", "Negotiation", "planned"),
    ("Novak, on a visit to Oslo, called on Kenya to free Haddad.", "Trip", "actual"),
    ("Novak's office insisted that the visit of Novak to Oslo will go ahead.", "Trip", "planned"),
]


@pytest.mark.parametrize(("text", "label", "status"), OUTCOMES, ids=[row[0] for row in OUTCOMES])
def test_what_became_of_it(nlp: "Language", text: str, label: str, status: str) -> None:
    events = find_events(nlp(text), layer_of(text, {"he": "Novak"}), (), published=None)
    assert [event.status.value for event in events if event.type == label] == [status]


FATES = [
    ("Novak may cancel the trip to Kenya by Lind.", "Trip", "hypothetical"),
    ("The talks between Kenya and Norway could be cancelled.", "Negotiation", "hypothetical"),
    ("Novak would have cancelled talks between Kenya and Norway.", "Negotiation", "hypothetical"),
    ("Novak threatened to call off the talks with Norway.", "Negotiation", "hypothetical"),
    ("Novak will call off the talks with Norway.", "Negotiation", "cancelled"),
    ("Novak stopped short of calling for new taxes.", "Request", "negated"),
    ("Novak denied that Lind had accused Kenya.", "Accusation", "negated"),
    ("Talks between Kenya and Norway scheduled for Monday worry Lind.", "Negotiation", "planned"),
    ("The talks between Kenya and Norway that were due to begin in May worry Lind.", "Negotiation", "planned"),
    ("The talks between Kenya and Norway that began in May worry Lind.", "Negotiation", "actual"),
    ("The attack on Kenya that was foiled in May angered Lind.", "Assault", "negated"),
    ("The attack on Kenya that was not foiled angered Lind.", "Assault", "actual"),
    ("The attack on Kenya that angered Lind went on.", "Assault", "actual"),
    ("Lind regrets the talks with Novak in Kenya that never took place.", "Negotiation", "negated"),
    ("Novak made a trip to Kenya that was postponed in May.", "Trip", "cancelled"),
    ("The visit to Kenya by Novak, cancelled in May, angered Lind.", "Trip", "cancelled"),
    ("Novak made a trip to Kenya, which was put off, and met Lind.", "Trip", "cancelled"),
    ("Norway sent aid to Kenya, which was barred from the club.", "Aid", "actual"),
    ("Novak's visit to Kenya, planned for months, took place in May.", "Trip", "actual"),
]


@pytest.mark.parametrize(("text", "label", "status"), FATES, ids=[row[0] for row in FATES])
def test_what_became_of_an_event(nlp: "Language", text: str, label: str, status: str) -> None:
    events = find_events(nlp(text), layer_of(text), (), published=None)
    assert [event.status.value for event in events if event.type == label] == [status]


SCOPES = [
    ("Novak will meet Lind and visit Kenya.", {"Meeting": "planned", "Trip": "planned"}),
    ("Novak met Lind and will visit Kenya.", {"Meeting": "actual", "Trip": "planned"}),
    ("Novak did not meet Lind but visited Kenya.", {"Meeting": "negated", "Trip": "actual"}),
    ("Police arrested Haddad after he refused to leave.", {"Arrest": "actual", "Rejection": "actual"}),
    ("Novak, who will visit Kenya, met Lind.", {"Meeting": "actual", "Trip": "planned"}),
    ("Novak condemned the attack on civilians but did not promise aid.", {"Assault": "actual", "Accusation": "actual"}),
    ("Novak was refused leave to see Lind and flew to Kenya.", {"Trip": "actual"}),
    ("Novak is expected to visit Kenya, and Lind to arrest Haddad.", {"Trip": "planned", "Arrest": "planned"}),
    ("Novak will expel Haddad and arrest Weiss unless Kenya yields.", {"Arrest": "hypothetical"}),
    ("The meeting of Novak and Lind was called off on Monday.", {"Meeting": "cancelled"}),
    ("The deportation of Haddad from Norway was stopped by a judge.", {"Deportation": "cancelled"}),
    ("The resignation of Novak was accepted by parliament.", {"Resignation": "actual"}),
    ("Militants tried to attack the Senate.", {"Assault": "actual"}),
    ("The rebels rejected a call by Novak to leave Aleppo.", {"Request": "actual"}),
    ("Kenya will take part in a joint exercise with Egypt.", {"Cooperation": "planned"}),
    ("Kenya neither pardoned Haddad nor arrested Weiss.", {"Concession": "negated", "Arrest": "negated"}),
    ("Police did not arrest Haddad, nor did they attack Weiss.", {"Arrest": "negated", "Assault": "negated"}),
    ("Norway offered to host talks between Israel and Hezbollah.", {"Promise": "actual", "Negotiation": "planned"}),
    ("Norway refused to host talks between Israel and Hezbollah.", {"Rejection": "actual", "Negotiation": "negated"}),
    ("Farmers called off their walkout.", {"Concession": "actual"}),
    ("Police arrested Haddad, officials said.", {"Arrest": "actual", "Statement": "actual"}),
]


@pytest.mark.parametrize(("text", "statuses"), SCOPES, ids=[row[0] for row in SCOPES])
def test_scope_ends_with_the_clause(nlp: "Language", text: str, statuses: dict[str, str]) -> None:
    events = find_events(nlp(text), layer_of(text, {"he": "Haddad"}), (), published=None)
    assert {event.type: event.status.value for event in events if event.type in statuses} == statuses


def test_mentions_are_records_in_text_order(nlp: "Language") -> None:
    text = "Novak met Lind. Police arrested Haddad in Cairo. Novak praised Lind."
    events = find_events(nlp(text), layer_of(text), (), published=None)
    assert [text[event.start_char : event.end_char] for event in events] == ["met", "arrested", "praised"]
    assert all(event.type in EVENT_LABELS and event.rule and 0 < event.confidence <= 1 for event in events)


def test_an_empty_document_has_no_events(nlp: "Language") -> None:
    assert find_events(nlp(""), layer_of(""), (), published=None) == ()
