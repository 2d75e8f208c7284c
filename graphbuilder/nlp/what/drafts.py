"""Drafts: an event mention while it is being worked out, before it becomes a frozen record.

The only mutable thing of this package; it never leaves it.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from graphbuilder.nlp.what.lexicon import Frame
    from graphbuilder.nlp.what.status import Sense
    from graphbuilder.nlp.what.triggers import Hit
    from graphbuilder.records.annotation import Argument, DateBasis, PlaceArgument, Precision, TimeMention


@dataclass(slots=True)
class Draft:
    """A trigger with what has been found out about it so far.

    `topic` marks a demand that is only what a protest is for, and forces called up for an assault: PLOVER codes them with it.
    `loose` says that somebody takes part whom the entity layer does not know. `links` point to other drafts, by identity, until
    the records are built: (kind, target, how, gap).
    """

    hit: "Hit"
    sense: "Sense"
    sentence: int
    score: float
    definite: bool = False
    another: bool = False
    loose: bool = False
    arguments: "list[Argument]" = field(default_factory=list)
    places: "list[PlaceArgument]" = field(default_factory=list)
    times: "list[TimeMention]" = field(default_factory=list)
    start: "date | None" = None
    end: "date | None" = None
    precision: "Precision" = "unknown"
    date_text: str | None = None
    basis: "DateBasis | None" = None
    topic: bool = False
    mode: str | None = None
    links: "list[tuple[str, Draft, str | None, str | None]]" = field(default_factory=list)
    label: str = field(init=False)

    def __post_init__(self) -> None:
        self.label = self.hit.frame.label

    def read_as(self, frame: "Frame") -> None:
        """Take another reading of the trigger."""
        self.hit = self.hit._replace(frame=frame)
        self.label = frame.label

    @property
    def chain(self) -> tuple[int, ...]:
        """The words whose dependents belong to the event."""
        return self.sense.chain

    def people(self) -> set[int]:
        """Return the entities that take part."""
        return {argument.entity for argument in self.arguments}

    def link(self, kind: str, target: "Draft", how: str | None = None, gap: str | None = None) -> None:
        """Add a link unless it is there already or would point to itself."""
        if target is not self and not any(old[0] == kind and old[1] is target for old in self.links):
            self.links.append((kind, target, how, gap))

    def linked(self, kind: str) -> "Draft | None":
        """Return the first target of a kind of link."""
        return next((target for found, target, _, _ in self.links if found == kind), None)

    @property
    def root(self) -> "Draft":
        """The first mention of the same event, itself where there is none."""
        return self.linked("SAME") or self
