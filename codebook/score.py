"""`python codebook/score.py --pred FILE [--gold FILE] [--coded-only] [--errors]`: scores any system on the codebook.

The format of predictions stands in README.md. Standard library only. It prints one JSON object: precision, recall and F1 per
dimension, the share of contrasts of which both sides are right, and with --errors the commonest confusions. A file that cannot
be scored is refused in one sentence (exit code 2).
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

Record = dict[str, Any]
GOLD: Final = Path(__file__).with_name("compiled.jsonl")
SIDES: Final = {
    "actor": "actor", "speaker": "actor", "traveller": "actor", "participant": "actor",
    "recipient": "recipient", "addressee": "recipient", "host": "recipient", "companion": "recipient",
}  # fmt: skip
"""Role to the side PLOVER puts it on."""
ASSERTED: Final = frozenset({"actual", "planned", "cancelled"})
"""Statuses that say something of the world; a sentence without events may not be said to tell any of these."""

DIMENSIONS: Final = (
    "trigger", "label", "type", "mode", "code", "status", "actor", "recipient", "role", "place", "date", "precision",
    "basis", "content", "part_of", "after",
)  # fmt: skip
SHOWN: Final = 60
"""Characters of a wrong value that a message quotes."""
_LINK_DIMENSIONS: Final = {"CONTENT": "content", "PART_OF": "part_of", "AFTER": "after"}


class Tally:
    """Right, predicted and gold counts of one dimension."""

    def __init__(self) -> None:
        self.right = self.predicted = self.gold = 0

    def add(self, right: int, predicted: int, gold: int) -> None:
        """Count one event's share."""
        self.right += right
        self.predicted += predicted
        self.gold += gold

    def figures(self) -> Record:
        """Return precision, recall, F1 and the number of gold items."""
        precision = self.right / self.predicted if self.predicted else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        both = precision + recall
        f1 = 2 * precision * recall / both if both else 0.0
        return {"p": round(precision, 4), "r": round(recall, 4), "f1": round(f1, 4), "n": self.gold}


def overlaps(one: Record, other: Record) -> bool:
    """Say whether two spans share a character."""
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def paired(gold: list[Record], predicted: list[Record]) -> list[tuple[Record, Record]]:
    """Pair events whose triggers overlap, each once: those with the same label first, then the same type, then any."""

    def score(one: Record, other: Record) -> int:
        return 2 * bool(one["label"] == other.get("label")) + bool(one["plover"] == other.get("plover"))

    candidates = sorted(
        (-score(one, other), index, place)
        for index, one in enumerate(gold)
        for place, other in enumerate(predicted)
        if overlaps(one["trigger"], other)
    )
    pairs, used_gold, used = [], set(), set()
    for _, index, place in candidates:
        if index not in used_gold and place not in used:
            used_gold.add(index)
            used.add(place)
            pairs.append((gold[index], predicted[place]))
    return pairs


def same_entity(gold: Record, predicted: Record) -> bool:
    """Say whether a predicted argument means a gold one: its span touches it, or its words hold its name or the reverse."""
    if predicted.get("start") is not None and predicted.get("end") is not None and overlaps(gold, predicted):
        return True
    names = [words(str(gold.get(key) or "")) for key in ("text", "name")]
    guesses = [words(str(predicted.get(key) or "")) for key in ("text", "name")]
    return any(one and other and (one <= other or other <= one) for one in names for other in guesses)


def words(text: str) -> frozenset[str]:
    """Return the words of a name without articles and possessive endings."""
    found = re.findall(r"[^\W_]+", re.sub(r"['’]s\b", "", text.casefold()))
    return frozenset(found) - {"the", "a", "an", "its", "his", "her", "their"}


def _matches(gold: list[Record], predicted: list[Record], key: str | None = None) -> int:
    """Return how many gold items find a predicted one of their own, equal also in `key`."""
    left, right = list(predicted), 0
    for one in gold:
        other = next(
            (item for item in left if same_entity(one, item) and (key is None or one[key] == item.get(key))), None
        )
        if other is not None:
            left.remove(other)
            right += 1
    return right


