"""What only a real server can show: refusals, other people's data, plans, questions."""

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any

import pytest
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import Neo4jError

from graphbuilder.errors import StoreAccessError, StoreError, StoreUnavailableError
from graphbuilder.graph.elements import Element, Node
from graphbuilder.graph.schema import RELATIONSHIP_TYPES
from graphbuilder.graph.scores import ScoreRun
from graphbuilder.store import neo4j_store, neo4j_writing
from graphbuilder.store.base import WriteSummary
from graphbuilder.store.connect import open_store
from graphbuilder.store.neo4j_store import Neo4jStore
from graphbuilder.store.queries import fill, load_query
from tests.factories import document, entity, event, lines, ordered, relationship, small_graph
from tests.neo4j_fixture import Neo4jServer


@pytest.fixture
def driver(neo4j_server: Neo4jServer) -> Iterator[Driver]:
    """Return a driver of the test's own, on a server whose graph is empty before and after."""
    auth = (neo4j_server.user, neo4j_server.password)
    with GraphDatabase.driver(neo4j_server.uri, auth=auth) as found:
        found.execute_query("MATCH (n) DETACH DELETE n")
        yield found
        found.execute_query("MATCH (n) DETACH DELETE n")


@pytest.fixture
def store(neo4j_server: Neo4jServer, driver: Driver) -> Iterator[Neo4jStore]:
    """Return a store on the emptied server."""
    assert driver
    with Neo4jStore.connect(neo4j_server.uri, neo4j_server.user, neo4j_server.password) as found:
        yield found


def _value(driver: Driver, text: str, **parameters: object) -> Any:
    return driver.execute_query(text, parameters).records[0][0]


def test_a_wrong_password_is_told_without_repeating_it(neo4j_server: Neo4jServer) -> None:
    with pytest.raises(StoreAccessError, match="user name or the password is wrong") as caught:
        Neo4jStore.connect(neo4j_server.uri, neo4j_server.user, "guessed-secret")
    assert "guessed-secret" not in str(caught.value)


def test_a_missing_database_is_told(neo4j_server: Neo4jServer) -> None:
    with pytest.raises(StoreAccessError, match="database nowhere: there is no such database"):
        Neo4jStore.connect(neo4j_server.uri, neo4j_server.user, neo4j_server.password, "nowhere")


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_an_address_where_nothing_answers_is_told(scheme: str) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    with pytest.raises(StoreUnavailableError, match=f"127.0.0.1:{port}: nothing answers there"):
        open_store(f"{scheme}://127.0.0.1:{port}", password="x")


def test_the_routing_scheme_works_too_and_the_database_shows_in_the_name(neo4j_server: Neo4jServer) -> None:
    uri = neo4j_server.uri.replace("bolt://", "neo4j://")
    with open_store(uri, user=neo4j_server.user, password=neo4j_server.password, database="neo4j") as store:
        assert store.name == f"{uri}/neo4j"
        assert list(store.read()) == []


def test_a_second_run_writes_nothing_at_all(store: Neo4jStore, driver: Driver) -> None:
    everything = "MATCH (n) OPTIONAL MATCH (n)-[r]->() WITH n, r ORDER BY elementId(n), elementId(r) "
    everything += "RETURN collect([elementId(n), properties(n), elementId(r), properties(r)])"
    store.synchronize(small_graph())
    before = _value(driver, everything)

    assert store.synchronize(small_graph()).changed == 0
    assert _value(driver, everything) == before


