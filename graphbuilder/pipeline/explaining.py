"""Why two things are one or two: features, scores, mentions; and the pairs that were closest to being joined."""

from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import combinations

from graphbuilder.pipeline.resolved import Resolved, Thing, resolved
from graphbuilder.records.base import Record
from graphbuilder.records.judgement import Judgement, Side, Subject
from graphbuilder.records.resolution import EntityCandidate, EventCandidate
from graphbuilder.resolve.event_evidence import EVENT_FEATURES, event_score
from graphbuilder.resolve.events import same_event
from graphbuilder.resolve.evidence import FEATURES, judge, reason
from graphbuilder.resolve.judgements import Bonds
from graphbuilder.resolve.names import family_token, name_tokens
from graphbuilder.resolve.profiles import Profile, profile_of
from graphbuilder.workspace.log import Workspace
from graphbuilder.workspace.marks import anchor_of

MAX_BLOCK = 80
"""Of the people of one last name, so many of the most mentioned are compared for review."""


class FeatureShown(Record, frozen=True, kw_only=True):
    """A feature with its score from 0 to 1 and a sentence."""

    name: str
    score: float
    sentence: str


class MentionShown(Record, frozen=True, kw_only=True):
    """A mention: its document, date and sentence."""

    document: str
    title: str
    published: str
    text: str
    sentence: str


class Explanation(Record, frozen=True, kw_only=True):
    """Why one thing is as it is, or why two are one or two; `score` from 0 to 1."""

    left: str
    right: str | None
    joined: bool
    score: float | None
    why: tuple[str, ...]
    features: tuple[FeatureShown, ...]
    mentions: tuple[MentionShown, ...]


class Pair(Record, frozen=True, kw_only=True):
    """Two people who were not joined, though something speaks for it."""

    left: str
    left_name: str
    right: str
    right_name: str
    score: float
    features: tuple[FeatureShown, ...]
    left_mention: MentionShown
    right_mention: MentionShown


def explain(workspace: Workspace, subject: Subject, left: str, right: str | None = None) -> Explanation:
    """Explain an entity or event (what joined its mentions), or two (why they are one or two).

    Raises:
        JudgementError: One is not there.
    """
    with resolved(workspace, subject) as found:
        ours = found.find(left)
        if right is None:
            return _explain_one(found, ours)
        theirs = found.find(right)
        if ours.id == theirs.id:
            ours, theirs = _parts(found, ours, left, right)
        score, joined, why, features = _compare(subject, ours, theirs)
        spoken = [j for j in found.judgements if _speaks_of(j, ours.side(), theirs.side())]
        said = tuple(
            f"judged to be {'one' if j.decision == 'merge' else 'two'} (judgement {j.number}, {j.made_at[:10]})"
            for j in spoken
        )
        return Explanation(
            left=ours.id,
            right=theirs.id,
            joined=spoken[-1].decision == "merge" if spoken else joined,
            score=score,
            why=(*said, why),
            features=features,
            mentions=(*_mentions(found, ours), *_mentions(found, theirs)),
        )


def _speaks_of(judgement: Judgement, ours: Side, theirs: Side) -> bool:
    left, right = set(judgement.left.anchors), set(judgement.right.anchors)
    first, second = set(ours.anchors), set(theirs.anchors)
    return bool((left & first and right & second) or (left & second and right & first))


def _parts(found: Resolved, whole: Thing, left: str, right: str) -> tuple[Thing, Thing]:
    """Return what a judgement joined, as it was before, where two old ids name one thing now."""
    parts = []
    for given in (left, right):
        old = found.old_side(given)
        anchors = set(old.anchors) if old else set(whole.anchors())
        people = tuple(c for c in whole.people if anchor_of(c) in anchors)
        accounts = tuple(a for a in whole.accounts if any((a.member[0], str(o)) in anchors for o in a.offsets))
        parts.append(whole._replace(id=old.id if old else whole.id, people=people, accounts=accounts))
    return parts[0], parts[1]


def _compare(subject: Subject, ours: Thing, theirs: Thing) -> tuple[float | None, bool, str, tuple[FeatureShown, ...]]:
    if subject == "entity":
        first, second = profile(ours), profile(theirs)
        verdict = judge(first, second)
        return verdict.score, verdict.joined, reason(first, second, verdict), _features(first, second)
    left, right = _nearest(ours.accounts, theirs.accounts)
    why = same_event(left, right)
    shown = tuple(
        FeatureShown(name=f.name, score=round(f.score(left, right), 4), sentence=f.sentence(left, right))
        for f in EVENT_FEATURES
    )
    return (
        event_score(left, right),
        why is not None,
        why or "the accounts differ in what makes an event this one",
        shown,
    )


def _nearest(ours: Sequence[EventCandidate], theirs: Sequence[EventCandidate]) -> tuple[EventCandidate, EventCandidate]:
    pairs = [(event_score(a, b), a, b) for a in ours for b in theirs]
    _, left, right = max(pairs, key=lambda pair: (pair[0], pair[1].member, pair[2].member))
    return left, right


