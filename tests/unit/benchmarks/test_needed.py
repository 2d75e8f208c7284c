"""Without the packages of the tests, a benchmark says in one sentence how to have them."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.quality.needed import refuse

ROOT = Path(__file__).parents[3]


def test_the_command_that_installs_it_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        refuse(ModuleNotFoundError("No module named 'rigour.territories'", name="rigour.territories"))
    assert ended.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "the package rigour," in line
    assert "`bash scripts/setup dev`" in line


def test_a_missing_module_of_our_own_is_a_defect_and_not_hidden() -> None:
    with pytest.raises(ModuleNotFoundError):
        refuse(ModuleNotFoundError("No module named 'benchmarks.lost'", name="benchmarks.lost"))


@pytest.mark.parametrize(
    "module",
    ["benchmarks.quality", "benchmarks.quality.calibration", "benchmarks.quality.reports", "benchmarks.quality.table"],
)
def test_the_program_ends_with_that_sentence_alone(module: str) -> None:
    code = f"import runpy, sys; sys.modules['spacy'] = None; runpy.run_module({module!r}, run_name='__main__')"
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True)
    assert ended.returncode == 2
    assert ended.stdout == ""
    (line,) = ended.stderr.splitlines()
    assert "package spacy" in line
    assert "scripts/setup dev" in line
