"""`python -m benchmarks.quality SET --gold FILE --out PREDICTIONS`: predict, write, score.

Options that this program does not know are handed to the scorer: `--genre news`, `--offset-free`, `--subset plover_gsr`.
"""

import argparse
import subprocess
import sys
from pathlib import Path
from typing import Final

import msgspec

from benchmarks.quality.corpora import ecbplus, story_clusters, timeline_semeval15
from benchmarks.quality.events import event_coding, plover_relations, wikievents
from benchmarks.quality.lookups import actor_coding, roles_over_time
from benchmarks.quality.names import el_news_fair, geoparse, gum_news
from benchmarks.quality.pages import html_article
from benchmarks.quality.sources import Adapter, Task, read_lines
from benchmarks.quality.statuses import factuality

ADAPTERS: Final[dict[str, Adapter]] = {
    "gum_news": gum_news,
    "el_news_fair": el_news_fair,
    "geoparse": geoparse,
    "html_article": html_article,
    "wikievents": wikievents,
    "event_coding": event_coding,
    "plover_relations": plover_relations,
    "factuality": factuality,
    "timeline_semeval15": timeline_semeval15,
    "ecbplus": ecbplus,
    "story_clusters": story_clusters,
    "roles_over_time": roles_over_time,
    "actor_coding": actor_coding,
}
"""Name of a set to the function that predicts it."""

SCORERS: Final = Path(__file__).parents[2].parent / "shared" / "gold"


def main() -> int:
    """Run one set; return the scorer's exit code, 0 where there is no scorer."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__, allow_abbrev=False)
    parser.add_argument("set", choices=sorted(ADAPTERS), metavar="SET", help=f"one of {', '.join(ADAPTERS)}")
    parser.add_argument("--gold", required=True, type=Path, help="a file in the format of the set's dev.jsonl")
    parser.add_argument("--out", required=True, type=Path, help="where the predictions are written")
    parser.add_argument("--score", type=Path, help="the set's score.py; default: beside the development sets")
    options, passed_on = parser.parse_known_args()
    task = Task(read_lines(options.gold), options.gold.resolve().parent)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    lines = [msgspec.json.encode(prediction) + b"\n" for prediction in ADAPTERS[options.set](task)]
    options.out.write_bytes(b"".join(lines))
    scorer = options.score or SCORERS / options.set / "score.py"
    if not scorer.is_file():
        print(f"{options.set}: predictions are in {options.out}; no scorer at {scorer}", file=sys.stderr)
        return 0
    command = [sys.executable, str(scorer), "--pred", str(options.out), "--gold", str(options.gold), *passed_on]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
