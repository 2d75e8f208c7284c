"""The protocol of a store, and what a write reports.

A store is told what the graph should hold and makes it so, touching only what differs. It never merges nodes by name and
never decides what belongs in the graph. In a database that others use too, ours is what has a label or type of the graph
model and an id that begins as ours do (`graph.identifiers.owns`); all else is not seen and not touched.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol, Self

import msgspec

from graphbuilder.errors import StoreError
from graphbuilder.graph.elements import Element
from graphbuilder.graph.scores import Score, ScoreRun

Progress = Callable[[int], None]
"""Called with the number of elements done since the last call."""


class WriteSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What a synchronisation did, counted in elements; counts are read back from the store, not assumed."""

    nodes_created: int = 0
    nodes_updated: int = 0
    nodes_deleted: int = 0
    relationships_created: int = 0
    relationships_updated: int = 0
    relationships_deleted: int = 0
    unchanged: int = 0

    @property
    def changed(self) -> int:
        """How many elements were created, updated or deleted."""
        return (
            self.nodes_created + self.nodes_updated + self.nodes_deleted
            + self.relationships_created + self.relationships_updated + self.relationships_deleted
        )  # fmt: skip


class GraphStore(Protocol):
    """A place that holds one graph."""

    @property
    def name(self) -> str:
        """The store as a person writes it: "file:graph.jsonl", "bolt://127.0.0.1:7687"; never a password."""
        ...

    def read(self) -> Iterator[Element]:
        """Yield what the store holds of ours, in the order of `graph.elements.sort_key`, as it streams."""
        ...

    def is_empty(self) -> bool:
        """Return whether the store holds nothing of ours.

        Raises:
            StoreError: The store cannot be read.
        """
        ...

    def check_writable(self) -> None:
        """Do nothing where the store can be written; asked before anything is changed elsewhere.

        Raises:
            StoreError: It is read-only, its user may not write, or another process is at work on it.
        """
        ...

    def synchronize(self, elements: Iterable[Element], *, progress: Progress | None = None) -> WriteSummary:
        """Make the store hold exactly `elements`, which come in the order of `graph.elements.sort_key`.

        What is not ours stays, but for relationships of others that hang on a node of ours when it is deleted: they go with
        it. An element whose id does not fit its labels or type is refused before it is written.

        Both sides stream: memory does not grow with the graph. Running it again changes nothing.

        Raises:
            StoreError: The store refused; it then holds either the old graph or whole batches of the new one, and the next
                call finishes the work.
        """
        ...

    def score_runs(self) -> tuple[ScoreRun, ...]:
        """Return the runs of analyses whose scores are kept, by id.

        Raises:
            StoreError: The store cannot be read.
        """
        ...

    def write_scores(self, run: ScoreRun, values: Mapping[str, Mapping[str, Score]]) -> None:
        """Put scores beside the graph: `values` by node and property. Those of an earlier run under the same names go.

        `read` and `synchronize` neither see nor touch them. Writing the same again changes nothing.

        Raises:
            SchemaError: A property that is not named as scores are.
            StoreError: The store refused; it then holds what it held before.
        """
        ...

    def remove_scores(self, run: str) -> int:
        """Take the scores of a run away and return how many nodes had some.

        Raises:
            StoreError: There is no such run, or the store refused.
        """
        ...

    def close(self) -> None:
        """Let go of connections and files."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *exc: object) -> None: ...


def no_such_run(name: str, run: str) -> StoreError:
    """Return what to say when a store is asked to remove a run it does not hold."""
    return StoreError(f"{name}: holds no run {run}; `graphbuilder analyze --runs` lists those there are")
