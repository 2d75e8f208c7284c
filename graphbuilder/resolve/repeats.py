"""When a mention tells an event of the same document again: whom it turns on, a headline and its lead, and what says "another".

It decides about one mention and one event told before; which are compared and how they are joined is within.py's business.
"""

import re
from dataclasses import dataclass, field

from graphbuilder.records.annotation import Annotation, EventMention, Status
from graphbuilder.records.document import Document
from graphbuilder.records.resolution import EventCandidate
from graphbuilder.resolve.compatibility import (
    AGENTS,
    FOCUS,
    PATIENTS,
    dates_meet,
    family,
    named,
    only_assumed,
    places_meet,
    share_crowd,
    share_place,
)
from graphbuilder.resolve.retold import contrary, differ, told_again, wording

SPEECH_GAP = 1
"""Statements of one speaker at most so many sentences apart are one statement, split by its "he said"."""
TOP = 4
"""A headline is one of the first so many sentences."""
LEAD = 3
"""A headline is told again at most so many sentences after it."""
HEADLINE_WORDING = 0.4
"""Share of telling words that a headline has in common with its lead."""
BY_MODE = frozenset({"Sanction", "Coercion", "Mobilization", "Retreat", "Aid"})
"""Types whose modes are deeds of their own."""
_ENDS = re.compile(r"[.!?…:;,][\"'”’)]*$")


@dataclass(slots=True)
class LocalEvent:
    """Mentions of one document taken for one occurrence so far."""

    candidate: EventCandidate
    indexes: list[int] = field(default_factory=list)
    mentions: list[EventMention] = field(default_factory=list)

    @property
    def last_sentence(self) -> int:
        """The last sentence that tells of it."""
        return max(mention.sentence for mention in self.mentions)


def headlines_of(document: Document, annotation: Annotation) -> frozenset[int]:
    """Return which sentences are headlines: of the first few, what fills a line of its own and has no full stop."""
    text = document.text
    found: set[int] = set()
    for sentence in annotation.sentences[:TOP]:
        words = text[sentence.start_char : sentence.end_char]
        line = words.strip()
        after = text[sentence.start_char + len(words.rstrip()) :].lstrip(" \t")
        before = text[: sentence.start_char].rstrip(" \t")
        alone = (not before or before.endswith("\n")) and after.startswith("\n")
        if line and alone and "\n" not in line and not _ENDS.search(line):
            found.add(sentence.index)
    return frozenset(found)


def can_be(mention: EventMention, candidate: EventCandidate, event: LocalEvent, headlines: frozenset[int]) -> bool:
    """Return whether a mention can tell of an event that other mentions of its document made."""
    other = event.candidate
    if candidate.status is not other.status or family(candidate.type) != family(other.type):
        return False
    if not dates_meet(candidate, other) or not places_meet(candidate, other) or _is_another(mention, event):
        return False
    if candidate.type in BY_MODE and candidate.plover_mode and other.plover_mode not in {None, candidate.plover_mode}:
        return False  # "recalled its ambassador ... expelled two diplomats"
    if only_assumed(candidate, other) and (candidate.type != other.type or differ(candidate, other)):
        return False
    if _headline_and_lead(mention, candidate, event, headlines):
        return True
    if FOCUS[candidate.type] == "words":
        near = abs(mention.sentence - event.last_sentence) <= SPEECH_GAP
        return near and candidate.type == "Statement" and _same_speaker(candidate, other)
    ours, theirs = named(candidate.participants), named(other.participants)
    if mention.sentence != event.last_sentence and told_again(candidate, other):
        return True
    dated = candidate.start is not None and other.start is not None
    if candidate.type != other.type:
        return dated and len(ours) > 1 and ours == theirs
    if not ours and not theirs and share_crowd(candidate, other):
        return dated
    if not ours or not theirs:
        return not ours and mention.definite and mention.nominal and candidate.status is Status.ACTUAL
    within = ours <= theirs or theirs <= ours
    return within and not _swapped(candidate, other) and _turns_on_same(mention, candidate, event)


def _is_another(mention: EventMention, event: LocalEvent) -> bool:
    """Return whether a mention says that it is none of those before: "a second attack", "met again"."""
    if any(one.another for one in event.mentions):
        return False
    return mention.another and min(one.sentence for one in event.mentions) <= mention.sentence


def _headline_and_lead(
    mention: EventMention, candidate: EventCandidate, event: LocalEvent, headlines: frozenset[int]
) -> bool:
    """Return whether one tells in a headline what the other tells in the lead, by the same verb or noun.

    "Gunman kills two in Varna", then "A dismissed clerk killed two colleagues in Varna": the headline names nobody.
    """
    other = event.candidate
    pairs = [one for one in event.mentions if (one.sentence in headlines) != (mention.sentence in headlines)]
    if not any(abs(one.sentence - mention.sentence) <= LEAD and _base(one) == _base(mention) for one in pairs):
        return False
    if candidate.type != other.type or differ(candidate, other) or contrary(candidate, other):
        return False
    return not _swapped(candidate, other) and wording(candidate, other) >= HEADLINE_WORDING


def _base(mention: EventMention) -> str:
    """Return the verb or noun that tells an event, without what carries it."""
    return mention.rule.partition("+")[0]


def _turns_on_same(mention: EventMention, candidate: EventCandidate, event: LocalEvent) -> bool:
    """Return whether two accounts share more than one who acts in both: "Peru tested a missile. ... Peru moved two brigades"."""
    other = event.candidate
    if mention.definite or _base(mention) in {_base(one) for one in event.mentions}:
        return True
    if candidate.date_basis == other.date_basis == "stated" and candidate.start is not None:
        return True
    if len(named(candidate.participants) & named(other.participants)) > 1:
        return True
    kind = FOCUS[candidate.type]
    if kind not in {"patient", "pair"}:
        return share_place(candidate, other)
    ours, theirs = _patients(candidate), _patients(other)
    if ours and theirs:
        return bool(ours & theirs)
    beside = mention.sentence in {one.sentence for one in event.mentions}
    return kind == "patient" or (beside and not contrary(candidate, other))  # "opened fire, killing two clerks"


def _patients(account: EventCandidate) -> frozenset[str]:
    """Return to whom it was done, with a name or without."""
    return frozenset(p.entity for p in account.participants if p.role in PATIENTS)


def _same_speaker(left: EventCandidate, right: EventCandidate) -> bool:
    ours = {p.entity for p in left.participants if p.role in AGENTS}
    return bool(ours) and ours == {p.entity for p in right.participants if p.role in AGENTS}


def _swapped(left: EventCandidate, right: EventCandidate) -> bool:
    """Return whether somebody acts in one account and suffers in the other."""
    return bool(
        (named(left.participants, AGENTS) & named(right.participants, PATIENTS))
        - named(left.participants, PATIENTS)
    ) or bool(
        (named(right.participants, AGENTS) & named(left.participants, PATIENTS))
        - named(right.participants, PATIENTS)
    )  # fmt: skip
