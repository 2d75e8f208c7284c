"""What a text says about where a place lies: "Hamburg, Germany", "the Syrian town of Arla", "a village in Arla province".

It reads words beside a name; which place of a gazetteer that leaves is decided in `locations`.
"""

from dataclasses import dataclass
from functools import cache

from graphbuilder.nlp.who.country_mentions import AMERICAN_GEORGIA, is_american_georgia
from graphbuilder.nlp.who.gazetteer import Term, load_gazetteer
from graphbuilder.nlp.who.places import City, places_named
from graphbuilder.nlp.who.spans import Name
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType

SETTLEMENTS = frozenset({
    "city", "town", "village", "suburb", "port", "capital", "province", "district", "region", "state", "county", "island",
    "hamlet", "municipality", "neighborhood", "neighbourhood", "settlement", "enclave", "township", "resort", "stronghold",
    "area",
})  # fmt: skip
REACH = 7
"""How many tokens before a name its container may stand: "in the eastern Afghan province of Arla"."""
WITHIN_WORDS = frozenset({"in", "of", "within"})


@dataclass(frozen=True, slots=True)
class Stated:
    """The country (ISO code), state (GeoNames code) and region (a name of the gazetteer) that a text gives for a place."""

    country: str | None = None
    admin1: str | None = None
    region: str | None = None
    county: City | None = None

    def __bool__(self) -> bool:
        """Whether anything was stated."""
        return self.country is not None or self.region is not None


NOTHING = Stated()
APART = frozenset({",", "and", "in", "to", "from", "at", "near", "on", "for", "with", "of", "over"})
"""Words that divide an owner from a place: "Chad's envoy in Oslo" puts no Oslo in Chad."""


def of_term(term: Term) -> Stated:
    """Return the container that a gazetteer term names."""
    if term.kind in {"country", "demonym"}:
        return Stated(country=term.value)
    if term.kind in {"region", "regional"}:
        region = load_gazetteer().regions[term.value]
        return Stated(region.country or None, region.admin1 or None, term.value)
    return NOTHING


STATES_TOO = {"washington": "Washington State", "new york": "New York State"}
"""Cities with the region that shares their name."""
OF_STATES = frozenset({"gov.", "gov", "governor", "legislature"})
"""What a state has and a city has not: "New York Gov. Jane Able"."""
CAPITAL_DISTRICT = "District of Columbia"
_JOINED = frozenset({",", "and", "or"})


def state_of_its_name(view: View, names: list[Name], number: int) -> str | None:
    """Return the state that "New York" or "Washington" is here, or None where it is the city.

    "Albany, New York", "California or Washington", "Washington state", "the New York governor".
    """
    name = names[number]
    region = STATES_TOO.get(" ".join(view.folded[name.start : name.end]))
    if region is None:
        return None
    if name.end < view.size and (view.words[name.end] == "state" or view.lower[name.end] in OF_STATES):
        return region
    for other in (number + 1, number - 1):
        if not 0 <= other < len(names):
            continue
        first, second = sorted((names[other], name), key=lambda each: each.start)
        if second.start - first.end != 1 or view.lower[first.end] not in _JOINED:
            continue
        term = names[other].term
        if term is not None and term.kind == "region" and load_gazetteer().regions[term.value].country == "US":
            return region if term.value != CAPITAL_DISTRICT else None
        if other < number and view.words[first.end] == "," and names[other].type is EntityType.PLACE and term is None:
            admin1 = load_gazetteer().regions[region].admin1
            towns = places_named(" ".join(view.folded[first.start : first.end]))
            if any((town.country, town.admin1) == ("US", admin1) for town in towns):
                return region
    return None


def stated(view: View, names: list[Name], number: int) -> Stated:
    """Return what the words around a name say about where it lies."""
    return _behind(view, names, number) or _before(view, names, number)


def _behind(view: View, names: list[Name], number: int) -> Stated:
    """Read "X, Germany", "X, Ill.", "X, Arla County, Ohio", "X (Ohio)", "X in Ohio", "X, a town in Ohio"."""
    end = names[number].end
    if end >= view.size:
        return NOTHING
    mark = view.words[end]
    after = names[number + 1] if number + 1 < len(names) else None
    if mark in {",", "("} and end + 1 < view.size:
        short = _abbreviation(view, end + 1)
        if short:
            return short
        if after is not None and after.start == end + 1:
            return _container(view, names, number + 1, joined=mark == ",")
        return _apposed(view, names, number)
    if (
        mark in {"in", "of"}
        and after is not None
        and end < after.start <= end + 4
        and view.sentence_of[end] == view.sentence_of[after.start]
    ):
        between = view.lower[end + 1 : after.start]
        if all(
            word in {"the", "northern", "southern", "eastern", "western", "central", "'s", "state", "province", "of"}
            for word in between
        ):
            return _container(view, names, number + 1, joined=False)
    return NOTHING


