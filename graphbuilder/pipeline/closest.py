"""The pairs of people, organisations and places that were closest to being joined, for a person to decide."""

from collections.abc import Iterator, Sequence
from heapq import nlargest
from itertools import combinations

from graphbuilder.pipeline.explaining import FeatureShown, MentionShown, features_shown, mention_shown, profile
from graphbuilder.pipeline.resolved import Resolved, Thing, resolved
from graphbuilder.records.base import Record
from graphbuilder.records.resolution import Entity
from graphbuilder.resolve.closeness import LIKE, Body, against, alike, closeness, near_names, total
from graphbuilder.resolve.evidence import FEATURES, judge
from graphbuilder.resolve.judgements import Bonds
from graphbuilder.resolve.names import family_token
from graphbuilder.workspace.log import Workspace

MAX_BLOCK = 80
"""Of the people of one last name, so many of the most mentioned are compared for review."""

KINDS = ("person", "organization", "place")


class Pair(Record, frozen=True, kw_only=True):
    """Two things of one `kind` ("person", "organization", "place") that were not joined, though something speaks for it."""

    kind: str
    left: str
    left_name: str
    right: str
    right_name: str
    score: float
    features: tuple[FeatureShown, ...]
    left_mention: MentionShown
    right_mention: MentionShown


def closest_pairs(workspace: Workspace, limit: int = 50, kinds: Sequence[str] = KINDS) -> list[Pair]:
    """Return the pairs closest to being joined that nobody has judged yet, closest first.

    Args:
        workspace: The workspace.
        limit: So many at most.
        kinds: Of which kinds: "person", "organization", "place".
    """
    with resolved(workspace, "entity") as found:
        judged = _Judged(found)
        rows = [
            row
            for kind in kinds
            for row in (_people(found, judged) if kind == "person" else _bodies(found, judged, kind))
        ]
        best = nlargest(limit, rows, key=lambda row: (row.score, row.left.id, row.right.id))
        return [
            Pair(
                kind=row.kind,
                left=row.left.id,
                left_name=row.left.name,
                right=row.right.id,
                right_name=row.right.name,
                score=row.score[0],
                features=row.features(),
                left_mention=mention_shown(found, row.left.people[0]),
                right_mention=mention_shown(found, row.right.people[0]),
            )
            for row in best
        ]


class _Judged:
    """What was judged already: no pair is shown twice."""

    def __init__(self, found: Resolved) -> None:
        splits = [judgement for judgement in found.judgements if judgement.decision == "split"]
        self._bonds = Bonds(judgement for judgement in found.judgements if judgement.decision == "merge")
        self._apart = [(self._bonds.roots(judgement.left), self._bonds.roots(judgement.right)) for judgement in splits]

    def apart(self, left: Thing, right: Thing) -> bool:
        """Whether two things were judged to be two."""
        ours, theirs = self._bonds.roots(left.side()), self._bonds.roots(right.side())
        return any((a & ours and b & theirs) or (a & theirs and b & ours) for a, b in self._apart)


class _Row(Record, frozen=True, kw_only=True):
    """A pair with its score, and how alike the names are where scores meet."""

    kind: str
    score: tuple[float, float]
    left: Thing
    right: Thing

    def features(self) -> tuple[FeatureShown, ...]:
        """Return what speaks for and against it."""
        if self.kind == "person":
            return features_shown(profile(self.left), profile(self.right))
        shown = closeness(_body(self.left), _body(self.right))
        return tuple(FeatureShown(name=f.name, score=f.score, sentence=f.sentence) for f in shown)


def _people(found: Resolved, judged: _Judged) -> Iterator[_Row]:
    families: dict[str, list[tuple[int, str]]] = {}
    for entity in found.view.entities():
        if entity.id.startswith("person:") and entity.kind != "role":
            families.setdefault(family_token(entity.name), []).append((-entity.mention_count, entity.id))
    for family in families.values():
        if len(family) < 2:
            continue
        things = [_thing(found, found.view.entity(entity_id)) for _, entity_id in sorted(family)[:MAX_BLOCK]]
        for left, right in combinations(sorted(things, key=lambda thing: thing.id), 2):
            verdict = judge(profile(left), profile(right))
            contrary = any(
                f.kind == "against" and f.weight * s >= 1 for f, s in zip(FEATURES, verdict.scores, strict=True)
            )
            if verdict.joined or contrary or not verdict.scores[0] or judged.apart(left, right):
                continue
            yield _Row(kind="person", score=(verdict.score, verdict.scores[0]), left=left, right=right)


def _bodies(found: Resolved, judged: _Judged, kind: str) -> Iterator[_Row]:
    """Yield the pairs of named organisations or places whose names are alike and that nothing tells apart."""
    named = {entity.id: entity for entity in found.view.entities() if _is_named(entity, kind)}
    for one, other in near_names((entity.id, entity.name) for entity in named.values()):
        likeness = alike(Body(one, named[one].name, ()), Body(other, named[other].name, ()))
        if likeness < LIKE:
            continue
        left, right = _thing(found, named[one]), _thing(found, named[other])
        if against(_body(left), _body(right)) or judged.apart(left, right):
            continue
        yield _Row(kind=kind, score=(total(closeness(_body(left), _body(right))), likeness), left=left, right=right)


def _is_named(entity: Entity, kind: str) -> bool:
    return entity.id.startswith(f"{kind}:") and not entity.is_country and entity.name[:1].isupper()


def _thing(found: Resolved, entity: Entity) -> Thing:
    return found.filled(Thing(entity.id, entity.name, entity.type.value, ""))


def _body(thing: Thing) -> Body:
    return Body(thing.id, thing.name, thing.people)
