"""`build`, `demo` and `remove`: what changes a graph."""

import sys
from collections.abc import Sequence
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from graphbuilder.cli.console import Shown, note, out, show_json, show_table
from graphbuilder.cli.options import Json, Quiet, Store, WorkspacePath, parse_day
from graphbuilder.cli.targets import Target, find_target, opened_store, opened_workspace
from graphbuilder.config import Settings, load_settings
from graphbuilder.errors import InputError, SettingsError, counted

FIELDS = ("text", "title", "date", "url", "source")
EXIT_SKIPPED = InputError.exit_code


def build_command(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders or globs; - reads standard input.")
    ],
    store: Store = None,
    day: Annotated[
        str | None,
        typer.Option("--date", metavar="YYYY-MM-DD", help="Publication date of documents that do not say their own."),
    ] = None,
    field: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=FIELD",
            help="Name of a field in JSON lines, CSV or Parquet: text=body. Names: text, title, date, url, source.",
        ),
    ] = None,
    encoding: Annotated[str | None, typer.Option(help="Encoding of the files; found out by default.")] = None,
    workspace: WorkspacePath = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace a graph in the store that another workspace wrote.")
    ] = False,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Read news and bring the graph up to date.

    Reads .html, .txt, .md, .jsonl, .csv, .tsv and .parquet, each also gzipped. Running it again changes nothing; a changed
    file replaces what it said before. Exits with 3 when something was skipped (the rest is in the graph).

    Example: `graphbuilder build news/ wire.jsonl --field text=body --store file:graph.jsonl`
    """
    settings = load_settings()
    target = find_target(store, workspace, settings)
    run_build(
        paths,
        target=target,
        settings=settings,
        day=parse_day(day),
        fields=parse_fields(field or ()),
        encoding=encoding,
        replace=replace,
        quiet=quiet,
        as_json=as_json,
    )


def run_build(
    paths: Sequence[str],
    *,
    target: Target,
    settings: Settings,
    day: date | None = None,
    fields: dict[str, str] | None = None,
    encoding: str | None = None,
    replace: bool = False,
    quiet: bool = False,
    as_json: bool = False,
    exit_when_skipped: bool = True,
) -> None:
    """Build `paths` into `target`, showing progress, what was skipped and a summary."""
    from graphbuilder.ingest import FieldMapping, IngestOptions  # noqa: PLC0415 - heavy imports wait for the work
    from graphbuilder.nlp.pipeline import Annotator  # noqa: PLC0415
    from graphbuilder.pipeline import build  # noqa: PLC0415

    options = IngestOptions(date=day, fields=FieldMapping(**(fields or {})), encoding=encoding)
    with Shown(quiet=quiet or as_json) as shown, opened_workspace(target, quiet=quiet) as log:
        shown.stage("loading the language model")
        annotator = Annotator.load(settings.model)
        shown.stage(f"opening {target.store}")
        with opened_store(target, settings, shown) as store:
            report = build(
                paths,
                workspace=log,
                store=store,
                annotator=annotator,
                options=options,
                progress=shown,
                stdin=sys.stdin.buffer,
                store_key=target.key,
                replace=replace,
            )
    if report.undated:
        note(
            f'{report.undated} of {report.read} documents have no publication date: days such as "Monday" stay unresolved in '
            "them; give --date",
            quiet=quiet,
        )
    for skipped in report.skipped:
        note(f"skipped {skipped.origin}: {skipped.reason}")
    if as_json:
        show_json(msgspec.to_builtins(report))
    elif not quiet:
        show_report(msgspec.to_builtins(report), target)
    if report.skipped and exit_when_skipped:
        raise typer.Exit(EXIT_SKIPPED)


def parse_fields(given: Sequence[str]) -> dict[str, str]:
    """Return the field names given as NAME=FIELD.

    Raises:
        SettingsError: One is not of that form, or NAME is none of ours.
    """
    fields: dict[str, str] = {}
    for item in given:
        name, separator, value = item.partition("=")
        if name not in FIELDS or not separator or not value:
            raise SettingsError(f"--field {item}: write NAME=FIELD, where NAME is one of {', '.join(FIELDS)}")
        fields[name] = value
    return fields


def show_report(report: dict[str, object], target: Target) -> None:
    """Print the summary of a build."""
    data = msgspec.convert(report, _Report)
    write = data.write
    changed = sum(count for name, count in write.items() if name != "unchanged")
    show_table(
        "Documents",
        ("read", "annotated now", "known before", "skipped", "in the graph"),
        [(data.read, data.annotated, data.unchanged, len(data.skipped), data.documents)],
    )
    if data.entities:
        show_table("Entities", tuple(data.entities), [tuple(data.entities.values())])
    statuses = ("actual", "planned", "cancelled", "negated", "hypothetical")
    rows = [(label, *(by.get(status) for status in statuses)) for label, by in data.events.items()]
    if rows:
        show_table("Events", ("label", *statuses), rows)
    seconds = ", ".join(f"{name} {value:.1f} s" for name, value in data.seconds.items())
    out.print(
        f"{counted(data.nodes, 'node')}, {counted(data.relationships, 'relationship')} in {target.store}; "
        + (f"{changed:,} written" if changed else "nothing had to be written")
        + f"  ({seconds})",
    )


class _Report(msgspec.Struct):
    read: int
    annotated: int
    unchanged: int
    skipped: list[dict[str, str]]
    documents: int
    nodes: int
    relationships: int
    entities: dict[str, int]
    events: dict[str, dict[str, int]]
    write: dict[str, int]
    seconds: dict[str, float]


def examples_folder() -> Path:
    """Return the folder of the example reports: in the wheel, else in the checkout.

    Raises:
        SettingsError: They were not installed.
    """
    shipped = Path(str(files("graphbuilder") / "examples"))
    checkout = Path(__file__).resolve().parents[2] / "examples" / "news"
    for folder in (shipped, checkout):
        if folder.is_dir():
            return folder
    raise SettingsError("the example reports are not installed; run the demo from a clone of the project")


def demo_command(
    store: Store = None,
    browser: Annotated[bool, typer.Option(help="Open Neo4j Browser when the graph is there.")] = True,
    workspace: WorkspacePath = None,
    quiet: Quiet = False,
) -> None:
    """Build the example reports, rank who matters, and open Neo4j Browser on the graph.

    Take them out of the graph again with `graphbuilder remove` and the folder that is printed.
    """
    from graphbuilder.cli.analyzing import show_analyses  # noqa: PLC0415
    from graphbuilder.cli.serving import open_or_explain  # noqa: PLC0415

    settings = load_settings()
    target = find_target(store, workspace, settings)
    folder = examples_folder()
    note(f"reading the example reports in {folder}", quiet=quiet)
    run_build([str(folder)], target=target, settings=settings, quiet=quiet, exit_when_skipped=False)
    with Shown(quiet=True) as shown, opened_store(target, settings, shown) as opened:
        show_analyses(opened, ("participation", "pagerank"), limit=10)
    if target.home is not None:
        open_or_explain(target.home, browser=browser)


def remove_command(
    documents: Annotated[
        list[str], typer.Argument(metavar="DOCUMENT...", help="Id, URL, or the path a document was read from.")
    ],
    store: Store = None,
    workspace: WorkspacePath = None,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Take documents out of the graph, with everything that only they said."""
    from graphbuilder.pipeline import remove  # noqa: PLC0415

    settings = load_settings()
    target = find_target(store, workspace, settings)
    with (
        Shown(quiet=quiet or as_json) as shown,
        opened_workspace(target, quiet=quiet) as log,
        opened_store(target, settings, shown) as opened,
    ):
        removed, write = remove(documents, workspace=log, store=opened, progress=shown, store_key=target.key)
    if as_json:
        show_json({"removed": removed, "write": msgspec.to_builtins(write)})
    elif not quiet:
        out.print(
            f"removed {counted(len(removed), 'document')}; {counted(write.changed, 'element')} written or deleted",
        )
