"""The country of an office holder, by the day."""

import pytest

from benchmarks.quality.sources import country_of_office
from graphbuilder.records.annotation import EntityType, LocalEntity


@pytest.mark.parametrize(
    ("name", "on", "code"),
    [
        ("Angela Merkel", "2015-06-09", "DEU"),
        ("Merkel", "2015-06-09", "DEU"),
        ("Angela Merkel", "1999-01-01", None),
        ("Angela Merkel", None, None),
        ("Ansa Velm", "2015-06-09", None),
    ],
)
def test_the_office_held_on_the_day_tells_the_country(name: str, on: str | None, code: str | None) -> None:
    assert country_of_office(LocalEntity(type=EntityType.PERSON, name=name), on) == code


def test_only_people_hold_offices() -> None:
    assert country_of_office(LocalEntity(type=EntityType.ORGANIZATION, name="Angela Merkel"), "2015-06-09") is None
