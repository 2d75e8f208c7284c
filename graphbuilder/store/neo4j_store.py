"""The store in a Neo4j server: reads what it holds as a stream, writes only the difference, in the statements of cypher/.

Only what has one of our key labels or relationship types and an id of ours (`identifiers.owns`) is read or written, and of a
node only declared labels and properties: whatever else a user keeps in the same database stays as it is. Ids come from the
index in order, so neither side sorts or holds the graph.
"""

import heapq
import re
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from functools import partial
from itertools import islice
from typing import Self

from neo4j import READ_ACCESS, WRITE_ACCESS, Driver, ManagedTransaction, Result, Session, Transaction
from neo4j.exceptions import ClientError

from graphbuilder.errors import QueryError, StoreAccessError, StoreError
from graphbuilder.graph.elements import Element, Node, Relationship, sort_key
from graphbuilder.graph.identifiers import find_labels, owns
from graphbuilder.graph.schema import KEY_LABELS, NODE_PROPERTIES, RELATIONSHIP_TYPES
from graphbuilder.graph.scores import Score, ScoreRun, check_scores
from graphbuilder.store import neo4j_scores
from graphbuilder.store.base import Progress, WriteSummary, no_such_run
from graphbuilder.store.difference import Tally, paired
from graphbuilder.store.migrations import bring_forward, latest_version, noted_version
from graphbuilder.store.neo4j_access import in_plain_words, open_driver
from graphbuilder.store.neo4j_changes import Changes, Row, Statement
from graphbuilder.store.queries import Table, fill, load_query
from graphbuilder.store.values import DECLARED_LABELS, from_server, plain

BATCH_ROWS = 1_000
"""Rows a statement takes at once."""

TRANSACTION_ROWS = 20_000
"""Changes in one transaction: a smaller difference is written as a whole or not at all."""

_KEY_LABELS = frozenset(KEY_LABELS)
_EXPLAIN = "EXPLAIN\n"
_POSITION = re.compile(r"line (\d+), column (\d+) \(offset: (\d+)\)")
_MISSING_INDEX = "There is no such fulltext schema index: graphbuilder_"
_STATEMENT_FAULTS = ("Neo.ClientError.Statement", "Neo.ClientError.Procedure", "Neo.ClientError.Schema")


class Neo4jStore:
    """A graph in a Neo4j database. Make one with `connect`."""

    def __init__(self, driver: Driver, uri: str, database: str | None) -> None:
        self._driver = driver
        self._uri = uri
        self._database = database

    @classmethod
    def connect(cls, uri: str, user: str, password: str, database: str | None = None) -> Self:
        """Return a store that has reached its server; see `neo4j_access.open_driver` for arguments and errors.

        A graph of an older version is brought forward, where the user may write; an empty database stays as it is.

        Raises:
            StoreError: The graph there is of a newer version.
        """
        store = cls(open_driver(uri, user, password, database), uri, database)
        try:
            store._open_graph()
        except BaseException:
            store.close()
            raise
        return store

    def _open_graph(self) -> None:
        with in_plain_words(self._uri, self._database), self._session(READ_ACCESS) as session:
            version = noted_version(session, self.name)
        if version != latest_version() and not self.is_empty():
            with suppress(StoreAccessError):  # who may only read sees the graph as it is
                self.ensure_schema()

    @property
    def name(self) -> str:
        """The server's address, and the database where one was named."""
        return f"{self._uri}/{self._database}" if self._database else self._uri

    def read(self) -> Iterator[Element]:
        """Yield what the database holds of the graph model, in order, in one transaction."""
        with in_plain_words(self._uri, self._database), self._session(READ_ACCESS) as session:
            yield from _held(session)

    def is_empty(self) -> bool:
        """Return whether the database holds nothing of ours."""
        with (
            in_plain_words(self._uri, self._database),
            self._session(READ_ACCESS) as session,
            closing(_held(session)) as held,
        ):
            return next(held, None) is None

    def ensure_schema(self) -> None:
        """Bring the schema of the database forward to ours, and make constraints and indexes where they are missing.

        Raises:
            StoreError: The graph there is of a newer version, or the server refuses.
        """
        with in_plain_words(self._uri, self._database), self._session(WRITE_ACCESS) as session:
            bring_forward(session, self.name)

    def synchronize(self, elements: Iterable[Element], *, progress: Progress | None = None) -> WriteSummary:
        """Make what the database holds of ours exactly `elements`; see `GraphStore.synchronize`.

        Nodes and relationships of others stay as they are. One exception: a relationship of theirs that hangs on a node of
        ours goes with that node when it is deleted.

        Up to TRANSACTION_ROWS changes go in one transaction, so that a fault leaves the old graph; more go in several, in an
        order in which each leaves a graph without loose ends.

        Raises:
            StoreError: `elements` are not of the graph model or out of order, a relationship's end is missing, or the server
                refuses, counts otherwise than we do, or cannot keep our ids unique beside what others hold there.
        """
        self.ensure_schema()
        tally = Tally(progress)
        changes = Changes()
        with (
            in_plain_words(self._uri, self._database),
            self._session(WRITE_ACCESS) as reading,
            self._session(WRITE_ACCESS) as writing,
        ):
            held = ((sort_key(element), element) for element in _held(reading))
            for old, new in paired(held, elements, name=self.name):
                if not changes.add(old, new):
                    tally.add("unchanged")
                if changes.size >= TRANSACTION_ROWS:
                    self._write(writing, changes.take_all_but_node_deletions(), tally)
            for part in changes.parts(TRANSACTION_ROWS):
                self._write(writing, part, tally)
        return tally.summary()

    def answer(self, text: str, parameters: Mapping[str, object], *, limit: int, timeout: float) -> Table:
        """Run a statement that only reads; see `queries.run_query`.

        Raises:
            QueryError: It is wrong, would write, or takes longer than `timeout` seconds.
        """
        with in_plain_words(self._uri, self._database), self._session(READ_ACCESS) as session:
            try:
                with session.begin_transaction(timeout=timeout) as transaction:
                    return _answer(transaction, text, dict(parameters), limit)
            except ClientError as error:
                if error.code and error.code.startswith("Neo.ClientError.Transaction.TransactionTimedOut"):
                    raise QueryError(f"no answer within {timeout:g} seconds; ask for less or give it longer") from error
                if _MISSING_INDEX in (error.message or ""):
                    raise QueryError(
                        "the indexes of this graph are of an older version; open it once as a user who may write "
                        "(graphbuilder query overview)"
                    ) from error
                if error.code and error.code.startswith(_STATEMENT_FAULTS):
                    raise QueryError(f"the statement cannot be run: {_placed(error.message or '')}") from error
                raise

    def score_runs(self) -> tuple[ScoreRun, ...]:
        """Return the runs of analyses whose scores are in the database."""
        with in_plain_words(self._uri, self._database), self._session(READ_ACCESS) as session:
            return session.execute_read(neo4j_scores.held_runs)

    def write_scores(self, run: ScoreRun, values: Mapping[str, Mapping[str, Score]]) -> None:
        """Put scores on entities, in one transaction; see `GraphStore.write_scores`."""
        check_scores(run, values)
        with in_plain_words(self._uri, self._database), self._session(WRITE_ACCESS) as session:
            session.execute_write(neo4j_scores.put_scores, run, values)

    def remove_scores(self, run: str) -> int:
        """Take the scores of a run off the entities; see `GraphStore.remove_scores`."""
        with in_plain_words(self._uri, self._database), self._session(WRITE_ACCESS) as session:
            found = session.execute_write(neo4j_scores.drop_scores, run)
        if found is None:
            raise no_such_run(self.name, run)
        return found

    def weigh(self, score: str | None = None) -> None:
        """Give what is told of most, or first by the property `score`, the labels by which a style draws it larger."""
        text = load_query("write/weigh_by_score" if score else "write/weigh").text
        with in_plain_words(self._uri, self._database), self._session(WRITE_ACCESS) as session:
            session.run(text, property=score).consume()

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def _session(self, access: str) -> Session:
        return self._driver.session(database=self._database, default_access_mode=access)

    def _write(self, session: Session, changes: Changes, tally: Tally) -> None:
        if changes.rows:
            session.execute_write(partial(_write_rows, rows=changes.rows))
        for counter, count in changes.counts.items():
            tally.add(counter, count)


