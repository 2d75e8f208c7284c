"""The status of given words, whatever they are."""

from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.what.predicates import senses_at

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "word", "status", "cue"),
    [
        ("Release the prisoners and open the border.", "Release", "hypothetical", "imperative"),
        ("Release the prisoners and open the border.", "open", "hypothetical", "imperative"),
        ("The guards release the prisoners.", "release", "actual", None),
        ("These are the papers you sign at the border.", "sign", "hypothetical", "you"),
        ("These are the papers they signed at the border.", "signed", "actual", None),
        ("The harvest may fail this year.", "fail", "hypothetical", "may"),
        ("Please let me know the date.", "know", "hypothetical", "imperative"),
        ("Start releasing the hostages.", "releasing", "hypothetical", "imperative"),
        ("Help them leave the camp.", "leave", "hypothetical", "imperative"),
        ("Use the form when entering the country.", "entering", "hypothetical", "imperative"),
        ('"Release the miners," the minister said.', "Release", "hypothetical", "imperative"),
        ("Remember that they attacked us.", "attacked", "actual", None),
        ("He smiled when entering the country.", "entering", "actual", None),
        ("Novak told Lind how to leave the country.", "leave", "hypothetical", "how"),
        ("The ministers do not know what to sign.", "sign", "hypothetical", "what"),
        ("Novak knows how Lind left the country.", "left", "actual", None),
        ("The troops leave next week.", "leave", "planned", "next"),
        ("The firm is looking to expand abroad.", "expand", "hypothetical", "looking"),
        ("They risk losing the vote.", "losing", "hypothetical", "risk"),
        ("Novak is interested in buying the yard.", "buying", "hypothetical", "interested"),
        ("Novak was too ill to travel.", "travel", "negated", "too"),
        ("Novak was too late to stop the vote.", "stop", "negated", "too"),
        ("Lind was well enough to travel.", "travel", "hypothetical", "enough"),
        ("The harvest did not fail.", "fail", "negated", "not"),
    ],
)
def test_any_word_has_a_status(nlp: "Language", text: str, word: str, status: str, cue: str | None) -> None:
    start = text.index(word)
    (sense,) = senses_at(nlp(text), [(start, start + len(word))])
    assert sense is not None
    assert (sense.status.value, sense.cue) == (status, cue)


def test_a_span_outside_the_text_has_none(nlp: "Language") -> None:
    assert senses_at(nlp("It rained."), [(50, 54)]) == [None]
