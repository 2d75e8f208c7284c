"""Ways into a derivation's temporary tables that judgements and offices need: by anchor, by member, by office."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

import msgspec

from graphbuilder.records.judgement import Anchor
from graphbuilder.records.resolution import EntityCandidate, Member, mark_of
from graphbuilder.workspace.log import Workspace

_candidate = msgspec.json.Decoder(EntityCandidate).decode


class OfficeMention(NamedTuple):
    """A document speaks of an office: by its holder's name (`entity` is the person), or by the office alone (`says` is None).

    Of a holder it `says` that they are in office on the day, take it up then, or hold it no more from then on.
    """

    entity: str
    day: date
    says: str | None


class OfficeWord(NamedTuple):
    """What one mention of a document says of an office (see `OfficeMention`)."""

    member: Member
    kind: str
    of: str
    day: date
    says: str | None


class Marks:
    """Questions to the tables that `View` fills."""

    def __init__(self, workspace: Workspace) -> None:
        self._connection = workspace.connection

    def entity_at(self, anchor: Anchor) -> str | None:
        """Return the entity that the mentions of this name in this document belong to."""
        row = self._connection.execute(
            "SELECT min(l.entity_id) FROM temp.entity_candidates c JOIN temp.entity_links l"
            " ON l.document_id = c.document_id AND l.position = c.position WHERE c.document_id = ? AND c.mark = ?",
            anchor,
        ).fetchone()
        return str(row[0]) if row and row[0] is not None else None

    def candidates(self, members: Iterable[Member]) -> list[EntityCandidate]:
        """Return the candidates that an entity was made of."""
        found = []
        for member in sorted(members):
            row = self._connection.execute(
                "SELECT record FROM temp.entity_candidates WHERE document_id = ? AND position = ?", member
            ).fetchone()
            found.append(_candidate(row[0]))
        return found

    def put_offices(self, words: Iterable[OfficeWord]) -> None:
        """Keep what dated documents say of who holds which office when."""
        rows = ((w.kind, w.of, w.day.isoformat(), *w.member, w.says or "") for w in words)
        self._connection.executemany("INSERT INTO temp.roles VALUES (?, ?, ?, ?, ?, ?)", rows)

    def offices(self) -> Iterator[tuple[str, list[OfficeMention]]]:
        """Yield each office (its kind) that some document names without its holder, with all that speak of it."""
        rows = self._connection.execute(
            "SELECT r.kind, r.of, l.entity_id, r.observed, r.says FROM temp.roles r JOIN temp.entity_links l"
            " ON l.document_id = r.document_id AND l.position = r.position"
            " WHERE EXISTS (SELECT 1 FROM temp.roles o WHERE o.kind = r.kind AND o.of = r.of AND o.says = '')"
            " AND EXISTS (SELECT 1 FROM temp.roles o WHERE o.kind = r.kind AND o.of = r.of AND o.says = 'in')"
            " ORDER BY r.kind, r.of, r.observed, l.entity_id, r.says"
        ).fetchall()
        for (kind, _), group in groupby(rows, key=lambda row: row[:2]):
            yield (
                kind,
                [OfficeMention(entity, date.fromisoformat(day), says or None) for *_, entity, day, says in group],
            )

    def unheld(self) -> Iterator[tuple[str, str, list[OfficeMention]]]:
        """Yield each office (its kind, and of what) whose holder no document names, with all that speak of it."""
        rows = self._connection.execute(
            "SELECT r.kind, r.of, l.entity_id, r.observed FROM temp.roles r JOIN temp.entity_links l"
            " ON l.document_id = r.document_id AND l.position = r.position WHERE r.says = ''"
            " AND NOT EXISTS (SELECT 1 FROM temp.roles o WHERE o.kind = r.kind AND o.of = r.of AND o.says = 'in')"
            " ORDER BY r.kind, r.of, r.observed, l.entity_id"
        ).fetchall()
        for (kind, of), group in groupby(rows, key=lambda row: row[:2]):
            mentions = [OfficeMention(entity, date.fromisoformat(day), None) for *_, entity, day in group]
            yield kind, of, mentions

    def holders(self, kind: str, of: str) -> list[tuple[str, date, str]]:
        """Return who dated documents name as the holder of an office: entity, day, document, in order of time."""
        rows = self._connection.execute(
            "SELECT DISTINCT l.entity_id, r.observed, r.document_id FROM temp.roles r JOIN temp.entity_links l"
            " ON l.document_id = r.document_id AND l.position = r.position"
            " WHERE r.kind = ? AND r.of = ? AND r.says = 'in' ORDER BY r.observed, r.document_id, l.entity_id",
            (kind, of),
        )
        return [(entity, date.fromisoformat(day), document) for entity, day, document in rows]


def anchor_of(candidate: EntityCandidate) -> Anchor:
    """Return the anchor of a candidate: its document and its mark."""
    return candidate.member[0], mark_of(candidate)
