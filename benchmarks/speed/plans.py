"""How a server would run, and did run, a statement: its operators and what they touched.

`ALLOWED` is the table of scans that are right, each with its reason; every other scan of a whole label or type, and every
Cartesian product, is a fault (tests/integration/test_query_plans.py, benchmarks/speed/queries.py).
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from neo4j import READ_ACCESS, Driver

FORBIDDEN = (
    "AllNodesScan", "NodeByLabelScan", "UnionNodeByLabelsScan", "IntersectionNodeByLabelsScan", "CartesianProduct",
    "AllRelationshipsScan", "RelationshipTypeScan", "UnionRelationshipTypesScan",
)  # fmt: skip
"""Operators that read everything of a kind, or join everything with everything; with Directed or Undirected before them."""

ALLOWED: dict[tuple[str, str], str] = {
    ("documents", "NodeByLabelScan"): "asked without a source or a day, all documents are the answer",
    ("sources", "NodeByLabelScan"): "counts all documents, those without a source too",
    ("most_active", "NodeByLabelScan"): "ranks all entities by a count that no property holds",
    ("incomplete_events", "NodeByLabelScan"): "looks for what an event lacks; no index knows what is missing",
    ("unfounded", "NodeByLabelScan"): "looks for events without a sentence; no index knows what is missing",
    ("topics", "NodeByLabelScan"): "starts from the 37 topics and counts the events of each",
    ("topics", "RelationshipTypeScan"): "counts all events by topic",
}


class Profile(NamedTuple):
    """What a statement cost: what it touched in the store, rows, milliseconds in the server."""

    db_hits: int
    rows: int
    milliseconds: int


def operators(plan: dict[str, Any]) -> Iterator[str]:
    """Yield the operators of a plan, from the top."""
    yield plan["operatorType"].partition("@")[0]
    for child in plan.get("children", ()):
        yield from operators(child)


def explain(driver: Driver, text: str, parameters: dict[str, object]) -> list[str]:
    """Return the operators by which the server would run a statement."""
    with driver.session(default_access_mode=READ_ACCESS) as session:
        return list(operators(session.run(f"EXPLAIN {text}", parameters).consume().plan or {}))


def profile(driver: Driver, text: str, parameters: dict[str, object]) -> Profile:
    """Run a statement and return what it cost."""
    with driver.session(default_access_mode=READ_ACCESS) as session:
        result = session.run(f"PROFILE {text}", parameters)
        rows = sum(1 for _ in result)
        summary = result.consume()
    taken = (summary.result_available_after or 0) + (summary.result_consumed_after or 0)
    return Profile(_hits(summary.profile or {}), rows, taken)


def faults(name: str, found: list[str]) -> set[str]:
    """Return the forbidden operators among `found` that the query `name` has no reason for."""
    bad = {
        kind
        for operator in found
        for kind in FORBIDDEN
        if operator.removeprefix("Directed").removeprefix("Undirected") == kind
    }
    return {kind for kind in bad if (name, kind) not in ALLOWED}


def _hits(plan: dict[str, Any]) -> int:
    return int(plan.get("dbHits", 0)) + sum(_hits(child) for child in plan.get("children", ()))
