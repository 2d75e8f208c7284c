"""`doctor`: is everything here that is needed, and is the graph sound."""

from collections.abc import Callable
from contextlib import ExitStack

import msgspec
import typer

from graphbuilder.cli.console import Shown, show_json, show_table
from graphbuilder.cli.options import Json, Store, WorkspacePath
from graphbuilder.cli.targets import Target, find_access, find_target, opened_store
from graphbuilder.config import Settings, load_settings
from graphbuilder.server.configuration import Home
from graphbuilder.store.base import GraphStore
from graphbuilder.store.schema_state import SchemaState, look_at_schema


def doctor_command(store: Store = None, workspace: WorkspacePath = None, as_json: Json = False) -> None:
    """Look at versions, language model, Java, Neo4j, ports, disk, workspace, schema, and every invariant of the graph.

    Exits with 1 where something is wrong. The private Neo4j is started when there is a graph in it. Nothing is changed: a graph
    of an older version is not brought forward, as other commands do.
    """
    from graphbuilder.pipeline.checkup import Patient, examine  # noqa: PLC0415 - heavy imports wait for the work

    settings = load_settings()
    target = find_target(store, workspace, settings)
    with Shown(quiet=as_json) as shown, ExitStack() as opened:
        shown.stage("looking")
        patient = Patient(
            data_folder=settings.data_folder,
            cache_folder=settings.cache_folder,
            model=settings.model,
            home=target.home,
            workspace=target.workspace,
            open_store=_opener(target, settings, shown, opened) if _has_graph(target) else None,
            look_at_schema=_looker(target, settings, shown) if _has_graph(target) and target.file is None else None,
            store_key=target.key,
        )
        findings = list(examine(patient))
    if as_json:
        show_json(msgspec.to_builtins(findings))
    else:
        rows = [(finding.subject, finding.verdict, finding.found, finding.advice) for finding in findings]
        show_table("Doctor", ("", "", "found", "what to do"), rows)
    if any(finding.verdict == "fault" for finding in findings):
        raise typer.Exit(1)


def _has_graph(target: Target) -> bool:
    if target.home is not None:
        return Home(path=target.home).has_graph
    return target.file is None or target.file.exists()


def _opener(target: Target, settings: Settings, shown: Shown, opened: ExitStack) -> Callable[[], GraphStore]:
    return lambda: opened.enter_context(opened_store(target, settings, shown, as_it_is=True))


def _looker(target: Target, settings: Settings, shown: Shown) -> Callable[[], SchemaState]:
    def look() -> SchemaState:
        return look_at_schema(*find_access(target, settings, shown))

    return look
