"""Starts and stops the private Neo4j of a folder, and tells how it is.

One server a folder. Whoever starts or stops one holds the folder's lock, so two commands at once get one server. Nothing here
talks Cypher; the password is handed out in `Connection` and never printed.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from graphbuilder.errors import ServerError
from graphbuilder.records.base import Record
from graphbuilder.server import admin, pages, process, provision, readiness
from graphbuilder.server.configuration import (
    USER,
    Home,
    choose_ports,
    ensure_password,
    java_arguments,
    make_home,
    read_password,
    read_ports,
    write_conf,
    write_private,
)
from graphbuilder.server.lock import Lock, load_lock

Progress = Callable[[str, int, int], None]

LOCK_SECONDS = 600.0
PORT_ATTEMPTS = 3


class ServerStatus(Record, frozen=True):
    """How the server of a folder is; addresses and process id only while it runs."""

    running: bool
    home: str
    bolt_uri: str | None = None
    http_url: str | None = None
    pid: int | None = None
    version: str | None = None


class Connection(Record, frozen=True):
    """What a driver needs to reach a running server."""

    uri: str
    user: str
    password: str
    http_url: str

    def __repr__(self) -> str:
        """Everything but the password: this text ends up in logs."""
        return f"Connection(uri={self.uri!r}, user={self.user!r}, http_url={self.http_url!r})"

    def __rich_repr__(self) -> list[tuple[str, str]]:
        """The same for rich, which would print every field."""
        return [("uri", self.uri), ("user", self.user), ("http_url", self.http_url)]


def default_home(data_folder: Path) -> Path:
    """Return the folder of the private server that belongs to `data_folder`."""
    return data_folder / "neo4j"


def start(
    home: Path,
    *,
    cache: Path,
    on_progress: Progress | None = None,
    certificates: Path | None = None,
    lock: Lock | None = None,
    more: Mapping[str, str] | None = None,
) -> Connection:
    """Start the server of `home`, or find it running; download and set it up first where needed.

    Args:
        home: Its folder; made when missing. The graph, its password and its ports stay in it.
        cache: Where downloaded files are kept for all servers of this user.
        on_progress: Told what is going on: the step, how much is done, of how much (bytes for a download).
        certificates: A PEM file to trust when downloading; see `provision`.
        lock: The files that make up the server; those shipped with the package by default.
        more: Settings of neo4j.conf beside ours, by name.

    Raises:
        ServerError: It cannot be had; the message says why and what to do.
    """
    tell = on_progress or (lambda _step, _done, _total: None)
    place = Home(path=_absolute(home))
    make_home(place)
    with _alone(place):
        if process.running_pid(place) is not None and readiness.wait_answering(place, read_ports(place)):
            return _connection(place)
        java, jars = provision.find_java(), lock or load_lock()
        folder = _absolute(cache) / "neo4j"
        provision.provide_jars(jars.all, folder, certificates=certificates, on_progress=tell)
        run = _Run(java, folder, jars, more or {})
        return _start(place, run, tell)


class _Run(NamedTuple):
    """What a server is run with: Java, the folder of the jars, which jars, settings beside ours."""

    java: Path
    folder: Path
    lock: Lock
    more: Mapping[str, str]


def _start(place: Home, run: _Run, tell: Progress) -> Connection:
    java, folder, lock, more = run
    tell("starting Neo4j", 0, 3)
    process.end(place)  # one that hangs would hold the graph
    try:
        arguments = place.path / "run" / "java.args"
        write_private(arguments, java_arguments(place, [folder / jar.filename for jar in lock.jars]))
        pages.unpack_browser(folder / lock.browser.filename, place.web)
        password = ensure_password(place)
        for attempt in range(1, PORT_ATTEMPTS + 1):
            ports = choose_ports(place)
            write_conf(place, ports, more)
            pages.write_pages(place, ports)
            if not place.has_graph:
                admin.set_password(java, arguments, place, password)
            tell("starting Neo4j", 1, 3)
            place.log.unlink(missing_ok=True)
            process.launch(process.server_command(java, arguments, place, lock.main_class), place)
            tell("starting Neo4j", 2, 3)
            if readiness.wait_answering(place, ports):
                break
            reason = readiness.failure(place)
            process.end(place)
            if not readiness.is_port_taken(reason) or attempt == PORT_ATTEMPTS:
                raise ServerError(f"the private Neo4j of {place.path} did not start: {reason}; see {place.log}")
    except OSError as error:
        raise ServerError(
            f"the private Neo4j cannot write to its folder {place.path} ({error.strerror}); "
            "give it a folder that you may write to"
        ) from error
    tell("starting Neo4j", 3, 3)
    return _connection(place)


def stop(home: Path) -> bool:
    """Stop the server of `home` and wait until its process is gone.

    Returns:
        Whether it ran.
    """
    place = Home(path=_absolute(home))
    if not place.path.is_dir():
        return False
    with _alone(place):
        return process.end(place)


def status(home: Path) -> ServerStatus:
    """Return how the server of `home` is; changes nothing, and a folder that does not exist has none."""
    place = Home(path=_absolute(home))
    pid, ports = process.running_pid(place), read_ports(place)
    if pid is None or ports is None or not readiness.is_answering(place, ports):
        return ServerStatus(running=False, home=str(place.path))
    return ServerStatus(
        running=True,
        home=str(place.path),
        bolt_uri=ports.bolt_uri,
        http_url=ports.http_url,
        pid=pid,
        version=readiness.server_version(ports),
    )


def connection(home: Path) -> Connection | None:
    """Return how to reach the server of `home`, None when it does not run."""
    place = Home(path=_absolute(home))
    return _connection(place) if status(place.path).running else None


def _connection(place: Home) -> Connection:
    ports, password = read_ports(place), read_password(place)
    if ports is None or not password:
        raise ServerError(
            f"the Neo4j of {place.path} runs, but its files 'password' or 'ports.json' are gone; stop it and start it again"
        )
    return Connection(uri=ports.bolt_uri, user=USER, password=password, http_url=ports.http_url)


def _absolute(folder: Path) -> Path:
    return folder.expanduser().resolve()


@contextmanager
def _alone(place: Home) -> Iterator[None]:
    try:
        guard = FileLock(place.lock_file, timeout=LOCK_SECONDS)
        guard.acquire()
    except Timeout as error:
        raise ServerError(
            f"another command has been starting or stopping the Neo4j of {place.path} for {LOCK_SECONDS:.0f} seconds; "
            "end it and try again"
        ) from error
    except OSError as error:
        raise ServerError(f"{place.lock_file} cannot be locked: {error.strerror}") from error
    try:
        yield
    finally:
        guard.release()
