"""Makes offices comparable: "President of Mexico" becomes the kind "president" of "country:MX".

The words come from the same lists that the reading of texts uses (titles.toml, countries.tsv, organizations.toml), so that what a
file calls an office and what a report calls it meet. Works on a title alone, without a parse.
"""

import re
from functools import cache

from graphbuilder.knowledge.vocabulary import (
    Words,
    abbreviations,
    capitals,
    codes,
    countries,
    countries_of_bodies,
    legislatures,
    organization_countries,
    owners,
    regions,
    titles,
    words_of,
)
from graphbuilder.records.identity import fold
from graphbuilder.records.offices import SEATS

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
    "parliament", "assembly", "chamber", "house", "senate", "congress", "legislature", "diet", "seanad", "sabha", "council",
    "rada",
})  # fmt: skip
_GOVERNING = frozenset(
    {"government", "executive", "cabinet", "administration", "council", "ministers", "branch", "national"}
)
"""Words of the bodies that rule a country: "Government of Peru", "Executive Branch"."""
_SHARED_NAMES = frozenset({
    ("house", "of", "representatives"), ("federation", "council"), ("senate",), ("national", "assembly"), ("parliament",),
})  # fmt: skip
_JOINTS = re.compile(r"\s*(?:[,;/&]|\band\b)\s*")
_COMMA = re.compile(
    r"^((?:acting )?(?:president|governor|chairman|chief|head|director|commander|minister)),\s+", re.IGNORECASE
)
LOWER = frozenset({
    "deputy", "vice", "assistant", "former", "associate", "junior", "shadow", "candidate", "ex", "adviser", "advisor",
})  # fmt: skip
"""Words that make another office of the title they stand beside, where the list of titles does not know the whole."""


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
    if words[:1] == ("member",) and (_is_house(words) or _is_house(words_of(of or ""))):
        kind, start, end = "member of parliament", 0, len(words)
        owner = owner or _owner_in(words)[0]
    elif kind and (_belongs(words[:start], words[end:]) or _goes_on(words, start, end)):
        kind = None
    before, after = (words[:start], words[end:]) if kind else (words, ())
    if kind in _SENT and after[:1] == ("to",):
        target = find_owner(" ".join(word for word in after[1:] if word not in _SMALL))
        return f"{kind} to {target}", owner or _owner_in(before)[0]
    named = words_of(owner or "")
    if named and not _ruled(named):
        owner = None  # "President of Peru" in the "Executive Branch"
    owners = [part for part in map(_owner_in, (before, after)) if part[0] and owner in {None, part[0]}]
    for found, rest in owners[:1]:
        owner = owner or found
        before, after = (rest, after) if found == _owner_in(before)[0] else (before, rest)
    if kind in SEATS:
        owner = _country_of_house(owner, of)
    if kind is None:
        kept = [word for word in before if word not in _SMALL]
        return " ".join(kept) or fold(title), owner
    lower = [word for word in before if word in LOWER]
    body = [word for word in after if word not in _SMALL | _STATE] if after[:1] == ("of",) else []
    whole = " ".join((*lower, kind))
    return (f"{whole} of {' '.join(body)}" if body and kind != "member of parliament" else whole), owner


def _is_house(words: Words) -> bool:
    return bool(_HOUSES & set(words)) or _owner_in(words)[0] in legislatures()


def _country_of_house(owner: str | None, written: str | None) -> str | None:
    """Return the country that a seat is of: a member of the Bundestag sits for Germany, as a "German lawmaker" does.

    A house that bears a name which several countries give to theirs stays what it is called.
    """
    if written and words_of(written) in _SHARED_NAMES:
        return fold(written)
    country = countries_of_bodies().get(owner or "")
    return f"country:{country}" if country else owner


def _without_modifiers(words: Words) -> Words:
    place = 0
    while place < len(words) and words[place] in LOWER | _SMALL | {"acting", "interim"}:
        place += 1
    return words[place:]


def _expanded(text: str) -> str:
    """Return the text with abbreviated names written out: "US" is a country, "us" is not."""
    return " ".join(abbreviations().get(word.replace(".", "").removesuffix("'s"), word) for word in text.split())


def _goes_on(words: Words, start: int, end: int) -> bool:
    """Return whether a portfolio is longer than the one found: the minister of defense production is not of defense."""
    if words[start] not in {"minister", "secretary"} or end == len(words) or words[end] in _SMALL | {"affairs"}:
        return False
    return end - start > 1 and _owner_in(words[end:])[0] is None


def _belongs(before: Words, after: Words) -> bool:
    """Return whether the title is only what another office belongs to: "chief of the prime minister's office"."""
    return bool(_OF & set(before)) or after[:1] == ("office",)


@cache
def find_owner(name: str) -> str:
    """Return the key of a country (by name, adjective, two- or three-letter code) or organisation, else the folded name."""
    if (code := codes().get(name.strip().upper())) is not None:
        return f"country:{code}"
    words = words_of(_expanded(name))
    while words and words[0] == "the":
        words = words[1:]
    if (known := owners().get(words)) is not None:
        return known
    country = countries().get(_ruled(words))
    return fold(name) if country is None else f"country:{country}"


def _ruled(words: Words) -> Words:
    """Return the words beside those of a governing body: ("peru",) of "Government of Peru"; all words where it is none."""
    return tuple(word for word in words if word not in _GOVERNING | _SMALL) if _GOVERNING & set(words) else words


def find_country(phrase: str) -> str | None:
    """Return the two-letter code of the country that a phrase names or that a known organisation in it belongs to.

    The first country counts ("Russia's ambassador to Poland"), then organisations, then states, provinces and capitals.
    """
    words = words_of(_expanded(phrase))
    for known in (countries(), organization_countries(), regions()):
        longest = max(map(len, known))
        for start in range(len(words)):
            for size in range(min(longest, len(words) - start), 0, -1):
                found = known.get(words[start : start + size])
                if found:
                    return found
    return None


def is_capital(phrase: str) -> bool:
    """Return whether a phrase is the name of a capital, which stands for its government: "Beijing"."""
    return words_of(phrase) in capitals()


def _kind(words: Words) -> tuple[str | None, int, int]:
    best: tuple[str | None, int, int] = (None, 0, 0)
    known = titles()
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


def _owner_in(words: Words) -> tuple[str | None, Words]:
    """Return the longest country or organisation named in `words`, and the words without it."""
    known = owners()
    longest = max(map(len, known))
    for size in range(min(longest, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            found = known.get(words[start : start + size])
            if found:
                return found, (*words[:start], *words[start + size :])
    return None, words
