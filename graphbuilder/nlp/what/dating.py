"""Dating: gives each event its own date: the time expression of its clause, a duration's end, the distance to another event.

It never invents: a date that the clause does not state is marked published or inherited. It must not resolve expressions;
graphbuilder.nlp.when did.
"""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from graphbuilder.nlp.what.contexts import told_age
from graphbuilder.nlp.what.gaps import SPAN_VALUE
from graphbuilder.nlp.what.negation import negation_at
from graphbuilder.nlp.what.plans import turn_plan, was_to_be
from graphbuilder.records.annotation import Status

if TYPE_CHECKING:
    from graphbuilder.nlp.what.clock import Clock
    from graphbuilder.nlp.what.drafts import Draft
    from graphbuilder.nlp.what.lexicon import Lexicon
    from graphbuilder.nlp.what.tree import Tree
    from graphbuilder.records.annotation import TimeMention

FINENESS = ("day", "week", "month", "quarter", "season", "year", "decade", "unknown")
LASTING = frozenset({"Trip", "Negotiation", "Summit", "Meeting", "Protest", "Mobilization", "Cooperation"})
LEAD_SENTENCES = 2
"""Sentences in which an undated past event is today's news."""
SET_FOR = frozenset(
    {"plan", "schedule", "set", "slate", "expect", "due", "arrange", "fix", "call", "announce", "convene", "propose"}
)
"""Participles after an event noun whose day is the event's own: "the summit scheduled for 20 February was cancelled"."""
HAPPENING = frozenset({"take", "happen", "occur", "begin", "start", "be", "go", "follow", "open", "resume"})
"""Infinitives that only say when: "the visit is expected to take place in April"."""
RAN_UNTIL = frozenset({"break", "collapse", "suspend", "abandon", "fall"})
"""Words of cancellation that also date what they ended: "broke off the talks in January"."""
SAME_SPEECH = 6
"""Sentences through which a dated statement may go on."""
MOMENTARY = frozenset({"Meeting", "Trip", "Summit", "Negotiation", "PhoneCall", "Agreement", "Statement", "Election"})
"""Labels that do not last from a day on."""
LASTING_ON = frozenset(
    {"Retreat", "Coercion", "Mobilization", "Protest", "Negotiation", "Cooperation", "Trip", "Summit"}
)
"""Labels that last until a day ahead; "was jailed until March" says nothing of the day on which that was done."""
SAID = frozenset({"Statement", "Accusation", "Support", "Promise", "Request", "Rejection", "Threat"})
"""Labels of what is said: where no time is given, fresh news."""


def date_from_clause(draft: "Draft", clock: "Clock") -> None:
    """Give a draft the date stated in its clause."""
    found = _own_times(draft, clock)
    for verb in () if found else _dating_words(draft, clock):
        found.extend(clock.at.get(verb, ()))
    lasts = draft.label == "Negotiation" and clock.tree.is_verb(draft.hit.token)  # "have been negotiating since May"
    absent = draft.sense.status is Status.NEGATED  # "has not met since June"
    if draft.label in MOMENTARY and not lasts and not absent:  # "met for the first time since March" was not in March
        found = [time for time in found if not time.value.endswith("/..")]
    if draft.sense.status is Status.ACTUAL and draft.label not in LASTING_ON:
        found = [time for time in found if not time.value.startswith("../")]
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
        draft.score *= 0.7 + 0.3 * best.confidence
        _lengthen(draft, clock, best)
        turn_plan(draft, clock)


def _lengthen(draft: "Draft", clock: "Clock", best: "TimeMention") -> None:
    """Let an event of two joined days last both: "held talks on Monday and Tuesday"."""
    text = clock.tree.text
    for other in draft.times:
        if other.precision != "day" or best.precision != "day" or other.start is None or best.end is None:
            continue
        first, second = sorted((best, other), key=lambda time: time.start_char)
        joined = text[first.end_char : second.start_char].split() in (["and"], ["and", "on"])
        if joined and first.end is not None and second.start == first.end + timedelta(days=1):
            draft.start, draft.end = first.start, second.end
            draft.date_text = text[first.start_char : second.end_char]


