"""From names to entities: which names of a document are the same person, place, organisation or people.

Only the names' own words decide here (tail of a fuller name, acronym, gazetteer key). Roles and pronouns come later.
"""

from graphbuilder.nlp.who.bodies import cluster_bodies
from graphbuilder.nlp.who.country_mentions import AMERICAN_GEORGIA, is_american_georgia, is_brazzaville
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.locations import Locator
from graphbuilder.nlp.who.people import cluster_people
from graphbuilder.nlp.who.register import Register
from graphbuilder.nlp.who.spans import Name
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType


def cluster(view: View, names: list[Name], register: Register) -> list[int]:
    """Return the entity of each name, adding the entities to `register`."""
    found = [-1] * len(names)
    cluster_people(view, names, found, register)
    for number, name in enumerate(names):
        if found[number] < 0 and name.term is not None:
            found[number] = _term(view, name, names, number, register)
    locator = Locator(view, names, register)
    for number, name in enumerate(names):
        if found[number] < 0 and name.type is EntityType.PLACE:
            found[number] = locator.locate(number)
    cluster_bodies(view, names, found, register)
    for number in locator.inside:
        town = locator.town_of(number)
        if town is not None:
            register.affiliate(found[number], town)
            register.drafts[found[number]].country = register.drafts[town].country
    for number, name in enumerate(names):
        if found[number] < 0:
            found[number] = register.named(name.type, view.phrase(name.start, name.end))
    for number, name in enumerate(names):
        if not name.demonym:
            register.drafts[found[number]].names[view.phrase(name.start, name.end)] += 1
    return found


def _term(view: View, name: Name, names: list[Name], number: int, register: Register) -> int:
    term = name.term
    if term is None:  # the caller asks for terms only
        raise ValueError(name)
    if term.kind == "country" and term.value == "GE" and is_american_georgia(view, names, number):
        return register.region(AMERICAN_GEORGIA)
    if term.kind in {"country", "demonym"}:
        if term.value == "CD" and is_brazzaville(view, names, number):
            return register.country("CG")
        return register.country(term.value)
    if term.kind in {"region", "regional"}:
        return register.region(term.value)
    if term.kind == "organization":
        entity = register.organization(term.value)
        code = load_lexicon().known_countries.get(term.value)
        if code:
            register.affiliate(entity, register.country(code))
            register.drafts[entity].country = code
        return entity
    text = view.phrase(name.start, name.end)
    entity = register.named(EntityType.GROUP, text, kind="people" if term.kind == "people" else "community")
    if term.kind == "people" and not term.value.startswith("="):
        register.affiliate(entity, register.country(term.value))
        register.drafts[entity].country = term.value
    register.drafts[entity].plural = True
    return entity
