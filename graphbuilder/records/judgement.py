"""What a person decided about who is who, or which accounts are one event. Kept in the log beside the annotations."""

from typing import Literal

from graphbuilder.records.base import Record

Anchor = tuple[str, str]
"""(document id, folded name of an entity or first character of an event's trigger): found again after another reading."""

Subject = Literal["entity", "event"]
Decision = Literal["merge", "split"]


class Side(Record, frozen=True, kw_only=True):
    """One of the two things judged, as it was then: its id, its name, and the mentions it stood for."""

    id: str
    name: str
    anchors: tuple[Anchor, ...]


class Judgement(Record, frozen=True, kw_only=True):
    """Two things are one (merge), or are not (split). `number` counts up and is never used again."""

    subject: Subject
    decision: Decision
    left: Side
    right: Side
    number: int = 0
    made_at: str = ""
