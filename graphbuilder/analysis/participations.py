"""Who took part in which event: the part of the property graph that every analysis rests on, read once from a stream.

It keeps entities, events and PARTICIPATED_IN, filters them, and computes nothing.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from graphbuilder.errors import SchemaError, SettingsError
from graphbuilder.graph.elements import Element, Node, Properties
from graphbuilder.graph.schema import ENTITY_LABELS
from graphbuilder.ontology import EVENT_LABELS
from graphbuilder.records.annotation import Status
from graphbuilder.records.base import Record

STATUSES = tuple(status.value for status in Status)

KINDS = (*ENTITY_LABELS, "Country")
"""Kinds of entity a selection can ask for; a country is also a place."""


class Participant(Record, frozen=True):
    """An entity. `type` is the narrowest of its labels: a country is a Country, not a Place."""

    id: str
    name: str
    type: str


class Happening(Record, frozen=True):
    """An event as far as the analyses need it; `start` and `end` are its first and last possible day."""

    id: str
    name: str
    label: str
    status: str
    confidence: float
    start: date | None = None
    end: date | None = None


class Part(Record, frozen=True, order=True):
    """One PARTICIPATED_IN: an entity in one role of one event."""

    event: str
    entity: str
    role: str
    confidence: float = 1.0


class Participations(Record, frozen=True):
    """Entities and events by id, in the order of their ids, and the parts that join them, sorted."""

    entities: Mapping[str, Participant]
    events: Mapping[str, Happening]
    parts: tuple[Part, ...]

    def cast(self) -> dict[str, tuple[str, ...]]:
        """Return the ids of each event's participants, each once, sorted; events without one are left out."""
        members: dict[str, set[str]] = {}
        for part in self.parts:
            members.setdefault(part.event, set()).add(part.entity)
        return {event: tuple(sorted(members[event])) for event in sorted(members)}


class Selection(Record, frozen=True):
    """Which events and participants count; None means all.

    `labels` are event labels, `kinds` entity labels. An event lies between `since` and `until` when any of its possible
    days does; one without a date never does. `min_confidence` (0..1) holds for the event and for the participation.
    """

    statuses: tuple[str, ...] | None = ("actual",)
    labels: tuple[str, ...] | None = None
    kinds: tuple[str, ...] | None = None
    since: date | None = None
    until: date | None = None
    min_confidence: float = 0.0


def read_participations(elements: Iterable[Element]) -> Participations:
    """Read a stream of elements, once, and keep who took part in what.

    The order of the stream does not matter. Memory grows with entities, events and participations only.

    Raises:
        SchemaError: A participation names an entity or event that the stream does not hold.
    """
    entities: dict[str, Participant] = {}
    events: dict[str, Happening] = {}
    parts: list[Part] = []
    for element in elements:
        if isinstance(element, Node):
            if "Event" in element.labels:
                events[element.id] = _happening(element)
            elif "Entity" in element.labels:
                entities[element.id] = _participant(element)
        elif element.type == "PARTICIPATED_IN":
            role, confidence = element.properties["role"], element.properties["confidence"]
            part = Part(event=element.end_id, entity=element.start_id, role=str(role), confidence=_number(confidence))
            parts.append(part)
    for part in parts:
        if part.entity not in entities or part.event not in events:
            raise SchemaError(
                f"{part.entity} takes part in {part.event}, but the graph does not hold both: build it again"
            )
    return Participations(
        entities=dict(sorted(entities.items())), events=dict(sorted(events.items())), parts=tuple(sorted(parts))
    )


def select(participations: Participations, selection: Selection) -> Participations:
    """Return what `selection` keeps: its events, the parts in them, and the entities that have such a part.

    Raises:
        SettingsError: The selection names a status, label or kind that does not exist, or an impossible span of days.
    """
    check_selection(selection)
    events = {key: event for key, event in participations.events.items() if _keeps_event(selection, event)}
    parts = tuple(
        part
        for part in participations.parts
        if part.event in events
        and part.confidence >= selection.min_confidence
        and _keeps_kind(selection, participations.entities[part.entity])
    )
    taking_part = {part.entity for part in parts}
    entities = {key: entity for key, entity in participations.entities.items() if key in taking_part}
    return Participations(entities=entities, events=events, parts=parts)


def check_selection(selection: Selection) -> None:
    """Raise SettingsError unless every name in `selection` exists and its span of days is possible."""
    for what, given, known in (
        ("status", selection.statuses, STATUSES),
        ("event label", selection.labels, EVENT_LABELS),
        ("kind of entity", selection.kinds, KINDS),
    ):
        for name in given or ():
            if name not in known:
                raise SettingsError(f"there is no {what} {name!r}; choose from {', '.join(known)}")
    if selection.since and selection.until and selection.since > selection.until:
        raise SettingsError(f"no day lies between {selection.since} and {selection.until}: swap the two dates")
    if not 0 <= selection.min_confidence <= 1:
        raise SettingsError(f"a confidence lies between 0 and 1, not at {selection.min_confidence}")


def _keeps_event(selection: Selection, event: Happening) -> bool:
    if selection.statuses is not None and event.status not in selection.statuses:
        return False
    if selection.labels is not None and event.label not in selection.labels:
        return False
    if event.confidence < selection.min_confidence:
        return False
    first, last = event.start or event.end, event.end or event.start
    if selection.since and (last is None or last < selection.since):
        return False
    return not (selection.until and (first is None or first > selection.until))


def _keeps_kind(selection: Selection, entity: Participant) -> bool:
    if selection.kinds is None or entity.type in selection.kinds:
        return True
    return entity.type == "Country" and "Place" in selection.kinds


def _participant(node: Node) -> Participant:
    kind = "Country" if "Country" in node.labels else next(label for label in ENTITY_LABELS if label in node.labels)
    return Participant(id=node.id, name=str(node.properties["name"]), type=kind)


def _happening(node: Node) -> Happening:
    values = node.properties
    return Happening(
        id=node.id,
        name=str(values["name"]),
        label=str(values["type"]),
        status=str(values["status"]),
        confidence=_number(values["confidence"]),
        start=_day(values, "start"),
        end=_day(values, "end"),
    )


def _day(values: Properties, name: str) -> date | None:
    value = values.get(name)
    return value if isinstance(value, date) else None


def _number(value: object) -> float:
    return value if isinstance(value, float) else float(str(value))
