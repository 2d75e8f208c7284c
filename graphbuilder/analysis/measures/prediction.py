"""Link prediction: who will meet next, by several scores, tried on later months against simple baselines."""

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from math import fsum, log

import networkx as nx

from graphbuilder.analysis.participations import Participations
from graphbuilder.analysis.projections.company import project_coparticipation
from graphbuilder.analysis.projections.edges import Pair
from graphbuilder.analysis.projections.windows import Window, in_window
from graphbuilder.analysis.selection import keep_events
from graphbuilder.records.base import Record

HALF_LIFE = 60.0
"""Days after which a meeting counts half for what comes next."""


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


class Signs(Record, frozen=True):
    """What speaks for two meeting next: ties until now weighed by recency, those of the last window, and shared partners."""

    recent: float
    last: float
    shared: int
    adamic_adar: float
    attachment: int


def signs_of(ties: nx.Graph, recent: nx.Graph, last: nx.Graph) -> dict[Pair, Signs]:
    """Return the signs of every two who met or share a partner, in the order of ids; of all others there is no sign."""
    candidates = {(min(u, v), max(u, v)) for u, v in ties.edges}
    for node in ties:
        candidates.update(combinations(sorted(ties[node]), 2))
    partners = {node: set(ties[node]) for node in ties}
    worth = {node: 1 / log(len(found)) for node, found in partners.items() if len(found) > 1}
    signs: dict[Pair, Signs] = {}
    for one, other in sorted(candidates):
        shared = partners[one] & partners[other]
        signs[one, other] = Signs(
            recent=_weight(recent, one, other),
            last=_weight(last, one, other),
            shared=len(shared),
            adamic_adar=fsum(worth[node] for node in shared),
            attachment=len(partners[one]) * len(partners[other]),
        )
    return signs


def _weight(graph: nx.Graph, one: str, other: str) -> float:
    return float(graph.edges[one, other]["weight"]) if graph.has_edge(one, other) else 0.0


SCORES: dict[str, Callable[[Signs], float]] = {
    "memory": lambda signs: signs.recent + signs.adamic_adar,
    "adamic_adar": lambda signs: signs.adamic_adar,
    "preferential_attachment": lambda signs: float(signs.attachment),
    "common_neighbours": lambda signs: float(signs.shared),
    "last_month": lambda signs: signs.last,
}
"""How likely two are to meet next. `memory` adds what they had in common, halved every HALF_LIFE days, to what their shared
partners say; the last three are the baselines to beat.

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
    return _ranked(_signs(participations, windows), score)


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
        signs = _signs(participations, windows[:place])
        known = {end for pair in signs for end in pair}
        now = project_coparticipation(in_window(participations, windows[place]))
        came = {(min(u, v), max(u, v)) for u, v in now.edges if u in known and v in known}
        if not came:
            continue
        for score in SCORES:
            ranked = [pair for pair, _ in _ranked(signs, score)]
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


def _signs(participations: Participations, windows: Sequence[Window]) -> dict[Pair, Signs]:
    since, until = windows[0].since, windows[-1].until
    events = {
        key: event
        for key, event in participations.events.items()
        if event.first and event.last and since <= event.first and event.last <= until
    }
    known = keep_events(participations, events)
    return signs_of(
        project_coparticipation(known),
        project_coparticipation(known, weight="recency", half_life=HALF_LIFE, as_of=until),
        project_coparticipation(in_window(participations, windows[-1])),
    )


def _ranked(signs: dict[Pair, Signs], score: str) -> list[tuple[Pair, float]]:
    measure = SCORES[score]  # pairs come in the order of ids, which sorting keeps among equals
    scored = [(pair, measure(found)) for pair, found in signs.items()]
    return sorted((item for item in scored if item[1] > 0), key=lambda item: -round(item[1], 9))
