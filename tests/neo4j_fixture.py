"""A pytest plugin: the session fixture `neo4j_server`, a real private server in a temporary home, stopped at the end.

The first run on a machine downloads Neo4j (139 MB) into the user's cache folder.
"""

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import platformdirs
import pytest

from graphbuilder import server
from graphbuilder.server.configuration import OTHER_PORTS, is_free


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


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """Start a private Neo4j for the whole session; its graph is empty at first, tests clean up after themselves."""
    home = tmp_path_factory.mktemp("neo4j") / "home"
    keep_to_other_ports(home)
    found = server.start(home, cache=neo4j_cache())
    try:
        yield Neo4jServer(found.uri, found.user, found.password, found.http_url, home)
    finally:
        server.stop(home)
