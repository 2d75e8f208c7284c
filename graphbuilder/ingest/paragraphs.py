"""Text -> paragraphs, each one line; and the small questions asked of a paragraph.

Blank lines part paragraphs; a single line break parts them too, except in text that was wrapped at a column.
"""

import re
from itertools import pairwise

_WORD = re.compile(r"\w[\w'’.-]*")
_LETTER = re.compile(r"[^\W\d_]")
_KEY = re.compile(r"[\W_]+")
_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$")
_SENTENCE_GAP = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][\"'”’»)]))\s+(?=[\"'“‘«(\[]?[A-Z0-9])")
_BULLET = re.compile(r"^(?:[-*•·–—]|\d{1,3}[.)]|\(?[a-z]\))\s+\S")
_BLOCK_GAP = re.compile(r"\n[ \t]*\n+")

_WIDEST_WRAP = 120
_NARROWEST_WRAP = 40


def words(text: str) -> list[str]:
    """Return the words of a text, numbers too, as written."""
    return _WORD.findall(text)


def key(text: str) -> str:
    """Return what two copies of a paragraph share: letters and digits, folded; quotes, dashes and blanks gone."""
    return _KEY.sub("", text.casefold())


def has_letters(text: str) -> bool:
    """Return whether a line says anything: "-" and "***" do not."""
    return _LETTER.search(text) is not None


def ends_sentence(text: str) -> bool:
    """Return whether a paragraph ends as a sentence does, closing quotes and brackets allowed after the stop."""
    return _ENDS.search(text) is not None


def is_list_item(text: str) -> bool:
    """Return whether a line is an item of a list: "- bread", "2. The budget"."""
    return _BULLET.match(text) is not None


def sentences(paragraph: str) -> list[str]:
    """Return the rough sentences of a paragraph: the same in every copy of it, which is all that is asked of them."""
    return _SENTENCE_GAP.split(paragraph)


def split_paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a normalised text, each stripped and on one line, none empty."""
    blocks = [[line.strip() for line in block.split("\n") if line.strip()] for block in _BLOCK_GAP.split(text)]
    width = _wrap_width(blocks)
    paragraphs: list[str] = []
    for block in blocks:
        paragraphs.extend(_unwrap(block, width, alone=len(blocks) == 1) if width else block)
    return paragraphs


def _wrap_width(blocks: list[list[str]]) -> int | None:
    """Return the column a text was wrapped at, None where each line is a paragraph of its own.

    In wrapped text a line breaks where the next word would not have fitted, and goes on in lower case as a rule; lines
    that are headings, items or verses are followed by capitals.
    """
    joins = [(line, after) for block in blocks for line, after in pairwise(block) if not ends_sentence(line)]
    width = max((len(line) for block in blocks if len(block) > 1 for line in block), default=0)
    if not joins or not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return None
    goes_on = sum(after[0].islower() for _, after in joins)
    full = sum(_is_full(line, after, width) for line, after in joins)
    return width if goes_on >= len(joins) * 0.5 and full >= len(joins) * 0.6 else None


def _is_full(line: str, after: str, width: int) -> bool:
    return len(line) + 1 + len(after.split(" ", 1)[0]) >= width * 0.8


def _unwrap(block: list[str], width: int, *, alone: bool) -> list[str]:
    """Join the lines of a block; where no blank line parts paragraphs, a line that ends a sentence ends one (`alone`)."""
    joined: list[str] = []
    previous = ""
    for line in block:
        broken = bool(previous) and not is_list_item(line) and not (alone and ends_sentence(previous))
        if broken and (_is_full(previous, line, width) or line[0].islower()):
            joined[-1] += " " + line
        else:
            joined.append(line)
        previous = line
    return joined
