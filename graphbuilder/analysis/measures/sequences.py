"""Event sequences: what follows one kind of event between the same two, against chance."""

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
    found = _pairs(participations, trigger)
    if not found.starts.size:
        return found.triggers, ()
    labels = len(found.labels)

    def count(moments: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        gaps = moments[found.others] - moments[found.starts]
        follows = (gaps >= 1) & (gaps <= days)
        return np.bincount(found.kinds[found.others[follows]], minlength=labels), follows

    real, follows = count(found.moments)
    observed: dict[str, set[tuple[str, str]]] = {label: set() for label in found.labels}
    for start, other in zip(found.starts[follows], found.others[follows], strict=True):
        observed[found.labels[found.kinds[other]]].add((found.keys[start], found.keys[other]))
    rng = np.random.default_rng(seed)
    chance = np.zeros((permutations, labels), dtype=np.int64)
    for number in range(permutations):
        order = np.lexsort(
            (rng.random(len(found.moments)), found.dyads)
        )  # shuffled, each dyad's events in its own places
        chance[number] = count(found.moments[order])[0]
    followers = [
        Follower(
            label=label,
            observed=int(real[place]),
            expected=float(chance[:, place].mean()),
            p=float((1 + (chance[:, place] >= real[place]).sum()) / (1 + permutations)),
            pairs=tuple(sorted(observed[label])),
        )
        for place, label in enumerate(found.labels)
        if real[place] or chance[:, place].any()
    ]
    return found.triggers, tuple(sorted(followers, key=lambda one: (one.p, -one.observed, one.label)))


class _Pairs(Record, frozen=True):
    """The events of every dyad that has a trigger, one after another, and the places of each trigger and each other event.

    `keys`, `moments` (days), `kinds` (places in `labels`) and `dyads` run over events, `starts` and `others` over pairs.
    `triggers` is how many there are, alone in their dyad or not.
    """

    triggers: int
    labels: list[str]
    keys: list[str]
    moments: np.ndarray
    kinds: np.ndarray
    dyads: np.ndarray
    starts: np.ndarray
    others: np.ndarray


def _pairs(participations: Participations, trigger: str) -> _Pairs:
    labels = sorted({event.label for event in participations.events.values()})
    code = {label: place for place, label in enumerate(labels)}
    keys: list[str] = []
    dyads: list[int] = []
    starts: list[int] = []
    others: list[int] = []
    all_triggers: list[int] = []
    for number, found in enumerate(dyad_events(participations).values()):
        own = [place for place, key in enumerate(found) if participations.events[key].label == trigger]
        if own:
            base = len(keys)
            keys.extend(found)
            dyads.extend([number] * len(found))
            all_triggers.extend(base + place for place in own)
            for place in own:
                rest = [base + other for other in range(len(found)) if other != place]
                starts.extend([base + place] * len(rest))
                others.extend(rest)
    return _Pairs(
        triggers=len({keys[place] for place in all_triggers}),
        labels=labels,
        keys=keys,
        moments=np.array([_ordinal(participations, key) for key in keys], dtype=np.int64),
        kinds=np.array([code[participations.events[key].label] for key in keys], dtype=np.int64),
        dyads=np.array(dyads, dtype=np.int64),
        starts=np.array(starts, dtype=np.int64),
        others=np.array(others, dtype=np.int64),
    )


def _ordinal(participations: Participations, key: str) -> int:
    first = participations.events[key].first
    return first.toordinal() if first else 0
