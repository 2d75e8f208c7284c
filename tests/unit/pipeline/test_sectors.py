"""Candidates get the sector of their office or words."""

import pytest

from graphbuilder.pipeline.sectors import with_sector
from graphbuilder.records.annotation import EntityType
from graphbuilder.records.resolution import EntityCandidate, PositionFact


def sector(kind: EntityType, name: str, *positions: PositionFact, role: PositionFact | None = None) -> str | None:
    candidate = EntityCandidate(member=("doc:1", 0), block="x", type=kind, name=name, positions=positions, role=role)
    return with_sector(candidate).sector


def office(kind: str, *, former: bool = False) -> PositionFact:
    return PositionFact(kind=kind, of="country:CL", former=former)


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        ((), None),
        ((office("foreign minister"),), "GOV"),
        ((office("senator"), office("president")), "GOV"),
        ((office("judge", former=True),), "ELI"),
        ((office("judge", former=True), office("senator")), "LEG"),
        ((office("spokesperson"),), None),
    ],
)
def test_a_person_has_the_sector_of_an_office_held_now(
    positions: tuple[PositionFact, ...], expected: str | None
) -> None:
    assert sector(EntityType.PERSON, "Ana Ruiz", *positions) == expected


def test_roles_groups_and_organizations_have_one_and_places_have_none() -> None:
    assert sector(EntityType.PERSON, "president of Chile", role=office("president")) == "GOV"
    assert sector(EntityType.GROUP, "dockworkers") == "LAB"
    assert sector(EntityType.ORGANIZATION, "Grain Union") == "LAB"
    assert sector(EntityType.PLACE, "Police Island") is None


def test_the_country_of_a_known_body_comes_with_its_name() -> None:
    body = EntityCandidate(member=("doc:1", 0), block="x", type=EntityType.ORGANIZATION, name="Riksdag")
    assert with_sector(body).country == "SE"
