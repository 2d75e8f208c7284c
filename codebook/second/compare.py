"""Strips the labels from every tenth report (`python -m codebook.second.compare --strip`) and compares the second pass.

The sample is every tenth report in file order, beginning with the fourth; nobody chose it.
"""

import sys
from collections import Counter
from pathlib import Path
from typing import Any, Final

from codebook.reading import Report, read_chapters
from codebook.score import paired

FOLDER: Final = Path(__file__).parent / "chapters"
EVERY, FIRST = 10, 3


def sample(reports: list[Report]) -> list[Report]:
    """Return the reports that are annotated twice."""
    return reports[FIRST::EVERY]


def stripped(reports: list[Report]) -> str:
    """Return the sample as a chapter without events, to be filled in."""
    lines = []
    for report in sample(reports):
        lines.append(f"# {report['id']} | {report['published']} | {report['title']}")
        lines += [f"> {report['text'][one['start'] : one['end']]}" for one in report["sentences"]]
    return "\n".join(lines) + "\n"


def agreement(reports: list[Report]) -> dict[str, Any]:
    """Return F1 of triggers and labels, and Cohen's kappa of PLOVER type and status on the events found twice."""
    second = {report["id"]: report for report in read_chapters(FOLDER)}
    wanted = sample(reports)
    pairs: list[tuple[dict[str, Any], dict[str, Any]]] = []
    total = same_text = 0
    for report in wanted:
        other = second.get(report["id"])
        if other is None or other["text"] != report["text"]:
            continue
        same_text += 1
        guesses = [event | event["trigger"] for event in other["events"]]
        total += len(report["events"]) + len(guesses)
        pairs += paired(report["events"], guesses)
    typed = [(str(a["plover"]), str(b["plover"])) for a, b in pairs if a["plover_scored"] and b["plover_scored"]]
    return {
        "reports": same_text,
        "reports_wanted": len(wanted),
        "sentences": sum(len(report["sentences"]) for report in wanted if report["id"] in second),
        "events_twice": len(pairs),
        "trigger_f1": round(2 * len(pairs) / total, 3) if total else 0.0,
        "label_f1": round(2 * sum(a["label"] == b["label"] for a, b in pairs) / total, 3) if total else 0.0,
        "type_kappa": kappa(typed),
        "status_kappa": kappa([(a["status"], b["status"]) for a, b in pairs]),
    }


def kappa(pairs: list[tuple[str, str]]) -> float:
    """Return Cohen's kappa of two annotators' values, to three places; 0 where there are none."""
    if not pairs:
        return 0.0
    observed = sum(one == other for one, other in pairs) / len(pairs)
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    expected = sum(first[name] * second[name] for name in first) / len(pairs) ** 2
    return round((observed - expected) / (1 - expected), 3) if expected < 1 else 1.0


if __name__ == "__main__" and "--strip" in sys.argv:
    sys.stdout.write(stripped(read_chapters()))
