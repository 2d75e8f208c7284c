"""How blocs change: the communities of one stretch of time matched with those of the next."""

from collections.abc import Sequence

from graphbuilder.records.base import Record

CHANGES = ("born", "continued", "split", "merged", "dissolved")

SAME = 0.3
"""Jaccard similarity from which a bloc is taken to go on (Greene and others use .3 to .5)."""


class Step(Record, frozen=True):
    """What became of blocs from one window to the next.

    `before` and `after` are numbers of blocs in their windows, from 1: of a split, one before and several after; of a merger,
    several before and one after; what is born has none before, what dissolves none after. `window` is the number of the
    window of `after`, from 0. `joined` and `left` are the members that came and went.
    """

    window: int
    change: str
    before: tuple[int, ...]
    after: tuple[int, ...]
    joined: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def trace_blocs(windows: Sequence[Sequence[tuple[str, ...]]], *, same: float = SAME) -> tuple[Step, ...]:
    """Return how blocs change over successive windows, in their order.

    A bloc goes on in another when their Jaccard similarity, or the share of the smaller that is in the larger where the
    smaller is a part that split off or was merged, reaches `same` and, for a part, one half.

    Args:
        windows: The blocs of each window, as tuples of node ids.
        same: The least similarity.

    References:
        D. Greene, D. Doyle, P. Cunningham, "Tracking the evolution of communities in dynamic social networks", ASONAM (2010),
        176-183. G. Palla, A.-L. Barabási, T. Vicsek, "Quantifying social group evolution", Nature 446 (2007), 664-667.
    """
    steps: list[Step] = []
    for window in range(1, len(windows)):
        old = [set(part) for part in windows[window - 1]]
        new = [set(part) for part in windows[window]]
        links = [
            (before, after)
            for before, one in enumerate(old)
            for after, other in enumerate(new)
            if _goes_on(one, other, same)
        ]
        steps.extend(_steps(window, old, new, links))
    return tuple(steps)


def _goes_on(one: set[str], other: set[str], same: float) -> bool:
    shared = len(one & other)
    if not shared:
        return False
    smaller = min(len(one), len(other))
    return shared / len(one | other) >= same or (smaller > 1 and shared / smaller > 0.5 and shared > 1)


def _steps(window: int, old: list[set[str]], new: list[set[str]], links: list[tuple[int, int]]) -> list[Step]:
    steps: list[Step] = []
    for before, part in enumerate(old):
        heirs = [after for one, after in links if one == before]
        if not heirs:
            steps.append(
                Step(window=window, change="dissolved", before=(before + 1,), after=(), left=tuple(sorted(part)))
            )
        elif len(heirs) > 1:
            gone = part - set().union(*(new[after] for after in heirs))
            numbers = tuple(after + 1 for after in heirs)
            steps.append(
                Step(window=window, change="split", before=(before + 1,), after=numbers, left=tuple(sorted(gone)))
            )
    for after, part in enumerate(new):
        parents = [before for before, one in links if one == after]
        if not parents:
            steps.append(Step(window=window, change="born", before=(), after=(after + 1,), joined=tuple(sorted(part))))
        elif len(parents) > 1:
            come = part - set().union(*(old[before] for before in parents))
            numbers = tuple(before + 1 for before in parents)
            steps.append(
                Step(window=window, change="merged", before=numbers, after=(after + 1,), joined=tuple(sorted(come)))
            )
        elif sum(one == parents[0] for one, _ in links) == 1:
            before_part = old[parents[0]]
            steps.append(
                Step(
                    window=window,
                    change="continued",
                    before=(parents[0] + 1,),
                    after=(after + 1,),
                    joined=tuple(sorted(part - before_part)),
                    left=tuple(sorted(before_part - part)),
                )
            )
    return steps
