"""WEIS codes: the table is whole, and what is told becomes the code that the survey gives it."""

import pytest

from graphbuilder.ontology import EVENT_LABELS
from graphbuilder.records.annotation import Status
from graphbuilder.weis import MIRRORED, load_weis, weis_of


def test_every_code_has_a_meaning_and_a_weight_on_goldsteins_scale() -> None:
    codes = load_weis().codes

    assert len(codes) >= 109
    assert all(code.meaning and (code.weight is None or -10 <= code.weight <= 10) for code in codes.values())
    assert {name for name, code in codes.items() if code.weight is None} == {"130"}
    assert set(MIRRORED) | set(MIRRORED.values()) <= set(codes)
    assert (load_weis().weight("223"), load_weis().weight("084"), load_weis().weight(None)) == (-10.0, 10.0, None)


@pytest.mark.parametrize("label", EVENT_LABELS)
def test_an_actual_event_of_every_label_has_a_code(label: str) -> None:
    from graphbuilder.ontology import load_ontology  # noqa: PLC0415 - the table, beside its only use

    meaning = load_ontology().labels[label]
    assert weis_of(label, Status.ACTUAL, plover=meaning.plover, cameo=meaning.cameo) in load_weis().codes


@pytest.mark.parametrize(
    ("label", "status", "plover", "cameo", "rule", "code"),
    [
        ("Trip", "actual", "CONSULT", "042", "verb:visit", "032"),
        ("Trip", "planned", "AGREE", "036", "verb:visit", "032"),
        ("Meeting", "planned", "AGREE", "036", "verb:meet", "031"),
        ("Meeting", "cancelled", "REJECT", "125", "verb:meet", "191"),
        ("Meeting", "negated", None, None, "verb:meet", None),
        ("Meeting", "negated", "REJECT", "120", "verb:meet", "111"),
        ("Agreement", "actual", "AGREE", "036", "verb:agree", "082"),
        ("Agreement", "actual", "AGREE", "057", "verb:sign", "081"),
        ("Support", "planned", "AGREE", "032", "verb:establish-ties", "064"),
        ("Assault", "planned", "THREATEN", "138", "verb:attack", "173"),
        ("Sanction", "planned", "THREATEN", "131", "verb:sanction", "172"),
        ("Threat", "actual", "THREATEN", "130", "verb:warn+say", "160"),
        ("Threat", "actual", "THREATEN", "130", "verb:threaten", "171"),
        ("Request", "actual", "REQUEST", "10", "verb:urge", "102"),
        ("Request", "actual", "REQUEST", "10", "verb:demand", "150"),
        ("Statement", "actual", None, "01", "verb:say", "023"),
        ("Retreat", "actual", "RETREAT", "0841", "verb:free", "066"),
        ("Appointment", "actual", None, None, "verb:appoint", "026"),
    ],
)
def test_what_an_event_is_called_in_weis(  # noqa: PLR0917 - one row of the table above
    label: str, status: str, plover: str | None, cameo: str | None, rule: str, code: str | None
) -> None:
    assert weis_of(label, status, plover=plover, cameo=cameo, rule=rule) == code
