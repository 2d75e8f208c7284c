"""Runs Neo4j's admin tool on a stopped server. The tool is AdminTool: Neo4jAdminCommand may write into the parent folder."""

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from graphbuilder.errors import ServerError
from graphbuilder.server.configuration import ADMIN_CLASS, Home, quote, write_private
from graphbuilder.server.process import java_environment
from graphbuilder.server.readiness import reason_in

ADMIN_SECONDS = 300

_NO_REASON = re.compile(r"^(?:Run with '--verbose'|\w+ failed for databases?:).*\n?", re.MULTILINE)
"""What the tool prints below its reason: advice about an option of its own, and the same once more without the cause."""


def set_password(java: Path, arguments: Path, home: Home, password: str) -> None:
    """Give the user neo4j of a server that never ran its password.

    Raises:
        ServerError: The tool refused.
    """
    run(java, arguments, home, ["dbms", "set-initial-password", password])


def run(java: Path, arguments: Path, home: Home, words: Sequence[str]) -> str:
    """Run the admin tool with `words` and return what it printed.

    The words go through a file that only this user can read, for a command line can be read by everybody.

    Raises:
        ServerError: The tool cannot be run or reports an error.
    """
    file = home.path / "run" / "admin.args"
    write_private(file, "\n".join([ADMIN_CLASS, *(quote(word) for word in words)]) + "\n")
    environment = java_environment(NEO4J_HOME=str(home.path), NEO4J_CONF=str(home.conf))
    try:
        done = subprocess.run(  # noqa: S603 - our own Java and arguments
            [str(java), f"@{arguments}", f"@{file}"],
            capture_output=True, text=True, check=False, cwd=home.path, env=environment, timeout=ADMIN_SECONDS,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ServerError(f"the Java at {java} cannot be run on this machine: {error}") from error
    finally:
        file.unlink(missing_ok=True)
    if done.returncode:
        reason = reason_in(_NO_REASON.sub("", done.stderr) or done.stdout)
        raise ServerError(f"Neo4j's admin tool failed on {home.path}: {reason}")
    return done.stdout
