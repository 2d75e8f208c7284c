"""Our own passages for positions over time and coreference: the floors, and the misses in words when one is not met."""

from typing import TYPE_CHECKING

from graphbuilder.nlp.pipeline import Annotator
from tests.unit.nlp.who import passages

if TYPE_CHECKING:
    from spacy.language import Language

POSITIONS_FLOOR = 0.95
COREFERENCE_FLOOR = 0.95


def test_positions(nlp: "Language") -> None:
    rows = passages.read("positions.jsonl")
    count = passages.Count()
    documents = [passages.document(row, row["text"]) for row in rows]
    for row, annotation in zip(rows, Annotator(nlp).annotate(documents), strict=True):
        passages.count_positions(row, annotation, count)

    assert count.f1() >= POSITIONS_FLOOR, count.told()


def test_coreference(nlp: "Language") -> None:
    rows = passages.read("coreference.jsonl")
    count = passages.Count()
    documents = [passages.document(row, passages.marked(row["text"])[0]) for row in rows]
    for row, annotation in zip(rows, Annotator(nlp).annotate(documents), strict=True):
        passages.count_chains(row, annotation, count)

    assert count.f1() >= COREFERENCE_FLOOR, count.told()


def test_every_construction_stands_at_least_three_times() -> None:
    for name in ("positions.jsonl", "coreference.jsonl"):
        counts = passages.by_construction(passages.read(name))
        assert {what: times for what, times in counts.items() if times < 3} == {}


def test_marks_may_lie_inside_one_another() -> None:
    text, spans = passages.marked("[[Her|1] office|2] spoke.")

    assert (text, spans) == ("Her office spoke.", [(0, 3, "1"), (0, 10, "2")])
