"""Adapters for names, coreference, dates and places: gum_news, el_news_fair, geoparse."""

import re
from collections.abc import Iterator
from typing import Final

from benchmarks.quality.sources import Prediction, Task, annotated, day, document, two_letter_code
from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.records.annotation import Annotation, EntityType, TimeMention

_GUM_TYPES: Final = {EntityType.PERSON: "PERSON", EntityType.ORGANIZATION: "ORG", EntityType.PLACE: "GPE"}
_RANGE_GAP: Final = re.compile(r"\s*(?:\b(?:to|through|until|and)\b|[–—-])\s*(?:the\s+)?")
_POINT: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_CLOCK: Final = "TXX"


def gum_news(task: Task) -> Iterator[Prediction]:
    """Names with their type, coreference chains of all mentions, dates as value and as first and last day."""
    for row, item, annotation in annotated(
        task.rows, lambda row: document(row["doc_id"], row["text"], published=day(row["date"]), title=row["title"])
    ):
        yield {
            "doc_id": row["doc_id"],
            "entities": _named(annotation),
            "mentions": _chains(annotation),
            "dates": [found for time in annotation.times for found in _dates(time, item.text)],
        }


def _named(annotation: Annotation) -> list[Prediction]:
    found = []
    for mention in annotation.mentions:
        if mention.form == "name" and len(mention.entities) == 1:
            label = _GUM_TYPES.get(annotation.entities[mention.entities[0]].type)
            if label:
                found.append({"start": mention.start_char, "end": mention.end_char, "type": label})
    return found


def _chains(annotation: Annotation) -> list[Prediction]:
    """Return the mentions that refer; one of several ("the two leaders") is a chain of its own kind."""
    return [
        {"start": mention.start_char, "end": mention.end_char, "chain": "+".join(map(str, mention.entities))}
        for mention in annotation.mentions
        if mention.entities and mention.form != "demonym"
    ]


def _dates(time: TimeMention, text: str) -> list[Prediction]:
    """Return a time as the set writes it: dates only, one entry for each end of a range that the text spells out.

    Durations, repetitions, clock times and what could not be resolved are no dates of this set.
    """
    first, separator, last = time.value.partition("/")
    if time.kind not in {"DATE", "TIME"} or time.start is None or time.end is None or _CLOCK in time.value:
        return []
    if time.kind == "TIME" and separator:
        return []  # counted in hours: "within 48 hours"
    words = text[time.start_char : time.end_char]
    gaps = list(_RANGE_GAP.finditer(words, 5))
    if separator and gaps and _POINT.fullmatch(first) and _POINT.fullmatch(last):
        gap = gaps[len(gaps) // 2]
        return [
            {"start": time.start_char, "end": time.start_char + gap.start(), "value": first},
            {"start": time.start_char + gap.end(), "end": time.end_char, "value": last},
        ]
    value = first if last in {"", ".."} else last if first == ".." else time.value
    return [{
        "start": time.start_char, "end": time.end_char, "value": value.partition("T")[0],
        "from": time.start.isoformat(), "to": time.end.isoformat(),
    }]  # fmt: skip


def el_news_fair(task: Task) -> Iterator[Prediction]:
    """Mentions with the name of what they refer to; pronouns and role nouns are marked as coreferring."""
    for row, _, annotation in annotated(
        task.rows, lambda row: document(row["doc_id"], row["text"], published=day(row["date"]), title=row["title"])
    ):
        mentions = []
        for mention in annotation.mentions:
            if not mention.entities:
                continue
            entity = annotation.entities[mention.entities[0]]
            found = {
                "start": mention.start_char, "end": mention.end_char, "name": entity.name,
                "coref": mention.form in {"nominal", "pronoun"},
            }  # fmt: skip
            mentions.append(found | ({"wikidata": entity.wikidata} if entity.wikidata else {}))
        yield {"doc_id": row["doc_id"], "mentions": mentions}


def geoparse(task: Task) -> Iterator[Prediction]:
    """Names of places with coordinates, country and GeoNames id; demonyms stand for their country."""
    countries = load_gazetteer().countries
    for row, _, annotation in annotated(
        task.rows,
        lambda row: document(row["doc_id"], row["text"], published=day(row["date"]), title=row["title"] or ""),
    ):
        toponyms = []
        for mention in annotation.mentions:
            if mention.form not in {"name", "demonym"} or len(mention.entities) != 1:
                continue
            entity = annotation.entities[mention.entities[0]]
            if entity.type is not EntityType.PLACE:
                continue
            found: Prediction = {"start": mention.start_char, "end": mention.end_char}
            if entity.latitude is not None and entity.longitude is not None:
                found |= {"lat": entity.latitude, "lon": entity.longitude}
            if entity.key and entity.key.startswith("geonames:"):
                found["geonameid"] = entity.key.removeprefix("geonames:")
            code = two_letter_code(entity)
            if code in countries:
                found["country"] = countries[code].name
            toponyms.append(found)
        yield {"doc_id": row["doc_id"], "toponyms": toponyms}
