"""Offices that somebody holds while documents or imported knowledge name another holder. Judges neither."""

from datetime import date

from graphbuilder.pipeline.resolved import Resolved, Thing
from graphbuilder.records.base import Record
from graphbuilder.records.offices import is_single
from graphbuilder.resolve.names import name_tokens
from graphbuilder.workspace.knowledge import KnowledgeBase


class Contested(Record, frozen=True, order=True, kw_only=True):
    """An office and another holder of it at the same time; `source` is a document's id, or the name of an imported list."""

    office: str
    of: str
    first: str
    last: str
    other: str
    source: str


def contested_offices(found: Resolved, thing: Thing) -> tuple[Contested, ...]:
    """Return who else is said to hold an office while reports say that this person does, by office and other holder."""
    offices = {
        (position.kind, position.of)
        for candidate in thing.people
        for position in candidate.positions
        if position.of and is_single(position.kind)
    }
    rivals: list[Contested] = []
    for kind, of in offices:
        seen: dict[str, list[tuple[date, str]]] = {}
        for entity, day, document in found.marks.holders(kind, of):
            seen.setdefault(entity, []).append((day, document))
        ours = [day for day, _ in seen.pop(thing.id, [])]
        if not ours:
            continue
        for other, days in seen.items():
            first, last = max(ours[0], days[0][0]), min(ours[-1], days[-1][0])
            if first <= last:
                told = next((document for day, document in days if day >= first), days[-1][1])
                name = found.view.entity_name(other)
                rivals.append(Contested(office=kind, of=of, first=str(first), last=str(last), other=name, source=told))
        rivals += _by_knowledge(found, thing, kind, of, ours)
    return tuple(sorted(set(rivals)))


def _by_knowledge(found: Resolved, thing: Thing, kind: str, of: str, ours: list[date]) -> list[Contested]:
    knowledge = KnowledgeBase(found.workspace)
    same = {candidate.known for candidate in thing.people}
    named = set(name_tokens(thing.name))
    days: dict[tuple[str, str], list[date]] = {}
    for day in sorted(set(ours)):
        for known in knowledge.holders(kind, of, day):
            if known.id not in same and not named <= set(name_tokens(known.name)):
                days.setdefault((known.id, known.name), []).append(day)
    return [
        Contested(
            office=kind, of=of, first=str(seen[0]), last=str(seen[-1]), other=name, source=f"imported knowledge, {key}"
        )
        for (key, name), seen in days.items()
    ]
