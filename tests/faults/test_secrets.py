"""The password of a server is in no output, no log, no traceback, no file of ours and on no command line."""

import logging
import secrets
import traceback
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphbuilder.errors import StoreError
from graphbuilder.store.connect import open_store
from tests.builds import write_rows
from tests.command_line import run

if TYPE_CHECKING:
    from tests.neo4j_fixture import Neo4jServer

ROWS = [{"text": "Ana Ruiz met Karen Holm in Oslo on Monday.", "date": "2015-03-10"}]
COMMANDS = (
    ("build", "news.jsonl", "--replace"),
    ("query", "overview"),
    ("query", "RETURN nonsense"),
    ("search", "Ruiz"),
    ("stats",),
    ("doctor",),
    ("export", "out.jsonl"),
    ("entities", "list"),
    ("backup", "kept.zip"),
    ("remove", "news.jsonl"),
)


@pytest.fixture
def watched() -> Iterator[StringIO]:
    """Return what the driver and we log at the lowest level; the driver says every message there."""
    log = StringIO()
    handler = logging.StreamHandler(log)
    loggers = [logging.getLogger(name) for name in (None, "neo4j.io", "neo4j.pool")]
    before = [logger.level for logger in loggers]
    loggers[0].addHandler(handler)
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
    yield log
    loggers[0].removeHandler(handler)
    for logger, level in zip(loggers, before, strict=True):
        logger.setLevel(level)


def test_no_command_shows_logs_or_keeps_the_password(
    neo4j_server: "Neo4jServer", watched: StringIO, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    write_rows(tmp_path / "news.jsonl", ROWS)
    shown = []
    for command in COMMANDS:
        done = run(*command, "--store", neo4j_server.uri)
        assert done.code in {0, 1, 7}, (command, done.err)
        shown.append(done.out + done.err)

    assert neo4j_server.password not in "".join(shown)
    logged = watched.getvalue()
    assert "LOGON" in logged, "the driver was watched"
    assert neo4j_server.password not in logged
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(kept) >= 3
    assert [path for path in kept if neo4j_server.password.encode() in path.read_bytes()] == []


def test_no_process_and_no_log_of_the_private_server_shows_its_password(neo4j_server: "Neo4jServer") -> None:
    secret = neo4j_server.password.encode()
    holders = [path for path in neo4j_server.home.rglob("*") if path.is_file() and secret in path.read_bytes()]
    assert holders == [neo4j_server.home / "password"]
    lines = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            lines.append(path.read_bytes())
        except OSError:
            continue
    assert any(str(neo4j_server.home).encode() in line for line in lines)
    assert not any(secret in line for line in lines)


@pytest.mark.parametrize("database", ["nosuch", "neo4j`; DROP DATABASE neo4j", "\x1b[2J"])
def test_a_database_that_is_not_there_is_said_and_one_that_is_there_is_used(
    database: str, neo4j_server: "Neo4jServer", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    question = ("query", "RETURN 1 AS one", "--store", neo4j_server.uri, "--format", "csv")
    monkeypatch.setenv("NEO4J_DATABASE", "neo4j")
    assert run(*question).code == 0
    monkeypatch.setenv("NEO4J_DATABASE", database)
    refused = run(*question)
    assert refused.code == 6
    assert "there is no such database" in refused.err
    assert "\x1b" not in refused.err
    assert refused.err.strip().count("\n") == 0


def test_a_refusal_has_no_password_in_its_traceback(neo4j_server: "Neo4jServer") -> None:
    wrong = secrets.token_hex(12)
    with pytest.raises(StoreError, match="the user name or the password is wrong") as caught:
        open_store(neo4j_server.uri, user=neo4j_server.user, password=wrong)
    assert wrong not in "".join(traceback.format_exception(caught.value))
