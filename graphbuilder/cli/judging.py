"""`entities` and `events`: judge who is who and which accounts are one event, and ask why the graph thinks so."""

import re
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from graphbuilder.cli.console import Shown, out, show_json, show_table
from graphbuilder.cli.options import Json, Quiet, Store, WorkspacePath, number
from graphbuilder.cli.targets import find_target, opened_workspace, update_store
from graphbuilder.config import load_settings
from graphbuilder.errors import SettingsError, counted
from graphbuilder.records.judgement import Judgement, Subject


class Kind(StrEnum):
    """What pairs the review shows."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"


WORDS = {"merge": "are one", "split": "are two"}


def _run(
    change: str, subject: Subject, given: Sequence[str], store: str | None, workspace: Path | None, *, quiet: bool
) -> None:
    """Make or take back judgements, bring the store up to date, and say what was done."""
    from graphbuilder.pipeline.judging import merge, split, undo  # noqa: PLC0415 - heavy imports wait for the work

    settings = load_settings()
    target = find_target(store, workspace, settings)
    with (
        Shown(quiet=quiet) as shown,
        opened_workspace(target, quiet=quiet) as log,
        log.transaction(),  # a store that refuses leaves nothing judged
    ):
        if change == "merge":
            first, *others = given
            made = [merge(log, subject, first, other) for other in others]
        elif change == "split":
            made = split(log, subject, given[0], given[1:])
        else:
            made = [undo(log, subject, _number(given[0]) if given else None)]
        write = update_store(log, target, settings, shown)
    if quiet:
        return
    for judgement in made:
        verb = "taken back: " if change == "undo" else ""
        out.print(f"{verb}{_told(judgement)}", soft_wrap=True)
    out.print(f"{counted(write.changed if write else 0, 'element')} of the graph written or deleted")


def _number(text: str) -> int:
    if re.fullmatch("[0-9]{1,18}", text) is None:
        raise SettingsError(f"{text!r} is no number of a judgement; `list` shows the numbers")
    return int(text)


def _told(judgement: Judgement) -> str:
    return f"judgement {judgement.number}: {judgement.left.id} and {judgement.right.id} {WORDS[judgement.decision]}"


def _explain(
    subject: Subject, left: str, right: str | None, store: str | None, workspace: Path | None, *, as_json: bool
) -> None:
    from graphbuilder.pipeline.explaining import explain  # noqa: PLC0415 - heavy imports wait for the work

    target = find_target(store, workspace, load_settings())
    with opened_workspace(target, quiet=True) as log:
        found = explain(log, subject, left, right)
    if as_json:
        show_json(msgspec.to_builtins(found))
        return
    if found.right is None:
        count = len(found.mentions)
        out.print(f"{found.left}: {counted(count, 'mention')} by document")
    else:
        verb = "are one" if found.joined else "are two"
        out.print(f"{found.left} and {found.right} {verb}", soft_wrap=True)
    for reason in found.why:
        out.print(f"  {reason}", soft_wrap=True)
    if found.features:
        title = "Features" if found.right else "Features: the first document against the others"
        rows = [(feature.name, feature.score, feature.sentence) for feature in found.features]
        show_table(title, ("feature", "score", "says"), rows, note=f"score {found.score}")
    if found.contested:
        rivals = [(f"{c.office} of {c.of}", c.other, c.first, c.last, c.source) for c in found.contested]
        show_table("Conflicting holders, all kept", ("office", "also held by", "from", "to", "says"), rivals)
    mentions = [(m.document, m.published, m.text, m.sentence) for m in found.mentions]
    show_table("Mentions", ("document", "date", "text", "sentence"), mentions)


def _list(subject: Subject, store: str | None, workspace: Path | None, *, as_json: bool) -> None:
    from graphbuilder.workspace.judgements import list_judgements  # noqa: PLC0415 - heavy imports wait for the work

    target = find_target(store, workspace, load_settings())
    with opened_workspace(target, quiet=True) as log:
        found = list_judgements(log, subject)
    if as_json:
        show_json(msgspec.to_builtins(found))
        return
    rows = [(j.number, j.decision, j.left.id, j.right.id, j.made_at[:10]) for j in found]
    show_table("Judgements", ("number", "judgement", "left", "right", "made"), rows)


Things = Annotated[list[str], typer.Argument(metavar="A B...", help="Ids or whole names.")]
Split = Annotated[
    list[str],
    typer.Argument(
        metavar="ID [OTHER|DOCUMENT]...",
        help="What to take apart; then what it is not, or the documents that mean another. Alone: one for each document.",
    ),
]
Number = Annotated[str | None, typer.Argument(metavar="[NUMBER]", help="Which judgement; the last by default.")]
Left = Annotated[str, typer.Argument(metavar="A", help="Id or whole name.")]
Right = Annotated[str | None, typer.Argument(metavar="[B]", help="Id or whole name of another.")]


def _group(name: str, subject: Subject, about: str) -> typer.Typer:
    """Return the commands that entities and events share."""
    group = typer.Typer(name=name, help=about, no_args_is_help=True)

    def merge_command(
        things: Things, store: Store = None, workspace: WorkspacePath = None, quiet: Quiet = False
    ) -> None:
        if len(things) < 2:
            raise SettingsError("give two or more to merge")
        _run("merge", subject, things, store, workspace, quiet=quiet)

    def split_command(
        things: Split, store: Store = None, workspace: WorkspacePath = None, quiet: Quiet = False
    ) -> None:
        _run("split", subject, things, store, workspace, quiet=quiet)

    def undo_command(
        number: Number = None, store: Store = None, workspace: WorkspacePath = None, quiet: Quiet = False
    ) -> None:
        _run("undo", subject, [number] if number else [], store, workspace, quiet=quiet)

    def explain_command(
        left: Left, right: Right = None, store: Store = None, workspace: WorkspacePath = None, as_json: Json = False
    ) -> None:
        _explain(subject, left, right, store, workspace, as_json=as_json)

    def list_command(store: Store = None, workspace: WorkspacePath = None, as_json: Json = False) -> None:
        _list(subject, store, workspace, as_json=as_json)

    group.command("merge", help="Judge two or more to be one; the first one's id stays.")(merge_command)
    group.command("split", help="Judge one to be several, or two never to be one.")(split_command)
    group.command("explain", help="Say why mentions were joined, or why two are one or two.")(explain_command)
    group.command("undo", help="Take back a judgement.")(undo_command)
    group.command("list", help="List the judgements.")(list_command)
    return group


entities_app = _group("entities", "entity", "Who is who: explain, merge, split, undo, review.")
events_app = _group("events", "event", "Which accounts are one event: explain, merge, split, undo.")


@entities_app.command("review")
def review_command(
    limit: Annotated[int, number("Pairs at most.")] = 50,
    kind: Annotated[
        list[Kind] | None, typer.Option(help="Only pairs of this kind; can be given several times.")
    ] = None,
    store: Store = None,
    workspace: WorkspacePath = None,
) -> None:
    """Go through the pairs of people, organisations and places closest to being joined.

    Keys: y joins, n keeps apart, s skips, u takes back, q ends.
    What was decided is written when the review ends.
    """
    from graphbuilder.cli.reviewing import review  # noqa: PLC0415 - heavy imports wait for the work
    from graphbuilder.pipeline.build import saying  # noqa: PLC0415 - the same
    from graphbuilder.pipeline.closest import KINDS, closest_pairs  # noqa: PLC0415 - the same

    settings = load_settings()
    target = find_target(store, workspace, settings)
    with opened_workspace(target, quiet=False) as log:
        count = review(log, closest_pairs(log, limit, tuple(kind) if kind else KINDS))
        if count:
            with Shown(quiet=False) as shown, saying("what was decided is kept, and the next build writes it"):
                update_store(log, target, settings, shown)
    out.print(f"{counted(count, 'judgement')} made")
