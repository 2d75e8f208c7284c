"""Reports of our own are built with the days of their key and scored; the errors of the blind set stay unread."""

import json
from pathlib import Path

import pytest

from benchmarks.quality.reports import Scores, is_blind, main, rows

SCORER = """
import json, sys
graph, key = (open(path, encoding="utf-8").read() for path in sys.argv[1:3])
print(json.dumps({"found": graph.count("2025-04-0"), "of": len(json.loads(key)), "missing": ["a.txt: person Nora Quill"],
                  "wrong": [], "forbidden": ["b.txt: a trip"], "events_in_graph": 0}))
sys.exit(1)
"""
TEXTS = {
    "a.txt": "President Nora Quill met Chancellor Emil Strand in Oslo on Monday.\n",
    "b.txt": "Chancellor Emil Strand did not fly to Rome.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "gold" / "wire"
    reports.mkdir(parents=True)
    for name, text in TEXTS.items():
        (reports / name).write_text(text, encoding="utf-8")
    key = {"b.txt": {"date": "2025-04-09"}, "a.txt": {"date": "2025-04-02"}}
    (reports / "expected.json").write_text(json.dumps(key), encoding="utf-8")
    (reports / "README.md").write_text("No report.", encoding="utf-8")
    (tmp_path / "score.py").write_text(SCORER, encoding="utf-8")
    return reports


def test_each_report_has_the_day_of_the_key(folder: Path) -> None:
    assert list(rows(folder)) == [
        {"text": TEXTS["a.txt"], "date": "2025-04-02"},
        {"text": TEXTS["b.txt"], "date": "2025-04-09"},
    ]


def test_errors_are_printed_only_where_asked_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scorer = ["--score", str(folder.parents[1] / "score.py")]
    assert main([str(folder), *scorer]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.endswith(" of 2; forbidden 1")
    assert not line.startswith("found 0")  # the days reached the graph

    assert main([str(folder), "--errors", *scorer]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "missing: a.txt: person Nora Quill",
        "forbidden: b.txt: a trip",
        line,
    ]


def test_errors_of_the_blind_set_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    blind = Path(__file__).parents[2] / "gold" / "reports"
    assert is_blind(blind)
    assert is_blind(blind / ".." / "reports")
    assert not is_blind(blind.with_name("wire"))
    assert main([str(blind), "--errors"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "this set is blind\n"


def test_a_missing_scorer_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "--score", str(folder / "none.py")]) == 2
    assert "none.py" in capsys.readouterr().err


def test_a_near_miss_is_an_error_too() -> None:
    scores = Scores(found=1, of=3, missing=("one",), wrong=("two",), forbidden=())
    assert list(scores.errors()) == ["missing: one", "wrong: two"]
    assert scores.total == "found 1 of 3; forbidden 0"
