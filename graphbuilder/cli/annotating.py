"""`annotate`: what is found in documents, before any graph is made of it."""

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated as Option
from typing import Literal

import msgspec
import typer

from graphbuilder.cli.building import EXIT_SKIPPED, parse_fields
from graphbuilder.cli.console import Shown, note, show_bytes
from graphbuilder.cli.options import Quiet, parse_day
from graphbuilder.config import load_settings
from graphbuilder.errors import SettingsError

Form = Literal["jsonl", "html"]


def annotate_command(
    paths: Option[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders or globs; - reads standard input.")
    ],
    to: Option[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Where to write; standard output by default.")
    ] = None,
    form: Option[
        Form | None, typer.Option("--format", "-f", help="By default **html** for a FILE that ends so, else **jsonl**.")
    ] = None,
    day: Option[
        str | None,
        typer.Option("--date", metavar="YYYY-MM-DD", help="Publication date of documents that do not say their own."),
    ] = None,
    field: Option[
        list[str] | None, typer.Option(metavar="NAME=FIELD", help="Name of a field in tables: text=body.")
    ] = None,
    encoding: Option[str | None, typer.Option(help="Encoding of the files; found out by default.")] = None,
    quiet: Quiet = False,
) -> None:
    """Show all that is found in documents: entities, coreference, positions, times, events with arguments and status.

    Writes one JSON object a document, or a page to look at with every span marked. No graph is made and nothing is kept.

    Example: `graphbuilder annotate news/a.txt --date 2017-07-05 --out a.html`
    """
    from graphbuilder.ingest import FieldMapping, IngestOptions, Skipped  # noqa: PLC0415 - heavy imports wait for the work
    from graphbuilder.nlp.marking import marked_page  # noqa: PLC0415
    from graphbuilder.nlp.pipeline import Annotator  # noqa: PLC0415
    from graphbuilder.pipeline.annotating import annotate, spelled_out  # noqa: PLC0415

    options = IngestOptions(date=parse_day(day), fields=FieldMapping(**parse_fields(field or ())), encoding=encoding)
    page = form == "html" or (form is None and to is not None and to.suffix.lower() in {".html", ".htm"})
    skipped: list[Skipped] = []
    with Shown(quiet=quiet) as shown:
        shown.stage("loading the language model")
        annotator = Annotator.load(load_settings().model)
        shown.stage("annotating")
        items = annotate(paths, annotator=annotator, options=options, skipped=skipped, stdin=sys.stdin.buffer)
        try:
            with to.open("wb") if to else nullcontext() as file:
                show = file.writelines if file else show_bytes
                found = []
                for item in items:
                    shown.advance()
                    if page:
                        found.append((item.document, item.annotation))
                    else:
                        show([msgspec.json.encode(spelled_out(item)), b"\n"])
                if page:
                    show([marked_page(found).encode()])
        except OSError as error:
            if to is None:
                raise
            raise SettingsError(f"--out {to}: this file cannot be written: {error.strerror}") from error
    for one in skipped:
        note(f"skipped {one.origin}: {one.reason}")
    if skipped:
        raise typer.Exit(EXIT_SKIPPED)
