"""FollowTheMoney entities, one JSON object a line, as OpenSanctions publishes them: Person, Position, Occupancy, Organization.

Both flat files, where properties name other entities by id, and nested ones are read. Model: followthemoney.tech/explorer.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from graphbuilder.knowledge.popolo import GENDERS
from graphbuilder.knowledge.values import RowError, items_of, mapping, spell_days, text_of, texts_of, wikidata_of
from graphbuilder.records.knowledge import KnownFact, KnownPerson, KnownSpell, KnownThing

THINGS = frozenset({"Position", "Organization", "PublicBody", "LegalEntity", "Company"})
NAMES = ("name", "alias", "previousName")
HELD = {"Occupancy": ("holder", "post"), "Membership": ("member", "organization")}
"""Schemata that say who held what: the property of the holder, and of what is held."""


def entity_facts(item: Any) -> Iterator[KnownFact]:
    """Yield the facts of one entity.

    Raises:
        RowError: It is not of the model.
    """
    row = mapping(item)
    schema, key = text_of(row.get("schema")), text_of(row.get("id"))
    properties = mapping(row.get("properties"), "entity's properties")
    if not schema or not key:
        raise RowError("an entity needs an id and a schema")
    if schema == "Person":
        yield _person(key, row, properties)
    elif schema in THINGS:
        name = text_of(row.get("caption")) or next(iter(texts_of(properties.get("name"))), None)
        countries = texts_of(properties.get("country")) or texts_of(properties.get("jurisdiction"))
        if name:
            yield KnownThing(id=key, name=name, of=countries[0] if len(countries) == 1 else None)
    elif schema in HELD:
        yield from _spell(schema, properties)
    for value in properties.values():
        for inner in value if isinstance(value, list) else ():
            if isinstance(inner, dict) and "schema" in inner:
                yield from entity_facts(inner)
    if schema == "Person":
        for inner in _nested(properties, "positionOccupancies"):
            own = {"holder": [key], **mapping(inner.get("properties"), "entity's properties")}
            yield from _spell("Occupancy", own)


def _nested(properties: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
    for inner in items_of(properties.get(name), name):
        if isinstance(inner, dict) and "holder" not in mapping(inner.get("properties") or {}, "entity's properties"):
            yield inner


def _person(key: str, row: Mapping[str, Any], properties: Mapping[str, Any]) -> KnownPerson:
    spellings = [name for prop in NAMES for name in texts_of(properties.get(prop))]
    name = text_of(row.get("caption")) or next(iter(spellings), None)
    if not name:
        raise RowError("a person needs a name")
    wikidata = wikidata_of(next(iter(texts_of(properties.get("wikidataId"))), key))
    gender = next(iter(texts_of(properties.get("gender"))), "")
    return KnownPerson(
        id=key,
        name=name,
        aliases=tuple(sorted(set(spellings) - {name})),
        wikidata=wikidata,
        gender=GENDERS.get(gender.lower()),
    )


def _spell(schema: str, properties: Mapping[str, Any]) -> Iterator[KnownFact]:
    holder_name, held_name = HELD[schema]
    holders, held = _ids(properties.get(holder_name)), _ids(properties.get(held_name))
    if not holders or (not held and schema == "Occupancy"):
        if schema == "Occupancy" and not held:
            raise RowError("an occupancy needs a post")
        return
    starts, ends = texts_of(properties.get("startDate")), texts_of(properties.get("endDate"))
    start, end = spell_days(min(starts, default=None), max(ends, default=None), ("startDate", "endDate"))
    role = next(iter(texts_of(properties.get("role"))), None)
    for holder in holders:
        for thing in held:
            yield KnownSpell(
                person=holder,
                title=role,
                post=thing if schema == "Occupancy" else None,
                body=thing if schema != "Occupancy" else None,
                start=start,
                end=end,
            )


def _ids(value: Any) -> list[str]:
    items = value if isinstance(value, list) else [value]
    found = (text_of(item.get("id")) if isinstance(item, dict) else text_of(item) for item in items)
    return [key for key in found if key]
