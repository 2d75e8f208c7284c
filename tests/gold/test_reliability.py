"""A confidence promises no more than it keeps: of events said to be right four times in five, no fewer are.

The coder was written with the codebook's errors in view, so there it may be better than it says; docs/quality.md has the same
figures for texts of others.
"""

from benchmarks.quality.reliability import judged_codebook, reliability

MIN_EVENTS = 20
MAX_GAP = 0.05
"""How far the share of right events may lie below the mean confidence of a bin of so many events."""


def test_no_confidence_promises_more_than_it_keeps() -> None:
    bins = [one for one in reliability(judged_codebook()) if one.events >= MIN_EVENTS]
    assert len(bins) >= 2
    assert [one for one in bins if one.right < one.confidence - MAX_GAP] == []
