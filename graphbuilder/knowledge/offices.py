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
_OF = frozenset({"of", "to", "for", "at", "in", "under"})
_SENT = frozenset({"ambassador", "special envoy", "consul"})
_STATE = frozenset({
    "republic", "state", "government", "country", "nation", "supreme", "court", "united", "federal", "federation", "democratic",
    "islamic", "kingdom", "people", "peoples", "commonwealth", "union", "arab", "socialist", "cooperative", "bolivarian",
    "hashemite", "plurinational",
})  # fmt: skip
"""Words of the long names of states: "president of the republic" is the president."""
_HOUSES = frozenset({
    "parliament", "assembly", "chamber", "house", "senate", "congress", "legislature", "duma", "bundestag", "knesset", "diet",
    "seanad", "dail", "lok", "rajya", "sabha", "council", "rada", "sejm", "riksdag", "storting", "folketing",
})  # fmt: skip
_JOINTS = re.compile(r"\s*(?:[,;/&]|\band\b)\s*")
_COMMA = re.compile(
    r"^((?:acting )?(?:president|governor|chairman|chief|head|director|commander|minister)),\s+", re.IGNORECASE
)
LOWER = frozenset({
    "deputy", "vice", "assistant", "former", "associate", "junior", "shadow", "candidate", "ex", "adviser", "advisor",
})  # fmt: skip
"""Words that make another office of the title they stand beside, where the list of titles does not know the whole."""

_Words = tuple[str, ...]


def find_offices(title: str, of: str | None = None) -> list[tuple[str, str | None]]:
    """Return every office that a title names: "Deputy Prime Minister and Minister of Finance" are two (see `find_office`)."""
    parts: list[str] = []
    for piece in _JOINTS.split(title):
        starts = _kind(_without_modifiers(words_of(piece)))
        if parts and (starts[0] is None or starts[1] > 0):
            parts[-1] = f"{parts[-1]} and {piece}" if parts else piece
        elif piece.strip():
            parts.append(piece)
    whole = of or find_office(title)[1]
    offices = [find_office(part, whole) for part in parts] if len(parts) > 1 else [find_office(title, of)]
    return list(dict.fromkeys(offices))


def find_office(title: str, of: str | None = None) -> tuple[str, str | None]:
    """Return the comparable kind of a title and what it belongs to (a key or a folded name, None where nobody says).

    A title that the list does not know is a kind of its own, by its folded words. What stands after "of" and is neither country
    nor known organisation makes another office: the president of the senate is not the president. So does the country that
    an ambassador goes to.

    Args:
        title: The title as written: "President of Mexico", "U.S. Secretary of State".
        of: What it belongs to, where the source says so apart: "Mexico", "MEX", "United Nations".
    """
    words = words_of(_expanded(_COMMA.sub(r"\1 of ", title)))
    owner = find_owner(of) if of and ":" not in of else of
    kind, start, end = _kind(words)
    if words[:1] == ("member",) and _HOUSES & set(words):
        kind, start, end = "member of parliament", 0, len(words)
        owner = owner or _owner_in(words)[0]
    elif kind and (_belongs(words[:start], words[end:]) or _goes_on(words, start, end)):
        kind = None
    before, after = (words[:start], words[end:]) if kind else (words, ())
    if kind in _SENT and after[:1] == ("to",):
        target = find_owner(" ".join(word for word in after[1:] if word not in _SMALL))
        return f"{kind} to {target}", owner or _owner_in(before)[0]
    owners = [part for part in map(_owner_in, (before, after)) if part[0] and owner in {None, part[0]}]
    for found, rest in owners[:1]:
        owner = owner or found
        before, after = (rest, after) if found == _owner_in(before)[0] else (before, rest)
    if kind is None:
        kept = [word for word in before if word not in _SMALL]
        return " ".join(kept) or fold(title), owner
    lower = [word for word in before if word in LOWER]
    body = [word for word in after if word not in _SMALL | _STATE] if after[:1] == ("of",) else []
    whole = " ".join((*lower, kind))
    return (f"{whole} of {' '.join(body)}" if body and kind != "member of parliament" else whole), owner


