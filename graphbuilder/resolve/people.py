"""People of one surname, over all documents: who is who. A pure function of the candidates, in any order.

A name alone joins nobody: whole names need evidence beside them, the more where many bear them, shorter ones a position or
company in common (`evidence.judge`). What joined them is kept as `why`. A candidate is compared only with clusters of a name
that fits its own, and a last name alone, or a whole name of many different people, only with clusters that share some
evidence, so that the work stays near-linear in the mentions.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from graphbuilder.records.resolution import EntityCandidate, PositionFact
from graphbuilder.resolve.evidence import Verdict, judge, reason, relation_of
from graphbuilder.resolve.names import NameRelation, name_tokens, person_tokens
from graphbuilder.resolve.profiles import Profile
from graphbuilder.resolve.spellings import given_name

MAX_GROUP = 60
"""Clusters of one name that are compared once more with each other; more are left as they are, to stay near-linear."""

MAX_NEAR = 240
"""Of more clusters with a given name that fits, only those that share evidence are compared."""

MAX_BESIDE = 500
"""What stands beside more people of one last name than this ("London") brings none of them together."""

SHARED_COMPANY = 2
"""A last name needs so many names in common beside it, where no position agrees; fewer never suffice (`evidence.NEEDED`)."""

MAX_REASONS = 20
"""So many different reasons are kept of what joined a person's mentions."""

OTHER_ORDER = "one has the family name first"

_Key = str | PositionFact | tuple[str, ...]


@dataclass(slots=True)
class Cluster:
    """Candidates taken for one person so far; `number` counts clusters in the order they were begun."""

    tokens: tuple[str, ...]
    number: int
    profile: Profile
    candidates: list[EntityCandidate] = field(default_factory=list)
    why: dict[str, None] = field(default_factory=dict)
    gone: bool = False

    def say(self, *reasons: str) -> None:
        """Keep the first reasons, each once."""
        for said in reasons:
            if len(self.why) < MAX_REASONS:
                self.why.setdefault(said)


