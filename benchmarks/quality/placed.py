"""Errors in places by class: names missed or invented, and kinds of places that were put too far away."""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.places import places_named
from graphbuilder.records.identity import fold

Row = Mapping[str, Any]
Count = Callable[[Sequence[Row], Sequence[Row]], dict[str, dict[str, int]]]
NEAR_KM: Final = 161.0
_EARTH_KM: Final = 6371.0
_NAMES: Final = frozenset({"Literal", "Literal_Modifier", "Mixed", "Coercion", "Metonymic", "Embedded_Literal", None})
_OPTIONAL: Final = frozenset({"Non_Literal_Modifier", "Embedded_Non_Lit", "Demonym", "Homonym", "Language"})
_KINDS: Final = (("PCL", "country"), ("ADM", "administrative division"), ("PPL", "city"))


def place_names(subset: str) -> Count:
    """Return what counts the names of places of one subset: missed, and found where there is none."""

    def count(gold: Sequence[Row], predicted: Sequence[Row]) -> dict[str, dict[str, int]]:
        wanted: Counter[str] = Counter()
        invented: Counter[str] = Counter()
        for row, ours, found in _matched(gold, predicted, subset):
            names = [one for one in row["toponyms"] if one["type"] in _NAMES]
            optional = [one for one in row["toponyms"] if one["type"] in _OPTIONAL]
            wanted["of"] += len(names)
            wanted["missed"] += len(names) - len(found)
            taken = set(found.values())
            free = [
                one
                for number, one in enumerate(ours)
                if number in taken or not any(_overlap(one, other) for other in optional)
            ]
            invented["of"] += len(free)
            invented["wrong"] += len(free) - len(found)
        return {"a name of a place": dict(wanted), "not a place": dict(invented)}

    return count


def far_places(subset: str) -> Count:
    """Return what counts the places of one subset that were found: "too far" by more than 161 km, or nowhere, by kind."""

    def count(gold: Sequence[Row], predicted: Sequence[Row]) -> dict[str, dict[str, int]]:
        counts: dict[str, Counter[str]] = {}
        for row, ours, found in _matched(gold, predicted, subset):
            names = [one for one in row["toponyms"] if one["type"] in _NAMES]
            for place, number in found.items():
                one, mine = names[place], ours[number]
                if one["lat"] is None:
                    continue
                numbers = counts.setdefault(place_kind(one), Counter())
                numbers["of"] += 1
                if mine.get("lat") is None:
                    numbers["put nowhere"] += 1
                elif kilometres((one["lat"], one["lon"]), (mine["lat"], mine["lon"])) > NEAR_KM:
                    numbers["too far"] += 1
        return {kind: dict(numbers) for kind, numbers in counts.items()}

    return count


def _matched(
    gold: Sequence[Row], predicted: Sequence[Row], subset: str
) -> list[tuple[Row, Sequence[Row], dict[int, int]]]:
    """Return each row of a subset with our names and, for each name of the set, which of ours overlaps it first."""
    by_id = {row["doc_id"]: row.get("toponyms", []) for row in predicted}
    rows = []
    for row in gold:
        if row["subset"] != subset:
            continue
        ours = by_id.get(row["doc_id"], [])
        found: dict[int, int] = {}
        taken: set[int] = set()
        for place, one in enumerate([one for one in row["toponyms"] if one["type"] in _NAMES]):
            free = (number for number, mine in enumerate(ours) if number not in taken and _overlap(one, mine))
            number = next(free, None)
            if number is not None:
                found[place] = number
                taken.add(number)
        rows.append((row, ours, found))
    return rows


def _overlap(one: Row, other: Row) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def place_kind(toponym: Row) -> str:
    """Return the kind of a place by its feature code, else by what GeoNames' number is in our tables."""
    code, number = toponym.get("fcode"), str(toponym.get("geonameid") or "")
    if code:
        return next((kind for start, kind in _KINDS if code.startswith(start)), "other")
    if number and any(country.geonames == number for country in load_gazetteer().countries.values()):
        return "country"
    for place in places_named(fold(toponym["text"])):
        if number and place.identifier == number:
            return "administrative division" if place.kind == "region" else "city"
    return "other"


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance of two points in degrees, by the haversine formula."""
    lat, lon, other_lat, other_lon = map(math.radians, (*one, *other))
    half = math.sin((other_lat - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(other_lat) * math.sin((other_lon - lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
