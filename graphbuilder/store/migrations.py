"""The schema of a database: its version, the migrations that bring an older one forward, its constraints and indexes.

cypher/schema says what there should be and is run each time; cypher/migrate/NNN_*.cypher changes what an older version left,
each file once, in order, in a transaction of its own. The number of the last one is kept in a `SchemaVersion` node. Databases
from before that node was kept are of version 1.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial

from neo4j import ManagedTransaction, Session

from graphbuilder.errors import StoreError
from graphbuilder.graph.schema import KEY_LABELS, RELATIONSHIP_TYPES
from graphbuilder.store.queries import Query, fill, list_queries, load_query

MIGRATE = "migrate"
FIRST = 1
"""The version of a database in which none is noted."""


@cache
def latest_version() -> int:
    """Return the version that this program writes."""
    return max((number_of(query) for query in list_queries(MIGRATE)), default=FIRST)


def number_of(migration: Query) -> int:
    """Return the version that a migration leads to: the number in the name of its file."""
    found = re.match(rf"{MIGRATE}/(\d+)_", migration.name)
    if found is None:
        raise StoreError(f"cypher/{migration.name}.cypher: the name of a migration begins with its number")
    return int(found[1])


def noted_version(session: Session, where: str) -> int | None:
    """Return the version noted in the database; None where there is none.

    Raises:
        StoreError: It is newer than this program.
    """
    record = session.run(load_query("write/schema_version").text).single()
    version = record["version"] if record else None
    if version is None:
        return None
    if not isinstance(version, int) or isinstance(version, bool) or version > latest_version():
        raise StoreError(
            f"{where}: the graph there has schema version {version}, and this graphbuilder knows versions up to "
            f"{latest_version()}; update graphbuilder, or write into another database"
        )
    return version


def bring_forward(session: Session, where: str) -> None:
    """Make the schema of the database that of this program; where it is so already, nothing changes.

    A fault in the middle leaves the old version noted; the next call runs the rest, for each migration can be run twice.
    """
    version = noted_version(session, where)
    for migration in list_queries(MIGRATE):
        if number_of(migration) > (version or FIRST):
            session.execute_write(partial(_run_all, texts=[migration.text]))
    texts = [text for query in list_queries("schema") for text in statements(query)]
    if session.execute_write(partial(_run_all, texts=texts)):
        session.run(load_query("write/await_indexes").text).consume()
    if version != latest_version():
        session.run(load_query("write/set_schema_version").text, version=latest_version()).consume()


def statements(query: Query) -> Iterator[str]:
    """Yield a statement of cypher/schema once for each label or type that its placeholder stands for."""
    if "KEY_LABEL" in query.text:
        yield from (fill(query, {"KEY_LABEL": label}) for label in KEY_LABELS)
    elif "RELATIONSHIP_TYPE" in query.text:
        yield from (fill(query, {"RELATIONSHIP_TYPE": kind}) for kind in RELATIONSHIP_TYPES)
    else:
        yield query.text


def _run_all(transaction: ManagedTransaction, texts: Iterable[str]) -> bool:
    """Run statements that change the schema; return whether any did."""
    counters = [transaction.run(text).consume().counters for text in texts]
    return any(counter.constraints_added or counter.indexes_added for counter in counters)
