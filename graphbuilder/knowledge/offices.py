"""Makes offices comparable: "President of Mexico" becomes the kind "president" of "country:MX".

The words come from the same lists that the reading of texts uses (titles.toml, countries.tsv, organizations.toml), so that what a
file calls an office and what a report calls it meet. Works on a title alone, without a parse.
"""

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
_SMALL = frozenset({"of", "the", "and", "for", "to", "in", "s", "a", "an", "on", "at", "from", "with", "de"})
_PLURALS = {"chairmen": "chairman", "secretaries": "secretary", "deputies": "deputy"}
LOWER = frozenset({
    "deputy", "vice", "assistant", "former", "associate", "junior", "shadow", "candidate", "ex", "adviser", "advisor",
})  # fmt: skip
"""Words that make another office of the title they stand beside, where the list of titles does not know the whole."""

_Words = tuple[str, ...]


def find_office(title: str, of: str | None = None) -> tuple[str, str | None]:
    """Return the comparable kind of a title and what it belongs to (a key or a folded name, None where nobody says).

    A title that the list does not know is a kind of its own, by its folded words. What stands after "of" and is neither country
    nor known organisation makes another office: the president of the senate is not the president.

    Args:
        title: The title as written: "President of Mexico", "U.S. Secretary of State".
        of: What it belongs to, where the source says so apart: "Mexico", "MEX", "United Nations".
    """
    words = words_of(title)
    owner = find_owner(of) if of else None
    kind, start, end = _kind(words)
    before, after = (words[:start], words[end:]) if kind else (words, ())
    owners = [part for part in map(_owner_in, (before, after)) if part[0] and owner in {None, part[0]}]
    for found, rest in owners[:1]:
        owner = owner or found
        before, after = (rest, after) if found == _owner_in(before)[0] else (before, rest)
    if kind is None:
        kept = [word for word in before if word not in _SMALL]
        return " ".join(kept) or fold(title), owner
    lower = [word for word in before if word in LOWER]
    body = [word for word in after if word not in _SMALL] if after[:1] == ("of",) else []
    whole = " ".join((*lower, kind))
    return (f"{whole} of {' '.join(body)}" if body and kind != "member of parliament" else whole), owner


@cache
def find_owner(name: str) -> str:
    """Return the key of a country (by name, adjective, two- or three-letter code) or organisation, else the folded name."""
    if (code := _codes().get(name.strip().upper())) is not None:
        return f"country:{code}"
    words = words_of(name)
    while words and words[0] == "the":
        words = words[1:]
    return _owners().get(words) or fold(name)


def words_of(text: str) -> _Words:
    """Return the folded words of a text; points within abbreviations do not divide: "U.S." is "us"."""
    return tuple(_WORD.findall(fold(re.sub(r"(?<=\b\w)\.(?=\w\b|\s|$|\))", "", text)).replace("'s", " ")))


def _kind(words: _Words) -> tuple[str | None, int, int]:
    best: tuple[str | None, int, int] = (None, 0, 0)
    known = _titles()
    longest = max(map(len, known))
    plain = tuple(_singular(word) for word in words)
    for start in range(len(words)):
        for size in range(min(longest, len(words) - start), best[2] - best[1], -1):
            kind = known.get(words[start : start + size]) or known.get(plain[start : start + size])
            if kind:
                best = (kind, start, start + size)
                break
    return best


def _singular(word: str) -> str:
    if word in _PLURALS:
        return _PLURALS[word]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 4 else word


def _owner_in(words: _Words) -> tuple[str | None, _Words]:
    """Return the longest country or organisation named in `words`, and the words without it."""
    known = _owners()
    longest = max(map(len, known))
    for size in range(min(longest, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            found = known.get(words[start : start + size])
            if found:
                return found, (*words[:start], *words[start + size :])
    return None, words


def _data(name: str) -> str:
    return (files("graphbuilder") / "data" / name).read_text(encoding="utf-8")


def _table(name: str) -> list[list[str]]:
    return [line.split("\t") for line in _data(name).splitlines()[1:]]


@cache
def _titles() -> dict[_Words, str]:
    titles: dict[str, Any] = tomllib.loads(_data("titles.toml"))
    found: dict[_Words, str] = {}
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
def _codes() -> dict[str, str]:
    found = {alpha3: code for code, alpha3 in _table("country_codes.tsv")}
    return found | {code: code for code in found.values()}


@cache
def _owners() -> dict[_Words, str]:
    found: dict[_Words, str] = {}
    organizations: dict[str, Any] = tomllib.loads(_data("organizations.toml"))
    for key, (name, _, _, *aliases) in organizations["known"].items():
        for written in (name, *aliases):
            found[words_of(written)] = key
    for code, name, _, _, _, _, _, demonyms, peoples, aliases in _table("countries.tsv"):
        for written in (name, *demonyms.split(";"), *peoples.split(";"), *aliases.split(";")):
            if written:
                found[words_of(written)] = f"country:{code}"
    return found
