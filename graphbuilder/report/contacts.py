"""Contacts between countries: who belongs to which, their blocs, and whether contacts stay within a bloc.

People and organisations stand for the countries they belong to. It reads what the analyses read and draws nothing.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from math import log

import msgspec

from graphbuilder.analysis.participations import Part, Participations
from graphbuilder.analysis.selection import Selection, select
from graphbuilder.analysis.view import Options, View
from graphbuilder.records.base import Record

CONTACT_LABELS = ("Meeting", "Negotiation", "Summit", "PhoneCall", "Trip", "Cooperation")
"""Events that show who keeps company with whom. An agreement is none: it ends a quarrel as often as it seals a friendship."""

_FEWEST = 2
"""Countries that make a bloc."""

_ENOUGH = 0.4
"""Share of the contacts a part of the time must hold for its blocs to count: a week of one summit makes none."""


class Window(Record, frozen=True):
    """A part of the time; None is open."""

    since: date | None = None
    until: date | None = None


class Blocs(Record, frozen=True):
    """Countries that keep company, largest bloc first.

    `contacts` are the events of the whole time that join members, each with whether it joins different blocs. `modularity` is
    that of the partition, `window` the part of the time it was found in.
    """

    members: tuple[tuple[str, ...], ...] = ()
    contacts: tuple[tuple[str, bool], ...] = ()
    modularity: float = 0.0
    window: Window = Window()


class Change(Record, frozen=True):
    """A place in a series of yes and no where the share of yes changes most, and the shares before and from it on."""

    place: int
    before: float
    after: float


def as_countries(participations: Participations) -> Participations:
    """Return the same events with countries for participants; who belongs to none is left out."""
    parts = {
        Part(event=part.event, entity=country, role=part.role, confidence=part.confidence)
        for part in participations.parts
        for country in stands_for(participations, part.entity)
    }
    taking_part = {part.entity for part in parts}
    countries = {key: place for key, place in participations.places.items() if key in taking_part}
    return msgspec.structs.replace(participations, entities=countries, parts=tuple(sorted(parts)))


def stands_for(participations: Participations, entity: str) -> tuple[str, ...]:
    """Return the countries an entity acts for.

    Whoever holds an office acts for what it is an office of, and not for an earlier one: "African Union envoy Ana Soto, a
    former finance minister of Chile" does not act for Chile.
    """
    held = {of for office in participations.offices.get(entity, ()) if not office.former for of in office.of}
    if not held:
        return participations.countries_of(entity)
    return tuple(sorted({country for of in held for country in participations.countries_of(of)}))


def find_blocs(participations: Participations, windows: Iterable[Window] = ()) -> Blocs:
    """Return the blocs of countries by their contacts, a contact of many counted as Newman does.

    Blocs form and dissolve: they are sought in the whole time and in each of `windows` that holds enough of the contacts, and
    kept from where the partition is clearest (highest modularity; the earlier asked for of two alike).
    """
    chosen = as_countries(select(participations, Selection(labels=CONTACT_LABELS)))
    cast = {event: countries for event, countries in chosen.cast().items() if len(countries) > 1}
    best, when = View(chosen, Options(weight="newman")).communities, Window()
    for window in windows:
        view = View(chosen, Options(selection=Selection(since=window.since, until=window.until), weight="newman"))
        if sum(event in cast for event in view.selected.events) < _ENOUGH * len(cast):
            continue
        found = view.communities
        if round(found.modularity, 9) > round(best.modularity, 9):
            best, when = found, window
    members = tuple(tuple(sorted(part, key=chosen.name_of)) for part in best.members if len(part) >= _FEWEST)
    bloc = {country: place for place, part in enumerate(members) for country in part}
    contacts = []
    for event, countries in cast.items():
        sides = [bloc[country] for country in countries if country in bloc]
        if len(sides) > 1:
            contacts.append((event, len(set(sides)) > 1))
    return Blocs(members=members, contacts=tuple(contacts), modularity=best.modularity, window=when)


def dyads(participations: Participations) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the events that two countries share, in whatever role, by the pair in order."""
    found: dict[tuple[str, str], set[str]] = {}
    for event, countries in as_countries(participations).cast().items():
        for place, one in enumerate(countries):
            for other in countries[place + 1 :]:
                found.setdefault((one, other), set()).add(event)
    return {pair: tuple(sorted(found[pair])) for pair in sorted(found)}


def find_change(series: Iterable[tuple[int, int]], *, least: int = 3) -> Change | None:
    """Return where a series of (yes, no) changes most: the split that two binomials explain best.

    Both sides need `least` observations; None where there is no such split or it gains nothing.

    References:
        D. V. Hinkley, E. A. Hinkley, "Inference about the change-point in a sequence of binomial variables", Biometrika 57
        (1970), 477-488.
    """
    counts = list(series)
    whole = _likelihood(counts)
    best: tuple[float, int] | None = None
    for place in range(1, len(counts)):
        sides = counts[:place], counts[place:]
        if min(sum(map(sum, side)) for side in sides) < least:
            continue
        gain = _likelihood(sides[0]) + _likelihood(sides[1]) - whole
        if best is None or gain > best[0] + 1e-9:
            best = gain, place
    if best is None or best[0] <= 1e-9:
        return None
    return Change(place=best[1], before=_share(counts[: best[1]]), after=_share(counts[best[1] :]))


def count_by(
    contacts: Iterable[tuple[str, bool]], bucket_of: Mapping[str, str], buckets: Iterable[str]
) -> list[tuple[int, int]]:
    """Return, for each of `buckets` in order, how many contacts go across and how many stay within."""
    counts = {bucket: [0, 0] for bucket in buckets}
    for event, across in contacts:
        if bucket_of.get(event) in counts:
            counts[bucket_of[event]][0 if across else 1] += 1
    return [(across, within) for across, within in counts.values()]


def _share(counts: list[tuple[int, int]]) -> float:
    yes, no = (sum(side) for side in zip(*counts, strict=True))
    return yes / (yes + no) if yes + no else 0.0


def _likelihood(counts: list[tuple[int, int]]) -> float:
    yes, no = (sum(side) for side in zip(*counts, strict=True)) if counts else (0, 0)
    return sum(n * log(n / (yes + no)) for n in (yes, no) if n)
