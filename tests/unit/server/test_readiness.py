"""When a server answers, and what its log says when it does not."""

import json
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from graphbuilder.server import process, readiness
from graphbuilder.server.configuration import Home, Ports, choose_ports, make_home

CHOSEN = bytes.fromhex("00000405")

BIND_LOG = """\
2026-01-01 10:00:00.000+0000 ERROR Failed to start Neo4j on 127.0.0.1:7474.
java.lang.RuntimeException: Error starting Neo4j
\tat org.neo4j.server.X.start(X.java:1)
Caused by: org.neo4j.LifecycleException: Component failed.
\t... 5 more
Caused by: io.netty.Errors$NativeIoException: bind(..) failed: Address already in use
2026-01-01 10:00:01.000+0000 INFO  Stopped.
"""
SETTING_LOG = """\
Exception in thread "main" java.lang.IllegalArgumentException: Unrecognized setting. Clean up.
\tat org.neo4j.Config.x(Config.java:762)
2026-01-01 10:00:01.000+0000 INFO  Stopped.
"""
MEMORY_LOG = """\
Error occurred during initialization of VM
Could not reserve enough space for 5KB object heap
"""


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    found = Home(path=tmp_path / "home")
    make_home(found)
    yield found
    process.end(found, patience_seconds=0.1)


@contextmanager
def listening(bolt_answer: bytes, pages: dict[str, bytes]) -> Iterator[Ports]:
    """Answer every greeting on one port with `bolt_answer`, and serve `pages` on another."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = pages.get(self.path)
            self.send_response(404 if content is None else 200)
            self.send_header("Content-Length", str(len(content or b"")))
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, *_args: object) -> None:
            """Keep the test's output clean."""

    def greet() -> None:
        try:
            while True:
                connection, _ = bolt.accept()
                with connection:
                    connection.recv(20)
                    connection.sendall(bolt_answer)
        except OSError:
            return

    with socket.create_server(("127.0.0.1", 0)) as bolt, HTTPServer(("127.0.0.1", 0), Handler) as web:
        threads = [Thread(target=greet), Thread(target=web.serve_forever, kwargs={"poll_interval": 0.02})]
        for thread in threads:
            thread.start()
        yield Ports(bolt=bolt.getsockname()[1], http=web.server_port)
        web.shutdown()
        bolt.shutdown(socket.SHUT_RDWR)
        for thread in threads:
            thread.join()


def pages_of(home: Home) -> dict[str, bytes]:
    """Return what the server of `home` serves."""
    home.name_file.parent.mkdir(parents=True, exist_ok=True)
    home.name_file.write_bytes(b"the name of this start")
    discovery = {"bolt_direct": "bolt://127.0.0.1:1", "neo4j_version": "5.9.9"}
    return {"/": json.dumps(discovery).encode(), "/browser/gb/server.txt": home.name_file.read_bytes()}


def test_a_server_answers_when_both_ports_do(home: Home) -> None:
    with listening(CHOSEN, pages_of(home)) as ports:
        assert readiness.is_answering(home, ports)
        assert readiness.server_version(ports) == "5.9.9"


@pytest.mark.parametrize("bolt_answer", [b"\0\0\0\0", b"HT", b""], ids=["no-version", "short", "silence"])
def test_something_else_on_the_bolt_port_is_not_our_server(home: Home, bolt_answer: bytes) -> None:
    with listening(bolt_answer, pages_of(home)) as ports:
        assert not readiness.is_answering(home, ports)


@pytest.mark.parametrize("name", [b"the name of another", b"", None], ids=["another-home", "empty", "not-ours"])
def test_a_neo4j_that_serves_another_name_is_not_our_server(home: Home, name: bytes | None) -> None:
    pages = pages_of(home)
    if name is None:
        del pages["/browser/gb/server.txt"]
    else:
        pages["/browser/gb/server.txt"] = name

    with listening(CHOSEN, pages) as ports:
        assert not readiness.is_answering(home, ports)
        assert readiness.server_version(ports) == "5.9.9"


def test_a_home_that_never_started_has_no_name_to_know_it_by(home: Home) -> None:
    with listening(CHOSEN, {"/": b"<html>", "/browser/gb/server.txt": b""}) as ports:
        assert not readiness.is_answering(home, ports)
        assert readiness.server_version(ports) is None


def test_closed_ports_do_not_answer(home: Home) -> None:
    ports = choose_ports(home)

    pages_of(home)

    assert not readiness.is_answering(home, ports)
    assert readiness.server_version(ports) is None


def test_waiting_ends_when_the_process_does(home: Home) -> None:
    assert not readiness.wait_answering(home, choose_ports(home), patience_seconds=60)
    assert not readiness.wait_answering(home, None)


def test_waiting_ends_when_patience_does_and_says_so(home: Home) -> None:
    words = process.server_command(Path("java"), Path("args"), home)
    process.launch([sys.executable, "-c", "import time; time.sleep(60)", *words[2:]], home)

    assert not readiness.wait_answering(home, choose_ports(home), patience_seconds=0.3)
    assert readiness.failure(home) == "it did not answer within 180 seconds"


def test_waiting_ends_with_the_answer(home: Home) -> None:
    words = process.server_command(Path("java"), Path("args"), home)
    process.launch([sys.executable, "-c", "import time; time.sleep(60)", *words[2:]], home)
    with listening(CHOSEN, pages_of(home)) as ports:
        assert readiness.wait_answering(home, ports, patience_seconds=10)


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        (BIND_LOG, "bind(..) failed: Address already in use"),
        (SETTING_LOG, "Unrecognized setting. Clean up"),
        (MEMORY_LOG, "Could not reserve enough space for 5KB object heap"),
        (
            "java.nio.InvalidPathException: Malformed input\n\tat a.B.c(B.java:1)\n",
            "java.nio.InvalidPathException: Malformed input",
        ),
        ("Caused by: a.B: " + "x" * 400, "x" * 297 + "..."),
        ("", "it printed nothing"),
    ],
    ids=["cause", "exception", "java", "trace", "long", "silence"],
)
def test_the_reason_is_the_innermost_cause(home: Home, printed: str, reason: str) -> None:
    home.log.write_text(printed)

    assert readiness.failure(home) == reason


def test_without_a_log_the_reason_says_so(home: Home) -> None:
    assert readiness.failure(home) == "it printed nothing"


def test_a_taken_port_is_known_from_the_reason() -> None:
    assert readiness.is_port_taken("bind(..) failed: Address already in use")
    assert readiness.is_port_taken("Address 127.0.0.1:7474 is already in use, cannot bind to it")
    assert not readiness.is_port_taken("Could not reserve enough space")
