"""Positions said of somebody by a verb: "is the governor of", "was elected president", "stepped down as mayor".

Only which subject the verb says it of is decided here; when it began or ended is read in `terms`.
"""

from dataclasses import dataclass

from graphbuilder.nlp.who.phrases import Phrase
from graphbuilder.nlp.who.view import View

COPULAS = frozenset({"be", "become", "remain"})
NAMING = frozenset(
    {"name", "appoint", "elect", "re-elect", "reelect", "nominate", "make", "crown", "confirm", "declare", "install"}
)
LEAVING = frozenset(
    {"step", "resign", "quit", "retire", "stand", "depart", "dismiss", "sack", "fire", "oust", "remove"}
)
"""Verbs that end the position behind their "as"."""
_LOSING = frozenset({"lose", "leave", "vacate", "relinquish", "end", "finish", "complete"})
_HOLDING = frozenset({"hold", "occupy", "take", "assume", "fill"})
_POSTS = frozenset({"post", "job", "position", "seat", "office", "term", "tenure"})
REPLACING = frozenset({"replace", "succeed"})
_AS = frozenset({
    "serve", "work", "act", "appoint", "name", "elect", "nominate", "confirm", "take", "begin", "start", "swear", "install",
    "inaugurate", "reappoint", "hire", "continue", "return",
})  # fmt: skip
_STARTING = NAMING - {"re-elect", "reelect"} | REPLACING | frozenset({"become", "swear", "inaugurate"})
_PLANNED = frozenset({"be", "set", "due", "slate", "slated", "schedule", "scheduled", "poised", "expect", "expected"})
_ENDED = frozenset({"use", "cease"})
"""Verbs above "to be" after which it is so no more: "used to be mayor"."""
_ONCE = frozenset({"previously", "earlier", "once", "formerly"})
_STILL = frozenset({"since", "for", "when", "until"})
_NOT_A_FACT = frozenset({"would", "could", "might", "may", "should", "if"})
PASSIVE = NAMING | frozenset({"swear", "inaugurate", "reappoint", "hire", "dismiss", "sack", "fire", "oust", "remove"})


@dataclass(slots=True, frozen=True)
class Predicate:
    """The subjects (tokens) a position is said of. `past` as the verb stands, `left` where it tells the end.

    `before` are the tokens of who held it until then: "Able replaced Baker as mayor"; `after` of who holds it from then on:
    "Able was succeeded as mayor by Baker".
    """

    subjects: tuple[int, ...]
    before: tuple[int, ...]
    past: bool
    left: bool
    coming: bool = False
    """Whether it is only to begin: "Able will become mayor"; who held it before holds it still."""
    after: tuple[int, ...] = ()


def read_predicate(view: View, phrase: Phrase) -> Predicate | None:
    """Return of whom a verb says the position, None where none does or where it is denied or only wished for."""
    head = phrase.title.head
    while phrase.title.start <= view.heads[head] < phrase.title.end and view.heads[head] != head:
        head = view.heads[head]  # "Security" in a parse of "was Secretary of Homeland Security"
    verb = view.heads[head]
    dep = view.deps[head]
    if dep == "appos":
        return _named_so(view, phrase)
    if dep == "pobj" and view.lower[verb] == "as":
        verb = view.heads[verb]
        if view.pos[verb] in {
            "NOUN",
            "PROPN",
        }:  # "took office as", "named Able as": the parse may hang "as" on the object
            verb = view.heads[verb]
        quits = view.lemmas[verb] in _LOSING and any(view.lemmas[spot] in _POSTS for spot in objects(view, verb))
        if view.lemmas[verb] not in _AS | LEAVING | REPLACING and not quits:
            return None
    elif dep == "pobj" and (held := held_post(view, head)) is not None:
        verb = held
    elif dep not in {"attr", "oprd", "xcomp", "dobj"} or view.lemmas[verb] not in (
        COPULAS if dep == "attr" else NAMING
    ):
        return None
    if denied(view, verb):
        return None
    if not passive_fits(view, verb):
        return _of_object(view, verb, head)
    past = view.tags[verb] in {"VBD", "VBN"}
    replaced = view.lemmas[verb] in REPLACING
    passive = is_passive(view, verb)
    left = view.lemmas[verb] in LEAVING | _LOSING or (replaced and passive)
    before = objects(view, verb) if replaced and not passive else ()
    after = agents(view, verb) if replaced and passive else ()
    if is_future(view, verb):
        if replaced and passive:
            return Predicate((), tuple(subjects(view, verb)), past=False, left=False, coming=True, after=after)
        begins = view.lemmas[verb] in _STARTING and not left
        return Predicate(tuple(subjects(view, verb)), before, past=False, left=False, coming=begins)
    if replaced and _infinitive(view, verb):
        chosen = view.lemmas[view.heads[verb]] in NAMING and is_passive(view, view.heads[verb])
        found = tuple(subjects(view, view.heads[verb])) if chosen else ()
        return Predicate(found, before, past=False, left=False, coming=True)  # "Baker hopes to succeed Able as mayor"
    left |= (past and _over(view, verb)) or _no_more(view, verb)
    return Predicate(tuple(subjects(view, verb)), before, past, left, after=after)


def held_post(view: View, head: int) -> int | None:
    """Return the verb that has the post of an office for its object: "held the post of finance minister"."""
    above = view.heads[head]
    post = view.heads[above]
    verb = view.heads[post]
    fits = view.lower[above] == "of" and view.lemmas[post] in _POSTS and view.deps[post] == "dobj"
    return verb if fits and view.lemmas[verb] in _HOLDING | _LOSING | {"resign", "quit"} else None


