"""Walks of life: a minister, a striker and a bishop of one name are three people. Reads data/careers.toml; knows no names."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

APART_FIRMLY = 1.0
APART_LIKELY = 0.6
MINISTERS = (" minister", " secretary")
"""Ends of the kinds of office that are of politics, whatever the portfolio."""
SECRETARIES = ("secretary of ", "minister of ", "minister for ")


class Careers(NamedTuple):
    """The walk of life of each word, the pairs of them that one person is often of, and those that part firmly."""

    of_word: dict[str, str]
    together: frozenset[frozenset[str]]
    firm: frozenset[str]


@cache
def load_careers() -> Careers:
    """Return the table shipped with the package."""
    raw = tomllib.loads((files("graphbuilder") / "data" / "careers.toml").read_text(encoding="utf-8"))
    words = {
        " ".join(word.split()): career
        for career, listed in raw["words"].items()
        for word in listed.split(";")
        if word.strip()
    }
    together = {frozenset((one, other)) for one, others in raw["together"].items() for other in others.split()}
    return Careers(words, frozenset(together), frozenset(raw["firm"]["lives"].split()))


def careers_of(words: Iterable[str]) -> frozenset[str]:
    """Return the walks of life that kinds of office and nouns for somebody tell of: "striker" of sport, "leader" of none."""
    return frozenset(filter(None, map(_career, words)))


@cache
def _career(word: str) -> str:
    found = load_careers().of_word.get(word, "")
    if not found and (word.endswith(MINISTERS) or word.startswith(SECRETARIES)):
        return "politics"
    return found


def careers_apart(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Return how much two people's walks of life speak for two people, 0 where either is unknown or one fits both."""
    if not ours or not theirs or ours & theirs:
        return 0.0
    careers = load_careers()
    pairs = [frozenset((one, other)) for one in ours for other in theirs]
    if any(pair in careers.together for pair in pairs):
        return 0.0
    return APART_FIRMLY if any(pair & careers.firm for pair in pairs) else APART_LIKELY
