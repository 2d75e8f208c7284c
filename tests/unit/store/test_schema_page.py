"""The schema is shown from its one declaration, and the page about it is current."""

import json
from pathlib import Path

import pytest

from graphbuilder.graph.schema import KEY_LABELS, RELATIONSHIP_TYPES
from graphbuilder.ontology import EVENT_LABELS
from graphbuilder.store.migrations import latest_version, number_of
from graphbuilder.store.queries import list_queries
from graphbuilder.store.schema_page import index_rows, label_rows, node_rows, schema_markdown
from tests.command_line import run

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "schema.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == schema_markdown(), (
        "graphbuilder schema --format markdown > docs/reference/schema.md"
    )
    assert run("schema", "--format", "markdown").out == schema_markdown()


def test_every_label_type_and_allowed_value_is_on_it() -> None:
    rows = node_rows()
    assert ("Event", "status", "text", "yes", "actual, planned, cancelled, negated, hypothetical") in rows
    assert ("Event", "intensity", "number", "", "-10 to 10") in rows
    assert ("Sentence", "index", "whole number", "yes", "0 or more") in rows
    assert {row[0] for row in rows} == set(KEY_LABELS)
    assert {labels.removeprefix("Event:") for labels, _ in label_rows()} >= set(EVENT_LABELS)


def test_there_are_constraints_range_text_and_full_text_indexes() -> None:
    rows = index_rows()
    assert {row[0] for row in rows} == {"uniqueness", "range index", "text index", "full-text index"}
    assert sum(row[0] == "uniqueness" for row in rows) == len(KEY_LABELS) + len(RELATIONSHIP_TYPES) + 1
    assert len({row[1] for row in rows}) == len(rows)


def test_as_json_and_as_cypher() -> None:
    shown = json.loads(run("schema", "--format", "json").out)
    assert shown["version"] == latest_version()
    assert shown["relationships"]["MENTIONS"]["end"] == ["Entity", "Event"]
    text = run("schema", "-f", "cypher").out
    assert text.count(";\n") == len(index_rows())
    assert "CREATE CONSTRAINT graphbuilder_HOLDS_id IF NOT EXISTS FOR ()-[r:HOLDS]-() REQUIRE r.id IS UNIQUE;" in text
    assert "PARTICIPATED_IN" in run("schema").out
    assert run("schema", "-f", "xml").code == 2


def test_migrations_are_numbered_without_a_gap() -> None:
    numbers = [number_of(query) for query in list_queries("migrate")]
    assert numbers == list(range(2, latest_version() + 1))


@pytest.mark.parametrize("query", list_queries("migrate"), ids=lambda query: query.name)
def test_a_migration_can_be_run_twice(query: object) -> None:
    assert "IF EXISTS" in str(query) or "IF NOT EXISTS" in str(query) or "MERGE" in str(query)