def _side(event: Record, side: str, equals: list[Record]) -> list[Record]:
    """Return the arguments of one side; whoever is a mere participant in the other annotation counts as acting here."""
    found = []
    for one in event.get("args", ()):
        own = SIDES.get(one["role"])
        if own == "recipient" and any(same_entity(equal, one) for equal in equals):
            own = "actor"
        if own == side:
            found.append(one)
    return found


def _equals(event: Record) -> list[Record]:
    return [one for one in event.get("args", ()) if one["role"] == "participant"]


def _modes(event: Record) -> list[str]:
    return event["modes"] if "modes" in event else [event["mode"]] if event.get("mode") else []


def code_right(gold: Record, predicted: Record) -> bool:
    """Say whether label, type, mode and status are all right."""
    modes = _modes(predicted)
    return (
        gold["label"] == predicted.get("label")
        and gold["status"] == predicted.get("status")
        and (
            not gold["plover_scored"]
            or (
                gold["plover"] == predicted.get("plover")
                and bool(modes) == bool(gold["modes"])
                and (not modes or modes[0] in gold["modes"])
            )
        )
    )


def score(gold: Iterable[Record], predicted: Iterable[Record], *, coded_only: bool = False) -> Record:
    """Return all figures of predictions against gold reports.

    Args:
        gold: Reports as in compiled.jsonl.
        predicted: One object per report, in the format of README.md; a report that is missing has no events.
        coded_only: Leave out what has no PLOVER type, for systems that know no statements, appointments and elections.
    """
    by_report = {one["id"]: one["events"] for one in predicted}
    tallies = {name: Tally() for name in DIMENSIONS}
    confusions: Counter[str] = Counter()
    classes: dict[str, Tally] = {}
    traps: dict[str, Tally] = {}
    right_ends = total = clean = harmless = empty = 0
    statuses: list[tuple[str, str]] = []
    for report in gold:
        events, guesses = report["events"], by_report.get(report["id"], [])
        everything = guesses
        pairs = paired(events, guesses)
        if coded_only:
            guesses = [one for one in guesses if one.get("plover") or any(one is pair[1] for pair in pairs)]
            pairs = [pair for pair in pairs if pair[0]["plover"] or not pair[0]["plover_scored"]]
            dropped = [one for one in events if one["plover_scored"] and not one["plover"]]
            guesses = [one for one in guesses if not any(overlaps(drop["trigger"], one) for drop in dropped)]
            events = [one for one in events if one not in dropped]
        partner = {id(one): other for one, other in pairs}
        back = {id(other): one for one, other in pairs}
        for one in events:
            _compare(one, partner.get(id(one)), tallies, confusions, classes)
            if id(one) in partner:
                statuses.append((one["status"], str(partner[id(one)].get("status"))))
        for other in guesses:
            if id(other) not in back:
                _invented(other, tallies, confusions, classes)
        _links(events, everything, {id(one) for one in guesses}, partner, tallies)
        right = {one["id"] for one in events if id(one) in partner and code_right(one, partner[id(one)])}
        for place in report["restraint"]:
            bounds = report["sentences"][place["sentence"]]
            inside = [one for one in guesses if bounds["start"] <= one["start"] < bounds["end"]]
            quiet = not any(one.get("status") in ASSERTED for one in inside)
            empty += 1
            clean += not inside
            harmless += quiet
            for one in inside:
                confusions[f"event in a sentence of {place['kind'] or 'none'}: {one.get('label')}"] += 1
            if quiet:
                right.add(f"{report['id']}.{place['sentence'] + 1}")
        for one in events:
            for trap in one["traps"]:
                traps.setdefault(trap, Tally()).add(one["id"] in right, 0, 1)
        known = {one["id"] for one in events} | {f"{report['id']}.{r['sentence'] + 1}" for r in report["restraint"]}
        for first, second, _ in report["contrasts"]:
            if first in known and second in known:
                total += 1
                right_ends += first in right and second in right
    return {
        **{name: tally.figures() for name, tally in tallies.items()},
        "status_accuracy_of_found": round(sum(a == b for a, b in statuses) / len(statuses), 4) if statuses else 0.0,
        "contrasts": {"both_right": round(right_ends / total, 4) if total else 0.0, "n": total},
        "restraint": {
            "sentences_left_alone": round(clean / empty, 4) if empty else 0.0,
            "nothing_asserted": round(harmless / empty, 4) if empty else 0.0,
            "n": empty,
        },
        "traps": {name: f"{tally.right}/{tally.gold}" for name, tally in sorted(traps.items())},
        "classes": {name: tally.figures() for name, tally in sorted(classes.items())},
        "confusions": confusions.most_common(),
    }


