"""Who "the suspect" is: the one person whom the sentences before tell to have been arrested, charged or accused."""

from graphbuilder.nlp.who.history import History
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
