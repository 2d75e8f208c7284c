"""Quotations, who speaks them and to whom: what "I", "we" and "you" inside a quotation stand for.

Only the plain case is read: a verb of saying beside the quotation whose subject is one known person or body.
"""

from collections.abc import Sequence

from graphbuilder.nlp.who.history import Found, History
from graphbuilder.nlp.who.holding import Holding
from graphbuilder.nlp.who.pronouns import SAYING
from graphbuilder.nlp.who.register import WEAK_KIND, Register
from graphbuilder.nlp.who.talk import FIRST, FIRST_PLURAL, SECOND
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType

_VOICE = "spokesperson"
_VOICES = ("spokesman", "spokeswoman", "spokesperson")
REACH = 14
"""Tokens from a quotation mark to the verb of saying."""


def quotations(view: View) -> list[tuple[int, int]]:
    """Return the quoted stretches as (first token, one past the last token)."""
    found = []
    place = 0
    while place < view.size:
        if view.quoted[place]:
            end = place
            while end < view.size and view.quoted[end]:
                end += 1
            found.append((place, end))
            place = end
        else:
            place += 1
    return found


def speakers(view: View, history: History, register: Register) -> list[tuple[int, int, int]]:
    """Return (first token, one past the last, entity) of each quotation whose speaker is plain."""
    by_head = {found.head: found.entities[0] for found in history.found if len(found.entities) == 1}
    known: list[tuple[int, int, int]] = []
    previous: tuple[int, int] | None = None
    for start, end in quotations(view):
        entity = _beside(view, by_head, register, start, end)
        near = previous is not None and view.sentence_of[start] - view.sentence_of[previous[0] - 1] <= 1
        if entity is None and previous is not None and (near or start - previous[0] <= REACH):
            entity = previous[1]
        if entity is None:
            entity = _told_of_before(view, by_head, register, start)
        if entity is not None:
            known.append((start, end, entity))
            previous = (end, entity)
    return known


def _beside(view: View, by_head: dict[int, int], register: Register, start: int, end: int) -> int | None:
    """Look behind the quotation first ("...", Able said), then before it (Able said: "...")."""
    after = [place for place in range(end, min(end + REACH, view.size)) if not view.quoted[place]]
    before = [place for place in range(start - 1, max(start - REACH, -1), -1) if not view.quoted[place]]
    last = view.sentence_of[min(end, view.size - 1)]
    first = view.sentence_of[max(start - 1, 0)]
    for places, sentence in ((after, last), (before, first)):
        for place in places:
            if (
                view.sentence_of[place] != sentence
                or view.lemmas[place] not in SAYING
                or view.pos[place] not in {"VERB", "AUX"}
            ):
                continue
            subject = next(
                (
                    spot
                    for spot in range(view.sentence_start(place), view.sentence_end(place))
                    if view.heads[spot] == place and view.deps[spot] == "nsubj"
                ),
                None,
            )
            entity = by_head.get(_clause_subject(view, place) if subject is None else subject)
            if entity is not None and register.drafts[entity].type in {EntityType.PERSON, EntityType.ORGANIZATION}:
                return entity
    return None


def _clause_subject(view: View, verb: int) -> int:
    """Return the subject a participle shares with its clause: "Able praised the deal, adding: ..."; -1 where there is none."""
    if view.deps[verb] not in {"advcl", "xcomp"} or view.tags[verb] != "VBG":
        return -1
    start, end = view.sentence_start(verb), view.sentence_end(verb)
    above = view.heads[verb]
    return next((spot for spot in range(start, end) if view.heads[spot] == above and view.deps[spot] == "nsubj"), -1)


def _told_of_before(view: View, by_head: dict[int, int], register: Register, start: int) -> int | None:
    """Who is the subject of the sentence before a quotation no verb introduces: Able issued a statement. "I am ..."."""
    opening = start - 1
    before = opening - 1
    while before >= 0 and not view.words[before].strip():
        before -= 1
    if before < 0 or view.words[before] not in {".", ":"} or view.quoted[before - 1]:
        return None
    first, last = view.sentences[view.sentence_of[before]]
    subjects = [spot for spot in range(first, last) if view.deps[spot] == "nsubj" and _is_root(view, view.heads[spot])]
    entity = by_head.get(subjects[0]) if len(subjects) == 1 else None
    return entity if entity is not None and register.drafts[entity].type is EntityType.PERSON else None


def _is_root(view: View, verb: int) -> bool:
    return view.heads[verb] == verb


def addressees(view: View, history: History, register: Register) -> list[Found]:
    """Return the mentions of "you" in what one person tells another: Able told Baker: "You have our thanks"."""
    by_head = {found.head: found.entities[0] for found in history.found if len(found.entities) == 1}
    found = []
    for start, end in quotations(view):
        told = [
            by_head[spot]
            for spot in range(max(start - REACH, 0), start)
            if view.deps[spot] in {"dobj", "dative"} and view.lemmas[view.heads[spot]] == "tell" and spot in by_head
        ]
        if len(told) != 1 or register.drafts[told[0]].type is not EntityType.PERSON:
            continue
        found += [
            Found(place, place + 1, place, "pronoun", (told[0],), view.sentence_of[place], confidence=0.7)
            for place in range(start, end)
            if view.lower[place] in SECOND and view.pos[place] == "PRON"
        ]
    return found


def first_persons(view: View, history: History, register: Register, holdings: Sequence[Holding]) -> list[Found]:
    """Return the mentions of "I" and "we" inside quotations with a plain speaker; a spokesman's "we" is the body spoken for."""
    voices = {holding.holder: holding.of for holding in holdings if holding.kind == _VOICE and not holding.former}
    found = []
    for start, end, speaker in speakers(view, history, register):
        person = register.drafts[speaker].type is EntityType.PERSON
        body = _body(register, voices.get(speaker), speaker) if person else None
        for place in range(start, end):
            word = view.lower[place]
            if (word in FIRST and person) or word in FIRST_PLURAL:
                entity = body if body is not None and word in FIRST_PLURAL else speaker
                subject = view.deps[place] in {"nsubj", "nsubjpass"}
                confidence = 0.85 if word in FIRST else 0.5
                found.append(
                    Found(
                        place,
                        place + 1,
                        place,
                        "pronoun",
                        (entity,),
                        view.sentence_of[place],
                        subject,
                        None,
                        confidence,
                        person and entity == speaker and word in FIRST_PLURAL,
                    )
                )
    return found


def _body(register: Register, of: int | None, speaker: int) -> int | None:
    """The one body a spokesman speaks for, by the position or by the words that are all that is known: "a ministry spokesman"."""
    draft = register.drafts[speaker]
    told = draft.affiliations if draft.kind == WEAK_KIND and draft.name.endswith(_VOICES) else []
    bodies = [one for one in (of, *told) if one is not None and register.drafts[one].type is EntityType.ORGANIZATION]
    return bodies[0] if bodies else None
