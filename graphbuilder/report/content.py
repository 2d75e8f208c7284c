"""Everything the page shows, as plain lists and numbers: each text stands in it once and is named by its place.

It chooses and counts; what is measured comes from the analyses, and how it looks is the page's affair.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from graphbuilder.analysis.measures.camps import Blocs, find_blocs, halves
from graphbuilder.analysis.participations import Happening, Participations
from graphbuilder.analysis.projections.countries import country_pairs
from graphbuilder.analysis.reading import read_participations
from graphbuilder.analysis.selection import Selection, check_selection, select
from graphbuilder.errors import SettingsError
from graphbuilder.graph.elements import Element
from graphbuilder.records.base import Record
from graphbuilder.report.evidence import Evidence
from graphbuilder.report.findings import find, spell
from graphbuilder.report.networks import Picture, draw_networks, named_entities, score
from graphbuilder.report.quality import measure_quality
from graphbuilder.report.span import Span, find_span, starts

UNMET_LABELS = ("Meeting", "Negotiation", "Summit", "Trip", "PhoneCall")
_UNMET_STATUSES = ("planned", "cancelled", "negated")
_QUOTES = 12
"""Sentences kept of one event; a report with thousands of copies of one sentence helps nobody."""


class Options(Record, frozen=True):
    """What a report holds: `title` stands above it, `selection` says which events count (every status by default).

    `most_events` keeps the file small: beyond it, those that most sources tell of stay.
    """

    title: str = "Who met whom, and what came of it"
    selection: Selection = Selection(statuses=None)
    most_events: int = 5_000


class Numbering:
    """Gives each key a place in a list, first come first served."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    def __call__(self, key: str) -> int:
        """Return the place of `key`, a new one at the end where it has none yet."""
        return self._places.setdefault(key, len(self._places))

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)


def make_content(elements: Iterable[Element], options: Options | None = None) -> dict[str, Any]:
    """Return what the page shows.

    The elements are read once, as they stream; memory grows with events and their sentences.

    Raises:
        SettingsError: An option makes no sense.
        SchemaError: The elements are not a whole graph.
    """
    options = options or Options()
    check_selection(options.selection)
    if options.most_events < 1:
        raise SettingsError(f"most_events must be more than 0, not {options.most_events}")
    evidence = Evidence()
    everything = read_participations(evidence.noting(elements))
    chosen, left = _cut(select(everything, options.selection), options.most_events)
    return _lay_out(chosen, evidence, left)


def _cut(chosen: Participations, most: int) -> tuple[Participations, int]:
    """Keep the events that most sources tell of, and count the others."""
    if len(chosen.events) <= most:
        return chosen, 0
    # the last part of an id is a hash: among equals no label and no day comes first
    ranked = sorted(
        chosen.events.values(),
        key=lambda event: (-event.source_count, -event.mention_count, event.id.rpartition("-")[2], event.id),
    )
    keep = {event.id for event in ranked[:most]}
    parts = tuple(part for part in chosen.parts if part.event in keep)
    taking_part = {part.entity for part in parts}
    cut = msgspec.structs.replace(
        chosen,
        entities={key: entity for key, entity in chosen.entities.items() if key in taking_part},
        events={key: event for key, event in chosen.events.items() if key in keep},
        parts=parts,
    )
    return cut, len(ranked) - most


def _lay_out(chosen: Participations, evidence: Evidence, left: int) -> dict[str, Any]:
    span = find_span(chosen.events.values())
    number = {key: place for place, key in enumerate(sorted(chosen.events, key=lambda key: _when(chosen.events[key])))}
    entity, sentence, report = Numbering(), Numbering(), Numbering()
    parts: dict[str, list[list[Any]]] = {}
    for part in chosen.parts:
        parts.setdefault(part.event, []).append([entity(part.entity), part.role])
    events = []
    for key in number:
        told = [
            [sentence(quote.sentence), quote.start, quote.end]
            for quote in evidence.quotes(key)[:_QUOTES]
            if evidence.report_of(quote.sentence)
        ]
        events.append(_event_row(chosen.events[key], parts.get(key, []), told, entity))
    scores, blocs = score(chosen), _blocs(chosen, span)
    pictures = draw_networks(chosen, blocs)
    unmet = _find_unmet(chosen, evidence)
    cards = find(chosen, people=pictures["people"], scores=scores, blocs=blocs, span=span, unmet=unmet)
    content: dict[str, Any] = {
        "lead": _lead(chosen, evidence, span),
        "span": {"unit": span.unit, "buckets": list(span.buckets)},
        "findings": [[card.about, card.answer, card.text, [number[key] for key in card.events]] for card in cards],
        "networks": {name: _picture_row(picture, entity, number) for name, picture in pictures.items()},
        "dyads": [
            [entity(one), entity(other), [number[key] for key in keys]]
            for (one, other), keys in country_pairs(chosen).items()
        ],
        "places": _place_rows(chosen, entity, number),
        "blocs": {
            "note": _bloc_note(blocs),
            "members": [[entity(key) for key in members] for members in blocs.members],
            "contacts": [[number[key], int(across)] for key, across in blocs.contacts],
        },
        "unmet": [[number[key], None if later is None else number[later]] for key, later in unmet],
        "named": [entity(key) for key in named_entities(chosen)],
        "scores": {entity(key): list(found) for key, found in scores.items()},
        "quality": measure_quality(chosen, evidence, left=left),
        "events": events,
    }
    content["sentences"] = [
        [evidence.sentences[key], report(found.id)] for key in sentence if (found := evidence.report_of(key))
    ]
    content["documents"] = [_report_row(evidence, key) for key in report]
    content["entities"] = [_entity_row(chosen, key) for key in entity]
    return content