@cache
def _postal_codes() -> dict[str, str]:
    """Return the states of the United States by their postal codes."""
    regions = load_gazetteer().regions.values()
    return {region.admin1: region.name for region in regions if region.country == "US" and region.kind == "state"}


def _abbreviation(view: View, place: int) -> Stated:
    """Return the state of a short form behind a comma: "Ill.", "TX"; its point may be a token of its own."""
    word = view.words[place]
    known = load_gazetteer().abbreviations
    name = known.get(word) or (known.get(f"{word}.") if view.words[place + 1 : place + 2] == ["."] else None)
    if name:
        region = load_gazetteer().regions[name]
        return Stated(region.country or None, region.admin1 or None, name)
    state = _postal_codes().get(word)
    if state is not None:
        return Stated("US", word, state)
    return NOTHING


def _container(view: View, names: list[Name], number: int, *, joined: bool) -> Stated:
    """Return the container that a following name is; a county or province of the table counts where a comma joins it."""
    name = names[number]
    if joined and _describes_next(view, name):
        return NOTHING
    if name.term is not None:
        if joined and name.term.value == "GE" and is_american_georgia(view, names, number):
            return of_term(Term("region", AMERICAN_GEORGIA))
        return of_term(name.term) if name.term.kind in {"country", "region", "demonym", "regional"} else NOTHING
    if name.type is not EntityType.PLACE:
        return NOTHING
    state = state_of_its_name(view, names, number) if joined else None
    if state is not None:
        return of_term(Term("region", state))
    further = _behind(view, names, number) if joined else NOTHING
    folded = " ".join(view.folded[name.start : name.end])
    found = places_named(folded)
    if found and found[0].kind == "city":
        return further
    for place in found:
        if place.kind == "city" or (further.country and further.country != place.country):
            continue
        if further.admin1 and further.admin1 != place.admin1:
            continue
        return Stated(place.country, place.admin1, further.region, place if place.kind == "county" else None)
    return further


def _describes_next(view: View, name: Name) -> bool:
    """Whether a name behind a comma belongs to the words after it: "In Oslo, Chadian President Bo Baker said"."""
    if name.end >= view.size or view.pos[name.end] not in {"NOUN", "PROPN", "ADJ"}:
        return False
    root = view.root(name.start, name.end)
    return name.demonym or (view.deps[root] in {"compound", "nmod", "amod"} and view.heads[root] >= name.end)


def _apposed(view: View, names: list[Name], number: int) -> Stated:
    """Read "X, a town in northern Ohio": a settlement noun, a preposition, and the container behind the comma."""
    end = names[number].end
    last = min(end + REACH + 5, view.sentence_end(names[number].start))
    noun = next((place for place in range(end + 1, min(end + 6, last)) if view.lower[place] in SETTLEMENTS), None)
    if noun is None:
        return NOTHING
    for other in range(number + 1, min(number + 3, len(names))):
        name = names[other]
        if name.start >= last:
            break
        if name.end <= noun and name.term is not None:  # "X, an Ohio town"
            return of_term(name.term)
        if name.start > noun and any(word in WITHIN_WORDS for word in view.lower[noun + 1 : name.start]):
            return _container(view, names, other, joined=False)
    return NOTHING


def _before(view: View, names: list[Name], number: int) -> Stated:
    """Read "the Syrian town of X", "Syria's X", "Syria's northern city of X", "the Ohio town of X"."""
    name = names[number]
    if number == 0:
        return NOTHING
    other = names[number - 1]
    gap = view.lower[other.end : name.start]
    if other.term is None or len(gap) > REACH or view.sentence_of[other.start] != view.sentence_of[name.start]:
        return NOTHING
    owner = gap[:1] in (["'s"], ["’s"], ["'"], ["’"])
    if len(gap) > 1 and gap[-1] == "," and gap[-2] in SETTLEMENTS:
        gap = gap[:-1]  # "the Libyan capital, Tripoli"
    described = bool(gap) and (gap[-1] in SETTLEMENTS or (gap[-1] == "of" and any(w in SETTLEMENTS for w in gap)))
    if described and not any(word in {",", "and", "in", "to", "from"} for word in gap):
        return of_term(other.term)
    if owner and len(gap) <= 3 and not any(word in APART for word in gap):
        return of_term(other.term)
    return NOTHING


def hinted(view: View, names: list[Name], number: int) -> str | None:
    """Return the country that the sentence hints at: "In Lebanon, troops entered Tripoli", "the Libyan government in Tripoli".

    Such words tell two towns of one name apart; alone they tell too little ("In Lebanon, the envoy told of his days in Rome").
    """
    name = names[number]
    first = view.sentence_start(name.start)
    before = names[number - 1] if number else name
    government = before.demonym and view.lower[before.end : name.start][1:] == ["in"]
    if government and before.term is not None:
        return of_term(before.term).country
    opening = next((other for other in names[max(number - REACH, 0) : number] if other.start == first + 1), None)
    opens = opening is not None and view.lower[first] == "in" and view.words[opening.end] == ","
    return of_term(opening.term).country if opens and opening is not None and opening.term is not None else None
