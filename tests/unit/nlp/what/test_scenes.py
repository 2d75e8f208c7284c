"""Places of events: where one came from, the scene a clause sets, and what stands beside those who take part."""

from typing import TYPE_CHECKING

import pytest

from tests.unit.nlp.what.cast import ENTITIES
from tests.unit.nlp.what.test_dating import events_of

if TYPE_CHECKING:
    from spacy.language import Language

PLACED = [
    ("Novak and Lind discussed the war in Kenya.", "discussed", set()),
    ("Novak and Lind discussed the war in Kenya in Lima.", "discussed", {("LOCATED_IN", "Lima")}),
    ("Novak left Warsaw for Oslo on Wednesday.", "left", {("ORIGIN", "Warsaw"), ("DESTINATION", "Oslo")}),
    ("Novak returned to Warsaw from a trip to Lima.", "returned", {("DESTINATION", "Warsaw"), ("ORIGIN", "Lima")}),
    ("Novak returned to Warsaw from a tour of Kenya.", "returned", {("DESTINATION", "Warsaw"), ("ORIGIN", "Kenya")}),
    ("While in Oslo, Novak met Haddad.", "met", {("LOCATED_IN", "Oslo")}),
    ("Speaking in Oslo, Novak condemned the attack in Lima.", "condemned", {("LOCATED_IN", "Oslo")}),
    ("Novak, speaking at a rally in Lima, accused Peru of spying.", "accused", {("LOCATED_IN", "Lima")}),
    ("Egypt hosted talks between the rebels in Cairo.", "talks", {("LOCATED_IN", "Cairo")}),
    ("Novak held talks with Lind on Kenya in Oslo.", "talks", {("LOCATED_IN", "Oslo")}),
    ("Novak signed an agreement with Lind on Iran.", "signed", set()),
    ("Gunmen opened fire in Lima, killing Haddad.", "killing", {("LOCATED_IN", "Lima")}),
    ("In Oslo, police arrested Lind and seized two boats.", "seized", {("LOCATED_IN", "Oslo")}),
    ("Police arrested Lind in Oslo and Haddad seized two boats.", "seized", set()),
    ("While visiting Lima, Novak met Haddad.", "met", {("LOCATED_IN", "Lima")}),
    ("Police in Lima detained two reporters.", "detained", {("LOCATED_IN", "Lima")}),
    ("Soldiers in Khartoum killed three protesters.", "killed", {("LOCATED_IN", "Khartoum")}),
    ("Police in Lima detained two reporters in Oslo.", "detained", {("LOCATED_IN", "Oslo")}),
    ("Police in Lima want to detain two reporters.", "detain", set()),
    ("Diplomats in Lima attacked the plan.", "attacked", set()),
    ("Kenya held an election on Monday.", "held", {("LOCATED_IN", "Kenya")}),
]


@pytest.mark.parametrize(("text", "word", "places"), PLACED, ids=[row[0] for row in PLACED])
def test_where_it_was(nlp: "Language", text: str, word: str, places: set[tuple[str, str]]) -> None:
    event = next(event for event in events_of(nlp, text) if text[event.start_char : event.end_char] == word)
    assert {(place.relation.value, ENTITIES[place.entity].name) for place in event.places} == places
