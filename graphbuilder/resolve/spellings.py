"""Spellings of one given name: "Sergei" and "Sergey", "Mohammed" and "Mohammad". Reads data/name_spellings.toml; joins nobody."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _spellings() -> dict[str, str]:
    raw = tomllib.loads((files("graphbuilder") / "data" / "name_spellings.toml").read_text(encoding="utf-8"))
    rows = (line.split() for line in raw["spellings"].splitlines())
    return {spelling: row[0] for row in rows if row for spelling in row}


def given_name(token: str) -> str | None:
    """Return the given name that a word is a spelling of, None where the table knows it not."""
    return _spellings().get(token)


def spelled_alike(left: str, right: str) -> bool:
    """Return whether two words are spellings of one given name."""
    return left == right or (given_name(left) is not None and given_name(left) == given_name(right))
