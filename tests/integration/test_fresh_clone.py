"""The README's two commands, in a clean clone: the demo with nothing but the runtime dependencies, and the tests' command."""

import json
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a clean clone of what is committed."""
    folder = tmp_path_factory.mktemp("clone") / "graphbuilder"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True)
    return folder


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Return the environment of somebody with no settings, no virtual environment and no screen."""
    kept = {
        k: v for k, v in os.environ.items() if not k.startswith(("NEO4J_", "GRAPHBUILDER_", "VIRTUAL_ENV", "DISPLAY"))
    }
    return {**kept, "GRAPHBUILDER_DATA_FOLDER": str(tmp_path / "data"), "COLUMNS": "160", "CI": "true"}


@pytest.fixture
def stopped_server(clone: Path, environment: dict[str, str]) -> Iterator[None]:
    """Stop the private server that the demo starts."""
    yield
    subprocess.run(
        [clone / ".venv/bin/graphbuilder", "neo4j", "stop"], env=environment, check=True, capture_output=True
    )


def readme_commands() -> list[str]:
    """Return the two commands that the README gives, as it gives them."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.findall(r"^bash scripts/\w+.*$", text, flags=re.MULTILINE)


def test_the_readme_gives_two_commands() -> None:
    assert readme_commands() == ["bash scripts/demo", "bash scripts/test"]


@pytest.mark.timeout(1200)
def test_the_demo_runs_with_only_the_runtime_dependencies(
    clone: Path, environment: dict[str, str], stopped_server: None, tmp_path: Path
) -> None:
    del stopped_server
    outcome = subprocess.run(
        readme_commands()[0].split(), cwd=clone, env=environment, capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 0, outcome.stderr
    assert "Who took part most" in outcome.stdout
    assert "/browser/" in outcome.stdout
    installed = subprocess.run(
        [clone / ".venv/bin/python", "-c", "import pytest"], capture_output=True, text=True, check=False
    )
    assert "No module named 'pytest'" in installed.stderr
    graph = tmp_path / "graph.jsonl"
    subprocess.run([clone / ".venv/bin/graphbuilder", "export", str(graph), "--quiet"], env=environment, check=True)
    lines = [json.loads(line) for line in graph.read_bytes().splitlines()]
    assert sum("Event" in line.get("labels", ()) for line in lines) > 30


@pytest.mark.timeout(1800)
def test_the_test_command_runs_the_checks_and_the_tests(clone: Path, environment: dict[str, str]) -> None:
    """Given a folder of tests, the command does all of its other work and then runs those."""
    outcome = subprocess.run(
        [*readme_commands()[1].split(), "tests/unit/resolve"],
        cwd=clone,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 0, outcome.stdout[-3000:] + outcome.stderr[-3000:]
    for step in ("ruff check", "mypy", "lint-imports", "deptry", "pytest"):
        assert f"== {step}" in outcome.stderr
    assert re.search(r"\d+ passed", outcome.stdout)
