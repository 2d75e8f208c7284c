"""Strips the labels from every tenth report (`python -m codebook.second.compare --strip`) and compares the second pass.

The sample is every tenth of the 116 reports there were then, in file order from the fourth on; nobody chose it.
"""

import sys
from collections import Counter
from pathlib import Path
from typing import Any, Final

from codebook.reading import Report, read_chapters
from codebook.score import paired

FIRST_PASS: Final = Path(__file__).parent / "first"
SECOND_PASS: Final = Path(__file__).parent / "chapters"
EVERY, OFFSET, WRITTEN = 10, 3, 116


def sample(reports: list[Report]) -> list[Report]:
    """Return the reports that are annotated twice."""
    return reports[:WRITTEN][OFFSET::EVERY]


def stripped(reports: list[Report]) -> str:
    """Return the sample as a chapter without events, to be filled in."""
    lines = []
    for report in sample(reports):
        lines.append(f"# {report['id']} | {report['published']} | {report['title']}")
        lines += [f"> {report['text'][one['start'] : one['end']]}" for one in report["sentences"]]
    return "\n".join(lines) + "\n"


def agreement() -> dict[str, Any]:
    """Return F1 of triggers and labels, and Cohen's kappa of PLOVER type and status on the events found in both passes.

    The first pass is taken as it was before the comparison, so that later corrections do not flatter the figure.
    """
    second = {report["id"]: report for report in read_chapters(SECOND_PASS)}
    pairs: list[tuple[dict[str, Any], dict[str, Any]]] = []
    total = sentences = 0
    first = read_chapters(FIRST_PASS)
    for report in first:
        other = second[report["id"]]
        if other["text"] != report["text"]:
            raise ValueError(f"{report['id']}: the two passes do not read the same text")
        guesses = [event | event["trigger"] for event in other["events"]]
        total += len(report["events"]) + len(guesses)
        sentences += len(report["sentences"])
        pairs += paired(report["events"], guesses)
    typed = [(str(a["plover"]), str(b["plover"])) for a, b in pairs if a["plover_scored"] and b["plover_scored"]]
    return {
        "reports": len(first),
        "sentences": sentences,
        "events_in_both": len(pairs),
        "trigger_f1": round(2 * len(pairs) / total, 3),
        "label_f1": round(2 * sum(a["label"] == b["label"] for a, b in pairs) / total, 3),
        "type_kappa": kappa(typed),
        "mode_agreement": round(
            sum(bool(set(a["modes"]) & set(b["modes"])) or a["modes"] == b["modes"] for a, b in pairs) / len(pairs), 3
        ),
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
