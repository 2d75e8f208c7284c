"""Which of the lines above a story is its headline.

A headline shares its words with the story below it; a line of navigation or a teaser for another story does not.
"""

import re

from graphbuilder.ingest.paragraphs import ends_sentence, is_list_item, key, words

_MOST_WORDS = 30
_FEWEST_WORDS = 4
_CONTENT_LETTERS = 4
_SUMMARY = 0.6
"""Share of a line's content words that the story must hold for the line to be a summary of it."""

_NEARLY_BEST = 0.4
_SAME = 0.75
_SITE_SUFFIX = re.compile(r"\s+[|»]\s+[^|»]{2,40}$")


def is_headline(line: str) -> bool:
    """Return whether a line looks like a headline: some words, no stop at the end, no item of a list."""
    return (
        2 <= len(words(line)) <= _MOST_WORDS
        and not ends_sentence(line)
        and not line.endswith((":", ",", ";", "-"))
        and not is_list_item(line)
        and not line.lower().startswith(("http:", "https:", "www."))
    )


def choose_title(lines: list[str], body: list[str]) -> str:
    """Return the headline among the lines above a story, "" where there is none.

    Of several the first that shares words with the story, nearly half as many as any: the standfirst under a headline
    often shares more than the headline, a teaser above it few. A question is a headline where it stands
    first and the story does not go on in questions, as an interview does. A line of two or three words is one only where
    nothing better stands there and it stands first ("Chancellor resigns").
    """
    content = _content(" ".join(body))
    candidates = [line for i, line in enumerate(lines) if _may_be_title(line, body, first=i == 0)]
    if not candidates:
        return _bare(lines[0]) if lines and is_headline(lines[0]) and len(lines) == 1 else ""
    shared = [len(_content(line) & content) for line in candidates]
    if len(lines) > 1 and not max(shared):
        return ""
    enough = max(1, max(shared) * _NEARLY_BEST)
    return _bare(
        next(line for line, count in zip(candidates, shared, strict=True) if count >= enough or len(lines) == 1)
    )


def same_title(line: str, title: str) -> bool:
    """Return whether a line is the title again, a site's name after it or a word of it changed."""
    if not title:
        return False
    if key(_bare(line)) == key(title):
        return True
    mine, other = _content(line), _content(title)
    return is_headline(line) and len(mine) >= 3 and len(mine & other) >= _SAME * len(mine | other)


def summarises(line: str, body: list[str]) -> bool:
    """Return whether a line only says what the story says."""
    mine = _content(line)
    return bool(mine) and len(mine & _content(" ".join(body))) >= _SUMMARY * len(mine)


def _may_be_title(line: str, body: list[str], *, first: bool) -> bool:
    if len(words(line)) < _FEWEST_WORDS:
        return False
    if is_headline(line):
        return True
    asks = first and line.endswith(("?", "!")) and len(words(line)) <= 15
    return asks and not any(paragraph.endswith("?") for paragraph in body)


def _bare(line: str) -> str:
    return _SITE_SUFFIX.sub("", line)


def _content(text: str) -> set[str]:
    found = (word.casefold().replace("’", "'").removesuffix("'s").strip("'.-") for word in words(text))
    return {word for word in found if len(word) >= _CONTENT_LETTERS}
