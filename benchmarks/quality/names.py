"""Adapters for names, coreference, dates and places: gum_news, el_news_fair, geoparse."""

import re
from collections.abc import Iterator
from typing import Final

from benchmarks.quality.inner_names import (
    NOUN_ADJECTIVES,
    capital_head,
    capital_roles,
    inner_names,
    is_sport,
    role_nouns,
    where_named,
)
from benchmarks.quality.sources import Prediction, Task, annotated, day, document, two_letter_code
from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.places import places_named
from graphbuilder.records.annotation import Annotation, EntityMention, EntityType, LocalEntity, TimeMention
from graphbuilder.records.identity import fold

_GUM_TYPES: Final = {
    EntityType.PERSON: "PERSON",
    EntityType.GROUP: "PERSON",
    EntityType.ORGANIZATION: "ORG",
    EntityType.PLACE: "GPE",
}
"""Peoples are persons in this set."""
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
            "entities": _named(annotation, item.text),
            "mentions": _chains(annotation, item.text),
            "dates": [found for time in annotation.times for found in _dates(time, item.text)],
        }


def _named(annotation: Annotation, text: str) -> list[Prediction]:
    """Return names, and what else this set counts as named: role nouns in capitals and the places inside longer names.

    A country that plays a match is an organisation in this set.
    """
    found = []
    sport = is_sport(text)
    for mention in annotation.mentions:
        entity = annotation.entities[mention.entities[0]] if len(mention.entities) == 1 else None
        words = text[mention.start_char : mention.end_char]
        label = _GUM_TYPES[entity.type] if entity is not None else "PERSON"
        before = text[max(0, mention.start_char - 12) : mention.start_char]
        if label == "GPE" and sport and not _VENUE.search(before):
            label = "ORG"
        capital = mention.form == "nominal" and capital_head(text, mention.start_char, mention.end_char)
        if mention.form == "name" or capital or (mention.form == "demonym" and words in NOUN_ADJECTIVES):
            found.append({"start": mention.start_char, "end": mention.end_char, "type": label})
        if mention.form == "name" and entity is not None and label != "PERSON" and not _is_known(entity):
            for start, end, known in inner_names(annotation, words):
                inner = "GPE" if known is None else _GUM_TYPES[known.type]
                found.append({"start": mention.start_char + start, "end": mention.start_char + end, "type": inner})
    taken = [(mention.start_char, mention.end_char) for mention in annotation.mentions]
    found.extend({"start": start, "end": end, "type": "PERSON"} for start, end in capital_roles(text, taken))
    return found


def _is_known(entity: LocalEntity) -> bool:
    """Whether a place is in a gazetteer under its whole name ("South Australia" holds no other place)."""
    return entity.type is EntityType.PLACE and entity.key is not None


def _chains(annotation: Annotation, text: str) -> list[Prediction]:
    """Return the mentions that refer; several ("the two leaders", somebody's "we") are a chain of their own.

    The names inside longer names are mentions of this set too; a place that stands nowhere else is a chain by its words.
    """
    found = []
    for mention in annotation.mentions:
        words = text[mention.start_char : mention.end_char]
        if not mention.entities or (mention.form == "demonym" and words not in NOUN_ADJECTIVES):
            continue
        chain = "+".join(map(str, mention.entities)) + ("+others" if mention.with_others else "")
        found.append({"start": mention.start_char, "end": mention.end_char, "chain": chain, "form": mention.form})
        entity = annotation.entities[mention.entities[0]]
        if mention.form != "name" or _GUM_TYPES[entity.type] == "PERSON" or _is_known(entity):
            continue
        for start, end, known in inner_names(annotation, words):
            inner = fold(words[start:end]) if known is None else str(annotation.entities.index(known))
            first = mention.start_char + start
            found.append({"start": first, "end": mention.start_char + end, "chain": inner, "form": "name"})
    return found


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
    """Mentions with the name of what they refer to; pronouns and role nouns are marked as coreferring.

    A role noun that refers to nobody named ("officials said") counts as the name of the role in this set.
    """
    for row, item, annotation in annotated(
        task.rows, lambda row: document(row["doc_id"], row["text"], published=day(row["date"]), title=row["title"])
    ):
        mentions = []
        for mention in annotation.mentions:
            if not mention.entities:
                continue
            entity = annotation.entities[mention.entities[0]]
            if entity.anonymous:
                continue  # the set knows names only
            found = {
                "start": mention.start_char, "end": mention.end_char, "name": entity.name,
                "coref": mention.form in {"nominal", "pronoun"},
            }  # fmt: skip
            mentions.append(found | ({"wikidata": entity.wikidata} if entity.wikidata else {}))
        yield {"doc_id": row["doc_id"], "mentions": mentions + role_nouns(item.text, mentions)}


