"""The table of docs/quality.md, and its floors: `python -m benchmarks.quality.table [--write docs/quality.md] [--check]`.

Runs every set of measures.toml once (about four minutes), prints each figure beside its floor, goal, baseline and the best that
was published. `--check` fails where a figure lies below the floor that is held.
"""

import argparse
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import msgspec

from benchmarks.quality.needed import refuse

try:
    from benchmarks.quality.counted import count_errors
    from benchmarks.quality.judging import judged_sets
    from benchmarks.quality.predicting import GOLD, predict
    from benchmarks.quality.reliability import TOGETHER, Bin, Weighted, by_set, calibration_error, reliability
    from benchmarks.quality.sources import read_lines
except ModuleNotFoundError as error:
    refuse(error)

TABLE: Final = Path(__file__).with_name("measures.toml")
ERRORS_SHOWN: Final = 8
MAX_CALIBRATION_ERROR: Final = 0.04
"""How far mean confidence and share right may lie apart on all sets together (expected calibration error)."""

Scores = Mapping[str, Any]
Run = tuple[str, tuple[str, ...]]


class Measure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of measures.toml; see its head."""

    what: str
    set: str
    metric: str
    held: float
    options: tuple[str, ...] = ()
    goal: float | None = None
    baseline: float | None = None
    baseline_of: str = ""
    best: float | None = None
    best_of: str = ""
    errors: str = ""


def load_measures() -> list[Measure]:
    """Return the lines of measures.toml, in order."""
    return msgspec.convert(tomllib.loads(TABLE.read_text(encoding="utf-8"))["measure"], list[Measure])


def run_sets(measures: Sequence[Measure], gold: Path = GOLD) -> dict[Run, Scores]:
    """Predict each set once and score it with each of its options.

    Returns:
        What the scorers said; where no option is given, also the errors counted here, under "counted".
    """
    found: dict[Run, Scores] = {}
    with TemporaryDirectory() as name:
        for measure in measures:
            run = (measure.set, measure.options)
            if run in found:
                continue
            folder, predictions = gold / measure.set, Path(name) / f"{measure.set}.jsonl"
            if not predictions.exists():
                print(measure.set, file=sys.stderr)
                predict(measure.set, folder / "dev.jsonl", predictions)
            command = [
                sys.executable, str(folder / "score.py"), "--pred", str(predictions), "--gold", str(folder / "dev.jsonl"),
                *measure.options,
            ]  # fmt: skip
            said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            found[run] = json.loads(said)
            if not measure.options:
                counted = count_errors(measure.set, read_lines(folder / "dev.jsonl"), read_lines(predictions))
                found[run] = {**found[run], "counted": counted}
    return found


def figure(measure: Measure, scores: Mapping[Run, Scores]) -> float:
    """Return the figure of a measure."""
    return float(_at(scores[measure.set, measure.options], measure.metric))


def _at(scores: Any, path: str) -> Any:
    for name in path.split("."):
        scores = scores[name]
    return scores


def below(measures: Sequence[Measure], scores: Mapping[Run, Scores]) -> list[str]:
    """Return a sentence for each measure below the floor that is held."""
    return [
        f"{measure.what} ({measure.set} {measure.metric}): {figure(measure, scores):.3f} is below {measure.held}"
        for measure in measures
        if figure(measure, scores) < measure.held
    ]


def astray(judged: Mapping[str, Sequence[Weighted]]) -> list[str]:
    """Return a sentence where confidence and share right lie too far apart on all sets together."""
    error = calibration_error(judged[TOGETHER])
    if error <= MAX_CALIBRATION_ERROR:
        return []
    return [f"How sure is sure (calibration error of {TOGETHER}): {error:.3f} is above {MAX_CALIBRATION_ERROR}"]


def commonest_errors(errors: Any) -> list[tuple[str, str]]:
    """Return classes with their errors, the commonest first.

    Args:
        errors: What is said by class: {"f1", "tp", "pred", "gold"}, {"of"} with the number of each kind of error, "found/all",
            or the number of a confusion. Classes without an error are left out.
    """
    counted: list[tuple[int, str, str]] = []
    for name, said in errors.items():
        match said:
            case {"tp": int(right), "pred": int(predicted), "gold": int(wanted)}:
                missed, wrong = wanted - right, predicted - right
                counted.append((missed + wrong, name, f"{missed} of {wanted} missed, {wrong} of {predicted} wrong"))
            case {"of": int(wanted), **kinds}:
                numbers = {str(kind): int(str(number)) for kind, number in kinds.items() if number}
                told = ", ".join(
                    f"{number} {kind}" for kind, number in sorted(numbers.items(), key=lambda one: (-one[1], one[0]))
                )
                counted.append((sum(numbers.values()), name, f"of {wanted}: {told}"))
            case {"p": float(precision), "r": float(recall)}:
                counted.append((int(1000 * (2 - precision - recall)), name, f"P {precision:.2f}, R {recall:.2f}"))
            case str() if "/" in said:
                right, wanted = map(int, said.split("/"))
                counted.append((wanted - right, name, f"{wanted - right} of {wanted} missed"))
            case int():
                counted.append((said, name, str(said)))
    counted = [row for row in counted if row[0]]
    counted.sort(key=lambda row: (-row[0], row[1]))
    return [(name, text) for _, name, text in counted[:ERRORS_SHOWN]]


def page(measures: Sequence[Measure], scores: Mapping[Run, Scores], judged: Mapping[str, Sequence[Weighted]]) -> str:
    """Return docs/quality.md."""
    bins = {name: reliability(events) for name, events in judged.items()}
    errors = {name: calibration_error(events) for name, events in judged.items()}
    return "\n".join((*_lines(measures, scores), *_reliability_lines(bins, errors))) + "\n"


def _reliability_lines(bins: Mapping[str, Sequence[Bin]], errors: Mapping[str, float]) -> Iterator[str]:
    yield ""
    yield "## How sure is sure"
    yield ""
    yield "Of the events with a `confidence`, how many are right: in the codebook by label and status; in the coded records"
    yield "(PLOVER and PETRARCH-2, whose own codes are partly a program's) by type; in the articles of WikiEvents by class, on"
    yield "marked words; in the factuality sets by whether it happened. The confidence is fitted on these sets; what a fit on"
    yield "even rows gives on odd rows is printed by `python -m benchmarks.quality.calibration`. *Error* is the expected"
    yield "calibration error, the mean gap between sure and right."
    yield ""
    for where, error in errors.items():
        yield f"- {where}: error {error:.3f}"
    yield ""
    yield "| where | events with a confidence | number | mean confidence | right |"
    yield "|---|---|---|---|---|"
    for where, found in bins.items():
        for one in found:
            span = f"{one.low:.2f} to {min(one.high, 1.0):.2f}"
            yield f"| {where} | {span} | {one.events} | {one.confidence:.2f} | {one.right:.2f} |"


def _lines(measures: Sequence[Measure], scores: Mapping[Run, Scores]) -> Iterator[str]:
    yield "# How good it is"
    yield ""
    yield "Written by `python -m benchmarks.quality.table --write docs/quality.md` from `benchmarks/quality/measures.toml`."
    yield "The sets are news and web texts annotated by others. We look at our errors there, train on none of it and copy none of"
    yield "it; the rules are written for constructions, and texts that nobody looked at score lower. *Held* is the floor that the"
    yield "tests hold."
    yield ""
    yield "| what | set | ours | held | goal | baseline | best published |"
    yield "|---|---|---|---|---|---|---|"
    for measure in measures:
        options = " ".join(measure.options).replace("--", "")
        cells = (
            measure.what, f"{measure.set} {options}".strip(), f"**{figure(measure, scores):.3f}**", _number(measure.held),
            _number(measure.goal), _said(measure.baseline, measure.baseline_of), _said(measure.best, measure.best_of),
        )  # fmt: skip
        yield f"| {' | '.join(cells)} |"
    yield ""
    yield "## The commonest errors"
    yield ""
    yield "Counted by the command, by class. In coreference a mention is *missed* that is in no chain of ours, *split* where it"
    yield "is apart from most of its chain, *merged* where it is in a chain mostly of another; *wrong* are ours, besides, that"
    yield "the set has nowhere or refers to once only."
    for measure in measures:
        if not measure.errors:
            continue
        yield ""
        yield f"**{measure.what}**"
        yield ""
        yield "| class | errors |"
        yield "|---|---|"
        for name, text in commonest_errors(_at(scores[measure.set, measure.options], measure.errors)):
            yield f"| {name} | {text} |"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}".removesuffix("0")


def _said(value: float | None, whose: str) -> str:
    return "" if value is None else f"{value:.3f} ({whose})"


def main() -> int:
    """Measure; return 1 where `--check` finds a figure below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD, help="the folder of the development sets")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="write the page")
    parser.add_argument("--check", action="store_true", help="fail below a floor that is held")
    options = parser.parse_args()
    measures = load_measures()
    scores = run_sets(measures, options.gold)
    for measure in measures:
        print(
            f"{figure(measure, scores):.4f}  held {measure.held:.3f}  {measure.set} {' '.join(measure.options)} {measure.metric}"
        )
    judged = by_set(judged_sets(options.gold))
    print(
        f"{calibration_error(judged[TOGETHER]):.4f}  held {MAX_CALIBRATION_ERROR:.2f} at most  calibration error, {TOGETHER}"
    )
    if options.write:
        options.write.write_text(page(measures, scores, judged), encoding="utf-8")
    fallen = [*below(measures, scores), *astray(judged)]
    for line in fallen:
        print(line, file=sys.stderr)
    return 1 if options.check and fallen else 0


if __name__ == "__main__":
    sys.exit(main())
