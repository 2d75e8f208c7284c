"""What a reader must know to trust the report or not: how much is dated, how sure it is, and where it comes from."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from graphbuilder.analysis.naming import is_named
from graphbuilder.analysis.offices import rival_holders
from graphbuilder.analysis.participations import STATUSES, Participations
from graphbuilder.report.evidence import Evidence

_STEPS = ((0.95, "0.95 to 1"), (0.85, "0.85 to 0.95"), (0.8, "0.8 to 0.85"), (0.0, "below 0.8"))


def measure_quality(chosen: Participations, evidence: Evidence, *, left: int) -> list[dict[str, Any]]:
    """Return small tables: title, note, columns, rows. `left` is how many events the report leaves out."""
    events = list(chosen.events.values())
    cast = chosen.cast()
    undated = sum(event.first is None for event in events)
    vague = sum(event.precision not in {"day", "unknown"} for event in events)
    alone = sum(event.source_count < 2 for event in events)
    nobody = sum(event.id not in cast for event in events)
    people = [entity for entity in chosen.entities.values() if entity.type == "Person"]
    nameless = sum(not is_named(person.name) for person in people)
    reports = evidence.reports.values()
    return [
        {
            "title": "What is missing",
            "note": "What the texts do not say, or the program did not find.",
            "columns": ["what", "number", "of"],
            "rows": [
                ["events without a date", undated, len(events)],
                ["events with a date less exact than a day", vague, len(events)],
                ["events that one source alone tells of", alone, len(events)],
                ["events without anyone who takes part", nobody, len(events)],
                ["people known by an office only", nameless, len(people)],
                ["reports without a date of publication", sum(not report.published for report in reports), len(reports)],
                ["reports that nearly repeat another", len(evidence.copies), len(reports)],
                ["events left out of this page", left, left + len(events)],
            ],
        },
        {
            "title": "What happened and what did not",
            "note": "Status of each event by its wording.",
            "columns": ["status", "events"],
            "rows": _counted((event.status for event in events), STATUSES),
        },
        {
            "title": "How sure the reading is",
            "note": "Of events with a confidence of 0.8, four in five are right; above 0.95 several reports tell of them.",
            "columns": ["confidence", "events"],
            "rows": _counted((_step(event.confidence) for event in events), [name for _, name in _STEPS]),
        },
        {
            "title": "Offices with two holders at one time",
            "note": "Sources name both, or one of them was not told to have left. Neither is taken for wrong.",
            "columns": ["office", "of", "holder", "other holder", "from", "to"],
            "rows": [
                [rival.title, rival.of, rival.holder, rival.other, str(rival.first), str(rival.last)]
                for rival in rival_holders(chosen)
            ],
        },
        {
            "title": "Where it comes from",
            "note": "Reports by source.",
            "columns": ["source", "reports"],
            "rows": [
                [name, count]
                for name, count in sorted(
                    Counter(report.source or "unknown" for report in reports).items(), key=lambda item: (-item[1], item[0])
                )[:15]
            ],
        },
    ]  # fmt: skip


def _step(confidence: float) -> str:
    return next(name for least, name in _STEPS if confidence >= least)


def _counted(values: Iterable[str], order: Iterable[str]) -> list[list[str | int]]:
    counts = Counter(values)
    return [[name, counts[name]] for name in order]
