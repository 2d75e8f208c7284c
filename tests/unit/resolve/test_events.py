"""Events across documents: what is one occurrence."""

from datetime import date

import pytest
from msgspec.structs import replace

from graphbuilder.records.annotation import PlaceRelation, Role, Status
from graphbuilder.records.resolution import EventCandidate, EventPlace, Participant
from graphbuilder.resolve.events import (
    build_event,
    cluster_pairs,
    event_blocks,
    group_merges,
    pairs_in_block,
    same_event,
)

DAY = date(2021, 3, 4)


def candidate(
    document: str,
    label: str = "Meeting",
    *,
    people: tuple[tuple[str, Role], ...] = (("person:ana", Role.PARTICIPANT), ("person:tom", Role.PARTICIPANT)),
    status: Status = Status.ACTUAL,
    start: date | None = DAY,
    end: date | None = None,
    place: str | None = None,
    words: tuple[str, ...] = (),
    groups: tuple[str, ...] = (),
    confidence: float = 0.8,
) -> EventCandidate:
    return EventCandidate(
        member=(document, 0),
        mentions=(0,),
        type=label,
        status=status,
        participants=tuple(Participant(entity=entity, role=role) for entity, role in people),
        places=(EventPlace(entity=place, relation=PlaceRelation.LOCATED_IN),) if place else (),
        area=(place, "place:country:pt") if place else (),
        start=start,
        end=end or start,
        date_precision="day" if start else "unknown",
        date_basis="stated",
        words=words,
        groups=groups,
        rule="verb:meet",
        confidence=confidence,
    )


def test_the_same_people_on_the_same_day_met_once() -> None:
    assert same_event(candidate("a"), candidate("b"))


@pytest.mark.parametrize(
    "other",
    [
        candidate("b", start=date(2021, 3, 5)),
        candidate("b", start=None),
        candidate("b", status=Status.PLANNED),
        candidate("b", label="PhoneCall"),
        candidate("b", people=(("person:ana", Role.PARTICIPANT), ("person:kim", Role.PARTICIPANT))),
        candidate("a"),
    ],
    ids=["another day", "no date", "another status", "another label", "other people", "the same document"],
)
def test_what_stays_apart(other: EventCandidate) -> None:
    assert same_event(candidate("a"), other) is None


def test_a_city_and_its_country_are_one_place_and_two_cities_are_not() -> None:
    lisbon = candidate("a", place="place:lisbon")
    porto = candidate("b", place="place:porto")
    portugal = EventCandidate(
        **{
            **{name: getattr(porto, name) for name in EventCandidate.__struct_fields__},
            "places": (EventPlace(entity="place:country:pt", relation=PlaceRelation.LOCATED_IN),),
            "area": ("place:country:pt",),
        }
    )
    assert same_event(lisbon, porto) is None
    assert same_event(lisbon, portugal)


def test_a_day_that_is_only_that_of_publication_meets_the_day_before() -> None:
    told = candidate("a")
    assumed = replace(candidate("b", start=date(2021, 3, 5)), date_basis="published")
    assert "publication" in (same_event(told, assumed) or "")
    assert [pair[:2] for pair in pairs_in_block([told, assumed])] == [(told.member, assumed.member)]
    assert same_event(told, replace(assumed, start=date(2021, 3, 6), end=date(2021, 3, 6))) is None
    assert same_event(replace(told, date_basis="published"), assumed) is None
    event = build_event([told, assumed], str)
    assert (event.start, event.date_basis) == (DAY, "stated")


def test_two_statements_of_one_speaker_are_one_only_with_like_wording() -> None:
    speaker = (("person:ana", Role.SPEAKER),)
    first = candidate("a", "Statement", people=speaker, words=("border", "talks", "treaty", "failed"))
    like = candidate("b", "Statement", people=speaker, words=("border", "talks", "failed", "again"))
    unlike = candidate("c", "Statement", people=speaker, words=("football", "season"))
    assert same_event(first, like)
    assert same_event(first, unlike) is None


def test_an_arrest_is_told_by_who_was_arrested() -> None:
    by_police = candidate("a", "Arrest", people=(("org:police", Role.ACTOR), ("person:ana", Role.RECIPIENT)))
    passive = candidate("b", "Arrest", people=(("person:ana", Role.RECIPIENT),))
    assert same_event(by_police, passive)


def test_pairs_do_not_chain_what_differs() -> None:
    vague = candidate("b", start=date(2021, 3, 3), end=date(2021, 3, 6))
    accounts = {c.member: c for c in (candidate("a"), vague, candidate("c", start=date(2021, 3, 5)))}
    pairs = list(pairs_in_block(sorted(accounts.values(), key=lambda c: (c.start or DAY, c.member))))
    assert {(left[0], right[0]) for left, right, *_ in pairs} == {("b", "a"), ("b", "c")}
    clusters = cluster_pairs(pairs, accounts.__getitem__)
    assert clusters[("a", 0)] == (("a", 0), ("b", 0))
    assert ("c", 0) not in clusters


def test_candidates_without_a_useful_date_are_compared_with_nothing() -> None:
    assert event_blocks(candidate("a", start=None)) == []
    assert event_blocks(candidate("a", start=date(2021, 1, 1), end=date(2021, 12, 31))) == []
    assert event_blocks(candidate("a")) == ["Meeting|actual|person:ana", "Meeting|actual|person:tom"]


def test_an_event_counts_its_sources_and_is_surer_with_each() -> None:
    event = build_event(
        [candidate("b", confidence=0.5), candidate("a", confidence=0.6)], lambda entity: entity[7:].title()
    )
    assert event.source_count == 2
    assert event.confidence == pytest.approx(0.8)
    assert event.name == "Meeting: Ana, Tom (2021-03-04)"
    assert event.members == (("a", 0), ("b", 0))


def test_groups_of_one_name_in_one_event_are_one() -> None:
    crowd = (("group:x", Role.ACTOR),)
    other = (("group:y", Role.ACTOR),)
    accounts = [candidate("a", "Protest", people=crowd), candidate("b", "Protest", people=other)]
    merges = group_merges([accounts], lambda _: "protesters")
    assert merges["group:y"] == "group:x"
    assert group_merges([accounts], {"group:x": "protesters", "group:y": "officers"}.__getitem__) == {}


def test_a_raid_by_gunmen_in_one_town_is_one_raid_and_in_one_country_may_be_two() -> None:
    crowd = (("group:x", Role.ACTOR),)
    first = candidate("a", "Assault", people=crowd, place="place:porto", groups=("gunmen",))
    second = candidate("b", "Assault", people=(), place="place:porto", groups=("gunmen", "officers"))
    elsewhere = candidate("c", "Assault", people=crowd, place="place:country:pt", groups=("gunmen",))
    others = candidate("d", "Assault", people=(), place="place:porto", groups=("students",))
    assert same_event(first, second)
    assert same_event(first, elsewhere) is None
    assert same_event(first, others) is None
