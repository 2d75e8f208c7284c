"""Events over all documents: which local events are one occurrence, and what they say together.

Candidates are compared within a block (label, status, one participant or place), in order of date, and between two reports of one
story, so the work grows with the events that could be the same and not with all pairs. Every join has a reason; the result does
not depend on any order.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from graphbuilder.records.annotation import EntityType
from graphbuilder.records.identity import digest
from graphbuilder.records.resolution import Event, EventCandidate, Member, Participant
from graphbuilder.resolve.compatibility import (
    ASSUMED,
    FOCUS,
    dates_meet,
    family,
    focus_agrees,
    interval_days,
    named,
    only_assumed,
    places_meet,
    share_place,
)
from graphbuilder.resolve.recalled import recall_keys, recalled
from graphbuilder.resolve.retold import alike, contrary, differ, retold
from graphbuilder.resolve.within import common_type, date_rank, merge_participants, merge_places


class Pair(NamedTuple):
    """Two local events that are one occurrence, why, and how alike they are from 0 to 1."""

    left: Member
    right: Member
    why: str
    strength: float


MAX_DAYS = 31
"""A date vaguer than a month says too little to join accounts of different documents."""


def event_blocks(candidate: EventCandidate) -> list[str]:
    """Return the blocks a candidate is compared in; few where its date is too vague to join it to another document's."""
    if not useful_date(candidate):
        return recall_keys(candidate)
    head = f"{family(candidate.type)}|{candidate.status.value}|"
    keys = {head + entity for entity in named(candidate.participants)}
    if FOCUS[candidate.type] in {"place", "pair"}:
        keys |= {f"{head}@{place}" for place in candidate.area}
    return sorted(keys.union(recall_keys(candidate)))


def useful_date(candidate: EventCandidate) -> bool:
    """Return whether a date is narrow enough to join accounts of different documents."""
    return interval_days(candidate.start, candidate.end) <= MAX_DAYS


def pairs_in_stories(
    stories: Iterable[tuple[str, str]], candidates_of: Callable[[str], Sequence[EventCandidate]]
) -> Iterator[Pair]:
    """Yield the pairs of two reports of one story that are the same occurrence, with the reason."""
    for left, right in stories:
        for ours in candidates_of(left):
            for theirs in candidates_of(right):
                why = same_event(ours, theirs)
                if why:
                    yield Pair(ours.member, theirs.member, why, alike(ours, theirs))


def same_event(left: EventCandidate, right: EventCandidate) -> str | None:
    """Return why two local events of different documents are one occurrence, or None."""
    if left.member[0] == right.member[0]:
        return None
    if left.status is not right.status or family(left.type) != family(right.type):
        return None
    if not dates_meet(left, right) or not places_meet(left, right):
        return None
    assumed = only_assumed(left, right)
    if assumed and differ(left, right):
        return None
    if not (useful_date(left) and useful_date(right) and focus_agrees(left, right)):
        return retold(left, right) or recalled(left, right)
    shared = len(named(left.participants) & named(right.participants))
    where = ", same place" if share_place(left, right) else ""
    days = "one day is only that of publication" if assumed else "dates meet"
    return f"same label and status, {days}, {shared} participants in common{where}"


def pairs_in_block(candidates: Sequence[EventCandidate]) -> Iterator[Pair]:
    """Yield the pairs of one block that are the same occurrence, with the reason; `candidates` come in order of start."""
    active: list[EventCandidate] = []
    for candidate in candidates:
        start = candidate.start
        active = [other for other in active if start is None or (other.end or other.start or start) >= start - ASSUMED]
        for other in active:
            why = same_event(other, candidate)
            if why:
                yield Pair(other.member, candidate.member, why, alike(other, candidate))
        active.append(candidate)


def cluster_pairs(pairs: Iterable[Pair], load: Callable[[Member], EventCandidate]) -> dict[Member, tuple[Member, ...]]:
    """Return, for each member of a cluster of two or more, all its members, sorted.

    Pairs join greedily, the most alike first; a join is refused where any two members would contradict each other, so that a
    chain of likenesses cannot join what differs.
    """
    clusters: dict[Member, list[Member]] = {}
    ranked = {(-pair.strength, min(pair[:2]), max(pair[:2])) for pair in pairs}
    for _, left, right in sorted(ranked):
        ours, theirs = clusters.get(left, [left]), clusters.get(right, [right])
        if ours is theirs:
            continue
        if any(_contradict(load(a), load(b)) for a in ours for b in theirs):
            continue
        merged = [*ours, *theirs]
        for member in merged:
            clusters[member] = merged
    return {member: tuple(sorted(cluster)) for member, cluster in clusters.items()}


