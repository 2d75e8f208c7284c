"""PLOVER: derives type, mode and CAMEO code of an event mention from its label, status and operators, last of all.

One convention table, after the PLOVER manual's own rules: a future meeting is AGREE, a cancelled one REJECT, an announced
withdrawal CONCEDE. Our label never changes for it. It must not look at text.
"""

from enum import StrEnum
from typing import NamedTuple

from graphbuilder.ontology import load_ontology
from graphbuilder.records.annotation import Status


class Code(NamedTuple):
    """A PLOVER type with its mode and CAMEO code; all None where the standard codes nothing."""

    plover: str | None
    mode: str | None
    cameo: str | None


class Content(NamedTuple):
    """What an event is about, as far as the standard cares: label, status, operators and CAMEO code of the inner event."""

    label: str
    status: Status
    operators: tuple[str, ...] = ()
    cameo: str | None = None


class Convention(StrEnum):
    """Whose rules derive the type: the manual's own, or those of the data coded so far (CAMEO codes mapped to PLOVER)."""

    MANUAL = "manual"
    DATA = "data"


NOTHING = Code(None, None, None)
FRIENDLY = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE"})
YIELDING = frozenset({"RETREAT", "CONCEDE"})
HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "THREATEN"})
VERBAL = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})

PLANNED = {
    "CONSULT": Code("AGREE", None, "036"),
    "SUPPORT": Code("AGREE", None, "032"),
    "COOPERATE": Code("AGREE", None, "031"),
    "AID": Code("AGREE", None, "033"),
    "AGREE": Code("AGREE", None, "030"),
    "RETREAT": Code("CONCEDE", None, "035"),
    "CONCEDE": Code("CONCEDE", None, "035"),
}
"""What the standard calls a friendly event that is still to come."""

REFUSING = frozenset({"refuse", "fail"})
WILL_NOT = frozenset({"will not", "would not"})
MAYBE = frozenset({"could", "may", "might", "would"})
"""Modals by which an act is held out: "Egypt could expel the envoy" is nearest to a threat."""
OBLIGING = frozenset({"must", "should", "ought", "need"})
"""Modals by which somebody tells another what to do: "Sudan must release them" is a REQUEST."""

THREAT_MODES = {
    "Assault": "violence", "Mobilization": "violence", "Arrest": "arrest", "Deportation": "expel", "Coercion": "restrict",
    "Sanction": "restrict",
}  # fmt: skip
DEMAND_MODES = {
    "Meeting": "meet", "Negotiation": "meet", "Summit": "meet", "PhoneCall": "meet", "Trip": "meet", "Aid": "assist",
    "Cooperation": "assist", "Support": "assist", "Retreat": "yield", "Concession": "yield", "Resignation": "change",
    "Election": "change", "Legislation": "change", "Appointment": "change",
}  # fmt: skip
THREAT_CODES = {"160": "relations", "166": "expel", "192": "territory"}
"""CAMEO code of what is threatened, where it says more than the label: to cut ties, to expel envoys, to annex."""
THREAT_CAMEO = {
    "violence": "138",
    "territory": "138",
    "arrest": "130",
    "expel": "130",
    "restrict": "131",
    "relations": "131",
}


def code_of(
    label: str,
    status: Status,
    operators: tuple[str, ...],
    *,
    cue: str | None = None,
    plover: str | None = None,
    mode: str | None = None,
    cameo: str | None = None,
    content: Content | None = None,
    convention: Convention = Convention.MANUAL,
) -> Code:
    """Return the standard's code of an event mention.

    Args:
        label: Label of the graph model.
        status: Whether it happened.
        operators: Names of the operators above it, outermost first.
        cue: The word that made it so ("will", "must").
        plover: Type that the frame itself gives ("signed a treaty" is SUPPORT); "" for none ("fled to Kenya" is no visit).
        mode: Mode that the frame gives; "" for none at all, also not the label's own.
        cameo: CAMEO code that the frame gives.
        content: The event it is about, for promises, threats, demands and refusals.
        convention: Whose rules to follow.
    """
    meaning = load_ontology().labels[label]
    kind = meaning.plover if plover is None else plover or None
    code = Code(
        kind, (mode or None) if mode is not None else (meaning.mode if plover is None else None), cameo or meaning.cameo
    )
    if kind is None:
        return code if status is Status.ACTUAL and plover is None else NOTHING
    code = _by_content(label, code, content)
    found = _valid(_by_status(label, code, status, operators=operators, cue=cue))
    if convention is Convention.MANUAL:
        return found
    return _as_coded(_carried_out(found, code, status, operators=operators, content=content))


