"""Who is put in another's place: "dismissed Baker and named Able to replace him", "Able was appointed in his place".

The office is the one the document knows of who leaves. "Him" and "his" beside such a verb are the one who was dismissed or
resigned just before, not whoever did it.
"""

from graphbuilder.nlp.who.handovers import apposed, current_office, office_of
from graphbuilder.nlp.who.holding import Holding
from graphbuilder.nlp.who.office_kinds import in_office
from graphbuilder.nlp.who.predicates import denied, is_future, is_passive, objects, subjects
from graphbuilder.nlp.who.view import View

_NAMING = frozenset({"name", "appoint", "choose", "pick", "install", "select", "tap", "nominate", "promote"})
_PROPOSING = frozenset({"nominate"})
_REPLACING = frozenset({"replace", "succeed"})
_FOLLOWING = frozenset({"successor", "replacement"})
_STEAD = frozenset({"place", "stead"})
REMOVING = frozenset({"dismiss", "sack", "fire", "oust", "depose", "overthrow", "remove", "topple", "unseat"})
"""Verbs whose object loses an office."""
LEAVING = frozenset({"resign", "retire", "abdicate", "quit"})
"""Verbs whose subject gives an office up."""
OFFICE = frozenset({
    "office", "post", "position", "job", "power", "helm", "reins", "duty", "duties", "presidency", "role", "oath", "government",
    "term", "tenure", "cabinet",
})  # fmt: skip
"""Nouns for what one has who holds an office."""


def replacements(view: View, holdings: list[Holding], people: dict[int, int]) -> tuple[list[Holding], dict[int, int]]:
    """Return the positions of those put in another's place, and whom the pronouns beside the verbs stand for, by token.

    Args:
        view: The document.
        holdings: The positions found so far.
        people: The person of each token that is the head of a name.
    """
    found: list[Holding] = []
    pronouns: dict[int, int] = {}
    for verb in range(view.size):
        if view.lemmas[verb] not in _NAMING or view.pos[verb] != "VERB" or view.tags[verb] == "VB":
            continue
        if denied(view, verb) or is_future(view, verb):
            continue
        named = subjects(view, verb) if is_passive(view, verb) or view.deps[verb] == "acl" else objects(view, verb)
        named = [*named, *(spot for inner in _replacing(view, verb) for spot in subjects(view, inner))]
        coming = next((people[spot] for spot in (*named, *apposed(view, named)) if spot in people), None)
        whose = _whose(view, verb)
        if coming is None or whose is None:
            continue
        gone = _gone(view, verb, people)
        leaving = people.get(whose, gone if view.pos[whose] == "PRON" else None)
        if leaving is None or leaving == coming:
            continue
        if view.pos[whose] == "PRON":
            pronouns[whose] = leaving
        model = current_office(holdings, leaving, view.sentence_of[verb])
        if model is None or any(one.holder == coming and in_office(one.kind) == model.kind for one in holdings + found):
            continue
        found.append(office_of(view, verb, model, holder=coming, former=False))
        found[-1].begin_later(coming=gone != leaving or view.lemmas[verb] in _PROPOSING)
    return found, pronouns


def removed(view: View, verb: int) -> tuple[int, ...]:
    """Return the tokens of who loses an office by a verb of the past, none where it is denied or of something else.

    "Congress removed the president", "the minister was fired"; not "removed the minister from the list", "dismissed her as weak".
    """
    if view.lemmas[verb] not in REMOVING or view.tags[verb] not in {"VBD", "VBN"} or view.pos[verb] != "VERB":
        return ()
    if denied(view, verb) or is_future(view, verb):
        return ()
    below = _below(view, verb)
    for spot in below:
        behind = {view.lemmas[other] for other in _below(view, spot)}
        if view.lower[spot] == "from" and view.lemmas[verb] in {"remove", "dismiss"} and not behind & OFFICE:
            return ()
        if view.lower[spot] == "as" and view.lemmas[verb] == "dismiss":
            return ()
    if is_passive(view, verb) or view.deps[verb] == "acl":
        return tuple(subjects(view, verb))
    return objects(view, verb)


def left(view: View, verb: int) -> tuple[int, ...]:
    """Return the tokens of who gave an office up: "Able resigned on Friday"; not who "resigned from the board"."""
    if view.lemmas[verb] not in LEAVING or view.tags[verb] not in {"VBD", "VBN"} or view.pos[verb] != "VERB":
        return ()
    if denied(view, verb) or is_future(view, verb) or is_passive(view, verb):
        return ()
    below = _below(view, verb)
    if any(view.deps[spot] == "dobj" and view.lemmas[spot] not in OFFICE for spot in below):
        return ()
    for spot in below:
        behind = {view.lemmas[other] for other in _below(view, spot)}
        if view.lower[spot] == "as" or (view.lower[spot] == "from" and not behind & OFFICE):
            return ()
    return tuple(subjects(view, verb))


def _gone(view: View, verb: int, people: dict[int, int]) -> int | None:
    """Return who lost or gave up an office last before a verb, in its sentence or the one before."""
    first = view.sentence_start(verb)
    first = view.sentence_start(first - 1) if first else first
    for other in range(verb - 1, first - 1, -1):
        spots = removed(view, other) or left(view, other)
        found = [people[spot] for spot in (*spots, *apposed(view, spots)) if spot in people]
        if found:
            return found[0]
    return None


def _replacing(view: View, verb: int) -> list[int]:
    """Return the verb of replacing that somebody is named for: "named Able to replace him"; it may hang on the name."""
    below = _below(view, verb)
    below += [other for spot in below if view.deps[spot] == "dobj" for other in _below(view, spot)]
    return [spot for spot in below if view.lemmas[spot] in _REPLACING and view.tags[spot] == "VB"]


def _whose(view: View, verb: int) -> int | None:
    """Return the token of whose place is taken: "him" in "named Able to replace him", "his" in "as his successor"."""
    for inner in _replacing(view, verb):
        return next(iter(objects(view, inner)), None)
    below = _below(view, verb)
    below += [other for spot in below if view.deps[spot] == "dobj" for other in _below(view, spot)]
    for spot in below:
        if view.lower[spot] in {"as", "in"} and view.deps[spot] == "prep":
            wanted = _FOLLOWING if view.lower[spot] == "as" else _STEAD
            for noun in _below(view, spot):
                if view.lower[noun] in wanted:
                    return next((owner for owner in _below(view, noun) if view.deps[owner] == "poss"), None)
    return None


def _below(view: View, head: int) -> list[int]:
    start, end = view.sentences[view.sentence_of[head]]
    return [spot for spot in range(start, end) if view.heads[spot] == head and spot != head]
