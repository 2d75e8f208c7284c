"""Groups of people as entities: their names and what they belong to."""

from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.history import History
from graphbuilder.nlp.who.reading import Reading
from graphbuilder.nlp.who.register import Register
from graphbuilder.records.annotation import EntityType

GOVERNING = frozenset({"officials", "authorities", "lawmakers", "ministers"})
"""Groups that rule where they are: "officials in Lima" are Peru's."""


def home_of(reading: Reading, place: int) -> list[int]:
    """Return the country a group comes or governs from: "soldiers from Chile", "officials in Lima"."""
    view = reading.view
    entity = _behind(reading, place)
    if entity is None:
        return []
    if view.lower[place + 1] == "from":
        return [entity] if reading.register.drafts[entity].is_country else []
    seat = seated_in(reading, place) if view.lower[place] in GOVERNING else None
    return [] if seat is None else [seat]


def seated_in(reading: Reading, place: int) -> int | None:
    """Return the country named behind "in" after a noun, or whose capital is: "the government in Lima"."""
    view = reading.view
    entity = _behind(reading, place)
    if entity is None or view.lower[place + 1] != "in":
        return None
    draft = reading.register.drafts[entity]
    seat = draft.is_country or view.folded[place + 2] in load_gazetteer().capitals
    return reading.register.country(draft.country) if seat and draft.country is not None else None


def _behind(reading: Reading, place: int) -> int | None:
    """Return the place that a noun has behind "from" or "in", where that lies in a country we know."""
    view, names = reading.view, reading.names
    if place + 2 >= view.size or view.lower[place + 1] not in {"from", "in"} or reading.at[place + 2] < 0:
        return None
    entity = reading.entities[reading.at[place + 2]]
    own = view.heads[view.heads[place + 2]] == place and not names[reading.at[place + 2]].demonym
    return entity if own and reading.register.drafts[entity].country is not None else None


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


def group_entities(
    register: Register,
    words: str,
    of: list[int],
    *,
    joined: bool,
    former: bool = False,
    repeat: History | None = None,
) -> tuple[int, ...]:
    """Return the group of this name, or one for each of several countries that are `joined`.

    "US and Iraqi officials" are two groups, "Bosnian Serb forces" are one.
    """
    countries = [entity for entity in of if register.drafts[entity].is_country]
    if len(countries) < 2 or not joined:
        return (group_entity(register, words, of, former=former, repeat=repeat),)
    return tuple(group_entity(register, words, [country], former=former) for country in countries)


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
