"""`analyze`: the network measured, as tables, and its scores put on the graph or taken off again."""

import csv
import io
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from graphbuilder.cli.console import Shown, note, show_json, show_table, show_text
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
from graphbuilder.cli.options import Json, Store, number
from graphbuilder.cli.targets import find_target, opened_store
from graphbuilder.config import load_settings
from graphbuilder.errors import SettingsError, counted
from graphbuilder.store.base import GraphStore

if TYPE_CHECKING:
    from graphbuilder.analysis import Options, Table

FORMATS = ("table", "json", "csv")


def _analyses() -> tuple[str, ...]:
    """Return every analysis, for the shell."""
    from graphbuilder.analysis import ANALYSES  # noqa: PLC0415 - networkx is slow to import

    return tuple(ANALYSES)


def analyze_command(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ANALYSIS]...",
            help="Which; the standard set by default.",
            autocompletion=among(_analyses),
        ),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the analyses and what they ask.")] = False,
    of: Annotated[
        list[str] | None,
        typer.Option("--of", metavar="NAME", help="The entity in focus, by name, a word of it or id; twice for two."),
    ] = None,
    limit: Annotated[int, number("Rows of each table.")] = 10,
    output: Annotated[
        str,
        typer.Option(
            "--format", "-f", help="table, json or csv (of one analysis).", autocompletion=among(lambda: FORMATS)
        ),
    ] = "table",
    status: Statuses = None,
    label: Labels = None,
    kind: Kinds = None,
    topic: Topics = None,
    place: Places = None,
    source: Sources = None,
    min_confidence: Confidence = 0.0,
    since: Since = None,
    until: Until = None,
    every: Annotated[str, typer.Option(help="Length of a time slice: week, month, quarter or year.")] = "month",
    window: Annotated[
        int | None, number("Rolling windows of so many days instead, for `blocs`.", metavar="DAYS")
    ] = None,
    step: Annotated[int, number("How far a rolling window is from the next.", metavar="DAYS")] = 30,
    trigger: Annotated[str, typer.Option(help="The event label whose sequels `sequences` counts.")] = "Threat",
    days: Annotated[int, number("How long after it.")] = 30,
    weight: Annotated[str, typer.Option(help="Weight of ties: events, newman, confidence or recency.")] = "events",
    distance: Annotated[str, typer.Option(help="Length of ties in paths: unweighted or inverse.")] = "unweighted",
    pivots: Annotated[int | None, number("Estimate betweenness from so many nodes.")] = None,
    method: Annotated[str, typer.Option(help="Communities by louvain, leiden or labels.")] = "louvain",
    resolution: Annotated[float, number("Above 1: more and smaller communities.", at_least=0.0)] = 1.0,
    seed: Annotated[int, number("Chooses among equals wherever chance plays a part.", at_least=0)] = 0,
    write: Annotated[bool, typer.Option("--write", help="Put the scores on the graph too.")] = False,
    remove: Annotated[
        str | None, typer.Option("--remove", metavar="RUN", help="Take the scores of a run off again.")
    ] = None,
    runs: Annotated[bool, typer.Option("--runs", help="List the runs whose scores are on the graph.")] = False,
    store: Store = None,
    as_json: Json = False,
) -> None:
    """Measure the network: who matters, who connects, who keeps whose company, what follows what, who will meet next.

    Example: `graphbuilder analyze betweenness communities --label Meeting --from 2031-01-01`
    """
    output = "json" if as_json else output
    if output not in FORMATS:
        raise SettingsError(f"--format {output}: choose one of {', '.join(FORMATS)}")
    if listed:
        list_analyses(output)
        return
    from graphbuilder.analysis import Options  # noqa: PLC0415 - networkx is slow to import
    from graphbuilder.analysis.catalogue import STANDARD, check_names  # noqa: PLC0415

    selection = make_selection(
        status=status, label=label, kind=kind, topic=topic, place=place, source=source, min_confidence=min_confidence,
        since=since, until=until,
    )  # fmt: skip
    options = Options(
        selection=selection, weight=weight, distance=distance, pivots=pivots, method=method, resolution=resolution, seed=seed,  # type: ignore[arg-type]  # checked by check_names
        every=every, window=window, step=step, trigger=trigger, days=days, focus=tuple(of or ()), limit=limit,
    )  # fmt: skip
    wanted = tuple(names or ())
    check_names(wanted or STANDARD, options)
    if output == "csv" and len(wanted) != 1 and not runs:
        raise SettingsError("--format csv holds one table: name one analysis")
    settings = load_settings()
    with Shown(quiet=True) as shown, opened_store(find_target(store, None, settings), settings, shown) as opened:
        if remove is not None:
            count = opened.remove_scores(remove)
            note(f"scores of {remove} taken off {counted(count, 'entity', 'entities')}")
        elif runs:
            list_runs(opened, output)
        elif write:
            write_scores(opened, wanted, options)
        else:
            show_analyses(opened, wanted, options=options, output=output)


def show_analyses(
    store: GraphStore,
    names: Sequence[str],
    *,
    limit: int = 10,
    options: "Options | None" = None,
    output: str = "table",
) -> None:
    """Run analyses on what a store holds and print their tables."""
    from graphbuilder.analysis import STANDARD, Options, analyze  # noqa: PLC0415

    show_tables(analyze(store.read(), names or STANDARD, options or Options(limit=limit)), output)


def show_tables(tables: "Sequence[Table]", output: str) -> None:
    """Print tables for a terminal, as a JSON list, or one of them as CSV."""
    if output == "json":
        show_json([msgspec.structs.asdict(table) for table in tables])
        return
    for table in tables:
        if output == "csv":
            rows = io.StringIO(newline="")
            writer = csv.writer(rows, lineterminator="\n")
            writer.writerow(table.columns)
            writer.writerows(table.rows)
            show_text(rows.getvalue())
            continue
        shown = table.readable()
        show_table(shown.title, shown.columns, shown.rows, note=shown.note)


def list_analyses(output: str) -> None:
    """Print the analyses there are."""
    from graphbuilder.analysis import ANALYSES, Table  # noqa: PLC0415

    rows = tuple(
        (name, analysis.asks, analysis.measure, "yes" if analysis.standard else None)
        for name, analysis in ANALYSES.items()
    )
    columns = ("analysis", "asks", "measure", "standard")
    show_tables([Table(name="list", title="Analyses", columns=columns, rows=rows)], output)


def list_runs(store: GraphStore, output: str) -> None:
    """Print the runs whose scores a store holds."""
    from graphbuilder.analysis import Table  # noqa: PLC0415

    rows = tuple(
        (run.id, run.written.isoformat(), ", ".join(run.analyses), ", ".join(run.properties), run.parameters)
        for run in store.score_runs()
    )
    columns = ("run", "written", "analyses", "properties", "parameters")
    show_tables([Table(name="runs", title="Scores on the graph", columns=columns, rows=rows)], output)


def write_scores(store: GraphStore, names: Sequence[str], options: "Options") -> None:
    """Compute scores of what a store holds and put them on it."""
    from graphbuilder.analysis.scoring import compute_scores  # noqa: PLC0415

    scored = compute_scores(store.read(), names, options, datetime.now(UTC).date())
    store.write_scores(scored.run, scored.values)
    note(f"{', '.join(scored.run.properties)} written to {counted(len(scored.values), 'entity', 'entities')}")
    sys.stdout.write(f"{scored.run.id}\n")
