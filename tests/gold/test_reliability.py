"""A confidence is worth its number: .8 is right about four times in five."""

from benchmarks.quality.reliability import judged_codebook, reliability

MIN_EVENTS = 20
MAX_GAP = 0.12
"""How far a bin of so many events may lie from its mean confidence."""


def test_confidence_is_calibrated_on_the_codebook() -> None:
    bins = [one for one in reliability(judged_codebook()) if one.events >= MIN_EVENTS]
    assert len(bins) >= 2
    assert [one for one in bins if abs(one.right - one.confidence) > MAX_GAP] == []
    assert [one.right for one in bins] == sorted(one.right for one in bins)
