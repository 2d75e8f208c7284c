"""Word lists of data/*.toml as sets, loaded once. It holds words only; what they mean in a sentence is decided elsewhere."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec


class Lexicon(msgspec.Struct, frozen=True):
    """Every word list of the who room; all words in lower case, all names folded."""

    title_forms: dict[str, list[tuple[tuple[str, ...], str]]]
    """First word of a title to its forms, longest first, each with its kind."""
    title_sector: dict[str, str]
    """A kind of title to the table it stands in ("state", "military")."""
    plover_sector: dict[str, str]
    """A kind of title to PLOVER's code of its sector."""
    rank: dict[str, int]
    """A kind of title to its rank in its own state or body, 1 the highest."""
    honorifics: dict[str, str]
    """An honorific to the gender it tells ("male", "female" or "none")."""
    former: frozenset[str]
    acting: frozenset[str]
    elect: frozenset[str]
    coming: frozenset[str]
    """Words for who is not yet in office: "the incoming mayor"."""
    modifiers: frozenset[str]
    portfolios: dict[str, list[tuple[str, ...]]]
    title_gender: dict[str, str]
    american: frozenset[str]
    thrones: dict[str, frozenset[str]]
    """A title of a ruling house to the codes of the countries that have or had one."""
    secretaries: frozenset[str]
    """Codes of the other countries whose ministers or officials are secretaries: "the Treasury secretary" of Kenya."""
    first_names: dict[str, str]
    unisex: frozenset[str]
    """First names that tell no gender."""
    groups: frozenset[str]
    groups_always: frozenset[str]
    bodies: frozenset[str]
    state_bodies: frozenset[tuple[str, ...]]
    """Words of the bodies every state has: "supreme court"."""
    shared: dict[str, list[str]]
    """Names of bodies that a few states have, by their codes; without a word of another it is the first's."""
    organizations: frozenset[str]
    places: frozenset[str]
    persons: dict[str, str]
    epithets: frozenset[str]
    """What a person does, said again instead of the name: "the singer"."""
    relations: frozenset[str]
    plural_persons: frozenset[str]
    plural_countries: frozenset[str]
    organization_last: frozenset[str]
    organization_first: frozenset[str]
    place_last: frozenset[str]
    place_first: frozenset[str]
    not_names: frozenset[str]
    thing_last: frozenset[str]
    thing_alone: frozenset[str]
    thing_first: frozenset[str]
    """First words of the names of things: "Hurricane", "USS"."""
    unnamed: dict[str, str]
    """A noun to the list of [unnamed] that holds it; people count before bodies, and these before places."""
    known: dict[str, list[str]]
    known_countries: dict[str, str]


def read_data(name: str) -> dict[str, Any]:
    """Return the TOML file `name` of the package's data folder."""
    return tomllib.loads((files("graphbuilder") / "data" / name).read_text(encoding="utf-8"))


def _person_nouns(nouns: dict[str, Any]) -> frozenset[str]:
    words = (files("graphbuilder") / "data" / "person_nouns.txt").read_text(encoding="utf-8").split()
    return frozenset(words) - frozenset(nouns["unnamed"]["nobody"].split())


def _by_first(forms: list[tuple[tuple[str, ...], str]]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, kind in forms:
        index.setdefault(words[0], []).append((words, kind))
    for entries in index.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry))
    return index


def split_words(text: str) -> tuple[str, ...]:
    """Return the tokens spaCy makes of a term: blanks, inner hyphens and possessive endings divide.

    "vice-president" is three tokens, "People's Army" too.
    """
    words: list[str] = []
    for part in text.split():
        pieces = part.split("-")
        for place, piece in enumerate(pieces):
            if place and len(pieces) > 1:
                words.append("-")
            ending = next((mark for mark in ("'s", "'") if len(piece) > len(mark) and piece.endswith(mark)), "")
            if piece:
                words.extend(filter(None, (piece.removesuffix(ending), ending)))
    return tuple(words)


