"""Itineraries: who travelled where and when, whom they saw there, and whether it came about."""

from datetime import date

from graphbuilder.analysis.naming import is_named
from graphbuilder.analysis.participations import Happening, Participations
from graphbuilder.analysis.projections.travel import TRAVELLING_ROLES, destinations_of
from graphbuilder.records.base import Record

DIPLOMATIC_LABELS = ("Meeting", "PhoneCall", "Negotiation", "Summit", "Trip", "Agreement")
"""Events of a diplomatic calendar."""


class Journey(Record, frozen=True):
    """One trip of one traveller.

    `title` is the title used, or the office held then, or what somebody without a name is called by. `cities` and `countries`
    are ids of places, `origins` where it began, `hosts` and `companions` ids of entities, `met` those met in events that are
    part of it or that took place there on its days. `events` are the trip and those events. `multilateral` is whether people
    of more than two countries take part,
    None where the countries of fewer than two are known.
    """

    traveller: str
    trip: str
    status: str
    title: str = ""
    start: date | None = None
    end: date | None = None
    cities: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    met: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    multilateral: bool | None = None


def journeys(participations: Participations) -> tuple[Journey, ...]:
    """Return every trip of every traveller, by traveller and day; undated ones come last.

    References:
        M. Malis, A. Smith, "State visits and leader survival", American Journal of Political Science 65 (2021), 241-256, and
        the Country and Organizational Leader Travel data (COLT, Pardee Center, University of Denver), for what a record of a
        visit holds.
    """
    known = _known(participations)
    found = [
        _journey(known, participations.events[key], who)
        for key, roles in known.by_role.items()
        for who in roles.get("traveller", ())
    ]
    return tuple(sorted(found, key=lambda one: (one.traveller, one.start or one.end or date.max, one.trip)))


class _Known(Record, frozen=True):
    """Participations by event, by entity and by the event they are part of, and the titles used."""

    participations: Participations
    by_role: dict[str, dict[str, tuple[str, ...]]]
    attended: dict[str, list[str]]
    inside: dict[str, list[str]]
    titles: dict[tuple[str, str], str]


def _known(participations: Participations) -> _Known:
    attended: dict[str, list[str]] = {}
    inside: dict[str, list[str]] = {}
    for part in participations.parts:
        attended.setdefault(part.entity, []).append(part.event)
    for key, event in participations.events.items():
        for whole in event.part_of:
            inside.setdefault(whole, []).append(key)
    titles = {(part.event, part.entity): part.title for part in participations.parts if part.title}
    by_role = participations.by_role()
    return _Known(participations=participations, by_role=by_role, attended=attended, inside=inside, titles=titles)


def _journey(known: _Known, trip: Happening, who: str) -> Journey:
    participations, roles = known.participations, known.by_role[trip.id]
    places = destinations_of(trip)
    countries = tuple(sorted({country for place in places for country in participations.countries_of(place)}))
    there = {key for key in known.attended[who] if key != trip.id and _on_the_way(participations, trip, key, countries)}
    events = sorted({*known.inside.get(trip.id, ()), *there})
    travelling = {other for role in TRAVELLING_ROLES for other in roles.get(role, ())} - {who}
    hosts = roles.get("host", ())
    met = {other for key in events for others in known.by_role.get(key, {}).values() for other in others}
    sides = {country for other in {who, *hosts, *met} for country in participations.countries_of(other)[:1]}.union(
        countries
    )
    concerned = [trip, *(participations.events[key] for key in events)]
    return Journey(
        traveller=who,
        trip=trip.id,
        status=trip.status,
        title=known.titles.get((trip.id, who)) or _office(participations, who, trip.first),
        start=trip.start,
        end=trip.end,
        cities=tuple(place for place in places if participations.places[place].type != "Country"),
        countries=countries,
        origins=trip.origins,
        hosts=hosts,
        companions=tuple(sorted(travelling)),
        met=tuple(sorted(met - {who} - travelling)),
        events=(trip.id, *events),
        topics=tuple(sorted({topic for event in concerned for topic in event.topics})),
        sources=tuple(sorted({source for event in concerned for source in event.sources})),
        multilateral=len(sides) > 2 if len(sides) > 1 else None,
    )


def _on_the_way(participations: Participations, trip: Happening, key: str, countries: tuple[str, ...]) -> bool:
    """Whether an event took place in the trip's countries on its days, and came about no less than it."""
    event = participations.events[key]
    if not (event.first and event.last and trip.first and trip.last) or event.status != trip.status:
        return False
    if event.last < trip.first or event.first > trip.last or (event.last - event.first).days > 7:
        return False
    return any(country in countries for place in event.places for country in participations.countries_of(place))


def _office(participations: Participations, who: str, day: date | None) -> str:
    held = [
        office
        for office in participations.offices.get(who, ())
        if not (day and office.former and office.until and office.until < day)
    ]
    current = [office for office in held if not office.former] or held
    if current:
        return current[-1].title
    name = participations.name_of(who)
    return "" if is_named(name) else name
