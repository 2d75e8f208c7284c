"""Keeps a benchmark's figures as JSON in benchmarks/results/, with the machine they were measured on."""

import json
import os
import platform
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "results"


def save(name: str, figures: Mapping[str, object]) -> Path:
    """Write `figures` to benchmarks/results/NAME.json."""
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"{name}.json"
    machine = {"python": platform.python_version(), "system": platform.system(), "cores": os.cpu_count()}
    content = {"measured": datetime.now(UTC).date().isoformat(), "machine": machine, "figures": figures}
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    return path
