"""`kb`: what people already know of who held which office."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from graphbuilder.cli.console import Shown, note, out, show_json, show_table
from graphbuilder.cli.options import Json, Quiet, Store, WorkspacePath
from graphbuilder.cli.targets import Target, find_target, opened_workspace, update_store
from graphbuilder.config import Settings, load_settings
from graphbuilder.errors import SettingsError, counted

kb_app = typer.Typer(name="kb", help="Knowledge of people and offices, used to tell who is who.", no_args_is_help=True)


def _target(store: str | None, workspace: Path | None) -> tuple[Target, Settings]:
    settings = load_settings()
    return find_target(store, workspace, settings), settings


@kb_app.command("import")
def import_command(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Files, also gzipped.")],
    name: Annotated[str | None, typer.Option(help="The name to keep the file under; its file name by default.")] = None,
    store: Store = None,
    workspace: WorkspacePath = None,
    quiet: Quiet = False,
    as_json: Json = False,
) -> None:
    """Read files of people and offices, and bring the graph up to date with them.

    The format is told from the content: Popolo (EveryPolitician) JSON, FollowTheMoney (OpenSanctions) entities as JSON lines,
    congress-legislators YAML, or a table of one's own as CSV or JSON lines with the columns name, position, of, start, end,
    wikidata, aliases. Importing a file again changes nothing.

    Example: `graphbuilder kb import ministers.csv --store file:graph.jsonl`
    """
    from graphbuilder.pipeline.knowledge import import_knowledge  # noqa: PLC0415 - heavy imports wait for the work

    if name and len(files) > 1:
        raise SettingsError("--name names one file; import several one by one")
    target, settings = _target(store, workspace)
    with (
        Shown(quiet=quiet or as_json) as shown,
        opened_workspace(target, quiet=quiet) as log,
        log.transaction(),  # a store that refuses leaves nothing imported
    ):
        shown.stage("reading knowledge")
        imported = import_knowledge(files, workspace=log, name=name, advance=shown.advance)
        write = update_store(log, target, settings, shown)
    for item in imported:
        source = item.source
        if item.changed and source.skipped:
            examples = "; ".join(f"{bad.where}: {bad.reason}" for bad in item.examples)
            rows = "row was" if source.skipped == 1 else "rows were"
            note(f"{source.name}: {source.skipped:,} {rows} left out ({examples})")
    if as_json:
        show_json({"imported": msgspec.to_builtins(imported), "write": msgspec.to_builtins(write)})
    elif not quiet:
        for item in imported:
            source = item.source
            told = f"{counted(source.people, 'person', 'people')}, {counted(source.spells, 'spell')} in office ({source.format})"
            out.print(
                f"{source.name}: {told}" if item.changed else f"{source.name}: known already, nothing changed",
            )
        _show_write(write.changed if write else 0)


def _show_write(changed: int) -> None:
    if changed:
        out.print(f"{counted(changed, 'element')} of the graph written or deleted")


@kb_app.command("list")
def list_command(store: Store = None, workspace: WorkspacePath = None, as_json: Json = False) -> None:
    """List the imported files."""
    from graphbuilder.workspace.knowledge import KnowledgeBase  # noqa: PLC0415 - heavy imports wait for the work

    target, _ = _target(store, workspace)
    with opened_workspace(target, quiet=True) as log:
        sources = KnowledgeBase(log).sources()
    if as_json:
        show_json(msgspec.to_builtins(sources))
        return
    rows = [(s.name, s.format, s.people, s.spells, s.skipped, s.imported_at[:10], s.sha256[:12]) for s in sources]
    show_table("Knowledge", ("name", "format", "people", "spells", "left out", "imported", "sha256"), rows)


@kb_app.command("remove")
def remove_command(
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="Name in the list, or path.")],
    store: Store = None,
    workspace: WorkspacePath = None,
    quiet: Quiet = False,
) -> None:
    """Forget imported files; the graph is then what it was without them."""
    from graphbuilder.pipeline.knowledge import forget_knowledge  # noqa: PLC0415 - heavy imports wait for the work

    target, settings = _target(store, workspace)
    with Shown(quiet=quiet) as shown, opened_workspace(target, quiet=quiet) as log, log.transaction():
        gone = forget_knowledge(names, workspace=log)
        write = update_store(log, target, settings, shown)
    if not quiet:
        out.print(f"forgot {', '.join(gone)}")
        _show_write(write.changed if write else 0)
