"""The admin tool gets its words through a file, never through the command line. A shell script stands in for Java."""

from pathlib import Path

import pytest

from graphbuilder.errors import ServerError
from graphbuilder.server import admin
from graphbuilder.server.configuration import ADMIN_CLASS, Home, make_home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    found = Home(path=tmp_path / "my home")
    make_home(found)
    return found


def java(home: Home, body: str) -> Path:
    """Return a script that stands in for Java."""
    script = home.path / "java"
    script.write_text(f"#!/bin/sh\n{body}\n")
    script.chmod(0o700)
    return script


def test_the_password_is_in_a_private_file_that_is_gone_afterwards(home: Home) -> None:
    body = 'echo "$@"; stat -c %a "${2#@}"; cat "${2#@}"; echo "$NEO4J_HOME"; echo "$NEO4J_CONF"; pwd'

    printed = admin.run(java(home, body), home.path / "java.args", home, ["dbms", "set-initial-password", 'a "b"'])

    command, mode, *words, neo4j_home, neo4j_conf, folder = printed.splitlines()
    assert command == f"@{home.path}/java.args @{home.path}/run/admin.args"
    assert mode == "600"
    assert words == [ADMIN_CLASS, '"dbms"', '"set-initial-password"', '"a \\"b\\""']
    assert (neo4j_home, neo4j_conf, folder) == (str(home.path), str(home.conf), str(home.path))
    assert list((home.path / "run").iterdir()) == []


def test_setting_the_password_uses_that_tool(home: Home) -> None:
    admin.set_password(java(home, f'cat "${{2#@}}" > "{home.path}/asked"'), home.path / "java.args", home, "s3cret")

    assert (home.path / "asked").read_text().split() == [
        ADMIN_CLASS, '"dbms"', '"set-initial-password"', '"s3cret"',
    ]  # fmt: skip


def test_a_refusal_is_one_sentence_without_the_password(home: Home) -> None:
    script = java(home, "echo first >&2; echo 'The database is in use.' >&2; exit 1")

    with pytest.raises(ServerError, match=r"admin tool failed on .*my home: The database is in use$") as caught:
        admin.set_password(script, home.path / "java.args", home, "s3cret")

    assert "s3cret" not in str(caught.value)
    assert list((home.path / "run").iterdir()) == []


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ("/no/such is not an existing directory", "/no/such is not an existing directory"),
        (
            "Failed to load database 'neo4j': Not a valid Neo4j archive: /a/neo4j.dump\\nLoad failed for databases: 'neo4j'",
            "Failed to load database 'neo4j': Not a valid Neo4j archive: /a/neo4j.dump",
        ),
    ],
)
def test_a_refusal_gives_the_reason_of_the_tool_not_its_advice(home: Home, printed: str, reason: str) -> None:
    advice = "Run with '--verbose' for a more detailed error message."
    script = java(home, f'printf "{printed}\\n{advice}\\n" >&2; exit 1')

    with pytest.raises(ServerError) as caught:
        admin.run(script, home.path / "java.args", home, ["database", "dump", "neo4j"])

    assert str(caught.value) == f"Neo4j's admin tool failed on {home.path}: {reason}"


def test_a_java_that_cannot_run_here_is_named(home: Home) -> None:
    wrong = home.path / "java"
    wrong.write_bytes(b"\x7fELF of another machine")
    wrong.chmod(0o700)

    with pytest.raises(ServerError, match=r"Java at .* cannot be run on this machine: .*Exec format error"):
        admin.run(wrong, home.path / "java.args", home, ["dbms"])
