"""When a position began and ended: "since 2019", "from 2014 to 2018", "who took office in January", "stepped down in May".

A time counts for a position only where the parse hangs it on the position's own noun, on the verb that says the position, or on
a verb of taking or leaving office whose subject is the holder. A month is its first day for a beginning and its last for an end.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from graphbuilder.nlp.who.changes import POWER, Change, change_of
from graphbuilder.nlp.who.handovers import apposed, handed_beside, read_handover
from graphbuilder.nlp.who.office_kinds import in_office
from graphbuilder.nlp.who.predicates import (
    COPULAS,
    LEAVING,
    NAMING,
    REPLACING,
    denied,
    held_post,
    is_passive,
    naming_verb,
    passive_fits,
    subjects,
)
from graphbuilder.nlp.who.replacements import LEAVING as LEFT
from graphbuilder.nlp.who.replacements import REMOVING, left, removed
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityMention, PositionMention, TimeMention

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LEAVES = re.compile(r"\b(?:resign|retire|abdicat|quit|dismiss|sack|fire|oust|depos|overthr|remov|toppl|unseat)")
"""What a text has in it that tells of somebody's leaving office."""
_STATES = frozenset({"be", "serve", "work", "act", "remain", "govern", "rule"})
_LAST_DAYS = frozenset({"death", "resignation", "defeat", "ouster", "removal", "retirement", "dismissal", "overthrow"})
_SECOND = ("vice ", "deputy ")
"""Who takes over another's office: "The vice president took over in March" is no beginning of his own."""
_SPANS = frozenset({"since", "until"})
_TO = frozenset({"until", "till", "through", "to"})


def date_positions(
    doc: "Doc",
    positions: Sequence[PositionMention],
    mentions: Sequence[EntityMention],
    times: Sequence[TimeMention],
    *,
    published: date | None,
) -> tuple[PositionMention, ...]:
    """Return the positions with the days a text gives them; one that ended before the text appeared is a former one.

    Args:
        doc: The parsed document.
        positions: The positions found in it.
        mentions: Its mentions, which tell the subjects of "took office".
        times: Its times.
        published: The day the document appeared; None leaves `former` as the words say.
    """
    dated = [time for time in times if time.kind == "DATE" and time.start is not None and time.end is not None]
    leaving = _LEAVES.search(doc.text) is not None
    if not positions or not (dated or leaving):
        return tuple(positions)
    reader = _Terms(View(doc), list(positions), mentions, published)
    for time in dated:
        reader.read(time)
    if leaving:
        reader.leave(published)
    return tuple(
        replace(position, former=True)
        if position.end is not None and published is not None and position.end < published
        else position
        for position in reader.positions
    )


