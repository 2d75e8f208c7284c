"""Leaders' travel as a table, in the manner of COLT and of data sets of state visits: one row for each traveller's trip.

References:
    Country and Organizational Leader Travel (COLT), Pardee Center, University of Denver. M. Malis, A. Smith, "State visits and
    leader survival", American Journal of Political Science 65 (2021), 241-256.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from graphbuilder.analysis.export.evidence import Evidence
from graphbuilder.analysis.export.files import ExportSummary, write_rows
from graphbuilder.analysis.measures.itineraries import journeys
from graphbuilder.analysis.participations import Participations

COLUMNS = (
    "traveller", "position", "rank", "traveller_country", "cities", "countries", "host", "start", "end", "date_precision",
    "type", "companions", "met", "topics", "outcome", "sources", "urls", "traveller_id", "host_ids", "event_ids",
)  # fmt: skip

RANKS: dict[str, tuple[str, ...]] = {
    "head of state or government": (
        "president", "prime minister", "chancellor", "king", "queen", "monarch", "emir", "sultan", "emperor", "supreme leader",
        "head of state", "head of government",
    ),
    "deputy": ("vice president", "deputy prime minister", "vice chancellor", "crown prince"),
    "foreign minister": ("foreign minister", "secretary of state"),
    "envoy": ("special envoy", "envoy", "ambassador", "diplomat"),
}  # fmt: skip
"""Kinds of position by rank, highest first; any other minister or secretary is a minister, whoever held an office
before is former, anyone else other."""

OUTCOMES = {
    "actual": "held", "cancelled": "cancelled", "planned": "planned", "negated": "denied", "hypothetical": "hypothetical",
}  # fmt: skip


def visit_rows(participations: Participations, told: dict[str, tuple[Evidence, ...]]) -> Iterator[tuple[object, ...]]:
    """Yield a row for each trip, by traveller and day; several names in one cell are joined by "; "."""
    for one in journeys(participations):
        trip = participations.events[one.trip]
        documents = sorted({evidence for key in one.events for evidence in told.get(key, ())}, key=lambda e: e.document)
        kind = None if one.multilateral is None else "multilateral" if one.multilateral else "bilateral"
        yield (
            participations.name_of(one.traveller),
            one.title or None,
            rank_of(one.title),
            _names(participations, participations.countries_of(one.traveller)),
            _names(participations, one.cities),
            _names(participations, one.countries),
            _names(participations, one.hosts),
            one.start,
            one.end,
            trip.precision,
            kind,
            _names(participations, one.companions),
            _names(participations, one.met),
            "; ".join(one.topics) or None,
            OUTCOMES[one.status],
            "; ".join(one.sources) or None,
            "; ".join(dict.fromkeys(evidence.url for evidence in documents if evidence.url)) or None,
            one.traveller,
            "; ".join(one.hosts) or None,
            "; ".join(one.events),
        )


def write_visits(participations: Participations, told: dict[str, tuple[Evidence, ...]], path: Path) -> ExportSummary:
    """Write the table as CSV."""
    return ExportSummary(rows=write_rows(path, COLUMNS, visit_rows(participations, told)))


def rank_of(title: str) -> str | None:
    """Return the rank of a title as a person writes it ("Norland's Foreign Minister"); None without one."""
    if not title:
        return None
    said = f" {title.casefold()} "
    if " former " in said or " ex-" in said:
        return "former"
    found = [
        (-len(kind), place, rank)
        for place, (rank, kinds) in enumerate(RANKS.items())
        for kind in kinds
        if f" {kind} " in said
    ]
    if found:
        return min(found)[2]
    return "minister" if "minister" in said or "secretary" in said else "other"


def _names(participations: Participations, keys: Iterable[str]) -> str | None:
    return "; ".join(participations.name_of(key) for key in keys) or None
