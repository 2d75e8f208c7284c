"""Where the password of somebody's own server is looked for."""

from pathlib import Path

import pytest

from graphbuilder.cli.credentials import find_password
from graphbuilder.config import load_settings


def test_a_file_of_a_password_is_read_so_far_as_a_password_may_be_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept"
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    monkeypatch.setenv("NEO4J_PASSWORD_FILE", str(kept))
    for content, password in ((" long enough\n", "long enough"), ("z" * 100_000, "z" * 10_000)):
        kept.write_text(content, encoding="utf-8")
        assert find_password("bolt://127.0.0.1:1", load_settings()) == password
