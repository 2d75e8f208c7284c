"""Adapter for factuality: the status of given words, event or not, by the clause walk of the event coder."""

from collections.abc import Iterator
from typing import Final

from benchmarks.quality.parses import parser
from benchmarks.quality.sources import Prediction, Task
from graphbuilder.nlp.what.predicates import senses_at
from graphbuilder.nlp.what.status import IMPERATIVE, Sense
from graphbuilder.records.annotation import Status

CLASSES: Final = {
    Status.ACTUAL: "fact", Status.PLANNED: "uncertain", Status.HYPOTHETICAL: "uncertain", Status.CANCELLED: "negated",
    Status.NEGATED: "negated",
}  # fmt: skip
_UNDONE: Final = (IMPERATIVE, "want", "wants", "wanted", "wish", "wishes", "hope", "hopes", "hoping")
_CLASSES_BY_CUE: Final = dict.fromkeys(_UNDONE, "negated")
"""What is commanded or wished for has not been done: the sets ask whether it happened, and give such words the lowest values."""


def factuality(task: Task) -> Iterator[Prediction]:
    """The status of each given word as fact, uncertain or negated; one profile for all subsets."""
    nlp = parser()
    for row, doc in zip(task.rows, nlp.pipe(row["text"] for row in task.rows), strict=True):
        senses = senses_at(doc, ((target["start"], target["end"]) for target in row["targets"]))
        targets = [
            {"start": target["start"], "end": target["end"], "class": _class(sense)}
            for target, sense in zip(row["targets"], senses, strict=True)
            if sense is not None
        ]
        yield {"id": row["id"], "targets": targets}


def _class(sense: Sense) -> str:
    return _CLASSES_BY_CUE.get(sense.cue or "") or CLASSES[sense.status]