def _compare(
    gold: Record,
    guess: Record | None,
    tallies: dict[str, Tally],
    confusions: Counter[str],
    classes: dict[str, Tally],
) -> None:
    found = guess or {}
    tallies["trigger"].add(guess is not None, guess is not None, 1)
    for name, key in (("label", "label"), ("status", "status")):
        tallies[name].add(found.get(key) == gold[key], guess is not None, 1)
        _count(classes, f"{name}:{gold[key]}", f"{name}:{found.get(key)}" if guess else None)
    if guess is None:
        confusions[f"missed {gold['label']} ({gold['status']})"] += 1
    else:
        for name, key in (("label", "label"), ("status", "status")):
            if found.get(key) != gold[key]:
                confusions[f"{name} {gold[key]} -> {found.get(key)}"] += 1
    if gold["plover_scored"]:
        _compare_code(gold, guess, tallies, confusions, classes)
    for side in ("actor", "recipient"):
        wanted = _side(gold, side, _equals(found))
        given = _side(found, side, _equals(gold))
        tallies[side].add(_matches(wanted, given), len(given), len(wanted))
    args, given = gold["args"], found.get("args", [])
    tallies["role"].add(_matches(args, given, "role"), len(given), len(args))
    places, given = gold["places"], found.get("places", [])
    tallies["place"].add(_matches(places, given, "relation"), len(given), len(places))
    _compare_date(gold, guess, tallies, confusions)


def _compare_code(
    gold: Record,
    guess: Record | None,
    tallies: dict[str, Tally],
    confusions: Counter[str],
    classes: dict[str, Tally],
) -> None:
    found = guess or {}
    plover = found.get("plover")
    tallies["type"].add(bool(plover) and plover == gold["plover"], bool(plover), bool(gold["plover"]))
    _count(classes, f"type:{gold['plover']}" if gold["plover"] else None, f"type:{plover}" if plover else None)
    if guess is not None and plover != gold["plover"]:
        confusions[f"type {gold['plover']} -> {plover} ({gold['label']} {gold['status']})"] += 1
    modes = _modes(found)[:1]
    hit = plover == gold["plover"] and bool(modes) and modes[0] in gold["modes"]
    tallies["mode"].add(hit, bool(modes), bool(gold["modes"]))
    for mode in gold["modes"] or [""]:
        wanted = f"mode:{gold['plover']}/{mode}" if mode else None
        guessed = wanted if hit else f"mode:{plover}/{modes[0]}" if modes else None
        _count(classes, wanted, guessed if mode == (gold["modes"] or [""])[0] or hit else None)
    if guess is not None and plover == gold["plover"] and not hit and (modes or gold["modes"]):
        confusions[f"mode {plover}/{'+'.join(gold['modes']) or '-'} -> {modes[0] if modes else '-'}"] += 1
    tallies["code"].add(guess is not None and code_right(gold, guess), guess is not None, 1)


def _count(classes: dict[str, Tally], wanted: str | None, given: str | None) -> None:
    if wanted is not None:
        classes.setdefault(wanted, Tally()).add(wanted == given, 0, 1)
    if given is not None:
        classes.setdefault(given, Tally()).add(0, 1, 0)


def _compare_date(gold: Record, guess: Record | None, tallies: dict[str, Tally], confusions: Counter[str]) -> None:
    wanted = gold["date"]
    if wanted is None:
        return
    given = (guess or {}).get("date") or {"start": None, "end": None, "precision": "unknown", "basis": None}
    dated = guess is not None and given.get("start") is not None
    right = guess is not None and (given.get("start"), given.get("end")) == (wanted["start"], wanted["end"])
    tallies["date"].add(right and dated, dated, wanted["start"] is not None)
    same = guess is not None and given.get("precision") == wanted["precision"]
    tallies["precision"].add(same, guess is not None, 1)
    if wanted["start"] is not None:
        tallies["basis"].add(dated and given.get("basis") == wanted["basis"], dated, 1)
    if guess is not None and not right:
        confusions[f"date {wanted['precision']} -> {given.get('precision') if dated else 'none'}"] += 1


