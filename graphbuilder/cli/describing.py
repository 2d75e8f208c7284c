"""`schema`: what a graph may hold, from the one declaration."""

import sys
from typing import Annotated

import typer

from graphbuilder.cli.console import show_json, show_table
from graphbuilder.cli.filters import among
from graphbuilder.errors import SettingsError
from graphbuilder.store.schema_page import (
    index_rows,
    label_rows,
    node_rows,
    relationship_rows,
    schema_cypher,
    schema_json,
    schema_markdown,
)

FORMATS = ("table", "json", "markdown", "cypher")


def schema_command(
    output: Annotated[
        str,
        typer.Option("--format", "-f", help="table, json, markdown or cypher.", autocompletion=among(lambda: FORMATS)),
    ] = "table",
) -> None:
    """Show the schema: labels, properties, relationship types, constraints and indexes."""
    if output not in FORMATS:
        raise SettingsError(f"--format {output}: choose one of {', '.join(FORMATS)}")
    if output == "json":
        show_json(schema_json())
    elif output == "markdown":
        sys.stdout.write(schema_markdown())
    elif output == "cypher":
        sys.stdout.write(schema_cypher())
    else:
        show_table("Labels", ("labels", "the id begins with"), label_rows())
        show_table("Properties of nodes", ("label", "property", "type", "must be there", "allowed"), node_rows())
        columns = ("type", "joins", "property", "type of value", "must be there", "allowed")
        show_table("Relationships", columns, relationship_rows())
        show_table("Constraints and indexes", ("kind", "name", "on", "for"), index_rows())
