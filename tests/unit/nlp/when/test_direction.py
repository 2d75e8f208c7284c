from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.when.direction import direction_of

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("The envoy met Wednesday with the rebels.", "Wednesday", "back"),
        ("The two leaders are scheduled to meet Friday in Oslo.", "Friday", "forward"),
        ("The chancellor will visit Ankara on Friday.", "Friday", "forward"),
        ("The minister said on Tuesday that he would resign.", "Tuesday", "back"),
        ("The minister said he would resign on Monday.", "Monday", "forward"),
        ("She is due to speak Monday.", "Monday", "forward"),
        ("They agreed to resume talks on Thursday.", "Thursday", "forward"),
        ("He managed to leave the country on Thursday.", "Thursday", "back"),
        ("The vote is planned for Sunday.", "Sunday", "forward"),
        ("The parliament was expected to vote on Sunday.", "Sunday", "forward"),
        ("She has visited the camp on Saturday.", "Saturday", "back"),
        ("The president is meeting the king on Friday.", "Friday", "forward"),
        ("The trial was postponed until Monday.", "Monday", "forward"),
        ("The rebels would have signed on Monday.", "Monday", "back"),
        ("He arrived ahead of a summit on Friday.", "Friday", "forward"),
        ("They argued on the eve of Friday's vote.", "Friday", "forward"),
        ("The general was to meet the envoy on Monday.", "Monday", "forward"),
        ("The agreement signed Monday ends the war.", "Monday", "back"),
        ("Monday, 4 March", "Monday", "unknown"),
    ],
)
def test_the_governing_verb_gives_the_direction(nlp: "Language", sentence: str, word: str, expected: str) -> None:
    doc = nlp(sentence)
    start = sentence.index(word)
    span = doc.char_span(start, start + len(word))

    assert span is not None
    assert direction_of(span) == expected
