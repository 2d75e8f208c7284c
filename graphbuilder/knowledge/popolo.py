"""Popolo JSON, as EveryPolitician publishes it: persons, organizations, posts, areas, events, memberships.

The document is one object; it is read as a stream, array by array. Specification: popoloproject.com/specs.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

import ijson

from graphbuilder.knowledge.values import RowError, each, items_of, mapping, spell_days, text_of, texts_of, wikidata_of
from graphbuilder.records.annotation import Gender
from graphbuilder.records.knowledge import BadRow, KnownFact, KnownPerson, KnownSpell, KnownThing

_DEEP = re.compile(rb'(?:[\[{]\s*(?:"[^"]{0,80}"\s*:\s*)?){60}')
_DIVISION = re.compile(r"ocd-division/country:([a-z]{2})\b")
_TAIL = 6_000
"""Bytes before a block that are looked at again; longer than the shortest nesting that is refused."""
GENDERS: dict[str, Gender] = {"male": "male", "female": "female", "m": "male", "f": "female"}


def read_popolo(stream: BinaryIO) -> Iterator[KnownFact]:
    """Yield the facts of a Popolo document."""
    broken = ""
    read: dict[str, int] = {}
    for name, convert in PARTS.items():
        stream.seek(0)
        try:
            for number, item in enumerate(ijson.items(_Shallow(stream), f"{name}.item", use_float=True), start=1):
                read[name] = number
                try:
                    yield from convert(item)
                except RowError as error:
                    yield BadRow(where=f"{name} {number}", reason=str(error))
        except ijson.JSONError as error:
            broken = _told(error)
        except UnicodeDecodeError:
            broken = "this is no UTF-8; save the file as UTF-8"
        except RecursionError:
            broken = "the JSON is nested too deeply"
    if broken:
        where = ", ".join(f"{name} {number}" for name, number in read.items())
        yield BadRow(where=f"after {where}" if where else "before the first record", reason=broken)


def _told(error: ijson.JSONError) -> str:
    said = error.args[0] if error.args else ""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    first = text.strip().splitlines()[0] if text.strip() else "it breaks off"
    return "this is no UTF-8; save the file as UTF-8" if "UTF8" in first else f"broken JSON: {first}"


class _Shallow:
    """A stream that stops where brackets open one inside another without end: the parser's memory grows with their square."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._tail = b""

    def read(self, size: int = -1) -> bytes:
        block = self._stream.read(size)
        looked_at = self._tail + block
        if _DEEP.search(looked_at):
            raise RecursionError
        self._tail = looked_at[-_TAIL:]
        return block


def _person(item: Any) -> Iterator[KnownFact]:
    row = mapping(item)
    name, key = text_of(row.get("name")), text_of(row.get("id"))
    if not name or not key:
        raise RowError("a person needs an id and a name")
    others = [text_of(mapping(other, "name").get("name")) for other in items_of(row.get("other_names"), "other_names")]
    identifiers = [mapping(entry, "identifier") for entry in items_of(row.get("identifiers"), "identifiers")]
    wikidata = next(
        (wikidata_of(entry.get("identifier")) for entry in identifiers if entry.get("scheme") == "wikidata"), None
    )
    yield KnownPerson(
        id=key,
        name=name,
        aliases=tuple(sorted({other for other in others if other and other != name})),
        wikidata=wikidata,
        gender=GENDERS.get((text_of(row.get("gender")) or "").lower()),
    )
    memberships = items_of(row.get("memberships"), "memberships")
    yield from each(memberships, lambda one: _membership({"person_id": key, **mapping(one, "membership")}))


def _thing(item: Any) -> Iterator[KnownFact]:
    row = mapping(item)
    key, name = text_of(row.get("id")), text_of(row.get("label")) or text_of(row.get("name"))
    if not key or not name:
        raise RowError("an id and a name are needed")
    start, end = spell_days(row.get("start_date"), row.get("end_date"), ("start_date", "end_date"))
    of = text_of(row.get("organization_id")) or text_of(row.get("area_id"))
    yield KnownThing(id=key, name=name, kind=text_of(row.get("classification")), of=of, start=start, end=end)


def _membership(item: Any) -> Iterator[KnownFact]:
    row = mapping(item)
    person = text_of(row.get("person_id"))
    if not person:
        raise RowError("a membership needs a person_id")
    start, end = spell_days(row.get("start_date"), row.get("end_date"), ("start_date", "end_date"))
    yield KnownSpell(
        person=person,
        title=(texts_of(row.get("role")) or texts_of(row.get("label")) or (None,))[0],
        post=text_of(row.get("post_id")),
        of=_division_country(text_of(row.get("area_id"))),
        body=text_of(row.get("organization_id")),
        party=text_of(row.get("on_behalf_of_id")),
        period=text_of(row.get("legislative_period_id")),
        start=start,
        end=end,
    )


def _division_country(area: str | None) -> str | None:
    """Return the code of the country of an Open Civic Data division: "ocd-division/country:us/state:ak"."""
    found = _DIVISION.match(area or "")
    return found[1].upper() if found else None


PARTS: dict[str, Callable[[Any], Iterator[KnownFact]]] = {
    "organizations": _thing,
    "areas": _thing,
    "posts": _thing,
    "events": _thing,
    "persons": _person,
    "memberships": _membership,
}
"""The arrays of a document and what an item of each becomes."""
