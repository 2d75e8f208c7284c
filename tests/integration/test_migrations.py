"""A database knows the version of its schema: older graphs are brought forward, newer ones refused."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest
from neo4j import Driver, GraphDatabase

from graphbuilder.errors import QueryError, StoreError
from graphbuilder.pipeline.checkup import Finding
from graphbuilder.store.migrations import latest_version
from graphbuilder.store.neo4j_store import Neo4jStore
from graphbuilder.store.queries import run_query
from graphbuilder.store.schema_state import SchemaState, look_at_schema
from tests.command_line import run
from tests.factories import lines, small_graph
from tests.neo4j_fixture import Neo4jServer

ANALYZER = (
    "SHOW INDEXES YIELD name, options WHERE name = $name RETURN options.indexConfig['fulltext.analyzer'] AS analyzer"
)
OLD_INDEXES = (
    "DROP INDEX graphbuilder_names IF EXISTS",
    "DROP INDEX graphbuilder_sentence_text IF EXISTS",
    "DROP INDEX graphbuilder_entity_names IF EXISTS",
    "CREATE FULLTEXT INDEX graphbuilder_names FOR (n:Entity|Position|Event) ON EACH [n.name, n.aliases]",
    "CREATE FULLTEXT INDEX graphbuilder_sentence_text FOR (s:Sentence) ON EACH [s.text]",
)


@pytest.fixture
def driver(neo4j_server: Neo4jServer) -> Iterator[Driver]:
    """Return a driver of the test's own; the database is emptied afterwards, the version too."""
    with GraphDatabase.driver(neo4j_server.uri, auth=(neo4j_server.user, neo4j_server.password)) as found:
        found.execute_query("MATCH (n) DETACH DELETE n")
        yield found
        found.execute_query("MATCH (n) DETACH DELETE n")


def connect(server: Neo4jServer) -> Neo4jStore:
    return Neo4jStore.connect(server.uri, server.user, server.password)


def versions(driver: Driver) -> list[object]:
    return [
        record["version"]
        for record in driver.execute_query("MATCH (v:SchemaVersion) RETURN v.version AS version").records
    ]


def analyzer(driver: Driver, name: str) -> object:
    return driver.execute_query(ANALYZER, name=name).records[0]["analyzer"]


def make_old(driver: Driver) -> None:
    """Leave the database as a version without a number left it."""
    driver.execute_query("MATCH (v:SchemaVersion) DELETE v")
    for text in OLD_INDEXES:
        driver.execute_query(text)


def test_a_new_graph_has_the_latest_version_which_is_no_part_of_the_graph(
    driver: Driver, neo4j_server: Neo4jServer
) -> None:
    with connect(neo4j_server) as store:
        assert versions(driver) == []
        store.synchronize(small_graph())
        assert versions(driver) == [latest_version()]
        assert lines(store.read()) == lines(small_graph())
        assert store.synchronize(small_graph()).changed == 0
        store.synchronize([])
        assert store.is_empty()
        assert versions(driver) == [latest_version()]


def test_opening_an_older_graph_brings_it_forward_and_keeps_what_others_have_there(
    driver: Driver, neo4j_server: Neo4jServer
) -> None:
    with connect(neo4j_server) as store:
        store.synchronize(small_graph())
    make_old(driver)
    driver.execute_query("CREATE (:Recipe {name: 'Soup'}), (:SchemaVersion {id: 'kitchen', version: 99})")

    with connect(neo4j_server) as store:
        assert run_query(store, "find_entity", {"name": "ANNA bérg"}).rows[0][0] == "Anna Berg"
        assert lines(store.read()) == lines(small_graph())
    connect(neo4j_server).close()

    assert sorted(map(str, versions(driver))) == sorted([str(latest_version()), "99"])
    assert (analyzer(driver, "graphbuilder_names"), analyzer(driver, "graphbuilder_sentence_text")) == (
        "standard-folding", "english",
    )  # fmt: skip
    assert driver.execute_query("MATCH (n:Recipe) RETURN n.name AS name").records[0]["name"] == "Soup"


