"""Errors by class that a set's scorer does not count: from the gold file and the predictions to numbers, never to text.

The matching of a set's own scorer is followed where it decides a figure, so that the numbers here explain that figure.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from benchmarks.quality.placed import far_places, place_names

Row = Mapping[str, Any]
Counts = dict[str, dict[str, int]]
"""Class to "of", how many there were to get right, and each kind of error with its number."""
Count = Callable[[Sequence[Row], Sequence[Row]], Counts]

_PRONOUN_WORDS: Final = (
    "i me my mine myself you your yours he him his himself she her hers herself it its itself we us our ours they them their "
    "theirs themselves who whom whose that this"
)
_PRONOUNS: Final = frozenset(_PRONOUN_WORDS.split())
_WANTED: Final = frozenset({"person", "organization", "place"})
_FORMS: Final = {"named": "name", "name": "name", "pronoun": "pronoun"}
_STOP: Final = frozenset({"the", "a", "an", "of", "and"})
_WRITTEN: Final = {4: "year", 7: "month", 10: "day"}


def match(wanted: Row, found: Sequence[Row], used: set[int]) -> int | None:
    """Return the unused span that is `wanted`, else the first that overlaps it, and mark it as used."""
    free = [number for number in range(len(found)) if number not in used]
    same = [
        number for number in free if (found[number]["start"], found[number]["end"]) == (wanted["start"], wanted["end"])
    ]
    near = same or [number for number in free if overlap(wanted, found[number])]
    used.update(near[:1])
    return near[0] if near else None


def overlap(one: Row, other: Row) -> bool:
    """Return whether two spans share a character."""
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def chains(gold: Sequence[Row], predicted: Sequence[Row]) -> Counts:
    """Count mentions of people, organisations and places by kind.

    "missed" is in no chain of ours; "split" is apart from most of its chain; "merged" is in a chain that is mostly of somebody
    else; "wrong" is in a chain of ours and refers to nothing mentioned twice.
    """
    counts: Counts = defaultdict(Counter)
    by_id = {row["doc_id"]: row.get("mentions", []) for row in predicted}
    for row in gold:
        _count_chains(row["mentions"], by_id.get(row["doc_id"], []), counts)
    return _plain(counts)


def _count_chains(gold: Sequence[Row], predicted: Sequence[Row], counts: Counts) -> None:
    size, our_size = Counter(one["chain"] for one in gold), Counter(one["chain"] for one in predicted)
    wanted = {one["chain"] for one in gold if one["type"] in _WANTED}
    place_of = _aligned(gold, predicted)
    shared = Counter((gold[place]["chain"], predicted[ours]["chain"]) for place, ours in place_of.items())
    theirs: dict[str, int] = {}
    mine: dict[int, str] = {}
    for (chain, our_chain), _ in sorted(shared.items(), key=lambda pair: (-pair[1], str(pair[0]))):
        theirs.setdefault(our_chain, chain)
        mine.setdefault(chain, our_chain)
    alone = set()
    for place, mention in enumerate(gold):
        ours = place_of.get(place)
        found = ours is not None and our_size[predicted[ours]["chain"]] > 1
        if size[mention["chain"]] == 1 and found and mention["chain"] in wanted:
            alone.add(ours)
        if size[mention["chain"]] == 1 or mention["chain"] not in wanted:
            continue
        kind = _FORMS.get(mention["form"], "nominal")
        counts[kind]["of"] += 1
        if ours is None or not found:
            counts[kind]["missed"] += 1
        elif theirs[predicted[ours]["chain"]] != mention["chain"]:
            counts[kind]["merged"] += 1
        elif mine[mention["chain"]] != predicted[ours]["chain"]:
            counts[kind]["split"] += 1
    matched = set(place_of.values())
    for ours, mention in enumerate(predicted):
        if our_size[mention["chain"]] > 1 and (ours in alone or ours not in matched):
            counts[_FORMS.get(mention["form"], "nominal")]["wrong"] += 1


def _aligned(gold: Sequence[Row], predicted: Sequence[Row]) -> dict[int, int]:
    """Return gold mention to ours: the same span first, then the largest overlap."""
    pairs = sorted(
        (
            (one["start"], one["end"]) != (ours["start"], ours["end"]),
            max(one["start"], ours["start"]) - min(one["end"], ours["end"]),
            abs(one["end"] - one["start"] - ours["end"] + ours["start"]),
            place,
            number,
        )
        for place, one in enumerate(gold)
        for number, ours in enumerate(predicted)
        if overlap(one, ours)
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, _, place, number in pairs:
        if place not in found and number not in taken:
            found[place] = number
            taken.add(number)
    return found


def referring(gold: Sequence[Row], predicted: Sequence[Row]) -> Counts:
    """Count pronouns and roles that refer to somebody known: "unresolved" has no referent, "wrong" another one."""
    counts: Counts = defaultdict(Counter)
    by_id = {row["doc_id"]: row.get("mentions", []) for row in predicted}
    for row in gold:
        low, high = row["evaluation_span"]
        skipped = [label for label in row["labels"] if label["raw_id"] in {"QUANTITY", "QANTITY", "DATETIME"}]
        ours = [
            one
            for one in by_id.get(row["doc_id"], [])
            if low <= one["start"] and one["end"] <= high and not any(overlap(one, label) for label in skipped)
        ]
        used: set[int] = set()
        for label in row["labels"]:
            if label in skipped:
                continue
            number = match(label, ours, used)
            if not label["coref"] or not label["wikidata"]:
                continue
            kind = "pronoun" if label["text"].lower() in _PRONOUNS else "role"
            counts[kind]["of"] += 1
            if number is None or label["optional"] or label["parent"] is not None:
                counts[kind]["unresolved"] += 1
            elif not _same(ours[number], label):
                counts[kind]["wrong" if ours[number].get("coref") else "unresolved"] += 1
    return _plain(counts)


def _same(found: Row, label: Row) -> bool:
    if found.get("wikidata"):
        return bool(found["wikidata"] == label["wikidata"])
    one, other = (set(re.findall(r"\w+", str(row["name"]).lower())) - _STOP for row in (found, label))
    return bool(one and other) and (one <= other or other <= one)


def coded(field: str, named: Callable[[str], str]) -> Count:
    """Return what counts the codes of one field of actor phrases, by the class that `named` gives the expected code."""

    def count(gold: Sequence[Row], predicted: Sequence[Row]) -> Counts:
        counts: Counts = defaultdict(Counter)
        by_id = {row["id"]: row for row in predicted}
        for row in gold:
            if field not in row["expected"]:
                continue
            expected = row["expected"][field]
            allowed = expected if isinstance(expected, list) else [expected]
            given = by_id.get(row["id"], {}).get(field) or ""
            one = counts[named(" or ".join(allowed))]
            one["of"] += 1
            if given not in allowed:
                one["wrong" if given else "none given"] += 1
        return _plain(counts)

    return count


def dates(gold: Sequence[Row], predicted: Sequence[Row]) -> Counts:
    """Count dates by how they are written down: year, month, day, or first and last day; and what is no date of the set."""
    counts: Counts = defaultdict(Counter)
    by_id = {row["doc_id"]: row.get("dates", []) for row in predicted}
    for row in gold:
        wanted = [one for one in row["dates"] if one["kind"] == "date"]
        ours = by_id.get(row["doc_id"], [])
        found: dict[int, Row] = {}
        for date in ours:
            place = next((at for at, one in enumerate(wanted) if at not in found and overlap(one, date)), None)
            if place is not None:
                found[place] = date
        counts["no date of the set"]["of"] += len(ours)
        counts["no date of the set"]["wrong"] += len(ours) - len(found)
        for place, one in enumerate(wanted):
            kind = counts[_WRITTEN.get(len(one.get("when") or ""), "range or other")]
            kind["of"] += 1
            if place not in found:
                kind["missed"] += 1
            elif not _right_date(one, found[place]):
                kind["wrong"] += 1
    return _plain(counts)


def _right_date(one: Row, found: Row) -> bool:
    """Return whether a date is right as the set's scorer has it: the same value, or the same first and last day."""
    wanted, value = one.get("when"), found.get("value") or ""
    if wanted:
        return bool(value[: len(wanted)] == wanted and (len(value) == len(wanted) or 10 <= len(wanted) >= len(value)))
    first, last = (one.get("from") or one.get("notBefore") or ""), (one.get("to") or one.get("notAfter") or "")
    ours, our_last = found.get("from") or "", found.get("to") or ""
    return bool(ours or our_last) and ours[: len(first)] == first and our_last[: len(last)] == last


