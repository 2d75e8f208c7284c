"""PLOVER's own rules, on own sentences: type and mode of the event of a label, the manual's traps among them."""

from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.what.coder import find_events
from graphbuilder.nlp.what.plover import Content, Convention, code_of, nearest_code
from graphbuilder.ontology import EVENT_LABELS, load_ontology
from graphbuilder.records.annotation import Status
from tests.unit.nlp.what.cast import layer_of

if TYPE_CHECKING:
    from spacy.language import Language

CODED: list[tuple[str, str, str | None, str | None]] = [
    # meetings: a future one is AGREE, a cancelled one REJECT, a summoned ambassador no meeting at all
    ("Novak met Lind in Oslo.", "Meeting", "CONSULT", None),
    ("Novak will meet Lind in Oslo.", "Meeting", "AGREE", None),
    ("The meeting between Novak and Lind was cancelled.", "Meeting", "REJECT", "meet"),
    ("Novak refused to meet Lind.", "Meeting", "REJECT", "meet"),
    ("Novak invited Lind to Warsaw.", "Request", "AGREE", None),
    ("Turkey summoned the Russian ambassador.", "Accusation", "ACCUSE", "disapprove"),
    ("Villagers fled to Kenya.", "Trip", None, None),
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
    # forces called up beside the force they used are not coded
    ("Soldiers deployed to Nairobi shot three protesters.", "Mobilization", None, None),
    ("Soldiers were deployed to Nairobi and fired on the crowd.", "Mobilization", None, None),
    ("Kenya deployed soldiers to Nairobi and rebels shot Lind.", "Mobilization", "MOBILIZE", "troops"),
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
    ("Protesters demanded that Novak resign.", "Request", "REQUEST", "change"),
    ("Lind called for an election in Kenya.", "Request", "REQUEST", "change"),
    ("Norway refused to send aid to Sudan.", "Rejection", "REJECT", "assist"),
    ("Turkey refused to share intelligence with Poland.", "Rejection", "REJECT", "assist"),
    ("Novak refused to resign.", "Rejection", "REJECT", "change"),
    ("Egypt threatened to cut ties with Sudan.", "Threat", "THREATEN", "relations"),
    ("Kenya will cut ties with Iran.", "Sanction", "THREATEN", "relations"),
    ("Russia threatened to annex Norway.", "Threat", "THREATEN", "territory"),
    ("Turkey threatened to invade Syria.", "Threat", "THREATEN", "territory"),
    # the manual's traps
    ("Kenya will sign a treaty with Sudan.", "Agreement", "AGREE", None),
    ("Novak will visit Kenya.", "Trip", "AGREE", None),
    ("Germany offered to help Haiti.", "Promise", "AGREE", None),
    ("Novak expressed regret over the raid.", "Concession", "CONCEDE", None),
    ("Duarte granted an amnesty to rebels.", "Concession", "CONCEDE", None),
    ("The union suspended its protests.", "Concession", "CONCEDE", None),
    ("Iran dropped its demand for an apology.", "Concession", "CONCEDE", None),
    ("The United Nations withdrew its observers from Syria.", "Sanction", "SANCTION", "withdraw"),
    ("India staged a naval drill with Japan.", "Cooperation", "COOPERATE", None),
    ("India staged a naval drill.", "Mobilization", "MOBILIZE", "troops"),
    ("NATO sent troops to help villagers in Haiti.", "Aid", "AID", None),
    ("Egypt barred inspectors from entering the plant.", "Rejection", "REJECT", None),
    ("Militants drove villagers from their homes.", "Sanction", "SANCTION", "expel"),
    ("The court ordered Ferreira to pay damages.", "Sanction", "SANCTION", "convict"),
    ("Poland lodged a protest with Russia.", "Accusation", "ACCUSE", "disapprove"),
    ("Students marched in Cairo to demand an election.", "Protest", "PROTEST", "demo"),
    ("Students marched in Cairo to demand an election.", "Request", None, None),
    ("Israel returned land to Egypt.", "Retreat", "RETREAT", None),
    ("The army captured two rebels near Aleppo.", "Assault", "ASSAULT", "abduct"),
    ("The union mobilised its members in Lima.", "Protest", "PROTEST", "demo"),
    ("Novak forgave Lind.", "Concession", "CONCEDE", None),
    ("Lawmakers boycotted the vote.", "Protest", "PROTEST", "boycott"),
    ("Germany will help Haiti.", "Aid", "AGREE", None),
    ("Novak will apologise to Lind.", "Concession", "CONCEDE", None),
    ("Iran may attack Israel.", "Assault", None, None),
    ("Villagers attacked police with knives.", "Assault", "ASSAULT", "primitive"),
    ("Police pushed back protesters.", "Coercion", "COERCE", "restrict"),
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
def test_sentence_is_coded(nlp: "Language", text: str, label: str, plover: str | None, mode: str | None) -> None:
    events = find_events(nlp(text), layer_of(text), (), published=None)
    codes = [(event.plover, event.plover_mode) for event in events if event.type == label]
    assert (plover, mode) in codes


def test_the_sentences_reach_every_type_and_mode() -> None:
    ontology = load_ontology()
    assert {plover for _, _, plover, _ in CODED if plover} == set(ontology.plover)
    reached = {(plover, mode) for _, _, plover, mode in CODED if mode}
    every = {(name, mode) for name, kind in ontology.plover.items() for mode in kind.modes}
    assert reached == every


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


DATA = [
    ("Iran agreed to release prisoners.", "Agreement", "AGREE", "CONCEDE"),
    ("Russia will withdraw its troops from Syria.", "Retreat", "AGREE", "CONCEDE"),
    ("Novak apologised to Lind.", "Concession", "SUPPORT", "CONCEDE"),
    ("Japan imposed sanctions on China.", "Sanction", "COERCE", "SANCTION"),
    ("The European Union lifted sanctions on Syria.", "Concession", "RETREAT", "CONCEDE"),
    ("Japan decided to lift sanctions on China.", "Concession", "RETREAT", "CONCEDE"),
    ("The court issued a warrant for Ferreira.", "Threat", "COERCE", "THREATEN"),
    ("The rebels said they would boycott a meeting with Novak.", "Rejection", "THREATEN", "REJECT"),
    ("Novak ordered the arrest of Lind.", "Arrest", "COERCE", "THREATEN"),
    ("Novak met Lind.", "Meeting", "CONSULT", "CONSULT"),
]
"""Sentences that existing data code otherwise than the manual: label, type in the data, type in the manual."""


@pytest.mark.parametrize(("text", "label", "data", "manual"), DATA, ids=[row[0][:60] for row in DATA])
def test_the_convention_decides_the_type_and_nothing_else(
    nlp: "Language", text: str, label: str, data: str, manual: str
) -> None:
    doc, layer = nlp(text), layer_of(text, {"they": "rebels"})
    plain = find_events(doc, layer, (), published=None)
    coded = find_events(doc, layer, (), published=None, convention=Convention.DATA)
    assert [(event.type, event.status, event.arguments) for event in plain] == [
        (event.type, event.status, event.arguments) for event in coded
    ]
    assert manual in [event.plover for event in plain if event.type == label]
    assert data in [event.plover for event in coded if event.type == label]


def test_what_nobody_takes_part_in_is_kept_on_request_only(nlp: "Language") -> None:
    text = "The bombing was terrible."
    assert not find_events(nlp(text), layer_of(text), (), published=None)
    bare = find_events(nlp(text), layer_of(text), (), published=None, bare=True)
    assert [(event.type, event.arguments) for event in bare] == [("Assault", ())]


def test_what_is_not_coded_has_a_nearest_type() -> None:
    assert nearest_code("Meeting", Status.NEGATED).plover == "REJECT"
    assert nearest_code("Aid", Status.HYPOTHETICAL).plover == "AGREE"
    assert nearest_code("Assault", Status.HYPOTHETICAL).plover == "ASSAULT"
    assert nearest_code("Assault", Status.NEGATED).plover is None
    assert nearest_code("Statement", Status.NEGATED).plover is None
