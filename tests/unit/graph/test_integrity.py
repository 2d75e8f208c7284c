"""Each invariant broken on purpose is found, and a graph that is right has no fault."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from graphbuilder.graph.elements import Element
from graphbuilder.graph.integrity import find_faults
from tests.factories import document, entity, event, ordered, relationship, sentence

PAPER = document("a")
SAID = sentence("a1", "Ana met Tom.")
ANA = entity("ana", "Ana")
MET = event("1", "Meeting", None)
FILED = relationship("IN_DOCUMENT", SAID, PAPER)
NAMED = relationship("MENTIONS", SAID, ANA, text="Ana", start_char=0, end_char=3)
TOLD = relationship("MENTIONS", SAID, MET, text="met", start_char=4, end_char=7)
TOOK_PART = relationship("PARTICIPATED_IN", ANA, MET)
SOUND = ordered([PAPER, SAID, ANA, MET, FILED, NAMED, TOLD, TOOK_PART])


def test_a_sound_graph_has_no_fault() -> None:
    assert list(find_faults(SOUND)) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda e: None if e is FILED else e, "lies in no document"),
        (lambda e: None if e is TOLD else e, "rests on no sentence"),
        (lambda e: None if e is NAMED else e, "stands in no sentence"),
        (lambda e: None if e is ANA else e, "which is not there"),
        (lambda e: relationship("MENTIONS", SAID, MET, text="met", start_char=5, end_char=8) if e is TOLD else e, "says 'et '"),
        (lambda e: replace(e, properties={}) if e is ANA else e, "property 'name' is missing"),
    ],
)  # fmt: skip
def test_what_is_broken_is_named(change: Callable[[Element], Element | None], fault: str) -> None:
    broken = [changed for element in SOUND if (changed := change(element)) is not None]
    assert any(fault in found for found in find_faults(broken)), list(find_faults(broken))


def test_a_topic_that_is_not_there_is_named_in_a_graph_that_holds_anything() -> None:
    assert list(find_faults(SOUND, ["topic:trade"])) == ["topic:trade, which every graph has, is not there"]
    assert list(find_faults([], ["topic:trade"])) == []
