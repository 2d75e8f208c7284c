"""Profiles: what the mentions taken for one person tell together. Holds and adds; judges nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from graphbuilder.records.resolution import EntityCandidate, PositionFact


@dataclass(slots=True)
class Profile:
    """What is known of the mentions taken for one person so far; sets only grow."""

    tokens: tuple[str, ...]
    positions: set[PositionFact] = field(default_factory=set)
    company: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)
    acts: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)
    first: date | None = None
    last: date | None = None

    def add(self, candidate: EntityCandidate) -> None:
        """Take in what a candidate tells."""
        self.positions.update(PositionFact(kind=fact.kind, of=fact.of) for fact in candidate.positions)
        self.company.update(candidate.company)
        self.countries.update(candidate.countries)
        self.topics.update(candidate.topics)
        self.acts.update(candidate.acts)
        if candidate.gender:
            self.genders.add(candidate.gender)
        if candidate.known:
            self.known.add(candidate.known)
        self._see(candidate.observed, candidate.observed)

    def join(self, other: "Profile") -> None:
        """Take in another profile; the name stays."""
        self.positions |= other.positions
        self.company |= other.company
        self.countries |= other.countries
        self.topics |= other.topics
        self.acts |= other.acts
        self.genders |= other.genders
        self.known |= other.known
        self._see(other.first, other.last)

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
