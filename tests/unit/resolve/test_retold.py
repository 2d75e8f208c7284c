"""Accounts in reports of one story: what makes them one, and what keeps them apart."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from graphbuilder.records.annotation import PlaceRelation, Role, Status
from graphbuilder.records.resolution import EventCandidate, EventPlace, Participant, Story
from graphbuilder.resolve.events import cluster_pairs, pairs_in_stories, same_event
from graphbuilder.resolve.retold import alike, retold, told_again, wording

STORY = Story(
    published=None,
    words=("ambush", "battalion", "convoy", "gunmen", "patrol", "soldiers"),
    cast=("organization:kolda-battalion", "place:tilde"),
)
WORDS = ("ambush", "gunmen", "near", "said", "soldiers", "tilde")


def account(document: str, label: str = "Assault", **changes: object) -> EventCandidate:
    """Return "gunmen killed nine soldiers near Tilde", without a date, in one story."""
    base = EventCandidate(
        member=(document, 0),
        mentions=(0,),
        type=label,
        rule="verb:kill",
        places=(EventPlace(entity="place:tilde", relation=PlaceRelation.LOCATED_IN),),
        area=("place:tilde",),
        groups=("gunmen", "soldiers"),
        counts=("soldiers:9",),
        words=WORDS,
        story=STORY,
    )
    return replace(base, **changes)


def person(name: str, role: Role = Role.RECIPIENT) -> Participant:
    return Participant(entity=f"person:{name}", role=role)


def test_an_attack_without_a_name_or_a_date_is_one_in_one_story() -> None:
    why = same_event(account("a"), account("b", rule="verb:ambush"))
    assert why is not None
    assert "one story, like wording, same town, the same people without a name" in why


@pytest.mark.parametrize(
    "change",
    [
        {"story": Story()},
        {"status": Status.PLANNED},
        {"type": "Arrest"},
        {"counts": ("soldiers:12",)},
        {"counts": ("traders:2",), "groups": ("traders",)},
        {"places": (EventPlace(entity="place:korr", relation=PlaceRelation.LOCATED_IN),), "area": ("place:korr",)},
        {"plover_mode": "explosives", "groups": ()},
    ],
    ids=["no story", "planned", "another label", "another count", "other victims", "another town", "a bomb"],
)
def test_what_stays_apart_in_one_story(change: dict[str, Any]) -> None:
    assert same_event(account("a"), replace(account("b"), **change)) is None


def test_a_shooting_and_a_bombing_are_two_and_counts_may_grow_within_a_day() -> None:
    day = date(2022, 5, 3)
    assert retold(account("a", plover_mode="firearms"), account("b", plover_mode="explosives")) is None
    assert retold(account("a", start=day, end=day), account("b", start=day, end=day, counts=("soldiers:10",)))


def test_arrests_of_two_people_stay_two_also_through_a_third_account() -> None:
    ruiz, hale = (
        account(name, "Arrest", participants=(person(name),), groups=(), counts=()) for name in ("ruiz", "hale")
    )
    nobody = account("nobody", "Arrest", groups=(), counts=())
    accounts = {c.member: c for c in (ruiz, hale, nobody)}
    assert same_event(ruiz, hale) is None
    pairs = pairs_in_stories([("hale", "nobody"), ("nobody", "ruiz")], lambda document: [accounts[document, 0]])
    clusters = cluster_pairs(pairs, accounts.__getitem__)
    assert len(clusters) == len(accounts) - 1


def test_one_word_of_a_name_is_enough_to_be_the_same_and_nameless_people_are_nobody() -> None:
    officer, full = (account(name, participants=(person(name),)) for name in ("officer-ortega", "luis-ortega"))
    assert retold(officer, full)
    some, woman = (
        account(name, participants=(person(name),), nameless=(f"person:{name}",)) for name in ("clerk-1", "woman-2")
    )
    assert retold(some, woman)


def test_sayings_need_a_speaker_and_telling_words() -> None:
    speaker = (person("ana-ruiz", Role.SPEAKER),)
    first = account("a", "Statement", participants=speaker, groups=(), words=("border", "closed", "said", "truce"))
    like = replace(first, member=("b", 0), words=("border", "closed", "failed", "said", "truce"))
    other = replace(first, member=("c", 0), words=("football", "said", "that", "will"))
    assert retold(first, like)
    assert retold(first, other) is None
    assert wording(first, other) == 0.0


def test_a_report_that_tells_an_arrest_twice_has_it_once() -> None:
    headline = account("a", "Arrest", groups=("leaders",), counts=("leaders:2",))
    again = replace(headline, member=("a", 3), words=(*WORDS, "sect", "charged"))
    assert told_again(headline, again)
    assert not told_again(headline, replace(again, groups=("farmers",), counts=("farmers:3",)))


def test_likeness_is_between_nothing_and_one() -> None:
    nothing = account("b", story=Story(), words=(), groups=(), places=(), area=(), rule="verb:storm")
    assert alike(account("a"), nothing) == 0.0
    assert 0.9 < alike(account("a"), account("b")) < 1.0
