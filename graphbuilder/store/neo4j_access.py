"""Open a connection to a Neo4j server and say in plain words why it refuses.

The only module that knows the driver's exceptions and the server's codes.
"""

import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from neo4j import Driver, GraphDatabase, NotificationMinimumSeverity
from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    UnsupportedServerProduct,
)

from graphbuilder.errors import GraphbuilderError, StoreAccessError, StoreError, StoreUnavailableError
from graphbuilder.store.queries import load_query

OLDEST_SERVER = (5, 26)
"""The long-term support release: the first with all of the dialect in cypher/."""

_OLDEST = ".".join(map(str, OLDEST_SERVER))
_AGENT = re.compile(r"Neo4j/[\w.-]+")

SERVER_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
"""What an address may start with."""

ANOTHER_WRITER = (
    "another writer is at work in this database; nothing of this step was kept, run it again when the other is done"
)

_CONNECT_SECONDS = 10.0
_PROBE_SECONDS = 2.0
_BOLT_PORT = 7687

_ACCESS = {
    "Neo.ClientError.Security.Unauthorized": "the user name or the password is wrong",
    "Neo.ClientError.Security.AuthenticationRateLimit": (
        "too many wrong passwords; wait some seconds, then give the right one"
    ),
    "Neo.ClientError.Security.CredentialsExpired": "the first password must be changed before anything else",
    "Neo.ClientError.Security.Forbidden": "this user may not do that; give one that may read and write",
    "Neo.ClientError.Database.DatabaseNotFound": "there is no such database",
    "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase": "the database is read-only",
    "Neo.ClientError.General.ReadOnly": "the database is read-only",
    "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase": "the database is read-only",
}

_NOT_UNIQUE = {
    "Neo.DatabaseError.Schema.ConstraintCreationFailed",
    "Neo.ClientError.Schema.IndexAlreadyExists",
    "Neo.ClientError.Schema.IndexWithNameAlreadyExists",
}
"""Others hold something in the database beside which the constraints of cypher/schema cannot be made."""

_HELD_BY_NOW = "Neo.ClientError.Schema.ConstraintValidationFailed"
"""What was not there when the difference was looked for is there now."""


def open_driver(uri: str, user: str, password: str, database: str | None) -> Driver:
    """Return a driver that has reached the server and the database.

    Args:
        uri: bolt or neo4j, with +s (a certificate that is checked) or +ssc (any certificate) for TLS.
        user: Its name; with an empty one no credentials are sent.
        password: The user's.
        database: Its name; None for the user's own.

    Raises:
        StoreUnavailableError: Nothing answers there.
        StoreAccessError: Wrong password or missing database.
        StoreError: Not an address, or a server older than 5.26.
    """
    check_address(uri)
    try:
        driver = GraphDatabase.driver(
            uri,
            auth=(user, password) if user else None,
            connection_timeout=_CONNECT_SECONDS,
            connection_acquisition_timeout=2 * _CONNECT_SECONDS,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
        )
    except (ConfigurationError, ValueError) as error:
        raise StoreError(f"{uri}: not an address of a Neo4j server: {error}") from error
    try:
        with in_plain_words(uri, database), _telling_a_missing_password(uri, user, password):
            _check_version(driver.get_server_info().agent, uri)
            with driver.session(database=database) as session:
                session.run(load_query("write/ping").text).consume()
    except BaseException:
        driver.close()
        raise
    return driver


@contextmanager
def _telling_a_missing_password(uri: str, user: str, password: str) -> Iterator[None]:
    """Say that no password was given, where that is why the server refuses."""
    try:
        yield
    except AuthError as error:
        if not user or password:
            raise
        raise StoreAccessError(
            f"{uri}: it wants a password for {user} and none was given; set NEO4J_PASSWORD, or name a file that holds it in "
            "NEO4J_PASSWORD_FILE"
        ) from error


def check_address(uri: str) -> None:
    """Refuse what is no address of a Neo4j server.

    Raises:
        StoreError: It is none, or it holds a user, a password or a path.
    """
    if "@" in uri:
        raise StoreError("leave user and password out of the address of the server and give them apart")
    if uri.partition("://")[0] not in SERVER_SCHEMES:
        raise StoreError(f"{uri}: not an address of a Neo4j server; it starts with bolt:// or neo4j://")
    try:
        parts = urlsplit(uri)
        _ = parts.port, (parts.hostname or "").encode("idna")
    except ValueError as error:
        raise StoreError(f"{uri}: not an address of a Neo4j server: {error}") from error
    if parts.path not in {"", "/"}:
        raise StoreError(f"{uri}: leave out what follows the port; a database is named in NEO4J_DATABASE")