def agents(view: View, verb: int) -> tuple[int, ...]:
    """Return who does what a passive verb tells: "was succeeded by Baker"."""
    start, end = view.sentences[view.sentence_of[verb]]
    return tuple(
        spot
        for spot in range(start, end)
        if view.deps[spot] == "pobj" and view.lower[view.heads[spot]] == "by" and view.heads[view.heads[spot]] == verb
    )


def _no_more(view: View, verb: int) -> bool:
    """Whether it was so and is no more: "is no longer mayor", "used to be mayor"."""
    start, end = view.sentences[view.sentence_of[verb]]
    longer = any(view.heads[spot] == verb and view.lower[spot] == "longer" for spot in range(start, end))
    return longer or _was(view, verb)


def _was(view: View, verb: int) -> bool:
    return view.deps[verb] == "xcomp" and view.lemmas[view.heads[verb]] in _ENDED and _infinitive(view, verb)


def is_future(view: View, verb: int) -> bool:
    """Whether a verb tells of what is planned: "will succeed Baker", "is to be replaced", "is due to become mayor"."""
    start, end = view.sentences[view.sentence_of[verb]]
    if any(view.heads[spot] == verb and view.lower[spot] in {"will", "'ll", "shall"} for spot in range(start, end)):
        return True
    return view.deps[verb] == "xcomp" and (view.lemmas[view.heads[verb]] in _PLANNED) and _infinitive(view, verb)


def _infinitive(view: View, verb: int) -> bool:
    return any(view.heads[spot] == verb and view.lower[spot] == "to" for spot in range(view.sentence_start(verb), verb))


def _over(view: View, verb: int) -> bool:
    """Whether a position in the past is over: "was previously mayor", "had been mayor", not "had been mayor for years"."""
    start, end = view.sentences[view.sentence_of[verb]]
    below = {view.lower[spot] for spot in range(start, end) if view.heads[spot] == verb}
    if below & _ONCE:
        return True
    return view.lemmas[verb] == "be" and "had" in below and not below & _STILL


def _of_object(view: View, verb: int, head: int) -> Predicate | None:
    """Return what is said of the object: "The king dismissed Able as prime minister"."""
    found = tuple(spot for spot in objects(view, verb) if spot < head)
    if not found or view.tags[verb] != "VBD":
        return None
    return Predicate(found, (), past=True, left=view.lemmas[verb] in LEAVING)


def naming_verb(view: View, head: int) -> int | None:
    """Return the verb that names its object so, where the parse takes the title for an apposition: "elected Able president"."""
    named = view.heads[head]
    verb = view.heads[named]
    fits = view.deps[head] == "appos" and view.deps[named] == "dobj" and view.lemmas[verb] in NAMING
    return verb if fits and view.tags[verb] == "VBD" and "," not in view.words[named:head] else None


def _named_so(view: View, phrase: Phrase) -> Predicate | None:
    verb = naming_verb(view, phrase.title.head)
    if verb is None or denied(view, verb):
        return None
    return Predicate((view.heads[phrase.title.head],), (), past=True, left=False)


def subjects(view: View, verb: int) -> list[int]:
    """Return the subjects of a verb; a "who" stands for the noun before it."""
    found = []
    start, end = view.sentences[view.sentence_of[verb]]
    if view.deps[verb] == "acl" and view.tags[verb] == "VBN":  # "Able, appointed minister in May,"
        found.append(view.heads[verb])
    for spot in range(start, end):
        if view.heads[spot] == verb and view.deps[spot] in {"nsubj", "nsubjpass"}:
            relative = view.lower[spot] in {"who", "that"} and view.deps[verb] == "relcl"
            found.append(view.heads[verb] if relative else spot)
    if not found and view.deps[verb] == "xcomp" and (is_future(view, verb) or _was(view, verb)):
        above = view.heads[verb]
        while view.deps[above] in {"acomp", "xcomp"}:
            above = view.heads[above]
        return subjects(view, above)  # "Able is due to be replaced"
    if not found and view.deps[verb] == "conj" and view.pos[view.heads[verb]] in {"VERB", "AUX"}:
        return subjects(view, view.heads[verb])  # "Able was elected mayor in May and resigned in June"
    return found


def passive_fits(view: View, verb: int) -> bool:
    """Whether a verb of naming has its subject as the one who is named: "was elected", not "elected somebody"."""
    if view.lemmas[verb] not in PASSIVE:
        return True
    return is_passive(view, verb) or view.deps[verb] == "acl"


def is_passive(view: View, verb: int) -> bool:
    """Whether a verb has a passive subject or auxiliary."""
    start, end = view.sentences[view.sentence_of[verb]]
    return any(view.heads[spot] == verb and view.deps[spot] in {"nsubjpass", "auxpass"} for spot in range(start, end))


def objects(view: View, verb: int) -> tuple[int, ...]:
    """Return the direct objects of a verb."""
    start, end = view.sentences[view.sentence_of[verb]]
    return tuple(spot for spot in range(start, end) if view.heads[spot] == verb and view.deps[spot] == "dobj")


def denied(view: View, verb: int) -> bool:
    """Whether a verb is negated or only possible."""
    start, end = view.sentences[view.sentence_of[verb]]
    return any(
        view.heads[place] == verb and (view.deps[place] == "neg" or view.lower[place] in _NOT_A_FACT)
        for place in range(start, end)
    )
