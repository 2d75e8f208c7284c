"""A process is known by its command line, and nothing that is not ours is ever touched."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphbuilder.errors import ServerError
from graphbuilder.server import process
from graphbuilder.server.configuration import Home, make_home
from graphbuilder.server.lock import MAIN_CLASSES

PLAIN = "import time; time.sleep(60)"
STUBBORN = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(60)"
)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    found = Home(path=tmp_path / "home")
    make_home(found)
    yield found
    process.end(found, patience_seconds=0.1)


def command(home: Home, code: str) -> list[str]:
    """Return a command that runs `code` and looks like the server of `home`."""
    real = process.server_command(Path("java"), Path("args"), home)
    return [sys.executable, "-c", code, *real[2:]]


def wait_for(text: str, path: Path) -> None:
    deadline = time.monotonic() + 10
    while text not in path.read_text():
        assert time.monotonic() < deadline, f"{text!r} never came"
        time.sleep(0.02)


def test_the_command_names_the_main_class_and_the_folders_and_no_secret(home: Home) -> None:
    (home.path / "password").write_text("s3cret")

    words = process.server_command(Path("/j/java"), Path("/h/java.args"), home)

    assert words[:3] == ["/j/java", "@/h/java.args", MAIN_CLASSES[0]]
    assert words[3:7] == ["--home-dir", str(home.path), "--config-dir", str(home.conf)]
    assert process.is_server_of(words, home)
    assert process.is_server_of([" ".join(words)], home)


def test_java_can_spell_any_file_name_whatever_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")

    environment = process.java_environment(NEO4J_HOME="/h")

    assert environment["LC_ALL"] == "C.UTF-8"
    assert environment["NEO4J_HOME"] == "/h"
    assert environment["PATH"] == os.environ["PATH"]


def test_a_server_of_another_folder_is_not_ours(home: Home, tmp_path: Path) -> None:
    longer = Home(path=tmp_path / "home2")
    words = process.server_command(Path("/j/java"), Path("args"), longer)

    assert not process.is_server_of(words, home)
    assert not process.is_server_of([" ".join(words)], home)
    assert not process.is_server_of(["java", "--home-dir", str(home.path)], home)
    assert not process.is_server_of([], home)


def test_a_started_process_is_found_and_ended(home: Home) -> None:
    pid = process.launch(command(home, PLAIN), home)

    assert process.running_pid(home) == pid
    assert os.getsid(pid) != os.getsid(0)
    assert process.end(home)
    assert process.running_pid(home) is None
    assert not home.pid_file.exists()
    assert not process.end(home)


def test_what_it_prints_goes_to_the_log(home: Home) -> None:
    process.launch(command(home, STUBBORN), home)

    wait_for("deaf", home.log)


def test_one_that_does_not_go_by_itself_is_killed(home: Home) -> None:
    process.launch(command(home, STUBBORN), home)
    wait_for("deaf", home.log)

    assert process.end(home, patience_seconds=0.2)
    assert process.running_pid(home) is None


def test_a_process_that_still_holds_its_files_is_not_gone_yet(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    pid = process.launch(command(home, PLAIN), home)

    monkeypatch.setattr(process, "_read_command", lambda _folder: [])

    assert process._is_alive(pid, home)
    monkeypatch.undo()
    assert process.end(home)
    assert not process._is_alive(pid, home)


def test_a_killed_server_is_waited_for_until_it_let_go_of_its_files(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    with subprocess.Popen(command(home, PLAIN)) as dying:
        home.pid_file.write_text(f"{dying.pid}\n")
        monkeypatch.setattr(process, "_read_command", lambda _folder: [])
        killer = threading.Timer(0.3, dying.kill)
        killer.start()

        assert not process.end(home)

        assert not killer.is_alive()
        assert not process._is_alive(dying.pid, home)
        killer.join()


def test_a_number_that_the_system_gave_to_another_process_is_left_alone(home: Home) -> None:
    with subprocess.Popen([sys.executable, "-c", PLAIN]) as stranger:
        home.pid_file.write_text(f"{stranger.pid}\n")

        assert process.running_pid(home) is None
        assert not process.end(home)
        assert stranger.poll() is None
        assert not home.pid_file.exists()
        stranger.kill()


@pytest.mark.parametrize("content", ["", "abc", "99999999", "-1"])
def test_a_note_that_names_no_process_is_as_good_as_none(home: Home, content: str) -> None:
    home.pid_file.write_text(content)

    assert process.running_pid(home) is None


def test_a_server_whose_note_is_lost_is_found_all_the_same(home: Home) -> None:
    (home.path / "data" / "databases" / "system").mkdir(parents=True)
    pid = process.launch(command(home, PLAIN), home)
    home.pid_file.unlink()

    assert process.running_pid(home) == pid
    assert process.end(home)


def test_a_killed_child_that_waits_to_be_reaped_does_not_count(home: Home) -> None:
    with subprocess.Popen(command(home, PLAIN)) as child:
        home.pid_file.write_text(f"{child.pid}\n")
        deadline = time.monotonic() + 10
        while process.running_pid(home) != child.pid:
            assert time.monotonic() < deadline, "the process was never known"
        child.kill()
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)

        assert process.running_pid(home) is None


def test_without_proc_the_listing_of_the_system_is_read(home: Home, tmp_path: Path) -> None:
    pid = process.launch(command(home, PLAIN), home)

    listed = dict(process.command_lines(tmp_path / "no-proc"))

    assert len(listed[pid]) == 1
    assert process.is_server_of(listed[pid], home)
    assert not process.is_server_of(listed[os.getpid()], home)


def test_without_any_listing_the_sentence_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_LISTING_POSIX", [str(tmp_path / "ps")])

    with pytest.raises(ServerError, match=r"running processes cannot be listed with .*ps"):
        list(process.command_lines(tmp_path / "no-proc"))


def test_a_launcher_that_cannot_run_is_reported(home: Home, tmp_path: Path) -> None:
    with pytest.raises(ServerError, match=r"Java could not be started: .*No such file"):
        process.launch([str(tmp_path / "java"), "x"], home)


def test_another_users_server_is_left_alone(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    pid = process.launch(command(home, PLAIN), home)

    def refuse(_pid: int, _number: int) -> None:
        raise PermissionError

    with monkeypatch.context() as patched:
        patched.setattr(os, "kill", refuse)
        with pytest.raises(ServerError, match=rf"process {pid}\) belongs to another user; it was left alone"):
            process.end(home)

    assert process.running_pid(home) == pid


@pytest.mark.parametrize(("text", "last"), [("a\nb \n\n", "b"), ("", "it said nothing"), (" \n", "it said nothing")])
def test_the_last_line_is_the_last_that_says_something(text: str, last: str) -> None:
    assert process.last_line(text) == last
