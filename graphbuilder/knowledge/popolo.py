"""Popolo JSON, as EveryPolitician publishes it: persons, organizations, posts, areas, events, memberships.

The document is one object; it is read as a stream, array by array. Specification: popoloproject.com/specs.
"""

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

import ijson

from graphbuilder.knowledge.values import RowError, date_text, mapping, text_of, texts_of, wikidata_of
from graphbuilder.records.annotation import Gender
from graphbuilder.records.knowledge import BadRow, KnownFact, KnownPerson, KnownSpell, KnownThing

GENDERS: dict[str, Gender] = {"male": "male", "female": "female", "m": "male", "f": "female"}


def read_popolo(stream: BinaryIO) -> Iterator[KnownFact]:
    """Yield the facts of a Popolo document."""
    broken: BadRow | None = None
    for name, convert in PARTS.items():
        stream.seek(0)
        try:
            for number, item in enumerate(ijson.items(stream, f"{name}.item", use_float=True), start=1):
                try:
                    yield from convert(item)
                except RowError as error:
                    yield BadRow(where=f"{name} {number}", reason=str(error))
        except ijson.JSONError as error:
            broken = BadRow(where="end of what can be read", reason=f"broken JSON: {str(error).splitlines()[0]}")
    if broken:
        yield broken


def _person(item: Any) -> Iterator[KnownFact]:
    row = mapping(item)
    name, key = text_of(row.get("name")), text_of(row.get("id"))
    if not name or not key:
        raise RowError("a person needs an id and a name")
    others = [text_of(mapping(other, "name").get("name")) for other in row.get("other_names") or ()]
    identifiers = [mapping(entry, "identifier") for entry in row.get("identifiers") or ()]
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
    for membership in row.get("memberships") or ():
        yield from _membership({"person_id": key, **mapping(membership, "membership")})


def _thing(item: Any) -> Iterator[KnownFact]:
    row = mapping(item)
    key, name = text_of(row.get("id")), text_of(row.get("label")) or text_of(row.get("name"))
    if not key or not name:
        raise RowError("an id and a name are needed")
    yield KnownThing(
        id=key,
        name=name,
        of=text_of(row.get("organization_id")) or text_of(row.get("area_id")),
        start=date_text(row.get("start_date"), "start_date"),
        end=date_text(row.get("end_date"), "end_date"),
    )


def _membership(item: Any) -> Iterator[KnownFact]:
    row = mapping(item)
    person = text_of(row.get("person_id"))
    if not person:
        raise RowError("a membership needs a person_id")
    yield KnownSpell(
        person=person,
        title=(texts_of(row.get("role")) or texts_of(row.get("label")) or (None,))[0],
        post=text_of(row.get("post_id")),
        body=text_of(row.get("organization_id")),
        period=text_of(row.get("legislative_period_id")),
        start=date_text(row.get("start_date"), "start_date"),
        end=date_text(row.get("end_date"), "end_date"),
    )


PARTS: dict[str, Callable[[Any], Iterator[KnownFact]]] = {
    "organizations": _thing,
    "areas": _thing,
    "posts": _thing,
    "events": _thing,
    "persons": _person,
    "memberships": _membership,
}
"""The arrays of a document and what an item of each becomes."""
