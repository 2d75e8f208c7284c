"""Scores that an analysis puts on nodes of the graph: properties beside the model's own, all named analysis_SOMETHING.

They are not part of the graph that documents make: a build, a comparison and an export neither see nor touch them, and they
can be taken away run by run.
"""

from collections.abc import Mapping
from datetime import date

import msgspec

from graphbuilder.errors import SchemaError

PREFIX = "analysis_"
"""What every property of a score begins with; no property of the model does."""

RUN_SUFFIX = "_run"
"""analysis_pagerank_run holds the id of the run that wrote analysis_pagerank."""

WEIGHTS = ("Weight2", "Weight3", "Weight4")
"""Labels by which a picture draws what is told of often larger (cypher/write/weigh.cypher); they too are beside the model."""

Score = int | float


class ScoreRun(msgspec.Struct, frozen=True, kw_only=True):
    """One run of analyses: its deterministic id, what it computed from what, when it was written, and where to find it.

    `properties` are the names of its scores, `parameters` its options as JSON.
    """

    id: str
    analyses: tuple[str, ...]
    parameters: str
    properties: tuple[str, ...]
    written: date


def check_scores(run: ScoreRun, values: Mapping[str, Mapping[str, Score]]) -> None:
    """Raise SchemaError for a property that does not begin as scores do or that the run does not declare."""
    for name in run.properties:
        if not name.startswith(PREFIX) or name.endswith(RUN_SUFFIX) or not name.isidentifier():
            raise SchemaError(f"{name}: the property of a score begins with {PREFIX}")
    for node, scores in values.items():
        for name in scores:
            if name not in run.properties:
                raise SchemaError(f"{node}: the run {run.id} does not declare a score {name}")


def without(run: ScoreRun, properties: tuple[str, ...]) -> ScoreRun:
    """Return a run less the properties that another run has written since."""
    return msgspec.structs.replace(run, properties=tuple(name for name in run.properties if name not in properties))
