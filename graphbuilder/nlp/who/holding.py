"""A position and its holder while a document is being read; it becomes a PositionMention."""

from dataclasses import dataclass

from graphbuilder.nlp.who.office_kinds import designate


@dataclass(slots=True)
class Holding:
    """A holder (an entity) and a position, as the words at tokens `start` to `end` say."""

    start: int
    end: int
    holder: int
    title: str
    kind: str
    of: int | None
    former: bool
    acting: bool
    confidence: float
    sentence: int
    past: bool = False
    complement: int | None = None
    owner: int | None = None
    """The token of "her" in "her interior minister"."""
    post: int | None = None
    """Where an envoy is sent."""

    def begin_later(self, *, coming: bool) -> None:
        """Make it the office of a designate holder where the words say that it is still to come."""
        if coming:
            self.kind, self.title = designate(self.kind, self.title)
