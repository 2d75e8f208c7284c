"""The folder of a private server and what stands in it: paths, ports, password, neo4j.conf, the arguments of Java.

Writes files only; it starts nothing. The folder is readable by its user alone, and the password is in one file in it.

    HOME/conf/neo4j.conf     written again at every start
    HOME/web/                the Browser and our pages, served by Neo4j; no secrets here
    HOME/data/, logs/, import/, run/    Neo4j's own
    HOME/password            the password of the user neo4j, readable by you alone
    HOME/ports.json          the ports, kept: the Browser's memory belongs to its address
    HOME/server.pid, server.log         the process and what it printed
"""

import os
import secrets
import socket
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from graphbuilder.errors import ServerError
from graphbuilder.records.base import Record

USER = "neo4j"
HOST = "127.0.0.1"
BOLT_PORT = 7687
HTTP_PORT = 7474
OTHER_PORTS = range(20_000, 30_000)
"""Where ports are looked for when the usual ones are taken: below those that systems hand out to outgoing connections."""

PORT_TRIES = 200
HEAP = "512m"
PAGE_CACHE = "128m"
ADMIN_CLASS = "org.neo4j.cli.AdminTool"

_CONF = """\
# Written by graphbuilder at every start; changes made here are lost.
server.bolt.listen_address={host}:{bolt}
server.bolt.advertised_address={host}:{bolt}
server.http.listen_address={host}:{http}
server.http.advertised_address={host}:{http}
server.https.enabled=false
server.http_enabled_modules=BROWSER
dbms.security.http_access_control_allow_origin=http://{host}:{http}
server.directories.import=import
server.memory.heap.max_size={heap}
server.memory.pagecache.size={page_cache}
db.tx_log.preallocate=false
dbms.usage_report.enabled=false
client.allow_telemetry=false
internal.server.bolt.thread_pool_shutdown_wait_time=1s
browser.post_connect_cmd=guide http://{host}:{http}/browser/gb/guide.html
browser.remote_content_hostname_whitelist={host},localhost
"""


class Ports(Record, frozen=True):
    """The two ports of a server."""

    bolt: int
    http: int

    @property
    def bolt_uri(self) -> str:
        """The address for drivers."""
        return f"bolt://{HOST}:{self.bolt}"

    @property
    def http_url(self) -> str:
        """The address for web browsers, without a trailing slash."""
        return f"http://{HOST}:{self.http}"


class Home(Record, frozen=True):
    """The folder of a private server."""

    path: Path

    @property
    def conf(self) -> Path:
        """The folder of neo4j.conf."""
        return self.path / "conf"

    @property
    def web(self) -> Path:
        """The folder that Neo4j's web server takes its pages from."""
        return self.path / "web"

    @property
    def name_file(self) -> Path:
        """Holds a name made up at each start; the server serves it, which tells it from any other on the same ports."""
        return self.web / "browser" / "gb" / "server.txt"

    @property
    def pid_file(self) -> Path:
        """Holds the process id of the server."""
        return self.path / "server.pid"

    @property
    def log(self) -> Path:
        """What the server printed."""
        return self.path / "server.log"

    @property
    def lock_file(self) -> Path:
        """Held while somebody starts or stops the server."""
        return self.path / "server.lock"

    @property
    def has_graph(self) -> bool:
        """Whether a server has run here before."""
        return (self.path / "data" / "databases" / "system").exists()


def make_home(home: Home) -> None:
    """Make the folders of `home`, readable by this user only.

    Raises:
        ServerError: The folder cannot be made or written.
    """
    try:
        home.path.mkdir(parents=True, exist_ok=True)
        home.path.chmod(0o700)
        for folder in (home.conf, home.web, home.path / "import", home.path / "run"):
            folder.mkdir(exist_ok=True)
        home.lock_file.touch(mode=0o600)
    except OSError as error:
        raise ServerError(
            f"the private Neo4j cannot write to its folder {home.path} ({error.strerror}); "
            "give it a folder that you may write to"
        ) from error


def write_private(path: Path, text: str) -> None:
    """Write `text` to `path` at once, readable by this user only from the first byte on."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text)
    part.replace(path)


def read_password(home: Home) -> str | None:
    """Return the password of the server in `home`, None when it never had one."""
    try:
        return (home.path / "password").read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ServerError(f"the password file {home.path / 'password'} cannot be read: {error.strerror}") from error


def ensure_password(home: Home) -> str:
    """Return the password of the server in `home`, made up when the folder is new.

    Raises:
        ServerError: There is a graph, but its password is gone.
    """
    password = read_password(home)
    if password:
        return password
    if home.has_graph:
        raise ServerError(
            f"the password of the graph in {home.path} is gone (its file 'password' is missing or empty); put it back, or "
            "delete the folder and build the graph again"
        )
    password = secrets.token_hex(24)  # never begins with "-", which the admin tool would take for an option
    write_private(home.path / "password", password + "\n")
    return password


def read_ports(home: Home) -> Ports | None:
    """Return the ports that the server in `home` had last, None when it never ran or the file is damaged."""
    try:
        return msgspec.json.decode((home.path / "ports.json").read_bytes(), type=Ports)
    except (OSError, msgspec.DecodeError):
        return None


def choose_ports(home: Home) -> Ports:
    """Return the ports for the next start, and keep them: the same as last time unless another process has taken one."""
    last = read_ports(home) or Ports(bolt=BOLT_PORT, http=HTTP_PORT)
    bolt = last.bolt if is_free(last.bolt) else _free_port(last.http)
    http = last.http if is_free(last.http) else _free_port(bolt)
    ports = Ports(bolt=bolt, http=http)
    write_private(home.path / "ports.json", msgspec.json.encode(ports).decode())
    return ports


def is_free(port: int) -> bool:
    """Return whether a server could listen on `port` of this machine's loopback address."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as Java does: a port in TIME_WAIT is free
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
        return True


def _free_port(other: int) -> int:
    for _ in range(PORT_TRIES):
        port = OTHER_PORTS.start + secrets.randbelow(len(OTHER_PORTS))
        if port != other and is_free(port):
            return port
    raise ServerError("the private Neo4j found no free port on this machine; end a program that listens and try again")


def write_conf(home: Home, ports: Ports, more: Mapping[str, str] | None = None) -> None:
    """Write neo4j.conf for `ports`, with `more` settings at its end."""
    text = _CONF.format(host=HOST, bolt=ports.bolt, http=ports.http, heap=HEAP, page_cache=PAGE_CACHE)
    text += "".join(f"{name}={value}\n" for name, value in (more or {}).items())
    write_private(home.conf / "neo4j.conf", text)


def java_arguments(home: Home, jars: Iterable[Path]) -> str:
    """Return the text of an argument file for Java: memory, opened modules, and exactly `jars` as class path after `web`.

    A file, since 218 paths are longer than a command line may be on Windows.
    """
    class_path = os.pathsep.join(str(path) for path in (home.web, *jars))
    opens = [
        f"--add-opens=java.base/{package}=ALL-UNNAMED"
        for package in ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
    ]
    lines = [f"-Xmx{HEAP}", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", *opens, "-cp", quote(class_path)]
    return "\n".join(lines) + "\n"


def quote(argument: str) -> str:
    """Return `argument` as Java's argument files want it: in quotes, with backslashes doubled."""
    escaped = argument.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
