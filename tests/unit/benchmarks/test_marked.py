"""The words WikiEvents marks, of light verbs and others."""

import pytest

from benchmarks.quality.marked import marked_words
from graphbuilder.records.annotation import EventMention, Status


@pytest.mark.parametrize(
    ("text", "trigger", "rule", "marked"),
    [
        ("Lind was taken into custody in Oslo.", "taken", "verb:take-custody", "custody"),
        ("Novak faces three charges of fraud.", "faces", "verb:face-charges", "charges"),
        ("Rebels carried out two attacks near Lima.", "carried", "verb:wage-war", "attacks"),
        ("Novak faced the court. The charges were read.", "faced", "verb:face-charges", "faced"),
        ("Rebels attacked the camp after the trial.", "attacked", "verb:attack", "attacked"),
    ],
)
def test_the_noun_of_a_light_verb_is_marked(text: str, trigger: str, rule: str, marked: str) -> None:
    start = text.index(trigger)
    event = EventMention(
        start_char=start, end_char=start + len(trigger), sentence=0, type="Arrest", rule=rule, status=Status.ACTUAL
    )
    first, after = marked_words(text, event)
    assert text[first:after] == marked
