"""Father and son of one name in one document, and what people are called beside their offices."""

from collections.abc import Callable

import pytest

from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], Cast]


def bearers(cast: Cast, family: str) -> list[tuple[str, str | None]]:
    return [(e.name, e.generation) for e in cast.layer.entities if e.name.endswith(family)]


@pytest.mark.parametrize(
    ("text", "family", "generations"),
    [
        ("Anton Gehrer, son of the late Austrian president Anton Gehrer, was arrested in Graz.", "Gehrer", ["younger", "elder"]),
        ("Walid Mansur, the former premier, left. His son, Walid Mansur, a trader, was hurt.", "Mansur", ["elder", "younger"]),
        ("Karl Brandt's father, Karl Brandt, ruled Ruritania for years.", "Brandt", ["younger", "elder"]),
        ("Pedro Arroyo is the son of the former mayor Pedro Arroyo.", "Arroyo", ["younger", "elder"]),
        ("Omar Weeks spoke on Monday. His father, also Omar Weeks, founded the party.", "Weeks", ["younger", "elder"]),
    ],
)  # fmt: skip
def test_who_is_kin_of_a_namesake_is_somebody_else(who: Who, text: str, family: str, generations: list[str]) -> None:
    assert [generation for _, generation in bearers(who(text), family)] == generations


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Karl Brandt was arrested. The chancellor said that his son, Karl Brandt, was innocent.", "Brandt"),
        ("Ivan Holub met his son Jan Novotny. Ivan Holub flew home.", "Holub"),
        ("Omar Weeks met the son of the president. Omar Weeks flew home.", "Weeks"),
        ("Ann Able said that the father of Ben Cole had called Ann Able.", "Able"),
    ],
)
def test_who_is_kin_of_somebody_else_is_no_second_one(who: Who, text: str, family: str) -> None:
    assert bearers(who(text), family) == [(bearers(who(text), family)[0][0], None)]


def test_father_and_son_by_their_middle_initials(who: Who) -> None:
    cast = who("President Walter R. Tunney met his father, former President Walter H.R. Tunney, in Houston.")

    assert [name for name in cast.names() if "Tunney" in name] == ["Walter R. Tunney", "Walter H.R. Tunney"]
    assert cast.refers("Walter H.R. Tunney") == ["Walter H.R. Tunney"]


def test_a_middle_initial_that_is_left_out_is_no_second_one(who: Who) -> None:
    cast = who("Senator Walter R. Tunney left on Monday. Walter Tunney met Walter Robert Tunney's staff.")

    assert len([name for name in cast.names() if "Tunney" in name]) == 1


@pytest.mark.parametrize(
    ("text", "name", "calling"),
    [
        ("Slavia striker Jan Holub signed a contract.", "Jan Holub", "striker"),
        ("Police arrested Paul Sandle, a 34-year-old plumber, on Tuesday.", "Paul Sandle", "plumber"),
        ("Taxi driver Ann Able accused the town of neglect.", "Ann Able", "driver"),
        ("Kwame Ofori was a surgeon in Chicago.", "Kwame Ofori", "surgeon"),
        ("A baker, Hans Holt, was hurt in the fire.", "Hans Holt", "baker"),
    ],
)
def test_what_somebody_is_called(who: Who, text: str, name: str, calling: str) -> None:
    assert calling in who(text).entity(name).callings


@pytest.mark.parametrize(
    "text",
    [
        "Former footballer Omar Weeks was elected president of Ruritania.",
        "Omar Weeks, who is no baker, spoke.",
        "Omar Weeks met a plumber.",
        "The driver of Omar Weeks was hurt.",
    ],
)
def test_what_somebody_was_or_is_not_is_no_calling(who: Who, text: str) -> None:
    assert not {"footballer", "baker", "plumber", "driver"} & set(who(text).entity("Omar Weeks").callings)
