"""Adapters for event mentions: event_coding, plover_relations, wikievents."""

from collections.abc import Iterable, Iterator
from typing import Final

from benchmarks.quality.parses import parser
from benchmarks.quality.sources import Prediction, Task, annotated, country_of, day, document
from graphbuilder.nlp.what.given import GivenSpan
from graphbuilder.nlp.what.plover import Convention
from graphbuilder.nlp.what.relation import relation_between
from graphbuilder.nlp.who.layer import find_entities
from graphbuilder.records.annotation import Annotation, Argument, EventMention, PlaceRelation, Role
from graphbuilder.records.document import Document

_TARGET_ROLES: Final = frozenset((Role.RECIPIENT, Role.ADDRESSEE, Role.HOST, Role.COMPANION))
_WIKIEVENTS_TYPES: Final = {
    "Meeting": "Contact.Contact", "PhoneCall": "Contact.Contact", "Negotiation": "Contact.Contact",
    "Summit": "Contact.Contact", "Request": "Contact.RequestCommand",
    "Threat": "Contact.ThreatenCoerce", "Trip": "Movement.Transportation", "Deportation": "Movement.Transportation",
    "Assault": "Conflict.Attack", "Protest": "Conflict.Demonstrate", "Arrest": "Justice.ArrestJailDetain",
    "Appointment": "Personnel.StartPosition", "Resignation": "Personnel.EndPosition", "Aid": "Transaction.ExchangeBuySell",
}  # fmt: skip
"""Our label to the WikiEvents type it mostly is; other labels have no single type there."""
_ROLES: Final[dict[str, dict[Role, str]]] = {
    "Contact.Contact": {Role.SPEAKER: "Communicator"},
    "Contact.RequestCommand": {Role.ACTOR: "Communicator", Role.RECIPIENT: "Recipient"},
    "Contact.ThreatenCoerce": {Role.ACTOR: "Communicator", Role.RECIPIENT: "Recipient"},
    "Movement.Transportation": {Role.ACTOR: "Transporter"},
    "Conflict.Attack": {Role.ACTOR: "Attacker", Role.RECIPIENT: "Target"},
    "Conflict.Demonstrate": {Role.RECIPIENT: "Target"},
    "Justice.ArrestJailDetain": {Role.ACTOR: "Jailer", Role.RECIPIENT: "Detainee"},
    "Personnel.StartPosition": {Role.ACTOR: "PlaceOfEmployment", Role.RECIPIENT: "Employee"},
    "Personnel.EndPosition": {Role.ACTOR: "Employee", Role.RECIPIENT: "Employee"},
    "Transaction.ExchangeBuySell": {Role.ACTOR: "Giver", Role.RECIPIENT: "Recipient"},
}
"""WikiEvents type to our roles as it calls them, where it does not call them as `_COMMON_ROLES` does."""
_COMMON_ROLES: Final = {
    Role.ACTOR: "Participant", Role.RECIPIENT: "Participant", Role.PARTICIPANT: "Participant", Role.SPEAKER: "Participant",
    Role.ADDRESSEE: "Participant", Role.TRAVELLER: "PassengerArtifact", Role.HOST: "Participant",
    Role.COMPANION: "PassengerArtifact",
}  # fmt: skip
_PLACE_ROLES: Final = {
    PlaceRelation.LOCATED_IN: "Place", PlaceRelation.DESTINATION: "Destination", PlaceRelation.ORIGIN: "Origin",
}  # fmt: skip


def _span_text(item: Document, annotation: Annotation, argument: Argument) -> str:
    if argument.mention is None:
        return annotation.entities[argument.entity].name
    mention = annotation.mentions[argument.mention]
    return item.text[mention.start_char : mention.end_char]


def _sides(event: EventMention) -> tuple[list[Argument], list[Argument]]:
    """Return source and target arguments; of equal participants the first is the source."""
    source = [argument for argument in event.arguments if argument.role not in _TARGET_ROLES]
    target = [argument for argument in event.arguments if argument.role in _TARGET_ROLES]
    if not target and len(source) > 1:
        source, target = source[:1], source[1:]
    return source, target


def _actors(item: Document, annotation: Annotation, arguments: Iterable[Argument]) -> list[Prediction]:
    return [
        {"text": _span_text(item, annotation, argument), "code": country_of(annotation, argument.entity)}
        for argument in arguments
    ]


def event_coding(task: Task) -> Iterator[Prediction]:
    """Every event mention that has a PLOVER type, with its source and target."""
    for row, item, annotation in annotated(
        task.rows, lambda row: document(row["id"], row["text"], published=day(row["date"]))
    ):
        events = []
        for event in annotation.events:
            if event.plover is None:
                continue
            source, target = _sides(event)
            events.append({
                "plover": event.plover, "cameo": event.cameo, "source": _actors(item, annotation, source),
                "target": _actors(item, annotation, target),
            })  # fmt: skip
        yield {"id": row["id"], "events": events}


def plover_relations(task: Task) -> Iterator[Prediction]:
    """The PLOVER type of what joins the given source and target, as the data were coded; none where nothing was found."""
    nlp = parser()
    for row, doc in zip(task.rows, nlp.pipe(row["text"] for row in task.rows), strict=True):
        source, target = ([GivenSpan(span["start"], span["end"]) for span in row[side]] for side in ("source", "target"))
        found = relation_between(doc, find_entities(doc), source, target, convention=Convention.DATA)
        yield {"id": row["id"], "root": found.code.plover if found else None, "rule": found.rule if found else None}


def wikievents(task: Task) -> Iterator[Prediction]:
    """Every event mention with its trigger, PLOVER type, arguments and places; plain statements are no events of this set."""
    for row, item, annotation in annotated(task.rows, lambda row: document(row["doc_id"], row["text"])):
        events = [_wikievent(event, item, annotation) for event in annotation.events if event.type != "Statement"]
        yield {"doc_id": row["doc_id"], "events": events}


def _wikievent(event: EventMention, item: Document, annotation: Annotation) -> Prediction:
    label = _WIKIEVENTS_TYPES.get(event.type)
    roles = _COMMON_ROLES | _ROLES.get(label or "", {})
    arguments = [
        {
            "text": _span_text(item, annotation, argument),
            "name": annotation.entities[argument.entity].name,
            "role": roles[argument.role],
        }
        for argument in event.arguments
    ]
    for place in event.places:
        name = annotation.entities[place.entity].name
        arguments.append({"text": name, "name": name, "role": _PLACE_ROLES[place.relation]})
    found: Prediction = {
        "trigger": {
            "start": event.start_char,
            "end": event.end_char,
            "text": item.text[event.start_char : event.end_char],
        },
        "args": arguments,
    }
    found |= {"type": label} if label else {}
    return found | ({"plover": event.plover} if event.plover else {})
