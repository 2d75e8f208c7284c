"""Groups of people as entities: their names and what they belong to."""

from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.history import History
from graphbuilder.nlp.who.register import Register
from graphbuilder.records.annotation import EntityType


def adjective(register: Register, entity: int) -> str:
    """Return how an entity stands before a noun: "Danish", "EU"; for the United States "US"."""
    draft = register.drafts[entity]
    if draft.is_country and draft.country:
        if draft.country == "US":
            return "US"
        return load_gazetteer().countries[draft.country].demonym
    if draft.key and draft.key.startswith("region:"):
        return load_gazetteer().regions[draft.key.removeprefix("region:")].demonym or draft.name
    return min(draft.names, key=lambda name: (len(name), name), default=draft.name)


def group_entity(
    register: Register, words: str, of: list[int], *, former: bool = False, repeat: History | None = None
) -> int:
    """Return the group of this name, affiliated with what it is of: "Danish ministers".

    A bare repeat behind "the" is a group named before: "Colombian rebels ... the rebels".
    """
    if repeat is not None and not of and not former:
        for entity in repeat.recent(EntityType.GROUP):
            if register.drafts[entity].name.casefold().endswith(f" {words}".casefold()):
                return entity
    name = " ".join([*(adjective(register, entity) for entity in of[:1]), *(("former",) if former else ()), words])
    entity = register.named(EntityType.GROUP, name)
    register.drafts[entity].plural = True
    for other in of:
        register.affiliate(entity, other)
        if register.drafts[entity].country is None:
            register.drafts[entity].country = register.drafts[other].country
    return entity
