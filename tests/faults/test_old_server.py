"""A server that is too old, or none of Neo4j's, is said in one sentence, over a real connection in its protocol."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest

from tests.command_line import run
from tests.faults.test_hostile_commands import STORE, ended

BOLT_3, BOLT_4_4, BOLT_5_0, BOLT_5_4, NO_BOLT = b"\0\0\0\3", b"\0\0\4\4", b"\0\0\0\5", b"\0\0\4\5", b"\0\0\0\0"
"""What a server answers to the versions of the protocol that a driver offers: the one it takes, or none."""
END = b"\0\0"
"""What every message ends with."""


def text(value: str) -> bytes:
    """Return a short text as PackStream writes it."""
    return bytes([0x80 + len(value)]) + value.encode()


def success(agent: str) -> bytes:
    """Return the message by which a server takes whatever it was sent, and says its name."""
    body = b"\xb1\x70\xa2" + text("server") + text(agent) + text("connection_id") + text("bolt-1")
    return len(body).to_bytes(2, "big") + body + END


@contextmanager
def answering(handshake: bytes, then: bytes = b"") -> Iterator[str]:
    """Run a server that answers a handshake, then every message alike; yield its address."""

    def serve() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            with connection:
                try:
                    connection.recv(4_096)
                    connection.sendall(handshake)
                    while then and (messages := connection.recv(4_096).count(END)):
                        connection.sendall(then * messages)
                except OSError:
                    continue

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = Thread(target=serve, daemon=True)
        thread.start()
        yield f"bolt://127.0.0.1:{listening.getsockname()[1]}"
        listening.shutdown(socket.SHUT_RDWR)
    thread.join()


@pytest.mark.parametrize("version", ["4.4.48", "5.13.0", "5.25.1"])
def test_an_old_server_is_named_with_its_version(version: str) -> None:
    with answering(BOLT_5_4, success(f"Neo4j/{version}")) as address:
        refused = ended(("stats", "--store", address), {STORE})
    assert f"Neo4j/{version} is too old; Neo4j 5.26 or newer is needed" in refused.err
    assert refused.err.count("\n") == 1


@pytest.mark.parametrize(
    "handshake", [BOLT_3, BOLT_4_4, BOLT_5_0, NO_BOLT, b"SSH-2.0-OpenSSH_9.2\r\n", b"\x1b[2J\x07\0"],
    ids=["bolt 3", "bolt 4.4", "bolt 5.0", "no common version", "ssh", "escape sequence"],
)  # fmt: skip
def test_a_server_of_an_older_protocol_or_none_is_refused_with_what_is_needed(handshake: bytes) -> None:
    with answering(handshake) as address:
        for command in (("stats",), ("query", "overview"), ("export", "x.jsonl")):
            refused = ended((*command, "--store", address), {STORE})
            assert "is too old, or no Neo4j; Neo4j 5.26 or newer is needed" in refused.err
            assert refused.err.count("\n") == 1


def test_a_web_server_at_the_address_is_no_neo4j() -> None:
    with answering(b"HTTP/1.1 400 Bad Request\r\n\r\n") as address:
        refused = run("stats", "--store", address)
    assert refused.code == STORE
    assert refused.err.count("\n") == 1
    assert "a web server answers there, and no Bolt; give the port of Bolt, 7687" in refused.err
