"""How fast a graph is written beside LangChain's `Neo4jGraph.add_graph_documents`.

    python -m benchmarks.speed.peers [--save] [--rounds 3]

Makes an environment of its own for the peer in a temporary folder, and two private servers, one with APOC, which the peer
needs. Both sides write the 5,000 nodes and 20,000 relationships of `benchmarks.speed.write` by turns, each into its own emptied
database under its own constraints, after one unmeasured round; the figure is the median. The peer is called in three ways, see
`langchain_writer`; it writes ids and properties only, ours checks, counts and compares as well.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

import jgo
import msgspec
import platformdirs
import requests
from jgo.constants import MAVEN_CENTRAL_URL
from neo4j import GraphDatabase

from benchmarks.speed.results import save
from benchmarks.speed.write import empty, make_graph, seconds
from graphbuilder import server
from graphbuilder.graph.elements import Element, Node
from graphbuilder.graph.schema import KEY_LABELS, key_label
from graphbuilder.server.lock import Jar, Lock, load_lock
from graphbuilder.store.neo4j_store import Neo4jStore

GOAL: Final = 3.0
PEER: Final = ("langchain-neo4j==0.11.0", "langchain-core>=1,<2")
APOC: Final = "org.neo4j.procedure:apoc-core:5.26.18+org.neo4j.procedure:apoc-common:5.26.18"
FORMS: Final = ("plain", "base_label", "one_document")
WRITER: Final = Path(__file__).with_name("langchain_writer.py")


def make_environment(folder: Path) -> Path:
    """Install the peer into `folder` and return its Python."""
    subprocess.run([sys.executable, "-m", "uv", "venv", "-q", str(folder), "--python", sys.executable], check=True)
    python = folder / "bin" / "python"
    subprocess.run([sys.executable, "-m", "uv", "pip", "install", "-q", "-p", str(python), *PEER], check=True)
    return python


def add_apoc(plugins: Path) -> Lock:
    """Put APOC into a server's folder of plugins; return the server's files with it: it is read from both places."""
    plugins.mkdir(parents=True, exist_ok=True)
    shipped = load_lock()
    ours = {(jar.group, jar.artifact) for jar in shipped.jars}
    added = []
    for artifact in jgo.resolve(APOC):
        if artifact.packaging != "jar" or (artifact.groupId, artifact.artifactId) in ours:
            continue
        jar = Jar(group=artifact.groupId, artifact=artifact.artifactId, version=artifact.version, sha256="", size=0)
        response = requests.get(f"{MAVEN_CENTRAL_URL}/{jar.path}", timeout=60)
        response.raise_for_status()
        (plugins / jar.filename).write_bytes(response.content)
        digest = hashlib.sha256(response.content).hexdigest()
        added.append(msgspec.structs.replace(jar, sha256=digest, size=len(response.content)))
    return msgspec.structs.replace(shipped, jars=(*shipped.jars, *added))


def plain_rows(elements: list[Element]) -> dict[str, list[dict[str, object]]]:
    """Return the graph as JSON can say it: for the peer, dates as text."""
    rows: dict[str, list[dict[str, object]]] = {"nodes": [], "relationships": []}
    for element in elements:
        properties = {
            name: value.isoformat() if isinstance(value, date) else value for name, value in element.properties.items()
        }
        if isinstance(element, Node):
            rows["nodes"].append({"id": element.id, "type": key_label(element.labels), "properties": properties})
        else:
            rows["relationships"].append({
                "type": element.type, "start": element.start_id, "end": element.end_id, "properties": properties,
            })  # fmt: skip
    return rows


def write_as_peer(python: Path, rows: Path, found: server.Connection, password: Path, form: str) -> float:
    """Let the peer write once into an emptied database; return its seconds."""
    with GraphDatabase.driver(found.uri, auth=(found.user, found.password)) as driver:
        empty(driver, (*KEY_LABELS, "__Entity__"))
    command = [str(python), str(WRITER), str(rows), found.uri, str(password), form]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1])


def write_ours(elements: list[Element], found: server.Connection) -> float:
    """Write once into an emptied database; return the seconds."""
    with GraphDatabase.driver(found.uri, auth=(found.user, found.password)) as driver:
        empty(driver)
    with Neo4jStore.connect(found.uri, found.user, found.password) as store:
        store.ensure_schema()
        return seconds(partial(store.synchronize, elements))


def main() -> None:
    """Measure, print, and with --save keep the figures."""
    parser = argparse.ArgumentParser(description="Speed of writing to Neo4j, beside LangChain.")
    parser.add_argument("--save", action="store_true", help="write benchmarks/results/peers.json")
    parser.add_argument("--rounds", type=int, default=3, help="measured rounds")
    options = parser.parse_args()
    elements = make_graph()
    times: dict[str, list[float]] = {side: [] for side in ("ours", *(f"langchain, {form}" for form in FORMS))}
    cache = platformdirs.user_cache_path("graphbuilder")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        python = make_environment(folder / "peer-environment")
        rows = folder / "rows.json"
        rows.write_text(json.dumps(plain_rows(elements)), encoding="utf-8")
        own, theirs = folder / "ours", folder / "theirs"
        lock = add_apoc(theirs / "plugins")
        try:
            ours = server.start(own, cache=cache)
            more = {"dbms.security.procedures.unrestricted": "apoc.*"}
            peer = server.start(theirs, lock=lock, cache=cache, more=more)
            for number in range(options.rounds + 1):
                for form in FORMS:
                    own_time = write_ours(elements, ours)
                    peer_time = write_as_peer(python, rows, peer, theirs / "password", form)
                    if number:
                        times["ours"].append(own_time)
                        times[f"langchain, {form}"].append(peer_time)
        finally:
            server.stop(own)
            server.stop(theirs)
    middle = {side: median(spent) for side, spent in times.items()}
    ratios = {side: spent / middle["ours"] for side, spent in middle.items() if side != "ours"}
    for side, spent in middle.items():
        print(f"{side:25} {spent:6.2f} s {len(elements) / spent:8.0f} elements/s")
    for side, ratio in ratios.items():
        print(f"speed of ours / speed of {side}: {ratio:.2f} (goal {GOAL})")
    if options.save:
        figures: dict[str, float | int | str] = {f"{side}, seconds": round(spent, 3) for side, spent in middle.items()}
        figures |= {f"{side}, ratio": round(ratio, 3) for side, ratio in ratios.items()}
        print(save("peers", {**figures, "peer": PEER[0], "rounds": options.rounds, "goal": GOAL}))


if __name__ == "__main__":
    main()
