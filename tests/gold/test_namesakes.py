"""Pairs of reports on people of one name, over many cultures: half of them on one person, half on two.

`namesakes.tsv` has a pair a line, invented people in our own words: whether they are the "same" or "two", where from, how
many days lie between the reports, the name, and both reports. A false join is worse than a missed one: none of "two" may be
joined, and of "same" the part that is joined has a floor.
"""

import csv
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from graphbuilder.records.annotation import EntityType
from graphbuilder.records.document import Document
from graphbuilder.records.identity import digest, fold
from graphbuilder.resolve.entities import entity_candidates, resolve_block
from tests.builds import Remembering

if TYPE_CHECKING:
    from graphbuilder.records.resolution import EntityCandidate

FLOOR_OF_JOINED = 0.95
DAY = date(2017, 3, 2)


class Pair(NamedTuple):
    """A line of the table; `days` lie between the reports."""

    verdict: str
    culture: str
    days: str
    name: str
    left: str
    right: str

    def documents(self) -> list[Document]:
        """Return both reports."""
        days = (DAY, DAY + timedelta(days=int(self.days)))
        return [
            Document(id=f"doc:{side}-{digest(text)}", text=text, sha256=side, published=day)
            for side, text, day in zip("lr", (self.left, self.right), days, strict=True)
        ]


with (Path(__file__).parent / "namesakes.tsv").open(encoding="utf-8", newline="") as table:
    _HEAD, *PAIRS = (Pair(*row) for row in csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def people_named(annotator: Remembering, pair: Pair) -> list[set[str]]:
    """Return the reports, left or right, of each person whose name has the last word of the pair's."""
    blocks: dict[str, list[EntityCandidate]] = {}
    documents = pair.documents()
    for document, annotation in zip(documents, annotator.annotate(documents), strict=True):
        for candidate in entity_candidates(annotation, document.published):
            blocks.setdefault(candidate.block, []).append(candidate)
    family = fold(pair.name.split()[-1])
    return [
        {member[0].partition("-")[0] for member in entity.members}
        for block in blocks.values()
        for entity in resolve_block(block)
        if entity.type is EntityType.PERSON and family in fold(entity.name)
    ]


def test_the_table_has_both_sides_of_many_cultures() -> None:
    assert len(PAIRS) >= 140
    assert sum(pair.verdict == "two" for pair in PAIRS) >= 60
    assert sum(pair.verdict == "same" for pair in PAIRS) >= 60
    assert len({pair.culture for pair in PAIRS}) >= 40


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair.verdict == "two"], ids=lambda pair: pair.name)
def test_namesakes_stay_apart(annotator: Remembering, pair: Pair) -> None:
    assert sorted(map(sorted, people_named(annotator, pair))) == [["doc:l"], ["doc:r"]]


def test_one_person_in_two_reports_is_mostly_one(annotator: Remembering) -> None:
    same = [pair for pair in PAIRS if pair.verdict == "same"]
    joined = [pair for pair in same if people_named(annotator, pair) == [{"doc:l", "doc:r"}]]
    assert len(joined) >= FLOOR_OF_JOINED * len(same)
