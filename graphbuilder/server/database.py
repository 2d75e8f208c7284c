"""The database of a private server as files: dump it, load a dump, import a graph in bulk. The server is stopped meanwhile.

It runs Neo4j's own admin tool (Operations Manual, "Dump a database", "Load a dump", "Neo4j Admin import") in the server's
folder, so it is given whole paths only. A server that ran is started again whatever happens; users and passwords are in no dump.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from graphbuilder.errors import ServerError
from graphbuilder.server import admin, local, provision
from graphbuilder.server.configuration import Home
from graphbuilder.server.lock import Lock

DATABASE: Final = "neo4j"
"""The one database of a Community server."""

DUMP_NAME: Final = f"{DATABASE}.dump"


def dump(home: Path, folder: Path, *, cache: Path) -> Path:
    """Write a dump of the database into `folder` and return its path.

    Args:
        home: The server's folder.
        folder: An existing folder without a dump.
        cache: Where downloaded files are kept.

    Raises:
        ServerError: There is no graph yet, or the tool failed.
    """
    place = Home(path=home)
    if not place.has_graph:
        raise ServerError(f"there is no graph in {home} yet; build one first")
    with _stopped(home, cache) as tool:
        tool(["database", "dump", DATABASE, f"--to-path={folder.resolve()}"])
    return folder / DUMP_NAME


def load(home: Path, folder: Path, *, cache: Path) -> None:
    """Replace the database by the dump that `dump` wrote into `folder`.

    Raises:
        ServerError: The dump is missing or cannot be loaded.
    """
    if not (folder / DUMP_NAME).is_file():
        raise ServerError(f"there is no {DUMP_NAME} in {folder}")
    with _stopped(home, cache) as tool:
        tool(["database", "load", DATABASE, f"--from-path={folder.resolve()}", "--overwrite-destination=true"])


def import_files(
    home: Path,
    folder: Path,
    options: Sequence[str],
    *,
    cache: Path,
    lock: Lock | None = None,
    more: Mapping[str, str] | None = None,
) -> None:
    """Replace the database by the files in `folder`.

    Args:
        home: The server's folder.
        folder: Where the files lie.
        options: Options of the tool that name them: "--nodes=nodes-Document.csv"; paths relative to `folder`.
        cache: Where downloaded files are kept.
        lock: As for `local.start`.
        more: As for `local.start`.

    Raises:
        ServerError: The tool refused a file.
    """
    named = [_in_folder(option, folder) for option in options]
    with _stopped(home, cache, lock, more) as tool:
        tool(["database", "import", "full", DATABASE, "--overwrite-destination", *named])


def _in_folder(option: str, folder: Path) -> str:
    name, _, value = option.partition("=")
    return f"{name}={folder.resolve() / value}" if name in {"--nodes", "--relationships"} else option


class _Tool:
    """The admin tool on a stopped server."""

    def __init__(self, home: Path) -> None:
        self._home = Home(path=home)

    def __call__(self, words: Sequence[str]) -> None:
        admin.run(provision.find_java(), self._home.path / "run" / "java.args", self._home, words)


@contextmanager
def _stopped(
    home: Path, cache: Path, lock: Lock | None = None, more: Mapping[str, str] | None = None
) -> Iterator[_Tool]:
    """Stop the server for the block; a folder in which none ever ran is set up first."""
    ran = local.status(home).running
    if not ran and not Home(path=home).has_graph:
        local.start(home, cache=cache, lock=lock, more=more)
    local.stop(home)
    try:
        yield _Tool(home)
    finally:
        if ran:
            local.start(home, cache=cache, lock=lock, more=more)
