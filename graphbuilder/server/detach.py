"""Starts a process that outlives its parent, prints its process id, and ends.

Run as a script of its own, so that the server is nobody's child: it survives the command that started it, and leaves no zombie
in a long-running program. Imports nothing of this package: `python -I detach.py LOGFILE COMMAND...`.
"""

import os
import subprocess
import sys
from pathlib import Path


def main(log: str, *command: str) -> None:
    """Start `command` with its output appended to the file `log`, print its process id and leave at once."""
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.DETACHED_PROCESS
    with Path(log).open("ab") as stream:
        process = subprocess.Popen(  # noqa: S603 - the caller's own command
            command,
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            creationflags=flags,
        )
    sys.stdout.write(f"{process.pid}\n")
    sys.stdout.flush()
    os._exit(0)  # no clean-up: the process must not be waited for


if __name__ == "__main__":
    main(*sys.argv[1:])
