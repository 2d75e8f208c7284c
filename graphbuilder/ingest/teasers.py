"""Other stories in the text of this one: what follows "You may also like", and pairs of a section and its teaser.

Decides by form first (a label, a line without a stop, one sentence under a label) and, where a whole sentence could belong
to either, by whether its names are those of the story so far.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from graphbuilder.ingest.paragraphs import ends_sentence, is_list_item, sentences, words
from graphbuilder.ingest.phrases import Kind

_TEASER_WORDS = 60
_LABEL_WORDS = 4
_INLINE_HEADLINES = 3
_STORY = 3
"""Paragraphs of a story after which a line that opens the readers' comments is believed."""

_FUNCTION_WORDS = frozenset({
    "a", "an", "and", "as", "at", "but", "for", "he", "her", "his", "in", "it", "on", "she", "that", "the", "their", "they",
    "this",
})  # fmt: skip
_NAME = re.compile(r"(?<=[a-z,;:] )[\"“‘']?([A-Z][\w’'-]{2,})")


def without_teasers(
    paragraphs: Sequence[str], kinds: Sequence[Kind | None], is_body: Callable[[str], bool]
) -> tuple[list[str], bool]:
    """Return a story's paragraphs without lines of the site and other stories, and whether site matter follows its end.

    Args:
        paragraphs: From the first paragraph of the story to the end of the text.
        kinds: What each is by the tables.
        is_body: Tells a paragraph that can belong to a story by its form.
    """
    kept: list[str] = []
    after_end = False
    mode = "story"
    labelled = False
    headlines = 0
    for i, line in enumerate(paragraphs):
        kind = kinds[i]
        if kind is Kind.PORTRAIT and any(
            kinds[j] is None and is_body(paragraphs[j]) for j in range(i + 1, len(paragraphs))
        ):
            kind = Kind.PORTRAIT if mode == "teasers" or after_end else None
        if kind is Kind.END and sum(map(is_body, kept)) >= _STORY:
            return kept, True
        if kind in {Kind.MORE, Kind.END}:
            mode, labelled, after_end = "teasers", False, True
        elif mode == "teasers":
            if kind is None and not labelled and is_body(line) and _goes_on(line, kept):
                mode, after_end = "story", False
                kept.append(line)
            else:
                labelled = (kind is Kind.SECTION or _is_label(line)) and not labelled
        elif kind is Kind.INLINE_MORE:
            mode, headlines, after_end = "pointer", 0, True
            if len(words(line)) > _LABEL_WORDS:
                mode = "story"
        elif kind is not None:
            after_end = True
        elif mode == "pointer" and headlines < _INLINE_HEADLINES and _is_teaser_headline(line):
            headlines += 1
        else:
            mode = "story"
            after_end = after_end and not is_body(line)
            kept.append(line)
    return kept, after_end


def trailing_pairs(paragraphs: Sequence[str], kinds: Sequence[Kind | None]) -> int:
    """Return how many paragraphs at the end are pairs of a section's name and one teaser under it, two pairs at least.

    A subheading with one paragraph under it looks the same, so the labels must be names of sections: "Sports", "A rower
    crossed the lake backwards.", "Food", "Ten ways with turnips."
    """
    end = len(paragraphs)
    while end >= 2 and kinds[end - 2] is Kind.SECTION and kinds[end - 1] is None and _is_teaser(paragraphs[end - 1]):
        end -= 2
    return len(paragraphs) - end if len(paragraphs) - end >= 4 else 0


def _is_label(line: str) -> bool:
    return len(words(line)) <= _LABEL_WORDS and not ends_sentence(line)


def _is_teaser(line: str) -> bool:
    return len(words(line)) <= _TEASER_WORDS and len(sentences(line)) <= 2


def _is_teaser_headline(line: str) -> bool:
    return len(words(line)) >= 3 and not line.endswith((".", ":", ",", ".”", '."')) and not is_list_item(line)


def _goes_on(line: str, story: Sequence[str]) -> bool:
    """Return whether a paragraph goes on with the story, by the names that the story has used twice.

    It holds two of them, or one and few new names: "Ilk told the broadcaster ..." does, "A court in Osterby ..." does not
    where the story named Osterby once.
    """
    names = set(_NAME.findall(line)) | {word for word in words(line)[:1] if word[0].isupper()}
    counts = Counter(words(" ".join(story)))
    often = {name for name in names if counts[name] >= 2 and name.lower() not in _FUNCTION_WORDS}
    known = {name for name in names if counts[name]}
    return len(often) >= 2 or (bool(often) and len(known) * 2 >= len(names))