def _invented(guess: Record, tallies: dict[str, Tally], confusions: Counter[str], classes: dict[str, Tally]) -> None:
    for name in ("trigger", "label", "status", "code"):
        tallies[name].add(0, 1, 0)
    _count(classes, None, f"label:{guess.get('label')}")
    _count(classes, None, f"status:{guess.get('status')}")
    if guess.get("plover"):
        tallies["type"].add(0, 1, 0)
        _count(classes, None, f"type:{guess['plover']}")
    if _modes(guess):
        tallies["mode"].add(0, 1, 0)
        _count(classes, None, f"mode:{guess.get('plover')}/{_modes(guess)[0]}")
    for side in ("actor", "recipient"):
        tallies[side].add(0, len(_side(guess, side, [])), 0)
    tallies["role"].add(0, len(guess.get("args", ())), 0)
    tallies["place"].add(0, len(guess.get("places", ())), 0)
    confusions[f"invented {guess.get('label')} ({guess.get('status')})"] += 1


def _links(
    events: list[Record], guesses: list[Record], kept: set[int], partner: dict[int, Record], tallies: dict[str, Tally]
) -> None:
    """Count the links between the events that are kept; predicted mentions joined by a link SAME count as one."""
    by_id = {one["id"]: one for one in events}
    roots = {id(one): _root(number, guesses) for number, one in enumerate(guesses)}
    for kind, dimension in _LINK_DIMENSIONS.items():
        wanted = [
            (one, by_id[link["to"]])
            for one in events
            for link in one["links"]
            if link["kind"] == kind and link["to"] in by_id
        ]
        given = {
            (id(one), roots[id(guesses[link["to"]])])
            for one in guesses
            for link in one.get("links", ())
            if link["kind"] == kind and link["to"] < len(guesses)
            if kept.issuperset((id(one), id(guesses[link["to"]])))
        }
        found = [(partner.get(id(source)), partner.get(id(target))) for source, target in wanted]
        right = sum(a is not None and b is not None and (id(a), roots[id(b)]) in given for a, b in found)
        tallies[dimension].add(right, len(given), len(wanted))


def _root(number: int, guesses: list[Record]) -> int:
    """Return the number of the first mention that a chain of SAME links leads to."""
    seen = {number}
    while True:
        target = next((link["to"] for link in guesses[number].get("links", ()) if link["kind"] == "SAME"), None)
        if target is None or target in seen or target >= len(guesses):
            return number
        seen.add(target)
        number = target


class ScoringError(ValueError):
    """A file that cannot be scored; the message says which, where and why."""