def geoparse(task: Task) -> Iterator[Prediction]:
    """Names of places with coordinates, country and GeoNames id.

    Demonyms and peoples stand for their country in these sets, and a capital that acts is the city. They also count the places
    inside longer names ("University of Oslo") and bodies that somebody is at ("at the White House").
    """
    countries = load_gazetteer().countries
    for row, item, annotation in annotated(
        task.rows,
        lambda row: document(row["doc_id"], row["text"], published=day(row["date"]), title=row["title"] or ""),
    ):
        toponyms = []
        for mention in annotation.mentions:
            if mention.form not in {"name", "demonym"} or len(mention.entities) != 1:
                continue
            entity = annotation.entities[mention.entities[0]]
            start, words = mention.start_char, item.text[mention.start_char : mention.end_char]
            if entity.type is EntityType.PLACE:
                capital = entity.is_country and fold(words) in load_gazetteer().capitals
                where = where_named(words) if capital else _where(entity)
                toponyms.append({"start": start, "end": mention.end_char} | where)
            elif entity.type is EntityType.GROUP and entity.country in countries:
                toponyms.append({"start": start, "end": mention.end_char} | where_named(countries[entity.country].name))
            elif entity.type is EntityType.ORGANIZATION:
                inside = inner_names(annotation, words)
                if _VENUE.search(item.text[max(0, start - 12) : start]) and not inside:
                    toponyms.append({"start": start, "end": mention.end_char} | _venue(annotation, mention, entity))
                for first, last, known in inside:
                    if known is not None and known.type is not EntityType.PLACE:
                        continue
                    place = where_named(words[first:last]) if known is None else _where(known)
                    toponyms.append({"start": start + first, "end": start + last} | place)
        yield {"doc_id": row["doc_id"], "toponyms": toponyms}


_VENUE: Final = re.compile(r"\b(?:in|at|near|outside|inside)\s+(?:the\s+)?$")


def _venue(annotation: Annotation, mention: EntityMention, entity: LocalEntity) -> Prediction:
    """Return where a body is that somebody is at: its own town, else the place its sentence, or the document, names nearest."""
    found = _where(entity)
    for other in entity.affiliations:
        if "lat" not in found and annotation.entities[other].type is EntityType.PLACE:
            found = _where(annotation.entities[other])
    others = [other for other in annotation.mentions if other.form == "name" and len(other.entities) == 1]
    for near in sorted(others, key=lambda one: _way(mention, one)):
        place = annotation.entities[near.entities[0]]
        if "lat" not in found and place.type is EntityType.PLACE and not place.is_country:
            found = _where(place)
    return found


def _way(mention: EntityMention, other: EntityMention) -> tuple[bool, bool, int]:
    """Return how far another mention is: in the sentence first, there behind the mention first."""
    behind = other.start_char >= mention.end_char
    return other.sentence != mention.sentence, not behind, abs(other.start_char - mention.start_char)


def _where(entity: LocalEntity) -> Prediction:
    """Return coordinates, country and GeoNames id of an entity."""
    found: Prediction = {}
    if entity.latitude is not None and entity.longitude is not None:
        found |= {"lat": entity.latitude, "lon": entity.longitude}
    gazetteer = load_gazetteer()
    kind, _, value = (entity.key or "").partition(":")
    if kind == "geonames":
        found["geonameid"] = value
    elif kind == "country":
        found["geonameid"] = gazetteer.countries[value].geonames
    elif kind == "region":
        region = gazetteer.regions[value]
        for place in places_named(fold(value.partition(" (")[0])):
            if place.kind == "region" and (place.country, place.admin1) == (region.country, region.admin1):
                found["geonameid"] = place.identifier
    code = two_letter_code(entity)
    if code in gazetteer.countries:
        found["country"] = gazetteer.countries[code].name
    return found
