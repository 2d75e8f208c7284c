"""Options that several commands share, spelled once."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from graphbuilder.errors import SettingsError
from graphbuilder.store.parameters import MOST


def number(
    text: str, *names: str, at_least: float = 1, at_most: float = MOST, metavar: str | None = None
) -> Any:  # what typer.Option gives
    """Return an option that takes a number in these bounds; infinity and what is no number are refused like any other."""
    return typer.Option(*names, min=at_least, max=at_most, metavar=metavar, help=text)


Store = Annotated[
    str | None,
    typer.Option(
        "--store",
        "-s",
        metavar="STORE",
        help="**local** (a private Neo4j, the default), **local:FOLDER**, **file:graph.jsonl**, or a server's address "
        "(bolt://…, neo4j+s://…; password from NEO4J_PASSWORD). NEO4J_URI sets the default.",
    ),
]
WorkspacePath = Annotated[
    Path | None,
    typer.Option(
        "--workspace", metavar="FILE", help="The log of what was read and found; by default beside the store."
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print results and errors only.")]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]


def parse_day(text: str | None, option: str = "--date") -> date | None:
    """Return an ISO date given on the command line with `option`.

    Raises:
        SettingsError: It is none.
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SettingsError(f"{option} {text}: write a date as 2017-07-05") from None
