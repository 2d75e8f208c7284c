"""A server that dies while a command writes: nothing is half done without a word, and the same command again finishes it."""

import os
import signal
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from neo4j import GraphDatabase

from graphbuilder.server.configuration import Home
from graphbuilder.server.process import running_pid
from graphbuilder.store import neo4j_store, neo4j_writing
from graphbuilder.workspace.log import Workspace
from tests.builds import write_rows
from tests.command_line import run
from tests.neo4j_fixture import keep_to_other_ports

ROWS = (
    {"text": "Karen Holm met Pablo Rojas in Lisbon on Thursday.", "date": "2021-03-04", "source": "Daily"},
    {"text": "Amos Kiptoo flew to Oslo on Friday.", "date": "2014-03-07", "source": "Weekly"},
)


class Mortal:
    """A private server that can be told to die at the next write."""

    def __init__(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.store = f"local:{home}"
        self.workspace = home / "workspace.sqlite"
        self.doomed = False
        self._home = Home(path=home)
        monkeypatch.setattr(neo4j_store, "write_rows", self._write_rows)

    def _write_rows(self, *given: object, **named: object) -> None:
        pid = running_pid(self._home)
        if self.doomed and pid is not None:
            self.doomed = False
            os.kill(pid, signal.SIGKILL)
        neo4j_writing.write_rows(*given, **named)  # type: ignore[arg-type]


@pytest.fixture
def mortal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mortal]:
    """Run a server with three reports in it; the driver gives up on it soon."""
    monkeypatch.chdir(tmp_path)
    soon = partial(GraphDatabase.driver, max_transaction_retry_time=1)
    monkeypatch.setattr("graphbuilder.store.neo4j_access.GraphDatabase.driver", soon)
    keep_to_other_ports(tmp_path / "home")
    write_rows(tmp_path / "both.jsonl", ROWS)
    write_rows(tmp_path / "one.jsonl", [{"text": "Lena Fors was arrested in Oslo on Sunday.", "date": "2019-05-06"}])
    found = Mortal(tmp_path / "home", monkeypatch)
    assert run("build", "both.jsonl", "one.jsonl", "--store", found.store, "--quiet").code == 0
    yield found
    run("neo4j", "stop", "--home", tmp_path / "home")


def count(mortal: Mortal) -> int:
    """Return how many documents the workspace holds."""
    with Workspace(mortal.workspace) as log:
        return log.count()


def test_what_was_not_taken_out_of_the_graph_is_still_in_the_workspace(mortal: Mortal) -> None:
    mortal.doomed = True

    failed = run("remove", "one.jsonl", "--store", mortal.store)

    assert (failed.code, "run the same command again" in failed.err) == (6, True), failed.err
    assert count(mortal) == 3
    assert run("remove", "one.jsonl", "--store", mortal.store, "--quiet").code == 0
    assert count(mortal) == 2
    assert run("doctor", "--store", mortal.store).code == 0


def test_a_build_keeps_what_it_read_and_goes_on(mortal: Mortal) -> None:
    write_rows(Path("more.jsonl"), [{"text": "Ana Ruiz resigned on Monday.", "date": "2017-03-10"}])
    mortal.doomed = True

    failed = run("build", "more.jsonl", "--store", mortal.store)

    assert (failed.code, "run the same command again" in failed.err) == (6, True), failed.err
    assert count(mortal) == 4
    assert run("build", "more.jsonl", "--store", mortal.store, "--quiet").code == 0
    assert run("doctor", "--store", mortal.store).code == 0
