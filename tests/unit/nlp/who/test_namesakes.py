"""What is kept of a choice among places of one name: shares, namesakes, precision of the point, GeoNames ids."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.namesakes import KEPT, geonames_of, weigh
from graphbuilder.nlp.who.places import Surroundings, ranked

if TYPE_CHECKING:
    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]


def test_the_shares_of_all_places_of_a_name_add_up_to_one_at_most() -> None:
    around = Surroundings({"US": 2})
    found = ranked("springfield", around)

    choice = weigh(found, around)

    assert found[0].identifier == "4409896"
    assert len(choice.alternatives) == KEPT
    shares = [choice.score, *(other.score for other in choice.alternatives)]
    assert shares == sorted(shares, reverse=True)
    assert 0.2 < shares[0] < 1
    assert sum(shares) <= 1
    assert choice.alternatives[0].within is not None


def test_a_name_of_one_place_leaves_nothing_open() -> None:
    found = ranked("hamburg", Surroundings(), country="DE")[:1]

    assert weigh(found, Surroundings()) == (1.0, ())


def test_a_town_keeps_its_namesakes_where_the_text_states_nothing(who: Who) -> None:
    place = who("Lawmakers in Oregon met on Monday. The mayor of Springfield came too.").entity("Springfield")

    assert place.geonames == "5754005"
    assert place.resolution_score is not None
    assert place.resolution_score < 1
    assert {other.country for other in place.alternatives} == {"US"}
    assert place.geonames not in {other.geonames for other in place.alternatives}


def test_what_the_text_states_leaves_only_what_fits(who: Who) -> None:
    place = who("Police in Springfield, Illinois, arrested two men.").entity("Springfield")

    assert (place.geonames, place.resolution_score, place.alternatives) == ("4250542", 1.0, ())


@pytest.mark.parametrize(
    ("text", "name", "precision", "geonames"),
    [
        ("They met in Hamburg, Germany.", "Hamburg", "city", "2911298"),
        ("They met in Hamburg, Germany.", "Germany", "country", "2921044"),
        ("A fire broke out in northern California.", "California", "region", "5332921"),
        ("They met in Arlatown, a village in Bihar.", "Arlatown", "container", None),
        ("They gathered in Red Square.", "Red Square", "exact", None),
        ("They met in Arlatown, a village in India.", "Arlatown", None, None),
        ("They crossed the Black Sea by boat.", "Black Sea", "region", None),
    ],
)
def test_a_point_says_what_it_stands_for(
    who: Who, text: str, name: str, precision: str | None, geonames: str | None
) -> None:
    place = who(text).entity(name)

    assert (place.coordinate_precision, place.geonames) == (precision, geonames)
    assert (place.latitude is None) == (precision is None)


def test_states_that_share_a_name_with_something_else_have_their_own_id() -> None:
    regions = load_gazetteer().regions

    names = ("Georgia (US state)", "Washington State", "New York State", "Bihar")
    assert [geonames_of(regions[name]) for name in names] == ["4197000", "5815135", "5128638", "1275715"]
    states = [region for region in regions.values() if region.kind in {"state", "province"}]
    assert [region.name for region in states if geonames_of(region) is None] == []
