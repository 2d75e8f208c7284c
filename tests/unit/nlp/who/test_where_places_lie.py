"""Which place a name means: what the text states of it, what the document speaks of, and what is only guessed."""

import gzip
from collections.abc import Callable
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.who.places import (
    Surroundings,
    choose_city,
    cities_named,
    distance,
    is_city,
    places_named,
    ranked,
)
from graphbuilder.records.annotation import EntityType
from graphbuilder.records.identity import fold

if TYPE_CHECKING:
    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]


@pytest.mark.parametrize(
    ("text", "place", "chain"),
    [
        ("They met in Hamburg, Germany.", "Hamburg", ["Germany"]),
        ("Police in Springfield, Ohio, arrested two men.", "Springfield", ["Ohio", "United States"]),
        ("Police in Springfield, MO, arrested two men.", "Springfield", ["Missouri", "United States"]),
        ("The Syrian town of Manbij was quiet.", "Manbij", ["Syria"]),
        ("Venezuela's northern city of Barcelona was quiet.", "Barcelona", ["Venezuela"]),
        ("She lives in Hamilton, a city in southern Ontario.", "Hamilton", ["Ontario", "Canada"]),
        ("A fire broke out in Morristown, Morris County, New Jersey.", "Morristown", ["Morris County", "New Jersey"]),
        ("They crossed Northern Europe by bus.", "Northern Europe", []),
        ("They crossed Far North Queensland by bus.", "Far North Queensland", ["Queensland", "Australia"]),
    ],
)
def test_what_the_text_states_decides(who: Who, text: str, place: str, chain: list[str]) -> None:
    cast = who(text)

    found = []
    whole = cast.within(place)
    while whole is not None:
        found.append(whole)
        whole = cast.within(whole)
    assert found[: len(chain)] == chain


def test_a_state_named_elsewhere_chooses_among_towns_of_one_name(who: Who) -> None:
    cast = who("Lawmakers in Oregon met on Monday. The mayor of Springfield came too. Oregon is large.")

    assert cast.entity("Springfield").key == "geonames:5754005"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("She was born in Albany, New York.", "New York", "New York State"),
        ("They moved to Oregon or Washington.", "Washington", "Washington State"),
        ("She flew to New York.", "New York", "New York"),
        ("Talks were held in Washington on Monday.", "Washington", "Washington"),
    ],
)
def test_a_city_and_a_state_of_one_name(who: Who, text: str, words: str, name: str) -> None:
    assert who(text).refers(words) == [name]


def test_an_unknown_place_lies_in_what_the_text_says_once(who: Who) -> None:
    cast = who("They left Nara Velmi, a town in Bihar. Soldiers came to Nara Velmi on Monday.")

    assert cast.within("Nara Velmi") == "Bihar"


def test_a_street_lies_in_the_town_of_its_sentence_and_that_is_a_guess(who: Who) -> None:
    cast = who("A shop on Velm Street in Hamburg burned.")

    street = cast.entity("Velm Street")
    assert cast.within("Velm Street") == "Hamburg"
    assert street.confidence < 1.0


def test_a_street_is_no_town_of_its_name(who: Who) -> None:
    cast = who("Crowds filled Washington Square on Monday.")

    assert (cast.entity("Washington Square").key or "").startswith("geonames:") is False


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Protesters gathered outside the White House.", "White House", EntityType.PLACE),
        ("The White House denied it.", "White House", EntityType.ORGANIZATION),
        ("A car stopped near the Kremlin.", "Kremlin", EntityType.PLACE),
        ("The Kremlin denied it.", "Kremlin", EntityType.ORGANIZATION),
    ],
)
def test_a_seat_of_power_is_a_place_where_somebody_stands(who: Who, text: str, words: str, kind: EntityType) -> None:
    cast = who(text)

    assert cast.layer.entities[cast.mention(words).entities[0]].type is kind


def test_no_town_lies_in_a_palace(who: Who) -> None:
    cast = who(
        "She spoke in Washington. Protesters gathered outside the White House. Shops in Brooklyn and Buffalo closed."
    )

    assert cast.within("Washington") == "United States"
    assert cast.within("Buffalo") == "United States"


@pytest.mark.parametrize(
    ("text", "body", "town"),
    [
        ("The Chicago Police Department opened an inquiry.", "Chicago Police Department", "Chicago"),
        ("She teaches at the University of Oslo.", "University of Oslo", "Oslo"),
        ("The Morris County School Board said so.", "Morris County School Board", "Morris County"),
    ],
)
def test_a_body_is_in_the_town_of_its_name(who: Who, text: str, body: str, town: str) -> None:
    assert town in who(text).affiliations(body)


def test_a_chamber_of_commerce_is_in_no_town(who: Who) -> None:
    assert who("The Chamber of Commerce and Industry agreed.").names() == ["Chamber of Commerce and Industry"]


