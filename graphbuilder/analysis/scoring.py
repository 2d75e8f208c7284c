"""Scores to be put back on the graph: which analyses have any, and the run that computes them. Nothing is written here."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

import msgspec

from graphbuilder.analysis.catalogue import STANDARD, check_names
from graphbuilder.analysis.measures.centrality import closeness, degree, hits, pagerank, strength
from graphbuilder.analysis.measures.cohesion import cores, cutpoints
from graphbuilder.analysis.measures.holes import constraint, effective_size
from graphbuilder.analysis.measures.paths import betweenness
from graphbuilder.analysis.reading import read_participations
from graphbuilder.analysis.view import Options, View
from graphbuilder.errors import SettingsError
from graphbuilder.graph.elements import Element, encode
from graphbuilder.graph.scores import PREFIX, Score, ScoreRun

Scoring = Callable[[View], dict[str, dict[str, Score]]]

_DIGITS = 9


def _betweenness(view: View) -> dict[str, dict[str, Score]]:
    options = view.options
    found = betweenness(view.graph, distance=options.distance, pivots=options.pivots, seed=options.seed)
    return {"betweenness": dict(found.scores)}


def _hits(view: View) -> dict[str, dict[str, Score]]:
    hubs, authorities = hits(view.relations)
    return {"hub": dict(hubs), "authority": dict(authorities)}


SCORINGS: dict[str, Scoring] = {
    "ties": lambda view: {"strength": dict(strength(view.graph)), "degree": _whole(degree(view.graph))},
    "pagerank": lambda view: {"pagerank": dict(pagerank(view.graph))},
    "hits": _hits,
    "betweenness": _betweenness,
    "closeness": lambda view: {"closeness": dict(closeness(view.graph))},
    "constraint": lambda view: {
        "constraint": dict(constraint(view.graph)), "effective_size": dict(effective_size(view.graph))
    },
    "cores": lambda view: {"core": _whole(cores(view.graph))},
    "bridges": lambda view: {"cutpoint": dict(cutpoints(view.graph))},
    "communities": lambda view: {"community": dict(view.communities.of())},
}  # fmt: skip
"""The analyses whose results are scores of entities: name of the analysis, and its scores by property (without the prefix)."""


class Scored(msgspec.Struct, frozen=True):
    """A run and its scores by node and property."""

    run: ScoreRun
    values: dict[str, dict[str, Score]]


def compute_scores(elements: Iterable[Element], names: Sequence[str], options: Options, today: date) -> Scored:
    """Return the scores of the analyses named that have any (of the standard set when none is named).

    The id of the run depends on the graph, the analyses and the options alone: the same run has the same id on any day. The
    number of rows shown is no such option.

    Raises:
        SettingsError: An analysis named has no scores, or the options make no sense.
        SchemaError: The elements are not a whole graph.
    """
    check_names(names, options)
    for name in names:
        if name not in SCORINGS:
            raise SettingsError(f"the analysis {name!r} gives no score of entities; choose from {', '.join(SCORINGS)}")
    chosen = tuple(names) or tuple(name for name in STANDARD if name in SCORINGS)
    digest = hashlib.sha256()

    def hashed() -> Iterator[Element]:
        for element in elements:
            digest.update(encode(element))
            yield element

    view = View(read_participations(hashed()), options)
    scores = {PREFIX + name: found for one in chosen for name, found in SCORINGS[one](view).items()}
    parameters = msgspec.json.encode(msgspec.structs.replace(options, limit=None), order="sorted").decode()
    digest.update("\n".join((*chosen, parameters)).encode())
    values: dict[str, dict[str, Score]] = {}
    for name, found in scores.items():
        for node, score in found.items():
            values.setdefault(node, {})[name] = round(score, _DIGITS) if isinstance(score, float) else score
    run = ScoreRun(
        id=f"run-{digest.hexdigest()[:16]}",
        analyses=chosen,
        parameters=parameters,
        properties=tuple(sorted(scores)),
        written=today,
    )
    return Scored(run, values)


def _whole(scores: dict[str, float]) -> dict[str, Score]:
    return {node: int(score) for node, score in scores.items()}
