"""People of one surname, over all documents: who is who. A pure function of the candidates, in any order.

A name alone joins nobody: whole names need some evidence beside them, shorter ones a position or company in common
(`evidence.judge`). What joined them is kept as `why`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graphbuilder.records.resolution import EntityCandidate
from graphbuilder.resolve.evidence import WHOLE, Profile, Verdict, judge
from graphbuilder.resolve.names import name_tokens

MAX_GROUP = 60
"""Clusters of one name that are compared once more with each other; more are left as they are, to stay near-linear."""


@dataclass(slots=True)
class Cluster:
    """Candidates taken for one person so far."""

    tokens: tuple[str, ...]
    profile: Profile
    candidates: list[EntityCandidate] = field(default_factory=list)
    why: list[str] = field(default_factory=list)

    def add(self, candidate: EntityCandidate, why: str | None) -> None:
        """Take one more candidate in."""
        self.candidates.append(candidate)
        self.profile.add(candidate)
        if why and why not in self.why:
            self.why.append(why)


def cluster_people(candidates: Iterable[EntityCandidate]) -> list[Cluster]:
    """Return the people among the candidates of one block, fullest names first."""
    ordered = sorted(
        ((name_tokens(candidate.name), candidate) for candidate in candidates),
        key=lambda pair: (-len(pair[0]), pair[0], not pair[1].known, pair[1].member),
    )
    clusters: list[Cluster] = []
    by_name: dict[tuple[str, ...], list[Cluster]] = {}
    tokens_before: tuple[str, ...] | None = None
    for tokens, candidate in ordered:
        if tokens != tokens_before and tokens_before is not None:
            clusters = _settled(clusters, by_name, tokens_before)
        tokens_before = tokens
        mine = Profile(tokens)
        mine.add(candidate)
        found = _best(mine, by_name.get(tokens, ())) or _best(mine, clusters)
        if found is None:
            cluster = Cluster(tokens, Profile(tokens))
            clusters.append(cluster)
            by_name.setdefault(tokens, []).append(cluster)
            cluster.add(candidate, None)
        else:
            cluster, verdict = found
            cluster.add(candidate, f"{candidate.name}: {verdict.why}")
    return _settled(clusters, by_name, tokens_before) if tokens_before else clusters


def _settled(
    clusters: list[Cluster], by_name: dict[tuple[str, ...], list[Cluster]], tokens: tuple[str, ...]
) -> list[Cluster]:
    """Join clusters of one name that what came later has brought together."""
    group = by_name.get(tokens, [])
    if not 1 < len(group) <= MAX_GROUP:
        return clusters
    gone: set[int] = set()
    changed = True
    while changed:
        changed = False
        for place, first in enumerate(group):
            for other in group[place + 1 :]:
                if id(first) in gone or id(other) in gone:
                    continue
                verdict = judge(first.profile, other.profile)
                if verdict.joined:
                    first.candidates += other.candidates
                    first.profile.join(other.profile)
                    first.why += [
                        why
                        for why in (*other.why, f"{other.candidates[0].name}: {verdict.why}")
                        if why not in first.why
                    ]
                    gone.add(id(other))
                    changed = True
    by_name[tokens] = [cluster for cluster in group if id(cluster) not in gone]
    return [cluster for cluster in clusters if id(cluster) not in gone]


def _best(mine: Profile, clusters: Sequence[Cluster]) -> tuple[Cluster, Verdict] | None:
    """Return the cluster that fits best; None where nothing fits, or two fit a short name equally well."""
    scored = []
    for index, cluster in enumerate(clusters):
        verdict = judge(mine, cluster.profile)
        if verdict.joined:
            scored.append((-verdict.score, index, verdict))
    if not scored:
        return None
    scored.sort(key=lambda entry: entry[:2])
    if len(scored) > 1 and scored[0][0] == scored[1][0] and scored[0][2].relation not in WHOLE:
        return None
    return clusters[scored[0][1]], scored[0][2]
