"""Rows of a table of one's own, as CSV or as one JSON object a line: name, position, of, start, end, wikidata, aliases.

One row is one spell; the rows of one Wikidata id are one person, and without any those of one name in one country or body.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graphbuilder.knowledge.offices import find_owner
from graphbuilder.knowledge.values import RowError, spell_days, text_of, texts_of, wikidata_of
from graphbuilder.records.identity import fold
from graphbuilder.records.knowledge import KnownFact, KnownPerson, KnownSpell

COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("name", "person", "person_name", "holder"),
    "position": ("position", "title", "office", "role", "post"),
    "of": ("of", "country", "organization", "organisation", "body", "iso3", "iso2", "country_code"),
    "start": ("start", "start_date", "from", "since"),
    "end": ("end", "end_date", "to", "until"),
    "wikidata": ("wikidata", "wikidata_id", "qid"),
    "aliases": ("aliases", "alias", "other_names", "also_known_as"),
}
"""What a column may be called; the first that is there counts."""


def find_columns(names: Iterable[str]) -> dict[str, str]:
    """Return which of our columns each of these is, by our name."""
    given = {name.strip().lower().replace(" ", "_"): name for name in names if name}
    return {ours: given[theirs] for ours, known in COLUMNS.items() for theirs in reversed(known) if theirs in given}


def row_facts(row: Mapping[str, Any], columns: Mapping[str, str]) -> Iterator[KnownFact]:
    """Yield the facts of one row.

    Raises:
        RowError: There is no name, or a date that is none.
    """

    def value(name: str) -> Any:
        return row.get(columns[name]) if name in columns else None

    name = text_of(value("name"))
    if not name:
        raise RowError("the name is missing")
    wikidata = wikidata_of(value("wikidata"))
    if text_of(value("wikidata")) and wikidata is None:
        raise RowError(f"{text_of(value('wikidata'))!r} is no Wikidata id like Q42")
    given = value("aliases")
    aliases = (
        texts_of(given) if isinstance(given, list) else texts_of((text_of(given) or "").replace("|", ";").split(";"))
    )
    if "\n" in name or "\r" in name:
        raise RowError("the name runs over several lines; a quote is not closed")
    start, end = spell_days(value("start"), value("end"))
    of = text_of(value("of"))
    key = wikidata or f"name:{fold(name)}@{find_owner(of) if of else ''}"
    yield KnownPerson(id=key, name=name, aliases=tuple(sorted(set(aliases) - {name})), wikidata=wikidata)
    title = text_of(value("position"))
    if title:
        yield KnownSpell(person=key, title=title, of=of, start=start, end=end)