def _check_version(agent: str, uri: str) -> None:
    found = re.match(r"Neo4j/(\d+)\.(\d+)", agent)
    if found is None:
        raise StoreError(f"{uri}: {agent} answers there, which is not Neo4j")
    if (int(found[1]), int(found[2])) < OLDEST_SERVER:
        raise StoreError(f"{uri}: {agent} is too old; Neo4j {_OLDEST} or newer is needed")


@contextmanager
def in_plain_words(uri: str, database: str | None = None) -> Iterator[None]:
    """Turn whatever the driver raises inside into a StoreError of one clear sentence."""
    where = f"{uri}, database {database}" if database else uri
    try:
        yield
    except GraphbuilderError:
        raise
    except ServiceUnavailable as error:
        if _is_untrusted(uri):
            raise StoreAccessError(
                f"{uri}: its certificate is not trusted here; name the file of who signed it in SSL_CERT_FILE, or write "
                "bolt+ssc:// or neo4j+ssc:// to take any certificate"
            ) from error
        _check_for_web_server(uri, error)
        raise StoreUnavailableError(
            f"{uri}: nothing answers there; start the server or correct the address ({_first_line(error)})"
        ) from error
    except Neo4jError as error:
        reason = _ACCESS.get(error.code or "")
        if reason is None and isinstance(error, AuthError):
            reason = error.message or "not allowed"
        if reason is not None:
            raise StoreAccessError(f"{where}: {reason}") from error
        if error.code in _NOT_UNIQUE:
            raise StoreError(
                f"{where}: ids cannot be kept unique beside what others hold there; give the graph a database of its own "
                f"({_finding(error.message or '')})"
            ) from error
        if error.code == _HELD_BY_NOW:
            raise StoreError(f"{where}: {ANOTHER_WRITER} ({_finding(error.message or '')})") from error
        raise StoreError(f"{where}: the server refused: {error.message or error}") from error
    except (UnsupportedServerProduct, ConfigurationError) as error:  # it speaks no Bolt that we do, or one before 5.2
        _check_for_web_server(uri, error)
        found = _AGENT.search(str(error))
        raise StoreError(
            f"{uri}: {found[0] if found else 'what answers there'} is too old, or no Neo4j; Neo4j {_OLDEST} or newer is needed"
        ) from error
    except DriverError as error:
        raise StoreUnavailableError(f"{where}: the connection failed: {_first_line(error)}") from error


def _check_for_web_server(uri: str, error: Exception) -> None:
    """Raise StoreError where it is a web server that does not answer as Neo4j: the port of Neo4j Browser is a common slip."""
    if _speaks_http(uri):
        raise StoreUnavailableError(
            f"{uri}: a web server answers there, and no Bolt; give the port of Bolt, {_BOLT_PORT} where nobody changed it "
            "(7474 is that of Neo4j Browser)"
        ) from error


def _speaks_http(uri: str) -> bool:
    """Say whether what listens there answers as a web server does."""
    parts = urlsplit(uri)
    try:
        with socket.create_connection(
            (parts.hostname or "localhost", parts.port or _BOLT_PORT), _PROBE_SECONDS
        ) as plain:
            plain.settimeout(_PROBE_SECONDS)
            plain.sendall(b"GET / HTTP/1.0\r\n\r\n")
            return plain.recv(5) == b"HTTP/"
    except OSError:
        return False


def _is_untrusted(uri: str) -> bool:
    """Say whether the server offers a certificate that is not trusted here; the driver does not always tell."""
    parts = urlsplit(uri)
    if not parts.scheme.endswith("+s"):
        return False
    host, port = parts.hostname or "localhost", parts.port or _BOLT_PORT
    try:
        with socket.create_connection((host, port), _CONNECT_SECONDS) as plain:
            ssl.create_default_context().wrap_socket(plain, server_hostname=host).close()
    except ssl.SSLCertVerificationError:
        return True
    except OSError:
        return False
    return False


def _finding(message: str) -> str:
    """Return what the server found in the way, without the statement it was asked to run and its advice."""
    lines = message.splitlines()
    return " ".join(lines[1:] or lines).partition(". ")[0].removesuffix(".")


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
