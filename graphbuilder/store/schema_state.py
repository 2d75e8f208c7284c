"""How the schema of a database is: the version noted there against ours, and which constraints and indexes are missing.

It looks and changes nothing: opening a store brings an older graph forward, this does not.
"""

from collections.abc import Mapping
from typing import Self

from neo4j import READ_ACCESS

from graphbuilder.records.base import Record
from graphbuilder.store.migrations import FIRST, MIGRATE, latest_version, number_of
from graphbuilder.store.neo4j_access import in_plain_words, open_driver
from graphbuilder.store.queries import list_queries, load_query
from graphbuilder.store.schema_page import index_rows

ONLINE = "ONLINE"


class SchemaState(Record, frozen=True, kw_only=True):
    """A database's schema: its version (None where none is noted), ours, and the names of indexes that do not serve."""

    found: int | str | None
    expected: int
    missing: tuple[str, ...] = ()
    unfinished: tuple[str, ...] = ()
    """Indexes that are there and still being filled, or that failed."""

    @classmethod
    def of(cls, version: object, states: Mapping[str, str]) -> Self:
        """Return the state that a version as noted, and the states of indexes by name, stand for."""
        names = [row[1] for row in index_rows()]
        return cls(
            found=version if isinstance(version, int) or version is None else str(version),
            expected=latest_version(),
            missing=tuple(name for name in names if name not in states),
            unfinished=tuple(name for name in names if states.get(name, ONLINE) != ONLINE),
        )

    @property
    def newer(self) -> bool:
        """Whether a newer program wrote it."""
        return isinstance(self.found, str) or (self.found or FIRST) > self.expected

    @property
    def migrations(self) -> tuple[str, ...]:
        """What each migration that it still lacks is for, in order; graphs without a number are of the first version."""
        if self.newer or isinstance(self.found, str):
            return ()
        return tuple(query.title for query in list_queries(MIGRATE) if number_of(query) > (self.found or FIRST))


def look_at_schema(uri: str, user: str, password: str, database: str | None) -> SchemaState:
    """Return how the schema of the database at `uri` is.

    Raises:
        StoreError: The server cannot be reached or refuses.
    """
    with (
        in_plain_words(uri, database),
        open_driver(uri, user, password, database) as driver,
        driver.session(database=database, default_access_mode=READ_ACCESS) as session,
    ):
        record = session.run(load_query("write/schema_version").text).single()
        states = {str(row["name"]): str(row["state"]) for row in session.run(load_query("write/schema_indexes").text)}
        return SchemaState.of(record["version"] if record else None, states)
