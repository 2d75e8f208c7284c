"""PLOVER's own rules, on own sentences: type and mode of the event of a label, the manual's traps among them."""

from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.what.coder import find_events
from graphbuilder.nlp.what.plover import Content, code_of
from graphbuilder.ontology import EVENT_LABELS, load_ontology
from graphbuilder.records.annotation import Status
from tests.unit.nlp.what.cast import layer_of

if TYPE_CHECKING:
    from spacy.language import Language

CODED = [
    # meetings: a future one is AGREE, a cancelled one REJECT, a summoned ambassador no meeting at all
    ("Novak met Lind in Oslo.", "Meeting", "CONSULT", None),
    ("Novak will meet Lind in Oslo.", "Meeting", "AGREE", None),
    ("The meeting between Novak and Lind was cancelled.", "Meeting", "REJECT", "meet"),
    ("Novak refused to meet Lind.", "Meeting", "REJECT", "meet"),
    ("Novak invited Lind to Warsaw.", "Agreement", "AGREE", None),
    ("Turkey summoned the Russian ambassador.", "Accusation", "ACCUSE", "disapprove"),
    ("Novak visited Kenya.", "Trip", "CONSULT", "visit"),
    ("Novak spoke with Lind by phone.", "PhoneCall", "CONSULT", "phone"),
    ("Egypt mediated between Israel and Syria.", "Negotiation", "CONSULT", "third-party"),
    ("The G20 summit opened in Hamburg.", "Summit", "CONSULT", "multilateral"),
    # treaties: signed is SUPPORT, promised to sign is AGREE, refused to sign is REJECT
    ("Kenya and Sudan signed a treaty.", "Agreement", "SUPPORT", None),
    ("Kenya promised to sign a treaty.", "Promise", "AGREE", None),
    ("Kenya refused to sign a treaty.", "Rejection", "REJECT", None),
    ("Kenya and Sudan reached an agreement.", "Agreement", "AGREE", None),
    # yielding: announced is CONCEDE, under way is RETREAT
    ("Russia announced the withdrawal of its troops from Syria.", "Concession", "CONCEDE", None),
    ("Russia will withdraw its troops from Syria.", "Retreat", "CONCEDE", None),
    ("Russia agreed to withdraw its troops from Syria.", "Agreement", "CONCEDE", None),
    ("Russia withdrew its troops from Syria.", "Retreat", "RETREAT", "withdraw"),
    ("The rebels declared a ceasefire.", "Concession", "CONCEDE", None),
    ("Novak apologised to Lind.", "Concession", "CONCEDE", None),
    ("Duarte pardoned three activists.", "Concession", "CONCEDE", None),
    ("Haddad was acquitted.", "Concession", "CONCEDE", None),
    ("Iran released three prisoners.", "Retreat", "RETREAT", "release"),
    ("The rebels handed over their weapons.", "Retreat", "RETREAT", "disarm"),
    ("Iran allowed inspectors into the plant.", "Retreat", "RETREAT", "access"),
    ("A ceasefire took effect in Yemen.", "Retreat", "RETREAT", "ceasefire"),
    ("Novak resigned.", "Resignation", "RETREAT", "resign"),
    ("Novak sacked Lind.", "Resignation", "RETREAT", None),
    ("Novak promised there would be no mass deportation of migrants.", "Promise", "CONCEDE", None),
    # material cooperation
    ("India and France held a joint exercise.", "Cooperation", "COOPERATE", None),
    ("Peru extradited Ferreira to Brazil.", "Cooperation", "COOPERATE", None),
    ("Norway granted asylum to Haddad.", "Aid", "AID", None),
    ("Japan will send food to Yemen.", "Aid", "AGREE", None),
    ("Soldiers rescued the hostages.", "Aid", "AID", None),
    ("Germany forgave the debt of Kenya.", "Aid", "AID", None),
    # verbal conflict
    ("Lind urged Iran to free the prisoners.", "Request", "REQUEST", "yield"),
    ("Haiti asked the United Nations to send aid to Haiti.", "Request", "REQUEST", "assist"),
    ("Lind urged Iran to meet Haddad.", "Request", "REQUEST", "meet"),
    ("Lind condemned Russia.", "Accusation", "ACCUSE", "disapprove"),
    ("Israel accused Iran of lying.", "Accusation", "ACCUSE", "allege"),
    ("Prosecutors indicted Ferreira.", "Accusation", "ACCUSE", "investigate"),
    ("Iran will not release the prisoners.", "Retreat", "REJECT", "yield"),
    ("Egypt denied Haddad entry.", "Rejection", "REJECT", None),
    ("Russia threatened to attack Poland.", "Threat", "THREATEN", "violence"),
    ("Japan threatened to impose sanctions on China.", "Threat", "THREATEN", "restrict"),
    ("The court issued a warrant for Ferreira.", "Threat", "THREATEN", "arrest"),
    ("Norway threatened to deport Haddad.", "Threat", "THREATEN", "expel"),
    ("Russia will attack Poland.", "Assault", "THREATEN", "violence"),
    # material conflict
    ("Students marched through Paris.", "Protest", "PROTEST", "demo"),
    ("Demonstrators rioted in Lima.", "Protest", "PROTEST", "riot"),
    ("Teachers went on strike.", "Protest", "PROTEST", "strike"),
    ("Prisoners began a hunger strike.", "Protest", "PROTEST", "hunger"),
    ("Shoppers boycotted French cheese.", "Protest", "PROTEST", "boycott"),
    ("Farmers blocked a road near Warsaw.", "Protest", "PROTEST", "obstruct"),
    ("Activists defaced a statue in Lima.", "Protest", "PROTEST", "vandalize"),
    ("The union called off the strike.", "Concession", "CONCEDE", None),
    ("Japan imposed sanctions on China.", "Sanction", "SANCTION", "discontinue"),
    ("Poland expelled three Russian diplomats.", "Sanction", "SANCTION", "expel"),
    ("The court convicted Ferreira.", "Sanction", "SANCTION", "convict"),
    ("Russia withdrew from the treaty.", "Sanction", "SANCTION", "withdraw"),
    ("Norway deported Haddad.", "Deportation", "COERCE", "deport"),
    ("Police arrested Haddad.", "Arrest", "COERCE", "arrest"),
    ("Police seized the ship.", "Coercion", "COERCE", "seize"),
    ("Egypt banned the party.", "Coercion", "COERCE", "restrict"),
    ("Egypt blocked the website.", "Coercion", "COERCE", "censor"),
    ("Peru imposed a curfew.", "Coercion", "COERCE", "curfew"),
    ("Okello declared martial law.", "Coercion", "COERCE", "martial-law"),
    ("Parliament was hit by a cyberattack.", "Coercion", "COERCE", "cyber"),
    ("Egypt withheld the salaries of teachers.", "Coercion", "COERCE", "withhold"),
    ("Hackers spread disinformation in Kenya.", "Coercion", "COERCE", "misinformation"),
    ("Russia deployed troops near Kharkiv.", "Mobilization", "MOBILIZE", "troops"),
    ("North Korea tested a missile.", "Mobilization", "MOBILIZE", "weapons"),
    ("Kenya deployed police in Nairobi.", "Mobilization", "MOBILIZE", "police"),
    ("The government mobilised militiamen.", "Mobilization", "MOBILIZE", "militia"),
    ("China held military drills.", "Mobilization", "MOBILIZE", "troops"),
    ("Militants abducted two teachers.", "Assault", "ASSAULT", "abduct"),
    ("Haddad was beaten by police.", "Assault", "ASSAULT", "beat"),
    ("Police tortured the detainees.", "Assault", "ASSAULT", "torture"),
    ("Soldiers raped two women.", "Assault", "ASSAULT", "sexual"),
    ("Gunmen assassinated Okello.", "Assault", "ASSAULT", "targeted"),
    ("Rebels destroyed a bridge in Sudan.", "Assault", "ASSAULT", "destroy"),
    ("Villagers threw stones at police.", "Assault", "ASSAULT", "primitive"),
    ("Gunmen shot three soldiers.", "Assault", "ASSAULT", "firearms"),
    ("Militants detonated a bomb in Cairo.", "Assault", "ASSAULT", "explosives"),
    ("A suicide bombing in Cairo angered Egypt.", "Assault", "ASSAULT", "suicide-attack"),
    ("An airstrike by Israel on Aleppo angered Syria.", "Assault", "ASSAULT", "aerial"),
    ("A drone strike on Aleppo angered Syria.", "Assault", "ASSAULT", "drone"),
    ("Russia fired missiles at Kharkiv.", "Assault", "ASSAULT", "heavy-weapons"),
    ("Police fired tear gas at protesters.", "Assault", "ASSAULT", "crowd-control"),
    ("A chemical attack on Aleppo angered Syria.", "Assault", "ASSAULT", "unconventional"),
]


