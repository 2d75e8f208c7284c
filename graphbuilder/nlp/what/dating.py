"""Dating: gives each event its own date: the time expression of its clause, a duration's end, the distance to another event.

It never invents: a date that the clause does not state is marked published or inherited. It must not resolve expressions;
graphbuilder.nlp.when did.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from graphbuilder.nlp.what.status import negation_at
from graphbuilder.records.annotation import Status

if TYPE_CHECKING:
    from graphbuilder.nlp.what.drafts import Draft
    from graphbuilder.nlp.what.lexicon import Lexicon
    from graphbuilder.nlp.what.tree import Tree
    from graphbuilder.records.annotation import Precision, TimeMention

FINENESS = ("day", "week", "month", "quarter", "season", "year", "decade", "unknown")
LASTING = frozenset({"Trip", "Negotiation", "Summit", "Meeting", "Protest", "Mobilization", "Cooperation"})
SPAN_VALUE = re.compile(r"P(\d+)([DWMY])")
LEAD_SENTENCES = 2
"""Sentences in which an undated past event is today's news."""
MODIFIER_DEPS = frozenset({"amod", "compound", "nummod", "nmod", "poss", "det"})
TIME_PREPS = frozenset({
    "on", "in", "at", "during", "by", "since", "until", "from", "for", "of", "over", "within", "late", "early",
    "to", "between", "through", "till", "before", "after",
})  # fmt: skip


WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


class Clock:
    """The time expressions of one document, each with the word it hangs on; `published` is the day they count from."""

    def __init__(
        self, tree: "Tree", times: "tuple[TimeMention, ...]", anchors: set[int], published: "date | None" = None
    ) -> None:
        self.tree = tree
        self.published = published
        starts = {start: index for index, start in enumerate(tree.starts)}
        self.at: dict[int, list[TimeMention]] = {}
        self.spans: list[tuple[int, int, TimeMention]] = []
        for time in times:
            first = starts.get(time.start_char)
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
            if anchor is not None:
                self.at.setdefault(anchor, []).append(time)

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
                return self._told(head, first)
            if dep in MODIFIER_DEPS and tree.pos[head] in {"NOUN", "PROPN"} and not first <= head <= last:
                return None  # "the 2015 accord": the year belongs to the thing
            if dep == "prep" and tree.word[here] not in TIME_PREPS:
                return None
            here = head
        return None

    def _told(self, verb: int, time: int) -> int:
        """Give a time before a trailing "..., the ministry said" to what was told, where the parser hung it on "said"."""
        tree = self.tree
        clause, speaker = tree.kid(verb, "ccomp"), tree.kid(verb, "nsubj")
        if clause is not None and speaker is not None and clause < time < min(speaker, verb):
            return clause
        return verb


def date_from_clause(draft: "Draft", clock: Clock) -> None:
    """Give a draft the date stated in its clause."""
    found: list[TimeMention] = []
    for verb in (*draft.chain, *draft.hit.absorbed):
        found.extend(clock.at.get(verb, ()))
    draft.times = found
    stated = [time for time in found if time.relation is None and time.kind in {"DATE", "TIME"}]
    dated = [time for time in stated if time.start is not None]
    at = clock.tree.starts[draft.hit.token]
    if stated and not dated:  # "met on Monday", where nobody says in which week
        nearest = min(stated, key=lambda time: abs(time.start_char - at))
        draft.basis, draft.date_text = "stated", clock.tree.text[nearest.start_char : nearest.end_char]
    if dated:
        best = min(dated, key=lambda time: (FINENESS.index(time.precision), abs(time.start_char - at)))
        draft.start, draft.end, draft.precision = best.start, best.end, best.precision
        draft.basis, draft.date_text = "stated", clock.tree.text[best.start_char : best.end_char]
        draft.confidence *= 0.7 + 0.3 * best.confidence
        _turn_plan(draft, clock)


def _turn_plan(draft: "Draft", clock: Clock) -> None:
    """Turn the direction of a planned event's date where the plan lies in the past.

    "She had been due to speak on Friday" on a Thursday means tomorrow, the nearer Friday; "had planned to visit in May", written
    in March, the May that is over.
    """
    start, published = draft.start, clock.published
    if start is None or draft.end is None or published is None or "plan" not in draft.sense.operators:
        return
    if draft.precision == "day" and (draft.date_text or "").lower() in WEEKDAYS:
        week = timedelta(days=7 if start < published else -7)
        if abs((start + week - published).days) < abs((start - published).days):
            draft.start, draft.end = start + week, draft.end + week
    elif draft.precision == "month" and draft.sense.background and start > published:
        draft.start = date(start.year - 1, start.month, 1)
        draft.end = date(start.year - 1, start.month, monthrange(start.year - 1, start.month)[1])


