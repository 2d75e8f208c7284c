"""A confidence promises no more than it keeps: of events said to be right four times in five, no fewer are.

The coder was written with the codebook's errors in view, so there it is better than it says; docs/quality.md has the same figures
for texts of others.
"""

from itertools import pairwise

from benchmarks.quality.judging import judged_codebook
from benchmarks.quality.reliability import calibration_error, evenly, reliability
from graphbuilder.nlp.what.certainty import load_curve

MIN_EVENTS = 20
MAX_GAP = 0.05
"""How far the share of right events may lie below the mean confidence of a bin of so many events."""
MAX_ERROR = 0.13
"""How far sure and right may lie apart on the codebook alone, whose share of right events is above that of other texts."""


def test_no_confidence_promises_more_than_it_keeps() -> None:
    events = evenly([list(judged_codebook())])
    bins = [one for one in reliability(events) if one.events >= MIN_EVENTS]
    assert len(bins) >= 2
    assert [one for one in bins if one.right < one.confidence - MAX_GAP] == []
    assert calibration_error(events) < MAX_ERROR


def test_a_better_score_never_lowers_the_confidence_and_four_in_five_is_among_them() -> None:
    curve = load_curve()
    drawn = [curve(score / 100) for score in range(101)]
    assert all(low <= high for low, high in pairwise(drawn))
    assert all(0 <= one <= 1 for one in drawn)
    assert drawn[0] <= 0.8 <= drawn[-1]
    assert drawn[0] < drawn[-1]
