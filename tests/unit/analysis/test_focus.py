"""Whom a person means by a name."""

import pytest

from graphbuilder.analysis.focus import find_entity
from graphbuilder.analysis.reading import read_participations
from graphbuilder.errors import SettingsError
from tests.unit.analysis.graphs import entity, event, gathering, in_order, part

RUIZ = entity("Ana Ruiz")
OFFICE = entity("Ana Ruiz", "Organization")
KNOWN = read_participations(
    in_order(
        [
            RUIZ, OFFICE, entity("Old Ruiz"), (statement := event("s", "Statement")), part(OFFICE, statement, "speaker"),
            *(x for number in range(10) for x in gathering(("Ana Ruiz", "Bo Soto"), event(str(number)))),
            *gathering(("Cy Soto", "Di Vega"), event("cy")),
        ]
    )
)  # fmt: skip


@pytest.mark.parametrize("name", ["person:ana ruiz", "Ana Ruiz", "ana  ruiz", "ruiz"])
def test_an_id_a_name_or_a_word_of_it_means_who_acts_most_by_far(name: str) -> None:
    assert find_entity(KNOWN, name).id == RUIZ.id


def test_who_never_acts_is_found_by_a_name_of_their_own() -> None:
    assert find_entity(KNOWN, "old ruiz").name == "Old Ruiz"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Vego", r"nobody called 'Vego'; did you mean Di Vega\?"),
        ("Ana Ruis", r"did you mean Ana Ruiz\?"),
        ("Zzz", "give the name as the graph spells it, or the id"),
        ("", "nobody called ''"),
    ],
)
def test_who_is_not_there_is_asked_after(name: str, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        find_entity(KNOWN, name)


def test_two_of_a_name_are_told_apart_by_what_they_did() -> None:
    known = read_participations(
        in_order([*gathering(("Bo Soto", "Ana"), event("1")), *gathering(("Cy Soto", "Ana"), event("2"))])
    )

    with pytest.raises(
        SettingsError, match=r"'soto' may be person:bo soto \(Bo Soto, Person, 1 event\) or person:cy soto"
    ):
        find_entity(known, "soto")
