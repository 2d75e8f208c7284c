"""The derived view: candidates and resolutions while the graph is derived (temporary), and the graph's elements, sorted.

Everything here can be thrown away and made again from the log. It lives in SQLite so that blocks and elements are sorted and
grouped on disk, and memory does not grow with the corpus.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from graphbuilder.records.annotation import EntityType
from graphbuilder.records.resolution import Entity, EntityCandidate, Event, EventCandidate, Member, Story, mark_of
from graphbuilder.workspace.log import Workspace

_encode = msgspec.json.Encoder().encode
_entity_candidates = msgspec.json.Decoder(EntityCandidate)
_event_candidates = msgspec.json.Decoder(EventCandidate)
_stories = msgspec.json.Decoder(Story)
_entities = msgspec.json.Decoder(Entity)
_events = msgspec.json.Decoder(Event)

TABLES = """
DROP TABLE IF EXISTS temp.entity_candidates;
CREATE TEMP TABLE entity_candidates (block TEXT, document_id TEXT, position INTEGER, record BLOB, mark TEXT);
CREATE INDEX temp.entity_candidates_by_document ON entity_candidates (document_id, position);
DROP TABLE IF EXISTS temp.entities;
CREATE TEMP TABLE entities (id TEXT PRIMARY KEY, name TEXT, record BLOB) WITHOUT ROWID;
DROP TABLE IF EXISTS temp.roles;
CREATE TEMP TABLE roles (kind TEXT, of TEXT, observed TEXT, document_id TEXT, position INTEGER, says TEXT);
CREATE INDEX temp.roles_by_office ON roles (kind, of, says);
DROP TABLE IF EXISTS temp.entity_links;
CREATE TEMP TABLE entity_links (
  document_id TEXT, position INTEGER, entity_id TEXT, PRIMARY KEY (document_id, position)
) WITHOUT ROWID;
DROP TABLE IF EXISTS temp.within;
CREATE TEMP TABLE within (inner_id TEXT, outer_id TEXT, PRIMARY KEY (inner_id, outer_id)) WITHOUT ROWID;
DROP TABLE IF EXISTS temp.local_within;
CREATE TEMP TABLE local_within (document_id TEXT, inner_position INTEGER, outer_position INTEGER);
DROP TABLE IF EXISTS temp.renames;
CREATE TEMP TABLE renames (old_id TEXT PRIMARY KEY, new_id TEXT) WITHOUT ROWID;
DROP TABLE IF EXISTS temp.event_candidates;
CREATE TEMP TABLE event_candidates (
  document_id TEXT, position INTEGER, record BLOB, PRIMARY KEY (document_id, position)
) WITHOUT ROWID;
DROP TABLE IF EXISTS temp.event_blocks;
CREATE TEMP TABLE event_blocks (block TEXT, start TEXT, document_id TEXT, position INTEGER);
DROP TABLE IF EXISTS temp.stories;
CREATE TEMP TABLE stories (document_id TEXT PRIMARY KEY, record BLOB) WITHOUT ROWID;
DROP TABLE IF EXISTS temp.story_blocks;
CREATE TEMP TABLE story_blocks (block TEXT, published TEXT, document_id TEXT);
DROP TABLE IF EXISTS temp.event_links;
CREATE TEMP TABLE event_links (
  document_id TEXT, position INTEGER, event_id TEXT, PRIMARY KEY (document_id, position)
) WITHOUT ROWID;
DROP TABLE IF EXISTS temp.claims;
CREATE TEMP TABLE claims (key TEXT, record BLOB);
"""


class View:
    """The tables of one derivation, in a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._connection = workspace.connection

    def reset(self) -> None:
        """Empty the tables of an earlier derivation."""
        for statement in TABLES.split(";"):
            self._connection.execute(statement)

    # ------------------------------------------------------------------ entities

    def put_entity_candidates(self, candidates: Iterable[EntityCandidate]) -> None:
        """Keep candidates until their block is resolved."""
        self._connection.executemany(
            "INSERT INTO temp.entity_candidates VALUES (?, ?, ?, ?, ?)",
            ((c.block, *c.member, _encode(c), mark_of(c)) for c in candidates),
        )

    def entity_blocks(self) -> Iterator[list[EntityCandidate]]:
        """Yield the candidates of each block, blocks and members in order."""
        rows = self._connection.execute(
            "SELECT block, record FROM temp.entity_candidates ORDER BY block, document_id, position"
        )
        for _, group in groupby(rows, key=lambda row: row[0]):
            yield [_entity_candidates.decode(record) for _, record in group]

    def put_entities(self, entities: Iterable[Entity]) -> None:
        """Keep resolved entities (replacing ones of the same id) and link their members to them."""
        for entity in entities:
            self._connection.execute(
                "INSERT OR REPLACE INTO temp.entities VALUES (?, ?, ?)", (entity.id, entity.name, _encode(entity))
            )
            self._connection.executemany(
                "INSERT OR REPLACE INTO temp.entity_links VALUES (?, ?, ?)",
                ((document_id, position, entity.id) for document_id, position in entity.members),
            )

    def drop_entity(self, entity_id: str) -> None:
        """Take out an entity that became part of another."""
        self._connection.execute("DELETE FROM temp.entities WHERE id = ?", (entity_id,))

    def entity(self, entity_id: str) -> Entity:
        """Return a resolved entity."""
        row = self._connection.execute("SELECT record FROM temp.entities WHERE id = ?", (entity_id,)).fetchone()
        return _entities.decode(row[0])

    def entities(self) -> Iterator[Entity]:
        """Yield the resolved entities by id."""
        for (record,) in self._connection.execute("SELECT record FROM temp.entities ORDER BY id"):
            yield _entities.decode(record)

    def entity_name(self, entity_id: str) -> str:
        """Return the name of a resolved entity."""
        row = self._connection.execute("SELECT name FROM temp.entities WHERE id = ?", (entity_id,)).fetchone()
        return str(row[0])

    def entity_ids(self, document_id: str) -> dict[int, str]:
        """Return the entity id of each local entity of a document."""
        rows = self._connection.execute(
            "SELECT position, entity_id FROM temp.entity_links WHERE document_id = ?", (document_id,)
        )
        return dict(rows)

    def put_local_within(self, document_id: str, pairs: Iterable[tuple[int, int | None]]) -> None:
        """Keep that, in this document, the first local entity lies within the second."""
        self._connection.executemany(
            "INSERT INTO temp.local_within VALUES (?, ?, ?)",
            ((document_id, inner, outer) for inner, outer in pairs if outer is not None),
        )

    def resolve_within(self) -> None:
        """Turn what documents say of local entities into what is known of entities."""
        self._connection.execute(
            "INSERT OR IGNORE INTO temp.within SELECT i.entity_id, o.entity_id FROM temp.local_within w"
            " JOIN temp.entity_links i ON i.document_id = w.document_id AND i.position = w.inner_position"
            " JOIN temp.entity_links o ON o.document_id = w.document_id AND o.position = w.outer_position"
            " WHERE i.entity_id <> o.entity_id"
        )

    def rename_participant(self, old_id: str, new_id: str) -> None:
        """Keep that candidates which name the entity `old_id` mean `new_id`."""
        self._connection.execute("INSERT OR REPLACE INTO temp.renames VALUES (?, ?)", (old_id, new_id))

    def renamed_participants(self) -> dict[str, str]:
        """Return what `rename_participant` kept."""
        return dict(self._connection.execute("SELECT old_id, new_id FROM temp.renames"))

    def area(self, entity_id: str) -> tuple[str, ...]:
        """Return the ids of all that a place lies within, nearest first."""
        found: list[str] = []
        todo = [entity_id]
        while todo:
            rows = self._connection.execute(
                "SELECT outer_id FROM temp.within WHERE inner_id = ? ORDER BY outer_id", (todo.pop(0),)
            )
            fresh = [outer for (outer,) in rows if outer not in found and outer != entity_id]
            found += fresh
            todo += fresh
        return tuple(found)

    # ------------------------------------------------------------------ events

    def put_event_candidates(self, candidates: Iterable[EventCandidate]) -> None:
        """Keep the local events of a document."""
        self._connection.executemany(
            "INSERT INTO temp.event_candidates VALUES (?, ?, ?)", ((*c.member, _encode(c)) for c in candidates)
        )

    def put_event_blocks(self, candidate: EventCandidate, blocks: Iterable[str]) -> None:
        """Put a candidate into the blocks it is compared in."""
        start = candidate.start.isoformat() if candidate.start else ""
        self._connection.executemany(
            "INSERT INTO temp.event_blocks VALUES (?, ?, ?, ?)", ((block, start, *candidate.member) for block in blocks)
        )

    def event_blocks(self) -> Iterator[list[EventCandidate]]:
        """Yield the candidates of each block of two or more, blocks in order, candidates by start."""
        rows = self._connection.execute(
            "SELECT b.block, c.record FROM temp.event_blocks b JOIN temp.event_candidates c"
            " ON c.document_id = b.document_id AND c.position = b.position"
            " WHERE b.block IN (SELECT block FROM temp.event_blocks GROUP BY block HAVING count(DISTINCT document_id) > 1)"
            " ORDER BY b.block, b.start, b.document_id, b.position"
        )
        for _, group in groupby(rows, key=lambda row: row[0]):
            yield [_event_candidates.decode(record) for _, record in group]

    def put_story(self, document_id: str, story: Story, blocks: Iterable[str]) -> None:
        """Keep what a document is about, in the blocks it is compared in."""
        published = story.published.isoformat() if story.published else ""
        self._connection.execute("INSERT OR REPLACE INTO temp.stories VALUES (?, ?)", (document_id, _encode(story)))
        self._connection.executemany(
            "INSERT INTO temp.story_blocks VALUES (?, ?, ?)", ((block, published, document_id) for block in blocks)
        )

    def story_blocks(self) -> Iterator[list[str]]:
        """Yield the documents of each block of two or more, blocks in order, documents by publication."""
        rows = self._connection.execute(
            "SELECT block, document_id FROM temp.story_blocks ORDER BY block, published, document_id"
        )
        for _, group in groupby(rows, key=lambda row: row[0]):
            documents = [document_id for _, document_id in group]
            if len(documents) > 1:
                yield documents

    def story(self, document_id: str) -> Story:
        """Return what a document is about."""
        row = self._connection.execute(
            "SELECT record FROM temp.stories WHERE document_id = ?", (document_id,)
        ).fetchone()
        return _stories.decode(row[0])

    def event_candidate(self, member: Member) -> EventCandidate:
        """Return a local event."""
        row = self._connection.execute(
            "SELECT record FROM temp.event_candidates WHERE document_id = ? AND position = ?", member
        ).fetchone()
        return _event_candidates.decode(row[0])

    def event_candidates(self) -> Iterator[EventCandidate]:
        """Yield all local events, by document and position."""
        for (record,) in self._connection.execute(
            "SELECT record FROM temp.event_candidates ORDER BY document_id, position"
        ):
            yield _event_candidates.decode(record)

    def candidates_of(self, document_id: str) -> list[EventCandidate]:
        """Return the local events of one document."""
        rows = self._connection.execute(
            "SELECT record FROM temp.event_candidates WHERE document_id = ? ORDER BY position", (document_id,)
        )
        return [_event_candidates.decode(record) for (record,) in rows]

    def drop_event_candidate(self, member: Member) -> None:
        """Take out a local event."""
        self._connection.execute("DELETE FROM temp.event_candidates WHERE document_id = ? AND position = ?", member)

    def link_event(self, event: Event, mentions: Iterable[Member]) -> None:
        """Link event mentions (by document and index) to the event they tell of."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO temp.event_links VALUES (?, ?, ?)",
            ((document_id, position, event.id) for document_id, position in mentions),
        )

    def event_ids(self, document_id: str) -> dict[int, str]:
        """Return the event id of each event mention of a document."""
        rows = self._connection.execute(
            "SELECT position, event_id FROM temp.event_links WHERE document_id = ?", (document_id,)
        )
        return dict(rows)

    # ------------------------------------------------------------------ claims and elements

    def put_claims(self, claims: Iterable[tuple[str, bytes]]) -> None:
        """Keep what one document says of a relationship; `key` is the relationship's id."""
        self._connection.executemany("INSERT INTO temp.claims VALUES (?, ?)", claims)

    def claims(self) -> Iterator[list[bytes]]:
        """Yield all that is said of each relationship, by key, the sayings in a fixed order."""
        rows = self._connection.execute("SELECT key, record FROM temp.claims ORDER BY key, record")
        for _, group in groupby(rows, key=lambda row: row[0]):
            yield [record for _, record in group]

    def clear_elements(self) -> None:
        """Forget the graph derived before."""
        self._connection.execute("DELETE FROM elements")

    def put_elements(self, rows: Iterable[tuple[int, str, bytes]]) -> None:
        """Keep elements as (0 for a node or 1 for a relationship, id, encoded line)."""
        self._connection.executemany("INSERT OR REPLACE INTO elements VALUES (?, ?, ?)", rows)

    def element_lines(self) -> Iterator[bytes]:
        """Yield the lines of the derived graph, nodes first, by id."""
        for (line,) in self._connection.execute("SELECT line FROM elements ORDER BY rank, id"):
            yield line

    def element_counts(self) -> tuple[int, int]:
        """Return how many nodes and relationships the derived graph has."""
        rows = dict(self._connection.execute("SELECT rank, count(*) FROM elements GROUP BY rank"))
        return int(rows.get(0, 0)), int(rows.get(1, 0))

    def entity_counts(self) -> dict[str, int]:
        """Return how many entities of each kind the derived graph has."""
        rows = self._connection.execute(
            "SELECT substr(id, 1, instr(id, ':') - 1), count(*) FROM elements WHERE rank = 0 GROUP BY 1 ORDER BY 1"
        )
        kinds = {kind.value.lower(): kind.value for kind in EntityType}
        return {kinds[prefix]: count for prefix, count in rows if prefix in kinds}

    def event_counts(self) -> dict[str, dict[str, int]]:
        """Return how many events of each label and status the derived graph has."""
        rows = self._connection.execute(
            "SELECT json_extract(line, '$.properties.type'), json_extract(line, '$.properties.status'), count(*)"
            " FROM elements WHERE rank = 0 AND id >= 'event:' AND id < 'event;' GROUP BY 1, 2 ORDER BY 1, 2"
        )
        counts: dict[str, dict[str, int]] = {}
        for label, status, count in rows:
            counts.setdefault(label, {})[status] = count
        return counts
