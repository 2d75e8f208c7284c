"""Judgements applied: what a person joined or took apart, over what the evidence says. Pure functions, in any order.

Merges come first, splits second, so that a split always holds. Both speak of mentions (anchors), not of ids, and so hold when
other documents come or go.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from graphbuilder.records.judgement import Anchor, Judgement, Side


class Bonds:
    """Which anchors merges have bound together (union-find)."""

    def __init__(self, merges: Iterable[Judgement]) -> None:
        self._parent: dict[Anchor, Anchor] = {}
        for judgement in merges:
            anchors = (*judgement.left.anchors, *judgement.right.anchors)
            for anchor in anchors[1:]:
                low, high = sorted((self.root(anchors[0]), self.root(anchor)))
                self._parent[high] = low

    def root(self, anchor: Anchor) -> Anchor:
        """Return the anchor that stands for all bound to this one."""
        while (parent := self._parent.get(anchor, anchor)) != anchor:
            anchor = parent
        return anchor

    def roots(self, side: Side) -> set[Anchor]:
        """Return what the anchors of a side are bound to."""
        return {self.root(anchor) for anchor in side.anchors}


def find_conflict(judgements: Sequence[Judgement], new: Judgement) -> list[Judgement]:
    """Return the judgements that `new` contradicts, also by way of others; none where it fits.

    A and B were joined, B and C as well: then A and C cannot be split. A and B were split: no chain of merges may join them.
    """
    every = [*judgements, new]
    merges = [judgement for judgement in every if judgement.decision == "merge"]
    bonds = Bonds(merges)
    broken = [
        judgement
        for judgement in every
        if judgement.decision == "split" and bonds.roots(judgement.left) & bonds.roots(judgement.right)
    ]
    if not broken:
        return []
    if new.decision == "merge":
        return [judgement for judgement in broken if judgement is not new]
    involved = bonds.roots(new.left) & bonds.roots(new.right)
    return [j for j in merges if bonds.roots(j.left) & involved]


def merged_groups(judgements: Sequence[Judgement], found_at: Callable[[Anchor], str | None]) -> list[list[str]]:
    """Return which things merges make one, each group led by the id that stays.

    Each side is now the thing that most of its anchors belong to. The first side named by the earliest judgement leads.

    Args:
        judgements: The judgements, in order of their number.
        found_at: Gives the id of what an anchor belongs to now; None where it is gone.
    """
    group_of: dict[str, list[str]] = {}
    for judgement in judgements:
        if judgement.decision != "merge":
            continue
        left, right = _now(judgement.left, found_at), _now(judgement.right, found_at)
        if left is None or right is None:
            continue
        ours, theirs = group_of.get(left, [left]), group_of.get(right, [right])
        if ours is theirs or left == right:
            continue
        whole = [*ours, *theirs]
        for member in whole:
            group_of[member] = whole
    unique = {id(group): group for group in group_of.values()}
    return sorted(unique.values())


def _now(side: Side, found_at: Callable[[Anchor], str | None]) -> str | None:
    counts = Counter(found for found in map(found_at, side.anchors) if found is not None)
    return min(counts, key=lambda found: (found != side.id, -counts[found], found), default=None)


def carved(
    judgements: Sequence[Judgement], anchors_of: Mapping[str, Sequence[Anchor]]
) -> dict[str, list[tuple[Anchor, ...]]]:
    """Return, for each thing that splits take apart, the sets of anchors that leave it, in order.

    What merges have bound to a leaving anchor leaves with it; what no split speaks of stays.

    Args:
        judgements: The judgements, in order of their number.
        anchors_of: The anchors of each thing that a split speaks of, after the merges.
    """
    bonds = Bonds(judgement for judgement in judgements if judgement.decision == "merge")
    leaving: dict[str, list[tuple[Anchor, ...]]] = {}
    for thing, anchors in anchors_of.items():
        parts = [tuple(anchors)]
        for judgement in judgements:
            if judgement.decision != "split":
                continue
            left, right = bonds.roots(judgement.left), bonds.roots(judgement.right)
            for place, part in enumerate(parts):
                roots = {bonds.root(anchor) for anchor in part}
                if not roots & left or not roots & right:
                    continue
                out = tuple(anchor for anchor in part if bonds.root(anchor) in right)
                parts[place] = tuple(anchor for anchor in part if anchor not in set(out))
                parts.append(out)
        if len(parts) > 1:
            leaving[thing] = parts[1:]
    return leaving
