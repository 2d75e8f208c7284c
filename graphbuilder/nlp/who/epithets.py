"""Epithets: who is meant by what the one named person before does or did: "the singer", "the suspect"."""

from collections.abc import Set as AbstractSet

from graphbuilder.nlp.who.history import History
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.register import WEAK_KIND
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType

SUSPECTS = frozenset({"suspect", "defendant", "detainee"})
_HELD = frozenset({
    "arrest", "detain", "charge", "accuse", "suspect", "jail", "hold", "capture", "apprehend", "seize", "indict", "try",
    "question", "catch", "interrogate",
})  # fmt: skip
_BEFORE = 2
"""So many sentences before the noun are looked at."""


def called(view: View, history: History, holders: AbstractSet[int], place: int, lemma: str) -> int | None:
    """Return the one named person of this sentence and the two before: "Ida Able sang. ... The singer said".

    Who holds a position is not called by what somebody else does.
    """
    following = view.lower[place + 1] if place + 1 < view.size else ""
    if following in {"of", "who", "for", "from", "in", "at"}:
        return None
    sentence = view.sentence_of[place]
    gender = load_lexicon().title_gender.get(lemma) or load_lexicon().persons.get(lemma)
    drafts = history.register.drafts
    people = [
        entity
        for entity in history.recent(EntityType.PERSON, since=sentence - _BEFORE)
        if drafts[entity].kind != WEAK_KIND
        and entity not in holders
        and (gender in {None, "none", drafts[entity].gender})
    ]
    if len(people) == 1:
        return people[0]
    subjects = [
        found.entities[0]
        for found in history.found[-60:]
        if found.subject and sentence - found.sentence == 1 and found.entities[0] in people
    ]
    return subjects[0] if len(set(subjects)) == 1 else None


def suspect(view: View, history: History, place: int) -> int | None:
    """Return who is meant by "the suspect" at a token: "Police arrested Karim Able on Monday. The suspect was silent".

    None where two were arrested, whether or not both have names, or where nobody with a name was.
    """
    drafts = history.register.drafts
    sentence = view.sentence_of[place]
    found: dict[int, None] = {}
    for mention in reversed(history.found):
        if mention.sentence < sentence - _BEFORE:
            break
        if mention.sentence < sentence and _is_held(view, mention.head):
            found.update(
                dict.fromkeys(entity for entity in mention.entities if drafts[entity].type is not EntityType.PLACE)
            )
    people = list(found)
    fits = len(people) == 1 and drafts[people[0]].type is EntityType.PERSON and drafts[people[0]].kind != WEAK_KIND
    return people[0] if fits else None


def _is_held(view: View, head: int) -> bool:
    """Whether a token is who is arrested: the object, the subject of a passive, or one of several."""
    while view.deps[head] in {"conj", "appos"}:
        head = view.heads[head]
    verb = view.heads[head]
    return view.lemmas[verb] in _HELD and view.pos[verb] == "VERB" and view.deps[head] in {"dobj", "nsubjpass"}
