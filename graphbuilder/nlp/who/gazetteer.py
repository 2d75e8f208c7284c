"""Countries, regions and known organisations by their names: a term of the text to what it names, without context.

Context (is "Jordan" a man or a country?) is judged by the modules that ask.
"""

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from graphbuilder.nlp.who.lexicon import load_lexicon, split_words
from graphbuilder.records.identity import fold

TermKind = Literal["country", "demonym", "people", "region", "regional", "organization", "religion"]

BELIEFS = (
    "Muslim", "Christian", "Jewish", "Catholic", "Protestant", "Sunni", "Shiite", "Shia", "Hindu", "Buddhist", "Sikh", "Orthodox",
    "Kurdish", "Arab", "Roma", "Republican", "Democratic", "Islamist", "Islamic", "Zionist", "Communist",
)  # fmt: skip
BELIEVERS = (
    "Muslims", "Christians", "Jews", "Catholics", "Protestants", "Sunnis", "Shiites", "Shias", "Hindus", "Buddhists", "Sikhs",
    "Kurds", "Arabs", "Republicans", "Democrats", "Islamists", "Tories", "Rohingya", "Uighurs", "Uyghurs", "Yazidis", "Houthis",
    "Hutus", "Tutsis", "Europeans", "Africans", "Asians", "Latinos", "Hispanics", "Chechens", "Tibetans", "Catalans", "Scots",
    "Texans", "Westerners", "Communists", "Zionists", "Conservatives", "Liberals", "Socialists", "Greens",
)  # fmt: skip


_CAPITALS_TOO = {
    "hague": "NL", "tel aviv": "IL", "delhi": "IN", "kiev": "UA", "peking": "CN", "ulan bator": "MN", "sana'a": "YE",
    "nur-sultan": "KZ",
}  # fmt: skip
"""Other names of capitals, and towns for which reports take a government's seat: "Delhi rejected the offer"."""
SEAT_KINDS = frozenset({"building", "street"})


class Country(msgspec.Struct, frozen=True):
    """A country or territory with an own ISO 3166 code."""

    code: str
    name: str
    wikidata: str
    geonames: str
    latitude: float
    longitude: float
    capital: str
    demonyms: tuple[str, ...]
    peoples: tuple[str, ...]
    aliases: tuple[str, ...]

    @property
    def demonym(self) -> str:
        """The usual adjective, or the name where there is none."""
        return self.demonyms[0] if self.demonyms else self.name


class Region(msgspec.Struct, frozen=True):
    """A state, province, continent, sea or other area that is no country."""

    name: str
    kind: str
    country: str
    admin1: str
    latitude: float
    longitude: float
    wikidata: str
    demonym: str


class Term(msgspec.Struct, frozen=True):
    """What a name in the text stands for. `value` is a country code, a region's name, or an organisation's key."""

    kind: TermKind
    value: str


class Gazetteer(msgspec.Struct, frozen=True):
    """All terms by the first folded word, longest first: (words, exact case or "", term)."""

    countries: dict[str, Country]
    regions: dict[str, Region]
    capitals: dict[str, str]
    """A folded capital to its country's code."""
    terms: dict[str, list[tuple[tuple[str, ...], str, Term]]]
    seats: dict[str, str]
    """A folded name of a seat or street ("Oval Office") to the region's name; alone it may be the body that sits there."""
    abbreviations: dict[str, str]
    """An abbreviated state as datelines write it ("Ill.") to the region's name."""


def _table(name: str) -> list[list[str]]:
    text = (files("graphbuilder") / "data" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[1:]]


def _parts(field: str) -> tuple[str, ...]:
    return tuple(part for part in field.split(";") if part)


def _countries() -> dict[str, Country]:
    found = {}
    for code, name, wikidata, geonames, latitude, longitude, capital, demonyms, peoples, aliases in _table(
        "countries.tsv"
    ):
        found[code] = Country(
            code=code,
            name=name,
            wikidata=wikidata,
            geonames=geonames,
            latitude=float(latitude),
            longitude=float(longitude),
            capital=capital,
            demonyms=_parts(demonyms),
            peoples=_parts(peoples),
            aliases=_parts(aliases),
        )
    return found


class _Terms:
    """Collects terms; the first meaning given to a form stays."""

    def __init__(self) -> None:
        self.index: dict[str, list[tuple[tuple[str, ...], str, Term]]] = {}
        self.seen: set[tuple[str, ...]] = set()

    def add(self, written: str, kind: TermKind, value: str) -> None:
        words = tuple(fold(word) for word in split_words(written))
        exact = written if written.isupper() and len(written) <= 6 else ""
        marker = (*words, exact)
        if not words or marker in self.seen:
            return
        self.seen.add(marker)
        self.index.setdefault(words[0], []).append((words, exact, Term(kind, value)))


@cache
def load_gazetteer() -> Gazetteer:
    """Return the names shipped with the package."""
    terms = _Terms()
    countries = _countries()
    for country in countries.values():
        for name in (country.name, *country.aliases, f"Republic of {country.name}", f"Kingdom of {country.name}"):
            terms.add(name, "country", country.code)
    for country in countries.values():
        for name in country.peoples:
            if name not in country.demonyms:
                terms.add(name, "people", country.code)
        for name in country.demonyms:
            terms.add(name, "demonym", country.code)
        for name in country.peoples:
            one = f"{name[:-3]}man" if name.endswith("men") else name.removesuffix("s")
            if one != name and one not in country.demonyms:
                terms.add(one, "demonym", country.code)
    regions: dict[str, Region] = {}
    abbreviations: dict[str, str] = {}
    for name, kind, code, admin1, latitude, longitude, others, adjectives, wikidata in _table("regions.tsv"):
        regions[name] = Region(
            name, kind, code, admin1, float(latitude), float(longitude), wikidata, (_parts(adjectives) or ("",))[0]
        )
        if kind in SEAT_KINDS:
            continue  # the name alone is the body that sits there
        terms.add(name.partition(" (")[0], "region", name)
        for alias in _parts(others):
            if alias.endswith("."):
                abbreviations[alias] = name
                terms.add(alias, "region", name)
            else:
                terms.add(alias.removeprefix("the "), "region", name)
        for demonym in _parts(adjectives):
            terms.add(demonym, "regional", name)
    for key, (name, _, _, *known) in load_lexicon().known.items():
        for written in (name, *known):
            terms.add(written, "organization", key)
    for word in BELIEFS:
        terms.add(word, "religion", word)
    for word in BELIEVERS:
        terms.add(word, "people", f"={word}")
    for entries in terms.index.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[0], entry[1]))
    capitals = {
        fold(country.capital): country.code for country in countries.values() if country.capital
    } | _CAPITALS_TOO
    seats = {
        fold(region.name.partition(" (")[0]): region.name for region in regions.values() if region.kind in SEAT_KINDS
    }
    return Gazetteer(countries, regions, capitals, terms.index, seats, abbreviations)
