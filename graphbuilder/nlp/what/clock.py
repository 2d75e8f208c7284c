"""Clock: hangs every time expression of a document on the word it dates, by the clause it stands in.

It must not know events beyond their trigger words, and resolves nothing; what a date does to an event is dating.py's business.
"""

from typing import TYPE_CHECKING, Final, Literal

from msgspec.structs import replace

from graphbuilder.nlp.what.plans import WEEKDAYS

if TYPE_CHECKING:
    from datetime import date

    from graphbuilder.nlp.what.tree import Tree
    from graphbuilder.records.annotation import TimeMention

MODIFIER_DEPS = frozenset({"amod", "compound", "nummod", "nmod", "poss", "det"})
TIME_PREPS = frozenset({
    "on", "in", "at", "during", "by", "since", "until", "from", "for", "of", "over", "within", "late", "early",
    "to", "between", "through", "till", "before", "after",
})  # fmt: skip

NOUN_DEPS = MODIFIER_DEPS | {"npadvmod"}
OCCASIONS = frozenset({
    "conference", "address", "speech", "interview", "briefing", "hearing", "ceremony", "session", "broadcast", "appearance",
    "lecture", "sermon", "debate",
})  # fmt: skip
"""Nouns whose day is also that of what was said or done there: "In a Monday news conference, she accused Peru"."""
APPROACHES: Final[dict[str, Literal["before", "after"]]] = {
    "run-up": "before", "lead-up": "before", "build-up": "before", "runup": "before", "eve": "before", "aftermath": "after",
    "wake": "after",
}  # fmt: skip
"""Nouns beside another event: "in the run-up to the election in November" lies before it, on no day of it."""
GIVING_UP = frozenset({"refuse", "decline", "reject", "deny", "back", "oppose", "support"})
"""Verbs that own the day which the parser gives to the infinitive under them: "refused to send shells on Tuesday"."""

JUDGING = frozenset({
    "condemn", "denounce", "deplore", "criticize", "criticise", "decry", "praise", "welcome", "mourn", "regret", "lament",
})  # fmt: skip
"""Verbs of an opinion on an event: in "condemned the attack in Cairo on 5 March" the day is the attack's."""
BESIDE_EVENTS = frozenset({"follow", "precede", "dominate", "overshadow", "mar", "disrupt", "interrupt"})
"""Verbs that only set something beside an event: in "It followed a meeting in July" the month is the meeting's."""


class Clock:
    """The time expressions of one document, each with the word it hangs on; `published` is the day they count from."""

    def __init__(
        self, tree: "Tree", times: "tuple[TimeMention, ...]", anchors: set[int], published: "date | None" = None
    ) -> None:
        self.tree = tree
        self.published = published
        self.at: dict[int, list[TimeMention]] = {}
        self.spans: list[tuple[int, int, TimeMention]] = []
        self.of_noun: dict[int, list[TimeMention]] = {}
        for time in times:
            first = tree.at.get(time.start_char)
            if first is None:
                span = tree.doc.char_span(time.start_char, time.end_char, alignment_mode="expand")
                if span is None:
                    continue
                first = span.start
            last = first
            while last + 1 < len(tree) and tree.starts[last + 1] < time.end_char:
                last += 1
            self.spans.append((first, last, time))
            anchor = self._anchor(first, last, anchors)
            beside = None if anchor is None else self._beside(last, anchor)
            hung = time if beside is None else replace(time, relation=beside)
            if anchor is not None:
                self.at.setdefault(anchor, []).append(hung)
            elif tree.dep[last] in {"poss", "compound", "nmod"} or tree.dep[first] == "poss":
                self.of_noun.setdefault(tree.head[last], []).append(time)

    def follows(self, time: "TimeMention", word: str) -> bool:
        """Say whether a time stands directly after a word."""
        return any(first > 0 and self.tree.word[first - 1] == word for first, _, found in self.spans if found is time)

    def _anchor(self, first: int, last: int, anchors: set[int]) -> int | None:
        """Return the event word or verb that an expression hangs on."""
        tree = self.tree
        here = next(
            (t for t in range(last, first - 1, -1) if not first <= tree.head[t] <= last or tree.head[t] == t), last
        )
        if here in anchors:
            return here
        for _ in range(8):
            head, dep = tree.head[here], tree.dep[here]
            if head == here:
                return here if tree.is_verb(here) else None
            if head in anchors or tree.is_verb(head):
                return self._judged(head, first, anchors) or self._told(head, first)
            if dep in NOUN_DEPS and tree.pos[head] in {"NOUN", "PROPN"} and not first <= head <= last:
                if tree.lemma[head] in OCCASIONS and head not in anchors:  # "said at a Monday briefing"
                    here = head
                    continue
                if dep in MODIFIER_DEPS:
                    return None  # "the 2015 accord": the year belongs to the thing
            if dep == "prep" and tree.word[here] not in TIME_PREPS:
                return None
            here = head
        return None

    def _beside(self, here: int, anchor: int) -> 'Literal["before", "after"] | None':
        """Return on which side of its time an event lies that reaches it only through "the run-up to" another."""
        tree = self.tree
        while here != anchor and tree.head[here] != here:
            here = tree.head[here]
            word = tree.word[here]
            if word == "up":
                word = f"{tree.word[here - 2 if tree.word[here - 1] == '-' else here - 1]}-up"
            if here != anchor and word in APPROACHES:
                return APPROACHES[word]
        return None

    def _judged(self, verb: int, time: int, anchors: set[int]) -> int | None:
        """Return the event noun that a time directly after its place belongs to, where the parser hung it on an opinion."""
        tree = self.tree
        if tree.lemma[verb] in BESIDE_EVENTS and verb not in anchors:
            beside = tree.kid(verb, "dobj")
            return beside if beside in anchors and beside < time else None
        noun = tree.kid(verb, "dobj") if tree.lemma[verb] in JUDGING else None
        if noun is None or noun not in anchors or time < 3:
            return None
        if (
            tree.tag[verb] == "VBD" and tree.word[time] in WEEKDAYS
        ):  # "criticised the arrest in Cairo on Monday" is either
            return None
        last = time - 2 if tree.word[time - 1] in TIME_PREPS else time - 1
        prep = tree.head[last]
        placed = tree.dep[last] == "pobj" and tree.word[prep] in {"in", "at", "near"} and tree.pos[last] == "PROPN"
        return noun if placed and noun in tree.ancestors(prep) else None

    def _told(self, verb: int, time: int) -> int:
        """Give a time before a trailing "..., the ministry said" to what was told, where the parser hung it on "said"."""
        tree = self.tree
        above = tree.head[verb]
        if (
            tree.dep[verb] in {"xcomp", "ccomp"}
            and tree.lemma[above] in GIVING_UP
            and tree.tag[verb] == "VB"
            and tree.tag[above] == "VBD"
            and time > verb
        ):
            return above
        clause, speaker = tree.kid(verb, "ccomp"), tree.kid(verb, "nsubj")
        if clause is not None and speaker is not None and clause < time < min(speaker, verb):
            return clause
        return verb
