"""Run the statements of a difference in a transaction, batch by batch, and compare what the server did with what was asked."""

from collections.abc import Mapping

from neo4j import ManagedTransaction, Result

from graphbuilder.errors import StoreError
from graphbuilder.store.neo4j_access import ANOTHER_WRITER
from graphbuilder.store.neo4j_changes import Row, Statement
from graphbuilder.store.queries import fill, load_query

BATCH_ROWS = 1_000
"""Rows a statement takes at once."""


def write_rows(transaction: ManagedTransaction, rows: Mapping[Statement, list[Row]]) -> None:
    """Run every statement in batches; the next batch is packed while the server is busy with the one before."""
    sent: tuple[Result, Statement, list[Row]] | None = None
    for statement in sorted(rows):
        text = fill(load_query(statement.query), dict(statement.names))
        for start in range(0, len(rows[statement]), BATCH_ROWS):
            batch = rows[statement][start : start + BATCH_ROWS]
            result = transaction.run(text, rows=batch)
            if sent:
                _check_done(transaction, *sent)
            sent = (result, statement, batch)
    if sent:
        _check_done(transaction, *sent)


def _check_done(transaction: ManagedTransaction, result: Result, statement: Statement, batch: list[Row]) -> None:
    """Compare what the server says it did with the rows it was given."""
    record = result.single() if statement.query.startswith("write/update") else None
    counters = result.consume().counters
    done = {
        "write/create_nodes": counters.nodes_created,
        "write/delete_nodes": counters.nodes_deleted,
        "write/create_relationships": counters.relationships_created,
        "write/delete_relationships": counters.relationships_deleted,
    }.get(statement.query, record["updated"] if record else 0)
    if done == len(batch):
        return
    names = dict(statement.names)
    if statement.query == "write/create_relationships":
        missing = transaction.run(fill(load_query("write/missing_end"), names), rows=batch).single()
        if missing:
            raise StoreError(f"relationship {missing['id']}: its end {missing['missing']} is not in the graph")
    raise StoreError(f"{statement.query} {' '.join(names.values())}: {done} of {len(batch)} done, so {ANOTHER_WRITER}")
