"""Father and son of one name in one document: "Anton Gehrer, son of the late president Anton Gehrer".

Only who is named beside a word for kin of somebody with a name that fits is told apart here; most kin have other given names.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from graphbuilder.nlp.who.spans import POSSESSIVES, Name
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import Generation

YOUNGER: Final = frozenset(
    {"son", "daughter", "grandson", "granddaughter", "nephew", "niece", "heir", "stepson", "grandchild"}
)
ELDER: Final = frozenset({"father", "mother", "grandfather", "grandmother", "uncle", "aunt", "stepfather", "ancestor"})
END_OF: Final[Mapping[Generation, str]] = {"younger": "jr", "elder": "sr"}
"""The end of a name that says the same of its bearer."""
REACH: Final = 9
"""Tokens between a word for kin and the name it stands beside: "his father, former President ..."."""
_OTHER: Final[Mapping[Generation, Generation]] = {"younger": "elder", "elder": "younger"}

Fits = Callable[[int, int], bool]


def namesakes_in_kin(view: View, people: Mapping[int, Name], fits: Fits) -> dict[int, Generation]:
    """Return the generation of each name that stands beside a word for kin of a namesake, and that of this namesake.

    Args:
        view: The tokens.
        people: The names of people by number, in the order of the text.
        fits: Whether two names, by number, could be of one person.
    """
    found: dict[int, Generation] = {}
    there: dict[int, list[int]] = {}
    for number, name in people.items():
        there.setdefault(view.sentence_of[name.start], []).append(number)
    kin = [place for place, word in enumerate(view.lower) if word in YOUNGER or word in ELDER]
    for place in kin:
        generation: Generation = "younger" if view.lower[place] in YOUNGER else "elder"
        for named, owner in _pairs(view, people, there, place):
            if named != owner and fits(named, owner):
                found.setdefault(named, generation)
                found.setdefault(owner, _OTHER[generation])
                break
    return found


def _pairs(view: View, people: Mapping[int, Name], there: Mapping[int, list[int]], kin: int) -> list[tuple[int, int]]:
    """Return who is the kin and whose, as numbers of names; `there` has the names of each sentence."""
    sentence = view.sentence_of[kin]
    near = {number: people[number] for number in there.get(sentence, ())}
    before = [number for number, name in near.items() if name.end <= kin]
    after = [number for number, name in near.items() if kin < name.start <= kin + REACH]
    if kin + 1 < view.size and view.lower[kin + 1] == "of":  # "X, the son of the late president X", "X is the son of X"
        return (
            [(before[-1], after[0])] if before and after and not _verb_between(view, kin, near[after[0]].start) else []
        )
    if not after or not _introduced(view, kin, near[after[0]].start):
        return []
    named = after[0]
    if before and near[before[-1]].end < kin and view.words[near[before[-1]].end] in POSSESSIVES:  # "X's son, X"
        return [(named, before[-1])]
    if not any(view.tags[place] == "PRP$" for place in range(max(kin - 3, 0), kin)):
        return []
    earlier = [number for number in near if people[number].end <= kin] or there.get(sentence - 1, [])
    owner = _last_named(view, people, earlier, kin)
    return [(named, owner)] if owner is not None else []


def _introduced(view: View, kin: int, start: int) -> bool:
    """Whether the name that begins at `start` says who the kin is: "his son Karl", "his father, former President Karl"."""
    return not _verb_between(view, kin, start) and view.lower[start - 1] not in {
        "with",
        "by",
        "to",
        "from",
        "of",
        "and",
        "for",
        "against",
    }


def _verb_between(view: View, left: int, right: int) -> bool:
    return any(view.pos[place] in {"VERB", "AUX", "SCONJ"} for place in range(left + 1, right))


def _last_named(view: View, people: Mapping[int, Name], earlier: Sequence[int], kin: int) -> int | None:
    """Return the name that "his" before `kin` goes back to: the last of the earlier ones, where no other subject stands between.

    "Karl Brandt was arrested. The chancellor said that his son, Karl Brandt, ..." is of the chancellor.
    """
    if not earlier:
        return None
    last = people[earlier[-1]]
    subjects = (place for place in range(last.end, kin) if view.deps[place] in {"nsubj", "nsubjpass"})
    return None if any(view.pos[place] in {"NOUN", "PROPN"} for place in subjects) else earlier[-1]
