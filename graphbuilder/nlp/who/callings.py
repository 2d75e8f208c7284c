"""What people are called beside their offices: "striker Jan Holub", "Ann Able, a plumber", "Able was a singer".

Plain nouns, as the text has them; what walk of life they tell of is judged where people are compared.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from graphbuilder.nlp.who.history import Found
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.reading import Reading
from graphbuilder.nlp.who.spans import Name
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType

_BE: Final = frozenset({"be", "become", "remain"})
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_REACH: Final = 10
"""Tokens of an apposition behind a name that are looked at."""


def note_callings(reading: Reading, found: Sequence[Found]) -> None:
    """Write the nouns by which each person is called into the drafts."""
    view, drafts = reading.view, reading.register.drafts
    for name, entity in zip(reading.names, reading.entities, strict=True):
        if name.type is EntityType.PERSON:
            drafts[entity].callings.update(
                view.lower[place] for place in _beside(view, name) if _is_calling(view, place)
            )
    for mention in found:
        if mention.form == "nominal" and len(mention.entities) == 1:
            draft = drafts[mention.entities[0]]
            if draft.type is EntityType.PERSON and not draft.anonymous and _is_calling(view, mention.head):
                draft.callings.add(view.lower[mention.head])


def _beside(view: View, name: Name) -> Iterator[int]:
    """Yield the nouns that stand before a name, in apposition to it, or are said of it."""
    if name.start and view.sentence_of[name.start - 1] == view.sentence_of[name.start]:
        yield name.start - 1
    root = view.root(name.start, name.end)
    head = view.heads[root]
    if view.deps[root] == "appos":  # "a plumber, Ann Able"
        yield head
    end = min(view.sentence_end(root), name.end + _REACH)
    for place in range(name.end, end):
        beside = view.deps[place] == "appos" and name.start <= view.heads[place] < name.end
        said = view.deps[place] == "attr" and view.heads[place] == head and view.lemmas[head] in _BE
        if beside or said:
            yield place


def _is_calling(view: View, place: int) -> bool:
    """Whether a token is a noun for one person that is not said to be of the past: "the former singer"."""
    if view.pos[place] not in _NOUNS or not view.lower[place].isalpha():
        return False
    if view.capital[place] and place != view.sentence_start(place):
        return False
    former = load_lexicon().former
    return not any(view.lower[spot] in former for spot in range(max(place - 4, view.sentence_start(place)), place))
