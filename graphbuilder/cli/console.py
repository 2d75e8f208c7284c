"""What the command line prints with: two consoles, tables, progress, one line per error."""

import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Self

from rich.cells import cell_len
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from graphbuilder.errors import GraphbuilderError, SettingsError
from graphbuilder.server.style import WEIGHTS

INTERRUPTED = 130
"""Exit code of a command that was stopped by Ctrl-C."""

EXACT = 10_000
"""Numbers from here on are shown whole: "1.235e+05" is no figure for a person."""

WHOLE_WORD = 36
"""Words up to this length, ids among them, are never broken in an answer: whoever reads one copies it."""

_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""What makes text run the other way: a name must not turn the line it stands in."""


def harmless(text: str) -> str:
    r"""Return text with what steers a terminal written out: "Ana \x1b[2J" neither clears the screen nor turns the line."""
    return "".join(ascii(sign)[1:-1] if sign not in "\n\t" and _steers(sign) else sign for sign in text)


def _steers(sign: str) -> bool:
    return sign in _TURNING or unicodedata.category(sign) in {"Cc", "Cs"}


class _SafeConsole(Console):
    """A console that shows text, whatever it is, and obeys none of it; every string passes through `render_str`.

    Neither "[bold]" nor ":cat:" means anything here: both may stand in a name.
    """

    def __init__(self, *, stderr: bool = False) -> None:
        super().__init__(stderr=stderr, markup=False, emoji=False, highlight=False)

    def render_str(self, text: str, **kwargs: Any) -> Text:
        return super().render_str(harmless(text), **kwargs)


out = _SafeConsole()
"""Results."""
err = _SafeConsole(stderr=True)
"""Everything else: progress, notes, errors."""


class Shown:
    """Shows the stages of a long run with rate and time left; shows nothing when quiet or when nobody looks."""

    def __init__(self, *, quiet: bool) -> None:
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}", markup=False),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=err,
            disable=quiet or not err.is_terminal,
        )
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._progress.stop()

    def stage(self, name: str, total: int | None = None) -> None:
        """Begin a stage; the one before is done."""
        self._finish()
        self._task = self._progress.add_task(harmless(name), total=total, rate="")

    def advance(self, count: int = 1) -> None:
        """Count work of the current stage."""
        if self._task is None:
            return
        self._progress.advance(self._task, count)
        speed = self._progress.tasks[self._task].speed
        if speed:
            self._progress.update(self._task, rate=f"{speed:,.0f}/s")

    def set(self, name: str, done: int, total: int) -> None:
        """Show how far a named stage is (downloads report this way)."""
        if self._task is None or self._progress.tasks[self._task].description != harmless(name):
            self.stage(name, total)
        if self._task is not None:
            self._progress.update(self._task, completed=done, total=total)

    def _finish(self) -> None:
        if self._task is not None:
            task = self._progress.tasks[self._task]
            self._progress.update(
                self._task, total=task.total or task.completed, completed=task.total or task.completed
            )


def show_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[object]], note: str = "") -> None:
    """Print a table; numbers stand right."""
    table = Table(title=title, title_justify="left", caption=note or None, caption_justify="left", header_style="bold")
    for index, column in enumerate(columns):
        numeric = bool(rows) and all(isinstance(row[index], int | float) for row in rows if row[index] is not None)
        table.add_column(column, justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*(_words(value) for value in row))
    out.print(table)


def show_answer(columns: Sequence[str], rows: Sequence[Sequence[object]], note: str = "") -> None:
    """Print an answer as a table; where its words would not fit side by side, one row below the other, empty cells left out."""
    cells = [[_words(value) for value in row] for row in rows]
    if not rows or _narrowest(columns, cells) <= out.width:
        show_table("", columns, rows)
    else:
        for number, row in enumerate(cells, 1):
            out.rule(f"{number}", align="left", style="dim")
            record = Table.grid(padding=(0, 2))
            record.add_column(no_wrap=True, style="bold")
            record.add_column(overflow="fold")
            for column, cell in zip(columns, row, strict=True):
                if cell:
                    record.add_row(column, cell)
            out.print(record)
    if note:
        out.print(note, style="dim italic")


def _narrowest(columns: Sequence[str], cells: Sequence[Sequence[str]]) -> int:
    """Return how wide a terminal must be for a table that breaks no word (see WHOLE_WORD)."""
    words = [[column, *(row[index] for row in cells)] for index, column in enumerate(columns)]
    return 1 + sum(
        3 + max((min(cell_len(word), WHOLE_WORD) for text in texts for word in text.split()), default=0)
        for texts in words
    )


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= EXACT else f"{value:.4g}"
    if isinstance(value, list | tuple):
        return ", ".join(_words(item) for item in value)
    if isinstance(value, Mapping) and ("properties" in value or {"nodes", "relationships"} == value.keys()):
        return _graph_part(value)
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def _graph_part(value: Mapping[str, Any]) -> str:
    """Return a node, relationship or path of an answer in a few words; the other formats give all of it."""
    if "nodes" in value:
        first, *others = value["nodes"]
        steps = zip(value["relationships"], others, strict=True)
        return " ".join([_graph_part(first), *(f"{_arrow(step, node)} {_graph_part(node)}" for step, node in steps)])
    properties = value["properties"]
    if "type" in value:
        return " ".join(filter(None, (str(value["type"]), str(properties.get("role") or ""))))
    labels = [label for label in value["labels"] if label not in {"Entity", "Event"} and label not in WEIGHTS]
    shown = next((properties[name] for name in ("name", "text", "id") if properties.get(name)), "")
    return f"{shown} ({':'.join(labels or value['labels'])})"


def _arrow(step: Mapping[str, Any], node: Mapping[str, Any]) -> str:
    """Return a step of a path that leads to `node`, pointing as the relationship does."""
    forward = step["end"] == node["properties"].get("id")
    return f"-[{_graph_part(step)}]->" if forward else f"<-[{_graph_part(step)}]-"


def show_json(value: object, *, indent: int | None = 2) -> None:
    """Print a value as JSON, exactly; what steers a terminal is escaped, which reads back as the same text."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=str)
    sys.stdout.write("".join(f"\\u{ord(sign):04x}" if sign != "\n" and _steers(sign) else sign for sign in text) + "\n")


