"""`graphbuilder annotate` as a person uses it: JSON lines, a page, what is wrong said in one line."""

import json
from pathlib import Path

from tests.command_line import run

REPORT = "Danish Foreign Minister Karen Holm met Chilean President Pablo Rojas in Lisbon on Thursday."


def test_json_lines_and_page(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(REPORT, encoding="utf-8")
    lines, page = tmp_path / "found.jsonl", tmp_path / "found.html"
    assert run("annotate", report, "--date", "2021-03-04", "--out", lines, "-q") == (0, "", "")
    found = json.loads(lines.read_text(encoding="utf-8"))
    (meeting,) = found["annotation"]["events"]
    names = {found["annotation"]["entities"][argument["entity"]]["name"] for argument in meeting["arguments"]}
    assert (meeting["type"], meeting["start"], names) == ("Meeting", "2021-03-04", {"Karen Holm", "Pablo Rojas"})
    assert run("annotate", report, "--date", "2021-03-04", "--out", page, "-q").code == 0
    assert "<b>Meeting</b>" in page.read_text(encoding="utf-8")


def test_a_file_that_is_missing_or_cannot_be_written(tmp_path: Path) -> None:
    missing = run("annotate", tmp_path / "no.txt", "--out", tmp_path / "a.jsonl")
    assert missing.code == 3
    assert "no.txt" in missing.err
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    refused = run("annotate", tmp_path / "report.txt", "--out", tmp_path / "no" / "a.jsonl", "-q")
    assert refused.code != 0
    assert "cannot be written" in refused.err


def test_several_files_and_those_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Pablo Rojas flew to Oslo.", encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 8)
    lines = tmp_path / "found.jsonl"
    names = ("a.txt", "empty.txt", "binary.txt", "b.txt")
    outcome = run("annotate", *(tmp_path / name for name in names), "--date", "2021-03-04", "--out", lines, "-q")
    assert outcome.code == 3
    assert "empty.txt: this file is empty" in outcome.err
    assert "binary.txt: this is binary data" in outcome.err
    found = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    assert [Path(one["document"]["origin"]).name for one in found] == ["a.txt", "b.txt"]
    assert {one["document"]["published"] for one in found} == {"2021-03-04"}


def test_standard_input(tmp_path: Path) -> None:
    lines = tmp_path / "found.jsonl"
    assert run("annotate", "-", "--date", "2021-03-04", "--out", lines, "-q", stdin=REPORT.encode()).code == 0
    (meeting,) = json.loads(lines.read_text(encoding="utf-8"))["annotation"]["events"]
    assert (meeting["type"], meeting["start"]) == ("Meeting", "2021-03-04")