def _title_forms(raw: dict[str, Any]) -> tuple[list[tuple[tuple[str, ...], str]], dict[str, str]]:
    forms: list[tuple[tuple[str, ...], str]] = []
    sector: dict[str, str] = {}
    for group in (
        "state",
        "regional",
        "legislature",
        "military",
        "judiciary",
        "international",
        "organization",
        "religious",
    ):
        for kind, written in raw[group].items():
            sector[kind] = group
            forms.extend((split_words(form), kind) for form in written)
    return forms, sector


@cache
def load_lexicon() -> Lexicon:
    """Return the word lists shipped with the package."""
    titles = read_data("titles.toml")
    nouns = read_data("nouns.toml")
    organizations = read_data("organizations.toml")
    names = read_data("first_names.toml")
    forms, sector = _title_forms(titles)
    portfolios: dict[str, list[tuple[str, ...]]] = {}
    for name in titles["ministry"]["portfolios"]:
        words = tuple(name.split())
        portfolios.setdefault(words[0], []).append(words)
    for entries in portfolios.values():
        entries.sort(key=lambda words: (-len(words), words))
    heads = organizations["heads"]
    persons = {word: gender for gender in ("male", "female", "none") for word in nouns["persons"][gender].split()}
    modifiers = titles["modifiers"]
    return Lexicon(
        title_forms=_by_first(forms),
        title_sector=sector,
        plover_sector={kind: code for code, kinds in titles["sector"].items() for kind in kinds},
        rank={kind: number for number, kinds in enumerate(titles["rank"].values(), 1) for kind in kinds},
        honorifics={word: gender for gender in ("male", "female", "none") for word in titles["honorifics"][gender]},
        former=frozenset(modifiers["former"]),
        acting=frozenset(modifiers["acting"]),
        elect=frozenset(modifiers["elect"]),
        coming=frozenset(modifiers["coming"]),
        modifiers=frozenset(modifiers["other"] + modifiers["leaving"]),
        portfolios=portfolios,
        title_gender={word: gender for gender in ("male", "female") for word in titles["gender"][gender]},
        american=frozenset(titles["american"]["kinds"]),
        thrones={kind: frozenset(codes) for kind, codes in titles["thrones"].items()},
        secretaries=frozenset(titles["american"]["rivals"]),
        first_names={word: gender for gender in ("female", "male") for word in names[gender].split()},
        unisex=frozenset(names["unisex"].split()),
        epithets=frozenset(nouns["epithets"]["heads"].split()),
        groups=frozenset(nouns["groups"]["heads"].split()),
        groups_always=frozenset(nouns["groups"]["always"].split()),
        bodies=frozenset(nouns["bodies"]["heads"].split()),
        state_bodies=frozenset(tuple(name.split()) for name in nouns["bodies"]["whole"]),
        shared={name: codes.split() for name, codes in organizations["shared"].items()},
        organizations=frozenset(nouns["organizations"]["heads"].split()),
        places=frozenset(nouns["places"]["heads"].split()),
        persons=persons,
        relations=frozenset(nouns["relations"]["heads"].split()),
        plural_persons=frozenset(nouns["plural_persons"]["heads"].split()),
        plural_countries=frozenset(nouns["plural_countries"]["heads"].split()),
        organization_last=frozenset(heads["last"].split()),
        organization_first=frozenset(heads["first"].split()),
        place_last=frozenset(heads["place_last"].split()),
        place_first=frozenset(heads["place_first"].split()),
        not_names=frozenset(heads["not_names"].split()),
        thing_last=frozenset(organizations["things"]["last"].split()),
        thing_alone=frozenset(organizations["things"]["alone"].split()),
        thing_first=frozenset(organizations["things"]["first"].split()),
        unnamed=dict.fromkeys(_person_nouns(nouns), "persons")
        | {word: kind for kind in ("places", "organizations", "persons") for word in nouns["unnamed"][kind].split()},
        known=organizations["known"],
        known_countries=organizations["countries"],
    )
