"""Our own passages for positions over time and coreference: the floors, and the misses in words when one is not met."""

import re
from typing import TYPE_CHECKING, Any

import pytest

from graphbuilder.nlp.pipeline import Annotator
from tests.unit.nlp.who import passages

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

    from graphbuilder.records.annotation import Annotation

POSITIONS_FLOORS = {"first": 0.94, "second review": 0.84, "regression": 0.95}
COREFERENCE_FLOORS = {"first": 0.98, "second review": 0.86, "regression": 0.95}
"""What each round of passages keeps. Those of the second were in nobody's sight when the rules were written, those of
"regression" always were."""


def count_round(
    nlp: "Language", name: str, this: str, count_one: "Callable[[dict[str, Any], Annotation, passages.Count], None]"
) -> passages.Count:
    rows = [row for row in passages.read(name) if row.get("round", "first") == this]
    count = passages.Count()
    documents = [passages.document(row, passages.marked(row["text"])[0]) for row in rows]
    for row, annotation in zip(rows, Annotator(nlp).annotate(documents), strict=True):
        count_one(row, annotation, count)
    assert count.wanted > len(rows) / 2
    return count


@pytest.mark.parametrize(("this", "floor"), POSITIONS_FLOORS.items())
def test_positions(nlp: "Language", this: str, floor: float) -> None:
    count = count_round(nlp, "positions.jsonl", this, passages.count_positions)

    assert count.f1() >= floor, count.told()


@pytest.mark.parametrize(("this", "floor"), COREFERENCE_FLOORS.items())
def test_coreference(nlp: "Language", this: str, floor: float) -> None:
    count = count_round(nlp, "coreference.jsonl", this, passages.count_chains)

    assert count.f1() >= floor, count.told()


def test_the_guide_says_how_often_each_construction_stands() -> None:
    guide = (passages.GOLD / "README.md").read_text(encoding="utf-8")
    told = {
        (part, what): int(times)
        for part, what, times in re.findall(r"^\| (\w+) \| (.+) \| (\d+) \|$", guide, re.MULTILINE)
    }

    assert told == {
        (part, what): times
        for part in ("names", "positions", "coreference")
        for what, times in passages.by_construction(passages.read(f"{part}.jsonl")).items()
    }


def test_every_construction_stands_at_least_three_times() -> None:
    for name in ("positions.jsonl", "coreference.jsonl"):
        counts = passages.by_construction(passages.read(name))
        assert {what: times for what, times in counts.items() if times < 3} == {}


def test_marks_may_lie_inside_one_another() -> None:
    text, spans = passages.marked("[[Her|1] office|2] spoke.")

    assert (text, spans) == ("Her office spoke.", [(0, 3, "1"), (0, 10, "2")])
