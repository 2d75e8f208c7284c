"""Towns inside the names of bodies: "Arla" in "Arla Police Department" and "University of Arla".

A body is where the town in its name is; the town also tells which places of its name the document means.
"""

from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.places import DIVISION_WORDS, cities_named, places_named
from graphbuilder.nlp.who.spans import Name
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType

LOCAL = frozenset({
    "police", "fire", "city", "town", "county", "school", "schools", "high", "elementary", "middle", "municipal", "council",
    "sheriff", "district", "regional", "public", "airport", "township", "hospital", "cathedral", "magistrates", "crown", "herald",
})  # fmt: skip
"""Words behind the name of a town in the name of its own body: "Arla Fire Department"."""
LARGE = 100_000
SOME = 20_000
LONGEST = 3


def inner_town(view: View, name: Name) -> tuple[int, int] | None:
    """Return the tokens of the town in a body's name, or None.

    A county ("Arla County Sheriff's Office") counts too. A town stands first or behind "of", "in" or "at"; it is large, or
    its own body follows ("Arla City Council").
    """
    if name.type is not EntityType.ORGANIZATION or name.term is not None or name.end - name.start < 2:
        return None
    if "county" in view.lower[name.start + 1 : name.end - 1]:
        return name.start, view.lower.index("county", name.start + 1) + 1
    for start in range(name.start, name.end):
        behind = start > name.start and view.lower[start - 1] in {"of", "in", "at"}
        if not view.capital[start] or not (start == name.start or behind):
            continue
        for end in range(min(name.end, start + LONGEST), start, -1):
            if (start, end) == (name.start, name.end) or view.lower[end - 1] in DIVISION_WORDS:
                continue  # "Ohio State Police" is of a state
            form = " ".join(view.folded[start:end])
            after = view.lower[end] if end < name.end else ""
            found = places_named(form) if after in LOCAL else cities_named(form)
            if not found or form in load_lexicon().first_names or _is_term(view, start, end):
                continue
            if after in LOCAL or found[0].population >= (SOME if behind else LARGE):
                return start, end
    return None


def inner_state(view: View, name: Name) -> str | None:
    """Return the state or province that a body's name begins with, or has behind "of": "Ohio" of "Ohio Highway Patrol"."""
    if name.type is not EntityType.ORGANIZATION or name.term is not None:
        return None
    starts = [name.start, *(place + 1 for place in range(name.start, name.end - 1) if view.lower[place] == "of")]
    for start in starts:
        for words, _, term in load_gazetteer().terms.get(view.folded[start], ()):
            if (
                term.kind == "region"
                and tuple(view.folded[start : start + len(words)]) == words
                and view.capital[start]
            ):
                return term.value
    return None


def _is_term(view: View, start: int, end: int) -> bool:
    words = tuple(view.folded[start:end])
    return any(other == words for other, _, _ in load_gazetteer().terms.get(words[0], ()))