def adopt_orphan_times(drafts: "list[Draft]", clock: Clock) -> None:
    """Give an undated event the time of its sentence that hangs on a verb which is no event.

    "Two clerks died when masked men stormed it Sunday."
    """
    tree = clock.tree
    owned = {verb for draft in drafts for verb in draft.chain}
    orphans = [
        (anchor, time)
        for anchor, times in clock.at.items()
        if anchor not in owned and tree.is_verb(anchor)
        for time in times
        if time.start is not None and time.relation is None and time.kind in {"DATE", "TIME"}
    ]
    for draft in drafts:
        if (
            draft.start is not None
            or draft.label == "Statement"
            or draft.sense.background
            or not tree.is_verb(draft.hit.carrier)
        ):
            continue
        if draft.sense.status not in {Status.ACTUAL, Status.PLANNED}:
            continue
        carrier = draft.hit.carrier
        near = [
            (abs(time.start_char - tree.starts[carrier]), anchor, time)
            for anchor, time in orphans
            if tree.sentence[anchor] == draft.sentence
            and (
                carrier in tree.ancestors(anchor)
                or (anchor in tree.ancestors(carrier) and time.start_char > tree.starts[carrier])
            )
        ]
        if near:
            best = min(near, key=lambda found: found[:2])[2]
            draft.start, draft.end, draft.precision = best.start, best.end, best.precision
            draft.basis, draft.date_text = "stated", tree.text[best.start_char : best.end_char]
            draft.confidence *= 0.85


def is_habitual(draft: "Draft") -> bool:
    """Say whether a repeating time makes an event a habit ("meet every spring")."""
    return any(time.kind == "SET" for time in draft.times)


def stretch(draft: "Draft", clock: Clock) -> None:
    """Set the end of a dated event that lasts: "arrived Monday for three days of talks", "a two-day visit"."""
    if draft.start is None or draft.precision != "day" or draft.label not in LASTING:
        return
    for time in draft.times:
        match = SPAN_VALUE.fullmatch(time.value) if time.kind == "DURATION" and time.relation is None else None
        if match is None or match[2] not in "DW":
            continue
        before = next((first for first, _, found in clock.spans if found is time), 0) - 1
        if before >= 0 and clock.tree.word[before] in {"after", "before", "in", "within", "than"}:
            continue
        days = int(match[1]) * (7 if match[2] == "W" else 1)
        draft.end = draft.start + timedelta(days=days - 1)


def date_from_news(tree: "Tree", lexicon: "Lexicon", draft: "Draft", published: "date | None") -> None:
    """Give an undated event of the lead, or an undated statement, the day of publication."""
    sense = draft.sense
    if draft.start is not None or published is None or sense.status is not Status.ACTUAL or sense.background:
        return
    if sense.tense not in {"past", "present"}:
        return
    speech = draft.label == "Statement" and not draft.hit.nominal
    lead = draft.sentence < LEAD_SENTENCES and not draft.hit.nominal
    clause_is_main = tree.dep[draft.hit.carrier] in {"ROOT", "ccomp", "conj", "parataxis"}
    if any(time.start is not None or time.relation for time in draft.times):
        return
    if (speech or (lead and clause_is_main)) and negation_at(tree, lexicon, draft.hit.carrier) is None:
        draft.start = draft.end = published
        draft.precision, draft.basis = "day", "published"
        draft.confidence *= 0.95


def inherit_date(draft: "Draft", source: "Draft", weight: float = 0.9) -> bool:
    """Take over the date of another event; return whether there was one to take."""
    if draft.start is not None or source.start is None:
        return False
    draft.start, draft.end, draft.precision = source.start, source.end, source.precision
    draft.date_text, draft.basis = source.date_text, "inherited"
    draft.confidence *= weight
    return True


def shifted(start: date, gap: str, sign: int) -> "tuple[date, date, Precision] | None":
    """Return first and last day and precision of a day moved by an ISO duration ("P5M" back from July is February)."""
    match = SPAN_VALUE.fullmatch(gap)
    if match is None:
        return None
    count, unit = int(match[1]) * sign, match[2]
    if unit == "D":
        day = start + timedelta(days=count)
        return day, day, "day"
    if unit == "W":
        day = start + timedelta(weeks=count)
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6), "week"
    if unit == "M":
        months = start.year * 12 + start.month - 1 + count
        year, month = divmod(months, 12)
        return date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1]), "month"
    return date(start.year + count, 1, 1), date(start.year + count, 12, 31), "year"