class _Terms:
    """The positions of one document while their days are being read."""

    def __init__(
        self,
        view: View,
        positions: list[PositionMention],
        mentions: Sequence[EntityMention],
        published: date | None,
    ) -> None:
        self.view = view
        self.published = published
        self.positions = positions
        self.spans = [self._tokens(position.start_char, position.end_char) for position in positions]
        self.heads = [view.root(start, end) for start, end in self.spans]
        self.entity: dict[int, int] = {}
        for mention in mentions:
            if len(mention.entities) == 1 and not mention.with_others:
                start, end = self._tokens(mention.start_char, mention.end_char)
                self.entity[view.root(start, end)] = mention.entities[0]
        for head, position in zip(self.heads, positions, strict=True):
            if view.deps[head] in {"nsubj", "nsubjpass"}:  # "Sudan's army chief Bo Baker was ousted": head "chief"
                self.entity.setdefault(head, position.holder)

    def _tokens(self, start_char: int, end_char: int) -> tuple[int, int]:
        first = bisect_right(self.view.starts, start_char) - 1
        return first, max(first + 1, bisect_right(self.view.starts, end_char - 1))

    def read(self, time: TimeMention) -> None:
        """Give a time to the position it tells of, where there is one."""
        view = self.view
        start, end = self._tokens(time.start_char, time.end_char)
        lead = view.lower[start]
        anchor = view.heads[view.root(start, end)]
        while view.pos[anchor] in {"ADP", "SCONJ"} and view.heads[anchor] != anchor:
            lead = view.lower[anchor] if anchor < start and lead not in _SPANS else lead  # "in power since 1994"
            anchor = view.heads[anchor]
        place = start if view.pos[start] in {"ADP", "SCONJ"} else start - 1
        if view.lower[anchor] in _LAST_DAYS and view.lower[view.heads[anchor]] in {"until", "till"}:
            lead, place = "until", view.heads[anchor]
            anchor = view.heads[place]  # "president from 2005 until his death in 2011"
            while view.pos[anchor] == "ADP" and view.heads[anchor] != anchor:
                anchor = view.heads[anchor]
        if self._hand(anchor, lead, time):
            return
        for verb, dated in handed_beside(view, anchor):
            self._hand(verb, lead, time, begins=not dated)
        own = [
            number
            for number, (first, last) in enumerate(self.spans)
            if first <= anchor < last and view.deps[self.heads[number]] not in {"compound", "nmod"}
        ]
        if not own and anchor in self.entity:
            own = self._ending_at(place, self.entity[anchor])
        for number in own:
            change = self._said(number) if view.deps[self.heads[number]] in {"attr", "oprd", "pobj"} else "state"
            self._set(number, change or "state", lead, time)
        if own:
            return
        if anchor in self.entity and POWER & set(view.lower[start - 2 : start]):
            anchor = start - 1 - (view.lower[start - 1] not in POWER)  # "Able, in office since 2016 as mayor,"
        if view.lower[anchor] in POWER and view.lower[anchor - 1] == "in":  # "Able, in office since 2016,"
            held = [
                n
                for n, (first, _) in enumerate(self.spans)
                if self._current(n, anchor) and (first < anchor or view.lower[first - 1] == "as")
            ]
            if held:
                self._set(held[-1], "state", lead, time)
            return
        if view.pos[anchor] not in {"VERB", "AUX"} or denied(view, anchor):
            return
        said = [number for number in range(len(self.positions)) if self._verb(number) == anchor]
        for number in said:
            change = self._said(number)
            if change is not None:
                self._set(number, change, lead, time)
        if said:
            return
        change = change_of(view, anchor)
        if self._too_late(anchor, time):
            return
        number_of = None if change is None else self._position_of(anchor)
        if change is not None and number_of is not None:
            self._set(number_of, change, lead, time)

    def leave(self, published: date | None) -> None:
        """Make those former holders who were removed or gave up their office, whether a day is told or not."""
        for verb, lemma in enumerate(self.view.lemmas):
            if lemma not in REMOVING | LEFT or not (removed(self.view, verb) or left(self.view, verb)):
                continue
            number = self._position_of(verb)
            if number is None:
                continue
            position = self.positions[number]
            if position.end is None or published is None or position.end <= published:
                self.positions[number] = replace(position, former=True)

    def _hand(self, verb: int, lead: str, time: TimeMention, *, begins: bool = True) -> bool:
        """Give a day to both sides of a handover; return whether the verb tells one of an office that both are said to hold."""
        handover = read_handover(self.view, verb)
        if handover is None:
            return False
        leaving, coming = self._held(handover.leaving), self._held(handover.coming)
        for old in leaving:
            for new in coming:
                one, other = self.positions[old], self.positions[new]
                if (
                    (in_office(one.kind), one.of) == (in_office(other.kind), other.of)
                    and one.holder != other.holder
                    and not other.former
                ):
                    self._set(old, "end", lead, time)
                    if begins:
                        self._set(new, "begin", lead, time)
                    return True
        return False

    def _held(self, tokens: Sequence[int]) -> list[int]:
        """The positions of those a few tokens mean, the latest first."""
        holders = {self.entity[spot] for spot in [*tokens, *apposed(self.view, tokens)] if spot in self.entity}
        return [number for number in reversed(range(len(self.positions))) if self.positions[number].holder in holders]

    def _ending_at(self, place: int, holder: int) -> list[int]:
        """The position of a holder that ends at a token: "Able, NATO's secretary-general from 2009 to 2014,"."""
        return [
            number
            for number, (_, last) in enumerate(self.spans)
            if last <= place <= last + 2
            and self.positions[number].holder == holder
            and "," not in self.view.words[last:place]
        ]

    def _current(self, number: int, place: int) -> bool:
        """Whether a position is told in the sentence of a token, and not as a former one."""
        position = self.positions[number]
        return position.sentence == self.view.sentence_of[place] and not position.former

    def _verb(self, number: int) -> int | None:
        """The verb a position is said by: "was" in "was mayor", "served" in "served as mayor"."""
        view, head = self.view, self.heads[number]
        verb = view.heads[head]
        if view.deps[head] == "appos":
            return naming_verb(view, head)
        if view.deps[head] == "pobj" and view.lower[verb] == "as":
            verb = view.heads[verb]
            return view.heads[verb] if view.pos[verb] in {"NOUN", "PROPN"} else verb
        return verb if view.deps[head] in {"attr", "oprd", "xcomp", "dobj"} else held_post(view, head)

    def _said(self, number: int) -> Change | None:
        verb = self._verb(number)
        if verb is None or denied(self.view, verb):
            return None
        lemma = self.view.lemmas[verb]
        if lemma in LEAVING:
            return "end"
        if lemma == "become" or lemma in NAMING - {"elect", "re-elect", "reelect", "nominate"}:
            return "begin"
        if lemma in REPLACING:
            ends = self.positions[number].former
            return "end" if ends else "begin"
        if lemma in _STATES or lemma in COPULAS:
            return "state"
        return change_of(self.view, verb)

    def _position_of(self, verb: int) -> int | None:
        """The position of a verb's subject: the one of the same sentence, else the latest before it."""
        view = self.view
        active = view.lemmas[verb] in REMOVING and not is_passive(view, verb) and view.deps[verb] != "acl"
        spots = list(removed(view, verb)) if active else subjects(view, verb)
        if not spots and view.deps[verb] == "xcomp" and view.lemmas[view.heads[verb]] == "be":
            spots = subjects(view, view.heads[verb])  # "Able is to leave office on Friday"
        holders = {self.entity[spot] for spot in spots if spot in self.entity and (active or passive_fits(view, verb))}
        sentence = self.view.sentence_of[verb]
        held = [
            number
            for number, position in enumerate(self.positions)
            if position.holder in holders
            and position.sentence <= sentence
            and (not position.former or self._relative(number, verb))
            and not (view.lemmas[verb] == "take" and position.kind.startswith(_SECOND))
        ]
        return max(held, key=lambda number: (self.positions[number].sentence, -number), default=None)

    def _relative(self, number: int, verb: int) -> bool:
        """Whether a verb's clause hangs on the office itself: "the former minister who resigned in 2013"."""
        first, last = self.spans[number]
        return self.view.deps[verb] == "relcl" and first <= self.view.heads[verb] < last

    def _too_late(self, verb: int, time: TimeMention) -> bool:
        """Whether what is over is told of a day to come, which is then another year's: "resigned on April 7", in March."""
        day = time.start
        return day is not None and self.published is not None and day > self.published and self.view.tags[verb] == "VBD"

    def _set(self, number: int, change: Change, lead: str, time: TimeMention) -> None:
        position = self.positions[number]
        first, last = time.value.partition("/")[::2]
        start = end = None
        if change == "begin":
            start = None if first == ".." or lead in _TO else time.start
        elif change == "end":
            end = None if last == ".." else time.end
        elif first == ".." or (not last and lead in _TO):
            end = time.end
        elif last == ".." or (not last and lead in {"since", "from"}):
            start = time.start
        elif last and lead in {"from", "between", "since"}:
            start, end = time.start, time.end
        if change == "begin" and start is not None and position.kind.endswith("-designate"):  # the day tells it better
            position = replace(position, kind=in_office(position.kind), title=in_office(position.title))
        self.positions[number] = replace(position, start=position.start or start, end=position.end or end)