def _contradict(left: EventCandidate, right: EventCandidate) -> bool:
    if left.member[0] == right.member[0]:
        return True
    return not dates_meet(left, right) or not places_meet(left, right) or contrary(left, right)


def build_event(candidates: Sequence[EventCandidate], name_of: Callable[[str], str], why: Sequence[str] = ()) -> Event:
    """Return the event that `candidates` tell of together, named for a person to read.

    Its date is the best account's, its confidence that at least one document is right, if documents err independently.
    """
    ordered = sorted(candidates, key=lambda c: c.member)
    dated = min(ordered, key=date_rank)
    kind = common_type(*(c.type for c in ordered))
    lead = max(ordered, key=lambda c: (c.type == kind, c.confidence, c.member))
    participants = merge_participants(p for c in ordered for p in c.participants)
    doubt = 1.0
    for candidate in ordered:
        doubt *= 1.0 - candidate.confidence
    event = Event(
        id=f"event:{kind.lower()}-{digest(lead.status.value, ordered[0].member[0], str(ordered[0].member[1]))}",
        name="",
        type=kind,
        status=lead.status,
        participants=participants,
        places=merge_places(p for c in ordered for p in c.places),
        start=dated.start,
        end=dated.end or dated.start,
        date_precision=dated.date_precision,
        date_text=dated.date_text,
        date_basis=dated.date_basis,
        polarity_cue=lead.polarity_cue,
        plover=lead.plover,
        plover_mode=lead.plover_mode,
        cameo=lead.cameo,
        rule=lead.rule,
        topics=tuple(sorted({topic for c in ordered for topic in c.topics})),
        confidence=round(1.0 - doubt, 4),
        mention_count=sum(len(c.mentions) for c in ordered),
        source_count=len({c.member[0] for c in ordered}),
        members=tuple(c.member for c in ordered),
        why=tuple(sorted(set(why))),
    )
    return replace_name(event, name_of)


def replace_name(event: Event, name_of: Callable[[str], str]) -> Event:
    """Return `event` named by label, participants, status and date: "Meeting: Ana Ruiz, Tom Hale (planned, 2019-03-04)"."""
    people = list(dict.fromkeys(name_of(p.entity) for p in event.participants))
    shown = ", ".join(people[:3]) + (f" and {len(people) - 3} more" if len(people) > 3 else "")
    if not shown and event.places:
        shown = name_of(event.places[0].entity)
    facts = [] if event.status.value == "actual" else [event.status.value]
    if event.start:
        facts.append(_day(event))
    tail = f" ({', '.join(facts)})" if facts else ""
    return replace(event, name=f"{event.type}: {shown}{tail}" if shown else f"{event.type}{tail}")


def _day(event: Event) -> str:
    iso = event.start.isoformat() if event.start else ""
    return {"day": iso, "week": iso, "month": iso[:7], "year": iso[:4]}.get(event.date_precision, iso)


def group_merges(clusters: Iterable[Sequence[EventCandidate]], name_of: Callable[[str], str]) -> dict[str, str]:
    """Return which groups without a name are one: "protesters" of two accounts of the same protest.

    Args:
        clusters: The candidates of each event that more than one document tells of.
        name_of: Gives an entity's name.
    """
    canonical: dict[str, str] = {}

    def find(entity: str) -> str:
        while canonical.get(entity, entity) != entity:
            entity = canonical[entity]
        return entity

    for candidates in clusters:
        by_name: dict[tuple[str, str], str] = {}
        for candidate in sorted(candidates, key=lambda c: c.member):
            for participant in candidate.participants:
                if not participant.entity.startswith(f"{EntityType.GROUP.lower()}:"):
                    continue
                key = (name_of(participant.entity), participant.role.value)
                first = by_name.setdefault(key, participant.entity)
                low, high = sorted((find(first), find(participant.entity)))
                if low != high:
                    canonical[high] = low
    return {entity: find(entity) for entity in canonical}


def with_groups(candidate: EventCandidate, merges: dict[str, str]) -> tuple[Participant, ...]:
    """Return the candidate's participants with each merged group under its one id."""
    return merge_participants(
        Participant(entity=merges.get(p.entity, p.entity), role=p.role, title=p.title, confidence=p.confidence)
        for p in candidate.participants
    )
