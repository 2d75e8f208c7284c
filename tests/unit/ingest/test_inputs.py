import os
from pathlib import Path

import pytest

from graphbuilder.errors import InputError
from graphbuilder.ingest.inputs import Input, find_inputs, format_of, walk_inputs
from graphbuilder.ingest.options import Skipped


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.html",
        "sub/c.jsonl.gz",
        "sub/d.csv",
        ".hidden/e.txt",
        ".f.txt",
        "notes.pdf",
        "sub/g.PARQUET",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    return tmp_path


def names(paths: list[str], folder: Path) -> list[str]:
    return [os.path.relpath(item.path, folder) for item in find_inputs(paths)]


def test_a_folder_is_read_through_in_order_of_names(folder: Path) -> None:
    assert names([str(folder)], folder) == ["a.html", "b.txt", "sub/c.jsonl.gz", "sub/d.csv", "sub/g.PARQUET"]


def test_a_glob_is_sorted_and_goes_through_folders(folder: Path) -> None:
    assert names([f"{folder}/**/*.csv", f"{folder}/*.t?t"], folder) == ["sub/d.csv", "b.txt"]


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    assert names([f"{folder}/b.txt", str(folder), f"{folder}/sub/../b.txt"], folder).count("b.txt") == 1


def test_a_file_with_any_suffix_is_taken_when_named(folder: Path) -> None:
    assert list(find_inputs([f"{folder}/notes.pdf"])) == [Input(path=f"{folder}/notes.pdf", format=None)]


def test_a_name_with_magic_that_exists_is_no_glob(tmp_path: Path) -> None:
    path = tmp_path / "a[1].txt"
    path.write_text("x")
    assert list(find_inputs([str(path)])) == [Input(path=str(path), format="text")]


def test_standard_input_is_an_input() -> None:
    (item,) = find_inputs(["-"])
    assert (item.path, item.origin, item.format) == ("-", "stdin", None)


@pytest.mark.parametrize(
    ("path", "reason"), [("no/such.txt", "no such file or folder"), ("no/*.txt", "no file matches")]
)
def test_a_missing_path_is_named(path: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        list(find_inputs([path]))
    (skipped,) = walk_inputs([path])
    assert isinstance(skipped, Skipped)
    assert skipped.origin == path


def test_an_empty_folder_says_what_could_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no file to read in this folder \(we read \.csv"):
        list(find_inputs([str(tmp_path)]))


def test_a_folder_without_permission_is_skipped_and_the_rest_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("sub"):
            raise PermissionError(13, "Permission denied")
        return listing(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = list(walk_inputs([str(folder)]))
    assert Skipped(origin=f"{folder}/sub", reason="this folder cannot be read: Permission denied") in found
    assert [item.format for item in found if isinstance(item, Input)] == ["html", "text"]


def test_a_name_that_is_not_utf_8_costs_only_its_file(folder: Path) -> None:
    (folder / "sub" / "a\udcf1o.txt").write_text("x")
    skipped = Skipped(origin=f"{folder}/sub/a\\xf1o.txt", reason="its name is not in UTF-8; rename it")
    for given in ([str(folder)], [f"{folder}/**"], [str(folder / "sub" / "a\udcf1o.txt")]):
        assert skipped in list(walk_inputs(given))
    assert [item.format for item in walk_inputs([str(folder)]) if isinstance(item, Input)] == [
        "html", "text", "jsonl", "csv", "parquet",
    ]  # fmt: skip
    (of_another_system,) = walk_inputs(["half \ud83d.txt"])
    assert isinstance(of_another_system, Skipped)
    assert of_another_system.origin == "half \\ud83d.txt"


def test_formats_by_name() -> None:
    assert [format_of(name) for name in ("a.HTM", "a.txt.gz", "a.ndjson", "a.tsv", "a.md", "a.gz", "a")] == [
        "html", "text", "jsonl", "tsv", "markdown", None, None,
    ]  # fmt: skip
