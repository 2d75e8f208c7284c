"""Imported knowledge in the workspace: sources, their facts as read, and an index to ask by name and by office.

The facts are kept as they were read; the index is made from them and can be made again. Nothing is decided here.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

import msgspec

from graphbuilder.records.base import Record
from graphbuilder.records.identity import digest
from graphbuilder.records.knowledge import Known, KnownPerson, KnownSpell, KnownThing, Tenure
from graphbuilder.workspace.log import Workspace

_encode = msgspec.json.Encoder().encode
_person = msgspec.json.Decoder(KnownPerson).decode
_spell = msgspec.json.Decoder(KnownSpell).decode
_thing = msgspec.json.Decoder(KnownThing).decode

PAGE = 2_000
"""People read at a time."""


class KnownSource(Record, frozen=True, kw_only=True):
    """An imported file: name, hash, format, and how much it held."""

    name: str
    path: str
    sha256: str
    format: str
    people: int
    spells: int
    skipped: int
    imported_at: str


class KnowledgeBase:
    """The knowledge of a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._connection = workspace.connection

    def sources(self) -> list[KnownSource]:
        """Return the imported sources, by name."""
        rows = self._connection.execute(
            "SELECT name, path, sha256, format, people, spells, skipped, imported_at FROM known_sources ORDER BY name"
        )
        return [
            msgspec.convert(dict(zip(KnownSource.__struct_fields__, row, strict=True)), KnownSource) for row in rows
        ]

    def forget(self, name: str) -> None:
        """Take a source out, with all it said."""
        for table in ("known_people", "known_things", "known_spells", "known_names", "known_tenures"):
            self._connection.execute(f"DELETE FROM {table} WHERE source = ?", (name,))
        self._connection.execute("DELETE FROM known_sources WHERE name = ?", (name,))

    def keep_source(self, name: str, *, path: str, sha256: str, form: str, skipped: int) -> None:
        """Keep that the facts under `name` are all that this file holds."""
        people, spells = (
            self._connection.execute(f"SELECT count(*) FROM {table} WHERE source = ?", (name,)).fetchone()[0]
            for table in ("known_people", "known_spells")
        )
        self._connection.execute(
            "INSERT OR REPLACE INTO known_sources VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (name, path, sha256, form, people, spells, skipped, datetime.now(UTC).isoformat(timespec="seconds")),
        )

    def keep_fact(self, source: str, fact: KnownPerson | KnownThing | KnownSpell) -> None:
        """Keep a fact of a source; the same fact twice is one."""
        record = _encode(fact)
        if isinstance(fact, KnownPerson):
            self._keep_person(source, fact)
        elif isinstance(fact, KnownThing):
            self._connection.execute("INSERT OR REPLACE INTO known_things VALUES (?, ?, ?)", (source, fact.id, record))
        else:
            self._connection.execute(
                "INSERT OR IGNORE INTO known_spells VALUES (?, ?, ?)", (source, fact.person, record)
            )

    def _keep_person(self, source: str, person: KnownPerson) -> None:
        """Keep a person; rows of one id add their spellings, whatever their order."""
        row = self._connection.execute(
            "SELECT record FROM known_people WHERE source = ? AND id = ?", (source, person.id)
        ).fetchone()
        if row:
            other = _person(row[0])
            spellings = {person.name, other.name, *person.aliases, *other.aliases}
            name = max(person.name, other.name, key=lambda text: (len(text.split()), text))
            person = msgspec.structs.replace(
                person,
                name=name,
                aliases=tuple(sorted(spellings - {name})),
                wikidata=person.wikidata or other.wikidata,
                gender=person.gender or other.gender,
            )
        self._connection.execute(
            "INSERT OR REPLACE INTO known_people VALUES (?, ?, ?)", (source, person.id, _encode(person))
        )

    # ------------------------------------------------------------------ index

    def clear_index(self) -> None:
        """Forget the index."""
        self._connection.execute("DELETE FROM known_names")
        self._connection.execute("DELETE FROM known_tenures")

    def people(self, source: str) -> Iterator[KnownPerson]:
        """Yield the people of a source, by id; memory is that of some thousand of them."""
        after = ""
        while rows := self._connection.execute(
            "SELECT id, record FROM known_people WHERE source = ? AND id > ? ORDER BY id LIMIT ?", (source, after, PAGE)
        ).fetchall():
            for after, record in rows:  # noqa: B007 - the last id is where the next page begins
                yield _person(record)

    def name_of(self, source: str, person: str) -> str | None:
        """Return the name under which a source already told of somebody, by their id."""
        row = self._connection.execute(
            "SELECT record FROM known_people WHERE source = ? AND id = ?", (source, person)
        ).fetchone()
        return _person(row[0]).name if row else None

    def spells(self, source: str, person: str) -> list[KnownSpell]:
        """Return the spells of a person of a source."""
        rows = self._connection.execute(
            "SELECT record FROM known_spells WHERE source = ? AND person = ? ORDER BY record", (source, person)
        )
        return [_spell(record) for (record,) in rows]

    def thing(self, source: str, key: str | None) -> KnownThing | None:
        """Return what a spell of a source points to."""
        if key is None:
            return None
        row = self._connection.execute(
            "SELECT record FROM known_things WHERE source = ? AND id = ?", (source, key)
        ).fetchone()
        return _thing(row[0]) if row else None

    def put_index(
        self, source: str, person: KnownPerson, known_id: str, names: Iterable[str], tenures: Iterable[Tenure]
    ) -> None:
        """Index a person of a source under comparable names and offices."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO known_names VALUES (?, ?, ?, ?)",
            ((name, known_id, source, person.id) for name in names),
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO known_tenures VALUES (?, ?, ?, ?, ?, ?)",
            (
                (t.kind, t.of or "", known_id, t.start.isoformat() if t.start else "", t.end.isoformat() if t.end else "", source)
                for t in tenures
            ),
        )  # fmt: skip

    # ------------------------------------------------------------------ questions

    def is_empty(self) -> bool:
        """Return whether nothing is known."""
        return self._connection.execute("SELECT 1 FROM known_names LIMIT 1").fetchone() is None

    def named(self, name: str) -> list[Known]:
        """Return the people who go by a comparable name, by id."""
        rows = self._connection.execute("SELECT DISTINCT id FROM known_names WHERE name = ? ORDER BY id", (name,))
        return [self.person(known_id) for (known_id,) in rows.fetchall()]

    def holders(self, kind: str, of: str, day: date) -> list[Known]:
        """Return who held an office on a day, by id; a spell without a start says too little."""
        rows = self._connection.execute(
            "SELECT DISTINCT id FROM known_tenures WHERE kind = ? AND of = ? AND start <> '' AND start <= ?"
            " AND (finish = '' OR finish >= ?) ORDER BY id",
            (kind, of, day.isoformat(), day.isoformat()),
        )
        return [self.person(known_id) for (known_id,) in rows.fetchall()]

    def person(self, known_id: str) -> Known:
        """Return all that the sources say together about a person."""
        rows = self._connection.execute(
            "SELECT DISTINCT p.record FROM known_names n JOIN known_people p ON p.source = n.source AND p.id = n.person"
            " WHERE n.id = ? ORDER BY p.record",
            (known_id,),
        )
        people = [_person(record) for (record,) in rows]
        spellings = {name for person in people for name in (person.name, *person.aliases)}
        name = min((person.name for person in people), key=lambda text: (-len(text.split()), text))
        tenures = self._connection.execute(
            "SELECT DISTINCT kind, of, start, finish FROM known_tenures WHERE id = ? ORDER BY start, finish, kind, of",
            (known_id,),
        )
        return Known(
            id=known_id,
            name=name,
            aliases=tuple(sorted(spellings - {name})),
            wikidata=next((person.wikidata for person in people if person.wikidata), None),
            gender=next((person.gender for person in people if person.gender), None),
            tenures=tuple(
                Tenure(kind=kind, of=of or None, start=_day(start), end=_day(end)) for kind, of, start, end in tenures
            ),
        )

    def state(self) -> str:
        """Return a hash over all that is known: the sources' names and hashes."""
        return digest(*(part for source in self.sources() for part in (source.name, source.sha256)))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
