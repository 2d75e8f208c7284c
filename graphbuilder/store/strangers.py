"""What a store holds beside the graph model, and the protocol of a store in which others may keep things."""

from typing import Protocol, runtime_checkable

import msgspec

MOST_TOLD = 20
"""Of what stands among the graph, so many are told one by one; the others are counted."""


class Strangers(msgspec.Struct, kw_only=True):
    """What is not of the graph model in a database.

    `among` has one sentence for each thing on our nodes, between them or under our labels and ids, at most MOST_TOLD;
    `more` counts the rest of these. `nodes` and `relationships` count what touches nothing of ours, `hanging` the
    relationships between a node of ours and one of somebody else's.
    """

    among: list[str] = msgspec.field(default_factory=list)
    more: int = 0
    nodes: int = 0
    relationships: int = 0
    hanging: int = 0

    def tell(self, sentence: str) -> None:
        """Take one more sentence, or count it."""
        if len(self.among) < MOST_TOLD:
            self.among.append(sentence)
        else:
            self.more += 1


@runtime_checkable
class Shared(Protocol):
    """A store in which others may keep things of their own; a graph file is none."""

    def strangers(self) -> Strangers:
        """Return what it holds beside the graph model.

        Raises:
            StoreError: It cannot be read.
        """
        ...