def show_text(text: str) -> None:
    """Print text for other programs, exactly; where a person looks at it, as the consoles do."""
    sys.stdout.write(harmless(text) if sys.stdout.isatty() else text)


def show_bytes(parts: Iterable[bytes]) -> None:
    """Print lines of UTF-8 as they are, whatever standard output encodes in; where a person looks on, as the consoles do."""
    raw = getattr(sys.stdout, "buffer", None)
    if raw is None or sys.stdout.isatty():
        for part in parts:
            show_text(part.decode("utf-8"))
        return
    sys.stdout.flush()
    raw.writelines(parts)
    raw.flush()


def note(message: str, *, quiet: bool = False) -> None:
    """Print a remark beside the results."""
    if not quiet:
        err.print(message, style="dim", soft_wrap=True)


@contextmanager
def errors_in_plain_words() -> Iterator[None]:
    """Turn every error we raise on purpose into one line and its exit code."""
    try:
        yield
    except GraphbuilderError as error:
        err.print(f"error: {error}", style="red", soft_wrap=True)
        sys.exit(error.exit_code)
    except UnicodeEncodeError as error:
        sign, around = ascii(error.object[error.start]), error.object[max(error.start - 60, 0) : error.start + 60]
        err.print(
            f"error: {sign} in {around!r} cannot be written as {error.encoding}; leave it out",
            style="red",
            soft_wrap=True,
        )
        sys.exit(SettingsError.exit_code)
    except SystemExit as stop:
        if stop.code == INTERRUPTED:
            err.print("stopped; what was done so far is kept, run the same command to go on")
        raise
    except KeyboardInterrupt:
        err.print("stopped; what was done so far is kept, run the same command to go on")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:  # a full disk, a name too long for a file, a folder that may not be read
        where = f"{error.filename}: " if error.filename is not None else ""
        err.print(f"error: {where}{error.strerror or error}", style="red", soft_wrap=True)
        sys.exit(GraphbuilderError.exit_code)
