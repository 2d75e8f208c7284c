"""Who took part in which event: the part of the property graph that every analysis rests on, as frozen records.

It keeps entities, events, who took part, and what places events in time, space and politics. It reads, filters and computes
nothing: see `reading` and `selection`.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date

from graphbuilder.graph.schema import ENTITY_LABELS
from graphbuilder.records.annotation import Status
from graphbuilder.records.base import Record

STATUSES = tuple(status.value for status in Status)

KINDS = (*ENTITY_LABELS, "Country")
"""Kinds of entity a selection can ask for; a country is also a place."""


class Participant(Record, frozen=True):
    """An entity. `type` is the narrowest of its labels: a country is a Country, not a Place.

    Of a place, `country` is the ISO 3166 code and `latitude` and `longitude` are degrees (WGS 84), where known.
    """

    id: str
    name: str
    type: str
    country: str | None = None
    kind: str | None = None
    latitude: float | None = None
    longitude: float | None = None


class Office(Record, frozen=True):
    """A position a person holds or held: its title, the ids of what it belongs to, and when it was seen held.

    `begun` says that a text told the first day, `ended` that one told the last; otherwise they are days of reports.
    """

    title: str
    kind: str
    of: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    former: bool = False
    begun: bool = False
    ended: bool = False


class Happening(Record, frozen=True):
    """An event as far as the analyses need it; `start` and `end` are its first and last possible day.

    `located`, `destinations` and `origins` are ids of places, `topics` the keys of topics ("diplomatic"), `about` the ids of
    the events that are its content, `spoken_of` those who take part in them, `part_of` the ids of events it belongs to,
    `sources` the sources of the documents that tell of it, `rule` the pattern that found it.
    """

    id: str
    name: str
    label: str
    status: str
    confidence: float
    start: date | None = None
    end: date | None = None
    precision: str = "unknown"
    plover: str | None = None
    plover_mode: str | None = None
    cameo: str | None = None
    rule: str = ""
    quad: str | None = None
    intensity: float | None = None
    mention_count: int = 1
    source_count: int = 1
    located: tuple[str, ...] = ()
    destinations: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    spoken_of: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def first(self) -> date | None:
        """The first possible day, or the only known one."""
        return self.start or self.end

    @property
    def last(self) -> date | None:
        """The last possible day, or the only known one."""
        return self.end or self.start

    @property
    def places(self) -> tuple[str, ...]:
        """Ids of every place it has to do with."""
        return (*self.located, *self.destinations, *self.origins)


class Part(Record, frozen=True, order=True):
    """One PARTICIPATED_IN: an entity in one role of one event, under the title (`as`) used there."""

    event: str
    entity: str
    role: str
    confidence: float = 1.0
    title: str = ""


class Participations(Record, frozen=True):
    """Entities and events by id, in the order of their ids, and the parts that join them, sorted.

    `entities` are those that take part. `everyone` are all entities by id and `places` the places among them, whether they act
    or not; `within` leads from a place to what it lies in, `affiliations`
    from an entity to countries and organisations it belongs to, `offices` from a person to positions.
    """

    entities: Mapping[str, Participant]
    events: Mapping[str, Happening]
    parts: tuple[Part, ...]
    places: Mapping[str, Participant] = {}
    everyone: Mapping[str, Participant] = {}
    within: Mapping[str, tuple[str, ...]] = {}
    affiliations: Mapping[str, tuple[str, ...]] = {}
    offices: Mapping[str, tuple[Office, ...]] = {}

    def cast(self) -> dict[str, tuple[str, ...]]:
        """Return the ids of each event's participants, each once, sorted; events without one are left out."""
        members: dict[str, set[str]] = {}
        for part in self.parts:
            members.setdefault(part.event, set()).add(part.entity)
        return {event: tuple(sorted(members[event])) for event in sorted(members)}

    def by_role(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """Return the ids of each event's participants by role, sorted; events without one are left out."""
        members: dict[str, dict[str, set[str]]] = {}
        for part in self.parts:
            members.setdefault(part.event, {}).setdefault(part.role, set()).add(part.entity)
        return {
            event: {role: tuple(sorted(members[event][role])) for role in sorted(members[event])}
            for event in sorted(members)
        }

    def around(self, place: str) -> frozenset[str]:
        """Return a place's id and those of everything it lies in."""
        found: set[str] = set()
        waiting = [place]
        while waiting:
            here = waiting.pop()
            if here not in found:
                found.add(here)
                waiting.extend(self.within.get(here, ()))
        return frozenset(found)

    def countries_of(self, entity: str) -> tuple[str, ...]:
        """Return the ids of the countries an entity is or acts for, sorted.

        A country is itself, a place lies in it, anyone else is affiliated with it, directly or through an organisation that is.
        Whoever holds an office acts for what it is an office of, and not for an earlier one: "African Union envoy Ana Soto, a
        former finance minister of Chile" does not act for Chile.
        """
        offices = self.offices.get(entity, ())
        held = {of for office in offices if not office.former for of in office.of}
        found = {country for of in held for country in self._homes(of)}
        if found:
            return tuple(sorted(found))
        left = {of for office in offices if office.former for of in office.of} - held if held else set()
        return tuple(sorted(self._homes(entity, left)))

    def _homes(self, entity: str, left: AbstractSet[str] = frozenset()) -> set[str]:
        """Return the countries an entity is, lies in or is affiliated with, unless through one it has `left`."""
        if self._is_country(entity):
            return {entity}
        found = {place for place in self.around(entity) if self._is_country(place)}
        direct = [other for other in self.affiliations.get(entity, ()) if other not in left]
        found |= {place for other in direct for place in self.around(other) if self._is_country(place)}
        if not found:
            found = {far for other in direct for far in self.affiliations.get(other, ()) if self._is_country(far)}
        return found

    def name_of(self, key: str) -> str:
        """Return the name of an entity or a place, or its id where it is not held."""
        found = self.everyone.get(key) or self.entities.get(key)
        return found.name if found else key

    def _is_country(self, key: str) -> bool:
        found = self.places.get(key) or self.entities.get(key)
        return found is not None and found.type == "Country"
