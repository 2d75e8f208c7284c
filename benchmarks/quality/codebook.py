"""Adapter for the codebook: every event mention in the format that codebook/score.py reads."""

from collections.abc import Iterator

from benchmarks.quality.sources import GoldError, Prediction, Task, annotated, day, document
from graphbuilder.records.annotation import Annotation, EventMention
from graphbuilder.records.document import Document


def codebook(task: Task) -> Iterator[Prediction]:
    """Every event mention of a report, with all that the codebook scores."""
    for number, row in enumerate(task.rows, 1):
        wrong = next(
            (name for name in ("id", "text", "published", "title") if not isinstance(row.get(name), str)), None
        )
        if wrong is not None:
            raise GoldError(
                f"report {number}: {wrong!r} must be a string; the file must have the form of compiled.jsonl"
            )
    for row, item, annotation in annotated(
        task.rows, lambda row: document(row["id"], row["text"], published=day(row["published"]), title=row["title"])
    ):
        yield {"id": row["id"], "events": [_event(event, item, annotation) for event in annotation.events]}


def _event(event: EventMention, item: Document, annotation: Annotation) -> Prediction:
    arguments = []
    for argument in event.arguments:
        found: Prediction = {"role": argument.role.value, "text": annotation.entities[argument.entity].name}
        if argument.mention is not None:
            mention = annotation.mentions[argument.mention]
            found |= {"start": mention.start_char, "end": mention.end_char}
        arguments.append(found)
    return {
        "start": event.start_char,
        "end": event.end_char,
        "text": item.text[event.start_char : event.end_char],
        "label": event.type,
        "plover": event.plover,
        "mode": event.plover_mode,
        "status": event.status.value,
        "date": {
            "start": event.start.isoformat() if event.start else None,
            "end": event.end.isoformat() if event.end else None,
            "precision": event.date_precision,
            "basis": event.date_basis,
        },
        "args": arguments,
        "places": [
            {"relation": place.relation.value, "text": annotation.entities[place.entity].name} for place in event.places
        ],
        "links": [{"kind": link.kind, "to": link.target} for link in event.links],
        "rule": event.rule,
    }