def test_what_others_keep_in_the_database_stays(store: Neo4jStore, driver: Driver) -> None:
    driver.execute_query("CREATE (:Recipe {id: 'person:anna-berg', name: 'Soup'})-[:NEEDS]->(:Leek), (:Event {id: 7})")
    store.synchronize(small_graph())
    driver.execute_query(
        "MATCH (p:Person {id: 'person:anna-berg'}), (soup:Recipe) SET p:Favourite, p.my_note = 'ask her' "
        "CREATE (p)-[:COOKS]->(soup)"
    )
    assert store.synchronize(small_graph()).changed == 0
    changed = [entity("anna-berg", "Anna Maria Berg") if e.id == "person:anna-berg" else e for e in small_graph()]

    assert store.synchronize(changed).nodes_updated == 1
    note = "MATCH (p:Favourite {name: 'Anna Maria Berg'})-[:COOKS]->(:Recipe) RETURN p.my_note"
    assert _value(driver, note) == "ask her"
    store.synchronize([])
    assert _value(driver, "MATCH (n) WHERE NOT n:SchemaVersion RETURN collect(labels(n)[0])") == [
        "Recipe",
        "Leek",
        "Event",
    ]


THEIRS = """
CREATE (evening:Event {id: 'evt-1', name: 'Office party'}), (:Event {id: 'event:party-1'}), (:Event:Meeting {name: 'No id'}),
  (paper:Document {id: 'x'}), (someone:Entity {id: 7}), (:Entity:Person {id: 'anna-berg'}), (:Topic {id: ''}),
  (someone)-[:HOLDS {id: 'mine'}]->(paper), (someone)-[:HOLDS]->(paper), (evening)-[:PART_OF {id: 1}]->(evening),
  (evening)-[:CONTENT {id: 'holds:1'}]->(paper)
"""
ALL_OF = """
MATCH (n) WHERE elementId(n) IN $nodes
OPTIONAL MATCH (n)-[r]->(m) WHERE elementId(m) IN $nodes
WITH n, r, m ORDER BY elementId(n), elementId(r)
RETURN collect([elementId(n), labels(n), properties(n), elementId(r), type(r), properties(r), elementId(m)])
"""


def test_what_is_not_ours_survives_under_our_own_labels_and_types(store: Neo4jStore, driver: Driver) -> None:
    driver.execute_query(THEIRS)
    nodes = _value(driver, "MATCH (n) WHERE NOT n:SchemaVersion RETURN collect(elementId(n))")
    before = _value(driver, ALL_OF, nodes=nodes)
    assert (len(nodes), len(before)) == (7, 9)

    for graph in (small_graph(), small_graph()[:9], []):
        store.synchronize(graph)

        assert lines(store.read()) == lines(graph)
        assert store.synchronize(graph) == WriteSummary(unchanged=len(graph))
        assert _value(driver, ALL_OF, nodes=nodes) == before
    assert _value(driver, "MATCH (n) WHERE NOT n:SchemaVersion RETURN count(n)") == len(nodes)


def test_their_relationships_on_our_nodes_stay_as_long_as_the_nodes(store: Neo4jStore, driver: Driver) -> None:
    store.synchronize(small_graph())
    driver.execute_query(
        "MATCH (anna:Person {id: 'person:anna-berg'}), (kral:Person {id: 'person:tomas-kral'}) "
        "CREATE (anna)-[:HOLDS {id: 'mine'}]->(:Document {id: 'x'}), (anna)-[:AFFILIATED_WITH {id: 'ours?'}]->(kral)"
    )
    theirs = "MATCH (:Person)-[r]->() WHERE r.id IN ['mine', 'ours?'] RETURN collect(type(r) + ' ' + r.id)"

    assert store.synchronize(small_graph()).changed == 0
    assert sorted(_value(driver, theirs)) == ["AFFILIATED_WITH ours?", "HOLDS mine"]
    only_anna = [element for element in small_graph() if element.id == "person:anna-berg"]
    store.synchronize(only_anna)
    assert _value(driver, theirs) == ["HOLDS mine"]
    store.synchronize([])
    assert _value(driver, "MATCH (n) WHERE NOT n:SchemaVersion RETURN collect(n.id)") == ["x"]


