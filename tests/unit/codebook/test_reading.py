"""Chapters are read as README.md says, and refused with file and line where they cannot be."""

from pathlib import Path

import pytest

from codebook.reading import ChapterError, Report, date_of, read_chapter
from codebook.validate import coverage, items_of, main, problems

CHAPTER = """
// a remark
# one | 2024-03-14 | Two sentences
> Ana met Bo, and Bo met Cem in Rome on Tuesday.
* met@2 | Meeting | CONSULT | actual | participant=Bo@2 + Cem~Cem Tan | in=Rome | on=2024-03-12 | trap=future-meeting
> The roof met the wall.
* none | restraint=figure
! 1.met@2 / 2.none = a roof meets nobody
"""


def read(folder: Path, text: str) -> Report:
    path = folder / "chapter.txt"
    path.write_text(text, encoding="utf-8")
    return next(read_chapter(path))


def test_a_chapter_gives_offsets_into_the_joined_text(tmp_path: Path) -> None:
    report = read(tmp_path, CHAPTER)
    (event,) = report["events"]
    text = report["text"]
    assert text == "Ana met Bo, and Bo met Cem in Rome on Tuesday. The roof met the wall."
    assert (event["trigger"]["start"], text[event["trigger"]["start"] : event["trigger"]["end"]]) == (19, "met")
    assert [(one["text"], one["start"], one.get("name")) for one in event["args"]] == [
        ("Bo", 16, None),
        ("Cem", 23, "Cem Tan"),
    ]
    assert event["places"][0]["relation"] == "LOCATED_IN"
    assert report["contrasts"] == [["one.1.1", "one.2", "a roof meets nobody"]]
    assert report["restraint"] == [{"sentence": 1, "kind": "figure"}]
    assert list(problems([report])) == []
    assert coverage([report])["label:Meeting"] == (1, 1)
    assert items_of(report)["one.2"] == {"none"}


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("* left | Trip | CONSULT | actual", "does not stand in"),
        ("* met | Trip | CONSULT | actual | boss=Ana", "unknown field"),
        ("* met | Trip | CONSULT | actual | content=said", "does not stand in"),
        ("? met", "a line starts with"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str, complaint: str) -> None:
    with pytest.raises(ChapterError, match=rf"chapter\.txt.*{complaint}"):
        read(tmp_path, f"# one | 2024-03-14 | t\n> Ana met Bo.\n{line}\n")


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("* met | Gathering | CONSULT | actual", "unknown label 'Gathering'"),
        ("* met | Meeting | TALK | actual", "unknown PLOVER type 'TALK'"),
        ("* met | Meeting | CONSULT/demo | actual", "CONSULT has no mode 'demo'"),
        ("* met | Meeting | CONSULT | done", "unknown status 'done'"),
        ("* met | Meeting | CONSULT | actual | trap=door", "unknown trap 'door'"),
        ("* met | Meeting | CONSULT | actual | on=2024-03-13", "2024-03-13 is no tuesday"),
        ("", "neither an event nor '* none'"),
    ],
)
def test_the_validator_names_what_is_wrong(tmp_path: Path, line: str, complaint: str) -> None:
    report = read(tmp_path, f"# one | 2024-03-14 | t\n> Ana met Bo on Tuesday.\n{line}\n")
    assert [problem for problem in problems([report]) if complaint in problem]


@pytest.mark.parametrize(
    ("written", "start", "end", "precision", "basis"),
    [
        ("2024-03-12", "2024-03-12", "2024-03-12", "day", "stated"),
        ("2024-03-11..2024-03-13", "2024-03-11", "2024-03-13", "day", "stated"),
        ("2024-W11", "2024-03-11", "2024-03-17", "week", "stated"),
        ("2024-02 inherited", "2024-02-01", "2024-02-29", "month", "inherited"),
        ("2023-Q4", "2023-10-01", "2023-12-31", "quarter", "stated"),
        ("2022-WI", "2022-12-01", "2023-02-28", "season", "stated"),
        ("2022", "2022-01-01", "2022-12-31", "year", "stated"),
        ("199x", "1990-01-01", "1999-12-31", "decade", "stated"),
        ("published", "2024-03-14", "2024-03-14", "day", "published"),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(written: str, start: str, end: str, precision: str, basis: str) -> None:
    assert date_of(written, "2024-03-14") == {"start": start, "end": end, "precision": precision, "basis": basis}
    assert date_of("unknown", "2024-03-14")["precision"] == "unknown"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("# one | 2024-03-14\n", "'# id | date | title'"),
        ("# one | 14 March | t\n", "chapter.txt:1"),
        ("# one | 2024-03-14 | t\n* met | Meeting | CONSULT | actual\n", "below its sentence"),
        ("# one | 2024-03-14 | t\n> Ana met Bo.\n* met | Meeting\n", "trigger | label"),
        ("# one | 2024-03-14 | t\n> Ana met Bo.\n* met | Meeting | CONSULT | actual | on=soon\n", "chapter.txt:3"),
        ("# one | 2024-03-14 | t\n> Ana met Bo.\n* meets | Meeting | CONSULT | actual\n", "does not stand in"),
        ("# one | 2024-03-14 | t\n> Ana met Bo.\n* met | Gathering | CONSULT | actual\n", "unknown label 'Gathering'"),
    ],
)
def test_the_validator_refuses_other_peoples_chapters_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, complaint: str
) -> None:
    (tmp_path / "chapter.txt").write_text(text, encoding="utf-8")
    assert main(["--chapters", str(tmp_path)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("WRONG ")
    assert complaint in line


def test_the_validator_tells_of_no_chapters_and_of_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--chapters", str(tmp_path / "none")]) == 1
    assert "no chapters" in capsys.readouterr().err
    (tmp_path / "chapter.txt").write_bytes(b"\xff\xfe\x00")
    assert main(["--chapters", str(tmp_path)]) == 1
    assert "not UTF-8" in capsys.readouterr().err
    (tmp_path / "chapter.txt").write_text(CHAPTER, encoding="utf-8")
    assert main(["--chapters", str(tmp_path)]) == 0
