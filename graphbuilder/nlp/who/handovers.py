"""An office that passes from one to another without "as": "Able was succeeded by Baker", "Able handed over to Baker".

The office is the one the document knows of either of the two; nothing is said where it knows none, or where both have
different ones and the verb is no sure sign. Which day it was is read in `terms`, which asks `read_handover` as well.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graphbuilder.nlp.who.holding import Holding
from graphbuilder.nlp.who.office_kinds import designate, in_office, same_office
from graphbuilder.nlp.who.predicates import NAMING, denied, is_future, is_passive, objects, subjects
from graphbuilder.nlp.who.view import View

_GIVING = frozenset({"hand", "cede", "pass", "transfer"})
_TAKING = frozenset({"take"})
_REPLACING = frozenset({"succeed", "replace"})
_ACTIVE = frozenset({"become", "take"})
_SEATING = NAMING | _ACTIVE | frozenset({"swear", "inaugurate"})
"""Verbs of coming into an office, beside which stands whom one replaces."""
_POWER = frozenset({
    "power", "office", "post", "position", "job", "helm", "reins", "presidency", "premiership", "chancellorship", "leadership",
    "chairmanship", "baton",
})  # fmt: skip


@dataclass(slots=True, frozen=True)
class Handover:
    """The tokens of who leaves and of who comes; `past` where the verb says that it has happened, `future` that it will."""

    leaving: tuple[int, ...]
    coming: tuple[int, ...]
    past: bool
    future: bool


def read_handover(view: View, verb: int) -> Handover | None:
    """Return who leaves and who comes by the verb, None where it tells nothing of the kind or is denied."""
    lemma = view.lemmas[verb]
    if view.pos[verb] != "VERB" or lemma not in _GIVING | _TAKING | _REPLACING or denied(view, verb):
        return None
    below = _below(view, verb)
    if any(view.lower[spot] == "as" and view.deps[spot] == "prep" for spot in below):
        return None  # "replaced Baker as mayor" names the office itself
    over = any(view.lower[spot] == "over" and view.deps[spot] in {"prt", "advmod", "prep"} for spot in below)
    power = any(view.lemmas[spot] in _POWER and view.deps[spot] == "dobj" for spot in below)
    will = is_future(view, verb)
    if lemma in _REPLACING and view.tags[verb] == "VBG" and view.deps[verb] == "advcl":
        return _on_taking(view, verb)
    if not will and (view.tags[verb] in {"VB", "VBG"} or view.deps[verb] == "xcomp"):
        return None  # "wants to succeed Baker"
    by = tuple(subjects(view, verb))
    past = view.tags[verb] in {"VBD", "VBN"} and not will
    if lemma in _REPLACING:
        passive = is_passive(view, verb) or view.deps[verb] == "acl" or _shares_passive(view, verb)
        if passive:
            return Handover(by, _behind(view, verb, "by"), past, will)
        return Handover(objects(view, verb), by, past, will)
    if lemma in _GIVING and (power or (lemma == "hand" and over)):
        return Handover(by, _behind(view, verb, "to"), past, will)
    return Handover(_behind(view, verb, "from"), by, past, will) if lemma in _TAKING and (over or power) else None


def handed_beside(view: View, verb: int) -> list[tuple[int, bool]]:
    """Return the verbs of replacing beside another and whether they have a day: "was fired on Monday and replaced by Able"."""
    start, end = view.sentences[view.sentence_of[verb]]
    found = [
        spot
        for spot in range(verb + 1, end)
        if view.lemmas[spot] in _REPLACING and view.heads[spot] == verb and view.deps[spot] in {"advcl", "conj"}
    ]
    own = {view.heads[spot] for spot in range(start, end) if found and view.deps[spot] in {"npadvmod", "prep"}}
    return [(spot, spot in own) for spot in found]


def _on_taking(view: View, verb: int) -> Handover | None:
    """Return the handover beside a verb of taking office: "was sworn in as mayor, replacing Baker", "named Able, replacing"."""
    above = view.heads[verb]
    if view.lemmas[above] not in _SEATING or denied(view, above):
        return None
    seated = is_passive(view, above) or view.lemmas[above] in _ACTIVE
    coming = tuple(subjects(view, above)) if seated else objects(view, above)
    will = is_future(view, above) or view.lemmas[above] == "nominate"
    past = view.tags[above] in {"VBD", "VBN"} and not will
    return Handover(objects(view, verb), coming, past, will) if past or will else None


def _shares_passive(view: View, verb: int) -> bool:
    """Whether a verb is passive by the one before it: "was fired on Monday and replaced by Able"."""
    first = view.heads[verb]
    conjoined = view.deps[verb] == "conj" and view.tags[verb] == "VBN" and not objects(view, verb)
    return conjoined and is_passive(view, first) and bool(_behind(view, verb, "by"))


def handovers(view: View, holdings: list[Holding], people: dict[int, int]) -> list[Holding]:
    """Return the positions of those who come or leave by a verb; a holder who has left is marked as a former one.

    Args:
        view: The document.
        holdings: The positions found so far; those of who leaves are changed.
        people: The person of each token that is the head of a mention.
    """
    found: list[Holding] = []
    for verb in range(view.size):
        handover = read_handover(view, verb) if view.lemmas[verb] in _GIVING | _TAKING | _REPLACING else None
        if handover is None:
            continue
        leaving, coming = _person(view, handover.leaving, people), _person(view, handover.coming, people)
        if leaving is None or coming is None or leaving == coming:
            continue
        known = holdings + found
        if any(holding.start == verb for holding in known):
            continue
        theirs = current_office(known, leaving, view.sentence_of[verb]) or _left_here(
            known, leaving, view.sentence_of[verb]
        )
        own = current_office(known, coming, view.sentence_of[verb])
        if theirs is not None and own is not None and theirs.sentence > view.sentence_of[verb] >= own.sentence:
            theirs = None  # "Minister Able, who succeeded Baker, ... Baker is now chair of the bank"
        if theirs is None and own is not None:
            if not handover.future:
                found.append(office_of(view, verb, own, holder=leaving, former=handover.past))
            elif designate(own.kind, own.title) == (own.kind, own.title):
                current = replace(own, kind=in_office(own.kind), title=in_office(own.title))
                found.append(office_of(view, verb, current, holder=leaving, former=False))
        elif theirs is not None and own is not None and not _one_office(theirs, own):
            if view.lemmas[verb] == "replace":
                continue  # "Foreign Minister Able replaced President Baker at the summit"
            found.append(_coming(view, verb, theirs, coming, future=handover.future))
        elif theirs is not None and own is None:
            found.append(_coming(view, verb, theirs, coming, future=handover.future))
        if theirs is not None and handover.past:
            theirs.former = True
    return found


def _coming(view: View, verb: int, model: Holding, holder: int, *, future: bool) -> Holding:
    """Return the position of who comes: a designate one as long as it has not happened."""
    found = office_of(view, verb, model, holder=holder, former=False)
    found.begin_later(coming=future)
    return found


def office_of(view: View, verb: int, model: Holding, *, holder: int, former: bool) -> Holding:
    """Return the office of `model` as one that somebody else has or had, as a verb says."""
    return replace(
        model,
        start=verb,
        end=verb + 1,
        holder=holder,
        former=former,
        acting=False,
        past=False,
        confidence=round(0.75 * model.confidence, 3),
        sentence=view.sentence_of[verb],
        complement=None,
        owner=None,
    )


def _one_office(one: Holding, other: Holding) -> bool:
    first, second = in_office(one.kind), in_office(other.kind)
    return same_office(first, second) or same_office(second, first)


def current_office(holdings: list[Holding], holder: int, sentence: int) -> Holding | None:
    """Return the office somebody is said to hold, the latest told up to this sentence, else the first told after it."""
    held = [holding for holding in holdings if holding.holder == holder and not holding.former]
    before = [holding for holding in held if holding.sentence <= sentence]
    return before[-1] if before else held[0] if held else None


def _left_here(holdings: list[Holding], holder: int, sentence: int) -> Holding | None:
    """Return the office somebody is said to leave in this sentence: "stepped down as mayor and was replaced by Baker"."""
    return next((h for h in holdings if (h.holder, h.sentence) == (holder, sentence) and h.former and h.past), None)


def _person(view: View, tokens: tuple[int, ...], people: dict[int, int]) -> int | None:
    """Return the one person of some tokens, or of what stands in apposition to them: "to her deputy, Bo Baker"."""
    found = {people[spot] for spot in (*tokens, *apposed(view, tokens)) if spot in people}
    return next(iter(found)) if len(found) == 1 else None


def apposed(view: View, tokens: Sequence[int]) -> list[int]:
    """Return the tokens in apposition to some tokens."""
    return [below for token in tokens for below in _below(view, token) if view.deps[below] == "appos"]


def _below(view: View, head: int) -> list[int]:
    start, end = view.sentences[view.sentence_of[head]]
    return [spot for spot in range(start, end) if view.heads[spot] == head and spot != head]


def _behind(view: View, verb: int, preposition: str) -> tuple[int, ...]:
    """Return the objects of a preposition of the verb, or of its particle: "handed over to Baker"."""
    spots = _below(view, verb)
    spots += [below for spot in spots if view.lower[spot] == "over" for below in _below(view, spot)]
    return tuple(
        below
        for spot in spots
        if view.lower[spot] == preposition
        for below in _below(view, spot)
        if view.deps[below] == "pobj"
    )