class _Index:
    """Finds the clusters that a candidate can belong to, by name and by evidence."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self._by_key: dict[_Key, dict[int, Cluster]] = {}

    def begin(self, tokens: tuple[str, ...]) -> Cluster:
        """Return a new, empty cluster."""
        cluster = Cluster(tokens, len(self.clusters), Profile(tokens))
        self.clusters.append(cluster)
        keys: set[str] = {f"given {token}" for token in tokens[:-1]} | {f"initial {token[0]}" for token in tokens[:-1]}
        keys |= {f"letter {token}" for token in tokens[:-1] if len(token) == 1}
        self._enter(cluster, [tokens, *sorted(keys)])
        return cluster

    def add(self, cluster: Cluster, candidate: EntityCandidate) -> None:
        """Put a candidate into a cluster."""
        cluster.candidates.append(candidate)
        cluster.profile.add(candidate)
        self._enter(cluster, [*_evidence(Profile(cluster.tokens), candidate), *_kinds(candidate)])

    def join(self, first: Cluster, other: Cluster) -> None:
        """Put a cluster into another."""
        other.gone = True
        first.candidates += other.candidates
        first.profile.join(other.profile)
        self._enter(first, [k for c in other.candidates for k in (*_evidence(Profile(()), c), *_kinds(c))])

    def of_name(self, tokens: tuple[str, ...]) -> list[Cluster]:
        """Return the clusters of exactly this name, in order."""
        return self._find([tokens])

    def alike(self, tokens: tuple[str, ...], candidate: EntityCandidate) -> list[Cluster]:
        """Return the clusters of exactly this name that can be joined.

        Of a last name alone, and of a whole name that many different people bear, those that share evidence.
        """
        if len(tokens) > 1 and len(self._by_key.get(tokens, ())) <= MAX_GROUP:
            return self.of_name(tokens)
        keys = [*_evidence(Profile(tokens), candidate), *set(_kinds(candidate))]
        found = self._find(keys, names=SHARED_COMPANY)
        return [cluster for cluster in found if cluster.tokens == tokens]

    def near(self, tokens: tuple[str, ...], candidate: EntityCandidate) -> list[Cluster]:
        """Return the clusters whose name may fit, or for a last name alone those that share evidence, in order.

        "Ana Weber" can be "Ana Maria Weber" or "A. Weber", not "Anton Weber"; "A. Weber" can be all three.
        """
        if len(tokens) > 1:
            first = tokens[0]
            given = [f"initial {first}"] if len(first) == 1 else [f"given {first}", f"letter {first[0]}"]
            known = [f"known {candidate.known}"] if candidate.known else []
            if sum(len(self._by_key.get(key, ())) for key in given) <= MAX_NEAR:
                return self._find([*given, *known])
        return self._find(_evidence(Profile(tokens), candidate), names=SHARED_COMPANY)

    def _find(self, keys: Iterable[_Key], names: int = 1) -> list[Cluster]:
        """Return the clusters entered under a key, in order; under so many where they are but names beside it."""
        hits: Counter[int] = Counter()
        for key in keys:
            weak = isinstance(key, str) and key.startswith(("company ", "kind "))
            entered = self._by_key.get(key, {})
            if weak and len(entered) > MAX_BESIDE:
                continue
            for number in entered:
                hits[number] += 1 if weak else names
        enough = sorted(number for number, count in hits.items() if count >= names)
        return [self.clusters[number] for number in enough if not self.clusters[number].gone]

    def _enter(self, cluster: Cluster, keys: Iterable[_Key]) -> None:
        for key in keys:
            self._by_key.setdefault(key, {})[cluster.number] = cluster


def _kinds(candidate: EntityCandidate) -> Iterator[_Key]:
    return (f"kind {fact.kind}" for fact in candidate.positions)


def _evidence(profile: Profile, candidate: EntityCandidate) -> Iterator[_Key]:
    profile.add(candidate)
    yield from profile.positions
    for name in profile.company:
        yield f"company {name}"
    for deed in profile.deeds:
        yield f"deed {deed}"
    for known in profile.known:
        yield f"known {known}"


def cluster_people(candidates: Iterable[EntityCandidate]) -> list[Cluster]:
    """Return the people among the candidates of one block, fullest names first."""
    ordered = sorted(
        ((person_tokens(candidate.name), candidate) for candidate in candidates),
        key=lambda pair: (-len(pair[0]), pair[0], not pair[1].known, pair[1].member),
    )
    index = _Index()
    for place, (tokens, candidate) in enumerate(ordered):
        mine = Profile(tokens)
        mine.add(candidate)
        found = _best(mine, index.alike(tokens, candidate)) or _best(mine, index.near(tokens, candidate))
        if found is None:
            index.add(index.begin(tokens), candidate)
        else:
            cluster, verdict = found
            why = reason(mine, cluster.profile, verdict)
            if verdict.relation is NameRelation.EQUAL and not _in_one_order(candidate, cluster.candidates[0]):
                why = f"{OTHER_ORDER}; {why}"
            index.add(cluster, candidate)
            cluster.say(f"{candidate.name}: {why}")
        if place + 1 == len(ordered) or ordered[place + 1][0] != tokens:
            _settle(index, tokens)
    _settle_spellings(index)
    return [cluster for cluster in index.clusters if not cluster.gone]


def _in_one_order(one: EntityCandidate, other: EntityCandidate) -> bool:
    return name_tokens(one.name) == name_tokens(other.name)


def _settle(index: _Index, tokens: tuple[str, ...]) -> None:
    """Join clusters of one name that what came later has brought together."""
    _join_all(index, index.of_name(tokens))


def _settle_spellings(index: _Index) -> None:
    """Join clusters whose given names are spellings of one: "Sergei Ivankov" and "Sergey Ivankov", the foreign minister."""
    groups: dict[str, list[Cluster]] = {}
    for cluster in index.clusters:
        given = given_name(cluster.tokens[0]) if len(cluster.tokens) > 1 else None
        if given is not None and not cluster.gone:
            groups.setdefault(given, []).append(cluster)
    for group in groups.values():
        _join_all(index, group, only=NameRelation.SPELLING)


def _join_all(index: _Index, group: Sequence[Cluster], only: NameRelation | None = None) -> None:
    if not 1 < len(group) <= MAX_GROUP:
        return
    changed = True
    while changed:
        changed = False
        for place, first in enumerate(group):
            for other in group[place + 1 :]:
                if first.gone or other.gone:
                    continue
                if only is not None and relation_of(first.profile, other.profile) is not only:
                    continue
                verdict = judge(first.profile, other.profile)
                if verdict.joined:
                    name = other.candidates[0].name
                    why = reason(first.profile, other.profile, verdict)
                    index.join(first, other)
                    first.say(*other.why, f"{name}: {why}")
                    changed = True


def _best(mine: Profile, clusters: Sequence[Cluster]) -> tuple[Cluster, Verdict] | None:
    """Return the cluster that fits best; None where nothing fits, or two fit a short name equally well."""
    scored = []
    for cluster in clusters:
        if relation_of(mine, cluster.profile) is NameRelation.DIFFERENT and not mine.known & cluster.profile.known:
            continue
        verdict = judge(mine, cluster.profile)
        if verdict.joined:
            scored.append((-verdict.score, cluster.number, verdict, cluster))
    if not scored:
        return None
    scored.sort(key=lambda entry: entry[:2])
    if len(scored) > 1 and scored[0][0] == scored[1][0] and scored[0][2].relation is not NameRelation.EQUAL:
        return None
    return scored[0][3], scored[0][2]
