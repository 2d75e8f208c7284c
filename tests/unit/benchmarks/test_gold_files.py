"""A gold file that cannot be read is refused in one sentence, before anything is parsed."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.quality.codebook import codebook
from benchmarks.quality.sources import GoldError, Task, read_lines


@pytest.mark.parametrize(
    ("content", "complaint"),
    [(None, "No such file"), (b"{", "gold.jsonl:1: not a JSON object"), (b'{"id": "a"}\n\n[1]\n', "gold.jsonl:3: not")],
)
def test_lines_that_are_no_objects_are_named(tmp_path: Path, content: bytes | None, complaint: str) -> None:
    path = tmp_path / "gold.jsonl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(GoldError, match=complaint):
        read_lines(path)


@pytest.mark.parametrize("row", [{}, {"id": 1, "text": "t", "published": "2024-01-01", "title": ""}, {"id": "a"}])
def test_a_row_without_what_the_codebook_needs_is_named(tmp_path: Path, row: dict[str, object]) -> None:
    with pytest.raises(GoldError, match=r"report 1: '(id|text)' must be a string"):
        next(iter(codebook(Task([row], tmp_path))))


def test_the_command_says_so_without_a_traceback(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "benchmarks.quality", "codebook", "--gold", str(tmp_path / "none"), "--out", "out"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, len(run.stderr.splitlines())) == (2, 1)
    assert "No such file" in run.stderr
