"""Sequence: AFTER between an event and one of the sentence before, where the text counts from it: "two days later", "then".

It reads the words that point back to what was just told; it never orders events by their dates alone, and joins none.
"""

import re
from typing import TYPE_CHECKING

from graphbuilder.nlp.what.gaps import read_gap
from graphbuilder.nlp.what.ordering import TOLD, link_in_time
from graphbuilder.records.annotation import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuilder.nlp.what.clock import Clock
    from graphbuilder.nlp.what.drafts import Draft
    from graphbuilder.nlp.what.tree import Tree

_UNIT = "(?:day|morning|afternoon|evening|night|week|month|year)"
_LATER = re.compile(rf"the (?:very )?(?:following|next) {_UNIT}|the {_UNIT} after|\S.* (?:later|afterwards?)")
_EARLIER = re.compile(rf"the (?:previous|preceding) {_UNIT}|the {_UNIT} before|\S.* earlier")
_COUNTS_DAYS = re.compile(r"\b(?:day|morning|afternoon|evening|night)s?\b")
SHORT = frozenset({"hour", "minute", "moment"})
"""Units too short for a date: "Hours later, police arrested Lind"."""
THEN = frozenset({"then", "afterwards", "afterward", "subsequently", "thereafter"})
MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis"})
BACK = 2
"""So many sentences back what is counted from is looked up."""


def link_in_sequence(tree: "Tree", clock: "Clock", drafts: "list[Draft]") -> None:
    """Link each event of a main clause that is counted from what the sentences before told."""
    by_word = {word: draft for draft in reversed(drafts) for word in (draft.hit.carrier, draft.hit.token)}
    for anchor, later, counts_days, told in _counted(tree, clock):
        draft = by_word.get(anchor)
        if draft is None or not _is_told(tree, draft):
            continue
        other = _counted_from(tree, draft, drafts, later=later)
        if other is not None:
            late, early = (draft, other) if later else (other, draft)
            link_in_time(late, early, (_days_between(late, early) if counts_days else None) or told)
    for index, word in enumerate(tree.word):
        if word not in THEN or tree.dep[index] != "advmod" or tree.word[index - 1] in {"back", "since", "by", "until"}:
            continue
        draft = by_word.get(tree.head[index])
        if draft is None or tree.dep[draft.hit.carrier] not in {"ROOT", "ccomp"} or not _is_told(tree, draft):
            continue
        before = [old for old in _main(tree, draft, drafts, 1) if old.people() & draft.people()]
        if before:
            link_in_time(draft, before[-1], None)


def _counted(tree: "Tree", clock: "Clock") -> "Iterator[tuple[int, bool, bool, str | None]]":
    """Yield the words that a count from the last event hangs on, whether it counts forward, whether in days, and how far."""
    for anchor, times in sorted(clock.at.items()):
        for time in times:
            text = tree.text[time.start_char : time.end_char].lower()
            later = _LATER.fullmatch(text) is not None
            if later or _EARLIER.fullmatch(text):
                yield anchor, later, _COUNTS_DAYS.search(text) is not None, read_gap(text)
    for index in range(1, len(tree)):
        if tree.word[index] in {"later", "earlier"} and tree.lemma[index - 1] in SHORT:
            yield tree.head[index], tree.word[index] == "later", False, None


def _is_told(tree: "Tree", draft: "Draft") -> bool:
    return draft.sense.status in TOLD and draft.label != "Statement" and tree.dep[draft.hit.carrier] in MAIN


def _main(tree: "Tree", draft: "Draft", drafts: "list[Draft]", back: int) -> "list[Draft]":
    """Return what the main clauses of the nearest sentence before told, at most `back` sentences away."""
    for gap in range(1, back + 1):
        found = [old for old in drafts if old.sentence == draft.sentence - gap and _is_told(tree, old)]
        if found:
            return [] if draft.sense.status is Status.ACTUAL and found[-1].sense.status is Status.PLANNED else found
    return []


def _counted_from(tree: "Tree", draft: "Draft", drafts: "list[Draft]", *, later: bool) -> "Draft | None":
    """Return the event that a day is counted from: the last one of an earlier day, or the only one where no day is known."""
    before = _main(tree, draft, drafts, BACK)
    if draft.start is None or any(old.start is None for old in before):
        return before[0] if len(before) == 1 else None
    fitting = [old for old in before if old.start is not None and (old.start < draft.start) is later]
    return next((old for old in reversed(fitting) if old.start != draft.start), None)


def _days_between(late: "Draft", early: "Draft") -> str | None:
    """Return the gap of two dated days as an ISO duration."""
    if late.start is None or early.start is None or {late.precision, early.precision} != {"day"}:
        return None
    days = (late.start - early.start).days
    return f"P{days}D" if days > 0 else None
