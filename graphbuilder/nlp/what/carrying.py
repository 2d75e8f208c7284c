"""Carrying: the day that one clause or sentence gives to the next, where the next names none.

It only takes over what dating.py found, marked as inherited, or the day of a ticker's report; it stops at a new date, a past
perfect, a habit. Dates of trips and summits flow to what is inside them in nesting.py.
"""

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from graphbuilder.nlp.what.clauses import prepositions, subjects
from graphbuilder.nlp.what.dating import SAID, inherit_date
from graphbuilder.records.annotation import Status

if TYPE_CHECKING:
    from datetime import date

    from graphbuilder.nlp.what.actors import Actors
    from graphbuilder.nlp.what.clock import Clock
    from graphbuilder.nlp.what.drafts import Draft
    from graphbuilder.nlp.what.tree import Tree

FRESH = timedelta(days=7)
"""A day so near to the report is its news; what follows an older one is as often of another time."""
NOT_THEN = frozenset({
    "earlier", "previously", "before", "once", "never", "ever", "always", "often", "already", "repeatedly", "twice", "long",
    "since", "now", "later", "meanwhile", "again", "formerly", "initially", "first", "recently", "regularly", "usually",
})  # fmt: skip
"""Adverbs that take a clause away from the day told last: "He once met Lind"."""
CAREER = frozenset({"Election", "Appointment"})
"""Labels of a life told beside the news: "Novak spoke on Monday. He won the presidency with ease"."""
COUNTED = frozenset({"dozen", "dozens", "several", "some", "many", "scores", "hundreds", "others"})
"""Bare subjects beside numbers that are some of the people told last: "Two were detained"."""
TAKEN = frozenset({"Arrest", "Assault", "Deportation"})
"""Labels of what befell some of them."""
TICK = re.compile(r"\d{1,2}:\d{2} ")
"""An entry of a live ticker begins with the time of day."""
TALKED = frozenset({"Meeting", "Negotiation", "Summit", "PhoneCall"})
"""Labels of what an agreement comes of: "The two met on Monday. The ministers agreed to cut tolls"."""
HOURS = frozenset({"morning", "afternoon", "evening"})
SAME_DAY = frozenset({"day", "morning", "afternoon", "evening", "night"})


def carry_into_clauses(tree: "Tree", clock: "Clock", drafts: "list[Draft]") -> None:
    """Date what a clause with "when" or "where" tells by the time it explains.

    "It began in December, when Novak was sacked"; "met in 2021 in Oslo, where they signed"; "When Novak last came to Oslo, in
    April 2022, the two men signed".
    """
    by_verb = {verb: draft for draft in reversed(drafts) for verb in draft.chain if tree.is_verb(verb)}
    held = {index: (last, time) for first, last, time in clock.spans for index in range(first, last + 1)}
    for draft in drafts:
        verb = draft.hit.carrier
        if draft.start is not None or draft.times or not _tells_past(tree, draft):
            continue
        opener = next((kid for kid in tree.kids[verb] if tree.word[kid] in {"when", "where"} and kid < verb), None)
        above = tree.head[verb]
        if opener is None or tree.dep[verb] not in {"relcl", "advcl"}:
            continue
        if tree.word[opener] == "when" and opener > 1:
            found = held.get(opener - 1) or (held.get(opener - 2) if tree.word[opener - 1] == "," else None)
            if found is not None and found[1].start is not None and found[1].kind == "DATE":
                time = found[1]
                draft.start, draft.end, draft.precision = time.start, time.end, time.precision
                draft.basis, draft.date_text = "inherited", tree.text[time.start_char : time.end_char]
                draft.score *= 0.9
                continue
        if tree.word[opener] == "where":
            above = next((here for here in tree.ancestors(above) if tree.is_verb(here)), above)
        other = by_verb.get(above)
        whole = tree.word[opener] == "where" or verb < above
        if other is not None and other is not draft and other.basis == "stated" and whole and _tells_past(tree, other):
            inherit_date(draft, other)


def _tells_past(tree: "Tree", draft: "Draft") -> bool:
    """Say whether an event is told in the simple past as one that happened."""
    sense, verb = draft.sense, draft.hit.carrier
    plain = sense.status is Status.ACTUAL and sense.tense == "past" and not sense.background and not sense.operators
    return plain and tree.is_verb(verb) and not any(tree.word[aux] in {"has", "have", "had"} for aux in tree.kids[verb])


