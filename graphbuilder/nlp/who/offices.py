"""The country of a position whose words name none, by a few sure signs; where none is sure, none is given."""

from collections import Counter

from graphbuilder.nlp.who.holding import Holding
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.officeholders import countries_of
from graphbuilder.nlp.who.phrases import Phrase
from graphbuilder.nlp.who.reading import Reading
from graphbuilder.nlp.who.register import Register
from graphbuilder.nlp.who.spans import POSSESSIVES
from graphbuilder.nlp.who.surroundings import is_destination, is_smaller, owner_country, seat_country
from graphbuilder.records.annotation import EntityType

_STATE = frozenset({"state", "military", "legislature"})
_OFTEN = 3
"""Times that a country is named which a report is about."""
_OPENING = 40
"""Tokens in which a report says what it is about: headline and first sentence."""


def infer_countries(
    holdings: list[Holding],
    phrases: list[Phrase],
    of_entities: dict[int, list[int]],
    reading: Reading,
    *,
    spoken: Counter[int],
    barred: set[tuple[int, int]],
) -> None:
    """Give a country to the positions whose words name none.

    In this order: the same person and office elsewhere; "its" or "whose" before the office; a form of title only one country
    has; the table of office holders; the only country of a role phrase without a holder ("the US and Mexican presidents"); the
    only country of the document, or the one it is about, or of the two it is about, that has no other holder of the office; the
    country of the capital where somebody acts. `of_entities` gives what the phrase of each title's head is of; `spoken` counts
    the countries the document speaks of, `barred` holds pairs of a person and a country it is not of ("her Chilean counterpart").
    """
    lexicon, register = load_lexicon(), reading.register
    for holding in holdings:
        if holding.of is None:
            _same_office(holding, holdings)
        if holding.of is None:
            holding.of = owner_country(reading, holding)
        if holding.of is None and holding.kind in lexicon.american:
            holding.of, holding.confidence = register.country("US"), holding.confidence * 0.9
        if holding.of is None:
            codes = countries_of(register.drafts[holding.holder].name, holding.kind)
            if len(codes) == 1:
                holding.of, holding.confidence = register.country(codes[0]), holding.confidence * 0.95
    abroad = {of for _, of in barred}
    national = [holding for holding in holdings if not is_smaller(reading, holding)]
    for kind in list(dict.fromkeys(holding.kind for holding in national if holding.of is None)):
        peers = {of for holder, of in barred if any(told.holder == holder and told.kind == kind for told in holdings)}
        asked = [
            entity
            for phrase in phrases
            if phrase.kind in {kind, "counterpart"} and not phrase.used
            for entity in of_entities[phrase.title.head]
            if register.drafts[entity].is_country and not phrase.former and (phrase.kind == kind or entity in peers)
        ]
        _eliminate(national, kind, list(dict.fromkeys(asked)), barred, 0.7)
        sector = lexicon.title_sector.get(kind, "state")
        if len(spoken) == 1 and not abroad & set(spoken) and sector in _STATE:
            _eliminate(national, kind, list(spoken), barred, 0.6)
        elif sector == "state":
            _eliminate(national, kind, _two_sides(spoken), barred, 0.6)
            _eliminate(national, kind, at_home(spoken) or _opened_with(reading, spoken), barred, 0.5)
    for holding in national:
        if holding.of is None and not holding.former and lexicon.title_sector.get(holding.kind, "state") == "state":
            seat = seat_country(reading, holding)
            if seat is not None and (holding.holder, seat) not in barred:
                holding.of, holding.confidence = seat, round(holding.confidence * 0.5, 3)
    for holding in holdings:
        if holding.of is None:
            _same_office(holding, holdings)


def infer_from_owners(holdings: list[Holding], owners: dict[int, int], register: Register) -> None:
    """A minister is of the country of the one whose minister he is: "Her interior minister, Bo Baker, ..."."""
    for holding in holdings:
        if holding.of is not None or holding.owner not in owners:
            continue
        owner = owners[holding.owner]
        if register.drafts[owner].is_country:
            holding.of = owner
            continue
        for other in holdings:
            if other.holder == owner and other.of is not None and other.kind != holding.kind:
                holding.of, holding.confidence = other.of, round(holding.confidence * 0.9, 3)
                break
    for holding in holdings:
        if holding.of is None:
            _same_office(holding, holdings)


