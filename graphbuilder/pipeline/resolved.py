"""Resolution done for a question and thrown away again: who is who, and which accounts are one event, in a workspace."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from graphbuilder.errors import JudgementError
from graphbuilder.ingest.duplicates import Signed, group_duplicates
from graphbuilder.pipeline.entities import resolve_entities
from graphbuilder.pipeline.events import Clusters, event_anchors, resolve_events
from graphbuilder.records.identity import fold
from graphbuilder.records.judgement import Anchor, Judgement, Side, Subject
from graphbuilder.records.resolution import EntityCandidate, Event, EventCandidate
from graphbuilder.resolve.events import build_event
from graphbuilder.workspace.judgements import list_judgements
from graphbuilder.workspace.log import Workspace
from graphbuilder.workspace.marks import Marks, anchor_of
from graphbuilder.workspace.view import View


class Thing(NamedTuple):
    """An entity or event of the graph: its id and name, what kind it is, and the mentions it was made of."""

    id: str
    name: str
    kind: str
    status: str
    people: tuple[EntityCandidate, ...] = ()
    accounts: tuple[EventCandidate, ...] = ()
    why: tuple[str, ...] = ()

    def anchors(self) -> tuple[Anchor, ...]:
        """Return the anchors of all its mentions, sorted."""
        found = {anchor_of(candidate) for candidate in self.people}
        found |= {anchor for account in self.accounts for anchor in event_anchors(account)}
        return tuple(sorted(found))

    def side(self) -> Side:
        """Return it as one side of a judgement."""
        return Side(id=self.id, name=self.name, anchors=self.anchors())


class Resolved:
    """A workspace's entities and events, for as long as `resolved` is open."""

    def __init__(self, workspace: Workspace, subject: Subject) -> None:
        self.workspace = workspace
        self.subject = subject
        self.view, self.marks = View(workspace), Marks(workspace)
        self.judgements: list[Judgement] = list_judgements(workspace, subject)
        self._clusters: Clusters = {}
        self.view.reset()
        resolve_entities(workspace, self.view)
        if subject == "event":
            signed = (
                Signed(document.id, signature, document.published) for document, signature in workspace.signatures()
            )
            copies = {copy.copy_id: copy.original_id for copy in group_duplicates(signed)}
            self._clusters = resolve_events(workspace, self.view, copies)

    def things(self) -> Iterator[Thing]:
        """Yield all entities, or all events, by id or by their first account."""
        if self.subject == "entity":
            for entity in self.view.entities():
                yield Thing(entity.id, entity.name, entity.type.value, "", why=entity.why)
            return
        renamed = self.view.renamed_participants()

        def name_of(entity_id: str) -> str:
            return self.view.entity_name(renamed.get(entity_id, entity_id))

        for candidate in self.view.event_candidates():
            cluster = self._clusters.get(candidate.member, (candidate.member,))
            if candidate.member == cluster[0]:
                accounts = tuple(self.view.event_candidate(member) for member in cluster)
                event: Event = build_event(accounts, name_of)
                yield Thing(event.id, event.name, event.type, event.status.value, accounts=accounts)

    def find(self, given: str) -> Thing:
        """Return the entity or event of this id or name; one that was merged into another is found by its old id.

        Raises:
            JudgementError: There is none, or the name is that of several.
        """
        found = [thing for thing in self.things() if given == thing.id]
        if not found:
            found = [thing for thing in self.things() if fold(given) == fold(thing.name)]
        if not found:
            found = self._by_old_id(given)
        if not found:
            raise JudgementError(
                f"the graph holds no {self.subject} {given!r}; give its id or whole name as `graphbuilder query` shows it"
            )
        if len(found) > 1:
            ids = ", ".join(thing.id for thing in found[:5])
            raise JudgementError(
                f"{len(found)} {_plural(self.subject)} are called {given!r}; give one of the ids {ids}"
            )
        return self.filled(found[0])

    def filled(self, thing: Thing) -> Thing:
        """Return an entity with the mentions it was made of."""
        if self.subject == "event":
            return thing
        return thing._replace(people=tuple(self.marks.candidates(self.view.entity(thing.id).members)))

    def old_side(self, given: str) -> Side | None:
        """Return the last judged side that had this id or name."""
        sides = [side for judgement in self.judgements for side in (judgement.left, judgement.right)]
        return next((side for side in reversed(sides) if given in {side.id, side.name}), None)

    def _by_old_id(self, given: str) -> list[Thing]:
        side = self.old_side(given)
        if side is None:
            return []
        if self.subject == "entity":
            now = {entity for anchor in side.anchors if (entity := self.marks.entity_at(anchor))}
            return [thing for thing in self.things() if thing.id in now]
        return [thing for thing in self.things() if set(thing.anchors()) & set(side.anchors)]


def _plural(subject: Subject) -> str:
    return "entities" if subject == "entity" else "events"


@contextmanager
def resolved(workspace: Workspace, subject: Subject) -> Iterator[Resolved]:
    """Open a workspace's resolution for questions; nothing of it stays."""
    with workspace.transaction():
        try:
            yield Resolved(workspace, subject)
        finally:
            View(workspace).reset()
