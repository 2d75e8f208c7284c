"""`neo4j start|stop|status|open`: the private local Neo4j; `neo4j login`: the password of one's own server."""

import getpass
import os
import sys
import webbrowser
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from graphbuilder.cli.console import Shown, harmless, out, show_json, show_table
from graphbuilder.cli.credentials import keep_password
from graphbuilder.cli.options import Json
from graphbuilder.config import load_settings
from graphbuilder.errors import ServerError, SettingsError
from graphbuilder.graph.scores import PREFIX
from graphbuilder.server import Connection, connection, default_home, open_browser, start, status, stop, write_assets
from graphbuilder.store.connect import open_store
from graphbuilder.store.neo4j_access import check_address
from graphbuilder.store.neo4j_store import Neo4jStore

neo4j_app = typer.Typer(
    help="The private Neo4j on this machine: start, stop, look at it, open its Browser.", no_args_is_help=True
)

Home = Annotated[
    Path | None, typer.Option("--home", metavar="FOLDER", help="Its folder; by default in your data folder.")
]


def _home(given: Path | None) -> Path:
    return given.expanduser().absolute() if given else default_home(load_settings().data_folder)


@neo4j_app.command("start")
def start_command(home: Home = None, as_json: Json = False) -> None:
    """Start it, downloading it first where need be; one that runs already is used."""
    settings = load_settings()
    with Shown(quiet=as_json) as shown:
        found = start(_home(home), cache=settings.cache_folder, on_progress=shown.set)
    if as_json:
        show_json({"bolt": found.uri, "http": found.http_url, "user": found.user})
        return
    password = _home(home) / "password"
    out.print(
        f"running at {found.uri}, Browser at {found.http_url}/browser/ (user {found.user}, password in {password})",
        soft_wrap=True,
    )


@neo4j_app.command("stop")
def stop_command(home: Home = None) -> None:
    """Stop it; the graph stays."""
    out.print("stopped" if stop(_home(home)) else "it was not running")


@neo4j_app.command("status")
def status_command(home: Home = None, as_json: Json = False) -> None:
    """Say whether it runs, and where. Exits with 1 when it does not."""
    found = status(_home(home))
    if as_json:
        show_json(msgspec.to_builtins(found))
    else:
        values = msgspec.structs.asdict(found)
        show_table("Private Neo4j", ("", ""), [(name, value) for name, value in values.items() if value is not None])
    if not found.running:
        raise typer.Exit(1)


@neo4j_app.command("open")
def open_command(
    home: Home = None,
    query: Annotated[str | None, typer.Option(help="Cypher to run on opening.")] = None,
    size_by: Annotated[
        str | None,
        typer.Option(metavar="SCORE", help="Size entities by a score that `analyze --write` put there: pagerank."),
    ] = None,
) -> None:
    """Open Neo4j Browser, logged in, with our style, saved queries and guide.

    The more is told of something, the larger it is drawn; `--size-by pagerank` draws those larger that a score puts first.
    """
    settings = load_settings()
    with Shown(quiet=False) as shown:
        weigh(start(_home(home), cache=settings.cache_folder, on_progress=shown.set), size_by)
    out.print(f"opened {open_browser(_home(home), first_query=query)}")


@neo4j_app.command("login")
def login_command(
    uri: Annotated[str, typer.Argument(metavar="URI", help="The address of your own server: neo4j+s://…")],
    user: Annotated[str | None, typer.Option(help="Its user; NEO4J_USERNAME by default.")] = None,
) -> None:
    """Ask for the password of your own server, try it, and keep it in the keyring of this system."""
    settings = load_settings()
    name = user or settings.neo4j_user
    check_address(uri)
    try:
        password = getpass.getpass(harmless(f"Password of {name} at {uri}: "))
    except EOFError as error:
        raise SettingsError("no password was given; `neo4j login` asks for it in a terminal") from error
    with open_store(uri, user=name, password=password, database=settings.neo4j_database):
        keep_password(uri, name, password)
    out.print(f"kept in the keyring; `--store {uri}` finds it there")


@neo4j_app.command("assets")
def assets_command(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to write them; made where it is missing.")],
) -> None:
    """Write style, saved queries and guide as files, for the Neo4j Browser of your own server."""
    style, favourites, guide = write_assets(folder)
    for path, use in (
        (style, "drop it on the Browser's window"),
        (favourites, "drop it on the Browser's window"),
        (guide, "put it on a web server that the Browser may read, then :guide and its address"),
    ):
        out.print(f"{path}  ({use})", soft_wrap=True)


def weigh(found: Connection, score: str | None = None) -> None:
    """Give what is told of most, or first by a score, the labels that the style draws larger.

    Raises:
        SettingsError: No such score is written.
    """
    with Neo4jStore.connect(found.uri, found.user, found.password) as store:
        if score is None:
            store.weigh()
            return
        written = {name.removeprefix(PREFIX) for run in store.score_runs() for name in run.properties}
        if score.removeprefix(PREFIX) not in written:
            there = f"there are {', '.join(sorted(written))}" if written else f"write it with `analyze {score} --write`"
            raise SettingsError(f"--size-by {score}: no such score is written; {there}")
        store.weigh(PREFIX + score.removeprefix(PREFIX))


def has_screen() -> bool:
    """Return whether a web browser can be expected to open for whoever runs this."""
    if os.environ.get("CI"):
        return False
    return sys.platform in {"darwin", "win32"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_or_explain(home: Path, *, browser: bool) -> None:
    """Open the Browser where there is a screen; else say how to get there."""
    if browser and has_screen():
        found_at = connection(home)
        if found_at is not None:
            weigh(found_at)
        try:
            out.print(f"Neo4j Browser: {open_browser(home, launch=webbrowser.open)}")
        except ServerError as error:
            out.print(str(error))
        return
    found = status(home)
    out.print(
        f"Neo4j Browser: {found.http_url}/browser/ (user neo4j, password in {home / 'password'}); "
        "`graphbuilder neo4j open` opens it logged in",
        soft_wrap=True,
    )
