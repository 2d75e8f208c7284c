"""The ontology: labels, PLOVER types and modes, topics; loaded from data/ontology.toml and checked.

Labels come from the graph model only: a file can say what a label means, never bring in another.
"""

import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from graphbuilder.errors import OntologyError

EVENT_LABELS = (
    "Meeting", "PhoneCall", "Negotiation", "Summit", "Trip", "Statement", "Promise", "Agreement", "Support",
    "Concession", "Cooperation", "Aid", "Retreat", "Resignation", "Request", "Accusation", "Rejection", "Threat",
    "Protest", "Sanction", "Mobilization", "Coercion", "Arrest", "Deportation", "Assault", "Appointment", "Election",
    "Legislation",
)  # fmt: skip
"""The event labels of the graph model, in its order."""

QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


class PloverType(msgspec.Struct, frozen=True):
    """A PLOVER type: its quad class, its score, and the scores of its modes (all from -10 to 10)."""

    quad: str
    score: float
    modes: dict[str, float] = {}


class LabelMeaning(msgspec.Struct, frozen=True):
    """What a label is in PLOVER and CAMEO when nothing more specific is known."""

    plover: str | None = None
    mode: str | None = None
    cameo: str | None = None


class Aliases(msgspec.Struct, frozen=True):
    """Other names of types and modes ("TYPE mode") to the manual's; "" for a mode the manual no longer has."""

    types: dict[str, str] = {}
    modes: dict[str, str] = {}


class Ontology(msgspec.Struct, frozen=True):
    """The whole file, checked."""

    version: str
    plover_version: str
    plover: dict[str, PloverType]
    labels: dict[str, LabelMeaning]
    data_convention: dict[str, str]
    aliases: Aliases
    topics: dict[str, str]

    def quad(self, plover: str | None) -> str | None:
        """Return the quad class of a PLOVER type."""
        return self.plover[plover].quad if plover else None

    def canonical(self, plover: str, mode: str | None = None) -> tuple[str, str | None]:
        """Return the manual's name of a type and mode that another PLOVER document may name otherwise.

        Raises:
            OntologyError: Neither the manual nor the table of aliases knows them.
        """
        kind = self.aliases.types.get(plover, plover)
        if kind not in self.plover:
            raise OntologyError(f"{plover!r} is no PLOVER type; use one of {', '.join(sorted(self.plover))}")
        if not mode:
            return kind, None
        name = self.aliases.modes.get(f"{kind} {mode}", mode)
        if name and name not in self.plover[kind].modes:
            raise OntologyError(
                f"{mode!r} is no mode of {kind}; use one of {', '.join(self.plover[kind].modes) or 'none'}"
            )
        return kind, name or None

    def intensity(self, plover: str | None, mode: str | None) -> float | None:
        """Return the score of a PLOVER type and mode, from -10 (conflict) to 10 (cooperation)."""
        if plover is None:
            return None
        kind = self.plover[plover]
        return kind.modes.get(mode, kind.score) if mode else kind.score


@cache
def load_ontology() -> Ontology:
    """Return the ontology shipped with the package.

    Raises:
        OntologyError: A label, PLOVER type, mode or quad class that the model does not know.
    """
    raw = tomllib.loads((files("graphbuilder") / "data" / "ontology.toml").read_text(encoding="utf-8"))
    try:
        ontology = msgspec.convert(raw, Ontology)
    except msgspec.ValidationError as error:
        raise OntologyError(f"data/ontology.toml: {error}") from error
    check_ontology(ontology)
    return ontology


def check_ontology(ontology: Ontology) -> None:
    """Raise OntologyError unless `ontology` uses exactly the model's labels and PLOVER's own types and modes."""
    if set(ontology.labels) != set(EVENT_LABELS):
        odd = sorted(set(ontology.labels) ^ set(EVENT_LABELS))
        raise OntologyError(f"data/ontology.toml: labels differ from the graph model: {', '.join(odd)}")
    for name, kind in ontology.plover.items():
        if kind.quad not in QUADS:
            raise OntologyError(f"data/ontology.toml: {name} has the unknown quad class {kind.quad!r}")
    wrong = (set(ontology.data_convention.values()) | set(ontology.aliases.types.values())) - set(ontology.plover)
    if wrong:
        raise OntologyError(f"data/ontology.toml: a table names the unknown PLOVER type {min(wrong)!r}")
    for entry, name in ontology.aliases.modes.items():
        owner = entry.partition(" ")[0]
        if owner not in ontology.plover or (name and name not in ontology.plover[owner].modes):
            raise OntologyError(f"data/ontology.toml: the alias {entry!r} names an unknown type or mode")
    for label, meaning in ontology.labels.items():
        if meaning.plover and meaning.plover not in ontology.plover:
            raise OntologyError(f"data/ontology.toml: {label} names the unknown PLOVER type {meaning.plover!r}")
        if meaning.mode and (not meaning.plover or meaning.mode not in ontology.plover[meaning.plover].modes):
            raise OntologyError(f"data/ontology.toml: {label} names the unknown mode {meaning.mode!r}")
