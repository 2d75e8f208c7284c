"""Entities over all documents, in the order of the rooms: candidates, knowledge, blocks, offices, judgements.

A pure function of the annotations, the imported knowledge and the judgements. Fills the view's tables and returns nothing.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from msgspec.structs import replace

from graphbuilder.nlp.who.officeholders import holder_on
from graphbuilder.pipeline.doubted import doubted
from graphbuilder.pipeline.knowledge import refresh_index
from graphbuilder.pipeline.sectors import with_sector
from graphbuilder.records.identity import digest, slug
from graphbuilder.records.judgement import Anchor, Judgement
from graphbuilder.records.offices import is_single
from graphbuilder.records.resolution import Entity, EntityCandidate, Member
from graphbuilder.resolve.entities import entity_candidates, join_candidates, resolve_block
from graphbuilder.resolve.holders import Lookup, Observed, inform, observed_holder, office_words
from graphbuilder.resolve.judgements import carved, merged_groups
from graphbuilder.workspace.judgements import list_judgements
from graphbuilder.workspace.knowledge import KnowledgeBase
from graphbuilder.workspace.log import Workspace
from graphbuilder.workspace.marks import Marks, OfficeWord, anchor_of
from graphbuilder.workspace.view import View


def resolve_entities(workspace: Workspace, view: View) -> None:
    """Resolve the entities of all documents into the view; to be called inside a transaction, on emptied tables."""
    refresh_index(workspace)
    knowledge, marks = KnowledgeBase(workspace), Marks(workspace)
    lookup = Lookup(lru_cache(10_000)(knowledge.named), lru_cache(10_000)(knowledge.holders))
    known_nothing = knowledge.is_empty()
    unsure: set[Member] = set()
    for document, annotation in workspace.annotated():
        candidates = entity_candidates(annotation, document.published, document.source)
        unsure |= doubted(document, annotation, candidates)
        if not known_nothing:
            candidates = [inform(candidate, lookup) for candidate in candidates]
        candidates = [with_sector(candidate) for candidate in candidates]
        view.put_entity_candidates(candidates)
        marks.put_offices(OfficeWord(c.member, *word) for c in candidates for word in office_words(c))
        kept = {candidate.member[1] for candidate in candidates}
        view.put_local_within(
            annotation.document_id,
            ((index, annotation.entities[index].within) for index in kept),
        )
    for block in view.entity_blocks():
        view.put_entities(resolve_block(block))
    _join_offices(view, marks)
    _join_by_table(view, marks, unsure)
    _apply_judgements(view, marks, list_judgements(workspace, "entity"))
    view.resolve_within()


def _join_offices(view: View, marks: Marks) -> None:
    """Let those known by their office alone be the person whom other documents of about that date name as its holder."""
    for kind, mentions in marks.offices():
        if not is_single(kind):
            continue
        seen = [Observed(mention.entity, mention.day, mention.says) for mention in mentions if mention.says]
        for mention in mentions:
            holder = None if mention.says else observed_holder(mention.day, seen)
            if holder is None or not _may_be(view.entity(mention.entity), view.entity(holder)):
                continue
            why = f"the {kind} of that time, named in reports of about {mention.day}"
            _join(view, holder, [mention.entity], why, spellings=False)


def _join_by_table(view: View, marks: Marks, unsure: AbstractSet[Member]) -> None:
    """Let those known by the office of a country alone be who held it by the shipped table.

    Only where no document names a holder, and nothing in their own speaks against the table (`unsure`).
    """
    known = {entity.id for entity in view.entities() if entity.id.startswith("person:")}
    for kind, of, mentions in list(marks.unheld()):
        for mention in mentions:
            name = holder_on(kind, of.removeprefix("country:"), mention.day) if of.startswith("country:") else None
            if name is None or mention.entity not in known:
                continue
            role, holder = view.entity(mention.entity), f"person:{slug(name)}"
            if not unsure.isdisjoint(role.members):
                continue
            why = f"the {role.name} on {mention.day} by the table of office holders that is shipped"
            if holder not in known:
                view.drop_entity(role.id)
                view.put_entities([replace(role, id=holder, name=name, aliases=(), kind=None, why=(*role.why, why))])
                known.add(holder)
            elif _may_be(role, view.entity(holder)):
                _join(view, holder, [role.id], why, spellings=False)


def _may_be(role: Entity, holder: Entity) -> bool:
    return not (role.gender and holder.gender and role.gender != holder.gender)


def _join(view: View, kept_id: str, others: Sequence[str], why: str, *, spellings: bool = True) -> None:
    """Make other entities part of one; their spellings become aliases, unless they are but names of an office."""
    kept = view.entity(kept_id)
    for other in others:
        gone = view.entity(other)
        view.drop_entity(other)
        names = {*kept.aliases, *gone.aliases, gone.name} if spellings else {*kept.aliases}
        kept = replace(
            kept,
            aliases=tuple(sorted(names - {kept.name})),
            mention_count=kept.mention_count + gone.mention_count,
            members=tuple(sorted({*kept.members, *gone.members})),
            wikidata=kept.wikidata or gone.wikidata,
            gender=kept.gender or gone.gender,
            sector=kept.sector or gone.sector,
            kind=kept.kind or (gone.kind if spellings else None),
            country=kept.country or gone.country,
            why=tuple(sorted({*kept.why, *gone.why, why})),
        )
    view.put_entities([kept])


def _apply_judgements(view: View, marks: Marks, judgements: Sequence[Judgement]) -> None:
    if not judgements:
        return
    for kept, *others in merged_groups(judgements, marks.entity_at):
        _join(view, kept, others, "judged to be one")
    spoken_of = {
        entity
        for judgement in judgements
        if judgement.decision == "split"
        for anchor in (*judgement.left.anchors, *judgement.right.anchors)
        if (entity := marks.entity_at(anchor)) is not None
    }
    anchors_of: dict[str, list[Anchor]] = {}
    for entity_id in sorted(spoken_of):
        members = marks.candidates(view.entity(entity_id).members)
        anchors_of[entity_id] = sorted({anchor_of(candidate) for candidate in members})
    for entity_id, parts in carved(judgements, anchors_of).items():
        _carve(view, marks, entity_id, parts)


def _carve(view: View, marks: Marks, entity_id: str, parts: Sequence[Sequence[Anchor]]) -> None:
    """Give each part of an entity's mentions an entity of its own; the rest keeps the id."""
    whole = view.entity(entity_id)
    members = marks.candidates(whole.members)
    out = {anchor: part[0] for part in parts for anchor in part}
    groups: dict[Anchor | None, list[EntityCandidate]] = {}
    for candidate in members:
        groups.setdefault(out.get(anchor_of(candidate)), []).append(candidate)
    for first, candidates in sorted(groups.items(), key=lambda item: item[0] or ("", "")):
        new_id = entity_id if first is None else f"{entity_id}-{digest(*first)}"
        view.put_entities(
            [join_candidates(new_id, candidates, whole.why if first is None else ("judged to be apart",))]
        )