def _without_modifiers(words: _Words) -> _Words:
    place = 0
    while place < len(words) and words[place] in LOWER | _SMALL | {"acting", "interim"}:
        place += 1
    return words[place:]


def _expanded(text: str) -> str:
    """Return the text with abbreviated names written out: "US" is a country, "us" is not."""
    return " ".join(_abbreviations().get(word.replace(".", "").removesuffix("'s"), word) for word in text.split())


def _goes_on(words: _Words, start: int, end: int) -> bool:
    """Return whether a portfolio is longer than the one found: the minister of defense production is not of defense."""
    if words[start] not in {"minister", "secretary"} or end == len(words) or words[end] in _SMALL | {"affairs"}:
        return False
    return end - start > 1 and _owner_in(words[end:])[0] is None


def _belongs(before: _Words, after: _Words) -> bool:
    """Return whether the title is only what another office belongs to: "chief of the prime minister's office"."""
    return bool(_OF & set(before)) or after[:1] == ("office",)


@cache
def find_owner(name: str) -> str:
    """Return the key of a country (by name, adjective, two- or three-letter code) or organisation, else the folded name."""
    if (code := _codes().get(name.strip().upper())) is not None:
        return f"country:{code}"
    words = words_of(_expanded(name))
    while words and words[0] == "the":
        words = words[1:]
    return _owners().get(words) or fold(name)


def find_country(phrase: str) -> str | None:
    """Return the two-letter code of the country that a phrase names or that a known organisation in it belongs to.

    The first country counts ("Russia's ambassador to Poland"), then organisations, then states, provinces and capitals.
    """
    words = words_of(_expanded(phrase))
    for known in (_countries(), _organization_countries(), _regions()):
        longest = max(map(len, known))
        for start in range(len(words)):
            for size in range(min(longest, len(words) - start), 0, -1):
                found = known.get(words[start : start + size])
                if found:
                    return found
    return None


def is_capital(phrase: str) -> bool:
    """Return whether a phrase is the name of a capital, which stands for its government: "Beijing"."""
    return words_of(phrase) in _capitals()


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
def title_lists() -> dict[str, str]:
    """Return the list of titles.toml ("state", "military" ...) that each kind of office stands in."""
    titles: dict[str, Any] = tomllib.loads(_data("titles.toml"))
    return {kind: name for name in _LISTS for kind in titles[name]} | {
        f"{name} {office}": "state" for name in titles["ministry"]["portfolios"] for office in ("minister", "secretary")
    }


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
def _abbreviations() -> dict[str, str]:
    """Return abbreviations in capitals with the name each stands for."""
    organizations: dict[str, Any] = tomllib.loads(_data("organizations.toml"))
    rows = [(name, aliases) for name, _, _, *aliases in organizations["known"].values()]
    rows += [(row[1], row[9].split(";")) for row in _table("countries.tsv")]
    return {alias.replace(".", ""): name for name, aliases in rows for alias in aliases if alias and _is_short(alias)}


@cache
def _countries() -> dict[_Words, str]:
    return {words: key.removeprefix("country:") for words, key in _owners().items() if key.startswith("country:")}


@cache
def _organization_countries() -> dict[_Words, str]:
    countries: dict[str, str] = tomllib.loads(_data("organizations.toml"))["countries"]
    return {words: countries[key] for words, key in _owners().items() if key in countries}


@cache
def _capitals() -> dict[_Words, str]:
    return {words_of(row[6]): row[0] for row in _table("countries.tsv") if row[6]}


@cache
def _regions() -> dict[_Words, str]:
    found = {words_of(row[0].partition(" (")[0]): row[2] for row in _table("regions.tsv") if row[2]}
    return _capitals() | found
