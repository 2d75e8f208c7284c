"""`view`: an answer as a picture in one HTML file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from graphbuilder.cli.asking import SUFFIX, Timeout, parse_parameters
from graphbuilder.cli.console import Shown, out
from graphbuilder.cli.options import Quiet, Store, number
from graphbuilder.cli.targets import find_target, opened_store
from graphbuilder.config import load_settings
from graphbuilder.errors import SettingsError, counted
from graphbuilder.server import render_picture
from graphbuilder.store.queries import QUERY_NAME, load_query
from graphbuilder.store.subgraph import find_subgraph


def view_command(
    text: Annotated[
        str | None, typer.Argument(metavar="[NAME|CYPHER]", help="A named query, or Cypher; or give --around.")
    ] = None,
    path: Annotated[Path, typer.Option("--out", "-o", metavar="FILE.html", help="Where to write the page.")] = Path(
        "graph.html"
    ),
    around: Annotated[
        str | None, typer.Option(metavar="ID", help="Draw what is around the entity or event with this id.")
    ] = None,
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter of your own Cypher.")
    ] = None,
    heading: Annotated[str | None, typer.Option("--heading", help="What stands above the picture.")] = None,
    limit: Annotated[int, number("Rows of the answer, and relationships drawn, at most.")] = 400,
    timeout: Timeout = 60.0,
    store: Store = None,
    quiet: Quiet = False,
    **named: str | None,
) -> None:
    """Draw an answer as one HTML file that needs no server and no network, in the colours of the Browser.

    Example: `graphbuilder view meetings --person Whitcomb --out meetings.html`
    """
    if (text is None) == (around is None):
        raise SettingsError("name a query (or give Cypher), or give --around ID: one of the two")
    values = {name.removesuffix(SUFFIX): value for name, value in named.items() if value is not None}
    given = {**parse_parameters(param or ()), **values, **({"id": around} if around else {})}
    asked = text or "around"
    settings = load_settings()
    with Shown(quiet=True) as shown, opened_store(find_target(store, None, settings), settings, shown) as opened:
        found = find_subgraph(opened, asked, given, limit=limit, timeout=timeout)
    names = {str(node["id"]): node["properties"] for node in found.nodes}
    page = render_picture(heading or _heading(asked, given, names), found.nodes, found.relationships)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"--out {path}: {error.strerror or error}") from error
    if not quiet:
        message = f"{counted(len(found.nodes), 'node')} and {counted(len(found.relationships), 'relationship')} drawn in {path}"
        out.print(message, soft_wrap=True)


def _heading(asked: str, given: dict[str, object], names: Mapping[str, object]) -> str:
    """Return the title of the question and what it was asked about, ids by the names of their nodes."""
    title = load_query(asked.strip()).title if QUERY_NAME.fullmatch(asked.strip()) else "Your question"
    said = [_name(str(value), names) for value in given.values() if value is not None]
    return f"{title}: {', '.join(said)}" if said else title


def _name(value: str, names: Mapping[str, object]) -> str:
    properties = names.get(value)
    return str(properties.get("name", value)) if isinstance(properties, Mapping) else value
