"""Who has a name, and who is known by an office or a description only."""

import re

_PARTICLES = frozenset(
    {
        "abu", "al", "ben", "bin", "bint", "d'", "da", "de", "del", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ten",
        "ter", "van", "von", "zu",
    }
)  # fmt: skip
"""Small words that a family name may begin with."""


def is_named(name: str) -> bool:
    """Return whether a name is one: "foreign minister of Zambia" and "aide" stand for people that nobody named.

    "al-Jazari" and "de Vries" are names, small as they begin.
    """
    first = re.split(r"[\s-]", name, maxsplit=1)[0]
    return not first[:1].islower() or first in _PARTICLES
