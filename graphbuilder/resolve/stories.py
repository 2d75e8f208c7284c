"""What a report is about, and whether two reports tell one story: like words at the beginning and a name in common, near in time.

A report is compared by itself, with a fixed table of words that say nothing; no count over all reports is used, so that another
report never changes how alike two others are. Only which are compared at all depends on others, in blocks of more than `WINDOW`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from zlib import crc32

from graphbuilder.records.annotation import Annotation, EntityType
from graphbuilder.records.document import Document
from graphbuilder.records.identity import fold
from graphbuilder.records.resolution import Story

LEAD_LENGTH = 700
"""Characters of a report that hold its news; what follows is often the background, which other stories share."""
MIN_WORD_LENGTH = 4
MIN_LIKENESS = 0.2
"""Share of the shorter lead's words that two reports of one story have in common."""
MIN_UNDATED = 0.25
"""The same where a report has no date of publication, and so may be of another year."""
MIN_CAST = 0.2
"""Share of the names of the shorter list that two reports without a date have in common."""
MIN_SHARED_WORDS = 3
MAX_DAYS_APART = 3
"""Reports of one event are published on its day and the few after it."""
SKETCH = 10
"""So many words and names of a report are looked up in the others."""
WINDOW = 60
"""A report is compared with so many of those before it that share a word and a name."""

_WORD = re.compile(r"[^\W_]+")

NUMBER_WORDS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
    "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20",
}  # fmt: skip
COUNT_REACH = 3
"""So many words may stand between a number and what it counts: "nine heavily armed men"."""

_COMMON = """
about above according across added after again against agency all almost along already also although always among
announced another around asked associated away back became because become been before began behind being believe between
both bring brought called came cause caused come comes copyright could country days despite does done down during each
earlier early eight either else email ended enough even ever every everyone expected facebook family feel find first
five following former found four friday from full further gave getting give given goes going good government great group
half have having head held help here high himself home hour hours hundreds however including inside into itself just
keep kept knew know known large largest last late later least leave left less like likely line little live local long
longer look made main make makes making many maybe member members might million minute minutes monday month months more
morning most much must name named near nearly need never news next night nine number official officials often once only
open other others over part people percent perhaps person photo place plan point possible press public read reached
really reason received report reported reporter reporters reports reuters right said same saturday saying says second
seen seven several shall share should show shows since some soon spokesman spokeswoman state stated statement states
still such sunday take taken takes taking team tell than that their them then there these they thing things think third
this those though thousands three through thursday till time times today together told took toward towards tuesday
twitter under until update updated upon used using very want wanted wednesday week weeks well went were what when where
whether which while whole whose will with within without word work working world would year years yesterday yesterdays
your
"""
COMMON_WORDS = frozenset(_COMMON.split())
"""Words that reports of any story use. Add what news says everywhere."""


def distinctive(text: str) -> frozenset[str]:
    """Return the folded words of at least four letters that are no common ones."""
    return frozenset(w for w in folded_words(text) if len(w) >= MIN_WORD_LENGTH and w not in COMMON_WORDS)


def story_of(document: Document, annotation: Annotation, entity_ids: Mapping[int, str]) -> Story:
    """Return what a report is about: the words of its title and beginning, and whom and what it names below a country."""
    cast = {
        entity_ids[index]
        for index, entity in enumerate(annotation.entities)
        if index in entity_ids
        and not entity.anonymous
        and entity.type is not EntityType.GROUP
        and not (entity.key or "").startswith(("country:", "continent:", "region:"))
    }
    words = distinctive(f"{document.title}\n{document.text[:LEAD_LENGTH]}")
    return Story(published=document.published, words=tuple(sorted(words)), cast=tuple(sorted(cast)))


def likeness(left: Story, right: Story) -> float:
    """Return the share of the shorter lead's words found in the other, from 0 to 1; 0 where they cannot tell one story."""
    if not near(left.published, right.published) or not set(left.cast) & set(right.cast):
        return 0.0
    shared = len(set(left.words) & set(right.words))
    return shared / min(len(left.words), len(right.words)) if shared >= MIN_SHARED_WORDS else 0.0


def near(left: date | None, right: date | None) -> bool:
    """Return whether two reports were published within days; without a date on either side nothing speaks against it."""
    return left is None or right is None or abs((left - right).days) <= MAX_DAYS_APART


def one_story(left: Story, right: Story) -> bool:
    """Return whether two reports tell one story."""
    if left.published and right.published:
        return likeness(left, right) >= MIN_LIKENESS
    shared = len(set(left.cast) & set(right.cast))
    if not shared or shared < MIN_CAST * min(len(left.cast), len(right.cast)):
        return False
    return likeness(left, right) >= MIN_UNDATED


def story_keys(story: Story) -> list[str]:
    """Return the keys under which reports of one story find each other: a word and a name, of those with the lowest hashes."""
    words, cast = (
        sorted(side, key=lambda key: (crc32(key.encode()), key))[:SKETCH] for side in (story.words, story.cast)
    )
    return [f"{word}|{name}" for word in words for name in cast]


def story_pairs(block: Sequence[tuple[str, Story]]) -> Iterator[tuple[str, str]]:
    """Yield the reports of a block that tell one story; `block` is in order of publication.

    Each is compared with the few before it, which bounds the work in a block of thousands.
    """
    for place, (document, story) in enumerate(block):
        for other, before in block[max(0, place - WINDOW) : place]:
            if one_story(before, story):
                yield min(other, document), max(other, document)


def folded_words(text: str) -> list[str]:
    """Return the words of a text in its order, without accents and case."""
    return _WORD.findall(fold(text))


def counted(words: Sequence[str], heads: Sequence[str]) -> tuple[str, ...]:
    """Return how many there were of each of these, where the words say so: "soldiers:9" of "nine young soldiers"."""
    found: set[str] = set()
    for place, word in enumerate(words):
        if word not in heads:
            continue
        for before in reversed(words[max(0, place - COUNT_REACH) : place]):
            number = NUMBER_WORDS.get(before, before)
            if number.isdigit():
                found.add(f"{word}:{number}")
                break
    return tuple(sorted(found))
