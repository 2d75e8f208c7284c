"""People of one surname, over all documents: who is who. A pure function of the candidates, in any order.

A name alone joins two mentions only when it is whole and nothing speaks against it; a shorter name needs a position or
company in common. What joined them is kept as `why`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graphbuilder.records.resolution import EntityCandidate, PositionFact
from graphbuilder.resolve.names import NameRelation, name_tokens, relate_names

SHARED_COMPANY = 2
"""So many names in common beside them make two short names one person."""


@dataclass(slots=True)
class Cluster:
    """Candidates taken for one person so far."""

    tokens: tuple[str, ...]
    candidates: list[EntityCandidate] = field(default_factory=list)
    positions: set[PositionFact] = field(default_factory=set)
    company: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    why: list[str] = field(default_factory=list)

    def add(self, candidate: EntityCandidate, why: str | None) -> None:
        """Take one more candidate in."""
        self.candidates.append(candidate)
        self.positions.update(candidate.positions)
        self.company.update(candidate.company)
        if candidate.gender:
            self.genders.add(candidate.gender)
        if why and why not in self.why:
            self.why.append(why)


def cluster_people(candidates: Iterable[EntityCandidate]) -> list[Cluster]:
    """Return the people among the candidates of one block, fullest names first."""
    ordered = sorted(
        ((name_tokens(candidate.name), candidate) for candidate in candidates),
        key=lambda pair: (-len(pair[0]), pair[0], pair[1].member),
    )
    clusters: list[Cluster] = []
    by_name: dict[tuple[str, ...], list[Cluster]] = {}
    for tokens, candidate in ordered:
        found = _best(tokens, candidate, by_name.get(tokens, ())) or _best(tokens, candidate, clusters)
        if found is None:
            cluster = Cluster(tokens)
            clusters.append(cluster)
            by_name.setdefault(tokens, []).append(cluster)
            cluster.add(candidate, None)
        else:
            cluster, why = found
            cluster.add(candidate, why)
    return clusters


def _best(
    tokens: tuple[str, ...], candidate: EntityCandidate, clusters: Sequence[Cluster]
) -> tuple[Cluster, str] | None:
    scored = []
    for index, cluster in enumerate(clusters):
        verdict = _judge(tokens, candidate, cluster)
        if verdict:
            scored.append((-verdict[0], index, verdict[1]))
    if not scored:
        return None
    scored.sort()
    if len(scored) > 1 and scored[0][0] == scored[1][0] and len(tokens) == 1:
        return None
    return clusters[scored[0][1]], scored[0][2]


def _judge(tokens: tuple[str, ...], candidate: EntityCandidate, cluster: Cluster) -> tuple[float, str] | None:
    """Return a score in [0, 1] and the reason, or None where the two must stay apart."""
    relation = relate_names(tokens, cluster.tokens)
    if relation is NameRelation.DIFFERENT:
        return None
    if candidate.gender and cluster.genders and candidate.gender not in cluster.genders:
        return None
    shared_position = _shared_position(candidate.positions, cluster.positions)
    shared_company = len(cluster.company.intersection(candidate.company))
    if relation is NameRelation.EQUAL and len(tokens) > 1:
        if not shared_position and not shared_company and _positions_clash(candidate.positions, cluster.positions):
            return None
        return 1.0, "same full name"
    if shared_position:
        return 0.9, f"{candidate.name}: same position ({shared_position})"
    if relation is NameRelation.MIDDLE and not _positions_clash(candidate.positions, cluster.positions):
        return 0.85, f"{candidate.name}: first and last name agree"
    needed = 1 if relation is NameRelation.PARTIAL else SHARED_COMPANY
    if shared_company >= needed and not _positions_clash(candidate.positions, cluster.positions):
        return 0.5 + 0.05 * min(shared_company, 6), f"{candidate.name}: {shared_company} names in common beside it"
    return None


def _shared_position(left: Iterable[PositionFact], right: Iterable[PositionFact]) -> str | None:
    shared = sorted(f"{fact.kind} of {fact.of}" for fact in left if fact.of and any(fact == other for other in right))
    return shared[0] if shared else None


def _positions_clash(left: Iterable[PositionFact], right: Iterable[PositionFact]) -> bool:
    """Return whether both sides hold positions, of entities that differ: a minister and a footballer."""
    ours = {fact.of for fact in left if fact.of}
    theirs = {fact.of for fact in right if fact.of}
    return bool(ours) and bool(theirs) and not ours & theirs
