"""When two accounts without a narrow date are one all the same: a summit recalled by its town, a silence since one day.

"Since the Oslo summit the states have been divided" names no day and nobody, but only one summit, held there months before.
"The council has not met since June", said in July and in August, is one absence. Every other account needs a date.
"""

from datetime import date, timedelta

from graphbuilder.records.annotation import Status
from graphbuilder.records.resolution import EventCandidate
from graphbuilder.resolve.compatibility import named, share_town

RECALLED = timedelta(days=183)
"""A report recalls a summit by its town alone for about half a year."""


def recall_keys(candidate: EventCandidate) -> list[str]:
    """Return the blocks in which an account without a narrow date is compared."""
    if _since(candidate):
        return [
            f"since {candidate.start}|{candidate.type}|{entity}" for entity in sorted(named(candidate.participants))
        ]
    if (
        candidate.type == "Summit"
        and candidate.status is Status.ACTUAL
        and (candidate.recalled or _on_a_day(candidate))
    ):
        return [f"recalled|{place}" for place in sorted({place.entity for place in candidate.places})]
    return []


def recalled(left: EventCandidate, right: EventCandidate) -> str | None:
    """Return why two accounts of one label and status are one though a date is missing or wide, or None."""
    if _since(left) and _since(right):
        same = left.type == right.type and left.start == right.start
        people = named(left.participants)
        return (
            "both say that it has not been since the same day" if same and people == named(right.participants) else None
        )
    if (
        left.type != "Summit"
        or right.type != "Summit"
        or left.status is not Status.ACTUAL
        or not share_town(left, right)
    ):
        return None
    if left.recalled and right.recalled:
        ours, theirs = left.story.published, right.story.published
        near = ours is not None and theirs is not None and abs(ours - theirs) <= RECALLED
        return "both recall a summit by the same town" if near else None
    for memory, told in ((left, right), (right, left)):
        if memory.recalled and _on_a_day(told) and _before(told.end or told.start, memory.story.published):
            return "one recalls by its town the summit that the other dates"
    return None


def _before(day: date | None, published: date | None) -> bool:
    return day is not None and published is not None and timedelta(0) <= published - day <= RECALLED


def _on_a_day(candidate: EventCandidate) -> bool:
    return candidate.start is not None and candidate.date_precision == "day"


def _since(candidate: EventCandidate) -> bool:
    """Return whether it is told that something has not been since a day, to the day of the report."""
    published, start, end = candidate.story.published, candidate.start, candidate.end
    return candidate.status is Status.NEGATED and start is not None and start != end and end == published
