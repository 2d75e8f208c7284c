"""`query`, `analyze` and `export`: what only reads a graph."""

import csv
import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from graphbuilder.cli.console import Shown, note, out, show_json, show_table
from graphbuilder.cli.options import Json, Quiet, Store
from graphbuilder.cli.targets import find_target, opened_store
from graphbuilder.config import load_settings
from graphbuilder.errors import SettingsError
from graphbuilder.store.base import GraphStore
from graphbuilder.store.bulk_files import write_bulk_files
from graphbuilder.store.queries import Table, list_queries, run_query


def query_command(
    text: Annotated[
        str | None,
        typer.Argument(metavar="[NAME|CYPHER]", help="A named query, or Cypher; leave it out to list the names."),
    ] = None,
    param: Annotated[list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter.")] = None,
    output: Annotated[str, typer.Option("--format", "-f", help="table, json, jsonl or csv.")] = "table",
    limit: Annotated[int, typer.Option(min=1, help="Rows at most.")] = 1000,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds at most.")] = 60.0,
    store: Store = None,
) -> None:
    """Ask the graph a question: a named query or Cypher. Nothing is ever written.

    Example: `graphbuilder query itinerary --param person="Ana Ruiz"`
    """
    if text is None:
        rows = [
            (
                query.name.removeprefix("read/"),
                query.description,
                ", ".join(parameter.name for parameter in query.parameters),
            )
            for query in list_queries()
        ]
        show_table("Named queries", ("name", "answers", "parameters"), rows)
        return
    if output not in WRITERS:
        raise SettingsError(f"--format {output}: choose one of {', '.join(WRITERS)}")
    settings = load_settings()
    with Shown(quiet=True) as shown, opened_store(find_target(store, None, settings), settings, shown) as opened:
        table = run_query(opened, text, parse_parameters(param or ()), limit=limit, timeout=timeout)
    WRITERS[output](table)
    if table.truncated:
        note(f"only the first {limit:,} rows are shown; ask for more with --limit")


def parse_parameters(given: Sequence[str]) -> dict[str, object]:
    """Return parameters given as NAME=VALUE; a value that is JSON (a number, a list) becomes that, anything else is text.

    Raises:
        SettingsError: One is not of that form.
    """
    parameters: dict[str, object] = {}
    for item in given:
        name, separator, value = item.partition("=")
        if not separator or not name:
            raise SettingsError(f"--param {item}: write NAME=VALUE")
        try:
            parameters[name] = json.loads(value)
        except json.JSONDecodeError:
            parameters[name] = value
    return parameters


def _write_table(table: Table) -> None:
    show_table("", table.columns, table.rows, note=f"{len(table.rows)} rows")


def _write_json(table: Table) -> None:
    show_json([dict(zip(table.columns, row, strict=True)) for row in table.rows])


def _write_jsonl(table: Table) -> None:
    for row in table.rows:
        sys.stdout.write(json.dumps(dict(zip(table.columns, row, strict=True)), ensure_ascii=False) + "\n")


def _write_csv(table: Table) -> None:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(table.columns)
    writer.writerows(
        [json.dumps(cell, ensure_ascii=False) if isinstance(cell, list | dict) else cell for cell in row]
        for row in table.rows
    )
    sys.stdout.write(buffer.getvalue())


WRITERS = {"table": _write_table, "json": _write_json, "jsonl": _write_jsonl, "csv": _write_csv}


def analyze_command(
    names: Annotated[list[str] | None, typer.Argument(metavar="[ANALYSIS]...", help="Which; all by default.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="Rows of each table.")] = 10,
    status: Annotated[
        list[str] | None, typer.Option(help="Count events of this status (or all); actual by default.")
    ] = None,
    label: Annotated[list[str] | None, typer.Option(help="Count events of this label only.")] = None,
    kind: Annotated[list[str] | None, typer.Option(help="Count Person, Organization, Place or Group only.")] = None,
    min_confidence: Annotated[float, typer.Option(min=0.0, max=1.0, help="Count events at least so sure.")] = 0.0,
    since: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Count events from this day on.")] = None,
    until: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Count events up to this day.")] = None,
    store: Store = None,
    as_json: Json = False,
) -> None:
    """Measure the network of who acted with whom: participation, PageRank, betweenness, communities, meetings."""
    from graphbuilder.analysis import Selection  # noqa: PLC0415 - networkx is slow to import
    from graphbuilder.cli.options import parse_day  # noqa: PLC0415

    selection = Selection(
        statuses=None if status == ["all"] else tuple(status or ("actual",)),
        labels=tuple(label) if label else None,
        kinds=tuple(kind) if kind else None,
        min_confidence=min_confidence,
        since=parse_day(since),
        until=parse_day(until),
    )
    settings = load_settings()
    with Shown(quiet=True) as shown, opened_store(find_target(store, None, settings), settings, shown) as opened:
        show_analyses(opened, tuple(names or ()), limit=limit, selection=selection, as_json=as_json)


def show_analyses(
    store: GraphStore, names: Sequence[str], *, limit: int, selection: object = None, as_json: bool = False
) -> None:
    """Run analyses on what a store holds and print their tables."""
    from graphbuilder.analysis import ANALYSES, Options, Selection, analyze  # noqa: PLC0415

    chosen = selection if isinstance(selection, Selection) else Selection()
    tables = analyze(store.read(), names or tuple(ANALYSES), Options(selection=chosen, limit=limit))
    if as_json:
        show_json([msgspec.to_builtins(table) for table in tables])
        return
    for table in tables:
        shown = table.readable()
        show_table(shown.title, shown.columns, shown.rows, note=shown.note)


def _count(path: Path) -> tuple[int, int]:
    """Return how many nodes and relationships a graph file has."""
    with path.open("rb") as lines:
        nodes = sum(line.startswith(b'{"type":"node"') for line in lines)
        lines.seek(0)
        return nodes, sum(1 for _ in lines) - nodes


def export_command(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write; the suffix says how.")],
    output: Annotated[
        str | None, typer.Option("--format", "-f", help="jsonl, graphml, gexf, or neo4j-admin (a folder of files).")
    ] = None,
    store: Store = None,
    quiet: Quiet = False,
) -> None:
    """Write the whole graph to a file: JSON lines (as `file:` keeps it), GraphML, or GEXF for Gephi."""
    from graphbuilder.analysis.export import write_gexf, write_graphml  # noqa: PLC0415
    from graphbuilder.store.jsonl_store import JsonlStore  # noqa: PLC0415

    kind = output or path.suffix.removeprefix(".")
    settings = load_settings()
    if kind not in {"jsonl", "graphml", "gexf", "neo4j-admin"}:
        raise SettingsError(f"{path}: choose --format jsonl, graphml, gexf or neo4j-admin, or a file name that ends so")
    with Shown(quiet=True) as shown, opened_store(find_target(store, None, settings), settings, shown) as opened:
        if kind == "jsonl":
            with JsonlStore(path) as file:
                file.synchronize(opened.read())
            nodes, relationships = _count(path)
        elif kind == "neo4j-admin":
            files = write_bulk_files(opened.read(), path)
            nodes, relationships = files.nodes, files.relationships
        else:
            summary = (write_graphml if kind == "graphml" else write_gexf)(opened.read(), path)
            nodes, relationships = summary.nodes, summary.relationships
    if not quiet:
        out.print(
            f"{nodes:,} nodes and {relationships:,} relationships written to {path}", markup=False, highlight=False
        )