def test_a_key_label_of_theirs_on_our_node_stays(store: Neo4jStore, driver: Driver) -> None:
    store.synchronize(small_graph())
    driver.execute_query("MATCH (p:Person {id: 'person:anna-berg'}) SET p:Topic")

    assert store.synchronize(small_graph()) == WriteSummary(unchanged=len(small_graph()))
    assert lines(store.read()) == lines(small_graph())
    assert _value(driver, "MATCH (p:Topic:Person) RETURN count(p)") == 1


def test_a_label_that_others_took_from_our_node_comes_back(store: Neo4jStore, driver: Driver) -> None:
    store.synchronize(small_graph())
    driver.execute_query("MATCH (p:Person {id: 'person:anna-berg'}) REMOVE p:Person SET p:Organization")

    assert store.synchronize(small_graph()).nodes_updated == 1
    assert lines(store.read()) == lines(small_graph())
    assert store.synchronize(small_graph()).changed == 0


def test_two_of_theirs_with_one_id_are_told_with_advice(store: Neo4jStore, driver: Driver) -> None:
    driver.execute_query("DROP CONSTRAINT graphbuilder_Event_id IF EXISTS")
    driver.execute_query("CREATE (:Event {id: 'evt-1'}), (:Event {id: 'evt-1'})")

    with pytest.raises(StoreError, match=r"a database of its own \(Both .* label `Event` .* 'evt-1'\)$") as told:
        store.synchronize(small_graph())
    assert "\n" not in str(told.value)
    assert _value(driver, "MATCH (n) RETURN collect(n.id)") == ["evt-1", "evt-1"]


def test_a_missing_end_is_named_and_the_old_graph_kept(store: Neo4jStore) -> None:
    store.synchronize(small_graph())
    who, met = entity("a", "A"), event("e", "Meeting", date(2020, 1, 1))

    with pytest.raises(StoreError, match=r"person:a>event:meeting-e: its end event:meeting-e is not in the graph"):
        store.synchronize([who, relationship("PARTICIPATED_IN", who, met)])
    assert lines(store.read()) == lines(small_graph())


def test_another_writer_is_noticed_and_nothing_kept(store: Neo4jStore, driver: Driver) -> None:
    def meanwhile() -> Iterator[Element]:
        yield entity("a", "A")
        driver.execute_query("CREATE (:Entity:Person {id: 'person:a', name: 'Theirs', mention_count: 1})")

    with pytest.raises(StoreError, match="another writer"):
        store.synchronize(meanwhile())
    assert [element.properties["name"] for element in store.read()] == ["Theirs"]


def test_a_wall_clock_time_is_kept_in_utc(store: Neo4jStore, driver: Driver) -> None:
    noon = datetime(2020, 1, 1, 12, tzinfo=UTC)
    store.synchronize([document("a", ingested_at=noon)])
    store.synchronize([document("a", title="Another")])

    assert _value(driver, "MATCH (d:Document) RETURN d.ingested_at = datetime('2020-01-01T12:00Z')") is True
    assert next(store.read()).properties["ingested_at"] == noon


def test_a_date_is_a_date_in_the_database(store: Neo4jStore, driver: Driver) -> None:
    store.synchronize(small_graph())

    assert _value(driver, "MATCH (e:Event) WHERE e.start = date('2017-08-01') RETURN count(e)") == 1


