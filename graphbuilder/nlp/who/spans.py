"""A name as a span of tokens, and what makes a word able to stand in one. Which spans are names is judged elsewhere."""

from dataclasses import dataclass

from graphbuilder.nlp.who.gazetteer import Term
from graphbuilder.nlp.who.places import cities_named
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType

PARTICLES = frozenset({
    "al", "el", "bin", "ibn", "bint", "van", "von", "de", "der", "den", "da", "di", "du", "del", "della", "dos",
    "das", "la", "le", "ter", "abu", "ben", "ould", "-", "e", "y",
})  # fmt: skip
BESIDE_TITLE = 75
"""The weight of a name that a title or honorific announces; more than any guess, less than a full name the model sees."""
LOCATIVES = frozenset({"in", "at", "near", "outside", "around", "across", "toward", "towards", "into", "throughout"})
COMPASS = frozenset({
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeast", "northwest",
    "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern", "upper", "lower", "inner",
    "outer", "far", "mid",
})  # fmt: skip
DIRECTIONS = frozenset({"from", "to", "through", "via", "reach", "of"})
LOCALS = frozenset({
    "man", "woman", "couple", "girl", "boy", "teen", "teenager", "mother", "father", "native", "resident", "residents", "police",
    "firefighters", "mayor", "taxpayers", "voters", "officials", "detectives", "parents", "family", "airport", "suburb", "area",
    "court", "hospital", "schools", "hotel", "home", "office", "rally",
})  # fmt: skip
"""What stands behind the name of its town: "an Arla man", "Arla police"."""
HOUSES = frozenset({"museum", "library", "gallery", "palace", "castle", "temple", "tower", "port", "cathedral", "hall"})
CENTRES = frozenset({
    "space", "convention", "medical", "shopping", "civic", "conference", "detention",
    "sports", "exhibition", "visitor",
    "visitors", "community", "trade", "arts", "leisure", "science",
    "aquatic", "entertainment", "cultural", "city", "town", "performing",
    "reception", "health", "recreation", "correctional",
})  # fmt: skip
"""Words before "center" in the names of houses."""
SURNAMES_TOO = frozenset({
    "hill", "hills", "lake", "park", "lane", "street", "castle", "forest", "bay", "hall", "rivers", "fields", "valley", "beach",
    "banks", "farm", "port", "temple", "bridge", "towers", "sea", "court", "falls", "parks", "mountain", "field", "heights",
})  # fmt: skip
"""Words for places that are surnames too: "Faith Hill", "Min Park"."""
SPACY_TYPES = {
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORGANIZATION,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
}
SURNAME_FIRST = frozenset({
    "xi", "li", "hu", "wen", "wang", "zhang", "jiang", "zhu", "deng", "mao", "kim", "park", "moon", "lee", "roh",
    "ban", "hun", "ma", "tsai", "chen", "han", "hwang", "nguyen", "ho", "abe", "yang", "zhao", "liu", "yoon", "lam",
    "leung", "zhou", "bo", "wu", "qin", "geng", "hua",
})  # fmt: skip
SUFFIXES = frozenset({"jr", "jr.", "jnr", "sr", "sr.", "snr"})
"""What tells father and son apart: "Pedro Arroyo Jr.", "Pedro Arroyo Sr."."""
TERM_TYPES = {
    "country": EntityType.PLACE,
    "demonym": EntityType.PLACE,
    "region": EntityType.PLACE,
    "regional": EntityType.PLACE,
    "people": EntityType.GROUP,
    "religion": EntityType.GROUP,
    "organization": EntityType.ORGANIZATION,
}
CLOSED = frozenset(
    {"ADP", "CCONJ", "SCONJ", "DET", "PRON", "ADV", "AUX", "PART", "INTJ", "NUM", "PUNCT", "SPACE", "SYM"}
)
STRONG_SECTORS = frozenset({"state", "regional", "legislature", "military", "judiciary", "religious"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’", "s"})
NAME_POS = frozenset({"PROPN", "NOUN", "ADJ", "X"})


@dataclass(slots=True)
class Name:
    """Tokens `start` to `end` are a name of this type; `term` is what the gazetteer knows of it."""

    start: int
    end: int
    type: EntityType
    weight: int
    term: Term | None = None
    label: str = ""
    honorific: str | None = None

    @property
    def demonym(self) -> bool:
        """Whether the name is an adjective of a country or region ("Danish")."""
        return self.term is not None and self.term.kind in {"demonym", "regional", "religion"}


def trim(view: View, start: int, end: int) -> tuple[int, int]:
    """Cut articles, possessive endings and lower-case words off both ends of a name."""
    for place in range(start + 1, end):
        if view.words[place] in {"(", "[", "|"}:
            end = place
            break
    while start < end and (
        view.pos[start] in {"DET", "PUNCT", "ADP", "PRON", "SPACE"}
        or view.words[start] in {"-", "–", "—"}
        or view.lower[start] in {"the", "a"}
    ):
        if (
            view.capital[start]
            and view.lower[start] not in {"the", "a", "an"}
            and view.pos[start] != "PUNCT"
            and end - start > 1
            and view.pos[start] == "ADP"
        ):
            break
        start += 1
    while (
        start < end
        and not view.capital[start]
        and not view.words[start][:1].isdigit()
        and view.lower[start] not in PARTICLES
    ):
        start += 1
    while end > start and (
        view.lower[end - 1] in POSSESSIVES
        or view.pos[end - 1] in {"PUNCT", "SPACE", "ADP"}
        or not (view.capital[end - 1] or view.words[end - 1][:1].isdigit())
    ):
        end -= 1
    return start, end


def large(folded: str, people: int) -> bool:
    """Return whether a city of this name has at least so many people."""
    found = cities_named(folded)
    return bool(found) and found[0].population >= people


def is_house(words: list[str]) -> bool:
    """Return whether the words, in lower case, name a building: "museum of flight", "arla convention centre"."""
    if words[0] in HOUSES and "of" in words[1:2]:
        return True
    return words[-1] in {"center", "centre", "complex"} and words[-2:-1] != [] and words[-2] in CENTRES


def lines_of(view: View, start: int, end: int) -> list[tuple[int, int]]:
    """Split a span at line breaks: spaCy sometimes joins a headline to the next line."""
    pieces = []
    first = start
    for place in range(start, end):
        if "\n" in view.words[place]:
            pieces.append((first, place))
            first = place + 1
    pieces.append((first, end))
    return [(a, b) for a, b in pieces if a < b]


def can_begin(view: View, place: int) -> bool:
    """Whether a name can begin here: a capital, or the article of an Arabic name before a hyphen ("al-Qaeda")."""
    if view.capital[place]:
        return True
    return (
        view.lower[place] == "al"
        and place + 2 < view.size
        and (view.words[place + 1] == "-" or view.capital[place + 1])
    )


def wordlike(word: str) -> bool:
    """Return whether a token holds a letter."""
    return any(char.isalpha() for char in word)
