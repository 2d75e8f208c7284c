"""Events over all documents, in the order of the rooms: local events, blocks, clusters, copies, judgements, groups."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from msgspec.structs import replace

from graphbuilder.records.judgement import Anchor, Judgement
from graphbuilder.records.resolution import EventCandidate, Member
from graphbuilder.resolve.compatibility import word_overlap
from graphbuilder.resolve.events import cluster_pairs, event_blocks, group_merges, pairs_in_block, pairs_in_stories
from graphbuilder.resolve.judgements import carved, merged_groups
from graphbuilder.resolve.stories import story_keys, story_pairs
from graphbuilder.resolve.within import local_events
from graphbuilder.workspace.judgements import list_judgements
from graphbuilder.workspace.log import Workspace
from graphbuilder.workspace.view import View

COPY_OVERLAP = 0.8
"""Share of content words a copy's account has in common with the original's account of the same event."""

Clusters = dict[Member, tuple[Member, ...]]


def resolve_events(workspace: Workspace, view: View, copies: dict[str, str]) -> Clusters:
    """Keep every local event in the view, and return the clusters of those that are one occurrence.

    Args:
        workspace: The log.
        view: Holds the resolved entities already.
        copies: Each near-copy's document with its original.
    """
    area_of = lru_cache(maxsize=10_000)(view.area)
    for document, annotation in workspace.annotated():
        candidates = local_events(document, annotation, view.entity_ids(document.id), area_of)
        view.put_event_candidates(candidates)
        if document.id not in copies:
            for candidate in candidates:
                view.put_event_blocks(candidate, event_blocks(candidate))
            if candidates:
                view.put_story(document.id, candidates[0].story, story_keys(candidates[0].story))
    pairs = chain(
        (pair for block in view.event_blocks() for pair in pairs_in_block(block)),
        pairs_in_stories(_stories(view), lru_cache(maxsize=1_000)(view.candidates_of)),
    )
    load = lru_cache(maxsize=10_000)(view.event_candidate)
    clusters = cluster_pairs(pairs, load)
    _join_copies(view, copies, clusters)
    _apply_judgements(view, clusters, list_judgements(workspace, "event"))
    merges = group_merges(
        ([view.event_candidate(m) for m in cluster] for cluster in sorted(set(clusters.values()))), view.entity_name
    )
    _merge_groups(view, merges)
    return clusters


def _stories(view: View) -> list[tuple[str, str]]:
    """Return the pairs of documents that tell one story, sorted."""
    story = lru_cache(maxsize=10_000)(view.story)
    return sorted(
        {
            pair
            for block in view.story_blocks()
            for pair in story_pairs([(document, story(document)) for document in block])
        }
    )


def _join_copies(view: View, copies: dict[str, str], clusters: Clusters) -> None:
    """Let each account of a copy join the original's account of the same event; the copy adds no events of its own."""
    for copy, original in sorted(copies.items()):
        originals = view.candidates_of(original)
        for candidate in view.candidates_of(copy):
            twin = _twin(candidate, originals)
            if twin is None:
                view.drop_event_candidate(candidate.member)
                continue
            cluster = tuple(sorted({*clusters.get(twin.member, (twin.member,)), candidate.member}))
            for member in cluster:
                clusters[member] = cluster


def _twin(candidate: EventCandidate, originals: list[EventCandidate]) -> EventCandidate | None:
    same = [
        (word_overlap(candidate, other), other)
        for other in originals
        if (other.type, other.status) == (candidate.type, candidate.status)
    ]
    overlap, twin = max(same, key=lambda pair: (pair[0], pair[1].member), default=(0.0, None))
    return twin if overlap >= COPY_OVERLAP else None


def event_anchors(candidate: EventCandidate) -> tuple[Anchor, ...]:
    """Return the anchors of a local event: its document and where each of its triggers begins."""
    return tuple((candidate.member[0], str(offset)) for offset in candidate.offsets)


def _apply_judgements(view: View, clusters: Clusters, judgements: Sequence[Judgement]) -> None:
    if not judgements:
        return
    documents = sorted(
        {anchor[0] for judgement in judgements for side in (judgement.left, judgement.right) for anchor in side.anchors}
    )
    member_at = {
        anchor: candidate.member
        for document_id in documents
        for candidate in view.candidates_of(document_id)
        for anchor in event_anchors(candidate)
    }
    name_of = {member: f"{member[0]}#{member[1]:06d}" for member in member_at.values()}

    def found_at(anchor: Anchor) -> str | None:
        member = member_at.get(anchor)
        return None if member is None else name_of[member]

    lead_of = {name: member for member, name in name_of.items()}
    for group in merged_groups(judgements, lambda anchor: _lead(found_at(anchor), lead_of, clusters)):
        whole = tuple(sorted({m for name in group for m in _cluster(lead_of[name], clusters)}))
        for member in whole:
            clusters[member] = whole
    anchors_of: dict[str, list[Anchor]] = {}
    for name, member in sorted(lead_of.items()):
        cluster = _cluster(member, clusters)
        if member == next(m for m in cluster if m in name_of):
            anchors_of[name] = [a for m in cluster for a in event_anchors(view.event_candidate(m))]
    for name, parts in carved(judgements, anchors_of).items():
        _carve(clusters, lead_of[name], [{member_at[a] for a in part if a in member_at} for part in parts])


def _cluster(member: Member, clusters: Clusters) -> tuple[Member, ...]:
    return clusters.get(member, (member,))


def _lead(name: str | None, lead_of: dict[str, Member], clusters: Clusters) -> str | None:
    """Return the name of the first member, of those that judgements speak of, in the cluster of `name`."""
    if name is None:
        return None
    cluster = set(_cluster(lead_of[name], clusters))
    return min(other for other, member in lead_of.items() if member in cluster)


def _carve(clusters: Clusters, member: Member, parts: Sequence[set[Member]]) -> None:
    whole = _cluster(member, clusters)
    leaving = set().union(*parts)
    rest = {other for other in whole if other not in leaving}
    for part in (rest, *parts):
        cluster = tuple(sorted(part))
        for other in cluster:
            clusters[other] = cluster


def _merge_groups(view: View, merges: dict[str, str]) -> None:
    for other, first in sorted(merges.items()):
        if other == first:
            continue
        kept, gone = view.entity(first), view.entity(other)
        view.drop_entity(other)
        view.put_entities(
            [
                replace(
                    kept,
                    aliases=tuple(sorted({*kept.aliases, *gone.aliases})),
                    mention_count=kept.mention_count + gone.mention_count,
                    members=tuple(sorted({*kept.members, *gone.members})),
                )
            ]
        )
        view.rename_participant(other, first)
