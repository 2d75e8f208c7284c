"""A headless Chromium with a fresh profile, and a small graph to look at."""

import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import neo4j
import pytest
from playwright.sync_api import Page, expect, sync_playwright

if TYPE_CHECKING:
    from tests.neo4j_fixture import Neo4jServer

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
]  # fmt: skip

expect.set_options(timeout=60_000)

CLEAR = "MATCH (n) DETACH DELETE n"
GRAPH = """
CREATE (varga:Entity:Person {id: 'p1', name: 'Ines Varga', mention_count: 5}),
       (lind:Entity:Person {id: 'p2', name: 'Tomas Lindqvist', mention_count: 3}),
       (norland:Entity:Place:Country {id: 'c1', name: 'Norland', mention_count: 2}),
       (port:Entity:Place {id: 'c2', name: 'Port Ennis', mention_count: 1}),
       (union:Entity:Organization {id: 'o1', name: 'Grain Union', mention_count: 1}),
       (talks:Event:Meeting {id: 'e1', type: 'Meeting', start: date('2031-02-03'),
                             status: 'actual', source_count: 1, mention_count: 1}),
       (arrest:Event:Arrest {id: 'e2', type: 'Arrest', status: 'actual', source_count: 1, mention_count: 1}),
       (remark:Event:Statement {id: 'e3', type: 'Statement', status: 'negated', source_count: 1, mention_count: 1}),
       (varga)-[:PARTICIPATED_IN {role: 'host'}]->(talks),
       (lind)-[:PARTICIPATED_IN {role: 'participant'}]->(talks),
       (talks)-[:LOCATED_IN]->(port),
       (norland)-[:PARTICIPATED_IN {role: 'actor'}]->(arrest),
       (lind)-[:PARTICIPATED_IN {role: 'recipient'}]->(arrest),
       (union)-[:PARTICIPATED_IN {role: 'speaker'}]->(remark)
"""


@pytest.fixture
def small_graph(neo4j_server: "Neo4jServer") -> Iterator["Neo4jServer"]:
    """Fill the server with a small graph, and empty it again."""
    auth = (neo4j_server.user, neo4j_server.password)
    with neo4j.GraphDatabase.driver(neo4j_server.uri, auth=auth) as driver:
        driver.execute_query(CLEAR)
        driver.execute_query(GRAPH)
        yield neo4j_server
        driver.execute_query(CLEAR)


@pytest.fixture
def page() -> Iterator[Page]:
    """Open a page of a fresh Chromium profile."""
    if CHROMIUM is None:
        pytest.fail("these tests need chromium on the PATH; run scripts/test, which installs it")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = chromium.new_page(viewport={"width": 1600, "height": 1000})
        page.set_default_timeout(60_000)
        try:
            yield page
        finally:
            chromium.close()
