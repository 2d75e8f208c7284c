"""Writes graphbuilder/data/neo4j.lock: resolves Neo4j and its Browser with jgo, downloads each jar and notes its SHA-256.

With the argument `newest` it writes tests/neo4j-newest.lock instead: the newer Neo4j that the stores are also tested on.

For developers, when the version of Neo4j changes; it takes about two minutes and needs the network. What is locked is what the
registry gives on that day: read the difference before you commit it.
"""

import hashlib
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import jgo
import requests
from jgo.constants import MAVEN_CENTRAL_URL

from graphbuilder.server.lock import Jar, format_lock, parse_lock

ROOT = Path(__file__).parents[1]
BROWSER = "org.neo4j.client:neo4j-browser:5.15.0"
LOCKS = {
    "shipped": (ROOT / "graphbuilder" / "data" / "neo4j.lock", f"org.neo4j:neo4j:5.26.18+{BROWSER}"),
    "newest": (
        ROOT / "tests" / "neo4j-newest.lock",
        f"org.neo4j:neo4j:2025.10.1+{BROWSER}+org.bouncycastle:bcutil-jdk18on:1.81",  # jgo cannot resolve its version range
    ),
}


def lock_jar(jar: Jar) -> Jar:
    """Return `jar` with the hash and size of the file that the registry gives for it."""
    response = requests.get(f"{MAVEN_CENTRAL_URL}/{jar.path}", timeout=60)
    response.raise_for_status()
    return Jar(
        group=jar.group,
        artifact=jar.artifact,
        version=jar.version,
        classifier=jar.classifier,
        sha256=hashlib.sha256(response.content).hexdigest(),
        size=len(response.content),
    )


def main() -> int:
    """Resolve, download, write."""
    path, endpoint = LOCKS[sys.argv[1] if len(sys.argv) > 1 else "shipped"]
    artifacts = {
        Jar(
            group=artifact.groupId,
            artifact=artifact.artifactId,
            version=artifact.version,
            classifier=artifact.classifier or "",
            sha256="",
            size=0,
        )
        for artifact in jgo.resolve(endpoint)
        if artifact.packaging == "jar"
    }
    with ThreadPoolExecutor(8) as pool:
        text = format_lock(pool.map(lock_jar, artifacts))
    lock = parse_lock(text)
    path.write_text(text, encoding="utf-8")
    megabytes = sum(jar.size for jar in lock.all) / 1e6
    print(f"{len(lock.all)} jars, {megabytes:.1f} MB, Neo4j {lock.version}, Browser {lock.browser.version}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
