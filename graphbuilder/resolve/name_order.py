"""Which word of a person's name is the family's: the last, or the first where a people writes it so ("Orban Viktor").

Reads data/first_names.toml. Only words that can hardly be taken otherwise turn a name round: "Martin George" stays as it stands.
"""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

SYLLABLE = 5
"""Letters of a part of a given name in two: "Yong-su", "Geun-hye"."""
_PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "van", "von", "de", "der", "den", "da", "di", "du", "del", "la", "le", "dos", "y"}
)


@cache
def _names(*keys: str) -> frozenset[str]:
    raw = tomllib.loads((files("graphbuilder") / "data" / "first_names.toml").read_text(encoding="utf-8"))
    return frozenset(name for key in keys for name in raw[key].split())


def given_names() -> frozenset[str]:
    """Return the first names of all lists."""
    return _names("male", "female", "unisex")


@lru_cache(maxsize=20_000)
def family_last(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name with the family's last: ("orban", "viktor") gives ("viktor", "orban").

    The last word must be a given name that is nobody's family name and the first no given name, or the first a family name of
    one syllable before a given name of two ("Kim Yong-su").
    """
    first, rest = tokens[0], tokens[1:]
    if not rest:
        return tokens
    only_given = _names("never_family")
    given = all(word in only_given or word in given_names() for word in rest)
    if given and rest[-1] in only_given and first not in given_names():
        return (*rest, first)
    plain = all(1 < len(word) <= SYLLABLE and word not in given_names() and word not in _PARTICLES for word in rest)
    return (*rest, first) if len(rest) == 2 and plain and first in _names("written_first") else tokens
