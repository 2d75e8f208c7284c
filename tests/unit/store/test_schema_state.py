"""What a version and the states of indexes, as a database tells them, say of its schema."""

import pytest

from graphbuilder.store.migrations import latest_version
from graphbuilder.store.schema_page import index_rows, migration_rows
from graphbuilder.store.schema_state import SchemaState

LATEST = latest_version()
SERVING = {row[1]: "ONLINE" for row in index_rows()}
TITLES = tuple(row[1] for row in migration_rows())


def test_a_schema_of_ours_lacks_nothing() -> None:
    state = SchemaState.of(LATEST, SERVING)
    assert (state.newer, state.migrations, state.missing, state.unfinished) == (False, (), (), ())


@pytest.mark.parametrize(("version", "lacks"), [(None, TITLES), (1, TITLES), (2, TITLES[1:]), (LATEST, ())])
def test_an_older_schema_lacks_the_migrations_after_it(version: int | None, lacks: tuple[str, ...]) -> None:
    assert len(TITLES) == LATEST - 1
    assert SchemaState.of(version, SERVING).migrations == lacks


@pytest.mark.parametrize("version", [LATEST + 1, "new"])
def test_a_newer_schema_is_known_as_such(version: object) -> None:
    state = SchemaState.of(version, SERVING)
    assert (state.newer, state.migrations, state.found) == (True, (), version)


def test_indexes_that_are_gone_or_not_ready_are_named() -> None:
    states = {**SERVING, "graphbuilder_names": "POPULATING", "theirs": "FAILED"}
    del states["graphbuilder_sentence_text"]
    state = SchemaState.of(LATEST, states)
    assert (state.missing, state.unfinished) == (("graphbuilder_sentence_text",), ("graphbuilder_names",))