def profile(thing: Thing) -> Profile:
    """Return what all mentions of an entity tell together."""
    return profile_of(name_tokens(thing.name), thing.people)


def _features(left: Profile, right: Profile) -> tuple[FeatureShown, ...]:
    return tuple(
        FeatureShown(name=f.name, score=round(f.score(left, right), 4), sentence=f.sentence(left, right))
        for f in FEATURES
    )


def _explain_one(found: Resolved, thing: Thing) -> Explanation:
    """Explain one thing: what joined its mentions, and how the first document compares with the rest."""
    why = list(thing.why)
    if thing.accounts:
        for left, right in combinations(thing.accounts, 2):
            said = same_event(left, right)
            if said and said not in why:
                why.append(said)
    for judgement in found.judgements:
        anchors = set(thing.anchors())
        if anchors & {*judgement.left.anchors, *judgement.right.anchors}:
            verb = "one" if judgement.decision == "merge" else "two"
            why.append(f"judgement {judgement.number}: {judgement.left.id} and {judgement.right.id} are {verb}")
    first, rest = thing.people[:1], thing.people[1:]
    features: tuple[FeatureShown, ...] = ()
    score = None
    if first and rest:
        ours, theirs = (profile_of(name_tokens(part[0].name), part) for part in (first, rest))
        score, features = judge(ours, theirs).score, _features(ours, theirs)
    elif len(thing.accounts) > 1:
        score, _, _, features = _compare(
            "event", thing._replace(accounts=thing.accounts[:1]), thing._replace(accounts=thing.accounts[1:])
        )
    return Explanation(
        left=thing.id,
        right=None,
        joined=len(thing.people or thing.accounts) > 1,
        score=score,
        why=tuple(why) or ("one document mentions it; nothing had to be joined",),
        features=features,
        mentions=tuple(_mentions(found, thing)),
    )


def _mentions(found: Resolved, thing: Thing) -> Iterator[MentionShown]:
    """Yield one mention for each document (and name) that a thing was made of."""
    items: tuple[EntityCandidate | EventCandidate, ...] = (*thing.people, *thing.accounts)
    for item in items:
        yield _mention(found, item)


def _mention(found: Resolved, item: EntityCandidate | EventCandidate) -> MentionShown:
    document, annotation = found.workspace.read(item.member[0])
    if isinstance(item, EventCandidate):
        spoken = annotation.events[item.mentions[0]]
        span = (spoken.start_char, spoken.end_char, spoken.sentence)
    else:
        spans = [(m.start_char, m.end_char, m.sentence) for m in annotation.mentions if item.member[1] in m.entities]
        span = spans[0] if spans else (0, 0, 0)
    sentence = annotation.sentences[span[2]] if annotation.sentences else None
    return MentionShown(
        document=document.id,
        title=document.title or "",
        published=str(document.published or ""),
        text=document.text[span[0] : span[1]],
        sentence=" ".join(document.text[sentence.start_char : sentence.end_char].split()) if sentence else "",
    )


def closest_pairs(workspace: Workspace, limit: int = 50) -> list[Pair]:
    """Return the pairs of people closest to being joined that nobody has judged yet, closest first."""
    with resolved(workspace, "entity") as found:
        families: dict[str, list[tuple[int, str]]] = {}
        for entity in found.view.entities():
            if entity.id.startswith("person:") and entity.kind != "role":
                families.setdefault(family_token(entity.name), []).append((-entity.mention_count, entity.id))
        best = nlargest(limit, _candidates(found, families.values()), key=lambda row: (row[0], row[1].id, row[2].id))
        return [
            Pair(
                left=left.id,
                left_name=left.name,
                right=right.id,
                right_name=right.name,
                score=score[0],
                features=_features(profile(left), profile(right)),
                left_mention=_mention(found, left.people[0]),
                right_mention=_mention(found, right.people[0]),
            )
            for score, left, right in best
        ]


def _candidates(
    found: Resolved, families: Iterable[list[tuple[int, str]]]
) -> Iterator[tuple[tuple[float, float], Thing, Thing]]:
    splits = [judgement for judgement in found.judgements if judgement.decision == "split"]
    bonds = Bonds(judgement for judgement in found.judgements if judgement.decision == "merge")
    apart = [(bonds.roots(judgement.left), bonds.roots(judgement.right)) for judgement in splits]
    for family in families:
        if len(family) < 2:
            continue
        things = []
        for _, entity_id in sorted(family)[:MAX_BLOCK]:
            entity = found.view.entity(entity_id)
            things.append(found.filled(Thing(entity.id, entity.name, entity.type.value, "")))
        for left, right in combinations(sorted(things, key=lambda thing: thing.id), 2):
            verdict = judge(profile(left), profile(right))
            against = any(
                f.kind == "against" and f.weight * s >= 1 for f, s in zip(FEATURES, verdict.scores, strict=True)
            )
            if verdict.joined or against or not verdict.scores[0]:
                continue
            ours, theirs = bonds.roots(left.side()), bonds.roots(right.side())
            if any((a & ours and b & theirs) or (a & theirs and b & ours) for a, b in apart):
                continue
            yield (verdict.score, verdict.scores[0]), left, right
