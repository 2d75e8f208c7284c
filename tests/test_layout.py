"""The house rules that a program can check."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "graphbuilder").rglob("*.py"))
MAX_LINES = 300
BANNED_NAMES = {"utils", "helpers", "common", "misc", "manager"}


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_a_module_is_small_named_for_what_it_holds_and_says_what_it_is_for(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= MAX_LINES
    assert path.stem not in BANNED_NAMES
    assert ast.get_docstring(ast.parse(source)), "the docstring says what the module is for"


def test_no_cypher_in_python() -> None:
    pattern = re.compile(r"\b(MERGE|UNWIND|DETACH DELETE|OPTIONAL MATCH)\b")
    allowed = {"graphbuilder/cli/asking.py"}
    found = [
        relative(path)
        for path in MODULES
        if relative(path) not in allowed and pattern.search(_code_strings(path.read_text(encoding="utf-8")))
    ]
    assert found == []


def _code_strings(source: str) -> str:
    """Return the string literals of a module that are no docstrings."""
    tree = ast.parse(source)
    nodes = ast.walk(tree)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, documented)}
    strings = (node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return "\n".join(text for text in strings if text not in docstrings)


def test_only_the_command_line_prints() -> None:
    found = [
        relative(path)
        for path in MODULES
        if "cli" not in path.parts and re.search(r"^\s*print\(", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert found == []


def test_no_registry_is_named_in_a_file() -> None:
    hosts = re.compile("|".join((r"pypi\.or" + "g", r"pythonhosted\.or" + "g", r"maven\.or" + "g", r"npmjs\.or" + "g")))
    folders = ("graphbuilder", "cypher", "tests", "docs", "benchmarks", "scripts", "requirements", "examples", ".ci")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    files += [path for path in ROOT.iterdir() if path.is_file()]
    assert files
    named = [relative(path) for path in files if hosts.search(path.read_text(encoding="utf-8", errors="ignore"))]
    assert named == []
