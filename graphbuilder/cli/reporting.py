"""`report`: one HTML file that shows a graph to a person."""

from pathlib import Path
from typing import Annotated

import typer

from graphbuilder.cli.console import Shown, out
from graphbuilder.cli.options import Quiet, Store, number, parse_day
from graphbuilder.cli.targets import find_target, opened_store
from graphbuilder.config import load_settings
from graphbuilder.errors import SettingsError


def report_command(
    path: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="Where to write the page.")] = Path(
        "report.html"
    ),
    title: Annotated[str | None, typer.Option(help="The title above the report.")] = None,
    since: Annotated[
        str | None, typer.Option("--from", "--since", metavar="YYYY-MM-DD", help="Events from this day on.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", "--until", metavar="YYYY-MM-DD", help="Events up to this day.")
    ] = None,
    min_confidence: Annotated[float, number("Events at least so sure.", at_least=0.0, at_most=1.0)] = 0.0,
    most_events: Annotated[int, number("Events at most; those that most reports tell of stay.")] = 5_000,
    store: Store = None,
    quiet: Quiet = False,
) -> None:
    """Write the graph as one self-contained HTML page: networks, timeline, map, blocs, and the sentences behind each.

    Example: `graphbuilder report --store file:graph.jsonl --out report.html`
    """
    from graphbuilder.analysis.selection import Selection  # noqa: PLC0415 - networkx is slow to import
    from graphbuilder.report import Options, make_report  # noqa: PLC0415

    options = Options(
        title=title or Options().title,
        selection=Selection(
            statuses=None,
            since=parse_day(since, "--from"),
            until=parse_day(until, "--to"),
            min_confidence=min_confidence,
        ),
        most_events=most_events,
    )
    settings = load_settings()
    with Shown(quiet=True) as shown, opened_store(find_target(store, None, settings), settings, shown) as opened:
        page = make_report(opened.read(), options)
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"--out {path}: the page cannot be written there: {error.strerror or error}") from error
    if not quiet:
        out.print(f"{path} written: open it in any browser, also offline")
