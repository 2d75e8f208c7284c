"""Every sentence of the tables comes out with its label, its status and what fills its roles."""

from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.what.coder import find_events
from tests.unit.nlp.what.cast import ENTITIES, layer_of
from tests.unit.nlp.what.sentences import TABLES, Row

if TYPE_CHECKING:
    from spacy.language import Language

    from graphbuilder.records.annotation import EventMention

PLACES = {"LOCATED_IN": "place", "DESTINATION": "to", "ORIGIN": "from"}
ROWS = [pytest.param(row, id=row[0][:60]) for rows in TABLES.values() for row in rows]


def roles_of(event: "EventMention") -> str:
    """Return what fills the roles of an event in the notation of the tables, sorted."""
    pairs = {(argument.role.value, ENTITIES[argument.entity].name) for argument in event.arguments}
    pairs |= {(PLACES[place.relation.value], ENTITIES[place.entity].name) for place in event.places}
    return ordered(pairs)


def ordered(pairs: set[tuple[str, str]]) -> str:
    """Return (role, name) pairs as one comparable text."""
    return " ".join(f"{role}={name}" for role, name in sorted(pairs))


def wanted(roles: str) -> str:
    """Return the notation of the tables in the same comparable form."""
    pairs: set[tuple[str, str]] = set()
    role = ""
    for part in roles.replace("=", "= ").split():
        if part.endswith("="):
            role = part[:-1]
            pairs.add((role, ""))
        else:
            before = (
                next(name for key, name in pairs if key == role and name != "done") if (role, "") not in pairs else ""
            )
            pairs.discard((role, before))
            pairs.add((role, f"{before} {part}".strip()))
    return ordered({(key, name) for key, names in pairs for name in names.split("+")})


@pytest.mark.parametrize("row", ROWS)
def test_sentence(nlp: "Language", row: Row) -> None:
    text, label, status, roles = row
    layer = layer_of(text, {"he": "Novak", "his": "Novak", "His": "Novak", "it": "Russia"})
    events = find_events(nlp(text), layer, (), published=None)
    found = [(event.type, event.status.value, roles_of(event)) for event in events]
    if label == "-":
        assert not found
    elif label.startswith("-"):
        assert label[1:] not in {kind for kind, _, _ in found}
    else:
        assert (label, status, wanted(roles)) in found