def _own_times(draft: "Draft", clock: "Clock") -> "list[TimeMention]":
    """Return the times that an event noun's own participle gives it: "a rally planned for Saturday was cancelled"."""
    tree, token = clock.tree, draft.hit.token
    if tree.is_verb(token):
        return []
    inside = [far for prep in tree.all_kids(token, "prep") for far in tree.all_kids(prep, "pobj")]
    clauses = [
        word
        for noun in (token, *inside)  # "the summit of the lake states scheduled for 20 February"
        for clause in tree.all_kids(noun, "acl", "relcl")
        for word in _setting(tree, clause)
    ]
    found = [time for word in clauses for time in clock.at.get(word, ()) if time.start is not None]
    above = tree.head[token]
    if (
        found
        and draft.sense.status is not Status.CANCELLED
        and clock.at.get(draft.hit.carrier)
        and was_to_be(tree, draft)
    ):
        return []  # "Talks that were to have opened on Monday will now begin in April"
    if not found and tree.dep[token] == "nsubjpass" and tree.lemma[above] in SET_FOR:
        found = [time for time in clock.at.get(above, ()) if time.start is not None and clock.follows(time, "for")]
    return found  # "A summit has been proposed for September"


def _setting(tree: "Tree", clause: int) -> list[int]:
    """Return the words of a clause that only set a day: "a trip that was due to begin on Monday", "that was to start"."""
    due = [word for word in (clause, *tree.all_kids(clause, "acomp")) if tree.lemma[word] in SET_FOR]
    starts = [kid for word in (*due, clause) for kid in tree.all_kids(word, "xcomp") if tree.lemma[kid] in HAPPENING]
    return [*due, *starts] if due or tree.lemma[clause] == "be" else []


def _dating_words(draft: "Draft", clock: "Clock") -> list[int]:
    """Return the words whose times are the event's: its clause, what it absorbed, and verbs that only say when."""
    tree, sense = clock.tree, draft.sense
    words = [*draft.chain, *draft.hit.absorbed]
    for head in sense.heads:
        if "plan" in sense.operators:
            words.extend(
                kid for kid in tree.all_kids(head, "xcomp") if tree.lemma[kid] in HAPPENING and kid not in words
            )
        if tree.lemma[head] in RAN_UNTIL and head not in words and sense.status is Status.CANCELLED:
            words.append(head)
    return words


def adopt_orphan_times(drafts: "list[Draft]", clock: "Clock") -> None:
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
            or draft.sense.status not in {Status.ACTUAL, Status.PLANNED}
        ):
            continue
        carrier = draft.hit.carrier
        own = bool(tree.all_kids(carrier, "aux"))  # not "was in Oslo on Monday and will visit Bergen"
        near = [
            (abs(time.start_char - tree.starts[carrier]), anchor, time)
            for anchor, time in orphans
            if tree.sentence[anchor] == draft.sentence
            and (
                (carrier in tree.ancestors(anchor) and not _told_aside(tree, anchor, carrier))
                or (anchor in tree.ancestors(carrier) and time.start_char > tree.starts[carrier])
                or (tree.dep[carrier] == "conj" and tree.head[carrier] == anchor and not own)
            )
        ]
        if near:
            best = min(near, key=lambda found: found[:2])[2]
            draft.start, draft.end, draft.precision = best.start, best.end, best.precision
            draft.basis, draft.date_text = "stated", tree.text[best.start_char : best.end_char]
            draft.score *= 0.85


def _told_aside(tree: "Tree", verb: int, above: int) -> bool:
    """Say whether a verb says something else of somebody: "The bank, which left the club in 2022, welcomed the plan"."""
    while verb != above:
        if tree.dep[verb] == "relcl":
            return True
        verb = tree.head[verb]
    return False


def is_habitual(draft: "Draft") -> bool:
    """Say whether a repeating time makes an event a habit ("meet every spring")."""
    return any(time.kind == "SET" for time in draft.times)


def stretch(draft: "Draft", clock: "Clock") -> None:
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
        if _measures_origin(clock, time):
            continue
        days = int(match[1]) * (7 if match[2] == "W" else 1)
        if "end" in draft.sense.operators:  # "ended three days of talks on Wednesday"
            draft.start, draft.end = (draft.end or draft.start) - timedelta(days=days - 1), draft.end or draft.start
            return
        draft.end = draft.start + timedelta(days=days - 1)


def _measures_origin(clock: "Clock", time: "TimeMention") -> bool:
    """Say whether a duration measures what somebody came from: "returned from a five-day tour"."""
    tree = clock.tree
    first = next((first for first, _, found in clock.spans if found is time), None)
    here = first
    while here is not None and tree.head[here] != here and not tree.is_verb(here):
        if tree.dep[here] == "prep":
            return tree.word[here] in {"from", "after", "following"}
        here = tree.head[here]
    return False