def read_lines(path: Path) -> list[Record]:
    """Return the objects of a JSON lines file.

    Raises:
        ScoringError: There is no such file, or a line is no JSON object.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ScoringError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ScoringError(f"{path}: not UTF-8 text") from error
    found: list[Record] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            raise ScoringError(f"{path}:{number}: not JSON: {error}") from error
        if not isinstance(record, dict):
            raise ScoringError(f"{path}:{number}: a line is one JSON object, not {_shown(record)}")
        found.append(record)
    return found


def check_gold(path: Path, gold: list[Record]) -> None:
    """Refuse a gold file that is not in the form of compiled.jsonl."""
    wanted = {"id", "text", "sentences", "events", "restraint", "contrasts"}
    if not gold:
        raise ScoringError(f"{path}: no reports in it")
    for number, report in enumerate(gold, 1):
        missing = sorted(wanted - report.keys())
        if missing:
            raise ScoringError(
                f"{path}: report {number} has no {missing[0]!r}; it must have the form of compiled.jsonl"
            )


def problems(gold: list[Record], predicted: list[Record]) -> Iterator[str]:
    """Yield what is wrong with predictions, each in one sentence: unknown names, spans outside the text."""
    texts = {report["id"]: report["text"] for report in gold}
    names = _names_of(gold)
    seen: set[str] = set()
    for number, report in enumerate(predicted, 1):
        key, events = report.get("id"), report.get("events")
        if not isinstance(key, str):
            yield f"report {number}: 'id' must be a string, not {_shown(key)}"
        elif key in seen:
            yield f"{key}: the report stands there twice"
        elif key in texts and not isinstance(events, list):
            yield f"{key}: 'events' must be a list, not {_shown(events)}"
        elif key in texts and isinstance(events, list):
            for place, event in enumerate(events):
                yield from (
                    f"{key}, event {place}: {problem}" for problem in _wrong(event, texts[key], len(events), names)
                )
        if isinstance(key, str):
            seen.add(key)
    if predicted and not seen & texts.keys():
        yield "none of its reports is in the gold file"


def check_predictions(path: Path, gold: list[Record], predicted: list[Record]) -> None:
    """Refuse predictions that cannot be scored, with the first of what is wrong with them."""
    wrong = list(problems(gold, predicted))
    if wrong:
        more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
        raise ScoringError(f"{path}: {wrong[0]}{more}")


def _names_of(gold: list[Record]) -> dict[str, frozenset[str]]:
    """Return the names that the gold file knows: every one stands there (validate.py holds that)."""
    events = [event for report in gold for event in report["events"]]
    return {
        "label": frozenset(event["label"] for event in events),
        "plover": frozenset(event["plover"] for event in events if event["plover"]),
        "mode": frozenset(mode for event in events for mode in event["modes"]),
        "status": frozenset(event["status"] for event in events),
    }


def _wrong(event: Any, text: str, count: int, names: dict[str, frozenset[str]]) -> Iterator[str]:
    if not isinstance(event, dict):
        yield f"an event is an object, not {_shown(event)}"
        return
    yield from _outside(event, text, "the trigger")
    for field, known in names.items():
        value = event.get(field)
        if value is not None and (not isinstance(value, str) or value not in known):
            yield f"unknown {field} {_shown(value)}"
    for field in ("args", "places", "links"):
        items = event.get(field, [])
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            yield f"{field!r} must be a list of objects, not {_shown(items)}"
            continue
        for item in items:
            if field == "args" and item.get("role") not in SIDES:
                yield f"unknown role {_shown(item.get('role'))}"
            if field == "args" and (item.get("start") is not None or item.get("end") is not None):
                yield from _outside(item, text, f"the argument {_shown(item.get('text'))}")
            target = item.get("to")
            if field == "links" and (not isinstance(target, int) or not 0 <= target < count):
                yield f"a link leads to {_shown(target)}, which is none of the report's {count} events"
    if event.get("date") is not None and not isinstance(event["date"], dict):
        yield f"'date' must be an object, not {_shown(event['date'])}"


def _outside(span: Record, text: str, what: str) -> Iterator[str]:
    start, end = span.get("start"), span.get("end")
    if not isinstance(start, int) or not isinstance(end, int):
        yield f"'start' and 'end' of {what} must be whole numbers, not {_shown(start)} and {_shown(end)}"
    elif not 0 <= start < end <= len(text):
        yield f"{what} is at {start} to {end}, outside the text of {len(text)} characters"


def _shown(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= SHOWN else shown[:SHOWN] + " ..."


def main(arguments: list[str] | None = None) -> int:
    """Score a file of predictions and print the figures; return 2 where it cannot be scored."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pred", required=True, type=Path)
    parser.add_argument("--gold", default=GOLD, type=Path, help="default: compiled.jsonl beside this file")
    parser.add_argument("--coded-only", action="store_true", help="leave out what has no PLOVER type")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the N commonest errors as well")
    options = parser.parse_args(arguments)
    try:
        gold, predicted = read_lines(options.gold), read_lines(options.pred)
        check_gold(options.gold, gold)
        check_predictions(options.pred, gold, predicted)
    except ScoringError as error:
        print(f"score.py: {error}", file=sys.stderr)
        return 2
    figures = score(gold, predicted, coded_only=options.coded_only)
    confusions, classes = figures.pop("confusions"), figures.pop("classes")
    json.dump(figures, sys.stdout, indent=1)
    print()
    if options.errors:
        for name, count in confusions[: options.errors]:
            print(f"{count:5}  {name}")
        print("worst classes by F1 (at least three items):")
        worst = sorted((one["f1"], name, one) for name, one in classes.items() if one["n"] >= 3)
        for _, name, one in worst[: options.errors]:
            print(f"{one['f1']:.3f}  {name}  (p {one['p']:.2f} r {one['r']:.2f} n {one['n']})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
