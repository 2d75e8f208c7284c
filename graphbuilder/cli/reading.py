"""`query`: questions in Cypher, by name or in words of one's own."""

import csv
import io
import json
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from graphbuilder.cli.console import Shown, note, show_json, show_table
from graphbuilder.cli.options import Store
from graphbuilder.cli.targets import find_target, opened_store
from graphbuilder.config import load_settings
from graphbuilder.errors import SettingsError
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
