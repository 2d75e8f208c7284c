"""The hash over the rules."""

import re
from pathlib import Path

import pytest

from graphbuilder import fingerprint


def test_other_rules_have_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resolve").mkdir()
    rule = tmp_path / "resolve" / "rule.py"
    monkeypatch.setattr(fingerprint, "files", lambda _: tmp_path)

    def version() -> str:
        fingerprint.rules_version.cache_clear()
        return fingerprint.rules_version("resolve")

    rule.write_text("LIMIT = 1\n")
    first = version()
    (tmp_path / "resolve" / "notes.txt").write_text("no rule")
    assert version() == first
    rule.write_text("LIMIT = 2\n")
    assert version() != first
    assert re.fullmatch(r"\d+\.\d+\.\d+\+[0-9a-f]{8}", first)
    fingerprint.rules_version.cache_clear()
