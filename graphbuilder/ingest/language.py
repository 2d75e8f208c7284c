"""Is this English? By the share of function words; a text is refused only when it is long and clearly something else.

Names nothing finer than what the message needs; no model, no probabilities.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

_LEAST_WORDS = 40
"""Shorter texts are never refused: "Ministro dimite tras protestas" may be a quoted headline."""

_MOST_ENGLISH = 0.12
"""English news has 30 to 45 of 100 words in our list; a list of names may fall below 12 and is kept unless another
language has more."""

_LEAST_LETTERS = 80
_WORD = re.compile(r"[^\W\d_]+")
_NOT_LATIN = re.compile(r"[^\W\d_A-Za-z\u00aa-\u024f\u1e00-\u1eff]")
_SAMPLE = 20_000


@cache
def _function_words() -> dict[str, frozenset[str]]:
    table = tomllib.loads((files("graphbuilder") / "data" / "ingest_language.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in table["function_words"].items()}


def other_language(text: str) -> str | None:
    """Return what language a text is in when it is clearly not English ("German", "a script other than Latin")."""
    sample = text[:_SAMPLE]
    letters = sum(char.isalpha() for char in sample)
    if letters >= _LEAST_LETTERS and len(_NOT_LATIN.findall(sample)) > letters / 2:
        return "a script other than Latin"
    words = [word.casefold() for word in _WORD.findall(sample)]
    if len(words) < _LEAST_WORDS:
        return None
    shares = {name: sum(word in table for word in words) / len(words) for name, table in _function_words().items()}
    english = shares.pop("English")
    name = max(shares, key=lambda language: (shares[language], language))
    return name if english < _MOST_ENGLISH and shares[name] > english else None
