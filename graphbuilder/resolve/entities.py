"""Entities over all documents: candidates from annotations, and what each block of candidates becomes.

A block is the only set of candidates that can be one entity: a gazetteer key, a surname, or a name. Blocks are resolved one
by one, so memory is that of the largest block.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from graphbuilder.records.annotation import Annotation, EntityType, LocalEntity
from graphbuilder.records.identity import digest, fold, slug
from graphbuilder.records.knowledge import Tenure
from graphbuilder.records.offices import SEATS
from graphbuilder.records.resolution import Entity, EntityCandidate, PositionFact
from graphbuilder.resolve.deeds import Life, countries_of, lives_told
from graphbuilder.resolve.names import family_token, name_tokens
from graphbuilder.resolve.people import cluster_people
from graphbuilder.resolve.whereabouts import whereabouts

_T = TypeVar("_T")

ROLE_KIND = "role"
"""The `kind` of somebody known by a role only ("US official", "president of Denmark"): another one in every document."""

COMPANY_TYPES = (EntityType.PERSON, EntityType.PLACE, EntityType.ORGANIZATION)


def entity_candidates(
    annotation: Annotation, published: date | None = None, source: str | None = None
) -> list[EntityCandidate]:
    """Return one candidate for each local entity of a document that is mentioned or that another one needs.

    Who is anonymous is needed only where an event, a position or another entity needs it; its mentions alone make no candidate.

    Args:
        annotation: What was found in the document.
        published: The document's date.
        source: The outlet it appeared in.
    """
    counts = Counter(index for mention in annotation.mentions for index in mention.entities)
    positions: dict[int, list[PositionFact]] = {}
    tenures: dict[int, dict[Tenure, None]] = {}
    needed = {index for index in counts if not annotation.entities[index].anonymous}
    for position in annotation.positions:
        of = annotation.entities[position.of] if position.of is not None else None
        fact = PositionFact(kind=position.kind, of=_owner(position.kind, of) if of else None, former=position.former)
        positions.setdefault(position.holder, []).append(fact)
        if position.post is not None:
            fact = replace(fact, kind=sent_to(fact.kind, annotation.entities[position.post]))
            positions[position.holder].append(fact)
        if position.start is not None or position.end is not None:
            told = Tenure(kind=fact.kind, of=fact.of, start=position.start, end=position.end)
            tenures.setdefault(position.holder, {})[told] = None
        needed.update(index for index in (position.holder, position.of, position.post) if index is not None)
    for event in annotation.events:
        needed.update(argument.entity for argument in event.arguments)
        needed.update(place.entity for place in event.places)
    needed = _with_containers(needed, annotation.entities)
    company = {
        index: fold(entity.name)
        for index, entity in enumerate(annotation.entities)
        if counts[index] and entity.type in COMPANY_TYPES and not entity.is_country and entity.name[:1].isupper()
    }
    countries = tuple(sorted({country for i in counts for country in countries_of(annotation.entities[i])}))
    named = {key for i in counts if annotation.entities[i].is_country for key in countries_of(annotation.entities[i])}
    towns = tuple(
        sorted(
            {f"{key} {company[i]}" for i in company for key in countries_of(annotation.entities[i]) if key not in named}
        )
    )
    surroundings = Surroundings(company, countries, towns, annotation.topics, lives_told(annotation), published, source)
    found = [
        _candidate(annotation, index, counts[index], positions.get(index, ()), surroundings) for index in sorted(needed)
    ]
    return [replace(c, tenures=tuple(tenures[c.member[1]])) if c.member[1] in tenures else c for c in found]


def _owner(kind: str, of: LocalEntity) -> str:
    """Return what a position is of: a seat is of the country of house or party, so that "Sejm member" is "Polish lawmaker"."""
    if kind in SEATS and of.type is EntityType.ORGANIZATION and of.country:
        return f"country:{of.country}"
    return of.key or fold(of.name)


class Surroundings(NamedTuple):
    """What a document tells of all its entities: others named there, countries, topics, lives by entity, its date and outlet."""

    company: dict[int, str]
    countries: tuple[str, ...]
    towns: tuple[str, ...]
    topics: tuple[str, ...]
    lives: dict[int, Life]
    published: date | None
    source: str | None


def _role(annotation: Annotation, index: int) -> PositionFact | None:
    """Return the office of somebody known by it only: "the Mexican president" is read as one named "president of Mexico"."""
    entity = annotation.entities[index]
    if entity.kind != ROLE_KIND or entity.type is not EntityType.PERSON:
        return None
    for other in entity.affiliations:
        of = annotation.entities[other]
        kind = entity.name.removesuffix(f" of {of.name}").removesuffix(f" of the {of.name}")
        if kind != entity.name:
            return PositionFact(kind=_kind_of_role(annotation, kind), of=of.key or fold(of.name))
    return None


def _kind_of_role(annotation: Annotation, name: str) -> str:
    """Return the comparable kind of an office without a name; where an envoy is sent is told by its key."""
    kind, _, post = name.partition(" to ")
    told = (other for other in annotation.entities if post and other.name == post.removeprefix("the "))
    return next((sent_to(fold(kind), other) for other in told), fold(name))


def sent_to(kind: str, post: LocalEntity) -> str:
    """Return the kind of an envoy's office with where it is held, as imported lists do: "ambassador to country:KE"."""
    return f"{kind} to {post.key or fold(post.name)}"


