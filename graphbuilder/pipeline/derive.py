"""From the log to the graph: resolution and assembly, streamed through the workspace's derived view.

A pure function of the log's documents, annotations, judgements and imported knowledge: no order, batch or worker shows in the
result.
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
from graphbuilder.pipeline.entities import resolve_entities
from graphbuilder.pipeline.events import resolve_events
from graphbuilder.records.resolution import Member
from graphbuilder.resolve.events import build_event, with_groups
from graphbuilder.workspace.judgements import judgements_state
from graphbuilder.workspace.knowledge import KnowledgeBase
from graphbuilder.workspace.log import Workspace
from graphbuilder.workspace.view import View

ROOMS = ("records", "data", "knowledge", "resolve", "graph", "pipeline")
"""What the derived view depends on beside the log and the ontology; another version of them derives it anew."""

Stage = Callable[[str], None]


def derive(workspace: Workspace, ontology: Ontology, on_stage: Stage) -> bool:
    """Bring the workspace's view of the graph up to date; return whether there was anything to do."""
    state = ":".join((rules_version(*ROOMS), ontology.version, workspace.state(), *_beside(workspace)))
    if workspace.note("derived") == state:
        return False
    view = View(workspace)
    with workspace.transaction():
        view.reset()
        signed = (Signed(document.id, signature, document.published) for document, signature in workspace.signatures())
        copies = group_duplicates(signed)
        on_stage("entities")
        resolve_entities(workspace, view)
        on_stage("events")
        clusters = resolve_events(workspace, view, {copy.copy_id: copy.original_id for copy in copies})
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


def _beside(workspace: Workspace) -> tuple[str, ...]:
    """Return the state of what stands beside the annotations: knowledge and judgements."""
    return KnowledgeBase(workspace).state(), judgements_state(workspace)


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
