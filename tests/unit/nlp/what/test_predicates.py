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
