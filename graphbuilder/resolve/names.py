"""Names compared: what one spelling of a person's name says about another. No score here ever joins two people alone."""

from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache

from graphbuilder.records.identity import slug
from graphbuilder.records.middles import middles_agree
from graphbuilder.resolve.name_order import family_last
from graphbuilder.resolve.spellings import spelled_alike

GENERATION_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


class NameRelation(IntEnum):
    """How two names relate, strongest last."""

    DIFFERENT = 0
    SURNAME = 1
    """One is the tail of the other: "Weber", "Clara Weber"."""
    INITIAL = 2
    """"C. Weber", "Clara Weber"."""
    SPELLING = 3
    """The last name agrees, and the given names are spellings of one: "Sergei Ivankov", "Sergey Ivankov"."""
    PARTIAL = 4
    """One is a tail of two words or more: "Lopez Vega", "Ana Lopez Vega"."""
    MIDDLE = 5
    """First and last name agree, a middle name or initial is left out: "Clara Weber", "Clara M. Weber"."""
    EQUAL = 6


def name_tokens(name: str) -> tuple[str, ...]:
    """Return the words of a name, folded to ASCII: "Peña-Nieto" gives ("pena", "nieto")."""
    return tuple(slug(name).split("-"))


def person_tokens(name: str) -> tuple[str, ...]:
    """Return the words of a person's name, the family's last: "Orban Viktor" gives ("viktor", "orban")."""
    return family_last(name_tokens(name))


def family_token(name: str) -> str:
    """Return the family's word of a name, the last that is no generation suffix; people are compared only where it agrees."""
    tokens = person_tokens(name)
    kept = [token for token in tokens if token not in GENERATION_SUFFIXES]
    return (kept or list(tokens))[-1]


@lru_cache(maxsize=20_000)
def relate_names(left: tuple[str, ...], right: tuple[str, ...]) -> NameRelation:
    """Return how two names, as `name_tokens` gives them, relate.

    A generation suffix on one side only, or different ones, keeps father and son apart, and so do middle initials that differ.
    """
    if left == right:
        return NameRelation.EQUAL
    if _generation(left) != _generation(right):
        return NameRelation.DIFFERENT
    short, long = sorted((_plain(left), _plain(right)), key=lambda tokens: (len(tokens), tokens))
    if not short or short[-1] != long[-1]:
        return NameRelation.DIFFERENT
    if short == long[-len(short) :]:
        return NameRelation.SURNAME if len(short) == 1 else NameRelation.PARTIAL
    if not _agree(short[0], long[0]):
        spelled = spelled_alike(short[0], long[0]) and middles_agree(short[1:-1], long[1:-1])
        return NameRelation.SPELLING if spelled else NameRelation.DIFFERENT
    if not middles_agree(short[1:-1], long[1:-1]):
        return NameRelation.DIFFERENT
    if short[0] != long[0]:
        return NameRelation.INITIAL
    return NameRelation.MIDDLE


def _generation(tokens: Iterable[str]) -> frozenset[str]:
    return frozenset(tokens) & GENERATION_SUFFIXES


def _plain(tokens: Iterable[str]) -> tuple[str, ...]:
    return tuple(token for token in tokens if token not in GENERATION_SUFFIXES)


def _agree(left: str, right: str) -> bool:
    return left == right or (min(len(left), len(right)) == 1 and left[0] == right[0])
