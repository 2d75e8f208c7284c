"""The country of a position whose words name none, by a few sure signs; where none is sure, none is given."""

from collections import Counter

from graphbuilder.nlp.who.holding import Holding
from graphbuilder.nlp.who.homes import OFTEN, Home, clearly_most
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.officeholders import countries_of
from graphbuilder.nlp.who.phrases import Phrase
from graphbuilder.nlp.who.reading import Reading
from graphbuilder.nlp.who.register import Register
from graphbuilder.nlp.who.scenes import SENT, appointer, sender
from graphbuilder.nlp.who.spans import POSSESSIVES
from graphbuilder.nlp.who.surroundings import is_destination, is_smaller, owner_country, seat_country
from graphbuilder.records.annotation import EntityType

_STATE = frozenset({"state", "military", "legislature"})


_DEPUTIES = {
    "president": {"vice president"},
    "prime minister": {"deputy prime minister"},
    "chancellor": {"vice chancellor"},
}


def infer_countries(
    holdings: list[Holding],
    phrases: list[Phrase],
    of_entities: dict[int, list[int]],
    reading: Reading,
    *,
    home: Home,
    barred: set[tuple[int, int]],
) -> None:
    """Give a country to the positions whose words name none.

    In this order: the same person and office elsewhere; "its" or "whose" before the office; a form of title only one country
    has; the table of office holders; the only country of a role phrase without a holder ("the US and Mexican presidents"); the
    only country of the document, the one it is at home in, or of the two it is about the one that has no other holder of the
    office; the country of the capital where somebody acts. `of_entities` gives what the phrase of each title's head is of, `home`
    where the document is at home, `barred` pairs of a person and a country it is not of ("her Chilean counterpart").
    """
    lexicon, register = load_lexicon(), reading.register
    american = register.by_key.get("country:US") in home.spoken
    for holding in holdings:
        if holding.of is None:
            _same_office(holding, holdings)
        if holding.of is None:
            holding.of = owner_country(reading, holding)
        if holding.of is None and holding.kind in SENT:
            holding.of = sender(reading, holding)
        if holding.of is None and holding.kind in lexicon.american:
            if not _of_a_rival(holding, home, barred, register):
                holding.of, holding.confidence = register.country("US"), holding.confidence * 0.9
            elif american and home.at is not None:
                barred = barred | {(holding.holder, home.at)}  # either could be meant
        if holding.of is None:
            name = register.drafts[holding.holder].name
            codes = countries_of(name, holding.kind)
            if len(codes) == 1 and (" " in name or _is_spoken_of(codes[0], home, register)):
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
        if kind in SENT and home.only != home.at:
            continue  # "Ann Able, the ambassador to France, met Brazilian officials" is whoever's
        if home.only is not None and home.only not in abroad and sector in _STATE:
            _eliminate(national, kind, [home.only], barred, 0.6)
        elif sector == "state":
            _eliminate(national, kind, _two_sides(home.spoken), barred, 0.6)
            _eliminate(national, kind, [] if home.at is None else [home.at], barred, 0.5)
    for holding in national:
        if holding.of is None and not holding.former and lexicon.title_sector.get(holding.kind, "state") == "state":
            seat = seat_country(reading, holding.start)
            if seat is not None and (holding.holder, seat) not in barred:
                holding.of, holding.confidence = seat, round(holding.confidence * 0.5, 3)
    for holding in holdings:
        if holding.of is None:
            _same_office(holding, holdings)
        if holding.of is None and lexicon.title_sector.get(holding.kind, "state") == "state":
            holding.of = appointer(reading, holding, holdings) or _own_country(holding, holdings)


def _is_spoken_of(code: str, home: Home, register: Register) -> bool:
    """Whether a text that is at home somewhere speaks of this country: a surname alone is no word of it."""
    return home.at is None or register.country(code) == home.at or register.country(code) in home.spoken


def _of_a_rival(holding: Holding, home: Home, barred: set[tuple[int, int]], register: Register) -> bool:
    """Whether a form of title that is American elsewhere is none here: "the Treasury secretary" of a report on Kenya.

    Hardly anybody else has a Secretary of State, and who visits a country is no secretary of it.
    """
    if home.at is None or holding.kind.endswith("secretary of state") or (holding.holder, home.at) in barred:
        return False
    return register.drafts[home.at].country in load_lexicon().secretaries


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
    town = clearly_most(towns)
    for holding in bare if town is not None else []:
        if not holding.former:
            holding.of, holding.confidence = town, round(holding.confidence * 0.6, 3)


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
    sector = load_lexicon().title_sector
    bodily = [h for h in holdings if sector.get(h.kind) == "organization" or h.kind == "chief executive"]
    for holding in bodily:
        if holding.of is None:  # "the bank's chairman and director, Ann Able"
            rows = (
                o for o in bodily if (o.holder, o.sentence) == (holding.holder, holding.sentence) and o.of is not None
            )
            holding.of = next((other.of for other in rows), None)


def _two_sides(spoken: Counter[int]) -> list[int]:
    """Return the two countries a text is about: each named at least three times, and twice as often as any third."""
    ranked = spoken.most_common(3)
    if len(ranked) < 2 or ranked[1][1] < OFTEN or (len(ranked) > 2 and ranked[1][1] < 2 * ranked[2][1]):
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


def _own_country(holding: Holding, holdings: list[Holding]) -> int | None:
    """Return the country whose deputy moves up: "Vice President Able of Peru was sworn in as president"."""
    deputies = (h for h in holdings if h.holder == holding.holder and h.kind in _DEPUTIES.get(holding.kind, ()))
    return next((h.of for h in deputies if h.of is not None), None)


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
