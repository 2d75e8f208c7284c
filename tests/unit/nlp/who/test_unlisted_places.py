"""Places of no table: what they lie in, which point they get, and what never gives them one."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.who.places import places_named
from graphbuilder.records.identity import fold

if TYPE_CHECKING:
    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]


@pytest.mark.parametrize(
    ("text", "place", "whole"),
    [
        ("Shops closed in Oslo. Crowds filled Lisbon Square on Monday.", "Lisbon Square", "Oslo"),
        ("A mass was said in Oslo. Pilgrims left Manila Cathedral at noon.", "Manila Cathedral", "Manila"),
        ("Crowds left Lisbon at noon. Buses stood in Lisbon Square.", "Lisbon Square", "Lisbon"),
        ("Ranchers in Western Canada sold their herds.", "Western Canada", "Canada"),
    ],
)  # fmt: skip
def test_what_a_place_lies_in(who: Who, text: str, place: str, whole: str) -> None:
    assert who(text).within(place) == whole


@pytest.mark.parametrize(
    ("text", "place", "town"),
    [
        ("Votes were counted in Gdansk on Monday. Later they met in Velmdal.", "Velmdal", "Gdansk"),
        ("The Norwegian village of Velmdal voted. Shops in Oslo and Hamburg closed.", "Velmdal", "Oslo"),
    ],
)
def test_the_nearest_town_lends_its_point(who: Who, text: str, place: str, town: str) -> None:
    cast = who(text)
    found, near = cast.entity(place), cast.entity(town)

    assert (found.latitude, found.coordinate_precision) == (near.latitude, "container")


def test_no_village_has_the_middle_of_its_country_but_a_part_has(who: Who) -> None:
    assert who("They met in Velmdal, a village in India.").entity("Velmdal").latitude is None
    part = who("They met in Western India on Monday.").entity("Western India")
    assert (part.latitude is not None, part.coordinate_precision) == (True, "container")


@pytest.mark.parametrize(
    ("text", "town", "state"),
    [
        (
            "Kentucky State Police said so. Kentucky troopers, US marshals and an Edmonton man met in Kentucky.",
            "Edmonton",
            "KY",
        ),
        ("Kentucky State Police said so. The mayor of Edmonton, Alberta, was away.", "Edmonton", "01"),
        ("Talks on Kentucky went on in London, where ministers of Kenya and Ghana met.", "London", "ENG"),
        ("Iowa lawmakers met on Monday. The Plymouth County board voted in Iowa.", "Plymouth County", "IA"),
    ],
)
def test_a_large_town_may_lose_to_a_namesake_in_a_state_spoken_of(who: Who, text: str, town: str, state: str) -> None:
    key = who(text).entity(town).key or ""

    found = {place.identifier: place.admin1 for place in places_named(fold(town))}
    assert found[key.removeprefix("geonames:")] == state


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("Chad's envoy in Oslo was recalled on Monday.", "Oslo", "Norway"),
        ("Chad's ambassador to Oslo was recalled on Monday.", "Oslo", "Norway"),
        ("Venezuela's Barcelona was quiet on Monday.", "Barcelona", "Venezuela"),
    ],
)
def test_an_envoy_of_a_country_puts_no_town_in_it(who: Who, text: str, place: str, country: str) -> None:
    assert who(text).within(place) == country


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("New York Gov. Jane Able said so.", "New York", "New York State"),
        ("New York police said so.", "New York", "New York"),
        ("Tickets are sold in Ohio, Washington, D.C., and Guam.", "Washington", "Washington"),
    ],
)
def test_what_only_a_state_has(who: Who, text: str, words: str, name: str) -> None:
    assert name in who(text).refers(words)


@pytest.mark.parametrize(
    ("text", "place", "kind"),
    [
        ("Two ships left the Barents Sea on Monday.", "Barents Sea", "sea"),
        ("Soldiers crossed the Bekaa Valley on Monday.", "Bekaa Valley", "valley"),
        ("Crowds gathered at the Brandenburg Gate on Monday.", "Brandenburg Gate", "landmark"),
    ],
)
def test_seas_valleys_and_landmarks_of_the_table(who: Who, text: str, place: str, kind: str) -> None:
    assert who(text).entity(place).kind == kind


def test_a_division_with_its_class_noun(who: Who) -> None:
    assert who("They met in Oaxaca State on Monday.").entity("Oaxaca State").kind == "region"
