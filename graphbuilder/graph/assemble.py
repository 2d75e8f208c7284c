"""Records become elements of the graph: documents with their sentences, entities, events. Pure functions.

Nothing is decided here: who is who and what is one event was resolved before, and stores check every element against the schema.
"""

from collections.abc import Iterator, Mapping

from graphbuilder.graph.claims import Claim
from graphbuilder.graph.elements import Element, Node, Properties, PropertyValue, Relationship
from graphbuilder.graph.identifiers import labels_of, position_id, relationship_id, sentence_id, topic_id
from graphbuilder.ontology import Ontology
from graphbuilder.records.annotation import Annotation, EntityMention, EventMention, Namesake
from graphbuilder.records.document import Document
from graphbuilder.records.resolution import Entity, Event

NAME_LENGTH = 60
"""Characters of a sentence shown as its name."""


LONGEST_NAME = 1_000
"""Characters of the name of an entity or event: a "name" of 10,000 signs is no name, and no index takes it."""


def present(properties: Mapping[str, PropertyValue | tuple[str, ...] | None]) -> dict[str, PropertyValue]:
    """Return `properties` without None and empty texts and lists: what is not known is not there."""
    kept: dict[str, PropertyValue] = {}
    for key, value in properties.items():
        plain = list(value) if isinstance(value, tuple) else value
        if plain is not None and plain not in ("", []):
            kept[key] = plain
    return kept


def join(kind: str, start: str, end: str, properties: Properties, *parts: str) -> Relationship:
    """Return the relationship of type `kind`; `parts` tell apart those that share both ends."""
    return Relationship(
        id=relationship_id(kind, start, end, *parts),
        type=kind,
        start_id=start,
        start_labels=labels_of(start),
        end_id=end,
        end_labels=labels_of(end),
        properties=properties,
    )


def topic_elements(ontology: Ontology) -> Iterator[Element]:
    """Yield the 37 topic nodes."""
    for topic, name in ontology.topics.items():
        yield Node(id=topic_id(topic), labels=("Topic",), properties={"name": name})


def document_elements(
    document: Document, annotation: Annotation, entity_ids: Mapping[int, str], event_ids: Mapping[int, str]
) -> Iterator[Element]:
    """Yield a document, its sentences, and a MENTIONS for every mention of an entity or event of the graph.

    Args:
        document: The document.
        annotation: What was found in it.
        entity_ids: Entity id of each local entity that is in the graph.
        event_ids: Event id of each event mention that is in the graph.
    """
    extractor = annotation.extractor
    properties = {
        "name": document.title or _shown(document.text),
        "title": document.title,
        "url": document.url,
        "source": document.source,
        "byline": document.byline,
        "published": document.published,
        "published_basis": document.published_basis,
        "language": document.language,
        "sha256": document.sha256,
        "extractor": f"{extractor.name} {extractor.version} ({extractor.model})",
        "topics": annotation.topics,
    }
    yield Node(id=document.id, labels=("Document",), properties=present(properties))
    sentence_ids = [sentence_id(document.id, sentence.index) for sentence in annotation.sentences]
    for sentence, node_id in zip(annotation.sentences, sentence_ids, strict=True):
        text = document.text[sentence.start_char : sentence.end_char]
        if not text:
            continue
        yield Node(
            id=node_id,
            labels=("Sentence",),
            properties={
                "name": _shown(text),
                "text": text,
                "index": sentence.index,
                "start_char": sentence.start_char,
                "end_char": sentence.end_char,
            },
        )
        yield join("IN_DOCUMENT", node_id, document.id, {"confidence": 1.0})
    for mention in annotation.mentions:
        for entity in sorted({entity_ids[index] for index in mention.entities if index in entity_ids}):
            yield _mentions(document, sentence_ids[mention.sentence], entity, mention)
    for index, event_mention in enumerate(annotation.events):
        if index in event_ids:
            yield _mentions(document, sentence_ids[event_mention.sentence], event_ids[index], event_mention)


def _shown(text: str) -> str:
    """Return the beginning of a text in one line."""
    line = " ".join(text[: 4 * NAME_LENGTH].split())
    return line if len(line) <= NAME_LENGTH else f"{line[: NAME_LENGTH - 1]}…"


