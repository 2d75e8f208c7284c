"""The starter leaves a process behind that is nobody's child."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from graphbuilder.server import detach


def test_the_process_outlives_its_starter_and_writes_to_the_log(tmp_path: Path) -> None:
    log = tmp_path / "log"
    code = "import sys, time; print('out', flush=True); print('err', file=sys.stderr, flush=True); time.sleep(60)"

    done = subprocess.run(
        [sys.executable, "-I", detach.__file__, str(log), sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
    )

    pid = int(done.stdout)
    try:
        deadline = time.monotonic() + 10
        while log.read_text().split() != ["out", "err"] and time.monotonic() < deadline:
            time.sleep(0.02)
        assert log.read_text().split() == ["out", "err"]
        assert os.getpgid(pid) == pid
    finally:
        os.kill(pid, signal.SIGKILL)


def test_a_command_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-I", detach.__file__, str(tmp_path / "log"), str(tmp_path / "nothing")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode != 0
    assert "No such file" in done.stderr
