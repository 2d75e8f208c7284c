"""Claims: what single documents say of lasting relationships (holds a position, lies within, follows), and their sum.

A claim is kept per document, so that removing the document takes back what it said.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

import msgspec

from graphbuilder.graph.elements import Element, Node, PropertyValue, Relationship
from graphbuilder.graph.identifiers import labels_of, relationship_id

ClaimType = Literal["WITHIN", "AFFILIATED_WITH", "HOLDS", "OF", "PART_OF", "AFTER", "CONTENT", "Position"]


class Claim(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One document's word on one relationship, or on a position node (`start` is its id, `end` empty).

    `observed` is the document's date. `detail` is `how` of PART_OF, `gap` of AFTER, the title of a position.
    """

    type: ClaimType
    start: str
    end: str = ""
    confidence: float = 1.0
    detail: str | None = None
    kind: str | None = None
    of_name: str | None = None
    since: date | None = None
    until: date | None = None
    observed: date | None = None
    former: bool = False
    acting: bool = False


_encode = msgspec.json.Encoder().encode
_decoder = msgspec.json.Decoder(Claim)


def claim_row(claim: Claim) -> tuple[str, bytes]:
    """Return the key that all claims of one element share, and the claim as bytes."""
    if claim.type == "Position":
        return claim.start, _encode(claim)
    return relationship_id(claim.type, claim.start, claim.end), _encode(claim)


def claimed_elements(groups: Iterator[list[bytes]]) -> Iterator[Element]:
    """Yield the element that each group of claims makes together; the order within a group does not matter."""
    for group in groups:
        claims = [_decoder.decode(record) for record in group]
        yield _position(claims) if claims[0].type == "Position" else _relationship(claims)


def _position(claims: Sequence[Claim]) -> Node:
    titles = Counter(claim.detail or "" for claim in claims)
    title = min(titles, key=lambda text: (-titles[text], text))
    of_name = claims[0].of_name
    return Node(
        id=claims[0].start,
        labels=("Position",),
        properties={
            "name": f"{title} of {of_name}" if of_name else title,
            "title": title,
            "kind": claims[0].kind or title.lower(),
        },
    )


def _relationship(claims: Sequence[Claim]) -> Relationship:
    first = claims[0]
    properties: dict[str, PropertyValue] = {"confidence": max(claim.confidence for claim in claims)}
    detail = min((claim.detail for claim in claims if claim.detail), default=None)
    if detail and first.type == "PART_OF":
        properties["how"] = detail
    elif detail and first.type == "AFTER":
        properties["gap"] = detail
    elif first.type == "HOLDS":
        properties.update(_tenure(claims))
    return Relationship(
        id=relationship_id(first.type, first.start, first.end),
        type=first.type,
        start_id=first.start,
        start_labels=labels_of(first.start),
        end_id=first.end,
        end_labels=labels_of(first.end),
        properties=properties,
    )


def _tenure(claims: Sequence[Claim]) -> dict[str, PropertyValue]:
    """Return when the position was held, and when it was seen held.

    Where documents differ on start or end the earliest start and the latest end are given. Somebody is former once the latest
    dated document says so; days on which documents called them former do not count as seen in office. Somebody is acting where
    the latest document that does not call them former says so, and nothing is said of it otherwise.
    """
    ordered = sorted(claims, key=lambda claim: (claim.observed or date.min, claim.former, claim.acting))
    tenure: dict[str, PropertyValue] = {"former": ordered[-1].former}
    if next((claim.acting for claim in reversed(ordered) if not claim.former), ordered[-1].acting):
        tenure["acting"] = True
    since = [claim.since for claim in claims if claim.since]
    until = [claim.until for claim in claims if claim.until]
    seen = [claim.observed for claim in claims if claim.observed and not claim.former]
    seen = seen or [claim.observed for claim in claims if claim.observed]
    if since:
        tenure["start"] = min(since)
    if until:
        tenure["end"] = max(until)
    if seen:
        tenure["observed_first"], tenure["observed_last"] = min(seen), max(seen)
    return tenure
