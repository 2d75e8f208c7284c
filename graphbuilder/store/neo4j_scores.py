"""Scores in a Neo4j server: properties of entities and a node AnalysisRun for each run, in batches, in one transaction.

A node AnalysisRun has no key label of the graph model, and a score is no property of it: a build sees neither.
"""

from collections.abc import Mapping, Sequence

import msgspec
from neo4j import ManagedTransaction

from graphbuilder.errors import StoreError
from graphbuilder.graph.scores import RUN_SUFFIX, Score, ScoreRun, without
from graphbuilder.store.queries import fill, load_query

_BATCH_ROWS = 1_000


def held_runs(transaction: ManagedTransaction) -> tuple[ScoreRun, ...]:
    """Return the runs whose scores are in the graph, by id."""
    found = transaction.run(load_query("write/held_runs").text)
    return tuple(_run(dict(record["run"])) for record in found)


def put_scores(transaction: ManagedTransaction, run: ScoreRun, values: Mapping[str, Mapping[str, Score]]) -> None:
    """Replace the scores that `run` has properties for by its own.

    Raises:
        StoreError: An entity is not in the graph; nothing is kept then.
    """
    runs = held_runs(transaction)
    _clear(transaction, run.properties)
    rows = [
        {"id": node, "props": {**found, **{name + RUN_SUFFIX: run.id for name in found}}}
        for node, found in sorted(values.items())
    ]
    text = fill(load_query("write/update_scores"), {"KEY_LABEL": "Entity"})
    for start in range(0, len(rows), _BATCH_ROWS):
        batch = rows[start : start + _BATCH_ROWS]
        done = transaction.run(text, rows=batch).single(strict=True)["updated"]
        if done != len(batch):
            raise StoreError(
                f"{len(batch) - done} of {len(batch)} scored entities are no longer in the graph; nothing was written, "
                "analyse it again"
            )
    others = [without(one, run.properties) for one in runs if one.id != run.id]
    _forget(transaction, [one.id for one in others if not one.properties])
    _keep(transaction, [run, *(one for one in others if one.properties)])


def drop_scores(transaction: ManagedTransaction, run: str) -> int | None:
    """Take the scores of a run away and return how many entities had some; None where there is no such run."""
    found = next((one for one in held_runs(transaction) if one.id == run), None)
    if found is None:
        return None
    cleared = _clear(transaction, found.properties)
    _forget(transaction, [run])
    return cleared


def _clear(transaction: ManagedTransaction, properties: Sequence[str]) -> int:
    rows = [{"name": name, "clear": {name: None, name + RUN_SUFFIX: None}} for name in properties]
    return int(transaction.run(load_query("write/clear_scores").text, rows=rows).single(strict=True)["cleared"])


def _keep(transaction: ManagedTransaction, runs: Sequence[ScoreRun]) -> None:
    rows = [
        {
            "id": run.id,
            "props": {
                "analyses": list(run.analyses),
                "parameters": run.parameters,
                "properties": list(run.properties),
                "written": run.written.isoformat(),
            },
        }
        for run in runs
    ]
    transaction.run(load_query("write/update_runs").text, rows=rows).consume()


def _forget(transaction: ManagedTransaction, ids: Sequence[str]) -> None:
    transaction.run(load_query("write/delete_runs").text, rows=[{"id": one} for one in ids]).consume()


def _run(values: dict[str, object]) -> ScoreRun:
    try:
        return msgspec.convert(values, ScoreRun)
    except msgspec.ValidationError as error:
        raise StoreError(f"the run {values.get('id')} cannot be read: {error}; delete that AnalysisRun node") from error
