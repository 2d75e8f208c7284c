"""How sure is sure: of the events with a confidence, how many are right.

An event of the codebook is right when its label and status are those of the annotation its trigger overlaps. An event of the
PLOVER records is right when its type is that of the sentence's one coded event; other events of the sentence, right or not,
count as wrong there, so those figures are a lower bound.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.quality.sources import Row, annotated, day, document, read_lines
from codebook.score import paired
from graphbuilder.records.annotation import Annotation, EventMention

CODEBOOK: Final = Path(__file__).parents[2] / "codebook" / "compiled.jsonl"
EDGES: Final = (0.0, 0.55, 0.65, 0.75, 1.01)
"""Where the bins of confidence begin and end."""


class Bin(NamedTuple):
    """Events whose confidence lies in [low, high): how many, how sure on average, how many of them right."""

    low: float
    high: float
    events: int
    confidence: float
    right: float


Judged = tuple[float, bool]


def judged_codebook() -> Iterator[Judged]:
    """Yield the confidence of every event we find in the codebook, and whether it is right."""
    for row, annotation in _annotated(read_lines(CODEBOOK), "published"):
        found = [_spoken(event, place) for place, event in enumerate(annotation.events)]
        right = {
            ours["place"]
            for gold, ours in paired(row["events"], found)
            if (gold["label"], gold["status"]) == (ours["label"], ours["status"])
        }
        yield from ((event.confidence, place in right) for place, event in enumerate(annotation.events))


def judged_records(gold: Path) -> Iterator[Judged]:
    """Yield the same for the PLOVER records of the development set `event_coding`."""
    rows = [row for row in read_lines(gold) if row["subset"] == "plover_gsr"]
    for row, annotation in _annotated(rows, "date"):
        types = {event["plover"] for event in row["events"]}
        yield from ((event.confidence, event.plover in types) for event in annotation.events if event.plover)


def _annotated(rows: Iterable[Row], dated: str) -> Iterator[tuple[Row, Annotation]]:
    pairs = annotated(rows, lambda row: document(row["id"], row["text"], published=day(row[dated])))
    return ((row, annotation) for row, _, annotation in pairs)


def _spoken(event: EventMention, place: int) -> Row:
    return {
        "place": place, "start": event.start_char, "end": event.end_char, "label": event.type, "plover": event.plover,
        "status": event.status.value,
    }  # fmt: skip


def reliability(judged: Iterable[Judged]) -> list[Bin]:
    """Return the bins that hold any event."""
    events = list(judged)
    bins = []
    for low, high in pairwise(EDGES):
        inside = [(confidence, right) for confidence, right in events if low <= confidence < high]
        if inside:
            count = len(inside)
            sure, right = sum(one for one, _ in inside) / count, sum(one for _, one in inside) / count
            bins.append(Bin(low, high, count, sure, right))
    return bins