def _with_containers(needed: set[int], entities: Sequence[LocalEntity]) -> set[int]:
    todo, found = list(needed), set(needed)
    while todo:
        entity = entities[todo.pop()]
        for index in (entity.within, *entity.affiliations):
            if index is not None and index not in found:
                found.add(index)
                todo.append(index)
    return found


def _candidate(
    annotation: Annotation, index: int, count: int, positions: Iterable[PositionFact], around: Surroundings
) -> EntityCandidate:
    entity = annotation.entities[index]
    life = around.lives.get(index, Life())
    return EntityCandidate(
        member=(annotation.document_id, index),
        block=_block(annotation, index),
        type=entity.type,
        name=entity.name,
        names=tuple((name, 1) for name in (entity.name, *entity.aliases)),
        key=entity.key,
        wikidata=entity.wikidata,
        gender=entity.gender,
        kind=entity.kind,
        country=entity.country,
        latitude=entity.latitude,
        longitude=entity.longitude,
        geonames=entity.geonames,
        coordinate_precision=entity.coordinate_precision,
        resolution_score=entity.resolution_score,
        alternatives=entity.alternatives,
        is_country=entity.is_country,
        positions=tuple(sorted(set(positions), key=lambda fact: (fact.kind, fact.of or "", fact.former))),
        company=tuple(sorted({name for other, name in around.company.items() if other != index})),
        countries=around.countries,
        towns=around.towns,
        topics=around.topics,
        acts=tuple(sorted(life.acts)),
        observed=around.published,
        source=around.source,
        callings=entity.callings,
        generation=entity.generation,
        homes=tuple(sorted(life.homes)),
        guessed=tuple(sorted(life.guessed - life.homes)),
        deeds=tuple(sorted(life.deeds)),
        deals=life.deals,
        seen=tuple(sorted(life.seen)),
        role=_role(annotation, index),
        mark=fold(entity.name),
        mention_count=count,
    )


def _block(annotation: Annotation, index: int) -> str:
    entity = annotation.entities[index]
    if entity.key:
        return ":".join((entity.type.lower(), *map(slug, entity.key.split(":"))))
    if entity.type is EntityType.GROUP or entity.kind == ROLE_KIND or not entity.name[:1].isupper():
        return _private_block(annotation, index)
    if entity.type is EntityType.PERSON:
        return f"person:={family_token(entity.name)}"
    return f"{entity.type.lower()}:{slug(entity.name.removeprefix('The '))}"


def _private_block(annotation: Annotation, index: int) -> str:
    """Return the block of something without a name of its own.

    "The foreign ministry" is one thing in each country; "officials" are others in every document.
    """
    entity = annotation.entities[index]
    owners = sorted(slug(annotation.entities[i].name) for i in entity.affiliations)
    if entity.type is EntityType.ORGANIZATION and owners:
        return f"organization:{slug(entity.name)}-of-{'-'.join(owners)}"
    return f"{entity.type.lower()}:{slug(entity.name)}-in-{digest(annotation.document_id, str(index))}"


def resolve_block(candidates: Sequence[EntityCandidate]) -> list[Entity]:
    """Return the entities of one block, sorted by id; the order of `candidates` does not matter."""
    block = candidates[0].block
    if not block.startswith("person:="):
        return [
            join_candidates(
                block, sorted(candidates, key=lambda c: c.member), ("same name",) if len(candidates) > 1 else ()
            )
        ]
    clusters = cluster_people(candidates)
    entities = []
    names = Counter(slug(_full_name(cluster.candidates)) for cluster in clusters)
    for cluster in clusters:
        members = sorted(cluster.candidates, key=lambda c: c.member)
        name = slug(_full_name(members))
        suffix = "" if names[name] == 1 else "-" + digest(members[0].member[0], str(members[0].member[1]))
        entities.append(join_candidates(f"person:{name}{suffix}", members, tuple(sorted(cluster.why))))
    return sorted(entities, key=lambda entity: entity.id)


def _full_name(candidates: Iterable[EntityCandidate]) -> str:
    counts = Counter(candidate.name for candidate in candidates)
    return min(counts, key=lambda name: (-len(name_tokens(name)), -counts[name], name))


def join_candidates(entity_id: str, members: Sequence[EntityCandidate], why: tuple[str, ...]) -> Entity:
    """Return the entity that `members`, in order, make together."""
    name = _full_name(members) if entity_id.startswith("person:") else _commonest(c.name for c in members)
    where = whereabouts(members)
    spellings = {spelling for candidate in members for spelling, _ in candidate.names}
    return Entity(
        id=entity_id,
        type=members[0].type,
        name=name,
        aliases=tuple(sorted(spellings - {name})),
        wikidata=_agreed(c.wikidata for c in members),
        gender=_agreed(c.gender for c in members),
        kind=_commonest(c.kind for c in members if c.kind) or None,
        country=_agreed(c.country for c in members),
        latitude=where.latitude,
        longitude=where.longitude,
        geonames=where.geonames,
        coordinate_precision=where.precision,
        resolution_score=where.score,
        alternatives=where.alternatives,
        is_country=any(c.is_country for c in members),
        sector=_commonest(c.sector for c in members if c.sector) or None,
        mention_count=sum(c.mention_count for c in members),
        members=tuple(c.member for c in members),
        why=why,
    )


def _commonest(values: Iterable[str]) -> str:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value), default="")


def _agreed(values: Iterable[_T | None]) -> _T | None:
    """Return the value that all who know one give, else None."""
    known = {value for value in values if value is not None}
    return known.pop() if len(known) == 1 else None
