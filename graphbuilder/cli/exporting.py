"""`export`: the graph, one of its networks, its events or its trips as a file for other tools."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from graphbuilder.cli.console import Shown, out, show_bytes
from graphbuilder.cli.filters import (
    Confidence,
    Kinds,
    Labels,
    Places,
    Since,
    Sources,
    Statuses,
    Topics,
    Until,
    among,
    make_selection,
)
from graphbuilder.cli.options import Quiet, Store
from graphbuilder.cli.targets import find_target, opened_store
from graphbuilder.config import load_settings
from graphbuilder.errors import SettingsError, counted
from graphbuilder.store.base import GraphStore
from graphbuilder.store.bulk_files import write_bulk_files

if TYPE_CHECKING:
    from graphbuilder.analysis import Selection

STANDARD_OUTPUT = "-"

FOLDER = "neo4j-admin"
"""The one format that is a folder of files."""


def _formats() -> tuple[str, ...]:
    """Return every format, for the shell."""
    from graphbuilder.analysis.export import NETWORKS, TABLES, WHOLE  # noqa: PLC0415 - networkx is slow to import

    return tuple(dict.fromkeys(("jsonl", *WHOLE, FOLDER, *NETWORKS, *TABLES)))


def _networks() -> tuple[str, ...]:
    """Return every network, for the shell."""
    from graphbuilder.analysis.projections.catalogue import PROJECTIONS  # noqa: PLC0415 - networkx is slow to import

    return tuple(PROJECTIONS)


def export_command(
    path: Annotated[
        Path, typer.Argument(metavar="FILE", help="Where to write; the suffix says how. - is standard output.")
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            help="jsonl, graphml, gexf, neo4j-admin (a folder); of a network also json, csv; plover, gdelt, weis, visits.",
            autocompletion=among(_formats),
        ),
    ] = None,
    network: Annotated[
        str | None,
        typer.Option(
            "--network",
            "-n",
            help="One network instead of the whole graph: participation, company, relations, signed, countries, travel "
            "or statements.",
            autocompletion=among(_networks),
        ),
    ] = None,
    status: Statuses = None,
    label: Labels = None,
    kind: Kinds = None,
    topic: Topics = None,
    place: Places = None,
    source: Sources = None,
    min_confidence: Confidence = 0.0,
    since: Since = None,
    until: Until = None,
    store: Store = None,
    quiet: Quiet = False,
) -> None:
    """Write the graph, a network, the events or the trips to a file.

    The whole graph goes out as JSON lines (as `file:` keeps it), GraphML, GEXF or a folder for `neo4j-admin` to import; a
    network as GraphML, dynamic GEXF for Gephi, node-link JSON or a CSV list of edges; events as PLOVER records, a table with
    GDELT's columns or one of WEIS codes; trips as a table of visits. The options that choose events hold for all but the
    whole graph.

    Example: `graphbuilder export company.gexf --network company --label Meeting`
    """
    from graphbuilder.analysis.export import NETWORKS, TABLES, WHOLE  # noqa: PLC0415 - networkx is slow to import

    given = output or path.suffix.removeprefix(".")
    known = NETWORKS if network else ("jsonl", *WHOLE, FOLDER, *TABLES)
    if given not in known:
        what = "a network is written as" if network else "choose --format"
        raise SettingsError(f"{path}: {what} {', '.join(known)}, or give a file name that ends so")
    chosen = {"status": status, "label": label, "kind": kind, "topic": topic, "place": place, "source": source}
    filtered = any(chosen.values()) or bool(min_confidence or since or until)
    if filtered and not network and given not in TABLES:
        raise SettingsError(f"{given} holds the whole graph: leave out what chooses events, or name a --network")
    selection = make_selection(**chosen, min_confidence=min_confidence, since=since, until=until)
    settings = load_settings()
    with (
        Shown(quiet=True) as shown,
        TemporaryDirectory() as folder,
        opened_store(find_target(store, None, settings), settings, shown) as opened,
    ):
        streamed = str(path) == STANDARD_OUTPUT
        if streamed and given == FOLDER:
            raise SettingsError(f"{FOLDER} is a folder of files: name one instead of -")
        target = Path(folder) / "export" if streamed else path
        said = write_export(opened, target, kind=given, network=network, selection=selection)
        if streamed:
            with target.open("rb") as file:
                show_bytes(file)
        elif not quiet:
            out.print(f"{said} written to {path}")


def write_export(store: GraphStore, path: Path, *, kind: str, network: str | None, selection: "Selection") -> str:
    """Write what a store holds to a file and return how much it was."""
    from graphbuilder.analysis.export import TABLES, WHOLE, export_network, export_table  # noqa: PLC0415
    from graphbuilder.store.jsonl_store import JsonlStore  # noqa: PLC0415

    if network:
        summary = export_network(store.read(), path, kind=kind, network=network, selection=selection)
        return f"{counted(summary.nodes, 'node')} and {counted(summary.relationships, 'tie')}"
    if kind in TABLES:
        rows = export_table(store.read(), path, kind=kind, selection=selection).rows
        return f"{rows:,} {'row' if rows == 1 else 'rows'}"
    if kind == FOLDER:
        files = write_bulk_files(store.read(), path)
        return f"{counted(files.nodes, 'node')} and {counted(files.relationships, 'relationship')}"
    if kind == "jsonl":
        with JsonlStore(path) as file:
            file.synchronize(store.read())
        nodes, relationships = _count(path)
    else:
        summary = WHOLE[kind](store.read(), path)
        nodes, relationships = summary.nodes, summary.relationships
    return f"{counted(nodes, 'node')} and {counted(relationships, 'relationship')}"


def _count(path: Path) -> tuple[int, int]:
    """Return how many nodes and relationships a graph file has."""
    with path.open("rb") as lines:
        nodes = sum(line.startswith(b'{"type":"node"') for line in lines)
        lines.seek(0)
        return nodes, sum(1 for _ in lines) - nodes