def test_the_doctor_offers_the_migrations_and_runs_none(driver: Driver, neo4j_server: Neo4jServer) -> None:
    access = (neo4j_server.uri, neo4j_server.user, neo4j_server.password, None)
    with connect(neo4j_server) as store:
        store.synchronize(small_graph())
    assert look_at_schema(*access) == SchemaState(found=latest_version(), expected=latest_version())
    make_old(driver)
    driver.execute_query("CREATE (:SchemaVersion {id: 'graphbuilder', version: 2})")

    told, old = doctor(neo4j_server), look_at_schema(*access)

    assert (old.found, old.missing, len(old.migrations)) == (2, ("graphbuilder_entity_names",), latest_version() - 2)
    assert told["schema"].verdict == "note"
    assert told["schema"].found == f"version 2, {latest_version()} expected; missing: graphbuilder_entity_names"
    assert old.migrations[0] in told["schema"].advice
    assert "`graphbuilder backup FILE.zip` first" in told["schema"].advice
    assert versions(driver) == [2]

    driver.execute_query("MATCH (v:SchemaVersion) SET v.version = $version", version=latest_version() + 1)
    assert (doctor(neo4j_server)["schema"].verdict, versions(driver)) == ("fault", [latest_version() + 1])


def doctor(server: Neo4jServer) -> dict[str, Finding]:
    """Return what the doctor says of a graph on a server, by subject."""
    found = run("doctor", "--store", f"local:{server.home}", "--json").out
    return {one.subject: one for one in msgspec.json.decode(found, type=list[Finding])}


def test_a_migration_that_stopped_half_way_is_finished(driver: Driver, neo4j_server: Neo4jServer) -> None:
    with connect(neo4j_server) as store:
        store.synchronize(small_graph())
    make_old(driver)
    driver.execute_query("DROP INDEX graphbuilder_names")

    connect(neo4j_server).close()

    assert analyzer(driver, "graphbuilder_names") == "standard-folding"
    assert versions(driver) == [latest_version()]


def test_many_who_open_an_older_graph_at_once_bring_it_forward_once(driver: Driver, neo4j_server: Neo4jServer) -> None:
    with connect(neo4j_server) as store:
        store.synchronize(small_graph())
    make_old(driver)

    with ThreadPoolExecutor(4) as together:
        for opened in [together.submit(connect, neo4j_server) for _ in range(4)]:
            opened.result().close()

    access = (neo4j_server.uri, neo4j_server.user, neo4j_server.password, None)
    assert versions(driver) == [latest_version()]
    assert look_at_schema(*access) == SchemaState(found=latest_version(), expected=latest_version())


@pytest.mark.parametrize("version", [latest_version() + 1, "new"])
def test_a_newer_graph_is_refused_and_left_alone(driver: Driver, neo4j_server: Neo4jServer, version: object) -> None:
    driver.execute_query("CREATE (:SchemaVersion {id: 'graphbuilder', version: $version})", version=version)

    with pytest.raises(
        StoreError, match=rf"schema version {version}, and this graphbuilder knows versions up to \d+; update"
    ):
        connect(neo4j_server)
    assert versions(driver) == [version]


def test_opening_a_database_of_others_writes_nothing(driver: Driver, neo4j_server: Neo4jServer) -> None:
    driver.execute_query("CREATE (:Event {id: 'evt-1', name: 'Party'})")

    connect(neo4j_server).close()

    assert versions(driver) == []


def test_a_question_to_a_graph_without_our_indexes_says_what_to_do(driver: Driver, neo4j_server: Neo4jServer) -> None:
    with connect(neo4j_server) as store:
        store.synchronize(small_graph())
        driver.execute_query("DROP INDEX graphbuilder_entity_names")
        with pytest.raises(QueryError, match="indexes of this graph are of an older version"):
            run_query(store, "find_entity", {"name": "Berg"})
        store.ensure_schema()
        assert run_query(store, "find_entity", {"name": "Berg"}).rows
