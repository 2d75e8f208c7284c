"""`python -m codebook.validate [--write] [--quiet] [--chapters FOLDER]`: checks the chapters, prints coverage and agreement.

It refuses unknown names, sentences without a line, weekdays that do not fit their date, contrasts whose sides do not differ,
classes with fewer than three items that have a near miss, and a compiled.jsonl that is not what the chapters say (--write
renews it).
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from codebook.reading import HOME, ChapterError, Report, read_chapters
from codebook.scheme import BASES, LABELS, MODES, PLACES, PRECISIONS, RESTRAINTS, ROLES, STATUSES, TRAPS
from codebook.second.compare import agreement

COMPILED: Final = HOME / "compiled.jsonl"
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ENOUGH: Final = 3
SENTENCES: Final = 500
REPORTS: Final = 100


def problems(reports: list[Report]) -> Iterator[str]:
    """Yield what is wrong with reports, each in one sentence."""
    ids = Counter(report["id"] for report in reports)
    yield from (f"{key}: the id is used {count} times" for key, count in ids.items() if count > 1)
    seen: dict[str, str] = {}
    for report in reports:
        covered = {event["sentence"] for event in report["events"]} | {one["sentence"] for one in report["restraint"]}
        for index, bounds in enumerate(report["sentences"]):
            text = report["text"][bounds["start"] : bounds["end"]]
            if index not in covered:
                yield f"{report['id']}.{index + 1}: neither an event nor '* none'"
            if text in seen:
                yield f"{report['id']}.{index + 1}: the sentence stands in {seen[text]} too"
            seen[text] = f"{report['id']}.{index + 1}"
        for one in report["restraint"]:
            if one["kind"] is not None and one["kind"] not in RESTRAINTS:
                yield f"{report['id']}.{one['sentence'] + 1}: unknown kind of restraint {one['kind']!r}"
            if any(event["sentence"] == one["sentence"] for event in report["events"]):
                yield f"{report['id']}.{one['sentence'] + 1}: an event stands beside '* none'"
        for event in report["events"]:
            yield from (f"{event['id']}: {problem}" for problem in _event_problems(report, event))
        sides = items_of(report)
        for first, second, what in report["contrasts"]:
            if not what:
                yield f"{first} / {second}: the contrast does not say what differs"
            if sides[first] == sides[second]:
                yield f"{first} / {second}: the two sides of the contrast do not differ"


def _event_problems(report: Report, event: dict[str, Any]) -> Iterator[str]:
    if event["label"] not in LABELS:
        yield f"unknown label {event['label']!r}"
    if event["status"] not in STATUSES:
        yield f"unknown status {event['status']!r}"
    if event["plover"] is not None and event["plover"] not in MODES:
        yield f"unknown PLOVER type {event['plover']!r}"
    yield from (
        f"{event['plover']} has no mode {mode!r}"
        for mode in event["modes"]
        if mode not in MODES.get(event["plover"], ())
    )
    yield from (f"unknown trap {trap!r}" for trap in event["traps"] if trap not in TRAPS)
    text = report["text"]
    for span in (event["trigger"], *event["args"], *event["places"]):
        if text[span["start"] : span["end"]] != span["text"]:
            yield f"the offsets of {span['text']!r} do not give it back"
    if event["date"] and event["date"]["basis"] not in {*BASES, None}:
        yield f"unknown basis {event['date']['basis']!r}"
    if event["date"] and event["date"]["precision"] == "day" and event["date"]["basis"] == "stated":
        bounds = report["sentences"][event["sentence"]]
        named = re.findall("|".join(WEEKDAYS), text[bounds["start"] : bounds["end"]].casefold())
        days = {WEEKDAYS[date.fromisoformat(event["date"][end]).weekday()] for end in ("start", "end")}
        numbered = re.search(rf"\b{int(event['date']['start'][8:])}\b", text[bounds["start"] : bounds["end"]])
        if named and not numbered and not days & set(named):
            yield f"{event['date']['start']} is no {' or '.join(named)}"


def items_of(report: Report) -> dict[str, frozenset[str]]:
    """Return what each event (by id) and each empty sentence of a report counts as: "label:Trip", "status:actual" ..."""
    items = {f"{report['id']}.{one['sentence'] + 1}": frozenset({"none"}) for one in report["restraint"]}
    for event in report["events"]:
        names = {f"label:{event['label']}", f"status:{event['status']}"}
        if event["plover"]:
            names.add(f"type:{event['plover']}")
        names |= {f"mode:{event['plover']}/{mode}" for mode in event["modes"]}
        names |= {f"trap:{trap}" for trap in event["traps"]}
        items[event["id"]] = frozenset(names)
    return items


def coverage(reports: list[Report]) -> dict[str, tuple[int, int]]:
    """Return of each class how many items it has, and how many of them have a near miss: a contrast to what is not of it."""
    wanted = [f"label:{name}" for name in LABELS]
    wanted += [f"type:{name}" for name in MODES]
    wanted += [f"mode:{kind}/{mode}" for kind, modes in MODES.items() for mode in modes]
    wanted += [f"status:{name}" for name in STATUSES] + [f"trap:{name}" for name in TRAPS]
    count: Counter[str] = Counter()
    contrasted: set[tuple[str, str]] = set()
    for report in reports:
        sides = items_of(report)
        for names in sides.values():
            count.update(names)
        for first, second, _ in report["contrasts"]:
            for one, other in ((first, second), (second, first)):
                contrasted |= {(name, one) for name in sides[one] - sides[other]}
    missed = Counter(name for name, _ in contrasted)
    return {name: (count[name], missed[name]) for name in wanted}


def other_counts(reports: list[Report]) -> dict[str, int]:
    """Return how often each date precision, basis, role, place relation, link and kind of restraint stands there."""
    events = [event for report in reports for event in report["events"]]
    dates = [event["date"] for event in events if event["date"]]
    count = Counter(f"precision:{one['precision']}" for one in dates)
    count += Counter(f"basis:{one['basis']}" for one in dates if one["basis"])
    count += Counter(f"role:{one['role']}" for event in events for one in event["args"])
    count += Counter(f"place:{one['relation']}" for event in events for one in event["places"])
    count += Counter(f"link:{one['kind']}" for event in events for one in event["links"])
    count += Counter(f"restraint:{one['kind']}" for report in reports for one in report["restraint"] if one["kind"])
    names = [f"precision:{name}" for name in PRECISIONS] + [f"basis:{name}" for name in BASES]
    names += [f"role:{name}" for name in ROLES] + [f"place:{name}" for name in PLACES.values()]
    names += ["link:CONTENT", "link:PART_OF", "link:AFTER"] + [f"restraint:{name}" for name in RESTRAINTS]
    return {name: count[name] for name in names}


def gaps(reports: list[Report]) -> list[str]:
    """Return the classes that have too few items or no contrast, and the codebook's own size where it is too small."""
    found = [
        f"{name}: {count} items, {contrasted} with a near miss"
        for name, (count, contrasted) in coverage(reports).items()
        if contrasted < ENOUGH
    ]
    found += [f"{name}: {count} items" for name, count in other_counts(reports).items() if count < ENOUGH]
    sentences = sum(len(report["sentences"]) for report in reports)
    if sentences < SENTENCES or len(reports) < REPORTS:
        found.append(f"{sentences} sentences in {len(reports)} reports; {SENTENCES} in {REPORTS} are wanted")
    return found


