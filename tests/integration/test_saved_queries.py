"""The saved queries of the Browser, run on a small graph that holds what each asks for and what it must leave out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import neo4j
import pytest

from graphbuilder.server.favourites import load_favourites

if TYPE_CHECKING:
    from tests.neo4j_fixture import Neo4jServer

GRAPH = """
CREATE (varga:Entity:Person {id: 'p1', name: 'Ines Varga', aliases: ['Minister Varga'], mention_count: 5}),
       (lind:Entity:Person {id: 'p2', name: 'Tomas Lindqvist', mention_count: 3}),
       (norland:Entity:Place:Country {id: 'c1', name: 'Norland', mention_count: 2}),
       (port:Entity:Place {id: 'c2', name: 'Port Ennis', mention_count: 1}),
       (minister:Position {id: 'q1', name: 'Foreign Minister', title: 'Foreign Minister', kind: 'foreign minister'}),
       (met:Event:Meeting {id: 'e1', name: 'met', type: 'Meeting', status: 'actual', start: date('2024-03-02')}),
       (off:Event:Meeting {id: 'e2', name: 'off', status: 'cancelled', start: date('2024-03-03')}),
       (next:Event:Summit {id: 'e3', name: 'next', status: 'planned', start: date('2024-05-01')}),
       (trip:Event:Trip {id: 'e4', name: 'trip', type: 'Trip', status: 'actual', start: date('2024-03-01')}),
       (promise:Event:Promise {id: 'e5', name: 'promise', status: 'actual', start: date('2024-03-02')}),
       (steen:Entity:Person {id: 'p3', name: 'Olga Steen', mention_count: 1}),
       (blamed:Event:Accusation {id: 'e7', name: 'blamed', type: 'Accusation', status: 'actual', start: date('2024-03-05')}),
       (steen)-[:PARTICIPATED_IN {role: 'speaker'}]->(blamed), (lind)-[:PARTICIPATED_IN {role: 'recipient'}]->(blamed),
       (met)-[:PART_OF]->(trip),
       (aid:Event:Aid {id: 'e6', name: 'aid', status: 'planned'}),
       (document:Document {id: 'd1', name: 'Talks in Port Ennis', title: 'Talks in Port Ennis', published: date('2024-03-04')}),
       (sentence:Sentence {id: 's1', name: 'Varga met Lindqvist.', text: 'Varga met Lindqvist.', index: 0}),
       (varga)-[:HOLDS]->(minister)-[:OF]->(norland),
       (varga)-[:PARTICIPATED_IN {role: 'host'}]->(met), (lind)-[:PARTICIPATED_IN {role: 'participant'}]->(met),
       (varga)-[:PARTICIPATED_IN {role: 'host'}]->(off), (lind)-[:PARTICIPATED_IN {role: 'participant'}]->(off),
       (varga)-[:PARTICIPATED_IN {role: 'participant'}]->(next),
       (lind)-[:PARTICIPATED_IN {role: 'traveller'}]->(trip), (trip)-[:DESTINATION]->(port), (met)-[:LOCATED_IN]->(port),
       (varga)-[:PARTICIPATED_IN {role: 'speaker'}]->(promise), (promise)-[:CONTENT]->(aid),
       (sentence)-[:MENTIONS {text: 'met'}]->(met), (sentence)-[:IN_DOCUMENT]->(document)
"""
QUERIES = {favourite.name: favourite.text for favourite in load_favourites()}


@pytest.fixture(scope="module")
def driver(neo4j_server: "Neo4jServer") -> Iterator[neo4j.Driver]:
    auth = (neo4j_server.user, neo4j_server.password)
    with neo4j.GraphDatabase.driver(neo4j_server.uri, auth=auth) as opened:
        opened.execute_query("MATCH (n) DETACH DELETE n")
        opened.execute_query(GRAPH)
        yield opened
        opened.execute_query("MATCH (n) DETACH DELETE n")


def drawn(driver: neo4j.Driver, query: str) -> set[str]:
    """Return the names of the nodes in the picture that `query` draws."""
    picture = driver.execute_query(query, result_transformer_=neo4j.Result.graph)
    return {node["name"] for node in picture.nodes}


@pytest.mark.parametrize(
    ("name", "nodes"),
    [
        ("who_met_whom", {"met", "Ines Varga", "Tomas Lindqvist"}),
        ("planned_and_cancelled", {"off", "next", "Ines Varga", "Tomas Lindqvist"}),
        ("itinerary", {"Tomas Lindqvist", "trip", "met", "Port Ennis", "Ines Varga"}),
        ("promises", {"Ines Varga", "promise", "aid"}),
        ("first_meeting", {"met", "Ines Varga", "Tomas Lindqvist", "Port Ennis"}),
        ("trips", {"trip", "Tomas Lindqvist", "Port Ennis", "met", "Ines Varga"}),
        ("accusations", {"blamed", "Olga Steen", "Tomas Lindqvist"}),
        ("brokers", {"Tomas Lindqvist", "Ines Varga", "Olga Steen", "met", "off", "blamed"}),
        ("most_connected", {"Ines Varga", "Tomas Lindqvist", "met", "off", "next", "trip", "promise", "Olga Steen", "blamed"}),
        ("positions", {"Ines Varga", "Foreign Minister", "Norland"}),
        (
            "around_person",
            {
                "Ines Varga", "Tomas Lindqvist", "Foreign Minister", "Norland", "met", "off", "next", "promise",
                "Port Ennis",
            },
        ),
    ],
)  # fmt: skip
def test_a_saved_query_draws_what_its_title_says(driver: neo4j.Driver, name: str, nodes: set[str]) -> None:
    assert drawn(driver, QUERIES[name]) == nodes


@pytest.mark.parametrize("asked", ["Tomas Lindqvist", "Minister Varga"])
def test_a_name_put_between_the_quotes_asks_about_that_person(driver: neo4j.Driver, asked: str) -> None:
    query = QUERIES["around_person"].replace("WITH '' AS name", f"WITH '{asked}' AS name")

    assert query != QUERIES["around_person"]
    assert ("trip" in drawn(driver, query)) == (asked == "Tomas Lindqvist")
    assert ("promise" in drawn(driver, query)) == (asked == "Minister Varga")


def test_the_evidence_is_a_table_of_sentences(driver: neo4j.Driver) -> None:
    records = driver.execute_query(QUERIES["evidence"]).records

    assert [list(record.values())[:5] for record in records] == [
        ["met", "actual", "met", "Varga met Lindqvist.", "Talks in Port Ennis"]
    ]


def test_every_saved_query_is_tested_here_on_an_empty_graph_too(driver: neo4j.Driver) -> None:
    driver.execute_query("MATCH (n) DETACH DELETE n")

    assert {name: len(driver.execute_query(text).records) for name, text in QUERIES.items()} == dict.fromkeys(
        QUERIES, 0
    )
    driver.execute_query(GRAPH)
