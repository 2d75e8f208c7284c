"""What finding who is who costs beside bare spaCy, on the same text in the same run.

`python -m benchmarks.speed.who [--documents N]` prints the seconds of both, medians of three rounds, and their share.
"""

import argparse
import statistics
from time import process_time

from benchmarks.speed.corpus import generate_rows
from graphbuilder.nlp.language import load_language
from graphbuilder.nlp.who.layer import find_entities

ROUNDS = 3


def main() -> None:
    """Run the benchmark and print its figures."""
    parser = argparse.ArgumentParser(description="Names, places, positions and coreference against bare spaCy.")
    parser.add_argument("--documents", type=int, default=100)
    texts = [str(row["text"]) for row in generate_rows(parser.parse_args().documents)]
    nlp = load_language()
    find_entities(nlp(texts[0]))
    bare, ours = [], []
    for _ in range(ROUNDS):
        begun = process_time()
        docs = list(nlp.pipe(texts, batch_size=32))
        bare.append(process_time() - begun)
        begun = process_time()
        for doc in docs:
            find_entities(doc)
        ours.append(process_time() - begun)
    spacy, who = statistics.median(bare), statistics.median(ours)
    print(f"bare spaCy {spacy:7.2f} s\nwho is who {who:7.2f} s\nshare      {who / spacy:7.1%}")


if __name__ == "__main__":
    main()
