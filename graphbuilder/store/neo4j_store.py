"""The store in a Neo4j server: reads what it holds as a stream, writes only the difference, in the statements of cypher/.

Only what has one of our key labels or relationship types and an id of ours (`identifiers.owns`) is read or written, and of a
node only declared labels and properties: whatever else a user keeps in the same database stays as it is. Ids come from the
index in order, so neither side sorts or holds the graph.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from functools import partial
from typing import Self

from neo4j import READ_ACCESS, WRITE_ACCESS, Driver, Session

from graphbuilder.errors import StoreAccessError
from graphbuilder.graph.elements import Element, sort_key
from graphbuilder.graph.scores import Score, ScoreRun, check_scores
from graphbuilder.store import neo4j_scores
from graphbuilder.store.base import Progress, WriteSummary, no_such_run
from graphbuilder.store.difference import Tally, paired
from graphbuilder.store.migrations import bring_forward, latest_version, noted_version
from graphbuilder.store.neo4j_access import in_plain_words, open_driver
from graphbuilder.store.neo4j_answers import answer
from graphbuilder.store.neo4j_changes import Changes
from graphbuilder.store.neo4j_held import held_elements
from graphbuilder.store.neo4j_strangers import find_strangers
from graphbuilder.store.neo4j_writing import write_rows
from graphbuilder.store.queries import Table, load_query
from graphbuilder.store.strangers import Strangers

TRANSACTION_ROWS = 20_000
"""Changes in one transaction: a smaller difference is written as a whole or not at all."""


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
            yield from held_elements(session)

    def is_empty(self) -> bool:
        """Return whether the database holds nothing of ours."""
        with (
            in_plain_words(self._uri, self._database),
            self._session(READ_ACCESS) as session,
            closing(held_elements(session)) as held,
        ):
            return next(held, None) is None

    def ensure_schema(self) -> None:
        """Bring the schema of the database forward to ours, and make constraints and indexes where they are missing.

        Raises:
            StoreError: The graph there is of a newer version, or the server refuses.
        """
        with in_plain_words(self._uri, self._database), self._session(WRITE_ACCESS) as session:
            bring_forward(session, self.name)

    def check_writable(self) -> None:
        """Write a node and take it back; see `GraphStore.check_writable`."""
        with (
            in_plain_words(self._uri, self._database),
            self._session(WRITE_ACCESS) as session,
            session.begin_transaction() as transaction,
        ):
            transaction.run(load_query("write/attempt").text).consume()
            transaction.rollback()

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
            held = ((sort_key(element), element) for element in held_elements(reading))
            for old, new in paired(held, elements, name=self.name):
                if not changes.add(old, new):
                    tally.add("unchanged")
                if changes.size >= TRANSACTION_ROWS:
                    _write(writing, changes.take_all_but_node_deletions(), tally)
            for part in changes.parts(TRANSACTION_ROWS):
                _write(writing, part, tally)
        return tally.summary()

    def answer(self, text: str, parameters: Mapping[str, object], *, limit: int, timeout: float) -> Table:
        """Run a statement that only reads; see `queries.run_query`.

        Raises:
            QueryError: It is wrong, would write, or takes longer than `timeout` seconds.
        """
        with in_plain_words(self._uri, self._database), self._session(READ_ACCESS) as session:
            return answer(session, text, parameters, limit=limit, timeout=timeout)

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

    def strangers(self) -> Strangers:
        """Return what the database holds beside the graph model; see `strangers.Shared`."""
        with in_plain_words(self._uri, self._database), self._session(READ_ACCESS) as session:
            return session.execute_read(find_strangers)

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def _session(self, access: str) -> Session:
        return self._driver.session(database=self._database, default_access_mode=access)


def _write(session: Session, changes: Changes, tally: Tally) -> None:
    if changes.rows:
        session.execute_write(partial(write_rows, rows=changes.rows))
    for counter, count in changes.counts.items():
        tally.add(counter, count)
