"""The standard set of analyses on a made-up graph, in seconds and megabytes.

    python -m benchmarks.speed.analysis [--events 100000] [--more ANALYSIS ...] [--save]

Reading is from memory: how fast a store gives its elements is another benchmark's question. Each analysis is timed with what
it is the first to need (a projection, the communities), in the order of the table.
"""

import argparse
import resource
import time

from benchmarks.speed.analysis.events import make_events
from benchmarks.speed.results import save
from graphbuilder.analysis import ANALYSES, STANDARD, Options, View
from graphbuilder.analysis.reading import read_participations

GOAL_SECONDS = 60
GOAL_MEGABYTES = 4_000


def main() -> None:
    """Measure, print, and with --save keep the figures."""
    parser = argparse.ArgumentParser(description="Speed of the standard analyses.")
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument(
        "--more", nargs="*", default=[], choices=list(ANALYSES), help="further analyses, not in the sum"
    )
    parser.add_argument("--save", action="store_true", help="write benchmarks/results/analysis.json")
    options = parser.parse_args()
    figures: dict[str, float | int | str] = {"events": options.events}
    start = time.perf_counter()
    participations = read_participations(make_events(options.events))
    figures["making and reading, seconds"] = round(time.perf_counter() - start, 2)
    view = View(participations, Options())
    total = 0.0
    for name in (*STANDARD, *options.more):
        start = time.perf_counter()
        table = ANALYSES[name].run(view)
        taken = time.perf_counter() - start
        total += taken if name in STANDARD else 0
        figures[f"{name}, seconds"] = round(taken, 2)
        print(f"{name:15} {taken:7.2f} s  {table.note}")
    figures["entities"], figures["ties"] = len(view.graph), view.graph.number_of_edges()
    figures["standard set, seconds"] = round(total, 2)
    figures["peak, megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"standard set {total:.1f} s (goal {GOAL_SECONDS}), peak {figures['peak, megabytes']} MB (goal {GOAL_MEGABYTES})"
    )
    if options.save:
        print(save("analysis", {**figures, "goal, seconds": GOAL_SECONDS, "goal, megabytes": GOAL_MEGABYTES}))


if __name__ == "__main__":
    main()
