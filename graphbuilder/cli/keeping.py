"""`stats`, `prune`, `backup` and `restore`: the life of a graph."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from graphbuilder.cli.console import Shown, note, out, show_json, show_table
from graphbuilder.cli.options import Json, Quiet, Store, WorkspacePath, parse_day
from graphbuilder.cli.targets import Target, find_target, locked_workspace, opened_store, opened_workspace
from graphbuilder.config import load_settings
from graphbuilder.errors import SettingsError, counted
from graphbuilder.store.statistics import Statistics, statistics_of
from graphbuilder.workspace.log import Workspace

STATUSES = ("actual", "planned", "cancelled", "negated", "hypothetical")
SOURCES_SHOWN = 20


def stats_command(store: Store = None, as_json: Json = False) -> None:
    """Count what the graph holds: nodes, relationships, events by label and status, documents by source."""
    settings = load_settings()
    with Shown(quiet=True) as shown, opened_store(find_target(store, None, settings), settings, shown) as opened:
        found = statistics_of(opened)
    if as_json:
        show_json(msgspec.to_builtins(found))
        return
    _show(found)


def _show(found: Statistics) -> None:
    show_table("Nodes", ("label", "nodes"), [item for item in found.labels.items() if item[0] not in found.events])
    show_table("Relationships", ("type", "relationships"), list(found.types.items()))
    rows = [(label, *(by.get(status) for status in STATUSES)) for label, by in found.events.items()]
    if rows:
        show_table("Events", ("label", *STATUSES), rows)
    sources = [(name or "(unknown)", count) for name, count in found.sources.items()]
    if sources:
        more = len(sources) - SOURCES_SHOWN
        show_table(
            "Documents", ("source", "documents"), sources[:SOURCES_SHOWN], note=f"and {more} more" if more > 0 else ""
        )
    days = f"; events from {found.first} to {found.last}" if found.first else ""
    out.print(f"{counted(found.nodes, 'node')}, {counted(found.relationships, 'relationship')}{days}")


def prune_command(
    gone: Annotated[bool, typer.Option("--gone", help="Documents whose files are no longer there.")] = False,
    before: Annotated[
        str | None, typer.Option("--before", metavar="YYYY-MM-DD", help="Documents published before this day.")
    ] = None,
    source: Annotated[list[str] | None, typer.Option(help="Documents of this source; may be repeated.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only list them.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    store: Store = None,
    workspace: WorkspacePath = None,
    quiet: Quiet = False,
) -> None:
    """Take documents out of the graph that no longer belong there, and give their space back.

    Example: `graphbuilder prune --before 2015-01-01 --dry-run`
    """
    from graphbuilder.pipeline import remove  # noqa: PLC0415 - heavy imports wait for the work
    from graphbuilder.pipeline.pruning import Condition, find_prunable  # noqa: PLC0415

    condition = Condition(gone=gone, before=parse_day(before, "--before"), sources=tuple(source or ()))
    if condition == Condition():
        raise SettingsError("say what to prune: --gone, --before YYYY-MM-DD or --source NAME")
    settings = load_settings()
    target = find_target(store, workspace, settings)
    with Shown(quiet=quiet) as shown, opened_workspace(target, quiet=quiet) as log:
        found = list(find_prunable(log, condition))
        if found and not quiet:
            show_table("To be pruned", ("document", "why"), [(one.origin, one.why) for one in found])
        if not found or dry_run:
            note(f"{len(found):,} of {counted(log.count(), 'document')}; nothing was changed", quiet=quiet)
            return
        if not yes:
            typer.confirm(f"Take {len(found):,} of {counted(log.count(), 'document')} out of the graph?", abort=True)
        with opened_store(target, settings, shown) as opened:
            _, write = remove(
                [one.id for one in found], workspace=log, store=opened, progress=shown, store_key=target.key
            )
        log.compact()
    if not quiet:
        out.print(f"pruned {counted(len(found), 'document')}; {counted(write.changed, 'element')} written or deleted")


def backup_command(
    archive: Annotated[Path, typer.Argument(metavar="FILE.zip", help="Where to write the backup; a new file.")],
    store: Store = None,
    workspace: WorkspacePath = None,
    quiet: Quiet = False,
) -> None:
    """Keep everything in one file: what was read and found, and the database of the private Neo4j.

    The private Neo4j is stopped for some seconds. A graph on a server of your own is not dumped: `restore` writes it anew.
    """
    from graphbuilder.pipeline.archive import back_up  # noqa: PLC0415

    settings = load_settings()
    target = find_target(store, workspace, settings)
    _known(target)
    with opened_workspace(target, quiet=quiet) as log:
        manifest = back_up(log, archive, home=target.home, cache=settings.cache_folder)
    if not quiet:
        out.print(f"{counted(manifest.documents, 'document')} kept in {archive}")


def restore_command(
    archive: Annotated[Path, typer.Argument(metavar="FILE.zip", help="A file that `backup` wrote.")],
    replace: Annotated[bool, typer.Option("--replace", help="Replace the graph that is there.")] = False,
    store: Store = None,
    workspace: WorkspacePath = None,
    quiet: Quiet = False,
) -> None:
    """Bring a backup back, into the same store or another."""
    from graphbuilder.pipeline import synchronize  # noqa: PLC0415
    from graphbuilder.pipeline.archive import read_manifest, restore  # noqa: PLC0415
    from graphbuilder.pipeline.build import claim_store  # noqa: PLC0415

    settings = load_settings()
    target = find_target(store, workspace, settings)
    read_manifest(archive)
    if target.workspace.exists() and not replace:
        raise SettingsError(f"{target.store} has a graph already; give --replace to put the backup in its place")
    with Shown(quiet=quiet) as shown, locked_workspace(target, quiet=quiet) as place:

        def write(log: Workspace) -> None:
            with opened_store(target, settings, shown) as opened:
                claim_store(log, opened, key=target.key, replace=True)
                synchronize(workspace=log, store=opened, progress=shown)

        manifest = restore(archive, place, home=target.home, cache=settings.cache_folder, write=write)
    if not quiet:
        out.print(f"{counted(manifest.documents, 'document')} back in {target.store}")


def _known(target: Target) -> None:
    if not target.workspace.exists():
        raise SettingsError(
            f"nothing was built into {target.store} from here; there is no workspace {target.workspace}"
        )
