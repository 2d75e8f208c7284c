"""The server's process: start it detached, know it again, end it.

A process is ours only when its command line names our main class and our folder: a number in a file proves nothing, since the
system gives the numbers of dead processes to others. Nothing else is ever signalled.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from graphbuilder.errors import ServerError
from graphbuilder.server import detach
from graphbuilder.server.configuration import Home, write_private
from graphbuilder.server.lock import MAIN_CLASSES

POLL_SECONDS = 0.05
LAUNCH_SECONDS = 5.0
DYING_SECONDS = 10.0
"""How long a killed server may take to let go of its ports and files, when it is known by its number only."""

STOP_SECONDS = 60.0

_LISTINGS = {
    "win32": [
        "powershell", "-NoProfile", "-Command",
        'Get-CimInstance Win32_Process | ForEach-Object { "$($_.ProcessId) $($_.CommandLine)" }',
    ],
}  # fmt: skip
_LISTING_POSIX = ["ps", "-axww", "-o", "pid=,args="]
_PROC = Path("/proc")


def server_command(java: Path, arguments: Path, home: Home, main_class: str = MAIN_CLASSES[0]) -> list[str]:
    """Return the command that starts the server of `home`; it holds no secret."""
    folders = ["--home-dir", str(home.path), "--config-dir", str(home.conf)]
    return [str(java), f"@{arguments}", main_class, *folders, "--console-mode"]


def java_environment(**more: str) -> dict[str, str]:
    """Return the environment for Java: this process's own with `more`, and a locale in which any file name can be spelled."""
    locale = {"LC_ALL": "C.UTF-8"} if sys.platform == "linux" else {}
    return {**os.environ, **locale, **more}


def command_lines(proc: Path = _PROC) -> Iterator[tuple[int, list[str]]]:
    """Yield the id and command line of each process, dead ones that wait to be reaped left out.

    From `proc` where it is Linux's; elsewhere from the system's listing, which gives the command line as one item.

    Raises:
        ServerError: The system has neither.
    """
    if (proc / "self" / "cmdline").exists():
        for folder in proc.iterdir():
            if folder.name.isdigit() and (command := _read_command(folder)):
                yield int(folder.name), command
        return
    listing = _LISTINGS.get(sys.platform, _LISTING_POSIX)
    try:
        listed = subprocess.run(listing, capture_output=True, text=True, check=False)  # noqa: S603 - fixed command
    except OSError as error:
        raise ServerError(f"the running processes cannot be listed with {listing[0]!r}: {error.strerror}") from error
    for line in listed.stdout.splitlines():
        pid, _, text = line.strip().partition(" ")
        if pid.isdigit() and text:
            yield int(pid), [text.strip()]


def _read_command(folder: Path) -> list[str]:
    try:
        raw = (folder / "cmdline").read_bytes()
    except OSError:
        return []
    return [part.decode(errors="replace") for part in raw.split(b"\0") if part]


def is_server_of(command: Sequence[str], home: Home) -> bool:
    """Return whether `command` is the command line of the server of `home`."""
    if len(command) == 1:
        started = any(main_class in command[0] for main_class in MAIN_CLASSES)
        return started and f"--home-dir {home.path} --config-dir" in command[0]
    return any(name in command for name in MAIN_CLASSES) and ("--home-dir", str(home.path)) in pairwise(command)


def running_pid(home: Home) -> int | None:
    """Return the process id of the server of `home`, None when it does not run.

    The number in its file is tried first; when that is missing or stale, all processes are looked at.
    """
    noted = _noted_pid(home)
    if noted is not None and is_server_of(_read_command(_PROC / str(noted)), home):
        return noted
    if noted is None and not home.has_graph:
        return None
    return next((pid for pid, command in command_lines() if is_server_of(command, home)), None)


def _noted_pid(home: Home) -> int | None:
    try:
        return int(home.pid_file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def launch(command: Sequence[str], home: Home) -> int:
    """Start `command` detached from this process, its output in `home.log`, and return its process id.

    Raises:
        ServerError: The command cannot be run on this machine.
    """
    starter = [sys.executable, "-I", str(Path(detach.__file__)), str(home.log), *command]
    started = subprocess.run(  # noqa: S603 - our own script and Java
        starter, capture_output=True, text=True, check=False, cwd=home.path, env=java_environment()
    )
    if started.returncode or not started.stdout.strip().isdigit():
        raise ServerError(f"Java could not be started: {last_line(started.stderr)}")
    pid = int(started.stdout)
    write_private(home.pid_file, f"{pid}\n")
    deadline = time.monotonic() + LAUNCH_SECONDS
    while running_pid(home) != pid and _is_alive(pid, home) and time.monotonic() < deadline:
        time.sleep(POLL_SECONDS)
    return pid


def end(home: Home, *, patience_seconds: float = STOP_SECONDS) -> bool:
    """End the server of `home` and wait until it is gone; kill it when it does not go by itself.

    Returns:
        Whether there was one.

    Raises:
        ServerError: It could not be ended.
    """
    pid, noted = running_pid(home), _noted_pid(home)
    if pid is None:
        if noted is not None:
            _wait_gone(noted, home, DYING_SECONDS)
        home.pid_file.unlink(missing_ok=True)
        return False
    for number, seconds in ((signal.SIGTERM, patience_seconds), (_KILL, 10.0)):
        if running_pid(home) == pid:
            _send(pid, number, home)
        if _wait_gone(pid, home, seconds):
            home.pid_file.unlink(missing_ok=True)
            return True
    raise ServerError(f"the Neo4j of {home.path} (process {pid}) does not end; end it by hand")


_KILL = getattr(signal, "SIGKILL", signal.SIGTERM)


def _send(pid: int, number: signal.Signals, home: Home) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return
    except PermissionError as error:
        raise ServerError(
            f"the Neo4j of {home.path} (process {pid}) belongs to another user; it was left alone"
        ) from error


def _wait_gone(pid: int, home: Home, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while _is_alive(pid, home):
        if time.monotonic() > deadline:
            return False
        time.sleep(POLL_SECONDS)
    return True


def _is_alive(pid: int, home: Home) -> bool:
    """Return whether `pid` still is the server of `home`.

    A process without a command line has just begun, or has given its memory back but still holds its ports and files. Linux
    tells these from a dead one by a letter and by the threads that are left.
    """
    folder = _PROC / str(pid)
    try:
        state = (folder / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[0]
        threads = sum(1 for _ in (folder / "task").iterdir())
    except OSError:
        return running_pid(home) == pid
    command = _read_command(folder)
    return is_server_of(command, home) if command else state not in {"Z", "X"} or threads > 1


def last_line(text: str) -> str:
    """Return the last line of `text` that says something."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "it said nothing"
