"""A corpus of any size from the example reports: each copy tells of other people, so that nothing is a duplicate."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, islice
from random import Random

from graphbuilder.cli.building import examples_folder
from graphbuilder.ingest import IngestOptions, read_documents
from graphbuilder.records.document import Document

CONSONANTS = "bcdfghklmnprstvz"
VOWELS = "aeiou"
NAME = re.compile(r"\b[A-Z][a-z]{4,}\b")


def example_documents() -> list[Document]:
    """Return the example reports, longest first, near copies left in."""
    found = [item for item in read_documents([str(examples_folder())], IngestOptions()) if isinstance(item, Document)]
    return sorted(found, key=lambda document: (-len(document.text), document.id))


def generate_rows(documents: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """Yield `documents` rows with text and date, the same for the same seed.

    Each example report is told again about others: the words that are names of people in it (capitalised words that follow
    another one) are swapped for made-up surnames, and sentences are shuffled by paragraph.
    """
    yield from islice(_rows(seed), documents)


def _rows(seed: int) -> Iterator[dict[str, str]]:
    random = Random(seed)  # noqa: S311 - made-up names, not secrets
    examples = example_documents()
    surnames = {
        word for document in examples for word in re.findall(r"\b[A-Z][a-z]+ ([A-Z][a-z]{4,})\b", document.text)
    }
    for number in count():
        document = examples[number % len(examples)]
        swapped = {name: _surname(random) for name in sorted(surnames & set(NAME.findall(document.text)))}
        paragraphs = document.text.split("\n\n")
        random.shuffle(paragraphs)
        text = "\n\n".join(paragraphs)
        for name, other in swapped.items():
            text = re.sub(rf"\b{name}\b", other, text)
        day = date(2022, 1, 1) + timedelta(days=random.randrange(700))
        yield {"text": text, "date": day.isoformat(), "url": f"https://news.example/{seed}/{number}"}


def _surname(random: Random) -> str:
    syllables = ("".join((random.choice(CONSONANTS), random.choice(VOWELS))) for _ in range(3))
    return "".join(syllables).title() + random.choice(CONSONANTS)
