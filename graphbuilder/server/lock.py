"""The lock file: which jars make up the server, and the hash each must have.

It says what is run; it does not download anything (provision) and does not name a registry.
"""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from graphbuilder.errors import ServerError
from graphbuilder.records.base import Record

SERVER_COORDINATE = ("org.neo4j", "neo4j")
BROWSER_COORDINATE = ("org.neo4j.client", "neo4j-browser")

MAIN_CLASSES = ("org.neo4j.server.CommunityEntryPoint", "org.neo4j.server.Neo4jCommunity")

_NAME = r"[A-Za-z0-9_][A-Za-z0-9_.-]*"
"""A part of coordinates; it cannot lead out of a folder."""

_LINE = re.compile(rf"([0-9a-f]{{64}}) (\d+) ({_NAME}):({_NAME}):({_NAME})(?::({_NAME}))?")


class Jar(Record, frozen=True, kw_only=True):
    """One file of the server: Maven coordinates, the SHA-256 (hex) of its bytes and their number."""

    group: str
    artifact: str
    version: str
    classifier: str = ""
    sha256: str
    size: int

    @property
    def filename(self) -> str:
        """The name of the file, "neo4j-5.26.18.jar"."""
        return "-".join(part for part in (self.artifact, self.version, self.classifier) if part) + ".jar"

    @property
    def path(self) -> str:
        """The path of the file in a Maven repository, without a leading slash."""
        return f"{self.group.replace('.', '/')}/{self.artifact}/{self.version}/{self.filename}"


class Lock(Record, frozen=True):
    """All jars of the server, sorted by coordinates, and the jar of the Browser."""

    jars: tuple[Jar, ...]
    browser: Jar

    @property
    def version(self) -> str:
        """The version of Neo4j."""
        return next(jar.version for jar in self.jars if (jar.group, jar.artifact) == SERVER_COORDINATE)

    @property
    def main_class(self) -> str:
        """The class that starts the server: Community Edition, under its name of before or after version 5."""
        return MAIN_CLASSES[0] if self.version.startswith("5.") else MAIN_CLASSES[1]

    @property
    def all(self) -> tuple[Jar, ...]:
        """Every file that must be there."""
        return (*self.jars, self.browser)


def format_lock(jars: Iterable[Jar]) -> str:
    """Return the text of a lock file: one line a jar, "sha256 size group:artifact:version[:classifier]", sorted."""
    lines = [
        f"{jar.sha256} {jar.size} " + ":".join(p for p in (jar.group, jar.artifact, jar.version, jar.classifier) if p)
        for jar in sorted(jars, key=lambda jar: (jar.group, jar.artifact, jar.version, jar.classifier))
    ]
    return "\n".join(["# Written by scripts/make_neo4j_lock.py: sha256, bytes, coordinates.", *lines, ""])


def parse_lock(text: str) -> Lock:
    """Return the lock that `text` describes.

    Raises:
        ServerError: A line is not of the form that `format_lock` writes, or Neo4j or its Browser is missing.
    """
    jars = [_parse_line(line) for line in text.splitlines() if line and not line.startswith("#")]
    browser = [jar for jar in jars if (jar.group, jar.artifact) == BROWSER_COORDINATE]
    server = [jar for jar in jars if (jar.group, jar.artifact) != BROWSER_COORDINATE]
    if len(browser) != 1 or not any((jar.group, jar.artifact) == SERVER_COORDINATE for jar in server):
        raise ServerError("data/neo4j.lock must name Neo4j and its Browser once; install graphbuilder again")
    return Lock(jars=tuple(server), browser=browser[0])


def _parse_line(line: str) -> Jar:
    found = _LINE.fullmatch(line)
    if found is None:
        raise ServerError(f"data/neo4j.lock: {line!r} cannot be read; install graphbuilder again")
    sha256, size, group, artifact, version, classifier = found.groups(default="")
    return Jar(group=group, artifact=artifact, version=version, classifier=classifier, sha256=sha256, size=int(size))


@cache
def load_lock() -> Lock:
    """Return the lock shipped with the package."""
    return parse_lock((files("graphbuilder") / "data" / "neo4j.lock").read_text(encoding="utf-8"))
