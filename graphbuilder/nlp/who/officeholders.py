"""A small dated table of well-known office holders: to complete what a text says of somebody it names, never to add anybody."""

from functools import cache
from importlib.resources import files

import msgspec

from graphbuilder.records.identity import fold


class Office(msgspec.Struct, frozen=True):
    """One spell in office. `start` and `end` are ISO days; an empty end means not known to have ended."""

    name: str
    kind: str
    country: str
    start: str
    end: str


@cache
def _table() -> dict[str, tuple[Office, ...]]:
    text = (files("graphbuilder") / "data" / "officeholders.tsv").read_text(encoding="utf-8")
    found: dict[str, list[Office]] = {}
    for line in text.splitlines()[1:]:
        name, kind, country, start, end = line.split("\t")
        found.setdefault(fold(name), []).append(Office(name, kind, country, start, end))
    return {name: tuple(offices) for name, offices in found.items()}


def offices_of(name: str) -> tuple[Office, ...]:
    """Return the offices a person of exactly this name has held."""
    return _table().get(fold(name), ())


def countries_of(name: str, kind: str) -> list[str]:
    """Return the codes of the countries where a person of this name held an office of this kind."""
    return list(dict.fromkeys(office.country for office in offices_of(name) if office.kind == kind))
