"""The wire reports and their key fit together: what the key names stands in its report, and no trap contradicts an event."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graphbuilder.ontology import EVENT_LABELS
from graphbuilder.records.identity import fold

WIRE = Path(__file__).parent / "wire"
KEY: dict[str, dict[str, Any]] = json.loads((WIRE / "expected.json").read_text(encoding="utf-8"))
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(WIRE.glob("*.txt"))}
STATUSES = {"actual", "planned", "cancelled", "negated", "hypothetical"}
FIELDS = {"types", "with", "start", "end", "place", "status"}
PARTIAL_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def stands_in(name: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(fold(name))}\b", fold(text)) is not None


def entries(name: str) -> list[dict[str, Any]]:
    return [*KEY[name]["events"], *KEY[name]["never"]]


def names(entry: dict[str, Any]) -> list[str]:
    return [*entry["with"], *entry.get("place", ())]


def test_every_report_has_an_entry() -> None:
    assert sorted(TEXTS) == sorted(KEY)
    assert len(TEXTS) == 30


@pytest.mark.parametrize("name", KEY)
def test_size(name: str) -> None:
    assert 220 <= len(TEXTS[name].split()) <= 300
    assert 8 <= len(KEY[name]["events"]) <= 12
    assert len(KEY[name]["never"]) >= 3
    assert date.fromisoformat(KEY[name]["date"])


@pytest.mark.parametrize("name", KEY)
def test_an_entry_says_what_the_model_has(name: str) -> None:
    for entry in entries(name):
        assert set(entry) <= FIELDS
        assert entry["types"]
        assert set(entry["types"]) <= set(EVENT_LABELS)
        assert entry["status"]
        assert set(entry["status"]) <= STATUSES
        assert all(PARTIAL_DATE.fullmatch(entry[end]) for end in ("start", "end") if end in entry)


@pytest.mark.parametrize("name", KEY)
def test_what_the_key_names_stands_in_its_report(name: str) -> None:
    people = KEY[name]["people"]
    assert [person for person in people if person not in TEXTS[name]] == []
    assert [holder for holder, _, _ in KEY[name]["roles"] if holder not in people] == []
    assert [word for entry in entries(name) for word in names(entry) if not stands_in(word, TEXTS[name])] == []


def test_nobody_is_in_two_reports() -> None:
    for name, entry in KEY.items():
        others = [text for other, text in TEXTS.items() if other != name]
        assert [person for person in entry["people"] if any(person in text for text in others)] == []


@pytest.mark.parametrize("name", KEY)
def test_a_trap_is_of_its_report_alone(name: str) -> None:
    others = [text for other, text in TEXTS.items() if other != name]
    for trap in KEY[name]["never"]:
        assert "start" in trap or not any(all(stands_in(word, text) for word in names(trap)) for text in others), trap


@pytest.mark.parametrize("name", KEY)
def test_no_trap_forbids_what_is_expected(name: str) -> None:
    for trap in KEY[name]["never"]:
        for event in KEY[name]["events"]:
            same = set(trap["types"]) & set(event["types"]) and set(trap["status"]) & set(event["status"])
            held = set(trap["with"]) <= set(event["with"]) and set(trap.get("place", ())) <= set(event.get("place", ()))
            assert not (same and held and event.get("start", "").startswith(trap.get("start", ""))), (trap, event)
