"""The country of an office whose words name none, as the words around it tell: "Algeria agreed. Its president, Bo Baker, ..."."""

from collections.abc import Iterator

from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.holding import Holding
from graphbuilder.nlp.who.metonyms import ADDRESSES
from graphbuilder.nlp.who.reading import Reading
from graphbuilder.nlp.who.spans import POSSESSIVES, Name
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType
from graphbuilder.records.identity import fold

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_VISITING = frozenset({"visit", "tour"})
_JOURNEYS = frozenset({"visit", "trip", "tour", "journey"})
_JOURNEYING = frozenset(
    {"cancel", "postpone", "put", "call", "cut", "make", "pay", "begin", "end", "shorten", "delay", "abandon"}
)
"""Verbs whose subject is who travels: "cancelled a trip to Lima", but "announced a visit to Lima by Lind"."""
_SMALLER = frozenset(
    {"regional", "provincial", "local", "municipal", "state", "county", "district", "club", "union", "company"}
)
_BETWEEN = frozenset({"deputy", "then", "new", "acting", "interim", "vice", "the"})
_WHOLE = frozenset({"country", "nation", "republic", "government", "kingdom", "state"})
_HOMEWARD = frozenset({"back", "home"})
_GOING = frozenset({"arrive", "fly", "travel", "go", "head", "land", "come"})
_LEAVING = frozenset({"leave", "depart"})
_RULING = frozenset({"government", "cabinet", "ministry", "authorities", "parliament", "military", "army"})
"""Heads of a subject that stands for its country: "The Danish government refused. Its foreign minister, Bo Baker, ..."."""


def owner_country(reading: Reading, holding: Holding) -> int | None:
    """Return the country whose office it is by the word "its" or "whose" before it; None where neither tells.

    "Its" is the country before it in the sentence, else the subject of the sentence before; "whose" the name it hangs on.
    """
    view = reading.view
    owner = holding.owner
    if owner is None:
        return None
    if view.tags[owner] == "WP$":
        return _hung_on(reading, owner)
    if view.lower[owner] != "its":
        return None
    return subject_country(reading, owner)


def seat_country(reading: Reading, place: int) -> int | None:
    """Return the country in which, or in whose capital, what stands at a token acts, which is that country's for all we know.

    "In Lima, President Bo Baker convened his generals", "In Peru, the Senate agreed": a sentence that opens so, in which no other
    place is named before the token.
    """
    view = reading.view
    first = view.sentence_start(place)
    name = reading.name_at(first + 1) if first + 1 < view.size else None
    if view.lower[first] != "in" or name is None or name.start != first + 1 or name.end >= place:
        return None
    draft = reading.register.drafts[reading.entities[reading.at[name.start]]]
    capital = load_gazetteer().capitals.get(fold(view.phrase(name.start, name.end)))
    code = draft.country if draft.is_country else capital
    clear = all(
        other < 0 or reading.names[other].type is not EntityType.PLACE for other in reading.at[name.end : place]
    )
    if code is None or not clear or view.lower[name.end] != ",":
        return None
    return reading.register.country(code)


def subject_country(reading: Reading, place: int) -> int | None:
    """Return the country that is, or whose government is, the last subject before a token, in its sentence or the one before."""
    first = reading.view.sentence_start(place)
    here = _subject_country(reading, first, place)
    if here is not None or first == 0:
        return here
    return _subject_country(reading, reading.view.sentence_start(first - 1), first)


def is_smaller(reading: Reading, holding: Holding) -> bool:
    """Whether the words make it an office of something smaller than a state: "the union's president", "regional president"."""
    view = reading.view
    before = holding.start - 1
    while before >= 0 and view.lower[before] in _SMALLER | _BETWEEN:
        if view.lower[before] in _SMALLER:
            return True
        before -= 1
    inside = set(view.lower[holding.start : holding.end])
    owned = before > 0 and view.lower[before] in POSSESSIVES
    named = owned and reading.at[before - 1] >= 0
    if named:  # "Velmora's defence minister", a country on no list
        owner = reading.register.drafts[reading.entities[reading.at[before - 1]]]
        return not owner.is_country and owner.country is None
    return bool(inside & _SMALLER) or (owned and view.lower[before - 1] not in _WHOLE)


def is_destination(view: View, name: Name) -> bool:
    """Whether somebody travels to a place, which tells nothing of whose minister he is: "Minister Bo Baker visited Chad"."""
    return _journey(view, name) is not None


