"""Who has a name."""

import pytest

from graphbuilder.analysis.naming import is_named


@pytest.mark.parametrize("name", ["Ana Ruiz", "al-Jazari", "de Vries", "van der Berg", "李明", "", "7 October Group"])
def test_a_name(name: str) -> None:
    assert is_named(name)


@pytest.mark.parametrize("name", ["foreign minister of Zambia", "aide", "élus locaux", "vandals"])
def test_no_name(name: str) -> None:
    assert not is_named(name)
