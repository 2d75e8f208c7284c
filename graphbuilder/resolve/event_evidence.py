"""Evidence that two accounts are one event, as a table of named features, each from 0 to 1, each with a sentence.

It explains what `events.same_event` decides; the decision stays there.
"""

from collections.abc import Callable
from typing import NamedTuple

from graphbuilder.records.resolution import EventCandidate
from graphbuilder.resolve.compatibility import (
    dates_meet,
    family,
    focus_agrees,
    named,
    only_assumed,
    places_meet,
    share_crowd,
    share_place,
    share_town,
    word_overlap,
)
from graphbuilder.resolve.retold import differ
from graphbuilder.resolve.stories import likeness, one_story

Account = EventCandidate


class EventFeature(NamedTuple):
    """A feature of two accounts: its score from 0 to 1, and a sentence about them."""

    name: str
    score: Callable[[Account, Account], float]
    sentence: Callable[[Account, Account], str]


def _label(left: Account, right: Account) -> float:
    if left.type == right.type:
        return 1.0
    return 0.8 if family(left.type) == family(right.type) else 0.0


def _dates(left: Account, right: Account) -> float:
    if not dates_meet(left, right):
        return 0.0
    if left.start is None or right.start is None:
        return 0.3
    if only_assumed(left, right):
        return 0.5
    return 1.0 if (left.start, left.end) == (right.start, right.end) else 0.7


def _day(account: Account) -> str:
    if account.start is None:
        return account.date_text or "no date"
    end = account.end or account.start
    days = str(account.start) if end == account.start else f"{account.start} to {end}"
    return f"{days}, the day of publication" if account.date_basis == "published" else days


def _places(left: Account, right: Account) -> float:
    if not places_meet(left, right):
        return 0.0
    return 1.0 if share_place(left, right) else 0.5


def _place_words(left: Account, right: Account) -> str:
    if not places_meet(left, right):
        return "in places that exclude each other"
    return "the same place, or one within the other" if share_place(left, right) else "a place is missing"


def _people(left: Account, right: Account) -> float:
    ours, theirs = named(left.participants), named(right.participants)
    return len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0


def _people_words(left: Account, right: Account) -> str:
    shared = sorted(named(left.participants) & named(right.participants))
    return f"in common: {', '.join(shared)}" if shared else "no participant in common"


def _story_words(left: Account, right: Account) -> str:
    share = f"{likeness(left.story, right.story):.0%} of the shorter beginning's words are shared"
    return f"{share}: {'reports of one story' if one_story(left.story, right.story) else 'not known to be one story'}"


def _crowd_words(left: Account, right: Account) -> str:
    shared = sorted(set(left.groups) & set(right.groups))
    return f"in common: {', '.join(shared)}" if shared else "nobody without a name in common"


EVENT_FEATURES: tuple[EventFeature, ...] = (
    EventFeature("label", _label, lambda a, b: f"{a.type}, {b.type}"),
    EventFeature("status", lambda a, b: float(a.status is b.status), lambda a, b: f"{a.status}, {b.status}"),
    EventFeature("dates", _dates, lambda a, b: f"{_day(a)}; {_day(b)}"),
    EventFeature("places", _places, _place_words),
    EventFeature("participants", _people, _people_words),
    EventFeature(
        "what matters",
        lambda a, b: float(family(a.type) == family(b.type) and focus_agrees(a, b)),
        lambda a, _: f"whether the accounts agree on what makes a {a.type} this one",
    ),
    EventFeature(
        "words", word_overlap, lambda a, b: f"{word_overlap(a, b):.0%} of the shorter account's words are shared"
    ),
    EventFeature("story", lambda a, b: likeness(a.story, b.story), _story_words),
    EventFeature(
        "town",
        lambda a, b: float(share_town(a, b)),
        lambda a, b: "the same town" if share_town(a, b) else "no town in common",
    ),
    EventFeature("crowd", lambda a, b: float(share_crowd(a, b)), _crowd_words),
    EventFeature(
        "nothing differs",
        lambda a, b: float(family(a.type) == family(b.type) and not differ(a, b)),
        lambda a, b: "other people, counts or means" if differ(a, b) else "no other people, counts or means",
    ),
)
"""What is compared of two accounts. Add a row to show another kind of evidence."""


def event_score(left: Account, right: Account) -> float:
    """Return how alike two accounts are, from 0 to 1: the mean of the features."""
    return round(sum(feature.score(left, right) for feature in EVENT_FEATURES) / len(EVENT_FEATURES), 4)
