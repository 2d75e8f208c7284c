"""A seat in a parliament told by its house: "Bundestag member Ann Able", "Bo Baker, a member of the Chamber of Deputies"."""

from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.view import View

_HOUSES = frozenset({"parliament", "assembly", "chamber", "senate", "house", "duma"})
"""Nouns that name a house where they are written as a name: "the National Assembly", "the Chamber of Deputies"."""
_NO_HOUSES = frozenset({"general", "white", "royal", "opera"})
"""Words before such a noun that make it no parliament: "a member of the General Assembly"."""
_LONGEST = 4


def is_seat(view: View, place: int) -> bool:
    """Whether the word "member" at a token says that somebody sits in a parliament."""
    if view.lower[place] != "member":
        return False
    if place + 2 < view.size and view.lower[place + 1] == "of":
        end = _house_from(view, place + 2 + (view.lower[place + 2] == "the"))
        return end is not None and (end >= view.size or view.tags[end] != "POS")
    named = place + 1 < view.size and view.capital[place + 1] and view.words[place + 1].isalpha()
    first = max(place - _LONGEST, view.sentence_start(place))
    return named and any(_house_from(view, start) == place for start in range(first, place))


def _house_from(view: View, start: int) -> int | None:
    """Return where the name of a house that begins at a token ends."""
    if start >= view.size or not view.capital[start]:
        return None
    known = load_lexicon().known
    for words, _, term in load_gazetteer().terms.get(view.folded[start], ()):
        end = start + len(words)
        house = term.kind == "organization" and known[term.value][2] == "legislature"
        if house and tuple(view.folded[start:end]) == words:
            return end
    reach = min(start + _LONGEST - 1, view.size)
    place = next((spot for spot in range(start, reach) if view.lower[spot] in _HOUSES), None)
    if (
        place is None
        or not all(view.capital[start : place + 1])
        or _NO_HOUSES & {*view.lower[max(start - 1, 0) : place]}
    ):
        return None
    below = place + 2 < view.size and view.lower[place + 1] == "of" and view.capital[place + 2]
    return place + 3 if below else place + 1
