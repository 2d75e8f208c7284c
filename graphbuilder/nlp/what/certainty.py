"""How sure an event is: from the score of its rule and cues to the share of such events that are right.

The only place where a score becomes a confidence. The curve is data/confidence.toml, fitted by benchmarks/quality/calibration.py;
nothing here knows why a score is high or low.
"""

import tomllib
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

import msgspec

from graphbuilder.errors import OntologyError


class Curve(msgspec.Struct, frozen=True):
    """A curve through knots of (score, confidence), both rising, straight between them and level beyond the ends."""

    knots: tuple[tuple[float, float], ...]

    def __call__(self, score: float) -> float:
        """Return the confidence of a score, 0 to 1, in thousandths."""
        first, last = self.knots[0], self.knots[-1]
        if score <= first[0]:
            return round(first[1], 3)
        for (left, low), (right, high) in pairwise(self.knots):
            if score <= right:
                return round(low + (high - low) * (score - left) / (right - left), 3)
        return round(last[1], 3)


AS_SCORED: Final = Curve(((0.0, 0.0), (1.0, 1.0)))
"""The curve that leaves a score as it is: what a curve is fitted on."""


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: str
    knots: tuple[tuple[float, float], ...]


@cache
def load_curve() -> Curve:
    """Return the curve shipped with the package; raises as `read_curve`."""
    return read_curve((files("graphbuilder") / "data" / "confidence.toml").read_text(encoding="utf-8"))


def read_curve(text: str) -> Curve:
    """Return the curve of a table in the form of data/confidence.toml.

    Raises:
        OntologyError: The text is no table of knots that rise from 0 to 1.
    """
    try:
        knots = msgspec.convert(tomllib.loads(text), _Table).knots
    except (msgspec.ValidationError, tomllib.TOMLDecodeError) as error:
        raise OntologyError(f"data/confidence.toml: {error}") from error
    if not knots or not all(0 <= number <= 1 for knot in knots for number in knot):
        raise OntologyError("data/confidence.toml: give at least one knot, scores and confidences between 0 and 1")
    if not all(one[0] < other[0] and one[1] <= other[1] for one, other in pairwise(knots)):
        raise OntologyError("data/confidence.toml: give the knots in order, scores and confidences rising")
    return Curve(knots)
