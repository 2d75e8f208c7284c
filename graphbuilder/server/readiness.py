"""Knows when a starting server answers, and why one did not start. Reads sockets and the log; starts and stops nothing."""

import http.client
import re
import socket
import time

import msgspec

from graphbuilder.server.configuration import HOST, Home, Ports
from graphbuilder.server.process import running_pid

START_SECONDS = 180.0
POLL_SECONDS = 0.1
PROBE_SECONDS = 5.0

_BOLT_HELLO = bytes.fromhex("6060b01700000405000000050000000400000000")
"""The greeting of Bolt and the four versions that we would speak."""

_PORT_TAKEN = re.compile(r"already in use|BindException|Failed to bind", re.IGNORECASE)
_CAUSE = re.compile(r"^\s*Caused by: (?:[\w.$]+: )?(.+)$", re.MULTILINE)
_ERROR = re.compile(r"^(?:\S+ \S+ ERROR|Error:|Exception in thread .*?:) *(.+)$", re.MULTILINE)


class _Discovery(msgspec.Struct):
    """What Neo4j says at its HTTP address."""

    neo4j_version: str


def wait_answering(home: Home, ports: Ports | None, *, patience_seconds: float = START_SECONDS) -> bool:
    """Wait until the server of `home` answers on both `ports`.

    Returns:
        False when its process ended, or it did not answer in time.
    """
    if ports is None:
        return False
    deadline = time.monotonic() + patience_seconds
    while time.monotonic() < deadline:
        if running_pid(home) is None:
            return False
        if is_answering(home, ports):
            return True
        time.sleep(POLL_SECONDS)
    return False


def is_answering(home: Home, ports: Ports) -> bool:
    """Return whether the server of `home`, and no other, answers on both `ports`.

    Two servers that start together may have chosen the same ports, so a Neo4j that answers there may be another home's; the
    name that only ours serves decides. It takes HTTP last, hence Bolt is ours too.
    """
    try:
        name = home.name_file.read_bytes()
    except OSError:
        return False
    return _bolt_answers(ports.bolt) and _get(ports, "/browser/gb/server.txt") == name


def server_version(ports: Ports) -> str | None:
    """Return the version of the Neo4j that answers on `ports`, None when there is none."""
    try:
        return msgspec.json.decode(_get(ports, "/") or b"", type=_Discovery).neo4j_version
    except msgspec.DecodeError:
        return None


def _get(ports: Ports, path: str) -> bytes | None:
    connection = http.client.HTTPConnection(HOST, ports.http, timeout=PROBE_SECONDS)
    try:
        connection.request("GET", path, headers={"Accept": "application/json, text/plain"})
        response = connection.getresponse()
        return response.read() if response.status == 200 else None
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def _bolt_answers(port: int) -> bool:
    try:
        with socket.create_connection((HOST, port), timeout=PROBE_SECONDS) as connection:
            connection.sendall(_BOLT_HELLO)
            answer = connection.recv(4)
    except OSError:
        return False
    return len(answer) == 4 and any(answer)


def failure(home: Home) -> str:
    """Return in a few words why the server of `home` did not start, from what it printed."""
    try:
        printed = home.log.read_text(encoding="utf-8", errors="replace")
    except OSError:
        printed = ""
    if running_pid(home) is not None and not _CAUSE.search(printed):
        return f"it did not answer within {START_SECONDS:.0f} seconds"
    return reason_in(printed)


def reason_in(printed: str) -> str:
    """Return the reason that a program in Java printed: its innermost cause, else its last error, else its last line."""
    for pattern in (_CAUSE, _ERROR):
        found = pattern.findall(printed)
        if found:
            return _shorten(found[-1])
    lines = [line for line in printed.splitlines() if line.strip() and not line.startswith("\tat ")]
    return _shorten(lines[-1]) if lines else "it printed nothing"


def is_port_taken(reason: str) -> bool:
    """Return whether `reason` says that another process took the port first."""
    return bool(_PORT_TAKEN.search(reason))


def _shorten(text: str) -> str:
    plain = " ".join(text.split()).rstrip(".")
    return plain if len(plain) <= 300 else plain[:297] + "..."
