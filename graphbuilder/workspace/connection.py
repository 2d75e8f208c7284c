"""Opens the workspace's SQLite file and keeps its version."""

import sqlite3
from pathlib import Path

from graphbuilder.errors import WorkspaceError

VERSION = 1

TABLES = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS documents (
  id TEXT PRIMARY KEY, record BLOB NOT NULL, ingested_at TEXT NOT NULL, signature BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS origins (origin TEXT PRIMARY KEY, document_id TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS origins_by_document ON origins (document_id);
CREATE TABLE IF NOT EXISTS annotations (
  document_id TEXT PRIMARY KEY, extractor TEXT NOT NULL, record BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS elements (
  rank INTEGER NOT NULL, id TEXT NOT NULL, line BLOB NOT NULL, PRIMARY KEY (rank, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS judgements (number INTEGER PRIMARY KEY AUTOINCREMENT, record BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS known_sources (
  name TEXT PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT NOT NULL, format TEXT NOT NULL, people INTEGER NOT NULL,
  spells INTEGER NOT NULL, skipped INTEGER NOT NULL, imported_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS known_people (
  source TEXT NOT NULL, id TEXT NOT NULL, record BLOB NOT NULL, PRIMARY KEY (source, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS known_things (
  source TEXT NOT NULL, id TEXT NOT NULL, record BLOB NOT NULL, PRIMARY KEY (source, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS known_spells (
  source TEXT NOT NULL, person TEXT NOT NULL, record BLOB NOT NULL, PRIMARY KEY (source, person, record)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS known_names (
  name TEXT NOT NULL, id TEXT NOT NULL, source TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (name, id, source, person)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS known_names_by_id ON known_names (id);
CREATE TABLE IF NOT EXISTS known_tenures (
  kind TEXT NOT NULL, of TEXT NOT NULL, id TEXT NOT NULL, start TEXT NOT NULL, finish TEXT NOT NULL, source TEXT NOT NULL,
  PRIMARY KEY (kind, of, id, start, finish, source)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS known_tenures_by_id ON known_tenures (id);
"""


def connect(path: Path) -> sqlite3.Connection:
    """Open (or make) the workspace at `path`, in WAL mode.

    Raises:
        WorkspaceError: The file is not a workspace, cannot be written, or was made by a newer version.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, isolation_level=None, timeout=60.0)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA temp_store = FILE")
        connection.executescript(TABLES)
        row = connection.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
        if row is None:
            connection.execute("INSERT OR IGNORE INTO meta VALUES ('version', ?)", (str(VERSION),))
    except (sqlite3.Error, OSError) as error:
        raise WorkspaceError(f"the workspace {path} cannot be opened: {error}") from error
    if row is not None and int(row[0]) > VERSION:
        connection.close()
        raise WorkspaceError(
            f"the workspace {path} was written by a newer graphbuilder; update graphbuilder or choose another --workspace"
        )
    return connection
