"""Backups: one zip of the workspace (the truth) and, for the private Neo4j, a dump of its database; and back again.

The dump keeps what else a person keeps in the database; without one the graph is written anew from the workspace.
"""

import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import msgspec

from graphbuilder import __version__
from graphbuilder.errors import WorkspaceError
from graphbuilder.records.base import Record
from graphbuilder.server import database
from graphbuilder.server.lock import load_lock
from graphbuilder.workspace.log import Workspace

MANIFEST: Final = "manifest.json"
WORKSPACE: Final = "workspace.sqlite"
FORMAT: Final = 1


class Manifest(Record, frozen=True, kw_only=True):
    """What a backup holds and who made it."""

    format: int
    graphbuilder: str
    documents: int
    neo4j: str | None = None


def back_up(workspace: Workspace, archive: Path, *, home: Path | None, cache: Path) -> Manifest:
    """Write a backup to `archive`, which must not exist.

    Args:
        workspace: The open workspace of the graph.
        archive: The zip file to write.
        home: The folder of the private Neo4j that holds the graph; it is stopped for the dump. None where there is none.
        cache: Where downloaded files are kept.

    Raises:
        WorkspaceError: `archive` exists or cannot be written.
        ServerError: The database cannot be dumped.
    """
    if archive.exists():
        raise WorkspaceError(f"{archive} exists; name a new file for the backup")
    manifest = Manifest(
        format=FORMAT,
        graphbuilder=__version__,
        documents=workspace.count(),
        neo4j=load_lock().version if home else None,
    )
    part = archive.with_name(f".{archive.name}.part")
    try:
        archive.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=archive.parent) as name:
            folder = Path(name)
            workspace.copy_to(folder / WORKSPACE)
            (folder / MANIFEST).write_bytes(msgspec.json.encode(manifest))
            if home is not None:
                database.dump(home, folder, cache=cache)
            with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as written:
                for file in sorted(folder.iterdir()):
                    written.write(file, file.name)
        part.replace(archive)
    except OSError as error:
        raise WorkspaceError(f"{archive} cannot be written: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)
    return manifest


def read_manifest(archive: Path) -> Manifest:
    """Return what a backup holds.

    Raises:
        WorkspaceError: It is no backup of ours, is damaged, or was made by a newer version.
    """
    try:
        with zipfile.ZipFile(archive) as held:
            if (bad := held.testzip()) is not None:
                raise WorkspaceError(f"{archive} is damaged ({bad}); take another backup")
            said = json.loads(held.read(MANIFEST))
        if isinstance(said, dict) and isinstance(said.get("format"), int) and said["format"] > FORMAT:
            raise WorkspaceError(
                f"{archive} was made by a newer graphbuilder ({said.get('graphbuilder')}); update this one"
            )
        return msgspec.convert(said, Manifest)
    except (zipfile.BadZipFile, KeyError, ValueError, msgspec.ValidationError) as error:
        raise WorkspaceError(f"{archive} is no backup of graphbuilder") from error
    except OSError as error:
        raise WorkspaceError(f"{archive} cannot be read: {error.strerror or error}") from error


def restore(
    archive: Path, workspace: Path, *, home: Path | None, cache: Path, write: Callable[[Workspace], None]
) -> Manifest:
    """Put the workspace of a backup at `workspace`, and its graph into the store.

    Nothing may have `workspace` open. What it held is replaced once the graph is written, so that a store that refuses leaves
    both as they were. A dump replaces the database of the private Neo4j of `home` as a whole: from then on its workspace holds.

    Args:
        archive: The backup.
        workspace: Where the workspace belongs.
        home: The folder of the private Neo4j where the graph goes there; None for another store.
        cache: Where downloaded files are kept.
        write: Makes the store hold the graph of the workspace it is given.

    Raises:
        WorkspaceError: `archive` is no backup, or `workspace` cannot be written.
        ServerError: The database cannot be loaded.
        StoreError: The store refused.
    """
    manifest = read_manifest(archive)
    dumped = manifest.neo4j is not None and home is not None
    try:
        workspace.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=workspace.parent) as name, zipfile.ZipFile(archive) as held:
            found = _extract_workspace(held, Path(name), archive)
            if home is not None and dumped:
                _extract(held, database.DUMP_NAME, Path(name), archive)
                database.load(home, Path(name), cache=cache)
                found = _put_in_place(found, workspace)
            with Workspace(found) as log:
                write(log)
            if not dumped:
                _put_in_place(found, workspace)
    except OSError as error:
        raise WorkspaceError(f"{workspace} cannot be written: {error.strerror or error}") from error
    return manifest


def _put_in_place(found: Path, workspace: Path) -> Path:
    for suffix in ("-wal", "-shm"):
        workspace.with_name(workspace.name + suffix).unlink(missing_ok=True)
    return found.replace(workspace)


def _extract(held: zipfile.ZipFile, member: str, folder: Path, archive: Path) -> Path:
    try:
        return Path(held.extract(member, folder))
    except KeyError as error:
        raise WorkspaceError(f"{archive} is no backup of graphbuilder") from error


def _extract_workspace(held: zipfile.ZipFile, folder: Path, archive: Path) -> Path:
    path = _extract(held, WORKSPACE, folder, archive)
    try:
        with closing(sqlite3.connect(path)) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchone()
    except sqlite3.Error:
        sound = None
    if sound != ("ok",):
        raise WorkspaceError(f"the workspace in {archive} is damaged; take another backup")
    return path
