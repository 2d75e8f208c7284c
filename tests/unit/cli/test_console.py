"""How a table shows its cells."""

import json
from typing import TYPE_CHECKING

import pytest

from graphbuilder.cli.asking import WRITERS
from graphbuilder.cli.console import Shown, err, errors_in_plain_words, note, out, show_table
from graphbuilder.errors import StoreError
from graphbuilder.store.queries import Table

if TYPE_CHECKING:
    from graphbuilder.store.values import Plain

SCORES = Table(columns=("score", "n"), rows=((1.9953421115875245, 3), (1234567.25, 4), (0.000123456, None)))


def test_a_table_shows_figures_that_a_person_reads(capsys: pytest.CaptureFixture[str]) -> None:
    WRITERS["table"](SCORES)
    shown = capsys.readouterr().out
    assert all(figure in shown for figure in ("1.995 ", "1,234,567", "0.0001235"))
    assert "1.99534" not in shown


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_other_forms_keep_every_digit(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    WRITERS[form](SCORES)
    shown = capsys.readouterr().out
    assert "1.9953421115875245" in shown
    assert "1234567.25" in shown
    if form == "json":
        assert json.loads(shown)[2] == {"score": 0.000123456, "n": None}


ID = "event:meeting-5208fa3296921036"
WIDE = Table(
    columns=("start", "people", "places", "sources", "event", "other_event"),
    rows=(("2031-08-14", ["Karen Holm", "[bold]Ana Ruiz"], [], None, ID, ID),),
)


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.usefixtures("narrow")
def test_an_answer_too_wide_for_the_terminal_is_shown_row_below_row(capsys: pytest.CaptureFixture[str]) -> None:
    WRITERS["table"](WIDE)
    first, *lines = capsys.readouterr().out.splitlines()
    assert first.startswith("1 ")
    assert [line.strip().split(maxsplit=1) for line in lines] == [
        ["start", "2031-08-14"],
        ["people", "Karen Holm, [bold]Ana Ruiz"],
        ["event", ID],
        ["other_event", ID],
        ["1", "row"],
    ]


@pytest.mark.usefixtures("narrow")
def test_an_answer_that_fits_is_a_table_and_its_ids_are_whole(capsys: pytest.CaptureFixture[str]) -> None:
    WRITERS["table"](Table(columns=("people", "event"), rows=((["Karen Holm"] * 9, ID), (["Ana Ruiz"], ID))))
    shown = capsys.readouterr().out
    assert "people" in shown.splitlines()[1]
    assert shown.count(ID) == 2
    assert shown.endswith("2 rows\n")


def test_nodes_relationships_and_paths_are_shown_in_a_few_words(capsys: pytest.CaptureFixture[str]) -> None:
    person: Plain = {
        "labels": ["Entity", "Person", "Weight4"],
        "properties": {"id": "person:a", "name": "Ana Ruiz", "x": 1},
    }
    event: Plain = {"labels": ["Event", "Trip"], "properties": {"id": "event:t"}}
    step: Plain = {
        "type": "PARTICIPATED_IN",
        "start": "person:a",
        "end": "event:t",
        "properties": {"role": "traveller"},
    }
    path: Plain = {"nodes": [person, event, person], "relationships": [step, step]}
    WRITERS["jsonl"](Table(columns=("a",), rows=((path,),)))
    assert json.loads(capsys.readouterr().out)["a"] == path
    WRITERS["table"](Table(columns=("a", "b"), rows=((person, step),)))
    assert "Ana Ruiz (Person) │ PARTICIPATED_IN traveller" in capsys.readouterr().out
    WRITERS["table"](Table(columns=("a",), rows=((path,),)))
    shown = " ".join(capsys.readouterr().out.replace("│", " ").split())
    taken = "[PARTICIPATED_IN traveller]"
    assert f"Ana Ruiz (Person) -{taken}-> event:t (Trip) <-{taken}- Ana Ruiz (Person)" in shown


def test_what_looks_like_markup_or_an_emoji_code_is_shown_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    text = "person:cat:fire [bold]x[/] \\"
    show_table(text, (text, "b"), [(text, 1)], note=text)
    note(text)
    out.print(text)
    with pytest.raises(SystemExit), errors_in_plain_words():
        raise StoreError(text)
    shown = capsys.readouterr()
    assert shown.out.count(text) == 5
    assert shown.err.count(text) == 2


def test_the_name_of_a_stage_is_shown_as_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(err, "_force_terminal", True)
    with Shown(quiet=False) as shown:
        shown.stage("opening file:cat:.jsonl [red]", 1)
    assert "opening file:cat:.jsonl [red]" in capsys.readouterr().err


def test_what_cannot_be_written_is_told_with_what_stands_around_it(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit), errors_in_plain_words():
        "offices/k\udcf1.csv".encode()
    assert r"'\udcf1' in 'offices/k\udcf1.csv' cannot be written as utf-8" in capsys.readouterr().err
