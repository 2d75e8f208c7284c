"""Where a place is over several documents."""

from itertools import permutations

from graphbuilder.records.annotation import CoordinatePrecision, EntityType, Namesake
from graphbuilder.records.resolution import EntityCandidate
from graphbuilder.resolve.entities import resolve_block
from graphbuilder.resolve.whereabouts import KEPT, whereabouts


def _place(
    document: str,
    latitude: float | None = 1.0,
    precision: CoordinatePrecision | None = "city",
    *,
    score: float | None = None,
    shares: dict[str, float] | None = None,
) -> EntityCandidate:
    others = tuple(
        Namesake(name="Arla", kind="city", country="US", geonames=key, score=share)
        for key, share in (shares or {}).items()
    )
    return EntityCandidate(
        member=(document, 0),
        block="place:arla",
        type=EntityType.PLACE,
        name="Arla",
        latitude=latitude,
        longitude=None if latitude is None else 2.0,
        coordinate_precision=precision,
        resolution_score=score,
        alternatives=others,
    )


def test_the_finest_point_is_taken_with_its_precision() -> None:
    members = [
        _place("a", None, None),
        _place("b", 5.0, "container"),
        _place("c", 7.0, "city"),
        _place("d", 8.0, "city"),
    ]

    found = whereabouts(members)

    assert (found.latitude, found.longitude, found.precision) == (7.0, 2.0, "city")


def test_a_place_without_a_point_has_no_precision() -> None:
    assert whereabouts([_place("a", None, None)]) == (None, None, None, None, None, ())


def test_a_namesake_keeps_its_highest_share_and_the_place_its_lowest() -> None:
    members = [
        _place("a", score=0.9, shares={"7": 0.05, "3": 0.02}),
        _place("b", score=0.5, shares={"7": 0.3, "4": 0.1, "5": 0.02}),
        _place("c"),
    ]

    found = whereabouts(members)

    assert found.score == 0.5
    assert [(one.geonames, one.score) for one in found.alternatives] == [("7", 0.3), ("4", 0.1), ("3", 0.02)]
    assert len(found.alternatives) == KEPT


def test_the_order_of_documents_does_not_show() -> None:
    members = [
        _place("a", 3.0, "container", score=0.4, shares={"7": 0.1, "8": 0.1}),
        _place("b", 4.0, "container", score=0.6, shares={"9": 0.1, "10": 0.1}),
        _place("c", None, None),
    ]

    results = {tuple(resolve_block(order)) for order in permutations(members)}

    assert len(results) == 1
    (entity,) = results.pop()
    assert [one.geonames for one in entity.alternatives] == ["7", "8", "9"]
    assert entity.latitude == 3.0
