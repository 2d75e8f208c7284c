"""Names of things that look like people, places or bodies: storms, ships, spacecraft, operations, models with a number.

"Hurricane Ida" is no person, "USS Arla" no town, and where the text says so once, "Ida" alone is the storm too.
"""

import re

from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.spans import Name, can_begin
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType

_MODEL = re.compile(r"[A-Z]{1,4}-?\d{1,3}[A-Z]?")
"""A type or number of a thing: "F-16", "STS-12". Known bodies ("G20") are terms of the gazetteer."""
_BEFORE = frozenset({"space", "tropical", "super", "category"})
_LONGEST = 3
_LONG_ACRONYM = 6
_REACH = 14
"""Tokens before an acronym in which its words are looked for."""


def without_things(view: View, names: list[Name], things: set[int]) -> list[Name]:
    """Return the names that are no names of things; `things` are the tokens `find_things` found."""
    return [name for name in names if not (_within(name, things) or _is_model(view, name))]


def _within(name: Name, things: set[int]) -> bool:
    return things.issuperset(range(name.start, name.end))


def _is_model(view: View, name: Name) -> bool:
    return name.end - name.start == 1 and name.term is None and _MODEL.fullmatch(view.words[name.start]) is not None


def find_things(view: View, candidates: list[Name]) -> set[int]:
    """Return the tokens of the names of things, and of the same names alone."""
    first = load_lexicon().thing_first
    found: set[int] = set()
    alone: set[str] = set()
    for place in range(view.size):
        if view.lower[place] not in first or not view.capital[place]:
            continue
        end = place + 1
        stop = min(view.sentence_end(place), place + 1 + _LONGEST)
        while end < stop and can_begin(view, end) and view.pos[end] == "PROPN":
            end += 1
        start = place - (place > 0 and view.capital[place - 1] and view.lower[place - 1] in _BEFORE)
        if end - start == 1:
            continue  # "the Storm", a town called "Hurricane"
        found.update(range(start, end))
        name = view.words[place + 1 : end]
        if len(name) == 1 and len(name[0]) > 1 and name[0].isalpha():
            alone.add(name[0])
    if not alone:
        return found
    people = {
        place
        for name in candidates
        if name.type is EntityType.PERSON and name.end - name.start > 1 and not _within(name, found)
        for place in range(name.start, name.end)
    }
    alone -= {view.words[place] for place in people}
    for place, word in enumerate(view.words):
        beside = [side for side in (place - 1, place + 1) if 0 <= side < view.size]
        if (
            word in alone
            and place not in people
            and not any(view.capital[side] and view.lower[side] != "the" for side in beside)
        ):
            found.add(place)
    return found


def acronyms_of_things(view: View) -> frozenset[str]:
    """Return the acronyms in brackets behind words with these initials that name no body: "Open Skies Treaty (OST)"."""
    lexicon = load_lexicon()
    found = set()
    for place in range(2, view.size - 1):
        word = view.words[place]
        bracketed = view.words[place - 1] == "(" and view.words[place + 1] == ")"
        if not bracketed or not word.isupper() or not 2 <= len(word) <= _LONG_ACRONYM:
            continue
        start = place - 1
        letters = list(word)
        while letters and start > 0 and place - start < _REACH:
            start -= 1
            if view.lower[start][:1] == letters[-1].casefold():
                letters.pop()
        if letters:
            continue
        long = view.lower[start : place - 1]
        body = long[-1] in lexicon.organization_last or any(word in lexicon.organization_first for word in long)
        thing = not view.capital[start] or long[-1] in lexicon.thing_last or not view.ner[start]
        if thing and not body:
            found.add(word)
    return frozenset(found)
