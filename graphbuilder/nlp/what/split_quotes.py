"""Split quotations: a clause that its speaker interrupts ("The talks," Lind said, "will resume in Rome.") made one again.

Changes the tree's own columns, never spaCy's document. It must not know events.
"""

from typing import TYPE_CHECKING

from graphbuilder.nlp.what.moves import move

if TYPE_CHECKING:
    from graphbuilder.nlp.what.tree import Tree

MARKS = frozenset({'"', "“", "”"})
SPEAKING = frozenset({"said", "says", "told", "tells", "added", "adds"})
SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
HEADS = frozenset({"NOUN", "PROPN", "PRON"})
FAR = 14
"""Words that a speaker with his office and day may take."""


def join_split_quotes(tree: "Tree") -> None:
    """Hang both halves of a quotation below the verb of speech that stands between them."""
    for verb, word in enumerate(tree.word):
        if word in SPEAKING:
            halves = _halves(tree, verb)
            if halves is not None:
                _join(tree, verb, *halves)


def _halves(tree: "Tree", verb: int) -> tuple[range, range] | None:
    """Return the words of both halves of the quotation that a verb of speech interrupts; None where it interrupts none."""
    number = tree.sentence[verb]
    first = tree.begins[number]
    after = tree.begins[number + 1] if number + 1 < len(tree.begins) else len(tree)
    closing = next((here for here in range(verb - 1, max(first, verb - FAR), -1) if tree.word[here] in MARKS), None)
    opening = next((here for here in range(verb + 1, min(after, verb + FAR)) if tree.word[here] in MARKS), None)
    if closing is None or opening is None or tree.word[opening - 1] != ",":
        return None
    if tree.word[closing - 1] != "," or any(tree.tag[here] in FINITE for here in range(closing, verb)):
        return None
    begin = next((here for here in range(closing - 1, first - 1, -1) if tree.word[here] in MARKS), None)
    return None if begin is None else (range(begin + 1, closing - 1), range(opening + 1, after))


def _join(tree: "Tree", verb: int, first: range, second: range) -> None:
    """Make the second half's verb what is said, and the first half its subject, where each half lacks the other's."""
    told = _top(tree, second)
    if told is None or not tree.is_verb(told) or not _is_finite(tree, told):
        return
    whole = any(tree.tag[here] in FINITE for here in first)
    subject = None if whole else _top(tree, first)
    lacking = tree.kid(told, *SUBJECTS) is None
    if subject is not None and tree.pos[subject] in HEADS and lacking:
        passive = tree.kid(told, "auxpass") is not None
        move(tree, subject, told, "nsubjpass" if passive else "nsubj")
    elif whole and tree.dep[told] == "conj" and tree.head[told] == verb:
        opened = _top(tree, first)
        if opened is not None and tree.is_verb(opened):  # "We met Lind," she said, "and we will meet him again."
            move(tree, told, opened, "conj")
        return
    elif lacking or whole:
        return
    if tree.head[told] != verb:
        above, dep = tree.head[verb], tree.dep[verb]
        if told == above:  # "said" hangs on what was said
            top = tree.head[told] == told
            move(tree, verb, verb if top else tree.head[told], "ROOT" if top else tree.dep[told])
        elif dep != "ROOT":
            return
    move(tree, told, verb, "ccomp")


def _top(tree: "Tree", half: range) -> int | None:
    """Return the head of a half: its one word, marks aside, that hangs on nothing inside."""
    tops = [
        here
        for here in half
        if tree.pos[here] != "PUNCT"
        and tree.dep[here] != "cc"
        and (tree.head[here] not in half or tree.head[here] == here)
    ]
    return tops[0] if len(tops) == 1 else None


def _is_finite(tree: "Tree", verb: int) -> bool:
    return tree.tag[verb] in FINITE or any(tree.tag[kid] in FINITE for kid in tree.all_kids(verb, "aux", "auxpass"))
