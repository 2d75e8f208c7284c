"""`python -m benchmarks.quality.calibration [--write]`: from the scores of events to their confidence.

Fits the curve of graphbuilder/data/confidence.toml on the development sets: isotonic regression (pool adjacent violators;
Zadrozny and Elkan 2002) of right or wrong on the score, every set with the same weight. Prints, for a curve fitted on even rows
and one fitted on all, the expected calibration error before and after. Only numbers leave the sets, and the same sets give the
same table.
"""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

from scipy.optimize import isotonic_regression

from benchmarks.quality.needed import refuse

try:
    from benchmarks.quality.judging import Judged, judged_sets
    from benchmarks.quality.predicting import GOLD
    from benchmarks.quality.reliability import Weighted, by_set, calibration_error, evenly, reliability
except ModuleNotFoundError as error:
    refuse(error)
from graphbuilder.nlp.what.certainty import AS_SCORED, Curve

TABLE: Final = Path(__file__).parents[2] / "graphbuilder" / "data" / "confidence.toml"
STEP: Final = 0.05
"""Scores are counted in steps of this width, so that no knot rests on a single product of weights."""
HEAD: Final = """\
# Score of an event's rule and cues -> its confidence: the share of such events that are right. Straight between the knots, level
# beyond them. Written by `python -m benchmarks.quality.calibration --write`: isotonic regression on the codebook and the
# development sets of records, articles and statuses, each with the same weight (docs/decisions/0021-what-a-confidence-means.md).
# No text of theirs.
"""

Sets = Mapping[str, Sequence[Judged]]


def fit(events: Iterable[Weighted]) -> Curve:
    """Return the rising curve nearest to right (1) or wrong (0) of events whose confidence is their score."""
    steps: dict[int, list[float]] = {}
    for event, weight in events:
        mass = steps.setdefault(round(event.confidence / STEP), [0.0, 0.0, 0.0])
        for place, amount in enumerate((weight, weight * event.confidence, weight * event.right)):
            mass[place] += amount
    held = [steps[step] for step in sorted(steps)]
    weights = [weight for weight, _, _ in held]
    edges = isotonic_regression([right / weight for weight, _, right in held], weights=weights).blocks.tolist()
    knots = []
    for first, last in pairwise(edges):
        weight, score, right = (sum(column) for column in zip(*held[first:last], strict=True))
        knots.append((round(score / weight, 3), round(right / weight, 3)))
    return Curve(tuple(knots))


def drawn(sets: Sets, curve: Curve) -> dict[str, list[Judged]]:
    """Return the same events with the confidence that a curve makes of their scores."""
    return {name: [one._replace(confidence=curve(one.confidence)) for one in events] for name, events in sets.items()}


def half(sets: Sets, rest: int) -> dict[str, list[Judged]]:
    """Return the events of even rows (0) or odd rows (1)."""
    return {name: [one for one in events if one.row % 2 == rest] for name, events in sets.items()}


def table(curve: Curve) -> str:
    """Return the text of data/confidence.toml."""
    knots = "".join(f"  [{score:.3f}, {confidence:.3f}],\n" for score, confidence in curve.knots)
    return f'{HEAD}version = "1"\nknots = [\n{knots}]\n'


def _show(what: str, sets: Sets, curve: Curve) -> None:
    print(what)
    before, after = by_set(sets), by_set(drawn(sets, curve))
    for name in before:
        print(
            f"  {calibration_error(before[name]):.3f} -> {calibration_error(after[name]):.3f}  {name} ({len(after[name])})"
        )


def main() -> int:
    """Fit, print, and write the table if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD, help="the folder of the development sets")
    parser.add_argument("--write", action="store_true", help="write graphbuilder/data/confidence.toml")
    options = parser.parse_args()
    sets = judged_sets(options.gold, AS_SCORED)
    halves = half(sets, 0), half(sets, 1)
    trial = fit(evenly(halves[0].values()))
    print(f"fitted on even rows: {trial.knots}")
    _show("calibration error on even rows, before and after", halves[0], trial)
    _show("calibration error on odd rows, before and after", halves[1], trial)
    curve = fit(evenly(sets.values()))
    print(f"fitted on all rows: {curve.knots}")
    _show("calibration error on all rows, before and after", sets, curve)
    for one in reliability(by_set(drawn(sets, curve)).popitem()[1]):
        print(
            f"  {one.low:.2f} to {one.high:.2f}: {one.events} events, sure {one.confidence:.3f}, right {one.right:.3f}"
        )
    if options.write:
        TABLE.write_text(table(curve), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