@pytest.fixture
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a small graph more than one transaction takes."""
    monkeypatch.setattr(neo4j_store, "TRANSACTION_ROWS", 7)
    monkeypatch.setattr(neo4j_writing, "BATCH_ROWS", 3)


@pytest.mark.usefixtures("small_limits")
def test_a_large_difference_gives_the_same_graph(store: Neo4jStore) -> None:
    assert store.synchronize(small_graph()).changed == len(small_graph())
    assert lines(store.read()) == lines(small_graph())
    other = ordered([*small_graph()[5:12], entity("zoe", "Zoe")])

    summary = store.synchronize(other)

    assert lines(store.read()) == lines(other)
    assert (summary.unchanged, summary.nodes_created) == (7, 1)
    assert summary.nodes_deleted + summary.relationships_deleted == len(small_graph()) - 7
    assert store.synchronize([]).nodes_deleted == 8


@pytest.mark.usefixtures("small_limits")
def test_after_a_fault_in_a_large_one_the_next_run_finishes_the_work(store: Neo4jStore) -> None:
    def broken() -> Iterator[Element]:
        yield from small_graph()[:30]
        raise RuntimeError("stopped")

    with pytest.raises(RuntimeError, match="stopped"):
        store.synchronize(broken())
    half = list(store.read())

    assert 0 < len(half) < 30
    assert store.synchronize(small_graph()).unchanged == len(half)
    assert lines(store.read()) == lines(small_graph())


def test_ids_come_in_pythons_order(store: Neo4jStore) -> None:
    names = ["", "A", "Z", "_", "a", "a-b", "a:b", "a b", "aa", "a\x01", "é", "~", "\ufffd", "😀", "10", "9"]
    graph = ordered(Node(id=f"topic:{name}", labels=("Topic",), properties={"name": "x"}) for name in names)
    store.synchronize(graph)

    assert [element.id for element in store.read()] == [element.id for element in graph]
    assert store.synchronize(graph).changed == 0


def _operators(plan: dict[str, Any]) -> list[str]:
    return [plan["operatorType"], *(name for child in plan.get("children", []) for name in _operators(child))]


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("write/held_nodes", "NodeUniqueIndexSeekByRange"),
        ("write/held_relationships", "DirectedRelationshipUniqueIndexSeekByRange"),
        ("write/create_nodes", "Create"),
        ("write/update_nodes", "NodeUniqueIndexSeek(Locking)"),
        ("write/delete_nodes", "NodeUniqueIndexSeek(Locking)"),
        ("write/create_relationships", "NodeUniqueIndexSeek(Locking)"),
        ("write/update_relationships", "DirectedRelationshipUniqueIndexSeek(Locking)"),
        ("write/delete_relationships", "DirectedRelationshipUniqueIndexSeek(Locking)"),
    ],
)
def test_every_statement_of_the_store_goes_by_index_and_sorts_nothing(
    store: Neo4jStore, driver: Driver, query: str, index: str
) -> None:
    store.ensure_schema()
    names = {"KEY_LABEL": "Event", "RELATIONSHIP_TYPE": "CONTENT", "START_LABEL": "Event", "END_LABEL": "Event"}
    text = fill(load_query(query), names)

    with driver.session() as session:
        plan: dict[str, Any] = session.run(f"EXPLAIN {text}", rows=[]).consume().plan or {}
    operators = " ".join(_operators(plan))

    assert index in operators
    assert "Sort" not in operators
    assert "AllNodesScan" not in operators


def test_the_schema_can_be_made_twice_and_holds(store: Neo4jStore, driver: Driver) -> None:
    store.ensure_schema()
    store.ensure_schema()

    assert _value(driver, "SHOW CONSTRAINTS YIELD name RETURN count(name)") == 7 + len(RELATIONSHIP_TYPES)
    with pytest.raises(Neo4jError, match="already exists"):
        driver.execute_query("CREATE (:Event {id: 'x'}), (:Event {id: 'x'})")


def test_names_and_sentences_can_be_searched_by_word(store: Neo4jStore, driver: Driver) -> None:
    store.synchronize(small_graph())

    found = _value(
        driver,
        "CALL db.index.fulltext.queryNodes('graphbuilder_names', 'minister') YIELD node RETURN collect(node.name)",
    )

    assert sorted(found) == ["Anna Berg", "Foreign Minister"]


class Cable:
    """A connection to the server that breaks for good after a number of bytes sent to it."""

    def __init__(self, uri: str, most: int) -> None:
        host, port = uri.removeprefix("bolt://").split(":")
        self._server = (host, int(port))
        self._left = most
        self.sent = 0
        self._open: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.uri = f"bolt://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(self._server)
                self._open += [client, server]
                threading.Thread(target=self._pump, args=(client, server, True), daemon=True).start()
                threading.Thread(target=self._pump, args=(server, client, False), daemon=True).start()

    def _pump(self, source: socket.socket, target: socket.socket, outward: bool) -> None:  # noqa: FBT001 - a thread's args
        with suppress(OSError):
            while data := source.recv(1_024):
                if outward:
                    self.sent += len(data)
                    if self.sent > self._left:
                        break
                target.sendall(data)
        self.cut()

    def cut(self) -> None:
        """Close every socket."""
        for end in [self._listener, *self._open]:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()


def _through(cable: Cable, server: Neo4jServer) -> Neo4jStore:
    auth = (server.user, server.password)
    return Neo4jStore(GraphDatabase.driver(cable.uri, auth=auth, max_transaction_retry_time=0), cable.uri, None)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.8, 0.9])
def test_a_connection_that_breaks_leaves_the_old_graph(
    store: Neo4jStore, neo4j_server: Neo4jServer, share: float
) -> None:
    old: list[Element] = [entity("old", "Old")]
    store.synchronize(old)
    whole = Cable(neo4j_server.uri, 10**9)
    with _through(whole, neo4j_server) as counted:
        counted.synchronize(small_graph())
    whole.cut()
    store.synchronize(old)

    broken = Cable(neo4j_server.uri, int(whole.sent * share))
    with _through(broken, neo4j_server) as cut, pytest.raises(StoreUnavailableError):
        cut.synchronize(small_graph())
    broken.cut()

    assert lines(store.read()) == lines(old)
    assert store.synchronize(small_graph()).nodes_deleted == 1


def test_sizes_are_labels_beside_the_graph_that_follow_the_counts(store: Neo4jStore, driver: Driver) -> None:
    def heavy() -> Any:
        return _value(
            driver,
            "MATCH (n:Weight2|Weight3|Weight4) RETURN collect(n.id + ' ' + [x IN labels(n) WHERE x STARTS WITH 'W'][0])",
        )

    many = [
        entity("a", "Ana", mention_count=60),
        entity("b", "Ben", mention_count=5),
        entity("c", "Cy", mention_count=4),
    ]
    told = event("1", "Meeting", date(2020, 1, 1), source_count=4)
    store.synchronize(ordered([*many, told]))
    store.weigh()
    store.weigh()
    assert sorted(heavy()) == ["event:meeting-1 Weight3", "person:a Weight4", "person:b Weight2"]
    assert lines(store.read()) == lines(ordered([*many, told]))
    assert store.synchronize(ordered([*many, told])).changed == 0

    store.synchronize(ordered([entity("a", "Ana", mention_count=15), entity("b", "Ben", mention_count=1)]))
    store.weigh()
    assert heavy() == ["person:a Weight3"]


def test_sizes_follow_a_score_where_one_is_asked_for(store: Neo4jStore, driver: Driver) -> None:
    people = [entity(f"p{number:02}", f"Person {number}") for number in range(40)]
    loud = entity("loud", "Loud", mention_count=90)
    store.synchronize(ordered([*people, loud]))
    store.weigh()
    run = ScoreRun(
        id="run-1", analyses=("pagerank",), parameters="{}", properties=("analysis_pagerank",), written=date(2020, 1, 1)
    )
    store.write_scores(run, {node.id: {"analysis_pagerank": float(place)} for place, node in enumerate(people)})
    store.weigh("analysis_pagerank")
    counts = _value(
        driver,
        "MATCH (n:Weight2|Weight3|Weight4) UNWIND [x IN labels(n) WHERE x STARTS WITH 'W'] AS w"
        " WITH w, count(*) AS c ORDER BY w RETURN collect(w + ' ' + c)",
    )
    assert counts == ["Weight2 8", "Weight3 2", "Weight4 2"]
    assert _value(driver, "MATCH (n:Weight4) RETURN collect(n.id)") == ["person:p38", "person:p39"]
    store.weigh()
    assert _value(driver, "MATCH (n:Weight4) RETURN collect(n.id)") == ["person:loud"]
