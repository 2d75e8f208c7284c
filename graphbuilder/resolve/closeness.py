"""How close two organisations or two places are that were not joined: for a person to look at, never to join anything.

A pure function of the mentions. Names count most; what is said around them tells, and what speaks against both being one ends it.
"""

from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from graphbuilder.records.resolution import EntityCandidate
from graphbuilder.resolve.names import name_tokens

LIKE = 0.6
"""Names less alike than this are not worth a look."""
SPELLED_ALIKE = 0.75
"""Words less alike than this by their letters are two words: "north" and "south"."""
MAX_SHARED = 60
"""A word that more names have than this ("ministry") brings none of them together."""
_EMPTY = frozenset({"the", "of", "and", "for", "in", "a", "on", "de", "la", "el"})
_PREFIX = 4
FAR_DEGREES = 1.0
"""Places whose points lie further apart than this, some 100 km, are two."""


class Body(NamedTuple):
    """An organisation or place with the mentions it was made of."""

    id: str
    name: str
    mentions: Sequence[EntityCandidate]

    def words(self) -> tuple[str, ...]:
        """Return the words of the name that say something."""
        tokens = name_tokens(self.name)
        return tuple(token for token in tokens if token not in _EMPTY) or tokens

    def values(self, of: Callable[[EntityCandidate], Iterable[str]]) -> frozenset[str]:
        """Return what all mentions say together."""
        return frozenset(value for mention in self.mentions for value in of(mention))


class Closeness(NamedTuple):
    """A feature of a pair: its name, score from 0 to 1, and a sentence."""

    name: str
    score: float
    sentence: str


_WEIGHTS = {"name": 0.6, "country": 0.1, "company": 0.2, "topics": 0.1}


def near_names(names: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the pairs of ids whose names share a telling word, a beginning, or an acronym; near-linear in the names.

    Args:
        names: Id and name of each.
    """
    blocks: dict[str, list[str]] = {}
    for key, name in names:
        words = Body(key, name, ()).words()
        keys = {*words, f"^{''.join(words)[:_PREFIX]}"}
        if len(words) > 1:
            keys.add("".join(word[0] for word in words))
        for block in keys:
            blocks.setdefault(block, []).append(key)
    pairs = {
        pair
        for block in blocks.values()
        if 1 < len(block) <= MAX_SHARED
        for pair in combinations(sorted(set(block)), 2)
    }
    return sorted(pairs)


def alike(left: Body, right: Body) -> float:
    """Return how alike two names are, 1 for an acronym of the other or one inside the other, by letters else.

    Names of the same number of words that differ in a whole word ("Ministry of Health", "Ministry of Trade") are not alike.
    """
    ours, theirs = left.words(), right.words()
    short, long = sorted((ours, theirs), key=len)
    if len(long) > 1 and "".join(short) == "".join(word[0] for word in long):
        return 1.0
    if set(short) < set(long):
        return round(0.5 + 0.5 * len(set(short)) / len(set(long)), 4)
    if set(short) == set(long):
        return 1.0
    if len(short) != len(long):
        return 0.0
    scores = [SequenceMatcher(None, a, b, autojunk=False).ratio() for a, b in zip(ours, theirs, strict=True)]
    return round(min(scores), 4) if min(scores) >= SPELLED_ALIKE else 0.0


def against(left: Body, right: Body) -> str | None:
    """Return what makes two of them, None where nothing does."""
    ours, theirs = (body.values(lambda m: [m.country] if m.country else []) for body in (left, right))
    if ours and theirs and not ours & theirs:
        return f"of other countries: {', '.join(sorted(ours))} and {', '.join(sorted(theirs))}"
    points = [[(m.latitude, m.longitude) for m in body.mentions] for body in (left, right)]
    for one, other in ((a, b) for a in points[0] for b in points[1]):
        if one[0] is None or one[1] is None or other[0] is None or other[1] is None:
            continue
        if abs(one[0] - other[0]) > FAR_DEGREES or abs(one[1] - other[1]) > FAR_DEGREES:
            return "their points lie far apart"
    keys = [body.values(lambda m: [m.key] if m.key else []) for body in (left, right)]
    if keys[0] and keys[1] and not keys[0] & keys[1]:
        return "two entries of the lists"
    known = [body.values(lambda m: [str(m.geonames)] if m.geonames else []) for body in (left, right)]
    return "two places of the gazetteer" if known[0] and known[1] and not known[0] & known[1] else None


def closeness(left: Body, right: Body) -> tuple[Closeness, ...]:
    """Return the features of a pair."""
    shared = {
        "country": _shared(left, right, lambda m: [m.country] if m.country else m.countries),
        "company": _shared(left, right, lambda m: m.company),
        "topics": _shared(left, right, lambda m: m.topics),
    }
    likeness = alike(left, right)
    features = [Closeness("name", likeness, f"{left.name!r} and {right.name!r}")]
    enough = {"country": 1, "company": 3, "topics": 2}
    for name, common in shared.items():
        said = f"in common: {', '.join(sorted(common)[:5])}" if common else "nothing in common"
        features.append(Closeness(name, round(min(1.0, len(common) / enough[name]), 4), said))
    return tuple(features)


def total(features: Sequence[Closeness]) -> float:
    """Return one score from 0 to 1."""
    return round(sum(_WEIGHTS[feature.name] * feature.score for feature in features), 4)


def _shared(left: Body, right: Body, of: Callable[[EntityCandidate], Iterable[str]]) -> frozenset[str]:
    return left.values(of) & right.values(of)
