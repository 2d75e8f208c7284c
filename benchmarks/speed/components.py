"""What each component costs beside bare spaCy, on the same text in the same run.

    python -m benchmarks.speed.components [--documents N] [--save]

Prints the processor seconds of each, the median of three rounds, and their share of bare spaCy's: who is who with its positions
dated (at most 25%), times, and events with their status (at most 10%).
"""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from time import process_time

from spacy.language import Language

from benchmarks.speed.corpus import generate_rows
from benchmarks.speed.results import save
from graphbuilder.nlp.language import load_language
from graphbuilder.nlp.topics import find_topics
from graphbuilder.nlp.what.coder import find_events
from graphbuilder.nlp.when.times import find_times
from graphbuilder.nlp.who.layer import find_entities
from graphbuilder.nlp.who.terms import date_positions

ROUNDS = 3
MOST = {"who is who": 0.25, "events": 0.10}
"""Share of bare spaCy that a component may take."""


def measure(nlp: Language, texts: list[str]) -> dict[str, float]:
    """Return the processor seconds of bare spaCy and of each component over all texts."""
    spent = dict.fromkeys(("bare spaCy", "who is who", "times", "events", "topics"), 0.0)

    @contextmanager
    def clock(part: str) -> Iterator[None]:
        begun = process_time()
        yield
        spent[part] += process_time() - begun

    with clock("bare spaCy"):
        docs = list(nlp.pipe(texts, batch_size=32))
    for doc in docs:
        with clock("who is who"):
            layer = find_entities(doc)
        with clock("times"):
            times = find_times(doc, published=None)
        with clock("who is who"):
            date_positions(doc, layer.positions, layer.mentions, times, published=None)
        with clock("topics"):
            find_topics(doc)
        with clock("events"):
            find_events(doc, layer, times, published=None)
    return spent


def main() -> None:
    """Run the benchmark, print its figures, and with --save keep them."""
    parser = argparse.ArgumentParser(description="The components of the language room against bare spaCy.")
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--save", action="store_true", help="write benchmarks/results/components.json")
    options = parser.parse_args()
    texts = [str(row["text"]) for row in generate_rows(options.documents)]
    nlp = load_language()
    measure(nlp, texts[:1])
    rounds = [measure(nlp, texts) for _ in range(ROUNDS)]
    spent = {part: median(taken[part] for taken in rounds) for part in rounds[0]}
    for part, seconds in spent.items():
        most = f" (at most {MOST[part]:.0%})" if part in MOST else ""
        print(f"{part:12} {seconds:7.2f} s {seconds / spent['bare spaCy']:7.1%}{most}")
    if options.save:
        figures = {f"{part}, seconds": round(seconds, 3) for part, seconds in spent.items()}
        print(save("components", {"documents": options.documents, **figures}))


if __name__ == "__main__":
    main()
