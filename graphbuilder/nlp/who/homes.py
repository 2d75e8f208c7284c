"""Which country a text is at home in: whose "the Supreme Court", "the interior minister" and "our country" are.

Three things tell: how often the text speaks of each country, what it opens with, and where it was filed. Every rule that needs a
home asks `find_home`; where the three do not agree, the text has none.
"""

from collections import Counter
from typing import NamedTuple

from graphbuilder.nlp.who.gazetteer import TermKind, load_gazetteer
from graphbuilder.nlp.who.places import cities_named
from graphbuilder.nlp.who.reading import Reading
from graphbuilder.nlp.who.scenes import is_scene
from graphbuilder.nlp.who.surroundings import is_destination
from graphbuilder.records.annotation import EntityType
from graphbuilder.records.identity import fold

OFTEN = 3
"""Times that a country is named which a report is about."""
_TWICE = 2
"""How many times as often as any other."""
_BEARING = 2
"""Namings that a dateline outweighs: reports from home name the others, "MANILA - The Senate voted to send ships to Japan"."""
_OPENING = 40
"""Tokens in which a report says what it is about: headline and first sentence."""
_OTHER_NAMESAKES = 10
"""How many times as many people a town has as its namesakes abroad, where a dateline gives the town alone."""
_SEATS_OF_MANY = frozenset({"brussels", "geneva", "new york", "davos", "strasbourg", "hague", "the hague", "vienna"})
"""Towns where the officials of all countries meet: "Economy Minister Rosa Salcedo travels to Brussels" is no word of Belgium."""


class Home(NamedTuple):
    """The country a text is `at` home in, None where that is not sure; the `only` one there is any word of.

    `spoken` counts the countries the text speaks of, by name or a place in them, but for where somebody travels; `filed` is the
    country of its dateline, `in_part` whether that names a state or province ("PARIS, Texas").
    """

    at: int | None
    only: int | None
    spoken: Counter[int]
    filed: int | None = None
    in_part: bool = False


def find_home(reading: Reading, filed: str | None = None, *, sent_to: frozenset[int] = frozenset()) -> Home:
    """Return the country a text is at home in.

    Args:
        reading: The document, its names and entities.
        filed: The place of its dateline as written, where it had one.
        sent_to: The tokens that say where envoys are sent, which is no word of whose they are.
    """
    spoken = _spoken(reading, sent_to)
    code = filed_in(filed) if filed else None
    here = reading.register.country(code) if code else None
    told = set(spoken) if here is None else {*spoken, here}
    opened, leads = _opening(reading)
    return Home(
        at=_home(spoken, here, opened, leads=leads),
        only=told.pop() if len(told) == 1 else None,
        spoken=spoken,
        filed=here,
        in_part=filed is not None and "," in filed and _term(filed.rpartition(",")[2], "region") is not None,
    )


def clearly_most(counts: Counter[int]) -> int | None:
    """Return what is named at least three times, and twice as often as anything else."""
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < OFTEN or (len(ranked) > 1 and ranked[0][1] < _TWICE * ranked[1][1]):
        return None
    return ranked[0][0]


def filed_in(place: str) -> str | None:
    """Return the code of the country that the place of a dateline lies in: "NAIROBI, Kenya", "LIMA", "PARIS, Texas".

    None for a town that several countries could mean, for seats of many countries, and for places in two ("PARIS/BERLIN").
    """
    found = {_country_of([fold(part) for part in each.split(",")]) for each in place.split("/")}
    return found.pop() if len(found) == 1 else None


def _country_of(parts: list[str]) -> str | None:
    gazetteer = load_gazetteer()
    country = _term(parts[-1], "country")
    region = _term(parts[-1], "region") if len(parts) > 1 else None
    if country is not None or region is not None:
        return country or gazetteer.regions[region or ""].country or None
    town = parts[0].strip()
    if town in _SEATS_OF_MANY:
        return None
    if town in gazetteer.capitals:
        return gazetteer.capitals[town]
    cities = cities_named(town)
    rivals = [city for city in cities if city.country != cities[0].country]
    return (
        None
        if not cities or any(cities[0].population < _OTHER_NAMESAKES * c.population for c in rivals)
        else cities[0].country
    )


def _term(text: str, kind: TermKind) -> str | None:
    words = tuple(fold(text).split())
    known = load_gazetteer().terms.get(words[0], ()) if words else ()
    return next((term.value for other, _, term in known if other == words and term.kind == kind), None)


def _home(spoken: Counter[int], here: int | None, opened: int | None, *, leads: bool) -> int | None:
    """Weigh the evidence: `here` is where the text was filed, `opened` what it opens with, in its subject where that `leads`."""
    clear = clearly_most(spoken)
    if here is not None:
        foreign = leads and opened != here  # "NAIROBI - Somalia's parliament voted"
        if not foreign and spoken[here] + _BEARING >= _others(spoken, here):
            return here
        return clear if foreign and clear == opened else None
    if clear is not None or opened is None:
        return clear
    others = _others(spoken, opened)
    return opened if spoken[opened] >= (OFTEN if others or not leads else 1) and spoken[opened] >= others else None


def _others(spoken: Counter[int], country: int) -> int:
    return max((times for other, times in spoken.items() if other != country), default=0)


def _spoken(reading: Reading, sent_to: frozenset[int]) -> Counter[int]:
    register = reading.register
    found: Counter[int] = Counter()
    for name, entity in zip(reading.names, reading.entities, strict=True):
        draft = register.drafts[entity]
        if name.start in sent_to or is_destination(reading.view, name) or is_scene(reading.view, name):
            continue
        if draft.is_country:
            found[entity] += 1
        elif (
            name.type in {EntityType.PLACE, EntityType.ORGANIZATION}
            and draft.country
            and (
                draft.latitude is not None or draft.type is EntityType.ORGANIZATION
            )  # a town on no list lies where others tell
            and fold(draft.name) not in _SEATS_OF_MANY
            and f"country:{draft.country}" in register.by_key
        ):
            found[register.country(draft.country)] += 1
    return found


def _opening(reading: Reading) -> tuple[int | None, bool]:
    """Return the country that alone a report opens with, and whether it stands in the subject there.

    "Chad's parliament voted on Monday ... Interior Minister Bo Baker ...", where Peru and Mali are only spoken of further down.
    """
    view, register = reading.view, reading.register
    opening: dict[int, bool] = {}
    for name, entity in zip(reading.names, reading.entities, strict=True):
        if name.start >= _OPENING and view.sentence_of[name.start] > 0:
            break
        code = register.drafts[entity].country
        if code is not None and name.type is not EntityType.PERSON:
            country = register.country(code)
            leads = view.sentence_of[name.start] == 0 and _in_subject(reading, view.root(name.start, name.end))
            opening[country] = opening.get(country, False) or leads
    return next(iter(opening.items())) if len(opening) == 1 else (None, False)


def _in_subject(reading: Reading, place: int) -> bool:
    view = reading.view
    while view.heads[place] != place:
        if view.deps[place] in {"nsubj", "nsubjpass"}:
            return view.deps[view.heads[place]] == "ROOT"
        place = view.heads[place]
    return False
