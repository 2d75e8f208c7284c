"""A statement of one's own act against others is a threat, an announcement of yielding a concession; a forecast is neither."""

from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.what.coder import find_events
from tests.unit.nlp.what.cast import layer_of

if TYPE_CHECKING:
    from spacy.language import Language

SAID = [
    ("Russia said it would attack Poland.", "Threat", "THREATEN", "violence"),
    ("Egypt announced that it would annex Sudan.", "Threat", "THREATEN", "territory"),
    ("Novak announced that his troops would leave Kharkiv.", "Concession", "CONCEDE", None),
    ("Lind said Russia would attack Poland.", "Statement", None, None),
    ("Russia said it had attacked Kharkiv.", "Statement", None, None),
    ("Novak said he would visit Kenya.", "Statement", None, None),
]


@pytest.mark.parametrize(("text", "label", "plover", "mode"), SAID, ids=[row[0] for row in SAID])
def test_what_is_said_of_oneself(nlp: "Language", text: str, label: str, plover: str | None, mode: str | None) -> None:
    pronoun = "Novak" if "Novak" in text else "Egypt" if "Egypt" in text else "Russia"
    layer = layer_of(text, {"it": pronoun, "he": pronoun, "his": pronoun})
    first = find_events(nlp(text), layer, (), published=None)[0]
    assert (first.type, first.plover, first.plover_mode) == (label, plover, mode)


def test_a_threat_is_made_by_who_spoke(nlp: "Language") -> None:
    text = "Russia said it would attack Poland."
    first = find_events(nlp(text), layer_of(text, {"it": "Russia"}), (), published=None)[0]
    assert {argument.role.value for argument in first.arguments} == {"actor", "recipient"}