def _held(session: Session) -> Generator[Element, None, None]:
    """Yield the elements of the database in order: one stream for each label and type, merged."""
    with session.begin_transaction() as transaction:
        yield from heapq.merge(*(_held_nodes(transaction, label) for label in KEY_LABELS), key=sort_key)
        yield from heapq.merge(*(_held_relationships(transaction, kind) for kind in RELATIONSHIP_TYPES), key=sort_key)


def _held_nodes(transaction: Transaction, label: str) -> Iterator[Element]:
    declared = NODE_PROPERTIES[label]
    for record in transaction.run(fill(load_query("write/held_nodes"), {"KEY_LABEL": label})):
        identifier, labels, properties = record.values()
        if not owns(identifier, label):
            continue
        properties.pop("id")
        yield Node(id=identifier, labels=_ours(labels, identifier), properties=from_server(properties, declared))


def _held_relationships(transaction: Transaction, kind: str) -> Iterator[Element]:
    declared = RELATIONSHIP_TYPES[kind].properties
    for record in transaction.run(fill(load_query("write/held_relationships"), {"RELATIONSHIP_TYPE": kind})):
        identifier, properties, start, start_labels, end, end_labels = record.values()
        if not owns(identifier, kind):
            continue
        yield Relationship(
            id=identifier,
            type=kind,
            start_id=str(start),
            start_labels=_ours(start_labels, str(start)),
            end_id=str(end),
            end_labels=_ours(end_labels, str(end)),
            properties=from_server(properties, declared),
        )


def _ours(labels: Iterable[str], node_id: str) -> tuple[str, ...]:
    """Return the declared ones among a node's labels; a key label that its id does not stand for is its reader's own."""
    strange = _KEY_LABELS.difference(find_labels(node_id))
    return tuple(sorted(DECLARED_LABELS.intersection(labels) - strange))


def _write_rows(transaction: ManagedTransaction, rows: Mapping[Statement, list[Row]]) -> None:
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
    raise StoreError(
        f"{statement.query} {' '.join(names.values())}: {done} of {len(batch)} done, so another writer is at work in this "
        "database; nothing of this step was kept, run it again when the other is done"
    )


def _answer(transaction: Transaction, text: str, parameters: dict[str, object], limit: int) -> Table:
    kind = transaction.run(_EXPLAIN + text, parameters).consume().query_type
    if kind != "r":
        raise QueryError("the statement would write; only questions are answered here")
    result = transaction.run(text, parameters)
    columns = tuple(result.keys())
    rows = [tuple(plain(value) for value in record.values()) for record in islice(result, limit + 1)]
    return Table(columns=columns, rows=tuple(rows[:limit]), truncated=len(rows) > limit)


def _placed(message: str) -> str:
    """Return the server's message with positions that count without the word we put before the statement."""
    return _POSITION.sub(lambda at: f"line {max(int(at[1]) - 1, 1)}, column {at[2]}", message)
