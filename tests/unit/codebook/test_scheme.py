"""The codebook's names are those of the ontology and the records."""

from typing import get_args

from codebook.scheme import BASES, LABELS, LINKS, MODES, PLACES, PRECISIONS, ROLES, STATUSES
from graphbuilder.ontology import EVENT_LABELS, load_ontology
from graphbuilder.records.annotation import DateBasis, PlaceRelation, Precision, Role, Status


def test_labels_types_and_modes_are_those_of_the_ontology() -> None:
    assert set(LABELS) == set(EVENT_LABELS)
    assert {name: set(modes) for name, modes in MODES.items()} == {
        name: set(kind.modes) for name, kind in load_ontology().plover.items()
    }


def test_statuses_roles_places_and_dates_are_those_of_the_records() -> None:
    assert set(STATUSES) == {status.value for status in Status}
    assert set(ROLES) == {role.value for role in Role}
    assert set(PLACES.values()) == {relation.value for relation in PlaceRelation}
    assert set(PRECISIONS) == set(get_args(Precision))
    assert set(BASES) == set(get_args(DateBasis))
    assert set(LINKS.values()) == {"CONTENT", "PART_OF", "AFTER"}
