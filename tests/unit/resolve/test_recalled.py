"""Accounts without a narrow date that are one all the same, and what keeps others apart."""

from datetime import date

import pytest
from msgspec.structs import replace

from graphbuilder.records.annotation import Role, Status
from graphbuilder.records.resolution import EventCandidate, Story
from graphbuilder.resolve.events import event_blocks, same_event
from tests.unit.resolve.test_events import candidate

SUMMIT = date(2021, 3, 4)
JULY = Story(published=date(2021, 7, 2))


def memory(document: str, place: str = "place:oslo", story: Story = JULY) -> EventCandidate:
    told = candidate(document, "Summit", people=(), start=None, place=place)
    return replace(told, date_basis=None, recalled=True, story=story)


def held(place: str = "place:oslo", day: date = SUMMIT) -> EventCandidate:
    return candidate("a", "Summit", people=(), start=day, place=place)


def absence(document: str, published: date, people: str = "organization:council") -> EventCandidate:
    told = candidate(
        document,
        people=((people, Role.PARTICIPANT),),
        status=Status.NEGATED,
        start=SUMMIT,
        end=published,
    )
    return replace(told, date_precision="month", story=Story(published=published))


def test_a_summit_recalled_by_its_town_is_the_one_held_there() -> None:
    assert same_event(held(), memory("b"))
    assert set(event_blocks(held())) & set(event_blocks(memory("b")))


def test_two_reports_recall_one_summit() -> None:
    later = memory("c", story=Story(published=date(2021, 9, 1)))
    assert same_event(memory("b"), later)
    assert set(event_blocks(memory("b"))) & set(event_blocks(later))


@pytest.mark.parametrize(
    "other",
    [
        held("place:lima"),
        held(day=date(2021, 7, 20)),
        held(day=date(2020, 3, 4)),
        replace(held(), status=Status.PLANNED),
        replace(held(), type="Meeting"),
        memory("a", story=Story(published=date(2022, 7, 2))),
        memory("a", story=Story()),
        replace(memory("a"), recalled=False),
    ],
    ids=[
        "another town",
        "a later day",
        "a year before",
        "only planned",
        "a meeting",
        "a year later",
        "no day of publication",
        "not as known",
    ],
)
def test_what_is_not_recalled(other: EventCandidate) -> None:
    assert same_event(other, memory("b")) is None


def test_an_absence_since_one_day_is_one() -> None:
    july, august = absence("a", date(2021, 7, 2)), absence("b", date(2021, 8, 9))
    assert same_event(july, august)
    assert set(event_blocks(july)) & set(event_blocks(august))


@pytest.mark.parametrize(
    "other",
    [
        absence("b", date(2021, 8, 9), people="organization:senate"),
        replace(absence("b", date(2021, 8, 9)), start=date(2021, 2, 1)),
        replace(absence("b", date(2021, 8, 9)), status=Status.ACTUAL),
    ],
    ids=["of others", "since another day", "it has been"],
)
def test_another_absence(other: EventCandidate) -> None:
    assert same_event(absence("a", date(2021, 7, 2)), other) is None