def visited(reading: Reading) -> set[tuple[int, int]]:
    """Return (person, country) pairs that cannot be: who visits or addresses a country holds no office of it.

    "President Bo Baker flew to Lima", "a visit to Lima by President Bo Baker", "Chancellor Bo Baker praised Peru".
    """
    view, register = reading.view, reading.register
    people = {
        view.root(name.start, name.end): entity
        for name, entity in zip(reading.names, reading.entities, strict=True)
        if name.type is EntityType.PERSON
    }
    pairs: set[tuple[int, int]] = set()
    for name, entity in zip(reading.names, reading.entities, strict=True):
        code = register.drafts[entity].country
        root = view.root(name.start, name.end)
        if (
            register.drafts[entity].is_country
            and view.deps[root] == "dobj"
            and view.lemmas[view.heads[root]] in ADDRESSES
        ):
            pairs.update((people[spot], entity) for spot in _travellers(view, view.heads[root]) if spot in people)
        journey = _journey(view, name) if name.type is EntityType.PLACE and code is not None else None
        if code is None or journey is None or _HOMEWARD & set(view.lower[journey + 1 : name.start]):
            continue
        abroad = (
            register.drafts[entity].is_country or fold(view.phrase(name.start, name.end)) in load_gazetteer().capitals
        )
        if not abroad:  # ministers tour the towns of their own country
            continue
        pairs.update((people[spot], register.country(code)) for spot in _travellers(view, journey) if spot in people)
    return pairs


def _journey(view: View, name: Name) -> int | None:
    """Return the verb or noun of the journey to a place: "visited Chad", "flew to Chad", "left for Chad", "a visit to Chad"."""
    root = view.root(name.start, name.end)
    above = view.heads[root]
    if view.deps[root] == "dobj":
        return above if view.lemmas[above] in _VISITING else None
    if view.deps[root] != "pobj" or view.lower[above] not in {"in", "to", "for"}:
        return None
    going = view.heads[above]
    if view.lemmas[going] in _GOING or (view.lemmas[going] in _JOURNEYS and view.lower[above] == "to"):
        return going
    if view.lemmas[going] in _LEAVING and view.lower[above] == "for":
        return going
    return None


def _travellers(view: View, journey: int) -> Iterator[int]:
    """Yield the tokens that say who goes: a verb's subject, a noun's owner or who stands behind "by"."""
    above = view.heads[journey]  # "put off a trip to Lima"
    own = view.deps[journey] == "dobj" and view.lemmas[above] in _JOURNEYING
    for place in range(view.sentence_start(journey), view.sentence_end(journey)):
        head = view.heads[place]
        if own and head == above and view.deps[place] == "nsubj":
            yield place
        if head == journey and view.deps[place] in {"nsubj", "poss"}:
            yield place
        if view.deps[place] == "pobj" and view.lower[head] == "by" and view.heads[head] == journey:
            yield place


def _hung_on(reading: Reading, owner: int) -> int | None:
    """Return the country that a relative clause hangs on: "Chad, whose president, Bo Baker, ..."."""
    view = reading.view
    place = owner - 1 - (view.lower[owner - 1] == ",")
    if place >= view.sentence_start(owner) and reading.at[place] >= 0:
        return _country_at(reading, place)
    place = owner
    while view.heads[place] != place:
        hangs = view.deps[place] == "relcl"
        place = view.heads[place]
        if hangs:
            return _country_at(reading, place)
    return None


def _subject_country(reading: Reading, start: int, end: int) -> int | None:
    """Return the country that is, or whose government is, the last subject among tokens `start` to `end`."""
    view = reading.view
    for place in range(end - 1, start - 1, -1):
        if view.deps[place] not in _SUBJECTS or view.pos[place] == "PRON":
            continue
        if view.lower[place] in _RULING and place > start and reading.at[place] < 0:
            found = _country_at(reading, place - 1 - (view.lower[place - 1] in POSSESSIVES))
        else:
            found = _country_at(reading, place)
        return found
    return None


def _country_at(reading: Reading, place: int) -> int | None:
    """Return the country whose name or demonym covers a token, alone or before a body's ("the Danish Foreign Ministry")."""
    number = reading.at[place]
    if number < 0:
        return None
    entity = reading.entities[number]
    draft = reading.register.drafts[entity]
    if draft.is_country:
        return entity
    state_body = draft.type is EntityType.ORGANIZATION and draft.country is not None
    return reading.register.country(draft.country) if state_body and draft.country else None
