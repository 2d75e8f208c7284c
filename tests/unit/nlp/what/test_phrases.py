"""Phrases whose words together name an event, and everyday neighbours of theirs that name none; own sentences."""

from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.what.coder import find_events
from tests.unit.nlp.what.cast import layer_of

if TYPE_CHECKING:
    from spacy.language import Language

PHRASES = [
    ("Novak and Lind held a working dinner in Oslo.", "Meeting", "CONSULT", None),
    ("Diplomats met in Geneva for a conference on migration.", "Summit", "CONSULT", "multilateral"),
    ("The African Union convened an emergency session in Nairobi.", "Summit", "CONSULT", "multilateral"),
    ("Haddad shuttled between Israel and Syria.", "Negotiation", "CONSULT", "third-party"),
    ("Novak travelled from Oslo.", "Trip", "CONSULT", "visit"),
    ("Novak visited Kenya at the invitation of Okello.", "Request", "AGREE", None),
    ("Kenya and Sudan settled a row over water.", "Agreement", "AGREE", None),
    ("The army proposed a truce to the rebels.", "Agreement", "AGREE", None),
    ("Norway reopened its embassy in Khartoum.", "Support", "SUPPORT", None),
    ("The court cleared Ferreira of all charges.", "Concession", "CONCEDE", None),
    ("Militants handed in their rifles in Aleppo.", "Retreat", "RETREAT", "disarm"),
    ("Egypt opened a crossing to ambulances.", "Retreat", "RETREAT", "access"),
    ("Okello walked out of prison.", "Retreat", "RETREAT", "release"),
    ("Soldiers from India and Japan trained together.", "Cooperation", "COOPERATE", None),
    ("Brazil resumed exports to Japan.", "Cooperation", "COOPERATE", None),
    ("Poland sent trucks with ammunition to Ukraine.", "Aid", "AID", None),
    ("Farmers handed the government a letter against the tax.", "Accusation", "ACCUSE", "disapprove"),
    ("The government pushed back against criticism of Novak.", "Rejection", "REJECT", None),
    ("The diplomats walked out.", "Rejection", "REJECT", "meet"),
    ("Nurses walked off the job in Lima.", "Protest", "PROTEST", "strike"),
    ("Activists chained themselves to the gates of the ministry.", "Protest", "PROTEST", "obstruct"),
    ("Activists threw paint at a statue in Lima.", "Protest", "PROTEST", "vandalize"),
    ("Students smashed shop windows in Paris.", "Protest", "PROTEST", "riot"),
    ("Teachers refused to eat for a third day.", "Protest", "PROTEST", "hunger"),
    ("The African Union suspended Sudan.", "Sanction", "SANCTION", "expel"),
    ("India stopped buying oil from Iran.", "Sanction", "SANCTION", "discontinue"),
    ("Peru withdrew from the African Union.", "Sanction", "SANCTION", "withdraw"),
    ("A judge ruled that Ferreira must compensate the villagers.", "Sanction", "SANCTION", "convict"),
    ("Haddad was jailed for nine years.", "Sanction", "SANCTION", "convict"),
    ("The government sent 300 policemen to guard the port.", "Mobilization", "MOBILIZE", "police"),
    ("Iran moved missile batteries to the coast.", "Mobilization", "MOBILIZE", "weapons"),
    ("Hackers broke into the servers of the ministry.", "Coercion", "COERCE", "cyber"),
    ("The army kept food convoys from entering Aleppo.", "Coercion", "COERCE", "withhold"),
    ("Egypt barred Sudanese trucks from its roads.", "Coercion", "COERCE", "restrict"),
    ("The police forced the demonstrators back behind a fence.", "Coercion", "COERCE", "restrict"),
    ("Norway sent back three migrants.", "Deportation", "COERCE", "deport"),
    ("The navy sank a boat near Lima.", "Assault", "ASSAULT", "destroy"),
    ("Soldiers sexually assaulted two women.", "Assault", "ASSAULT", "sexual"),
    ("Novak praised the jailed journalists.", "Arrest", "COERCE", "arrest"),
    ("Norway returned the seized ship to Peru.", "Coercion", "COERCE", "seize"),
]
NOTHING = [
    ("The villagers handed in their homework.", "Retreat"),
    ("Three students were killed when their bus overturned.", "Assault"),
    ("Frost attacked the vineyards of France.", "Assault"),
    ("The school expelled two students for smoking.", "Sanction"),
    ("The club appointed a goalkeeping coach.", "Appointment"),
    ("A rally in share prices cheered Japan.", "Protest"),
    ("The novel demands patience of its readers.", "Request"),
]
STATUSES = [
    ("Novak rejected a call to leave Oslo.", "Request", "actual"),
    ("A meeting was called off because of fog.", "Meeting", "cancelled"),
]


@pytest.mark.parametrize(("text", "label", "plover", "mode"), PHRASES, ids=[row[0] for row in PHRASES])
def test_phrase(nlp: "Language", text: str, label: str, plover: str, mode: str | None) -> None:
    events = find_events(nlp(text), layer_of(text, {"its": "Egypt"}), (), published=None)
    assert (label, plover, mode) in [(event.type, event.plover, event.plover_mode) for event in events]


@pytest.mark.parametrize(("text", "label"), NOTHING, ids=[row[0] for row in NOTHING])
def test_no_event(nlp: "Language", text: str, label: str) -> None:
    events = find_events(nlp(text), layer_of(text), (), published=None, bare=True)
    assert label not in {event.type for event in events}


@pytest.mark.parametrize(("text", "label", "status"), STATUSES, ids=[row[0] for row in STATUSES])
def test_status(nlp: "Language", text: str, label: str, status: str) -> None:
    events = find_events(nlp(text), layer_of(text), (), published=None)
    assert (label, status) in [(event.type, event.status.value) for event in events]
