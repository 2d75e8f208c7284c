"""The one clear sentence where a package that only the benchmarks and tests need is not installed. Imports nothing of ours."""

import sys
from typing import Final, NoReturn

REFUSED: Final = 2
"""Exit code of a command that cannot start."""
_OURS: Final = frozenset({"benchmarks", "graphbuilder"})


def refuse(error: ModuleNotFoundError) -> NoReturn:
    """Say which command installs what is missing, and end the program.

    Raises:
        SystemExit: Always, with code 2, for a package of others.
        ModuleNotFoundError: The error itself, where a module of this project is missing.
    """
    package = (error.name or "").partition(".")[0]
    if not package or package in _OURS:
        raise error
    print(
        f"the benchmarks need the package {package}, which is not installed: "
        "run `bash scripts/setup dev`, then use .venv/bin/python",
        file=sys.stderr,
    )
    sys.exit(REFUSED)
