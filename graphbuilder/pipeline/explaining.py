"""Why two things are one or two: features, scores, mentions."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from graphbuilder.pipeline.contested import Contested, contested_offices
from graphbuilder.pipeline.resolved import Resolved, Thing, resolved
from graphbuilder.records.base import Record
from graphbuilder.records.judgement import Judgement, Side, Subject
from graphbuilder.records.resolution import EntityCandidate, EventCandidate
from graphbuilder.resolve.event_evidence import EVENT_FEATURES, event_score
from graphbuilder.resolve.events import same_event
from graphbuilder.resolve.evidence import FEATURES, judge, reason
from graphbuilder.resolve.names import person_tokens
from graphbuilder.resolve.profiles import Profile, profile_of
from graphbuilder.workspace.log import Workspace
from graphbuilder.workspace.marks import anchor_of


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
    """Why one thing is as it is, or why two are one or two; `score` from 0 to 1.

    `contested` are the offices that somebody else is said to hold at the same time.
    """

    left: str
    right: str | None
    joined: bool
    score: float | None
    why: tuple[str, ...]
    features: tuple[FeatureShown, ...]
    mentions: tuple[MentionShown, ...]
    contested: tuple[Contested, ...] = ()


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
            contested=(*contested_offices(found, ours), *contested_offices(found, theirs)),
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
        return verdict.score, verdict.joined, reason(first, second, verdict), features_shown(first, second)
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
    return profile_of(person_tokens(thing.name), thing.people)


def features_shown(left: Profile, right: Profile) -> tuple[FeatureShown, ...]:
    """Return the features of two people."""
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
        ours, theirs = (profile_of(person_tokens(part[0].name), part) for part in (first, rest))
        score, features = judge(ours, theirs).score, features_shown(ours, theirs)
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
        contested=contested_offices(found, thing),
    )


def _mentions(found: Resolved, thing: Thing) -> Iterator[MentionShown]:
    """Yield one mention for each document (and name) that a thing was made of."""
    items: tuple[EntityCandidate | EventCandidate, ...] = (*thing.people, *thing.accounts)
    for item in items:
        yield mention_shown(found, item)


def mention_shown(found: Resolved, item: EntityCandidate | EventCandidate) -> MentionShown:
    """Return the first mention of a candidate with its sentence."""
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
