"""Which countries the names of a document speak of; it places nothing."""

from collections import Counter

from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.places import choose_city
from graphbuilder.nlp.who.spans import Name
from graphbuilder.nlp.who.view import View


def countries_spoken_of(names: list[Name]) -> Counter[str]:
    """Return how often the names of a document speak of each country, by its code."""
    gazetteer = load_gazetteer()
    seen: Counter[str] = Counter()
    for name in names:
        if name.term is None:
            continue
        if name.term.kind in {"country", "demonym", "people"} and not name.term.value.startswith("="):
            seen[name.term.value] += 1
        elif name.term.kind in {"region", "regional"} and gazetteer.regions[name.term.value].country:
            seen[gazetteer.regions[name.term.value].country] += 1
    return seen


AMERICAN_GEORGIA = "Georgia (US state)"
"""The state as the table of regions names it."""
_STATE_OFFICES = frozenset({"governor", "gov.", "gov", "lieutenant", "lt.", "sen.", "rep.", "legislature", "lawmakers"})


def is_american_georgia(view: View, names: list[Name], number: int) -> bool:
    """Whether "Georgia" follows one of its towns ("Macon, Georgia"), or stands in a text on the United States.

    Where the text says "Georgian" or "Tbilisi" only a town tells, one of which the country has none of the name.
    """
    name = names[number]
    if number and view.words[name.start - 1] == "," and names[number - 1].end == name.start - 1:
        other = names[number - 1]
        town = " ".join(view.folded[other.start : other.end])
        if choose_city(town, country="US", admin1="GA") is None:
            return False
        if choose_city(town, country="GE") is None:
            return True
    if view.lower[name.end : name.end + 1] and view.lower[name.end] in _STATE_OFFICES:
        return True  # "Georgia Governor Brad Keller"
    if any(view.lower[other.start] in {"georgian", "georgians", "tbilisi"} for other in names):
        return False
    regions = load_gazetteer().regions
    terms = [other.term for other in names if other.term is not None]
    return any(term.value == "US" or (term.value in regions and regions[term.value].country == "US") for term in terms)


_OTHER_CONGO = frozenset({"democratic", "dr", "d.r", "d.r.", "drc", "kinshasa", "goma", "kivu"})


def is_brazzaville(view: View, names: list[Name], number: int) -> bool:
    """Whether "Congo" or "Congolese" is of Brazzaville, since the text names that state or town and nothing of the larger one."""
    name = names[number]
    if name.end - name.start > 1 or view.lower[name.start] not in {"congo", "congolese"}:
        return False
    told = any(
        (other.term is not None and other.term.value == "CG") or view.lower[other.start] == "brazzaville"
        for other in names
    )
    return told and not any(_OTHER_CONGO & set(view.lower[other.start : other.end]) for other in names)
