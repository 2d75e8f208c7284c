"""Scores of a graph in a file: a second file beside it, so that the graph file holds what documents make and nothing else.

graph.jsonl has its scores in graph.jsonl.scores: a line of JSON for each run, then one for each node, sorted.
"""

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

from graphbuilder.errors import StoreError
from graphbuilder.graph.scores import Score, ScoreRun, without

Scores = dict[str, dict[str, Score]]


class _NodeScores(msgspec.Struct, frozen=True, tag_field="type", tag="scores"):
    id: str
    properties: dict[str, Score]


class _RunLine(msgspec.Struct, frozen=True, tag_field="type", tag="run"):
    run: ScoreRun


_decoder = msgspec.json.Decoder(_NodeScores | _RunLine)
_encoder = msgspec.json.Encoder(order="sorted")


def scores_path(graph: Path) -> Path:
    """Return where the scores of a graph file are."""
    return graph.with_name(graph.name + ".scores")


def read_scores(path: Path) -> tuple[tuple[ScoreRun, ...], Scores]:
    """Return the runs and the scores by node; nothing where there is no such file.

    Raises:
        StoreError: A line is broken, or the file cannot be read.
    """
    runs: list[ScoreRun] = []
    scores: Scores = {}
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        return (), {}
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror or error}") from error
    for number, line in enumerate(lines, start=1):
        try:
            found = _decoder.decode(line)
        except msgspec.DecodeError as error:
            raise StoreError(
                f"{path}:{number}: not a line of scores: {error}; delete the file and write them again"
            ) from error
        if isinstance(found, _RunLine):
            runs.append(found.run)
        else:
            scores[found.id] = dict(found.properties)
    return tuple(runs), scores


def put_scores(path: Path, run: ScoreRun, values: Mapping[str, Mapping[str, Score]]) -> None:
    """Replace the scores that `run` has properties for by its own."""
    runs, scores = read_scores(path)
    _strip(scores, run.properties)
    for node, found in values.items():
        scores.setdefault(node, {}).update(found)
    kept = [without(one, run.properties) for one in runs if one.id != run.id]
    _write(path, (*(one for one in kept if one.properties), run), scores)


def drop_scores(path: Path, run: str) -> int | None:
    """Take the scores of a run away and return how many nodes had some; None where there is no such run."""
    runs, scores = read_scores(path)
    gone = next((one for one in runs if one.id == run), None)
    if gone is None:
        return None
    count = _strip(scores, gone.properties)
    _write(path, tuple(one for one in runs if one.id != run), scores)
    return count


def _strip(scores: Scores, properties: tuple[str, ...]) -> int:
    count = 0
    for node in list(scores):
        found = [name for name in properties if scores[node].pop(name, None) is not None]
        count += bool(found)
        if not scores[node]:
            del scores[node]
    return count


def _write(path: Path, runs: tuple[ScoreRun, ...], scores: Scores) -> None:
    part = path.with_name(f".{path.name}.part")
    try:
        if not runs:
            path.unlink(missing_ok=True)
            return
        with part.open("wb") as file:
            for run in sorted(runs, key=lambda one: one.id):
                file.write(_encoder.encode(_RunLine(run)) + b"\n")
            for node in sorted(scores):
                file.write(_encoder.encode(_NodeScores(node, scores[node])) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)
