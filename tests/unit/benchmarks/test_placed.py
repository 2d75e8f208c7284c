"""Errors in places: missed and invented names, and places too far away by kind."""

from typing import Any

import pytest

from benchmarks.quality.placed import far_places, kilometres, place_kind, place_names


def place(start: int, lat: float | None, lon: float | None, **more: object) -> dict[str, Any]:
    return {"start": start, "end": start + 4, "lat": lat, "lon": lon, "type": "Literal", "text": "Oslo", **more}


GOLD = [
    {
        "doc_id": "a",
        "subset": "ours",
        "toponyms": [
            place(0, 59.9, 10.7, fcode="PPLC"), place(10, 60.0, 11.0, fcode="ADM1"), place(20, 61.0, 9.0, fcode="PCLI"),
            place(30, 50.0, 5.0, fcode="PPL"), place(40, None, None, type="Demonym"),
        ],
    },
    {"doc_id": "b", "subset": "theirs", "toponyms": [place(0, 1.0, 1.0)]},
]  # fmt: skip
OURS = [{
    "doc_id": "a",
    "toponyms": [
        place(0, 59.8, 10.8), place(10, 10.0, 11.0), place(20, None, None), place(40, 1.0, 1.0), place(50, 1.0, 1.0),
    ],
}]  # fmt: skip


def test_missed_and_invented_names_are_counted_in_one_subset() -> None:
    assert place_names("ours")(GOLD, OURS) == {
        "a name of a place": {"of": 4, "missed": 1},
        "not a place": {"of": 4, "wrong": 1},
    }


def test_places_too_far_away_are_counted_by_kind() -> None:
    assert far_places("ours")(GOLD, OURS) == {
        "city": {"of": 1},
        "administrative division": {"of": 1, "too far": 1},
        "country": {"of": 1, "put nowhere": 1},
    }


def test_the_kind_is_looked_up_where_no_feature_code_is_given() -> None:
    assert place_kind({"fcode": None, "geonameid": "3144096", "text": "Norway"}) == "country"
    assert place_kind({"fcode": None, "geonameid": "3143244", "text": "Oslo"}) == "city"
    assert place_kind({"fcode": None, "geonameid": None, "text": "Oslo"}) == "other"
    assert place_kind({"fcode": "AIRP", "geonameid": "1", "text": "Gardermoen"}) == "other"


def test_a_degree_on_the_equator_is_111_kilometres() -> None:
    assert kilometres((0.0, 0.0), (0.0, 1.0)) == pytest.approx(111.2, abs=0.1)
