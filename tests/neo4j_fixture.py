"""A pytest plugin: the session fixtures `neo4j_server` and `newest_neo4j`, real servers in temporary homes, stopped at the end.

The first is the one that graphbuilder brings, the second a newer Neo4j (tests/neo4j-newest.lock). The first run on a machine
downloads them (139 and 177 MB) into the user's cache folder.
"""

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import platformdirs
import pytest

from graphbuilder import server
from graphbuilder.server.configuration import OTHER_PORTS, is_free
from graphbuilder.server.lock import Lock, parse_lock


class Neo4jServer(NamedTuple):
    """How to reach the server of this test session."""

    uri: str
    user: str
    password: str
    http_url: str
    home: Path


def neo4j_cache() -> Path:
    """Return the folder of downloaded files, the one that the command line uses too."""
    return platformdirs.user_cache_path("graphbuilder")


def keep_to_other_ports(home: Path) -> None:
    """Give the server of `home`, which never ran, ports of its own, so that tests do not meet the servers of people."""
    home.mkdir(parents=True, exist_ok=True)
    bolt, http = (_free_port() for _ in range(2))
    (home / "ports.json").write_text(f'{{"bolt":{bolt},"http":{http}}}', encoding="utf-8")


def _free_port() -> int:
    return next(port for port in iter(lambda: secrets.choice(OTHER_PORTS), None) if is_free(port))


def newest_lock() -> Lock:
    """Return what the newer Neo4j is made of."""
    return parse_lock(Path(__file__).with_name("neo4j-newest.lock").read_text(encoding="utf-8"))


@contextmanager
def running(home: Path, *, lock: Lock | None = None, more: Mapping[str, str] | None = None) -> Iterator[Neo4jServer]:
    """Run a server in `home` until the end of the block."""
    keep_to_other_ports(home)
    found = server.start(home, cache=neo4j_cache(), lock=lock, more=more)
    try:
        yield Neo4jServer(found.uri, found.user, found.password, found.http_url, home)
    finally:
        server.stop(home)


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """Start a private Neo4j for the whole session; its graph is empty at first, tests clean up after themselves."""
    with running(tmp_path_factory.mktemp("neo4j") / "home") as started:
        yield started


@pytest.fixture(scope="session")
def newest_neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """Start a newer Neo4j beside it, in the same way."""
    with running(tmp_path_factory.mktemp("newest") / "home", lock=newest_lock()) as started:
        yield started
