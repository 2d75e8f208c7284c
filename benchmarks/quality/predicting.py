"""The sets we are measured on: name to adapter, and the predictions of one written to a file."""

from pathlib import Path
from typing import Final

import msgspec

from benchmarks.quality.codebook import codebook
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
    "codebook": codebook,
}
"""Name of a set to the function that predicts it."""

GOLD: Final = Path(__file__).parents[2].parent / "shared" / "gold"
"""Where the development sets lie, beside the project; each folder has dev.jsonl and score.py."""

OWN_SCORERS: Final = {"codebook": Path(__file__).parents[2] / "codebook" / "score.py"}
"""Scorers of sets that are part of this project."""


def predict(name: str, gold: Path, out: Path) -> None:
    """Write our predictions for a gold file of the set `name`."""
    task = Task(read_lines(gold), gold.resolve().parent)
    out.parent.mkdir(parents=True, exist_ok=True)
    lines = [msgspec.json.encode(prediction) + b"\n" for prediction in ADAPTERS[name](task)]
    out.write_bytes(b"".join(lines))
