"""What the words say about any predicate, event of ours or not: the door for those who bring their own words.

It adds nothing to the clause walk of status.py.
"""

from typing import TYPE_CHECKING, Final

from graphbuilder.nlp.what.lexicon import Frame, load_lexicon
from graphbuilder.nlp.what.status import Sense, sense_of
from graphbuilder.nlp.what.tree import Tree
from graphbuilder.nlp.what.triggers import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

_ANY_WORD: Final = Frame(rule="given", label="")


def senses_at(doc: "Doc", spans: "Iterable[tuple[int, int]]") -> list[Sense | None]:
    """Return status, cue and operators of the words at these spans, one for each.

    Args:
        doc: The parsed document.
        spans: First character of each word, and the character after it.

    Returns:
        None where a span holds no token.
    """
    tree, lexicon = Tree(doc), load_lexicon()
    found: list[Sense | None] = []
    for start, end in spans:
        words = doc.char_span(start, end, alignment_mode="expand")
        if words is None:
            found.append(None)
            continue
        token = words.root.i
        hit = Hit(token=token, first=words.start, last=words.end - 1, frame=_ANY_WORD, carrier=token, carried_by="self")
        found.append(sense_of(tree, lexicon, hit))
    return found
