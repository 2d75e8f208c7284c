"""Which organisations and places are close enough for a person to look at."""

import pytest

from graphbuilder.records.annotation import EntityType
from graphbuilder.records.resolution import EntityCandidate
from graphbuilder.resolve.closeness import LIKE, Body, against, alike, closeness, near_names, total


def body(name: str, **facts: object) -> Body:
    one = EntityCandidate(
        member=("doc:1", 0),
        block=name,
        type=EntityType.ORGANIZATION,
        name=name,
        **facts,  # type: ignore[arg-type] # the keywords are those of the record
    )
    return Body(name, name, (one,))


@pytest.mark.parametrize(
    ("left", "right", "close"),
    [
        ("Velm Liberation Front", "VLF", True),
        ("Harbour Workers Union", "Harbor Workers Union", True),
        ("Arla Port Authority", "Port Authority", True),
        ("Council of Velm", "Velm Council", True),
        ("Ministry of Health", "Ministry of Trade", False),
        ("North Velm", "South Velm", False),
        ("Arla Bank", "Port Authority", False),
    ],
)
def test_names_are_alike(left: str, right: str, *, close: bool) -> None:
    assert (alike(body(left), body(right)) >= LIKE) is close
    assert alike(body(left), body(right)) == alike(body(right), body(left))


def test_only_names_that_share_something_are_compared() -> None:
    names = [("1", "Velm Liberation Front"), ("2", "VLF"), ("3", "Velmi"), ("4", "Arla Bank")]
    assert near_names(names) == [("1", "2"), ("1", "3")]


def test_a_word_of_many_names_brings_nobody_together() -> None:
    assert near_names((str(number), f"Party {number:04}xyz") for number in range(200)) == []


def test_other_countries_far_points_and_two_entries_of_the_gazetteer_speak_against() -> None:
    assert against(body("Arla", country="DE"), body("Arla", country="FR")) == "of other countries: DE and FR"
    assert against(body("Arla", country="DE"), body("Arla")) is None
    assert against(body("A", latitude=1.0, longitude=1.0), body("A", latitude=9.0, longitude=1.0))
    assert against(body("A", geonames=1), body("A", geonames=2)) == "two places of the gazetteer"
    assert against(body("A", key="org:a"), body("A", key="org:b")) == "two entries of the lists"


def test_what_is_said_around_them_raises_the_score() -> None:
    alone = total(closeness(body("Arla Bank"), body("Bank of Arla")))
    together = total(closeness(body("Arla Bank", company=("x", "y")), body("Bank of Arla", company=("x", "y"))))
    assert 0 < alone < together <= 1