def _carried_out(
    found: Code, base: Code, status: Status, *, operators: tuple[str, ...], content: Content | None
) -> Code:
    """Return the code of what is as good as done in existing data: what is decided, and what an authority orders."""
    if content is not None and "order" in content.operators and found.plover == "REQUEST":
        meaning = load_ontology().labels[content.label]
        if meaning.plover in YIELDING | HOSTILE | {"ACCUSE"}:
            return Code(meaning.plover, None, meaning.cameo)
    if status is Status.PLANNED and "order" in operators and base.plover in HOSTILE | {"ACCUSE"}:
        return base  # "ordered the arrest of"
    if status is Status.PLANNED and operators[-1:] == ("decide",) and base.plover in YIELDING:
        return base
    if status is Status.PLANNED and base.plover == "REJECT" and base.mode == "meet":  # "will boycott the vote"
        return Code("THREATEN", None, "130")
    return found


def _as_coded(found: Code) -> Code:
    """Return a code as existing data have it: the type of its CAMEO code."""
    types = load_ontology().data_convention
    cameo = found.cameo or ""
    kind = next((types[cameo[:size]] for size in (4, 3, 2) if cameo[:size] in types), found.plover)
    return found if kind == found.plover else Code(kind, None, found.cameo)


def nearest_code(
    label: str, status: Status, *, cue: str | None = None, plover: str | None = None, cameo: str | None = None
) -> Code:
    """Return the type that comes nearest to an event the standard does not code: what may be or is not.

    For the question what joins two parties, which wants an answer: "has not agreed" is nearest to a refusal, "may send aid" to an
    offer, "could attack" to a threat.
    """
    meaning = load_ontology().labels[label]
    kind = plover or meaning.plover
    if kind in FRIENDLY | YIELDING:
        refused = status in {Status.NEGATED, Status.CANCELLED}
        return Code("REJECT", None, "120") if refused else Code("AGREE", None, "030")
    if kind in HOSTILE and status is Status.HYPOTHETICAL and cue in MAYBE:
        return Code("THREATEN", None, "130")
    if kind in VERBAL or status is Status.HYPOTHETICAL:
        return Code(kind, None, cameo or meaning.cameo)
    return NOTHING


def threat_mode(label: str, cameo: str | None) -> str | None:
    """Return the mode of a threat to do something."""
    return THREAT_CODES.get(cameo or "") or THREAT_MODES.get(label)


def _by_content(label: str, code: Code, content: Content | None) -> Code:
    if content is None:
        return code
    match label:
        case "Promise" | "Agreement" if code.plover == "AGREE":
            base = load_ontology().labels[content.label].plover
            if content.status is Status.NEGATED:
                if base in HOSTILE:  # promised not to deport: a concession
                    return Code("CONCEDE", None, "080")
                return Code("REJECT", DEMAND_MODES.get(content.label), "120") if base in FRIENDLY else code
            if base in YIELDING:
                return Code("CONCEDE", None, "035")
            if base in HOSTILE and label == "Promise":
                mode = threat_mode(content.label, content.cameo)
                return Code("THREATEN", mode, THREAT_CAMEO.get(mode or "", "130"))
            return PLANNED.get(base or "", code)
        case "Threat" if code.mode is None:
            mode = threat_mode(content.label, content.cameo)
            if mode is None and content.label in {"Meeting", "Negotiation", "Cooperation"}:
                mode = "relations"
            return code._replace(mode=mode, cameo=THREAT_CAMEO.get(mode or "", code.cameo))
        case "Request" | "Rejection" if code.mode is None:
            return code._replace(mode=DEMAND_MODES.get(content.label, "change" if label == "Request" else None))
    return code


def _by_status(label: str, code: Code, status: Status, *, operators: tuple[str, ...], cue: str | None) -> Code:
    kind = code.plover or ""
    match status:
        case Status.ACTUAL:
            return code
        case Status.PLANNED:
            if kind in PLANNED:
                return PLANNED[kind]
            if kind in HOSTILE:
                mode = threat_mode(label, code.cameo)
                return Code("THREATEN", mode, THREAT_CAMEO.get(mode or "", "130"))
            return code
        case Status.CANCELLED:
            if kind == "CONSULT":
                return Code("REJECT", "meet", "125")
            if kind in FRIENDLY | YIELDING:
                return Code("REJECT", None, "120")
            return Code("CONCEDE", None, "080") if kind in HOSTILE else NOTHING
        case Status.NEGATED | Status.HYPOTHETICAL if "try" in operators and kind in HOSTILE:
            return code  # an attempt is coded as the act
        case Status.NEGATED:
            if REFUSING & set(operators) or cue in WILL_NOT:
                return Code("REJECT", DEMAND_MODES.get(label), "120") if kind in FRIENDLY | YIELDING else NOTHING
            return NOTHING
        case Status.HYPOTHETICAL:
            if "demand" in operators or cue in OBLIGING:
                return Code("REQUEST", DEMAND_MODES.get(label, "change"), "100")
            if "threaten" in operators and kind in HOSTILE:
                mode = threat_mode(label, code.cameo)
                return Code("THREATEN", mode, THREAT_CAMEO.get(mode or "", "130"))
            return NOTHING
    return code


def _valid(code: Code) -> Code:
    """Leave out a mode that the type does not have."""
    if code.plover is None or code.mode is None:
        return code
    modes = load_ontology().plover[code.plover].modes
    return code if code.mode in modes else code._replace(mode=None)