def stated(reports: list[Report]) -> Iterator[str]:
    """Yield what README.md says otherwise than the chapters and the second pass do."""
    readme = (HOME / "README.md").read_text(encoding="utf-8")
    sentences, events, pairs = (
        sum(len(report[key]) for report in reports) for key in ("sentences", "events", "contrasts")
    )
    size = f"{len(reports)} short reports with {sentences} sentences, {events} event mentions and {pairs} contrasts"
    if size not in readme:
        yield f"README.md does not say: {size}"
    found = agreement()
    rows = {
        "F1 of triggers": "trigger_f1",
        "F1 of triggers with their label": "label_f1",
        "Cohen's kappa of the PLOVER type": "type_kappa",
        "agreement on the mode": "mode_agreement",
        "Cohen's kappa of the status": "status_kappa",
    }
    yield from (
        f"README.md does not say: | {name} | {found[key]} |"
        for name, key in rows.items()
        if f"| {name} | {found[key]} |" not in readme
    )


def compiled(reports: list[Report]) -> str:
    """Return the text of compiled.jsonl."""
    return "".join(json.dumps(report, ensure_ascii=False) + "\n" for report in reports)


def main(arguments: list[str] | None = None) -> int:
    """Check everything; return 1 where something is wrong."""
    parser = argparse.ArgumentParser(prog="python -m codebook.validate", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write compiled.jsonl")
    parser.add_argument("--quiet", action="store_true", help="print problems only")
    parser.add_argument("--chapters", type=Path, metavar="FOLDER", help="check these chapters' lines and nothing else")
    options = parser.parse_args(arguments)
    try:
        reports = read_chapters(options.chapters or HOME / "chapters")
    except ChapterError as error:
        print("WRONG", error, file=sys.stderr)
        return 1
    if options.chapters:
        return _told(list(problems(reports)))
    wrong = [*problems(reports), *gaps(reports), *stated(reports)]
    if options.write:
        COMPILED.write_text(compiled(reports), encoding="utf-8")
    elif not COMPILED.is_file() or COMPILED.read_text(encoding="utf-8") != compiled(reports):
        wrong.append("compiled.jsonl is not what the chapters say; run with --write")
    if not options.quiet:
        for name, (count, contrasted) in coverage(reports).items():
            print(f"{name:32} {count:4} items {contrasted:4} with a near miss")
        for name, number in other_counts(reports).items():
            print(f"{name:32} {number:4} items")
        events = sum(len(report["events"]) for report in reports)
        pairs = sum(len(report["contrasts"]) for report in reports)
        sentences = sum(len(report["sentences"]) for report in reports)
        print(f"{len(reports)} reports, {sentences} sentences, {events} events, {pairs} contrasts")
        print("second pass:", json.dumps(agreement()))
    return _told(wrong)


def _told(wrong: list[str]) -> int:
    for problem in wrong:
        print("WRONG", problem, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