def _bounded(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def _mentions(document: Document, sentence: str, target: str, mention: EntityMention | EventMention) -> Relationship:
    start, end = mention.start_char, mention.end_char
    properties: Properties = {
        "text": document.text[start:end],
        "start_char": start,
        "end_char": end,
        "confidence": float(mention.confidence),
    }
    return join("MENTIONS", sentence, target, properties, str(start), str(end))


def document_claims(
    document: Document, annotation: Annotation, entity_ids: Mapping[int, str], event_ids: Mapping[int, str]
) -> Iterator[Claim]:
    """Yield what a document says of lasting relationships between the entities and events of the graph."""
    for index, entity_id in sorted(entity_ids.items()):
        entity = annotation.entities[index]
        if entity.within is not None and entity_ids.get(entity.within, entity_id) != entity_id:
            yield Claim(type="WITHIN", start=entity_id, end=entity_ids[entity.within])
        for other in entity.affiliations:
            if entity_ids.get(other, entity_id) != entity_id:
                yield Claim(type="AFFILIATED_WITH", start=entity_id, end=entity_ids[other], confidence=0.9)
    yield from _position_claims(document, annotation, entity_ids)
    for index, event_id in sorted(event_ids.items()):
        for link in annotation.events[index].links:
            target = event_ids.get(link.target)
            if link.kind != "SAME" and target is not None and target != event_id:
                yield Claim(
                    type=link.kind,
                    start=event_id,
                    end=target,
                    detail=link.how if link.kind == "PART_OF" else link.gap,
                    confidence=float(annotation.events[index].confidence),
                )


def _position_claims(document: Document, annotation: Annotation, entity_ids: Mapping[int, str]) -> Iterator[Claim]:
    for position in annotation.positions:
        holder = entity_ids.get(position.holder)
        of = entity_ids.get(position.of) if position.of is not None else None
        if holder is None or not holder.startswith("person:"):
            continue
        post = entity_ids.get(position.post) if position.post is not None else None
        to = annotation.entities[position.post].name if position.post is not None and post is not None else None
        node_id = position_id(f"{position.kind} to {post}" if post else position.kind, of)
        yield Claim(
            type="Position",
            start=node_id,
            detail=f"{position.title} to {to}" if to else position.title,
            kind=position.kind,
            of_name=annotation.entities[position.of].name if position.of is not None else None,
        )
        yield Claim(
            type="HOLDS",
            start=holder,
            end=node_id,
            confidence=float(position.confidence),
            since=position.start,
            until=position.end,
            observed=document.published,
            former=position.former,
            acting=position.acting,
        )
        if of is not None:
            yield Claim(type="OF", start=node_id, end=of)
            if of != holder:
                yield Claim(type="AFFILIATED_WITH", start=holder, end=of, confidence=float(position.confidence))


def entity_element(entity: Entity) -> Node:
    """Return the node of an entity."""
    properties = {
        "name": _bounded(entity.name),
        "aliases": entity.aliases,
        "wikidata": entity.wikidata,
        "mention_count": entity.mention_count,
        "kind": entity.kind,
        "latitude": entity.latitude,
        "longitude": entity.longitude,
        "geonames": entity.geonames,
        "coordinate_precision": entity.coordinate_precision,
        "resolution_score": entity.resolution_score,
        "alternatives": tuple(map(_read_aloud, entity.alternatives)),
        "country": entity.country,
        "gender": entity.gender,
        "sector": entity.sector,
    }
    return Node(id=entity.id, labels=labels_of(entity.id), properties=present(properties))


def _read_aloud(place: Namesake) -> str:
    """Return a place that was not taken as a person reads it: "Springfield, Missouri, US (4409896) 0.31"."""
    name = place.name if place.kind == "city" else f"{place.name} ({place.kind})"
    return f"{', '.join(part for part in (name, place.within, place.country) if part)} ({place.geonames}) {place.score:.2f}"


def event_elements(event: Event, ontology: Ontology) -> Iterator[Element]:
    """Yield the node of an event, its participants, places and topics."""
    properties = {
        "name": _bounded(event.name),
        "type": event.type,
        "start": event.start,
        "end": event.end,
        "date_precision": event.date_precision,
        "date_text": event.date_text,
        "date_basis": event.date_basis,
        "status": event.status.value,
        "polarity_cue": event.polarity_cue,
        "plover": event.plover,
        "plover_mode": event.plover_mode,
        "cameo": event.cameo,
        "quad": ontology.quad(event.plover),
        "intensity": ontology.intensity(event.plover, event.plover_mode),
        "confidence": float(event.confidence),
        "mention_count": event.mention_count,
        "source_count": event.source_count,
        "rule": event.rule,
    }
    yield Node(id=event.id, labels=labels_of(event.id), properties=present(properties))
    for participant in event.participants:
        role = participant.role.value
        yield join(
            "PARTICIPATED_IN",
            participant.entity,
            event.id,
            present({"role": role, "as": participant.title, "confidence": float(participant.confidence)}),
            role,
        )
    for place in event.places:
        if place.entity.startswith("place:"):
            yield join(place.relation.value, event.id, place.entity, {"confidence": float(place.confidence)})
    for topic in event.topics:
        yield join("ABOUT", event.id, topic_id(topic), {"confidence": float(event.confidence)})


def duplicate_element(copy_id: str, original_id: str, similarity: float) -> Relationship:
    """Return the relationship that says one document is a near copy of another."""
    return join("DUPLICATE_OF", copy_id, original_id, {"similarity": round(similarity, 4), "confidence": 1.0})
