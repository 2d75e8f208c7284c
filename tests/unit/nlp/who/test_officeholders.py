"""Who held an office on a day by the table that is shipped."""

from datetime import date

import pytest

from graphbuilder.nlp.who.officeholders import holder_on


@pytest.mark.parametrize(
    ("kind", "country", "day", "holder"),
    [
        ("president", "FR", date(2015, 3, 1), "Francois Hollande"),
        ("prime minister", "FR", date(1950, 1, 1), None),
        ("president", "US", date(2017, 1, 20), None),  # two on one day
        ("former president", "FR", date(2015, 3, 1), None),
        ("minister", "FR", date(2015, 3, 1), None),
        ("president", "AR", date(2100, 1, 1), None),  # the table ends long before
    ],
)
def test_only_a_sure_holder_is_named(kind: str, country: str, day: date, holder: str | None) -> None:
    assert holder_on(kind, country, day) == holder