def date_from_object(drafts: "list[Draft]", clock: "Clock") -> None:
    """Give an undated event the day of the noun it is one with: "brokered talks in July", "won Sunday's vote"."""
    tree = clock.tree
    by_token = {draft.hit.token: draft for draft in drafts}
    for draft in drafts:
        if draft.start is not None or draft.times or not tree.is_verb(draft.hit.carrier):
            continue
        for noun in tree.all_kids(draft.hit.carrier, "dobj", "nsubjpass"):
            for here in (noun, *(far for prep in tree.all_kids(noun, "prep") for far in tree.all_kids(prep, "pobj"))):
                other = by_token.get(here)
                if other is not None and other is not draft and other.label == draft.label and other.basis == "stated":
                    draft.start, draft.end, draft.precision = other.start, other.end, other.precision
                    draft.basis, draft.date_text, draft.times = other.basis, other.date_text, other.times
            if draft.start is None and draft.label == "Election":
                time = next((time for time in clock.of_noun.get(noun, ()) if time.start is not None), None)
                if time is not None:
                    draft.start, draft.end, draft.precision = time.start, time.end, time.precision
                    draft.basis, draft.date_text = "stated", tree.text[time.start_char : time.end_char]


def date_from_twin(drafts: "list[Draft]", clock: "Clock") -> None:
    """Give a verb the trailing time of the verb joined to it: "police shot and wounded a sailor in January"."""
    tree = clock.tree
    for draft in drafts:
        verb = draft.hit.carrier
        if draft.start is not None or draft.times or not tree.is_verb(verb):
            continue
        twin = next((kid for kid in tree.all_kids(verb, "conj") if kid == verb + 2), None)
        time = next((time for time in clock.at.get(twin, ()) if time.start is not None), None) if twin else None
        if time is not None and time.relation is None and time.kind in {"DATE", "TIME"}:
            draft.start, draft.end, draft.precision = time.start, time.end, time.precision
            draft.basis, draft.date_text = "stated", tree.text[time.start_char : time.end_char]


def speak_on(drafts: "list[Draft]", published: "date | None") -> None:
    """Give an undated statement the day on which its speaker was just said to speak: "... said on Tuesday. ... , she added"."""
    for number, draft in enumerate(drafts):
        if draft.label != "Statement" or draft.start is not None or draft.hit.nominal or draft.sense.tense != "past":
            continue
        for old in reversed(drafts[:number]):
            if draft.sentence - old.sentence > SAME_SPEECH or published is None:
                break
            if old.label == "Statement" and old.start is not None and old.people() and old.people() == draft.people():
                if old.precision == "day" and timedelta(0) <= published - old.start <= timedelta(days=7):
                    inherit_date(draft, old)
                break


def date_from_news(tree: "Tree", lexicon: "Lexicon", draft: "Draft", published: "date | None") -> None:
    """Give an undated event of the lead, or an undated statement, the day of publication."""
    sense = draft.sense
    if draft.start is not None or published is None or sense.status is not Status.ACTUAL or sense.background:
        return
    if draft.basis == "stated":  # "The day after, she met Lind": a day that is stated, though it is not known which
        return
    if sense.tense not in {"past", "present"}:
        return
    said = draft.label in SAID and draft.hit.carried_by == "self" and tree.dep[draft.hit.carrier] == "ROOT"
    speech = (draft.label == "Statement" and not draft.hit.nominal) or said
    lead = draft.sentence < LEAD_SENTENCES and not draft.hit.nominal
    clause_is_main = tree.dep[draft.hit.carrier] in {"ROOT", "ccomp", "conj", "parataxis"}
    if any(time.start is not None or time.relation for time in draft.times):
        return
    if told_age(tree, draft.hit.carrier) is not None:  # "At the age of 24 he was elected mayor"
        return
    if (speech or (lead and clause_is_main)) and negation_at(tree, lexicon, draft.hit.carrier) is None:
        draft.start = draft.end = published
        draft.precision, draft.basis = "day", "published"
        draft.score *= 0.95


def inherit_date(draft: "Draft", source: "Draft", weight: float = 0.9) -> bool:
    """Take over the date of another event; return whether there was one to take."""
    if draft.start is not None or source.start is None:
        return False
    draft.start, draft.end, draft.precision = source.start, source.end, source.precision
    draft.date_text, draft.basis = source.date_text, "inherited"
    draft.score *= weight
    return True
