"""The ontology's own file: what is pinned, the names that differ between PLOVER's documents, and what a wrong file raises."""

import msgspec
import pytest

from graphbuilder.errors import OntologyError
from graphbuilder.ontology import Aliases, Ontology, check_ontology, load_ontology

TYPES = 16
CONTEXTS = 37


def test_the_version_of_the_standard_is_pinned() -> None:
    assert load_ontology().plover_version == "plover-manual-2.0-draft"


def test_the_manual_is_complete() -> None:
    ontology = load_ontology()
    assert len(ontology.plover) == TYPES
    assert len(ontology.topics) == CONTEXTS


@pytest.mark.parametrize(
    ("plover", "mode", "named"),
    [
        ("DEMAND", None, ("REQUEST", None)),
        ("DISAPPROVE", None, ("ACCUSE", None)),
        ("INVESTIGATE", None, ("ACCUSE", None)),
        ("FIGHT", "aerial", ("ASSAULT", "aerial")),
        ("ASSAULT", "assassinate", ("ASSAULT", "targeted")),
        ("COERCE", "ban", ("COERCE", "restrict")),
        ("RETREAT", "return", ("RETREAT", None)),
        ("CONSULT", "visit", ("CONSULT", "visit")),
    ],
)
def test_other_names_become_the_manuals(plover: str, mode: str | None, named: tuple[str, str | None]) -> None:
    assert load_ontology().canonical(plover, mode) == named


@pytest.mark.parametrize(("plover", "mode", "complaint"), [("DANCE", None, "'DANCE'"), ("AID", "cyber", "'cyber'")])
def test_unknown_names_are_refused(plover: str, mode: str | None, complaint: str) -> None:
    with pytest.raises(OntologyError, match=complaint):
        load_ontology().canonical(plover, mode)


@pytest.mark.parametrize(
    "change",
    [
        {"data_convention": {"03": "DANCE"}},
        {"aliases": Aliases(types={"OLD": "DANCE"})},
        {"aliases": Aliases(modes={"AID old": "cyber"})},
        {"labels": {}},
    ],
)
def test_a_table_may_only_name_what_the_standard_has(change: dict[str, object]) -> None:
    ontology: Ontology = msgspec.structs.replace(load_ontology(), **change)
    with pytest.raises(OntologyError):
        check_ontology(ontology)


@pytest.mark.parametrize(
    "label", ["Meeting`) DETACH DELETE n //", 'Meeting"', "Meet\u200bing", "Meeting\u2019", "$(n)"]
)
def test_a_label_of_hostile_signs_is_refused(label: str) -> None:
    labels = load_ontology().labels
    ontology: Ontology = msgspec.structs.replace(load_ontology(), labels={**labels, label: labels["Meeting"]})
    with pytest.raises(OntologyError, match="labels differ from the graph model"):
        check_ontology(ontology)
