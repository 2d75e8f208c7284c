"""Who followed whom: "His successor, Ann Able, ..." holds the office of the one he is, "her predecessor" held it.

The office is that of the person named as owner, or last named before a pronoun; nothing is said where that one has none.
"""

from dataclasses import replace

from graphbuilder.nlp.who.holding import Holding
from graphbuilder.nlp.who.reading import Reading
from graphbuilder.nlp.who.spans import POSSESSIVES
from graphbuilder.records.annotation import EntityType

_FOLLOWING = {"successor": False, "predecessor": True}
"""The nouns, and whether who is called so held the office before."""


def successions(reading: Reading, holdings: list[Holding]) -> list[Holding]:
    """Return the positions of those a text calls the successor or predecessor of a holder."""
    found = []
    for place, word in enumerate(reading.view.lower):
        if word not in _FOLLOWING:
            continue
        holder = _named(reading, place)
        owner = _owner(reading, place)
        if holder is None or owner is None or holder == owner:
            continue
        office = next((h for h in reversed(holdings) if h.holder == owner and h.start < place), None)
        if office is None or any(h.holder == holder and h.kind == office.kind for h in holdings):
            continue
        found.append(
            replace(
                office,
                start=place,
                end=place + 1,
                holder=holder,
                former=_FOLLOWING[word],
                acting=False,
                past=False,
                confidence=0.7,
                sentence=reading.view.sentence_of[place],
            )
        )
    return found


def mark_late(reading: Reading, holdings: list[Holding]) -> None:
    """Make those former holders whom a text calls late: "The late Bo Baker was governor of Arla"."""
    late = {
        entity
        for name, entity in zip(reading.names, reading.entities, strict=True)
        if name.start and reading.view.lower[name.start - 1] == "late"
    }
    for holding in holdings:
        holding.former |= holding.holder in late


def _person(reading: Reading, place: int) -> int | None:
    """Return the person a token is part of the name of."""
    number = reading.at[place] if 0 <= place < reading.view.size else -1
    if number < 0 or reading.names[number].type is not EntityType.PERSON:
        return None
    return reading.entities[number]


def _named(reading: Reading, place: int) -> int | None:
    """Return who is called so: the name behind the noun, with or without a comma."""
    after = place + 1
    if after < reading.view.size and reading.view.words[after] == ",":
        after += 1
    return _person(reading, after)


def _owner(reading: Reading, place: int) -> int | None:
    """Return whose successor it is: "Able's successor", "his successor"."""
    view = reading.view
    start = view.sentence_start(place)
    spot = place - 1
    while spot > start and view.pos[spot] in {"ADJ", "ADV"}:
        spot -= 1
    if spot > start and view.lower[spot] in POSSESSIVES:
        return _person(reading, spot - 1)
    if spot < start or view.tags[spot] != "PRP$":
        return None
    before = [n for n, name in enumerate(reading.names) if name.start < spot and name.type is EntityType.PERSON]
    near = before and view.sentence_of[spot] - view.sentence_of[reading.names[before[-1]].start] <= 1
    return reading.entities[before[-1]] if near else None
