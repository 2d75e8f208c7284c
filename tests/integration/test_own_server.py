"""A server of one's own: encrypted connections, passwords from where they belong, clear words when it refuses."""

import ipaddress
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import keyring
import keyring.backend
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from graphbuilder.errors import StoreAccessError
from graphbuilder.store.connect import open_store
from tests.command_line import run
from tests.factories import lines, small_graph
from tests.neo4j_fixture import Neo4jServer, running


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a key and a certificate for 127.0.0.1 that nobody but itself has signed."""
    folder = tmp_path_factory.mktemp("certificate")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "graphbuilder test")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "public.crt").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "private.key").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return folder


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, certificate: Path) -> Iterator[Neo4jServer]:
    """Run a server that offers encryption with that certificate."""
    settings = {
        "server.bolt.tls_level": "OPTIONAL",
        "dbms.ssl.policy.bolt.enabled": "true",
        "dbms.ssl.policy.bolt.base_directory": str(certificate),
        "dbms.ssl.policy.bolt.private_key": "private.key",
        "dbms.ssl.policy.bolt.public_certificate": "public.crt",
    }
    with running(tmp_path_factory.mktemp("own") / "home", more=settings) as started:
        yield started


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+ssc", "neo4j+ssc", "bolt+s", "neo4j+s"])
def test_every_scheme(server: Neo4jServer, certificate: Path, scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if scheme.endswith("+s"):
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "public.crt"))
    graph = small_graph()
    with open_store(server.uri.replace("bolt", scheme, 1), user=server.user, password=server.password) as store:
        store.synchronize(graph)
        assert lines(store.read()) == lines(graph)


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_certificate_nobody_vouches_for_is_refused(server: Neo4jServer, scheme: str) -> None:
    with pytest.raises(StoreAccessError, match="certificate is not trusted here"):
        open_store(server.uri.replace("bolt", scheme, 1), user=server.user, password=server.password)


def test_a_password_from_a_file(server: Neo4jServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = tmp_path / "secret"
    secret.write_text(server.password + "\n", encoding="utf-8")
    monkeypatch.setenv("NEO4J_PASSWORD_FILE", str(secret))
    assert run("query", "RETURN 1 AS one", "--store", server.uri, "--format", "csv").out == "one\n1\n".replace(
        "\n", "\r\n"
    )
    secret.unlink()
    gone = run("query", "RETURN 1", "--store", server.uri)
    assert gone.code == 2
    assert "NEO4J_PASSWORD_FILE" in gone.err


class Memory(keyring.backend.KeyringBackend):
    """A keyring that forgets everything with the process."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring does not type it
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """Return what was kept."""
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        self.kept[service, username] = password


def test_a_password_from_the_keyring(server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> None:
    before = keyring.get_keyring()
    memory = Memory()
    keyring.set_keyring(memory)
    try:
        monkeypatch.setattr("getpass.getpass", lambda *_args, **_options: server.password)
        done = run("neo4j", "login", server.uri)
        assert done.code == 0, done.err
        assert list(memory.kept.values()) == [server.password]
        assert server.password not in done.out + done.err
        assert run("query", "RETURN 1 AS one", "--store", server.uri, "--format", "csv").code == 0
    finally:
        keyring.set_keyring(before)


def test_a_wrong_password_is_not_kept(server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> None:
    before = keyring.get_keyring()
    memory = Memory()
    keyring.set_keyring(memory)
    try:
        monkeypatch.setattr("getpass.getpass", lambda *_args, **_options: "wrong")
        refused = run("neo4j", "login", server.uri)
    finally:
        keyring.set_keyring(before)
    assert refused.code == 6
    assert "the user name or the password is wrong" in refused.err
    assert memory.kept == {}
