"""Where sentences start whatever the parser thinks: after a blank line, and in a run without full stops."""

from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.language import LONGEST_SENTENCE, load_language, paragraph_boundaries

if TYPE_CHECKING:
    from spacy.language import Language

WORDS = "Novak met Lind in Oslo and the minister told farmers that police had arrested Haddad "


@pytest.fixture(scope="module")
def whole() -> "Language":
    """Return the pipeline as documents are read with it."""
    return load_language()


def test_a_headline_does_not_run_into_the_text(whole: "Language") -> None:
    assert [span.text.strip() for span in whole("Novak meets Lind\n\nThey met in Oslo.").sents] == [
        "Novak meets Lind",
        "They met in Oslo.",
    ]


def test_a_run_without_full_stops_is_cut(whole: "Language") -> None:
    doc = whole(WORDS * 200)
    assert max(len(span) for span in doc.sents) <= LONGEST_SENTENCE
    assert "".join(span.text_with_ws for span in doc.sents) == doc.text


def test_a_sentence_of_usual_length_is_left_whole(whole: "Language") -> None:
    uncut = WORDS * 15
    doc = paragraph_boundaries(whole.make_doc(uncut))
    assert {token.i for token in doc if token.is_sent_start} <= {0}
