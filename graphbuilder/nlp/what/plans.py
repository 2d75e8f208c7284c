"""Plans: the day of what was planned, where the clause alone would put it on the wrong side of its report.

It turns a day that dating.py has found to the other week or year; it finds none.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from graphbuilder.nlp.what.tenses import is_infinitive, is_perfect_infinitive
from graphbuilder.records.annotation import Status

if TYPE_CHECKING:
    from graphbuilder.nlp.what.clock import Clock
    from graphbuilder.nlp.what.drafts import Draft
    from graphbuilder.nlp.what.tree import Tree

HALF_A_YEAR = timedelta(days=183)
COMMITTED = frozenset({"Agreement", "Promise", "Statement", "Request", "Threat", "Rejection", "Concession", "Support"})
"""Labels of words about what is to come, whose day may stand in their clause."""
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def turn_plan(draft: "Draft", clock: "Clock") -> None:
    """Turn the direction of a planned event's date where the plan lies in the past.

    "She had been due to speak on Friday" on a Thursday means tomorrow, the nearer Friday; "had planned to visit in January",
    written in March, the January that is over, but "in May" the one to come; "was to have met him on Tuesday" the one gone by.
    """
    start, published = draft.start, clock.published
    if start is None or draft.end is None or published is None:
        return
    undone = draft.sense.status is Status.CANCELLED and was_to_be(clock.tree, draft)
    if "plan" not in draft.sense.operators and not undone and not _called_off(draft, clock):
        return
    meant = any(clock.follows(time, "for") for time in draft.times) and not draft.sense.background
    if draft.precision == "day" and (draft.date_text or "").lower() in WEEKDAYS:
        week = timedelta(days=7 if start < published else -7)
        there, here = abs((start + week - published).days), abs((start - published).days)
        if undone and start > published:
            turned = there <= here + 1  # "were to meet on Monday, but the talks were cancelled", told on Friday
        elif _looks_back(clock.tree, draft) and not meant:
            turned = there < here
        else:
            turned = start < published and not undone  # "are due to meet on Friday", said on Monday
        if turned:
            draft.start, draft.end = start + week, draft.end + week
    elif draft.precision == "month" and start.day == 1:
        nearer = abs((start.replace(year=start.year - 1) - published).days) < abs((start - published).days)
        back = draft.sense.background and start > published and nearer
        ahead = (_called_off(draft, clock) and published - draft.end > HALF_A_YEAR) or (meant and draft.end < published)
        if (back or ahead) and not any(char.isdigit() for char in draft.date_text or ""):
            year = start.year + (1 if ahead else -1)
            draft.start, draft.end = (
                date(year, start.month, 1),
                date(year, start.month, monthrange(year, start.month)[1]),
            )


def was_to_be(tree: "Tree", draft: "Draft") -> bool:
    """Say whether a plan is told as over: "were to meet on Monday, but ...", "talks that were to have opened on Monday".

    "Cancelled a visit that was to start on Monday" may speak of the coming one.
    """
    carrier = draft.hit.carrier
    if tree.is_verb(carrier) and is_infinitive(tree, carrier):
        return _is_past_copula(tree, tree.head[carrier])
    return any(
        is_perfect_infinitive(tree, verb) and _is_past_copula(tree, clause)
        for clause in tree.all_kids(draft.hit.token, "relcl")
        for verb in tree.all_kids(clause, "xcomp")
    )


def _is_past_copula(tree: "Tree", verb: int) -> bool:
    return tree.lemma[verb] == "be" and tree.tag[verb] == "VBD"


def _looks_back(tree: "Tree", draft: "Draft") -> bool:
    """Say whether a plan is told as one of the past ("was due to meet") or was given up."""
    words = [word for head in draft.sense.heads for word in (head, *tree.all_kids(head, "aux", "auxpass"))]
    words += [tree.head[head] for head in draft.sense.heads if tree.dep[head] == "acomp"]
    return "plan" not in draft.sense.operators or any(tree.tag[word] == "VBD" for word in words)


def _called_off(draft: "Draft", clock: "Clock") -> bool:
    """Say whether the day of what was given up stands in its own phrase: "A trip to Oslo in May was ruled out"."""
    heads = draft.sense.heads
    if clock.tree.is_verb(draft.hit.token) or not heads or not {"cancel", "refuse"} & set(draft.sense.operators):
        return False
    return all(time.start_char < clock.tree.starts[heads[0]] for time in draft.times)


def give_back(draft: "Draft", clock: "Clock") -> None:
    """Take from what was agreed or said a day after the report: "agreed to reopen the pass in June", told in March."""
    if _is_to_come(draft, clock):
        draft.start = draft.end = draft.date_text = draft.basis = None
        draft.precision, draft.times = "unknown", []


def _is_to_come(draft: "Draft", clock: "Clock") -> bool:
    """Say whether a day after the report cannot be that of what has happened."""
    late = draft.start is not None and clock.published is not None and draft.start > clock.published
    tense = draft.sense.tense == "past" and clock.tree.is_verb(draft.hit.token)
    return late and tense and draft.sense.status is Status.ACTUAL and draft.label in COMMITTED
