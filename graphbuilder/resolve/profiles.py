"""Profiles: what the mentions taken for one person tell together. Holds and adds; judges nothing."""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date

from graphbuilder.records.annotation import Generation
from graphbuilder.records.resolution import EntityCandidate, PositionFact
from graphbuilder.resolve.careers import careers_of

OFTEN = 0.25
"""A walk of life told in so many of the reports of the commonest one is one of a person's; fewer are a misreading."""

_SETS = (
    "positions", "company", "genders", "countries", "topics", "acts", "known", "homes", "named", "deeds", "seen", "sources",
    "documents", "generations",
)  # fmt: skip


@dataclass(slots=True)
class Profile:
    """What is known of the mentions taken for one person so far; sets only grow.

    `named` are the countries that some report names itself, `towns` those by which others tell of one. Of an office whose country
    was but guessed, `positions` does not say of what. `lives` counts reports by walk of life.
    """

    tokens: tuple[str, ...]
    positions: set[PositionFact] = field(default_factory=set)
    company: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)
    acts: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)
    homes: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    towns: dict[str, set[str]] = field(default_factory=dict)
    deeds: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    generations: set[Generation] = field(default_factory=set)
    deals: bool = False
    lives: Counter[str] = field(default_factory=Counter)
    first: date | None = None
    last: date | None = None

    def add(self, candidate: EntityCandidate) -> None:
        """Take in what a candidate tells."""
        for fact in candidate.positions:
            self.positions.add(PositionFact(kind=fact.kind, of=None if fact.of in candidate.guessed else fact.of))
            if fact.of and fact.of.startswith("country:") and fact.of not in candidate.guessed:
                self.homes.add(fact.of)
        self.company.update(candidate.company)
        self.countries.update(candidate.countries)
        self.topics.update(candidate.topics)
        for entry in candidate.towns:
            country, _, town = entry.partition(" ")
            self.towns.setdefault(country, set()).add(town)
        self.named.update(set(candidate.countries) - {entry.partition(" ")[0] for entry in candidate.towns})
        self.acts.update(candidate.acts)
        self.homes.update(candidate.homes)
        self.deeds.update(candidate.deeds)
        self.seen.update(candidate.seen)
        self.documents.add(candidate.member[0])
        self.deals |= candidate.deals
        if candidate.source:
            self.sources.add(candidate.source)
        if candidate.generation:
            self.generations.add(candidate.generation)
        if candidate.gender:
            self.genders.add(candidate.gender)
        if candidate.known:
            self.known.add(candidate.known)
        if candidate.positions or candidate.callings:
            self.lives.update(careers_of((*(fact.kind for fact in candidate.positions), *candidate.callings)))
        self._see(candidate.observed, candidate.observed)

    def join(self, other: "Profile") -> None:
        """Take in another profile; the name stays."""
        for name in _SETS:
            getattr(self, name).update(getattr(other, name))
        for country, towns in other.towns.items():
            self.towns.setdefault(country, set()).update(towns)
        self.lives.update(other.lives)
        self.deals |= other.deals
        self._see(other.first, other.last)

    def tells_of(self, country: str, beside: AbstractSet[str]) -> bool:
        """Return whether a country is told by more than the names `beside`: one town is one witness, not two."""
        return country in self.named or not self.towns.get(country, set()) or not self.towns[country] <= beside

    def careers(self) -> frozenset[str]:
        """Return the walks of life told often enough to be believed."""
        if len(self.lives) < 2:
            return frozenset(self.lives)
        most = max(self.lives.values())
        return frozenset(career for career, count in self.lives.items() if count >= OFTEN * most)

    def _see(self, first: date | None, last: date | None) -> None:
        if first and (self.first is None or first < self.first):
            self.first = first
        if last and (self.last is None or last > self.last):
            self.last = last


def profile_of(tokens: tuple[str, ...], candidates: Iterable[EntityCandidate]) -> Profile:
    """Return what candidates tell together under a name."""
    profile = Profile(tokens)
    for candidate in candidates:
        profile.add(candidate)
    return profile
