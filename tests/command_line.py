"""Runs the command line in this process and gives back what a person would see."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import NamedTuple
from unittest import mock

from graphbuilder.cli import main


class Outcome(NamedTuple):
    """Exit code and what was printed."""

    code: int
    out: str
    err: str


@contextmanager
def _standard_input(content: bytes) -> Iterator[None]:
    with mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(content))):
        yield


def _written(stream: io.TextIOWrapper) -> str:
    """Return what was written to a stream that encodes as those of a terminal do, refusing what has no UTF-8."""
    return stream.buffer.getvalue().decode("utf-8") if isinstance(stream.buffer, io.BytesIO) else ""


def run(*arguments: object, stdin: bytes = b"") -> Outcome:
    """Run `graphbuilder` with these arguments, in a terminal 200 columns wide."""
    out = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="", write_through=True)
    err = io.TextIOWrapper(io.BytesIO(), "utf-8", "backslashreplace", newline="", write_through=True)
    code = 0
    with (
        mock.patch.object(sys, "argv", ["graphbuilder", *map(str, arguments)]),
        mock.patch.dict("os.environ", {"COLUMNS": "200"}),
        _standard_input(stdin),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    return Outcome(code, _written(out), _written(err))