@pytest.mark.parametrize(("text", "label", "plover", "mode"), CODED, ids=[row[0][:60] for row in CODED])
def test_sentence_is_coded(nlp: "Language", text: str, label: str, plover: str, mode: str | None) -> None:
    events = find_events(nlp(text), layer_of(text), (), published=None)
    codes = [(event.plover, event.plover_mode) for event in events if event.type == label]
    assert (plover, mode) in codes


def test_the_sentences_reach_every_type_and_nearly_every_mode() -> None:
    ontology = load_ontology()
    assert {plover for _, _, plover, _ in CODED} == set(ontology.plover)
    reached = {(plover, mode) for _, _, plover, mode in CODED if mode}
    every = {(name, mode) for name, kind in ontology.plover.items() for mode in kind.modes}
    rare = {
        ("REQUEST", "change"),
        ("REJECT", "assist"),
        ("REJECT", "change"),
        ("THREATEN", "relations"),
        ("THREATEN", "territory"),
    }
    assert every - reached <= rare


@pytest.mark.parametrize("label", EVENT_LABELS)
@pytest.mark.parametrize("status", list(Status))
def test_every_code_is_one_the_ontology_knows(label: str, status: Status) -> None:
    ontology = load_ontology()
    for operators in ((), ("refuse",), ("demand",), ("threaten",), ("try",), ("promise", "refuse")):
        for inner in EVENT_LABELS:
            code = code_of(label, status, operators, content=Content(inner, Status.PLANNED))
            assert code.plover is None or code.plover in ontology.plover
            assert code.mode is None or (code.plover is not None and code.mode in ontology.plover[code.plover].modes)


def test_what_did_not_happen_is_not_coded() -> None:
    assert code_of("Assault", Status.NEGATED, ()).plover is None
    assert code_of("Assault", Status.HYPOTHETICAL, ()).plover is None
    assert code_of("Statement", Status.ACTUAL, ()).plover is None


def test_a_frame_may_give_the_type_and_take_the_mode_away() -> None:
    assert code_of("Agreement", Status.ACTUAL, (), plover="SUPPORT").plover == "SUPPORT"
    assert code_of("Resignation", Status.ACTUAL, (), mode="").mode is None