def _when(event: Happening) -> tuple[str, str]:
    return (event.first.isoformat() if event.first else "9999", event.id)


def _event_row(event: Happening, parts: list[list[Any]], told: list[list[int]], entity: Numbering) -> list[Any]:
    days = [day.isoformat() if day else "" for day in (event.first, event.last)]
    places = [entity(key) for key in dict.fromkeys(event.places)]
    topics = [topic.replace("_", " ") for topic in event.topics]
    return [
        event.name, event.label, event.status, *days, event.quad or "", event.intensity or 0, event.source_count, parts, places,
        told, round(event.confidence, 2), topics,
    ]  # fmt: skip


def _picture_row(picture: Picture, entity: Numbering, number: dict[str, int]) -> dict[str, Any]:
    return {
        "nodes": [[entity(dot.entity), dot.x, dot.y, dot.circle] for dot in picture.dots],
        "edges": [[tie.one, tie.other, [number[key] for key in tie.events]] for tie in picture.ties],
        "left": picture.left,
    }


def _place_rows(chosen: Participations, entity: Numbering, number: dict[str, int]) -> list[list[Any]]:
    """Return towns and the like with their coordinates and events; a country is no point on a map."""
    found: dict[str, list[int]] = {}
    for key, event in chosen.events.items():
        for place in dict.fromkeys((*event.located, *event.destinations)):
            found.setdefault(place, []).append(number[key])
    rows = []
    for key, numbers in sorted(found.items()):
        where = chosen.places.get(key)
        if where and where.type != "Country" and where.latitude is not None and where.longitude is not None:
            rows.append([entity(key), round(where.latitude, 2), round(where.longitude, 2), sorted(numbers)])
    return rows


def _find_unmet(chosen: Participations, evidence: Evidence) -> tuple[tuple[str, str | None], ...]:
    """Return events that were only planned, called off or denied, each with the first one that the same two held after it.

    One without a day counts from the report that first tells of it.
    """
    cast = chosen.cast()
    held: dict[tuple[str, ...], list[Happening]] = {}
    for key, members in cast.items():
        event = chosen.events[key]
        if event.status == "actual" and event.label in UNMET_LABELS and event.first and len(members) > 1:
            for place, one in enumerate(members):
                for other in members[place + 1 :]:
                    held.setdefault((one, other), []).append(event)
    found: list[tuple[str, str | None]] = []
    for key, event in chosen.events.items():
        if event.status not in _UNMET_STATUSES or event.label not in UNMET_LABELS or key not in cast:
            continue
        pair = cast[key][:2] if len(cast[key]) == 2 else ()
        known = event.last.isoformat() if event.last else evidence.first_told(key)
        after = [other for other in held.get(pair, ()) if known and other.first and other.first.isoformat() >= known]
        found.append((key, min(after, key=_when).id if after else None))
    return tuple(sorted(found, key=lambda item: (not chosen.events[item[0]].first, _when(chosen.events[item[0]]))))


def _report_row(evidence: Evidence, key: str) -> list[str]:
    report = evidence.reports[key]
    return [report.title, report.url, report.source, report.published]


def _entity_row(chosen: Participations, key: str) -> list[str]:
    found = chosen.everyone.get(key) or chosen.entities[key]
    offices = sorted(chosen.offices.get(key, ()), key=lambda office: (office.former, -len(office.of), office.title))
    office = ""
    if offices:
        of = ", ".join(sorted(chosen.name_of(other) for other in offices[0].of))
        office = " of ".join(part for part in (offices[0].title, of) if part)
    return [found.name, found.type, office]


def _lead(chosen: Participations, evidence: Evidence, span: Span) -> str:
    sources = {report.source for report in evidence.reports.values() if report.source}
    when = ""
    if span.buckets:
        ends: Sequence[str] = list(dict.fromkeys((span.buckets[0], span.buckets[-1])))
        when = ", " + " to ".join(spell(end) for end in ends)
    return (
        f"{len(evidence.reports):,} news reports from {len(sources):,} sources tell of {len(chosen.events):,} events{when}. "
        "Every dot, line and bar leads to the sentences it rests on."
    )


def _blocs(chosen: Participations, span: Span) -> Blocs:
    return find_blocs(select(chosen, Selection()), halves(starts(span)))


def _bloc_note(blocs: Blocs) -> str:
    if len(blocs.members) < 2:
        return "The contacts between countries form no blocs."
    since, until = blocs.stretch.since, blocs.stretch.until
    when = (
        f" They show most clearly from {since} on."
        if since
        else f" They show most clearly up to {until}."
        if until
        else ""
    )
    return (
        f"Countries whose people met, talked and travelled with each other more than with the others: {len(blocs.members)} blocs "
        f"by the Louvain method (modularity {blocs.modularity:.2f}; above 0.3, blocs are seldom chance).{when}"
    )
