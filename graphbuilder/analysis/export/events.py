"""Event records as other tools know them: PLOVER's JSON, and a table with the columns of GDELT.

References:
    A. Halterman and others, "PLOVER and POLECAT: a new political event ontology and dataset" (2023), and the PLOVER codebook.
    GDELT Event Database codebook 2.0, gdeltproject.org.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from graphbuilder.analysis.export.evidence import Evidence
from graphbuilder.analysis.export.files import ExportSummary, replacing, write_rows
from graphbuilder.analysis.participations import Happening, Participations
from graphbuilder.analysis.projections.relations import (
    ACTING_ROLES,
    RECEIVING_ROLES,
    SHARING_ROLES,
    directed_pairs,
)
from graphbuilder.ontology import QUADS

Told = dict[str, tuple[Evidence, ...]]

_KINDS = {"Person": "PER", "Organization": "ORG", "Group": "GRP", "Place": "LOC", "Country": "GOV"}


def plover_records(participations: Participations, told: Told) -> Iterator[dict[str, object]]:
    """Yield a record for each event that PLOVER has a type for, in the order of ids.

    Keys are those of PLOVER records: `id`, `date` (first possible day), `end_date`, `type`, `mode`, `context` (topics),
    `actor` and `recip` (lists of name, id, type and countries; whoever acts together is in both), `location`, `magnitude`
    (-10 to 10), `quad`, `text` (the first sentence), `sources`; beyond PLOVER `status`, `label`, `confidence` and
    `date_precision`.
    """
    by_role = participations.by_role()
    for key, event in participations.events.items():
        if event.plover is None:
            continue
        roles = by_role.get(key, {})
        sharing = tuple(who for role in SHARING_ROLES for who in roles.get(role, ()))
        acting = tuple(who for role in ACTING_ROLES for who in roles.get(role, ())) + sharing
        receiving = tuple(who for role in RECEIVING_ROLES for who in roles.get(role, ())) + sharing
        evidence = told.get(key, ())
        record: dict[str, object] = {
            "id": key,
            "date": event.first.isoformat() if event.first else None,
            "end_date": event.last.isoformat() if event.last else None,
            "date_precision": event.precision,
            "type": event.plover,
            "mode": event.plover_mode,
            "context": list(event.topics),
            "actor": [_side(participations, who) for who in dict.fromkeys(acting)],
            "recip": [_side(participations, who) for who in dict.fromkeys(receiving)],
            "location": [_location(participations, place) for place in dict.fromkeys(event.places)],
            "quad": event.quad,
            "magnitude": event.intensity,
            "status": event.status,
            "label": event.label,
            "confidence": event.confidence,
            "text": evidence[0].text if evidence else None,
            "sources": [
                {"id": one.document, "title": one.title, "source": one.source, "url": one.url,
                 "published": one.published.isoformat() if one.published else None}
                for one in _documents(evidence)
            ],
        }  # fmt: skip
        yield {name: value for name, value in record.items() if value is not None}


def write_plover(participations: Participations, told: Told, path: Path) -> ExportSummary:
    """Write PLOVER records, one JSON object a line."""
    count = 0
    with replacing(path) as file:
        for record in plover_records(participations, told):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
            count += 1
    return ExportSummary(rows=count)


GDELT_COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    "Actor1Code", "Actor1Name", "Actor1CountryCode", "Actor1Type1Code",
    "Actor2Code", "Actor2Name", "Actor2CountryCode", "Actor2Type1Code",
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles",
    "ActionGeo_Fullname", "ActionGeo_CountryCode", "ActionGeo_Lat", "ActionGeo_Long", "SOURCEURL",
    "Status", "DatePrecision", "Confidence",
)  # fmt: skip
"""GDELT's names in GDELT's order, of the columns that this graph can fill, and three of its own at the end."""


def gdelt_rows(participations: Participations, told: Told) -> Iterator[tuple[object, ...]]:
    """Yield a row for each event with a CAMEO code and each pair of sides, as GDELT does, in the order of ids.

    GLOBALEVENTID is the event's id: rows of one event share it. Codes of actors are ids of this graph, country codes ISO 3166
    alpha-2. IsRootEvent is 1, or 0 for what is only part or content of another event.
    """
    by_role = participations.by_role()
    inner = {key for event in participations.events.values() for key in event.about}
    for key, event in participations.events.items():
        if event.cameo is None:
            continue
        roles = by_role.get(key, {})
        pairs: list[tuple[str | None, str | None]] = list(directed_pairs(roles, mutual=True))
        if not pairs:
            acting = [who for role in (*ACTING_ROLES, *SHARING_ROLES) for who in roles.get(role, ())]
            receiving = [who for role in RECEIVING_ROLES for who in roles.get(role, ())]
            pairs = [(who, None) for who in acting] or [(None, who) for who in receiving] or [(None, None)]
        for one, other in pairs:
            yield (key, *_date(event), *_actor(participations, one), *_actor(participations, other),
                   int(not event.part_of and key not in inner), event.cameo, event.cameo[:3], event.cameo[:2],
                   QUADS.index(event.quad) + 1 if event.quad in QUADS else None, event.intensity,
                   event.mention_count, event.source_count, len(_documents(told.get(key, ()))),
                   *_place(participations, event), next((found.url for found in told.get(key, ()) if found.url), None),
                   event.status, event.precision, event.confidence)  # fmt: skip


def write_gdelt(participations: Participations, told: Told, path: Path) -> ExportSummary:
    """Write the event table, tab-separated as GDELT's, with a head."""
    return ExportSummary(rows=write_rows(path, GDELT_COLUMNS, gdelt_rows(participations, told), delimiter="\t"))


def _documents(evidence: tuple[Evidence, ...]) -> list[Evidence]:
    return list({one.document: one for one in reversed(evidence)}.values())[::-1]


def _side(participations: Participations, who: str) -> dict[str, object]:
    entity = participations.everyone[who]
    return {"name": entity.name, "id": who, "type": entity.type, "countries": _codes(participations, who)}


def _codes(participations: Participations, who: str) -> list[str]:
    return [participations.places[place].country or place for place in participations.countries_of(who)]


def _location(participations: Participations, key: str) -> dict[str, object]:
    place = participations.places[key]
    values = {"name": place.name, "id": key, "country": place.country, "lat": place.latitude, "lon": place.longitude}
    return {name: value for name, value in values.items() if value is not None}


def _date(event: Happening) -> tuple[object, ...]:
    day = event.first
    if day is None:
        return (None, None, None, None)
    fraction = round(day.year + (day.timetuple().tm_yday - 1) / 365, 4)
    return (f"{day:%Y%m%d}", f"{day:%Y%m}", day.year, fraction)


def _actor(participations: Participations, who: str | None) -> tuple[object, ...]:
    if who is None:
        return (None, None, None, None)
    entity = participations.everyone[who]
    return (who, entity.name, ";".join(_codes(participations, who)) or None, _KINDS[entity.type])


def _place(participations: Participations, event: Happening) -> tuple[object, ...]:
    if not event.places:
        return (None, None, None, None)
    place = participations.places[event.places[0]]
    return (place.name, ";".join(_codes(participations, place.id)) or place.country, place.latitude, place.longitude)
