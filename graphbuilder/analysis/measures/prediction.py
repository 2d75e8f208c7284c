"""Link prediction: who will meet next, by several scores, tried on later months against simple baselines."""

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from math import log

import networkx as nx

from graphbuilder.analysis.participations import Participations
from graphbuilder.analysis.projections.company import project_coparticipation
from graphbuilder.analysis.projections.edges import Pair
from graphbuilder.analysis.projections.windows import Window, in_window
from graphbuilder.analysis.selection import keep_events
from graphbuilder.records.base import Record

HALF_LIFE = 60.0
"""Days after which a meeting counts half for what comes next."""

_TRIADIC = 0.1
"""What a shared partner adds beside a meeting of one's own: enough to order those who never met, too little to pass who did."""


class Trial(Record, frozen=True):
    """How one score did on one window: `hits` of the first `tried` predictions came true, of `possible` that could.

    `average_precision` is over all ranked candidates; `baseline` says whether the score is a simple one to beat.
    """

    score: str
    window: str
    hits: int
    tried: int
    possible: int
    average_precision: float
    baseline: bool


class Past(Record, frozen=True):
    """What a score may look at: ties until now, the same weighed by recency, and those of the last window."""

    ties: nx.Graph
    recent: nx.Graph
    last: nx.Graph


def _weight(graph: nx.Graph, one: str, other: str) -> float:
    return float(graph.edges[one, other]["weight"]) if graph.has_edge(one, other) else 0.0


def _common(past: Past, one: str, other: str) -> float:
    return float(len(set(past.ties[one]).intersection(past.ties[other])))


def _adamic_adar(past: Past, one: str, other: str) -> float:
    shared = sorted(set(past.ties[one]).intersection(past.ties[other]))
    return sum(1 / log(past.ties.degree(node)) for node in shared)


def _attachment(past: Past, one: str, other: str) -> float:
    return float(past.ties.degree(one) * past.ties.degree(other))


def _memory(past: Past, one: str, other: str) -> float:
    return _weight(past.recent, one, other) + _TRIADIC * _adamic_adar(past, one, other) / (
        1 + _adamic_adar(past, one, other)
    )


SCORES: dict[str, Callable[[Past, str, str], float]] = {
    "memory": _memory,
    "adamic_adar": _adamic_adar,
    "preferential_attachment": _attachment,
    "common_neighbours": _common,
    "last_month": lambda past, one, other: _weight(past.last, one, other),
}
"""How likely two are to meet next. `memory` sums what they had in common, halved every HALF_LIFE days, and lets
shared partners order the rest; the last three are the baselines to beat.

References:
    D. Liben-Nowell, J. Kleinberg, "The link-prediction problem for social networks", JASIST 58 (2007), 1019-1031.
    L. A. Adamic, E. Adar, "Friends and neighbors on the Web", Social Networks 25 (2003), 211-230.
    F. Poursafaei and others, "Towards better evaluation for dynamic link prediction", NeurIPS (2022), for the baseline of
    what repeats.
"""

BASELINES = ("preferential_attachment", "common_neighbours", "last_month")


def predict(
    participations: Participations, windows: Sequence[Window], *, score: str = "memory"
) -> list[tuple[Pair, float]]:
    """Return pairs with a score for meeting after the last of `windows`, likeliest first; ties in the order of ids."""
    return _ranked(_past(participations, windows), score)


def backtest(
    participations: Participations, windows: Sequence[Window], *, tests: int = 3, first: int = 20
) -> tuple[Trial, ...]:
    """Return how each score did on each of the last `tests` windows, knowing only what came before it.

    Possible are the pairs that did meet there and of whom both were known before; who is new can be predicted by none.

    Args:
        participations: What counts, already selected.
        windows: Successive windows.
        tests: How many of the last are predicted.
        first: How many predictions count for `hits`.
    """
    trials: list[Trial] = []
    for place in range(max(len(windows) - tests, 1), len(windows)):
        past = _past(participations, windows[:place])
        now = project_coparticipation(in_window(participations, windows[place]))
        came = {(min(u, v), max(u, v)) for u, v in now.edges if u in past.ties and v in past.ties}
        if not came:
            continue
        for score in SCORES:
            ranked = [pair for pair, _ in _ranked(past, score)]
            trials.append(
                Trial(
                    score=score,
                    window=windows[place].name,
                    hits=len(came.intersection(ranked[:first])),
                    tried=min(first, len(ranked)),
                    possible=len(came),
                    average_precision=average_precision(ranked, came),
                    baseline=score in BASELINES,
                )
            )
    return tuple(trials)


def average_precision(ranked: Iterable[Pair], true: set[Pair]) -> float:
    """Return the mean, over all true pairs, of the share of true ones among those ranked up to it; what is not ranked adds 0."""
    found, total = 0, 0.0
    for place, pair in enumerate(ranked, start=1):
        if pair in true:
            found += 1
            total += found / place
    return total / len(true) if true else 0.0


def _past(participations: Participations, windows: Sequence[Window]) -> Past:
    since, until = windows[0].since, windows[-1].until
    events = {
        key: event
        for key, event in participations.events.items()
        if event.first and event.last and since <= event.first and event.last <= until
    }
    known = keep_events(participations, events)
    return Past(
        ties=project_coparticipation(known),
        recent=project_coparticipation(known, weight="recency", half_life=HALF_LIFE, as_of=until),
        last=project_coparticipation(in_window(participations, windows[-1])),
    )


def _ranked(past: Past, score: str) -> list[tuple[Pair, float]]:
    """Rank the pairs who met or share a partner; of all others no score says anything."""
    candidates = {(min(u, v), max(u, v)) for u, v in past.ties.edges}
    for node in past.ties:
        candidates.update(combinations(sorted(past.ties[node]), 2))
    measure = SCORES[score]
    scored = [(pair, measure(past, *pair)) for pair in sorted(candidates)]
    return sorted((item for item in scored if item[1] > 0), key=lambda item: (-round(item[1], 9), item[0]))
