"""The store in one file: a line of JSON for each element, sorted, replaced as a whole or not at all.

The new file grows beside the old one while both are read as streams; the old one is replaced only when something
differs.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Self

from filelock import FileLock, Timeout

from graphbuilder.errors import StoreError
from graphbuilder.graph.elements import Element, Node, encode, sort_key
from graphbuilder.graph.scores import Score, ScoreRun, check_scores
from graphbuilder.store.base import Progress, WriteSummary, no_such_run
from graphbuilder.store.difference import Key, Tally, paired
from graphbuilder.store.score_file import drop_scores, put_scores, read_scores, scores_path
from graphbuilder.store.values import decode, decode_key


class JsonlStore:
    """A graph in a file, named "file:PATH"; the file need not exist before the first synchronisation."""

    def __init__(self, path: Path) -> None:
        self._shown = path
        self._path = path.resolve()  # a link stays a link: what it points to is replaced

    @property
    def name(self) -> str:
        """The store as a person writes it."""
        return f"file:{self._shown}"

    def read(self) -> Iterator[Element]:
        """Yield the file's elements in order.

        Raises:
            StoreError: There is no such file, or a line (which is named) is broken, out of order, or a relationship with an end
                that is not in the file. Ids of nodes are held in memory.
        """
        try:
            file = self._path.open("rb")
        except FileNotFoundError as error:
            raise StoreError(f"{self._shown}: no such file; build the graph into it first") from error
        except OSError as error:
            raise self._refused(error) from error
        with file:
            last: Key | None = None
            nodes: set[str] = set()
            for number, line in self._lines(file):
                element = decode(line, f"{self._shown}:{number}")
                last = self._ascending(sort_key(element), last, number)
                if isinstance(element, Node):
                    nodes.add(element.id)
                elif missing := {element.start_id, element.end_id} - nodes:
                    raise StoreError(
                        f"{self._shown}:{number}: {element.id} leads to {min(missing)}, which is not in the file"
                    )
                yield element

    def is_empty(self) -> bool:
        """Return whether there is no such file, or nothing in it."""
        try:
            return not self._path.exists() or self._path.stat().st_size == 0
        except OSError as error:
            raise self._refused(error) from error

    def check_writable(self) -> None:
        """Try to write beside the file; see `GraphStore.check_writable`."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._locked():
                self._part.touch()
                self._part.unlink()
        except OSError as error:
            raise self._refused(error) from error

    def synchronize(self, elements: Iterable[Element], *, progress: Progress | None = None) -> WriteSummary:
        """Make the file hold exactly `elements`; see `GraphStore.synchronize`.

        Raises:
            StoreError: Another process is writing this file, the file is broken, `elements` are not of the graph model
                or out of order, or the disk refuses. The file is then as it was.
        """
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._locked():
                try:
                    return self._rewrite(elements, self._part, Tally(progress))
                finally:
                    self._part.unlink(missing_ok=True)
        except OSError as error:
            raise self._refused(error) from error

    def score_runs(self) -> tuple[ScoreRun, ...]:
        """Return the runs of analyses whose scores are beside the file."""
        return read_scores(scores_path(self._path))[0]

    def write_scores(self, run: ScoreRun, values: Mapping[str, Mapping[str, Score]]) -> None:
        """Write scores into the file beside this one; see `GraphStore.write_scores`."""
        check_scores(run, values)
        with self._locked():
            put_scores(scores_path(self._path), run, values)

    def remove_scores(self, run: str) -> int:
        """Take the scores of a run out of the file beside this one; see `GraphStore.remove_scores`."""
        with self._locked():
            found = drop_scores(scores_path(self._path), run)
        if found is None:
            raise no_such_run(self.name, run)
        return found

    def close(self) -> None:
        """Nothing is kept open between calls."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    @property
    def _part(self) -> Path:
        return self._path.with_name(f".{self._path.name}.part")

    @contextmanager
    def _locked(self) -> Iterator[None]:
        lock = FileLock(self._path.with_name(f".{self._path.name}.lock"), timeout=0)
        try:
            lock.acquire()
        except Timeout as error:
            raise StoreError(
                f"{self._shown}: another process is writing this file; try again when it is done"
            ) from error
        try:
            yield
        finally:
            lock.release()

    def _rewrite(self, elements: Iterable[Element], part: Path, tally: Tally) -> WriteSummary:
        differs = not self._path.exists()
        with part.open("wb") as file:
            for old, new in paired(self._held(), elements, name=self.name):
                if new is None:
                    assert old is not None  # noqa: S101 - a pair has one side at least
                    tally.add("nodes_deleted" if old[0][0] == 0 else "relationships_deleted")
                    differs = True
                    continue
                line = encode(new) + b"\n"
                file.write(line)
                if old is not None and old[1] == line:
                    tally.add("unchanged")
                else:
                    tally.count(new, "created" if old is None else "updated")
                    differs = True
            if differs:
                file.flush()
                os.fsync(file.fileno())
        if differs:
            self._replace(part)
        return tally.summary()

    def _replace(self, part: Path) -> None:
        if self._path.exists():
            shutil.copymode(self._path, part)
        part.replace(self._path)
        if os.name == "posix":
            folder = os.open(self._path.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)

    def _held(self) -> Iterator[tuple[Key, tuple[Key, bytes]]]:
        try:
            file = self._path.open("rb")
        except FileNotFoundError:
            return
        with file:
            last: Key | None = None
            for number, line in self._lines(file):
                key = decode_key(line, f"{self._shown}:{number}").sort_key
                last = self._ascending(key, last, number)
                yield key, (key, line)

    def _lines(self, file: BinaryIO) -> Iterator[tuple[int, bytes]]:
        for number, line in enumerate(file, start=1):
            if not line.endswith(b"\n"):
                raise StoreError(
                    f"{self._shown}:{number}: the file ends in the middle of a line; delete it and build again"
                )
            yield number, line

    def _ascending(self, key: Key, last: Key | None, number: int) -> Key:
        if last is not None and key <= last:
            what = "appears twice" if key == last else f"stands after {last[1]}"
            raise StoreError(
                f"{self._shown}:{number}: {key[1]} {what}; a graph file is sorted, nodes first, then by id"
            )
        return key

    def _refused(self, error: OSError) -> StoreError:
        return StoreError(f"{self._shown}: {error.strerror or error}")
