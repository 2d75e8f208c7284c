"""How rare a name is, told by its words alone: reports on a "Maria Garcia" need more in common than on an "Ingrid Tveitane".

Reads data/common_names.toml and data/first_names.toml. No corpus is counted, so that no document changes what joins two others.
"""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from graphbuilder.resolve.name_order import given_names
from graphbuilder.resolve.names import GENERATION_SUFFIXES

RARE, USUAL, COMMON = 1.0, 0.5, 0.0

SYLLABLE = 4
"""Letters: so short a name is one of a few thousand syllables, as "Min" and "Jun" are, and no list holds them all."""


@cache
def _common_family() -> frozenset[str]:
    raw = tomllib.loads((files("graphbuilder") / "data" / "common_names.toml").read_text(encoding="utf-8"))
    return frozenset(name for names in raw["family"].values() for name in names.split())


@lru_cache(maxsize=20_000)
def rarity(tokens: tuple[str, ...]) -> float:
    """Return 0 for a name many people bear, 1 for a rare one, of the words that `name_tokens` gives.

    The family name may stand first or last. A name of two common words is common; of more words, or with one that is in no list,
    it is usual; rare is what has no common family name and no first name that is listed.
    """
    words = [token for token in tokens if token not in GENERATION_SUFFIXES and len(token) > 1]
    family = {words[0], words[-1]} & _common_family() if words else set()
    given = set(words) & given_names()
    known = sum(len(word) <= SYLLABLE or word in _common_family() or word in given_names() for word in words)
    if family:
        return COMMON if known == len(words) else USUAL
    return USUAL if given else RARE