def carry_on(tree: "Tree", actors: "Actors", clock: "Clock", drafts: "list[Draft]", published: "date | None") -> None:
    """Date what the next sentence tells of the same subject, or of some of the same people.

    "Novak addressed the nation on Sunday. He imposed a curfew and dismissed Weiss"; "Students rallied on Saturday. Two were
    detained"; "accused Lind on Monday; later in the day he apologised".
    """
    if published is None:
        return
    dated = {tree.sentence[first] for first, _, time in clock.spans if time.kind in {"DATE", "SET", "DURATION"}}
    leads = {draft.hit.carrier: draft for draft in reversed(drafts) if tree.is_verb(draft.hit.carrier)}
    for number, draft in enumerate(drafts):
        if draft.start is not None or draft.basis is not None or not _tells_past(tree, draft):
            continue
        root = draft.hit.carrier
        while tree.dep[root] == "conj" and tree.is_verb(tree.head[root]):
            root = tree.head[root]
        if _later_that_day(tree, root, draft.hit.carrier):
            before = [old for old in drafts[:number] if old.start and draft.sentence - old.sentence <= 1]
            if before and before[-1].precision == "day":
                inherit_date(draft, before[-1])
            continue
        if _at_that_hour(tree, draft.hit.carrier):
            _inherit_day(clock, draft, drafts[:number], published)
            continue
        if tree.dep[root] != "ROOT" or draft.sentence in dated or draft.label in CAREER or _apart(tree, root):
            continue
        old = _told_last(tree, drafts[:number], draft.sentence, published)
        if old is None or (old.label == "Statement" and leads.get(root, draft).label not in SAID):
            continue
        came_of_it = draft.label == "Agreement" and old.label in TALKED
        shared = draft.label not in SAID and old.label not in SAID and draft.people() & old.people()
        if came_of_it or shared or _same_subject(tree, actors, root, old) or _some_of_them(tree, root, draft, old):
            inherit_date(draft, old)


def date_ticks(tree: "Tree", drafts: "list[Draft]", published: "date | None") -> None:
    """Give what an entry of a live ticker tells without a day the day of the report: "20:10 Police have detained Lind"."""
    for draft in drafts:
        at, verb = tree.starts[draft.hit.token], draft.hit.carrier
        if published is None or draft.start is not None or draft.basis is not None or draft.times:
            continue
        if not TICK.match(tree.text, tree.text.rfind("\n", 0, at) + 1) or tree.dep[verb] not in {
            "ROOT",
            "ccomp",
            "conj",
        }:
            continue
        told = draft.sense.status is Status.ACTUAL and draft.sense.tense in {"past", "present"}
        if told and tree.is_verb(verb) and not draft.sense.background and not _apart(tree, verb):
            draft.start = draft.end = published
            draft.precision, draft.basis = "day", "published"
            draft.score *= 0.95


def _told_last(tree: "Tree", before: "list[Draft]", sentence: int, published: "date") -> "Draft | None":
    """Return the event of the main clause of the sentence before that happened on one near day, if all there did on that day."""
    told = [old for old in before if old.sentence == sentence - 1 and old.start is not None]
    main = next((old for old in told if tree.dep[old.hit.carrier] == "ROOT" and _tells_past(tree, old)), None)
    if main is None or main.start is None or main.precision != "day" or main.basis not in {"stated", "inherited"}:
        return None
    near = timedelta(0) <= published - main.start <= FRESH and main.start == main.end
    return main if near and all(old.start == main.start for old in told) else None


def _apart(tree: "Tree", verb: int) -> bool:
    return any(tree.word[kid] in NOT_THEN for kid in tree.kids[verb])


def _same_subject(tree: "Tree", actors: "Actors", verb: int, old: "Draft") -> bool:
    now, then = (
        {party.entity for head in subjects(tree, here) for party in actors.parties(head)}
        for here in (verb, old.hit.carrier)
    )
    return bool(now & then)


def _some_of_them(tree: "Tree", verb: int, draft: "Draft", old: "Draft") -> bool:
    """Say whether a bare number of people met with force at the gathering of the sentence before."""
    head = tree.kid(verb, "nsubjpass", "nsubj")
    bare = head is not None and (tree.pos[head] == "NUM" or tree.word[head] in COUNTED)
    return bare and old.label in {"Protest", "Assault"} and draft.label in TAKEN and not draft.places


def _inherit_day(clock: "Clock", draft: "Draft", before: "list[Draft]", published: "date") -> None:
    """Take over the day told before, where the text has told of no other near one."""
    at = clock.tree.starts[draft.hit.token]
    told = [time for _, _, time in clock.spans if time.start_char < at and time.precision == "day"]
    near = {time.start for time in told if time.start and timedelta(0) <= published - time.start <= FRESH}
    dated = [old for old in before if old.basis == "stated" and old.start in near and old.precision == "day"]
    if len(near) == 1 and dated:
        inherit_date(draft, dated[-1])


def _at_that_hour(tree: "Tree", verb: int) -> bool:
    """Say whether a clause is set in a part of the day told before: "Novak left Oslo in the evening"."""
    return any(
        word == "in" and tree.word[head] in HOURS and tree.word[head - 1] == "the" and not prepositions(tree, head)
        for word, head in prepositions(tree, verb)
    )


def _later_that_day(tree: "Tree", *verbs: int) -> bool:
    """Say whether a clause is set "later in the day" or "later that evening"."""
    for verb in verbs:
        for later in (kid for kid in tree.kids[verb] if tree.word[kid] == "later"):
            below = [head for word, head in prepositions(tree, later) if word == "in"]
            below += [head for word, head in prepositions(tree, verb) if word == "in" and head - later <= 3]
            if any(tree.word[head] in SAME_DAY and tree.word[head - 1] == "the" for head in below):
                return True
            if tree.word[later + 1] == "that" and tree.word[later + 2] in SAME_DAY:
                return True
    return False
