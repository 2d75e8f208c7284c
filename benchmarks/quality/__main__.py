"""`python -m benchmarks.quality SET --gold FILE --out PREDICTIONS`: predict, write, score.

Options that this program does not know are handed to the scorer: `--genre news`, `--offset-free`, `--subset plover_gsr`.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from benchmarks.quality.needed import refuse

try:
    from benchmarks.quality.predicting import ADAPTERS, GOLD, OWN_SCORERS, predict
    from benchmarks.quality.sources import GoldError
except ModuleNotFoundError as error:
    refuse(error)


def main() -> int:
    """Run one set; return the scorer's exit code, 0 where there is no scorer."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__, allow_abbrev=False)
    parser.add_argument("set", choices=sorted(ADAPTERS), metavar="SET", help=f"one of {', '.join(ADAPTERS)}")
    parser.add_argument("--gold", required=True, type=Path, help="a file in the format of the set's dev.jsonl")
    parser.add_argument("--out", required=True, type=Path, help="where the predictions are written")
    parser.add_argument("--score", type=Path, help="the set's score.py; default: beside the development sets")
    options, passed_on = parser.parse_known_args()
    try:
        predict(options.set, options.gold, options.out)
    except GoldError as error:
        print(f"{options.set}: {error}", file=sys.stderr)
        return 2
    scorer = options.score or OWN_SCORERS.get(options.set) or GOLD / options.set / "score.py"
    if not scorer.is_file():
        print(f"{options.set}: predictions are in {options.out}; no scorer at {scorer}", file=sys.stderr)
        return 0
    command = [sys.executable, str(scorer), "--pred", str(options.out), "--gold", str(options.gold), *passed_on]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
