"""From the log to the graph: resolution and assembly, streamed through the workspace's derived view.

A pure function of the log's documents and annotations: no order, batch or worker shows in the result.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain

from msgspec.structs import replace

from graphbuilder.fingerprint import rules_version
from graphbuilder.graph.assemble import (
    document_claims,
    document_elements,
    duplicate_element,
    entity_element,
    event_elements,
    topic_elements,
)
from graphbuilder.graph.claims import claim_row, claimed_elements
from graphbuilder.graph.elements import Element, encode, sort_key
from graphbuilder.ingest.duplicates import Signed, group_duplicates
from graphbuilder.ontology import Ontology
from graphbuilder.records.resolution import EventCandidate, Member
from graphbuilder.resolve.compatibility import word_overlap
from graphbuilder.resolve.entities import entity_candidates, resolve_block
from graphbuilder.resolve.events import (
    build_event,
    cluster_pairs,
    event_blocks,
    group_merges,
    pairs_in_block,
    with_groups,
)
from graphbuilder.resolve.within import local_events
from graphbuilder.workspace.log import Workspace
from graphbuilder.workspace.view import View

ROOMS = ("records", "resolve", "graph", "pipeline")
"""What the derived view depends on beside the log and the ontology; another version of them derives it anew."""

COPY_OVERLAP = 0.8
"""Share of content words a copy's account has in common with the original's account of the same event."""

Stage = Callable[[str], None]


def derive(workspace: Workspace, ontology: Ontology, on_stage: Stage) -> bool:
    """Bring the workspace's view of the graph up to date; return whether there was anything to do."""
    state = f"{rules_version(*ROOMS)}:{ontology.version}:{workspace.state()}"
    if workspace.note("derived") == state:
        return False
    view = View(workspace)
    with workspace.transaction():
        view.reset()
        signed = (Signed(document.id, signature, document.published) for document, signature in workspace.signatures())
        copies = group_duplicates(signed)
        on_stage("entities")
        _resolve_entities(workspace, view)
        on_stage("events")
        clusters = _resolve_events(workspace, view, {copy.copy_id: copy.original_id for copy in copies})
        on_stage("graph")
        view.clear_elements()
        parts: Iterable[Iterator[Element]] = (
            topic_elements(ontology) if workspace.count() else iter(()),
            _event_elements(view, clusters, ontology),
            _document_elements(workspace, view),
            (entity_element(entity) for entity in view.entities()),
            claimed_elements(view.claims()),
            (duplicate_element(*copy) for copy in copies),
        )
        view.put_elements((*sort_key(element), encode(element)) for element in chain.from_iterable(parts))
        workspace.keep_note("derived", state)
        view.reset()
    return True


def _resolve_entities(workspace: Workspace, view: View) -> None:
    for _, annotation in workspace.annotated():
        candidates = entity_candidates(annotation)
        view.put_entity_candidates(candidates)
        kept = {candidate.member[1] for candidate in candidates}
        view.put_local_within(
            annotation.document_id,
            ((index, annotation.entities[index].within) for index in kept),
        )
    for block in view.entity_blocks():
        view.put_entities(resolve_block(block))
    view.resolve_within()


def _resolve_events(workspace: Workspace, view: View, copies: dict[str, str]) -> dict[Member, tuple[Member, ...]]:
    """Keep every local event, and return the clusters of those that are one occurrence."""
    area_of = lru_cache(maxsize=10_000)(view.area)
    for document, annotation in workspace.annotated():
        candidates = local_events(document, annotation, view.entity_ids(document.id), area_of)
        view.put_event_candidates(candidates)
        if document.id not in copies:
            for candidate in candidates:
                view.put_event_blocks(candidate, event_blocks(candidate))
    pairs = (pair for block in view.event_blocks() for pair in pairs_in_block(block))
    load = lru_cache(maxsize=10_000)(view.event_candidate)
    clusters = cluster_pairs(pairs, load)
    _join_copies(view, copies, clusters)
    merges = group_merges(
        ([view.event_candidate(m) for m in cluster] for cluster in sorted(set(clusters.values()))), view.entity_name
    )
    _merge_groups(view, merges)
    return clusters


def _join_copies(view: View, copies: dict[str, str], clusters: dict[Member, tuple[Member, ...]]) -> None:
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


def _event_elements(view: View, clusters: dict[Member, tuple[Member, ...]], ontology: Ontology) -> Iterator[Element]:
    merges = view.renamed_participants()
    name_of = lru_cache(maxsize=10_000)(view.entity_name)
    for candidate in view.event_candidates():
        cluster = clusters.get(candidate.member, (candidate.member,))
        if candidate.member != cluster[0]:
            continue
        accounts = [candidate, *(view.event_candidate(member) for member in cluster[1:])]
        if merges:
            accounts = [replace(account, participants=with_groups(account, merges)) for account in accounts]
        event = build_event(accounts, name_of)
        view.link_event(event, ((account.member[0], mention) for account in accounts for mention in account.mentions))
        yield from event_elements(event, ontology)


def _document_elements(workspace: Workspace, view: View) -> Iterator[Element]:
    for document, annotation in workspace.annotated():
        entity_ids = view.entity_ids(document.id)
        event_ids = view.event_ids(document.id)
        view.put_claims(map(claim_row, document_claims(document, annotation, entity_ids, event_ids)))
        yield from document_elements(document, annotation, entity_ids, event_ids)
