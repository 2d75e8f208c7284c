"""Judgements in the workspace: kept, listed, taken back. Nothing is decided here."""

from datetime import UTC, datetime

import msgspec

from graphbuilder.records.identity import digest
from graphbuilder.records.judgement import Judgement, Subject
from graphbuilder.workspace.log import Workspace

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Judgement).decode


def list_judgements(workspace: Workspace, subject: Subject | None = None) -> list[Judgement]:
    """Return the judgements (about this subject) in the order they were made."""
    rows = workspace.connection.execute("SELECT number, record FROM judgements ORDER BY number")
    found = [msgspec.structs.replace(_decode(record), number=number) for number, record in rows]
    return [judgement for judgement in found if subject is None or judgement.subject == subject]


def keep_judgement(workspace: Workspace, judgement: Judgement) -> Judgement:
    """Keep a judgement; return it with its number and time."""
    made = msgspec.structs.replace(judgement, made_at=datetime.now(UTC).isoformat(timespec="seconds"))
    cursor = workspace.connection.execute("INSERT INTO judgements (record) VALUES (?)", (_encode(made),))
    return msgspec.structs.replace(made, number=int(cursor.lastrowid or 0))


def drop_judgement(workspace: Workspace, number: int) -> None:
    """Take a judgement back."""
    workspace.connection.execute("DELETE FROM judgements WHERE number = ?", (number,))


def judgements_state(workspace: Workspace) -> str:
    """Return a hash over all judgements, without when they were made."""
    plain = (msgspec.structs.replace(judgement, made_at="") for judgement in list_judgements(workspace))
    return digest(*(_encode(judgement).decode() for judgement in plain))
