"""A stream of elements -> Participations, in one pass. It filters and computes nothing.

Memory grows with entities, events, participations and the number of sentences, not with their text.
"""

from collections.abc import Iterable
from datetime import date

import msgspec

from graphbuilder.analysis.participations import Happening, Office, Part, Participant, Participations
from graphbuilder.errors import SchemaError
from graphbuilder.graph.elements import Element, Node, Properties, PropertyValue, Relationship
from graphbuilder.graph.schema import ENTITY_LABELS

_OF_EVENT = {
    "LOCATED_IN": "located", "DESTINATION": "destinations", "ORIGIN": "origins", "CONTENT": "about", "PART_OF": "part_of",
}  # fmt: skip
"""Relationships that start at an event, and the field of Happening that keeps their ends."""

_Pairs = list[tuple[str, str]]


class _Reader:
    """What was seen so far; the stream may come in any order, so nothing is joined before its end."""

    def __init__(self) -> None:
        self.entities: dict[str, Participant] = {}
        self.events: dict[str, Happening] = {}
        self.positions: dict[str, tuple[str, str]] = {}
        self.sources: dict[str, str] = {}
        self.parts: list[Part] = []
        self.of_event: dict[str, _Pairs] = {kind: [] for kind in (*_OF_EVENT, "ABOUT")}
        self.pairs: dict[str, _Pairs] = {kind: [] for kind in ("WITHIN", "AFFILIATED_WITH", "OF")}
        self.holds: list[tuple[str, str, Properties]] = []
        self.in_document: dict[str, str] = {}
        self.told: _Pairs = []

    def node(self, node: Node) -> None:
        values = node.properties
        if "Event" in node.labels:
            self.events[node.id] = _happening(node)
        elif "Entity" in node.labels:
            self.entities[node.id] = _participant(node)
        elif "Position" in node.labels:
            self.positions[node.id] = (str(values["title"]), str(values["kind"]))
        elif "Document" in node.labels:
            self.sources[node.id] = str(values.get("source") or values["name"])

    def relationship(self, found: Relationship) -> None:
        start, end, kind = found.start_id, found.end_id, found.type
        if kind == "PARTICIPATED_IN":
            values = found.properties
            self.parts.append(
                Part(
                    event=end,
                    entity=start,
                    role=str(values["role"]),
                    confidence=_number(values["confidence"]),
                    title=str(values.get("as", "")),
                )
            )
        elif kind in self.of_event:
            self.of_event[kind].append((start, end))
        elif kind in self.pairs:
            self.pairs[kind].append((start, end))
        elif kind == "HOLDS":
            self.holds.append((start, end, found.properties))
        elif kind == "IN_DOCUMENT":
            self.in_document[start] = end
        elif kind == "MENTIONS" and "Event" in found.end_labels:
            self.told.append((start, end))

    def finish(self) -> Participations:
        for part in self.parts:
            if part.entity not in self.entities or part.event not in self.events:
                raise SchemaError(
                    f"{part.entity} takes part in {part.event}, but the graph does not hold both: build it again"
                )
        return Participations(
            entities=dict(sorted(self.entities.items())),
            events={key: self.events[key] for key in sorted(self._dress_events())},
            parts=tuple(sorted(self.parts)),
            places={
                key: entity for key, entity in sorted(self.entities.items()) if entity.type in {"Place", "Country"}
            },
            everyone=dict(sorted(self.entities.items())),
            within=_grouped(self.pairs["WITHIN"]),
            affiliations=_grouped(self.pairs["AFFILIATED_WITH"]),
            offices=self._offices(),
        )

    def _dress_events(self) -> Iterable[str]:
        told = _grouped(
            (event, self.sources[document])
            for sentence, event in self.told
            if (document := self.in_document.get(sentence)) in self.sources
        )
        about = _grouped((event, topic.removeprefix("topic:")) for event, topic in self.of_event["ABOUT"])
        ends = {field: _grouped(self.of_event[kind]) for kind, field in _OF_EVENT.items()}
        taking_part: dict[str, set[str]] = {}
        inner = {event for _, event in self.of_event["CONTENT"]}
        for part in self.parts:
            if part.event in inner:
                taking_part.setdefault(part.event, set()).add(part.entity)
        for key, event in self.events.items():
            known = {field: found[key] for field, found in ends.items() if key in found}
            spoken_of = {who for content in known.get("about", ()) for who in taking_part.get(content, ())}
            self.events[key] = msgspec.structs.replace(
                event,
                topics=about.get(key, ()),
                sources=told.get(key, ()),
                spoken_of=tuple(sorted(spoken_of)),
                **known,
            )
        return self.events

    def _offices(self) -> dict[str, tuple[Office, ...]]:
        belongs = _grouped(self.pairs["OF"])
        offices: dict[str, list[Office]] = {}
        for who, position, values in self.holds:
            title, kind = self.positions.get(position, (position, ""))
            offices.setdefault(who, []).append(
                Office(
                    title=title,
                    kind=kind,
                    of=belongs.get(position, ()),
                    since=_day(values, "start") or _day(values, "observed_first"),
                    until=_day(values, "end") or _day(values, "observed_last"),
                    former=bool(values.get("former", False)),
                    begun="start" in values,
                    ended="end" in values,
                )
            )
        return {
            who: tuple(sorted(offices[who], key=lambda office: (str(office.since), office.title, office.of)))
            for who in sorted(offices)
        }


def read_participations(elements: Iterable[Element]) -> Participations:
    """Read a stream of elements, once, and keep who took part in what, where, when and told by whom.

    The order of the stream does not matter.

    Raises:
        SchemaError: A participation names an entity or event that the stream does not hold.
    """
    reader = _Reader()
    for element in elements:
        if isinstance(element, Node):
            reader.node(element)
        else:
            reader.relationship(element)
    return reader.finish()


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, set[str]] = {}
    for start, end in pairs:
        groups.setdefault(start, set()).add(end)
    return {start: tuple(sorted(groups[start])) for start in sorted(groups)}


def _participant(node: Node) -> Participant:
    kind = "Country" if "Country" in node.labels else next(label for label in ENTITY_LABELS if label in node.labels)
    values = node.properties
    return Participant(
        id=node.id,
        name=str(values["name"]),
        type=kind,
        country=_text(values.get("country")),
        kind=_text(values.get("kind")),
        latitude=_known_number(values.get("latitude")),
        longitude=_known_number(values.get("longitude")),
    )


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
        precision=str(values["date_precision"]),
        plover=_text(values.get("plover")),
        plover_mode=_text(values.get("plover_mode")),
        cameo=_text(values.get("cameo")),
        rule=_text(values.get("rule")) or "",
        quad=_text(values.get("quad")),
        intensity=_known_number(values.get("intensity")),
        mention_count=int(_number(values["mention_count"])),
        source_count=int(_number(values["source_count"])),
    )


def _day(values: Properties, name: str) -> date | None:
    value = values.get(name)
    return value if isinstance(value, date) else None


def _text(value: PropertyValue | None) -> str | None:
    return None if value is None else str(value)


def _known_number(value: PropertyValue | None) -> float | None:
    return None if value is None else _number(value)


def _number(value: object) -> float:
    return value if isinstance(value, float) else float(str(value))
