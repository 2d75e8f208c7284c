"""Parses that are kept are the parses that were made."""

from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.quality.parses import KeptParses

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = "Karen Holm met Pablo Rojas in Lisbon. She left on Friday."


def test_a_kept_parse_is_the_parse(nlp: "Language", tmp_path: Path) -> None:
    made = KeptParses(nlp, tmp_path)(TEXT)
    kept = KeptParses(nlp, tmp_path)(TEXT)
    assert kept is not made
    for one, other in zip(made, kept, strict=True):
        assert (one.text, one.pos_, one.dep_, one.head.i, one.lemma_) == (
            other.text, other.pos_, other.dep_, other.head.i, other.lemma_,
        )  # fmt: skip
    assert [(span.text, span.label_) for span in made.ents] == [(span.text, span.label_) for span in kept.ents]
    assert [span.text for span in made.sents] == [span.text for span in kept.sents]


def test_texts_are_told_apart(nlp: "Language", tmp_path: Path) -> None:
    parses = KeptParses(nlp, tmp_path)
    assert [doc.text for doc in parses.pipe(["One.", "Two.", "One."])] == ["One.", "Two.", "One."]
    assert len(list(tmp_path.rglob("*"))) == 3
