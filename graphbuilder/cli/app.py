"""The `graphbuilder` command: its groups, put together."""

import logging

import typer

from graphbuilder import __version__
from graphbuilder.cli.analyzing import analyze_command
from graphbuilder.cli.annotating import annotate_command
from graphbuilder.cli.asking import QueryCommand, query_command, search_command, with_parameters
from graphbuilder.cli.building import build_command, demo_command, remove_command
from graphbuilder.cli.checkup import doctor_command
from graphbuilder.cli.console import errors_in_plain_words, out
from graphbuilder.cli.describing import schema_command
from graphbuilder.cli.exporting import export_command
from graphbuilder.cli.judging import entities_app, events_app
from graphbuilder.cli.keeping import backup_command, prune_command, restore_command, stats_command
from graphbuilder.cli.knowledge import kb_app
from graphbuilder.cli.reporting import report_command
from graphbuilder.cli.serving import neo4j_app
from graphbuilder.cli.viewing import view_command

app = typer.Typer(
    name="graphbuilder",
    help="Political events in news as a Neo4j graph: offline, deterministic, every edge traceable to its sentence.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
app.command("demo")(demo_command)
app.command("build")(build_command)
app.command("annotate")(annotate_command)
app.command("query", cls=QueryCommand)(with_parameters(query_command))
app.command("search")(search_command)
app.command("view", cls=QueryCommand)(with_parameters(view_command))
app.command("schema")(schema_command)
app.command("analyze")(analyze_command)
app.command("export")(export_command)
app.command("report")(report_command)
app.command("remove")(remove_command)
app.command("prune")(prune_command)
app.command("stats")(stats_command)
app.command("backup")(backup_command)
app.command("restore")(restore_command)
app.command("doctor")(doctor_command)
app.add_typer(entities_app, name="entities")
app.add_typer(events_app, name="events")
app.add_typer(kb_app, name="kb")
app.add_typer(neo4j_app, name="neo4j")


def _version(wanted: bool) -> None:
    if wanted:
        out.print(f"graphbuilder {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", help="Show the version.", callback=_version, is_eager=True),
) -> None:
    del version


def main() -> None:
    """Run the command line; errors become one line and an exit code (see graphbuilder.errors)."""
    logging.getLogger("neo4j").setLevel(
        logging.ERROR
    )  # its retries are not the user's business; its failures are errors
    with errors_in_plain_words():
        app(prog_name="graphbuilder")
