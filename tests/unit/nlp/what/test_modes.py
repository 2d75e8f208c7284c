"""What an attack was carried out with and what a demand asks for gives the PLOVER mode, on own sentences."""

from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.what.coder import find_events
from tests.unit.nlp.what.cast import layer_of

if TYPE_CHECKING:
    from spacy.language import Language

MODES: list[tuple[str, str, str | None]] = [
    # attacks, by the weapon that the clause names
    ("Gunmen attacked villagers with rifles.", "Assault", "firearms"),
    ("Haddad was wounded by a sniper.", "Assault", "firearms"),
    ("Russia attacked Kharkiv with artillery.", "Assault", "heavy-weapons"),
    ("Syrian warplanes bombed Aleppo.", "Assault", "aerial"),
    ("Militants killed Okello with a nerve agent.", "Assault", "unconventional"),
    ("A roadside bomb killed three soldiers.", "Assault", "explosives"),
    ("Militants exploded a bomb in Cairo, killing two villagers.", "Assault", "explosives"),
    ("Police fired rubber bullets at protesters.", "Assault", "crowd-control"),
    ("The army used sarin against civilians.", "Assault", "unconventional"),
    ("Militants attacked a school in Nairobi.", "Assault", None),
    ("The army shot down a drone.", "Assault", None),
    # demands and refusals, by what is wanted
    ("Haiti appealed to Japan for tents.", "Request", "assist"),
    ("Lind asked Germany for fuel.", "Request", "assist"),
    ("Lind called on Russia and Ukraine to end the war.", "Request", "yield"),
    ("Lind demanded an apology from Novak.", "Request", "yield"),
    ("Novak called on Haddad to change the constitution.", "Request", "change"),
    ("Lind urged Israel to return to the table.", "Request", "meet"),
    ("Haddad sought an audience with Novak.", "Request", "meet"),
    ("The World Bank refused Kenya a loan.", "Rejection", "assist"),
    ("Novak rejected a call to leave Oslo.", "Rejection", "yield"),
    ("Novak rejected claims that aid had been stolen.", "Rejection", None),
    ("Novak denied that he had met Lind.", "Rejection", None),
    # talks with somebody between
    ("Israel and Syria held talks in Oslo with Norwegian mediation.", "Negotiation", "third-party"),
    ("Israel and Syria held talks in Oslo.", "Negotiation", None),
]


@pytest.mark.parametrize(("text", "label", "mode"), MODES, ids=[row[0] for row in MODES])
def test_mode(nlp: "Language", text: str, label: str, mode: str | None) -> None:
    events = find_events(nlp(text), layer_of(text, {"he": "Novak"}), (), published=None)
    assert mode in [event.plover_mode for event in events if event.type == label]


def test_what_harmed_and_the_harm_are_told_both(nlp: "Language") -> None:
    text = "A drone strike killed three soldiers near Kharkiv."
    events = find_events(nlp(text), layer_of(text), (), published=None)
    assert [(text[event.start_char : event.end_char], event.plover_mode) for event in events] == [
        ("drone strike", "drone"),
        ("killed", "drone"),
    ]
