"""The features of two accounts: each from 0 to 1 with a sentence, and in step with what joins them."""

from datetime import date

from graphbuilder.records.annotation import Role, Status
from graphbuilder.records.resolution import EventCandidate, Participant
from graphbuilder.resolve.event_evidence import EVENT_FEATURES, event_score
from graphbuilder.resolve.events import same_event


def account(
    key: str, *people: str, day: int | None = 4, kind: str = "Meeting", status: Status = Status.ACTUAL
) -> EventCandidate:
    found = date(2021, 3, day) if day else None
    return EventCandidate(
        member=(f"doc:{key}", 0),
        mentions=(0,),
        type=kind,
        status=status,
        participants=tuple(Participant(entity=f"person:{name}", role=Role.PARTICIPANT) for name in people),
        start=found,
        end=found,
        words=("trade", "talks"),
        confidence=0.8,
    )


def test_every_feature_lies_between_0_and_1_and_says_something() -> None:
    accounts = [
        account("a", "ruiz", "hale"),
        account("b", "ruiz", "hale", kind="Negotiation"),
        account("c", "holm", day=None, status=Status.PLANNED),
        account("d", kind="Trip", day=9),
    ]
    for left in accounts:
        for right in accounts:
            assert all(0.0 <= feature.score(left, right) <= 1.0 for feature in EVENT_FEATURES)
            assert all(feature.sentence(left, right) for feature in EVENT_FEATURES)
            assert 0.0 <= event_score(left, right) <= 1.0


def test_one_event_scores_higher_than_two() -> None:
    first, same, other = account("a", "ruiz", "hale"), account("b", "ruiz", "hale"), account("c", "ruiz", "holm", day=9)
    assert same_event(first, same) is not None
    assert same_event(first, other) is None
    assert event_score(first, same) > event_score(first, other)
