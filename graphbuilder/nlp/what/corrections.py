"""Corrections: where a report says what it, or an earlier one, got wrong: "This story has been corrected to say ...".

They tell of a report and not of the world: what was wrong did not happen, and what is right the corrected story tells itself. It
finds the words; restraint.py leaves out the events in them.
"""

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from graphbuilder.nlp.what.tree import Tree

_OURS = r"(?:\bthis|\bour) (?:\w+ )?(?:article|story|report|dispatch|item|piece|post|headline|caption|bulletin|column)"
_OLD = r"\b(?:earlier|previous|initial|original|prior|preceding|first)"
_WRONGLY = r"(?:incorrectly|wrongly|mistakenly|erroneously|inaccurately)"
_MISTOLD = rf"(?:mis(?:stated|identified|reported|quoted|named|spelled|spelt|attributed|dated)|{_WRONGLY} \w+)"

HINTS = (
    "correct", "version", "misstat", "misidentif", "misreport", "misquot", "misnam", "misspel",
    "misattribut", "misdat", "wrongly", "mistak", "erroneously", "inaccurately", "clarif", "error", "originally", "previously",
    "initially",
)  # fmt: skip
"""Parts of words of which a document must hold one before its sentences are looked at."""
NOTES = re.compile(
    "(?i)"
    + "|".join(
        (
            rf"{_OLD} (?:version|edition)s? of (?:{_OURS}|the (?:article|story|dispatch)\b)",
            rf"{_OURS}\b[^.]{{0,80}}?\b{_MISTOLD}",
            rf"{_OURS}\b[^.]{{0,80}}?\b(?:originally|previously|initially) (?:said|stated|reported|gave|named)",
            rf"{_OURS} (?:has been|have been|was|were|is) (?:corrected|amended|revised|changed|clarified)\b",
            rf"{_OLD} (?:report|story|dispatch|article|headline|alert|item|post)\b[^.]{{0,60}}?\b{_MISTOLD}",
            rf"\bwe {_MISTOLD}",
        )
    )
)
"""A sentence that says what a report of its own outlet got wrong or now says."""
SLUG = re.compile(r"(?i)^(?:corrects|clarifies|refiles)\b")
"""A sentence that says what this sending of a report puts right: "Corrects day of meeting to Tuesday"."""
ASIDE = re.compile(r"(?i)\((?:adds|corrects|clarifies|recasts|refiles|removes|repeats|updates)\b[^()]*\)")
"""The same in brackets, before the story's own first sentence."""
REGRETS = re.compile(
    r"(?i)\b(?:regrets?|apologi[sz]es? for|sorry for) (?:the|this|these|any|our|its) (?:errors?|mistakes?)\b"
)
"""A document that says it is a correction as a whole."""
QUOTED = re.compile(
    r"(?i)\bin an? (?:earlier |previous )?(?:report|article|story|dispatch|item|column)\b"
    r".{0,120}\b(?:wrote|reported|said|stated|gave|named)\b"
)
"""What a correction says was written before: "In a report published on Monday, the Herald wrote that ..."."""


class Corrections(NamedTuple):
    """The stretches of a text that are corrections (start and end in characters, the words that say so), and their sentences."""

    spans: tuple[tuple[int, int, str], ...]
    sentences: frozenset[int]

    def at(self, char: int) -> str | None:
        """Return the words that make a place of the text a correction."""
        return next((cue for start, end, cue in self.spans if start <= char < end), None)


def find_corrections(tree: "Tree") -> Corrections:
    """Return the corrections of a document."""
    text = tree.text
    lowered = text.lower()
    if not any(hint in lowered for hint in HINTS):
        return Corrections((), frozenset())
    spans = [(found.start(), found.end(), found[0]) for found in ASIDE.finditer(text)]
    sentences: set[int] = set()
    whole = REGRETS.search(text) is not None
    for number, first in enumerate(tree.begins):
        start = tree.starts[first]
        end = tree.starts[tree.begins[number + 1]] if number + 1 < len(tree.begins) else len(text)
        said = text[start:end]
        found = (
            NOTES.search(said) or SLUG.search(said) or (QUOTED.search(said) or REGRETS.search(said) if whole else None)
        )
        if found is not None:
            spans.append((start, end, found[0].strip()))
            sentences.add(number)
    return Corrections(tuple(spans), frozenset(sentences))
