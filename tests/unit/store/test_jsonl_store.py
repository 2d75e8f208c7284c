import errno
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, given, settings

from graphbuilder.errors import StoreError
from graphbuilder.graph.elements import Element
from graphbuilder.store.base import WriteSummary
from graphbuilder.store.jsonl_store import JsonlStore
from tests.factories import document, entity, graphs, lines, ordered, small_graph


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "graph.jsonl"


@given(graphs(), graphs())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_graph_replaces_any_other(path: Path, before: list[Element], after: list[Element]) -> None:
    path.unlink(missing_ok=True)
    store = JsonlStore(path)
    first = store.synchronize(before)
    second = store.synchronize(after)

    assert path.read_bytes() == lines(after)
    assert list(store.read()) == after
    assert first.changed == len(before)
    assert second.unchanged == len(set(lines(before).splitlines()) & set(lines(after).splitlines()))
    assert store.synchronize(after) == WriteSummary(unchanged=len(after))


def test_an_unchanged_graph_leaves_the_file_alone(path: Path) -> None:
    store = JsonlStore(path)
    store.synchronize(small_graph())
    before = path.stat()

    store.synchronize(small_graph())

    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_counts_name_what_was_done(path: Path) -> None:
    store = JsonlStore(path)
    store.synchronize([entity("a", "A"), entity("b", "B"), entity("c", "C")])

    summary = store.synchronize([entity("b", "B"), entity("c", "Changed"), entity("d", "D")])

    assert summary == WriteSummary(nodes_created=1, nodes_updated=1, nodes_deleted=1, unchanged=1)


def test_a_graph_that_breaks_off_leaves_the_old_file_and_no_litter(path: Path) -> None:
    store = JsonlStore(path)
    store.synchronize(small_graph())

    def broken() -> Iterator[Element]:
        yield from islice(small_graph(), 3)
        raise RuntimeError("the reader of documents failed")

    with pytest.raises(RuntimeError, match="documents failed"):
        store.synchronize(broken())

    assert path.read_bytes() == lines(small_graph())
    assert not list(path.parent.glob("*.part"))
    assert not list(path.parent.glob(".*.part"))


def test_an_empty_graph_makes_an_empty_file(path: Path) -> None:
    JsonlStore(path).synchronize([])

    assert path.read_bytes() == b""


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    store = JsonlStore(tmp_path / "new" / "er" / "graph.jsonl")
    store.synchronize(small_graph())

    assert list(store.read()) == small_graph()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (lines([entity("b", "B"), entity("a", "A")]), r"graph.jsonl:2: person:a stands after person:b"),
        (lines([entity("a", "A"), entity("a", "A")]), r"graph.jsonl:2: person:a appears twice"),
        (lines([entity("a", "A")]) + b"{broken\n", r"graph.jsonl:2: not a line of a graph file"),
        (lines([entity("a", "A")])[:-1], r"graph.jsonl:1: the file ends in the middle of a line"),
    ],
)
def test_a_broken_file_is_refused_by_line_and_left_as_it_is(path: Path, content: bytes, words: str) -> None:
    path.write_bytes(content)
    store = JsonlStore(path)

    with pytest.raises(StoreError, match=words):
        list(store.read())
    with pytest.raises(StoreError, match=words):
        store.synchronize([entity("z", "Z")])
    assert path.read_bytes() == content


def test_a_relationship_without_both_ends_is_refused_by_line_and_mended_by_a_build(path: Path) -> None:
    graph = small_graph()
    gone = next(element for element in graph if element.id == "person:anna-berg")
    path.write_bytes(lines([element for element in graph if element is not gone]))
    with pytest.raises(StoreError, match=r"graph.jsonl:\d+: \S+ leads to person:anna-berg, which is not in the file"):
        list(JsonlStore(path).read())
    JsonlStore(path).synchronize(graph)
    assert list(JsonlStore(path).read()) == graph


def test_reading_a_file_that_is_not_there_says_so(path: Path) -> None:
    with pytest.raises(StoreError, match="no such file; build the graph into it first"):
        list(JsonlStore(path).read())


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Is a directory"):
        JsonlStore(tmp_path).synchronize([])


def test_two_writers_do_not_meet(path: Path) -> None:
    with (
        FileLock(path.with_name(".graph.jsonl.lock")),
        pytest.raises(StoreError, match="another process is writing this file"),
    ):
        JsonlStore(path).synchronize(small_graph())
    assert not path.exists()


def test_a_link_stays_a_link(path: Path) -> None:
    link = path.with_name("link.jsonl")
    link.symlink_to(path)
    JsonlStore(link).synchronize(small_graph())

    assert link.is_symlink()
    assert path.read_bytes() == lines(small_graph())


def test_a_text_that_utf8_cannot_say_is_refused(path: Path) -> None:
    with pytest.raises(StoreError, match=r"person:a: property 'name' is .*, which no store can keep"):
        JsonlStore(path).synchronize([entity("a", "half \ud83d")])
    assert not path.exists()


def test_wall_clock_times_stay_out_of_the_file(path: Path) -> None:

    store = JsonlStore(path)
    store.synchronize([document("a", ingested_at=datetime(2020, 1, 1, tzinfo=UTC))])

    assert store.synchronize([document("a", ingested_at=datetime(2021, 1, 1, tzinfo=UTC))]).changed == 0
    assert path.read_bytes() == lines([document("a")])


def test_the_name_is_the_path_as_given(path: Path) -> None:
    with JsonlStore(path) as store:
        assert store.name == f"file:{path}"


def test_progress_adds_up_to_the_graph(path: Path) -> None:
    told: list[int] = []
    graph = ordered([entity(f"{number:05}", "N") for number in range(2_500)])
    JsonlStore(path).synchronize(graph, progress=told.append)

    assert sum(told) == len(graph)
    assert len(told) > 1


def test_a_full_disk_leaves_the_old_file_and_no_litter(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = JsonlStore(path)
    store.synchronize(small_graph())

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match=r"graph\.jsonl: No space left on device"):
        store.synchronize([entity("a", "A")])

    assert path.read_bytes() == lines(small_graph())
    assert not list(path.parent.glob(".*.part"))


def test_what_a_killed_writer_left_behind_is_no_hindrance(path: Path) -> None:
    path.with_name(".graph.jsonl.part").write_bytes(b"half a li")
    path.with_name(".graph.jsonl.lock").touch()

    JsonlStore(path).synchronize(small_graph())

    assert path.read_bytes() == lines(small_graph())
