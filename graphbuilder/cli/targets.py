"""Turns `--store` into an open store and its workspace; starts the private Neo4j when the target is local."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from graphbuilder.cli.console import Shown, note
from graphbuilder.cli.credentials import find_password
from graphbuilder.config import Settings
from graphbuilder.errors import StoreError, StoreUnavailableError, WorkspaceError
from graphbuilder.records.identity import digest, slug
from graphbuilder.server import default_home, start
from graphbuilder.store.base import GraphStore, WriteSummary
from graphbuilder.store.connect import open_store
from graphbuilder.workspace.log import Workspace

LOCAL = "local"
FILE = "file:"


class Target(NamedTuple):
    """A store by name, with the places that belong to it."""

    store: str
    key: str
    """The same store under the same name in every run, wherever it is run from."""
    workspace: Path
    home: Path | None
    """The folder of the private Neo4j, where the store is one."""
    file: Path | None
    """The graph file, where the store is one."""


def find_target(store: str | None, workspace: Path | None, settings: Settings) -> Target:
    """Return what `--store` means: local, local:FOLDER, file:PATH or a server's address.

    Without one it is NEO4J_URI where that is set, else local.
    """
    name = store or settings.neo4j_uri or LOCAL
    if "\x00" in name:
        raise StoreError(f"--store {name}: no path and no address holds the sign NUL")
    if name == LOCAL or name.startswith(f"{LOCAL}:"):
        _, _, folder = name.partition(":")
        home = Path(folder).expanduser().absolute() if folder else default_home(settings.data_folder)
        return Target(name, f"{LOCAL}:{home}", workspace or home / "workspace.sqlite", home, None)
    if name.startswith(FILE) and len(name) > len(FILE):
        path = Path(name.removeprefix(FILE).removeprefix("//"))
        own = path.with_name(path.name + ".workspace")
        return Target(name, f"{FILE}{path.absolute()}", workspace or own, None, path)
    key = f"{slug(name)}-{digest(name, settings.neo4j_database or '')}"
    return Target(name, key, workspace or settings.data_folder / "workspaces" / f"{key}.sqlite", None, None)


class Access(NamedTuple):
    """How the store of a target is reached."""

    address: str
    user: str
    password: str
    database: str | None


def find_access(target: Target, settings: Settings, shown: Shown) -> Access:
    """Return how the store of a target is reached, starting the private Neo4j where it is one."""
    if target.home is not None:
        connection = start(target.home, cache=settings.cache_folder, on_progress=shown.set)
        return Access(connection.uri, connection.user, connection.password, None)
    password = find_password(target.store, settings) if target.file is None else ""
    return Access(target.store, settings.neo4j_user, password, settings.neo4j_database)


@contextmanager
def opened_store(target: Target, settings: Settings, shown: Shown, *, as_it_is: bool = False) -> Iterator[GraphStore]:
    """Open the store of a target, starting the private Neo4j where it is one; `as_it_is` migrates nothing."""
    access = find_access(target, settings, shown)
    store = open_store(
        access.address, user=access.user, password=access.password, database=access.database, as_it_is=as_it_is
    )
    with store:
        try:
            yield store
        except StoreUnavailableError as error:
            if target.home is None:
                raise
            log = target.home / "server.log"
            raise StoreUnavailableError(
                f"the private Neo4j of {target.home} stopped while it was written to (its log is {log}); run the same command "
                "again: it is started anew and the work goes on"
            ) from error


@contextmanager
def opened_workspace(target: Target, *, quiet: bool) -> Iterator[Workspace]:
    """Open the workspace of a target for this command alone.

    Deleting the graph file starts over: a workspace whose graph was written to a file that is gone forgets its documents.
    """
    with locked_workspace(target, quiet=quiet) as path:
        if target.file is not None and not target.file.exists() and path.exists():
            _start_over(target, quiet=quiet)
        with Workspace(path) as workspace:
            yield workspace


@contextmanager
def locked_workspace(target: Target, *, quiet: bool) -> Iterator[Path]:
    """Keep every other command away from the workspace of a target, which is not opened and need not exist."""
    lock = FileLock(target.workspace.with_name(target.workspace.name + ".lock"))
    try:
        target.workspace.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=1.0)
    except Timeout:
        note("waiting for another graphbuilder that works on the same graph", quiet=quiet)
        lock.acquire()
    except OSError as error:
        raise WorkspaceError(f"no workspace can be kept at {target.workspace}: {error.strerror or error}") from error
    try:
        yield target.workspace
    finally:
        lock.release()


def _start_over(target: Target, *, quiet: bool) -> None:
    with Workspace(target.workspace) as workspace:
        if workspace.note(f"writes {target.key}") is not None and workspace.note("derived") is not None:
            note(
                f"{target.file} is gone, so its workspace {target.workspace} starts over; imported knowledge and judgements stay",
                quiet=quiet,
            )
            workspace.start_over()


def update_store(workspace: Workspace, target: Target, settings: Settings, shown: Shown) -> WriteSummary | None:
    """Make the store of a target hold the graph that its workspace says; None where the workspace has no documents yet."""
    from graphbuilder.pipeline import claim_store, synchronize  # noqa: PLC0415 - heavy imports wait for the work

    if not workspace.count():
        return None
    with opened_store(target, settings, shown) as store:
        claim_store(workspace, store, key=target.key)
        return synchronize(workspace=workspace, store=store, progress=shown)
