"""The shipped lists by folded words, as comparing offices needs them: titles, countries, organisations, capitals, regions."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from graphbuilder.records.identity import fold

_WORD = re.compile(r"[^\W_]+")
_LISTS = (
    "state", "regional", "legislature", "military", "judiciary", "international", "organization", "religious",
)  # fmt: skip

Words = tuple[str, ...]


def words_of(text: str) -> Words:
    """Return the folded words of a text; points within abbreviations do not divide: "U.S." is "us"."""
    return tuple(_WORD.findall(fold(re.sub(r"(?<=\b\w)\.(?=\w\b|\s|$|\))", "", text)).replace("'s", " ")))


def _data(name: str) -> str:
    return (files("graphbuilder") / "data" / name).read_text(encoding="utf-8")


def _table(name: str) -> list[list[str]]:
    return [line.split("\t") for line in _data(name).splitlines()[1:]]


@cache
def title_lists() -> dict[str, str]:
    """Return the list of titles.toml ("state", "military" ...) that each kind of office stands in."""
    titles: dict[str, Any] = tomllib.loads(_data("titles.toml"))
    return {kind: name for name in _LISTS for kind in titles[name]} | {
        f"{name} {office}": "state" for name in titles["ministry"]["portfolios"] for office in ("minister", "secretary")
    }


@cache
def titles() -> dict[Words, str]:
    """Return every written form of a title with its kind."""
    titles: dict[str, Any] = tomllib.loads(_data("titles.toml"))
    found: dict[Words, str] = {}
    for name in titles["ministry"]["portfolios"]:
        portfolio = words_of(name)
        for office in ("minister", "secretary"):
            found[*portfolio, office] = f"{name} {office}"
        for small in (("of",), ("for",), ("of", "the"), ("for", "the")):
            found["minister", *small, *portfolio] = f"{name} minister"
    for group in _LISTS:
        for kind, entry in titles[group].items():
            forms = entry["forms"] if isinstance(entry, dict) else entry
            for form in (kind, *forms):
                found.setdefault(words_of(form), kind)
                found[words_of(form)] = kind
    return found


@cache
def codes() -> dict[str, str]:
    """Return two- and three-letter codes with the two-letter code of the country."""
    found = {alpha3: code for code, alpha3 in _table("country_codes.tsv")}
    return found | {code: code for code in found.values()}


@cache
def owners() -> dict[Words, str]:
    """Return names of countries and organisations, demonyms too, with the key of each."""
    found: dict[Words, str] = {}
    organizations: dict[str, Any] = tomllib.loads(_data("organizations.toml"))
    for key, (name, _, _, *aliases) in organizations["known"].items():
        for written in (name, *aliases):
            if not _is_short(written):
                found[words_of(written)] = key
    for code, name, _, _, _, _, _, demonyms, peoples, aliases in _table("countries.tsv"):
        for written in (name, *demonyms.split(";"), *peoples.split(";"), *aliases.split(";")):
            if written and not _is_short(written):
                found[words_of(written)] = f"country:{code}"
    return found


def _is_short(written: str) -> bool:
    return written.isupper() and len(written.replace(".", "")) <= 6


@cache
def abbreviations() -> dict[str, str]:
    """Return abbreviations in capitals with the name each stands for."""
    organizations: dict[str, Any] = tomllib.loads(_data("organizations.toml"))
    rows = [(name, aliases) for name, _, _, *aliases in organizations["known"].values()]
    rows += [(row[1], row[9].split(";")) for row in _table("countries.tsv")]
    return {alias.replace(".", ""): name for name, aliases in rows for alias in aliases if alias and _is_short(alias)}


@cache
def countries() -> dict[Words, str]:
    """Return names and demonyms of countries with the code of each."""
    return {words: key.removeprefix("country:") for words, key in owners().items() if key.startswith("country:")}


@cache
def countries_of_bodies() -> dict[str, str]:
    """Return the key of an organisation with the code of its country."""
    countries: dict[str, str] = tomllib.loads(_data("organizations.toml"))["countries"]
    return countries


@cache
def legislatures() -> frozenset[str]:
    """Return the keys of the houses of parliaments."""
    organizations: dict[str, Any] = tomllib.loads(_data("organizations.toml"))
    return frozenset(key for key, (_, _, kind, *_) in organizations["known"].items() if kind == "legislature")


@cache
def organization_countries() -> dict[Words, str]:
    """Return names of organisations with the code of the country of each."""
    countries = countries_of_bodies()
    return {words: countries[key] for words, key in owners().items() if key in countries}


@cache
def capitals() -> dict[Words, str]:
    """Return names of capitals with the code of the country of each."""
    return {words_of(row[6]): row[0] for row in _table("countries.tsv") if row[6]}


@cache
def regions() -> dict[Words, str]:
    """Return names of capitals, states and provinces with the code of the country of each."""
    found = {words_of(row[0].partition(" (")[0]): row[2] for row in _table("regions.tsv") if row[2]}
    return capitals() | found