def infer_towns(holdings: list[Holding], entities: list[int], reading: Reading) -> None:
    """The mayor in a report is of its town, where it has one: named three times and twice as often as any other."""
    bare = [holding for holding in holdings if holding.kind == "mayor" and holding.of is None and holding.owner is None]
    drafts = reading.register.drafts
    towns = Counter(
        entity
        for name, entity in zip(reading.names, entities, strict=True)
        if bare and drafts[entity].precision == "city" and not is_destination(reading.view, name)
    )
    found = at_home(towns)
    for holding in bare if found else []:
        if not holding.former:
            holding.of, holding.confidence = found[0], round(holding.confidence * 0.6, 3)


def infer_from_bodies(
    holdings: list[Holding], owners: dict[int, int], by_head: dict[int, int], reading: Reading
) -> None:
    """An office is of the body whose it is: "The union's president, Bo Baker", "The Velm Party agreed. Its leader, Bo Baker".

    A body of a state owns no minister. `owners` gives the entity of each possessive pronoun, `by_head` that of each mention.
    """
    view, drafts = reading.view, reading.register.drafts
    for holding in holdings:
        if holding.of is not None or "minister" in holding.kind:
            continue
        before = holding.start - 1
        if holding.owner is not None and view.lower[holding.owner] == "its":
            owner = owners.get(holding.owner)
        elif before > 0 and view.lower[before] in POSSESSIVES and reading.at[before - 1] < 0:
            owner = by_head.get(before - 1)
        else:
            continue
        if owner is not None and drafts[owner].type in {EntityType.ORGANIZATION, EntityType.PLACE}:
            holding.of, holding.confidence = owner, round(holding.confidence * 0.8, 3)


def at_home(spoken: Counter[int]) -> list[int]:
    """Return the country a text is at home in: named at least three times, and twice as often as any other."""
    ranked = spoken.most_common(2)
    if not ranked or ranked[0][1] < _OFTEN or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return []
    return [ranked[0][0]]


def _opened_with(reading: Reading, spoken: Counter[int]) -> list[int]:
    """Return the country that alone a report opens with and that it names most, at least three times.

    "Chad's parliament voted on Monday ... Interior Minister Bo Baker ...", where Peru and Mali are only spoken of further down.
    """
    view, register = reading.view, reading.register
    opening: set[int] = set()
    for name, entity in zip(reading.names, reading.entities, strict=True):
        if name.start >= _OPENING and view.sentence_of[name.start] > 0:
            break
        code = register.drafts[entity].country
        if code is not None and name.type is not EntityType.PERSON:
            opening.add(register.country(code))
    if len(opening) != 1:
        return []
    country = opening.pop()
    most = max(spoken.values(), default=0)
    return [country] if spoken[country] == most >= _OFTEN else []


def _two_sides(spoken: Counter[int]) -> list[int]:
    """Return the two countries a text is about: each named at least three times, and twice as often as any third."""
    ranked = spoken.most_common(3)
    if len(ranked) < 2 or ranked[1][1] < _OFTEN or (len(ranked) > 2 and ranked[1][1] < 2 * ranked[2][1]):
        return []
    return [entity for entity, _ in ranked[:2]]


def _eliminate(
    holdings: list[Holding], kind: str, options: list[int], barred: set[tuple[int, int]], factor: float
) -> None:
    """Give a country to each holder for whom one option is left: one not held by another and not barred for this holder."""
    while True:
        held = {
            holding.of
            for holding in holdings
            if holding.kind == kind and holding.of is not None and not holding.former and not holding.past
        }
        holders = list(
            dict.fromkeys(holding.holder for holding in holdings if holding.of is None and holding.kind == kind)
        )
        free = [entity for entity in options if entity not in held]
        sure = [
            (holder, left[0]) for holder in holders if len(left := [e for e in free if (holder, e) not in barred]) == 1
        ]
        if len(holders) > 1 and len(free) < 2:
            sure = [pair for pair in sure if any((pair[0], e) in barred for e in options)]
        if not sure:
            return
        _give(holdings, kind, sure[0][0], sure[0][1], factor)


def _same_office(holding: Holding, holdings: list[Holding]) -> None:
    for other in holdings:
        if other.holder == holding.holder and other.kind == holding.kind and other.of is not None:
            holding.of = other.of
            return


def _give(holdings: list[Holding], kind: str, holder: int, of: int, factor: float) -> None:
    for holding in holdings:
        if holding.kind == kind and holding.holder == holder and holding.of is None:
            holding.of = of
            holding.confidence = round(holding.confidence * factor, 3)
