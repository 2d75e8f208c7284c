"""Rows of a gold file -> our documents -> annotations: what every adapter starts from.

Nothing here looks at a label. Extraction goes through `graphbuilder.nlp.pipeline.Annotator` only.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import tee
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from rigour.territories import get_territory

from benchmarks.quality.parses import parser
from graphbuilder.nlp.pipeline import Annotator
from graphbuilder.nlp.who.officeholders import offices_called
from graphbuilder.records.annotation import Annotation, EntityType, LocalEntity
from graphbuilder.records.document import Document
from graphbuilder.records.identity import digest

Row = dict[str, Any]
Prediction = dict[str, Any]


class Task(NamedTuple):
    """One run: the rows of the gold file and the folder it lies in (pages and knowledge lie beside it)."""

    rows: list[Row]
    folder: Path


Adapter = Callable[[Task], Iterable[Prediction]]


class GoldError(ValueError):
    """A gold file that cannot be read; the message says which, where and why."""


def read_lines(path: Path) -> list[Row]:
    """Return the objects of a JSON lines file.

    Raises:
        GoldError: There is no such file, or a line is no JSON object.
    """
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise GoldError(f"{path}: {error.strerror or error}") from error
    found: list[Row] = []
    for number, line in enumerate(lines, 1):
        try:
            found += [msgspec.json.decode(line, type=dict)] if line.strip() else []
        except msgspec.DecodeError as error:
            raise GoldError(f"{path}:{number}: not a JSON object: {error}") from error
    return found


def day(text: str | None) -> date | None:
    """Return the day of an ISO date; None where the text is no whole day."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def document(
    key: str, text: str, *, published: date | None = None, title: str = "", url: str | None = None
) -> Document:
    """Return a document whose text is exactly that of the set, so that its offsets are ours."""
    return Document(
        id="doc:" + digest(key),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=title,
        url=url,
        published=published,
        published_basis="given" if published else "unknown",
        origin=key,
    )


def annotated(
    rows: Iterable[Row], to_document: Callable[[Row], Document]
) -> Iterator[tuple[Row, Document, Annotation]]:
    """Yield each row with its document and annotation."""
    for_pairs, for_annotator = tee((row, to_document(row)) for row in rows)
    annotations = Annotator(parser()).annotate(item for _, item in for_annotator)
    for (row, item), annotation in zip(for_pairs, annotations, strict=True):
        yield row, item, annotation


def two_letter_code(entity: LocalEntity) -> str | None:
    """Return the two-letter code of the country an entity is or lies in."""
    if entity.key and entity.key.startswith("country:"):
        return entity.key.removeprefix("country:")
    return entity.country


def iso3(entity: LocalEntity) -> str | None:
    """Return the three-letter code of the country an entity is or lies in."""
    code = two_letter_code(entity)
    return alpha3(code) if code else None


def alpha3(code: str) -> str | None:
    """Return the three-letter code of a two-letter country code."""
    territory = get_territory(code.lower())
    return str(territory.alpha3).upper() if territory is not None and territory.alpha3 else None


def country_of(annotation: Annotation, index: int) -> str | None:
    """Return the three-letter code of an entity's country: its own, or that of what it belongs to."""
    entity = annotation.entities[index]
    found = iso3(entity)
    for other in (
        *entity.affiliations,
        *(position.of for position in annotation.positions if position.holder == index),
    ):
        if found is None and other is not None:
            found = iso3(annotation.entities[other])
    return found


def country_of_office(entity: LocalEntity, on: str | None) -> str | None:
    """Return the three-letter code of the country in whose office the table has a person of this name on an ISO day."""
    if entity.type is not EntityType.PERSON or not on:
        return None
    held = {office.country for office in offices_called(entity.name) if office.start <= on <= (office.end or on)}
    return alpha3(held.pop()) if len(held) == 1 else None
