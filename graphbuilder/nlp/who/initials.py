"""Which short forms the words of a body's name make: "Karen National Union", "KNU"."""

from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.lexicon import split_words
from graphbuilder.nlp.who.view import View
from graphbuilder.records.identity import fold

SHORT = 3
"""Fewest letters of a short form that leaves the country out, or that nothing but its letters ties to a body."""


def initials_of(name: str) -> list[str]:
    """Return the short forms that the capitalised words of a name make, in lower case, the longest first.

    "Organisation for Migration" gives "om"; "Trade Union Congress of Nigeria" gives "tucn", and "tuc" without the country.
    """
    whole, _, land = name.rpartition(" of ")
    forms = [_letters(name)]
    if whole and len(_letters(whole)) >= SHORT and _is_land(land.removeprefix("the ")):
        forms.append(_letters(whole))
    return [form for form in forms if len(form) > 1]


def short_behind(view: View, end: int) -> int | None:
    """Return the token that a name gives as its short form: "the Navu Front (FLN)", "the Navu Front, or FLN, said"."""
    for opening, closing in ((["("], ")"), ([",", "or"], ",")):
        place = end + len(opening)
        if view.lower[end:place] == opening and view.words[place + 1 : place + 2] == [closing]:
            return place
    return None


def _letters(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper()).casefold()


def _is_land(name: str) -> bool:
    words = tuple(fold(word) for word in split_words(name))
    terms = load_gazetteer().terms.get(words[0], ()) if words else ()
    return any(other == words and term.kind == "country" for other, _, term in terms)
