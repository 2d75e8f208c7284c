"""Walk what a store holds beside what it should hold, both sorted, and count what was done.

Memory does not grow with the graph: of each side one element is looked at. Nothing is written here.
"""

from collections.abc import Callable, Iterable, Iterator
from math import isfinite
from typing import TypeVar

from graphbuilder.errors import SchemaError, StoreError
from graphbuilder.graph.elements import Element, Node, sort_key
from graphbuilder.graph.schema import check_element
from graphbuilder.store.base import Progress, WriteSummary

Key = tuple[int, str]
Held = TypeVar("Held")

_REPORT_EVERY = 1_000
_INTEGERS = range(-(2**63), 2**63)


def paired(
    held: Iterable[tuple[Key, Held]], wanted: Iterable[Element], *, name: str
) -> Iterator[tuple[Held | None, Element | None]]:
    """Yield each held element beside the wanted one of the same key; None where a side has none.

    Args:
        held: Sort key and value of what the store holds, ascending.
        wanted: What it should hold, ascending; each element is checked against the declared schema.
        name: The store, for messages.

    Raises:
        StoreError: A side is out of order or names a key twice, or a wanted element is not of the graph model.
    """
    old_side = iter(held)
    new_side = iter(wanted)
    old = _next_held(old_side, None, name)
    new = _next_wanted(new_side, None)
    while old is not None or new is not None:
        if new is None or (old is not None and old[0] < new[0]):
            assert old is not None  # noqa: S101 - the loop's condition, said for the type checker
            yield old[1], None
            old = _next_held(old_side, old[0], name)
        elif old is None or new[0] < old[0]:
            yield None, new[1]
            new = _next_wanted(new_side, new[0])
        else:
            yield old[1], new[1]
            old = _next_held(old_side, old[0], name)
            new = _next_wanted(new_side, new[0])


def _next_held(side: Iterator[tuple[Key, Held]], last: Key | None, name: str) -> tuple[Key, Held] | None:
    item = next(side, None)
    if item is not None and last is not None and item[0] <= last:
        raise StoreError(f"{name}: holds {item[0][1]} {'twice' if item[0] == last else f'after {last[1]}'}")
    return item


def _next_wanted(side: Iterator[Element], last: Key | None) -> tuple[Key, Element] | None:
    element = next(side, None)
    if element is None:
        return None
    key = sort_key(element)
    if last is not None and key <= last:
        raise StoreError(f"the graph to write names {key[1]} {'twice' if key == last else f'after {last[1]}'}")
    try:
        check_element(element)
    except SchemaError as error:
        raise StoreError(str(error)) from error
    for prop, value in element.properties.items():
        if not _can_be_kept(value):
            raise StoreError(f"{element.id}: property {prop!r} is {value!r}, which no store can keep")
    return key, element


def _can_be_kept(value: object) -> bool:
    """Refuse infinite numbers, integers of more than 64 bits, and half a surrogate pair, which UTF-8 cannot say."""
    if isinstance(value, str):
        return value.isascii() or not any("\ud800" <= char <= "\udfff" for char in value)
    if isinstance(value, float):
        return isfinite(value)
    if isinstance(value, list):
        return all(_can_be_kept(item) for item in value)
    return not isinstance(value, int) or value in _INTEGERS


class Tally:
    """Counts what was done, element by element, and tells the caller's progress function of it in steps."""

    def __init__(self, progress: Progress | None = None) -> None:
        self._counts: dict[str, int] = {}
        self._progress: Callable[[int], None] = progress or (lambda _: None)
        self._unreported = 0

    def add(self, counter: str, amount: int = 1) -> None:
        """Add to a field of WriteSummary; all but deletions count as progress."""
        self._counts[counter] = self._counts.get(counter, 0) + amount
        if not counter.endswith("_deleted"):
            self._unreported += amount
            if self._unreported >= _REPORT_EVERY:
                self._report()

    def count(self, element: Element, done: str) -> None:
        """Add one element that was "created", "updated" or "deleted"."""
        self.add(f"{'nodes' if isinstance(element, Node) else 'relationships'}_{done}")

    def summary(self) -> WriteSummary:
        """Report the rest and return the counts."""
        if self._unreported:
            self._report()
        return WriteSummary(**self._counts)

    def _report(self) -> None:
        self._progress(self._unreported)
        self._unreported = 0