def timelines(gold: Sequence[Row], predicted: Sequence[Row]) -> Counts:
    """Count the dates of the events found on timelines by how exact the right date is."""
    counts: Counts = defaultdict(Counter)
    by_id = {row["id"]: row.get("timeline", []) for row in predicted}
    for row in gold:
        wanted = _told(row["timeline"])
        used: set[int] = set()
        for where, words, date in _told(by_id.get(row["id"], [])):
            free = (at for at, one in enumerate(wanted) if at not in used and one[0] == where and one[1] & words)
            place = next(free, None)
            if place is None:
                continue
            used.add(place)
            right = wanted[place][2]
            kind = counts[_WRITTEN.get(len(right), "no date")]
            kind["of"] += 1
            if date != right:
                kind["wrong" if date else "none given"] += 1
    return _plain(counts)


def _told(timeline: Sequence[Row]) -> list[tuple[tuple[str, int], set[str], str]]:
    """Return each mention of a timeline: its document and sentence, its words, and its date without what is not known."""
    return [
        (
            (str(mention["doc_id"]), int(mention["sentence"])),
            set(re.findall(r"\w+", (mention.get("text") or "").lower())),
            re.sub(r"(-XX)+$", "", event.get("date") or "").replace("XXXX", ""),
        )
        for event in timeline
        for mention in event["mentions"]
    ]


def _plain(counts: Mapping[str, Mapping[str, int]]) -> Counts:
    return {kind: {"of": 0} | dict(numbers) for kind, numbers in counts.items()}


def country_case(code: str) -> str:
    """Return whether a country is expected."""
    return "a country" if code else "no country"


def sector_case(code: str) -> str:
    """Return the expected sector by its code."""
    return code or "no sector"


COUNTED: Final[Mapping[str, Mapping[str, Count]]] = {
    "gum_news": {"chains": chains, "dates": dates},
    "el_news_fair": {"referring": referring},
    "geoparse": {
        f"{subset}_{name}": count(subset)
        for subset in ("geowebnews", "trnews")
        for name, count in (("names", place_names), ("far", far_places))
    },
    "timeline_semeval15": {"dates": timelines},
    "actor_coding": {"country": coded("country", country_case), "code_1": coded("code_1", sector_case)},
}
"""Set to what is counted there, by the name that measures.toml gives it after "counted."."""


def count_errors(name: str, gold: Sequence[Row], predicted: Sequence[Row]) -> dict[str, Counts]:
    """Return the errors of a set by what is counted there."""
    return {what: count(gold, predicted) for what, count in COUNTED.get(name, {}).items()}
