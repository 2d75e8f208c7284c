"""Blocs of countries by their contacts, and how many contacts stay within one. It draws nothing and lays out no table."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from graphbuilder.analysis.measures.communities import find_communities
from graphbuilder.analysis.participations import Participations
from graphbuilder.analysis.projections.company import project_coparticipation
from graphbuilder.analysis.projections.countries import as_countries
from graphbuilder.analysis.selection import Selection, select
from graphbuilder.records.base import Record

CONTACT_LABELS = ("Meeting", "Negotiation", "Summit", "PhoneCall", "Trip", "Cooperation")
"""Events that show who keeps company with whom. An agreement is none: it ends a quarrel as often as it seals a friendship."""

_FEWEST = 2
"""Countries that make a bloc."""

_ENOUGH = 0.4
"""Share of the contacts a part of the time must hold for its blocs to count: a week of one summit makes none."""


class Stretch(Record, frozen=True):
    """A part of the time; None is open."""

    since: date | None = None
    until: date | None = None


class Blocs(Record, frozen=True):
    """Countries that keep company, largest bloc first.

    `contacts` are the events of the whole time that join members, each with whether it joins different blocs. `modularity` is
    that of the partition, `stretch` the part of the time it was found in.
    """

    members: tuple[tuple[str, ...], ...] = ()
    contacts: tuple[tuple[str, bool], ...] = ()
    modularity: float = 0.0
    stretch: Stretch = Stretch()


def find_blocs(participations: Participations, stretches: Iterable[Stretch] = (), *, seed: int = 0) -> Blocs:
    """Return the blocs of countries by their contacts, a contact of many counted as Newman does.

    Blocs form and dissolve: they are sought in the whole time and in each of `stretches` that holds enough of the contacts, and
    kept from where the partition is clearest (highest modularity; the earlier asked for of two alike).

    Args:
        participations: What counts, already selected; of its events, those in CONTACT_LABELS.
        stretches: Parts of the time to look at besides the whole.
        seed: Chooses the order in which Louvain's method visits countries.

    References:
        V. D. Blondel and others, Journal of Statistical Mechanics (2008), P10008, for the method. M. E. J. Newman, Physical
        Review E 64, 016132 (2001), for the weights.
    """
    chosen = as_countries(select(participations, Selection(statuses=None, labels=CONTACT_LABELS)))
    cast = {event: countries for event, countries in chosen.cast().items() if len(countries) > 1}
    best, when = find_communities(project_coparticipation(chosen, weight="newman"), seed=seed), Stretch()
    for stretch in stretches:
        part = select(chosen, Selection(statuses=None, since=stretch.since, until=stretch.until))
        if sum(event in cast for event in part.events) < _ENOUGH * len(cast):
            continue
        found = find_communities(project_coparticipation(part, weight="newman"), seed=seed)
        if round(found.modularity, 9) > round(best.modularity, 9):
            best, when = found, stretch
    members = tuple(tuple(sorted(part, key=chosen.name_of)) for part in best.members if len(part) >= _FEWEST)
    bloc = {country: place for place, part in enumerate(members) for country in part}
    contacts = []
    for event, countries in cast.items():
        sides = [bloc[country] for country in countries if country in bloc]
        if len(sides) > 1:
            contacts.append((event, len(set(sides)) > 1))
    return Blocs(members=members, contacts=tuple(contacts), modularity=best.modularity, stretch=when)


def halves(starts: Sequence[date]) -> tuple[Stretch, ...]:
    """Return, for each day on which a new part of the time begins, the time up to it and the time from it on."""
    return tuple(stretch for day in starts for stretch in (Stretch(until=day - timedelta(days=1)), Stretch(since=day)))


def count_by(
    contacts: Iterable[tuple[str, bool]], bucket_of: Mapping[str, str], buckets: Iterable[str]
) -> list[tuple[int, int]]:
    """Return, for each of `buckets` in order, how many contacts go across and how many stay within."""
    counts = {bucket: [0, 0] for bucket in buckets}
    for event, across in contacts:
        if bucket_of.get(event) in counts:
            counts[bucket_of[event]][0 if across else 1] += 1
    return [(across, within) for across, within in counts.values()]
