"""Which of our events are right, by set: what a confidence is fitted on and measured by.

Each set judges what it knows. An event of the codebook is right when its label and status are those of the annotation its trigger
overlaps, and one that overlaps none is wrong. In the PLOVER and PETRARCH-2 records, which have one coded event or few and count
as one set, the events that the adapter takes are judged by type. In the articles of WikiEvents, which mark some of the events,
those on a marked word are judged by class; and in the factuality sets those on a given word by whether they are told as fact,
open or denied. Only numbers leave this module.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.quality.events import WEIS_SUBSET, WIKIEVENTS_PLOVER, coded_events, wikievents_type
from benchmarks.quality.parses import parser
from benchmarks.quality.sources import Row, Task, day, document, read_lines
from benchmarks.quality.statuses import CLASSES
from codebook.score import paired
from graphbuilder.nlp.pipeline import Annotator
from graphbuilder.nlp.what.certainty import Curve
from graphbuilder.nlp.what.plover import Convention
from graphbuilder.records.annotation import Annotation, EventMention
from graphbuilder.records.document import Document

CODEBOOK: Final = Path(__file__).parents[2] / "codebook" / "compiled.jsonl"


class Judged(NamedTuple):
    """One event: the number of its row, its confidence under the curve that was asked for, and whether it is right."""

    row: int
    confidence: float
    right: bool


def judged_sets(gold: Path, curve: Curve | None = None) -> dict[str, list[Judged]]:
    """Return the events of every set below the folder of development sets; None takes the curve that is shipped."""
    return {name: list(judge(gold, curve)) for name, judge in _JUDGES.items()}


def judged_codebook(curve: Curve | None = None) -> Iterator[Judged]:
    """Yield every event we find in the codebook."""
    rows = read_lines(CODEBOOK)
    for number, row, annotation in _annotated(rows, _dated("id", "published"), curve, Convention.MANUAL):
        found = [_spoken(event, place) for place, event in enumerate(annotation.events)]
        right = {
            ours["place"]
            for gold, ours in paired(row["events"], found)
            if (gold["label"], gold["status"]) == (ours["label"], ours["status"])
        }
        yield from (Judged(number, event.confidence, place in right) for place, event in enumerate(annotation.events))


def _judged_records(gold: Path, curve: Curve | None) -> Iterator[Judged]:
    folder = gold / "event_coding"
    rows = [row for row in read_lines(folder / "dev.jsonl") if row["subset"] != WEIS_SUBSET]
    for number, (row, coded) in enumerate(coded_events(Task(rows, folder), curve)):
        types = {event["plover"] for event in row["events"]}
        for event, pairs in coded:
            if pairs:
                yield Judged(number, event.confidence, pairs[0]["plover"] in types)


def _judged_articles(gold: Path, curve: Curve | None) -> Iterator[Judged]:
    rows = read_lines(gold / "wikievents" / "dev.jsonl")
    for number, row, annotation in _annotated(rows, _undated("doc_id"), curve, Convention.DATA):
        marked = [(_words(event["trigger"]["text"]), event["type"], event["plover_hint"]) for event in row["events"]]
        for event in annotation.events:
            kind, words = wikievents_type(event), _words(row["text"][event.start_char : event.end_char])
            meant = [(label, plover) for trigger, label, plover in marked if trigger & words]
            if kind and meant:
                plover = WIKIEVENTS_PLOVER.get(kind)
                right = any(kind == label or (plover and plover == hint) for label, hint in meant)
                yield Judged(number, event.confidence, right)


def _judged_statuses(gold: Path, curve: Curve | None) -> Iterator[Judged]:
    rows = read_lines(gold / "factuality" / "dev.jsonl")
    for number, row, annotation in _annotated(rows, _undated("id"), curve, Convention.DATA):
        for event in annotation.events:
            given = [
                target["class"]
                for target in row["targets"]
                if event.start_char < target["end"] and target["start"] < event.end_char
            ]
            if given:
                yield Judged(number, event.confidence, CLASSES[event.status] == given[0])


_JUDGES: Final[dict[str, Callable[[Path, Curve | None], Iterator[Judged]]]] = {
    "codebook": lambda _, curve: judged_codebook(curve),
    "coded records": _judged_records,
    "articles": _judged_articles,
    "statuses": _judged_statuses,
}
"""Name of a set to the function that judges it."""


def _dated(key: str, dated: str) -> Callable[[Row], Document]:
    return lambda row: document(row[key], row["text"], published=day(row[dated]))


def _undated(key: str) -> Callable[[Row], Document]:
    return lambda row: document(row[key], row["text"])


def _annotated(
    rows: Iterable[Row], to_document: Callable[[Row], Document], curve: Curve | None, convention: Convention
) -> Iterator[tuple[int, Row, Annotation]]:
    rows = list(rows)
    annotator = Annotator(parser(), convention=convention, curve=curve)
    annotations = annotator.annotate(map(to_document, rows))
    return ((number, row, one) for number, (row, one) in enumerate(zip(rows, annotations, strict=True)))


def _spoken(event: EventMention, place: int) -> Row:
    return {
        "place": place, "start": event.start_char, "end": event.end_char, "label": event.type, "plover": event.plover,
        "status": event.status.value,
    }  # fmt: skip


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))
