"""The YAML of the congress-legislators project: members of Congress, presidents and vice presidents with their terms.

The file is one sequence; it is read item by item, so memory is that of one person, and a broken item costs only itself.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from graphbuilder.knowledge.popolo import GENDERS
from graphbuilder.knowledge.values import RowError, each, items_of, mapping, spell_days, text_of, wikidata_of
from graphbuilder.records.knowledge import BadRow, KnownFact, KnownPerson, KnownSpell

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Reads every value as text: "2009-02-31" does not stop the reading, and no tag builds an object."""
DEEPEST = 50
"""An item nested more deeply is no person."""
TITLES = {"prez": "president", "viceprez": "vice president", "sen": "senator", "rep": "representative"}
COUNTRY = "United States"


def read_congress(lines: Iterable[str]) -> Iterator[KnownFact]:
    """Yield the facts of a file, given its lines."""
    for number, item in _items(lines):
        try:
            _check_depth(item)
            yield from _legislator(yaml.load(item, Loader=_LOADER))  # noqa: S506 - both loaders are safe ones
        except yaml.YAMLError as error:
            mark = getattr(error, "problem", None) or "broken"
            yield BadRow(where=f"line {number}", reason=f"this is no YAML: {mark}")
        except RowError as error:
            yield BadRow(where=f"line {number}", reason=str(error))


def _check_depth(item: str) -> None:
    if item.count("[") + item.count("{") + item.count("- - ") < DEEPEST and " " * 2 * DEEPEST not in item:
        return
    depth = 0
    for event in yaml.parse(item, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise RowError("this is nested too deeply for a person")


def _items(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield each item of the sequence with the number of its first line."""
    item: list[str] = []
    first = 1
    for number, line in enumerate(lines, start=1):
        if line.startswith("- ") and item:
            yield first, "".join(item)
            item = []
        if not item:
            first = number
            if not line.startswith("- "):
                continue
        item.append(line)
    if item:
        yield first, "".join(item)


def _legislator(loaded: Any) -> Iterator[KnownFact]:
    row = mapping(loaded[0] if isinstance(loaded, list) and loaded else loaded, "person")
    ids, name = mapping(row.get("id"), "person's id"), mapping(row.get("name"), "person's name")
    bio = row.get("bio") if isinstance(row.get("bio"), dict) else {}
    first, last = text_of(name.get("first")), text_of(name.get("last"))
    if not first or not last:
        raise RowError("a person needs a first and a last name")
    spellings = {
        " ".join(filter(None, (given, middle, last, suffix)))
        for given in (first, text_of(name.get("nickname")))
        if given
        for middle in (None, text_of(name.get("middle")))
        for suffix in (None, text_of(name.get("suffix")))
    }
    shown = text_of(name.get("official_full")) or f"{first} {last}"
    key = next((text_of(ids[k]) for k in ("bioguide", "govtrack", "wikidata") if ids.get(k)), None) or shown
    yield KnownPerson(
        id=key,
        name=shown,
        aliases=tuple(sorted(spellings - {shown})),
        wikidata=wikidata_of(ids.get("wikidata")),
        gender=GENDERS.get((text_of((bio or {}).get("gender")) or "").lower()),
    )
    yield from each(items_of(row.get("terms") or None, "terms"), lambda term: _term(key, term))


def _term(person: str, term: Any) -> Iterator[KnownFact]:
    spell = mapping(term, "term")
    title = TITLES.get(text_of(spell.get("type")) or "")
    if title is None:
        raise RowError(f"the term type {spell.get('type')!r} is not one of {', '.join(TITLES)}")
    start, end = spell_days(spell.get("start"), spell.get("end"))
    yield KnownSpell(person=person, title=title, of=COUNTRY, start=start, end=end)