def test_the_table_knows_towns_states_and_counties() -> None:
    assert {place.kind for place in places_named("morris county")} == {"county"}
    assert next(place.country for place in cities_named("hamburg")) == "DE"
    assert not is_city("morris county")
    assert places_named("") == places_named("no such place") == ()


def test_the_table_is_sorted_by_names_as_they_are_folded_now() -> None:
    lines = gzip.decompress((files("graphbuilder") / "data" / "places.tsv.gz").read_bytes()).split(b"\n")[1:-1]
    keys = [line.partition(b"\t")[0] for line in lines]

    assert keys == sorted(keys)
    assert [key for key in keys[::97] if fold(key.decode()).encode() != key] == []


@pytest.mark.parametrize(
    ("name", "country"),
    [("douma", "SY"), ("fallujah", "IQ"), ("severodonetsk", "UA"), ("quebec city", "CA"), ("stoke on trent", "GB")],
)
def test_other_spellings_of_a_city(name: str, country: str) -> None:
    assert places_named(name)[0].country == country


def test_a_known_city_comes_before_the_state_of_its_name() -> None:
    washington = choose_city("washington")

    assert washington is not None
    assert (washington.kind, washington.admin1) == ("city", "DC")


def test_neighbours_in_the_document_choose() -> None:
    near_boston = Surroundings(points=((42.36, -71.06),))

    assert ranked("cambridge", Surroundings())[0].country == "GB"
    assert ranked("cambridge", near_boston)[0].country == "US"


def test_distance_is_the_great_circle() -> None:
    paris, london = (48.8566, 2.3522), (51.5074, -0.1278)

    assert distance(paris, paris) == 0
    assert distance(paris, london) == pytest.approx(344, abs=2)


def test_an_unknown_place_beside_a_town_is_in_its_country_and_not_in_the_town(who: Who) -> None:
    cast = who("The envoys met in Oslo and in Velmdal on Monday.")
    place = cast.entity("Velmdal")

    assert cast.within("Velmdal") == "Norway"
    assert (place.latitude, place.coordinate_precision) == (cast.entity("Oslo").latitude, "container")


def test_a_street_lies_in_the_town_beside_it(who: Who) -> None:
    assert who("A fire in Velmdal Street shook Oslo on Monday.").within("Velmdal Street") == "Oslo"


def test_a_crossing_on_a_border_lies_in_neither_country(who: Who) -> None:
    cast = who("Officers met in Panmunjom on Monday and left for Seoul.")

    assert cast.within("Panmunjom") is None
    assert cast.entity("Panmunjom").coordinate_precision == "exact"


@pytest.mark.parametrize(
    "text",
    [
        "Rebels left Tripoli, Lebanon, on Monday. Others left Tripoli, Libya.",
        "Clashes shook Tripoli, Lebanon's second city. The Libyan government in Tripoli said no.",
        "In Lebanon's Tripoli, the army patrolled. Clashes shook the Libyan capital, Tripoli.",
        "The army patrolled in Tripoli, Lebanon. In Libya, troops entered Tripoli.",
    ],
)
def test_two_towns_of_one_name_told_by_their_countries_are_two(who: Who, text: str) -> None:
    cast = who(text)
    towns = [cast.layer.entities[cast.mention("Tripoli", nth).entities[0]] for nth in (0, 1)]

    assert [town.country for town in towns] == ["LB", "LY"]


def test_a_country_in_the_sentence_alone_moves_no_town(who: Who) -> None:
    cast = who("Tripoli, Libya, is quiet. In Lebanon, the envoy spoke. Lebanese officials flew to Tripoli.")

    assert cast.refers("Tripoli", 0) == cast.refers("Tripoli", 1)
    assert cast.within("Tripoli") == "Libya"


def test_the_mayors_of_two_towns_of_one_name_are_two(who: Who) -> None:
    cast = who("The mayor of Birmingham, England, met the mayor of Birmingham, Alabama.")
    first, second = cast.mention("The mayor of Birmingham"), cast.mention("the mayor of Birmingham")

    assert first.entities != second.entities


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Police in Rampur arrested three men. Nepali Home Minister Hari Thapa visited Rampur.", "NP"),
        ("KATHMANDU, May 2 - Police in Rampur arrested three men.", "NP"),
        ("Indian police in Rampur arrested three men.", "IN"),
        ("Police in Rampur arrested three men.", "IN"),
    ],
)
def test_a_name_of_many_towns_tells_no_land_over_the_border(who: Who, text: str, country: str) -> None:
    places = [entity for entity in who(text).layer.entities if entity.name == "Rampur"]

    assert all(place.country == country for place in places)


def test_a_city_of_a_name_of_its_own_lies_where_it_lies(who: Who) -> None:
    cast = who("Nepali delegates met in Geneva. They left for Lucknow.")

    assert (cast.within("Geneva"), cast.within("Lucknow")) == ("Switzerland", "India")
