"""Event sequences: what follows one kind of event between the same two, against chance."""

from collections.abc import Sequence

import numpy as np

from graphbuilder.analysis.participations import Participations
from graphbuilder.analysis.projections.edges import Pair
from graphbuilder.analysis.projections.relations import directed_pairs
from graphbuilder.records.base import Record

DAYS = 30
PERMUTATIONS = 999


class Follower(Record, frozen=True):
    """How often events of `label` follow: `observed` times, by chance `expected`; `p` is how often chance does as well.

    `pairs` are the ids of the triggers and of the events that follow them.
    """

    label: str
    observed: int
    expected: float
    p: float
    pairs: tuple[tuple[str, str], ...] = ()

    @property
    def lift(self) -> float | None:
        """Observed as a multiple of expected; None where nothing is expected."""
        return self.observed / self.expected if self.expected else None


def dyad_events(participations: Participations) -> dict[Pair, list[str]]:
    """Return the dated events of each two who acted towards or with each other, whoever acted, in the order of their days."""
    between: dict[Pair, set[str]] = {}
    for key, roles in participations.by_role().items():
        if participations.events[key].first is None:
            continue
        for one, other in directed_pairs(roles, mutual=True):
            between.setdefault((min(one, other), max(one, other)), set()).add(key)
    return {
        pair: sorted(between[pair], key=lambda key: (str(participations.events[key].first), key))
        for pair in sorted(between)
    }


def what_follows(
    participations: Participations,
    trigger: str,
    *,
    days: int = DAYS,
    permutations: int = PERMUTATIONS,
    seed: int = 0,
) -> tuple[int, tuple[Follower, ...]]:
    """Return how many triggers there are, and what follows them between the same two within so many days, likeliest first.

    An event follows a trigger when both join the same two and its first possible day is 1 to `days` days after the trigger's;
    if they join several twos, it follows in each. Chance is the same events with the days of each two's events dealt out
    anew, which keeps how busy they are and when (a permutation test; p counts the real order among the permutations).

    Args:
        participations: What counts, already selected.
        trigger: An event label.
        days: How long after the trigger.
        permutations: How often days are dealt out.
        seed: Chooses how.

    References:
        M. D. Ernst, "Permutation methods: a basis for exact inference", Statistical Science 19 (2004), 676-685.
        P. A. Schrodt, Ö. Yilmaz, "CAMEO: conflict and mediation event observations codebook" (2007), for event sequences.
    """
    triggers: set[str] = set()
    groups: list[tuple[np.ndarray, np.ndarray, list[str]]] = []
    labels: list[str] = sorted({event.label for event in participations.events.values()})
    code = {label: place for place, label in enumerate(labels)}
    for found in dyad_events(participations).values():
        kinds = np.array([code[participations.events[key].label] for key in found])
        if trigger in code and (kinds == code[trigger]).any():
            moments = np.array([_ordinal(participations, key) for key in found])
            groups.append((moments, kinds, found))
            triggers.update(key for key, kind in zip(found, kinds, strict=True) if kind == code[trigger])
    if not groups:
        return 0, ()
    observed: dict[str, set[tuple[str, str]]] = {label: set() for label in labels}
    for moments, kinds, found in groups:
        for start in np.flatnonzero(kinds == code[trigger]):
            gaps = moments - moments[start]
            for place in np.flatnonzero((gaps >= 1) & (gaps <= days)):
                observed[labels[kinds[place]]].add((found[start], found[place]))
    real = _count(groups, code[trigger], days, len(labels))
    rng = np.random.default_rng(seed)
    chance = np.array(
        [
            _count(
                [(rng.permutation(moments), kinds, found) for moments, kinds, found in groups],
                code[trigger],
                days,
                len(labels),
            )
            for _ in range(permutations)
        ]
    )
    followers = [
        Follower(
            label=label,
            observed=int(real[place]),
            expected=float(chance[:, place].mean()),
            p=float((1 + (chance[:, place] >= real[place]).sum()) / (1 + permutations)),
            pairs=tuple(sorted(observed[label])),
        )
        for label, place in code.items()
        if real[place] or chance[:, place].any()
    ]
    return len(triggers), tuple(sorted(followers, key=lambda one: (one.p, -one.observed, one.label)))


def _count(
    groups: Sequence[tuple[np.ndarray, np.ndarray, list[str]]], trigger: int, days: int, labels: int
) -> np.ndarray:
    total = np.zeros(labels, dtype=np.int64)
    for moments, kinds, _ in groups:
        starts = moments[kinds == trigger]
        gaps = moments[None, :] - starts[:, None]
        follows = ((gaps >= 1) & (gaps <= days)).sum(axis=0)
        total += np.bincount(kinds, weights=follows, minlength=labels).astype(np.int64)
    return total


def _ordinal(participations: Participations, key: str) -> int:
    first = participations.events[key].first
    return first.toordinal() if first else 0
