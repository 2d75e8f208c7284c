"""Which events and participants count: the one filter that every analysis, projection and export takes.

It knows no measure and changes nothing: what it keeps is a smaller `Participations`.
"""

from datetime import date

import msgspec

from graphbuilder.analysis.participations import KINDS, STATUSES, Happening, Participant, Participations
from graphbuilder.errors import SettingsError, did_you_mean
from graphbuilder.ontology import EVENT_LABELS, load_ontology
from graphbuilder.records.base import Record

USUAL = ("actual",)
"""The statuses that count where none is named."""


class Selection(Record, frozen=True):
    """Which events and participants count; None means all.

    `statuses` empty means those that an analysis counts by its nature: actual ones, and for the calendar what was planned or
    called off too. Statuses that are named are taken at their word by every analysis.

    `labels` are event labels, `kinds` entity labels. An event lies between `since` and `until` when any of its possible
    days does; one without a date never does. `topics` are keys of topics ("diplomatic"), one of which it is about. `places`
    are names, ISO codes or ids, compared without case: it is located in, leads to or from one of them or what lies in it.
    `sources` are names, compared without case, of which one at least tells of it. `min_confidence` (0..1) holds for the event
    and for the participation.
    """

    statuses: tuple[str, ...] | None = ()
    labels: tuple[str, ...] | None = None
    kinds: tuple[str, ...] | None = None
    since: date | None = None
    until: date | None = None
    topics: tuple[str, ...] | None = None
    places: tuple[str, ...] | None = None
    sources: tuple[str, ...] | None = None
    min_confidence: float = 0.0


def select(participations: Participations, selection: Selection) -> Participations:
    """Return what `selection` keeps: its events, the parts in them, and the entities that have such a part.

    Raises:
        SettingsError: The selection names a status, label, kind, topic or place that does not exist, or an impossible span
            of days.
    """
    check_selection(selection)
    places = None if selection.places is None else _named_places(participations, selection.places)
    sources = None if selection.sources is None else frozenset(name.casefold() for name in selection.sources)
    around: dict[str, bool] = {}
    events: dict[str, Happening] = {}
    for key, event in participations.events.items():
        if not _keeps_event(selection, event):
            continue
        if sources is not None and not any(name.casefold() in sources for name in event.sources):
            continue
        if places is not None:
            for place in event.places:
                if place not in around:
                    around[place] = bool(participations.around(place) & places)
            if not any(around[place] for place in event.places):
                continue
        events[key] = event
    return keep_events(participations, events, selection)


def keep_events(
    participations: Participations, events: dict[str, Happening], selection: Selection | None = None
) -> Participations:
    """Return the same participations with these events only, and of the parts those that `selection` keeps."""
    chosen = selection or Selection()
    parts = tuple(
        part
        for part in participations.parts
        if part.event in events
        and part.confidence >= chosen.min_confidence
        and _keeps_kind(chosen, participations.entities[part.entity])
    )
    taking_part = {part.entity for part in parts}
    return Participations(
        entities={key: entity for key, entity in participations.entities.items() if key in taking_part},
        events=events if chosen.kinds is None else _of_kinds(participations, events, chosen),
        parts=parts,
        places=participations.places,
        everyone=participations.everyone,
        within=participations.within,
        affiliations=participations.affiliations,
        offices=participations.offices,
    )


def check_selection(selection: Selection) -> None:
    """Raise SettingsError unless every name in `selection` exists and its span of days is possible."""
    for what, given, known in (
        ("status", selection.statuses, STATUSES),
        ("event label", selection.labels, EVENT_LABELS),
        ("kind of entity", selection.kinds, KINDS),
        ("topic", selection.topics, tuple(load_ontology().topics)),
    ):
        for name in given or ():
            if name not in known:
                raise SettingsError(
                    f"there is no {what} {name!r};{did_you_mean(name, known)} choose from {', '.join(known)}"
                )
    if selection.since and selection.until and selection.since > selection.until:
        raise SettingsError(f"no day lies between {selection.since} and {selection.until}: swap the two dates")
    if not 0 <= selection.min_confidence <= 1:
        raise SettingsError(f"a confidence lies between 0 and 1, not at {selection.min_confidence}")


def _named_places(participations: Participations, names: tuple[str, ...]) -> frozenset[str]:
    found: set[str] = set()
    for name in names:
        wanted = name.casefold()
        places = {
            key
            for key, place in participations.places.items()
            if wanted in {key.casefold(), place.name.casefold()}
            or (place.type == "Country" and place.country is not None and wanted == place.country.casefold())
        }
        if not places:
            raise SettingsError(
                f"the graph holds no place called {name!r}; give its name as the graph spells it, or its id"
            )
        found |= places
    return frozenset(found)


def _keeps_event(selection: Selection, event: Happening) -> bool:
    if selection.statuses is not None and event.status not in (selection.statuses or USUAL):
        return False
    if selection.labels is not None and event.label not in selection.labels:
        return False
    if event.confidence < selection.min_confidence:
        return False
    if selection.topics is not None and not set(selection.topics).intersection(event.topics):
        return False
    first, last = event.first, event.last
    if selection.since and (last is None or last < selection.since):
        return False
    return not (selection.until and (first is None or first > selection.until))


def _of_kinds(
    participations: Participations, events: dict[str, Happening], selection: Selection
) -> dict[str, Happening]:
    """Return events that speak only of entities of the kinds selected."""
    return {
        key: msgspec.structs.replace(
            event,
            spoken_of=tuple(who for who in event.spoken_of if _keeps_kind(selection, participations.everyone[who])),
        )
        for key, event in events.items()
    }


def _keeps_kind(selection: Selection, entity: Participant) -> bool:
    if selection.kinds is None or entity.type in selection.kinds:
        return True
    return entity.type == "Country" and "Place" in selection.kinds
