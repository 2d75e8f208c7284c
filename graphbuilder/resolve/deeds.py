"""What one document tells of the lives of its people: kinds of events, events that can be recognised, where they were, for whom.

A pure function of the annotation; compares nobody.
"""

from dataclasses import dataclass, field

from graphbuilder.records.annotation import Annotation, EventMention, LocalEntity, PlaceRelation, Status
from graphbuilder.records.identity import fold
from graphbuilder.resolve.careers import careers_of

SURE_PLACE = 0.5
"""Of a place whose share among its namesakes is smaller, the country is not taken for told."""
SURE_OFFICE = 0.6
"""Positions whose country was but inferred have less confidence: "Senator Pettigrew voted against the treaty with Cuba"."""
SAID_BY_ALL = frozenset({"Statement"})
"""Events that tell nothing of who takes part."""
DEALINGS = frozenset({"Meeting", "PhoneCall", "Negotiation", "Summit", "Agreement", "Cooperation"})
"""What states do with each other by way of people: "Karen Holm signed an agreement with Kenya" is no word on a baker."""
NOT_DONE = frozenset({Status.NEGATED, Status.HYPOTHETICAL, Status.CANCELLED})


@dataclass(slots=True)
class Life:
    """What is told of one entity; `deeds` and `seen` as in `EntityCandidate`."""

    acts: set[str] = field(default_factory=set)
    homes: set[str] = field(default_factory=set)
    guessed: set[str] = field(default_factory=set)
    deeds: set[str] = field(default_factory=set)
    deals: bool = False
    seen: set[str] = field(default_factory=set)


def countries_of(entity: LocalEntity) -> list[str]:
    """Return the keys of the countries that naming an entity tells of: itself, or the one that a place surely lies in."""
    if entity.is_country:
        return [entity.key or fold(entity.name)]
    sure = entity.resolution_score is None or entity.resolution_score >= SURE_PLACE
    return [f"country:{entity.country}"] if entity.country and sure else []


def lives_told(annotation: Annotation) -> dict[int, Life]:
    """Return what is told of each entity that takes part in something or holds an office, by its index."""
    lives: dict[int, Life] = {}
    for position in annotation.positions:
        if position.of is not None:
            life = lives.setdefault(position.holder, Life())
            told = life.homes if position.confidence >= SURE_OFFICE else life.guessed
            told.update(countries_of(annotation.entities[position.of]))
    states = {index for index, entity in enumerate(annotation.entities) if entity.is_country}
    states |= {p.holder for p in annotation.positions if "politics" in careers_of([p.kind])}
    for event in annotation.events:
        for argument in event.arguments:
            life = lives.setdefault(argument.entity, Life())
            _take_part(life, annotation, event, argument.entity)
            life.deals |= event.type in DEALINGS and any(
                a.entity in states - {argument.entity} for a in event.arguments
            )
    return lives


def _take_part(life: Life, annotation: Annotation, event: EventMention, who: int) -> None:
    life.acts.add(event.type)
    if event.start is None or event.date_precision != "day" or event.status in NOT_DONE:
        return
    day = event.start.isoformat()
    if event.type not in SAID_BY_ALL:
        others = {argument.entity for argument in event.arguments} | {place.entity for place in event.places}
        named = (annotation.entities[other] for other in others if other != who)
        life.deeds.update(f"{event.type} {day} {e.key or fold(e.name)}" for e in named if e.key or e.name[:1].isupper())
    if event.status is Status.ACTUAL and event.date_basis != "published":
        there = [p.entity for p in event.places if p.relation is not PlaceRelation.ORIGIN]
        life.seen.update(f"{day} {country}" for place in there for country in countries_of(annotation.entities[place]))
