"""Adapter for factuality: the status of given words, event or not, by the clause walk of the event coder."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc

from benchmarks.quality.parses import parser
from benchmarks.quality.sources import Prediction, Task
from graphbuilder.nlp.what.lexicon import Frame, load_lexicon
from graphbuilder.nlp.what.status import sense_of
from graphbuilder.nlp.what.tree import Tree
from graphbuilder.nlp.what.triggers import Hit
from graphbuilder.records.annotation import Status

_CLASSES: Final = {
    Status.ACTUAL: "fact", Status.PLANNED: "uncertain", Status.HYPOTHETICAL: "uncertain", Status.CANCELLED: "negated",
    Status.NEGATED: "negated",
}  # fmt: skip
_ANY_WORD: Final = Frame(rule="given", label="")


def factuality(task: Task) -> Iterator[Prediction]:
    """The status of each given word as fact, uncertain or negated."""
    nlp = parser()
    for row, doc in zip(task.rows, nlp.pipe(row["text"] for row in task.rows), strict=True):
        targets = [
            {"start": target["start"], "end": target["end"], "class": _CLASSES[status]}
            for target in row["targets"]
            if (status := _status(doc, target["start"], target["end"])) is not None
        ]
        yield {"id": row["id"], "targets": targets}


def _status(doc: Doc, start: int, end: int) -> Status | None:
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    token = span.root.i
    hit = Hit(token=token, first=span.start, last=span.end - 1, frame=_ANY_WORD, carrier=token, carried_by="self")
    return sense_of(Tree(doc), load_lexicon(), hit).status
