"""How a table shows its cells."""

import json

import pytest

from graphbuilder.cli.asking import WRITERS
from graphbuilder.store.queries import Table

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
