"""Paths as a person gives them -> the files to read, in a fixed order.

Looks at names only: what is inside a file is for `streams` and the readers.
"""

import os
from collections.abc import Iterator, Sequence
from glob import has_magic, iglob
from pathlib import Path
from typing import Literal

from graphbuilder.errors import InputError
from graphbuilder.ingest.options import Skipped
from graphbuilder.records.base import Record

Format = Literal["html", "text", "markdown", "jsonl", "csv", "tsv", "parquet"]

STDIN = "-"

SUFFIXES: dict[str, Format] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
}


_NOT_NEWS = frozenset({"readme", "license", "licence", "changelog", "contributing", "notice"})
"""Names of files about a folder, which are read only when named."""


class Input(Record, frozen=True):
    """One file, or standard input ("-").

    `format` is what the name says (".gz" set aside); None where it says nothing and the content has to be looked at.
    """

    path: str
    format: Format | None = None

    @property
    def origin(self) -> str:
        """The name used in messages and in `Document.origin`."""
        return "stdin" if self.path == STDIN else self.path


def format_of(path: str) -> Format | None:
    """Return the format that the name of a file says, None where it says none that we read."""
    name = path.lower().removesuffix(".gz")
    return SUFFIXES.get(Path(name).suffix)


def walk_inputs(paths: Sequence[str]) -> Iterator[Input | Skipped]:
    """Yield the files that `paths` name, and a `Skipped` for each path or folder that cannot be had.

    A folder is read through with all its folders, sorted by name, and gives the files whose suffix we read; hidden ones
    and files like README are left out. A path with `*`, `?` or `[` that is no file itself is a glob (`**` goes through
    folders). A file that is named twice is read once; one whose name is not in UTF-8 cannot be kept as the origin of a document.
    """
    seen: set[str] = set()
    for path in paths:
        for item in map(_nameable, _expand(path)):
            if isinstance(item, Input) and len(paths) > 1:
                key = item.path if item.path == STDIN else os.path.realpath(item.path)
                if key in seen:
                    continue
                seen.add(key)
            yield item


def find_inputs(paths: Sequence[str]) -> Iterator[Input]:
    """Yield the files that `paths` name, in the order of `walk_inputs`.

    Raises:
        InputError: a path does not exist, matches nothing or cannot be read; the message names it.
    """
    for item in walk_inputs(paths):
        if isinstance(item, Skipped):
            raise InputError(item.origin, item.reason)
        yield item


def _nameable(item: Input | Skipped) -> Input | Skipped:
    """Return `item`, or why it is not read where its name is not in UTF-8, as in old archives."""
    try:
        item.origin.encode()
    except UnicodeEncodeError:
        reason = item.reason if isinstance(item, Skipped) else "its name is not in UTF-8; rename it"
        return Skipped(origin=_spelled_out(item.origin), reason=reason)
    return item


def _spelled_out(name: str) -> str:
    r"""Return a name of a file with what is not UTF-8 in it as people write bytes: "a\xf1o.txt"."""
    try:
        return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # half a sign that no file system gave, from the command line of another system
        return name.encode("utf-8", "backslashreplace").decode()


def _expand(path: str) -> Iterator[Input | Skipped]:
    if path == STDIN:
        yield Input(path=STDIN)
    elif os.path.lexists(path):
        yield from _expand_existing(path)
    elif has_magic(path):
        matches = sorted(iglob(path, recursive=True))  # noqa: PTH207 - pathlib drops "./" and cannot take absolute patterns
        if not matches:
            yield Skipped(origin=path, reason="no file matches this pattern")
        for match in matches:
            yield from _expand_existing(match)
    else:
        yield Skipped(origin=path, reason="no such file or folder")


def _expand_existing(path: str) -> Iterator[Input | Skipped]:
    if not Path(path).is_dir():
        yield Input(path=path, format=format_of(path))
        return
    found = False
    for item in _walk(path):
        found = True
        yield item
    if not found:
        known = ", ".join(sorted(SUFFIXES))
        yield Skipped(origin=path, reason=f"no file to read in this folder (we read {known}, each also with .gz)")


def _walk(folder: str) -> Iterator[Input | Skipped]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield Skipped(origin=folder, reason=f"this folder cannot be read: {error.strerror}")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        elif entry.name.split(".")[0].lower() in _NOT_NEWS:
            continue
        elif entry.is_file() and (kind := format_of(entry.name)):
            yield Input(path=entry.path, format=kind)
