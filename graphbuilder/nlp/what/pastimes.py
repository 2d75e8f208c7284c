"""Pastimes: tells what players, coaches, actors and singers do from force and office.

It sees one sentence and whether the whole document is of sport or of the stage; words in data/restraint.toml. A sentence with a
word of force is news wherever it stands.
"""

from typing import TYPE_CHECKING, Final

from graphbuilder.nlp.what.clauses import objects, prepositions, subjects
from graphbuilder.nlp.what.contexts import Restraint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuilder.nlp.what.contexts import Context
    from graphbuilder.nlp.what.drafts import Draft
    from graphbuilder.nlp.what.tree import Tree

CONTESTED: Final = frozenset({
    "Assault", "Mobilization", "Retreat", "Coercion", "Threat", "Sanction", "Resignation", "Appointment", "Election",
})  # fmt: skip
"""Labels that reports of sport use for what players do."""
SPORTING: Final = CONTESTED | {
    "Support", "Accusation", "Request", "Rejection", "Promise", "Agreement", "Concession", "Aid", "Trip", "Meeting",
    "Negotiation", "Cooperation", "Retreat",
}  # fmt: skip
"""Labels that a report of a match uses for what coaches and clubs do: "praised his striker", "rejected a bid"."""
STAGED: Final = SPORTING - {"Assault", "Coercion", "Threat", "Sanction"}
"""Labels that a report of film or music uses for what its people do: "nominated for", "turned down the part"."""
PERFORMED: Final = frozenset({"beat", "shoot"})
"""Words of force that are none there: "beaten to the prize", "a scene shot in Lima"."""
BALLOTS: Final = frozenset(
    {"vote", "election", "ballot", "poll", "seat", "referendum", "runoff", "primary", "majority"}
)


def who(context: "Context", draft: "Draft") -> "Sequence[int]":
    """Return who does it, where a verb carries the event."""
    verb = draft.hit.carrier
    return subjects(context.tree, verb) if context.tree.is_verb(verb) else []


def whom(context: "Context", draft: "Draft") -> "Sequence[int]":
    """Return to whom or what it is done, where a verb carries the event."""
    verb = draft.hit.carrier
    return objects(context.tree, verb) if context.tree.is_verb(verb) else []


def _phrase(tree: "Tree", head: int) -> list[int]:
    """Return a noun with the words before it that belong to it ("Coach Vermeer", "the goalkeeping coach")."""
    return [head, *tree.all_kids(head, "compound", "amod", "nmod", "appos")]


def of_pastime(context: "Context", draft: "Draft") -> Restraint | None:
    """Tell "The striker fired three shots at the keeper" and "The club appointed a new coach" from force and office."""
    tree, words = context.tree, context.words
    if draft.label == "Trip" and tree.lemma[draft.hit.token] == "tour":  # "The singer will tour Japan"
        on_stage = [here for head in who(context, draft) for here in _phrase(tree, head)]
        found = next((tree.word[here] for here in on_stage if tree.lemma[here] in words.performers), None)
        found = "report" if found is None and context.staged(draft.sentence) else found
        return None if found is None else Restraint("description", found)
    if draft.label == "Protest":  # "Fans protested against the referee"
        against = [far for word, far in prepositions(tree, draft.hit.carrier) if word in {"against", "to", "at"}]
        found = next((tree.word[head] for head in against if tree.lemma[head] in words.athletes | words.games), None)
        return None if found is None else Restraint("sport", found)
    if draft.label not in SPORTING:
        return None
    sentence = tree.forms_in(draft.sentence)
    if sentence & words.force:
        return None
    if context.sporting(draft.sentence):
        return Restraint("sport", "report")
    if context.staged(draft.sentence) and (draft.label in STAGED or tree.lemma[draft.hit.token] in PERFORMED):
        return Restraint("film", "report")
    score = _score(tree, tree.tokens(draft.sentence)) if draft.label == "Election" else None
    if score is not None and not sentence & BALLOTS:
        return Restraint("sport", score)
    if draft.label not in CONTESTED:
        return None
    if draft.label in {"Assault", "Mobilization"} and tree.lemma[draft.hit.token] not in words.played:
        return None
    near = [
        tree.lemma[here].lower()
        for head in (*who(context, draft), *whom(context, draft), *offices(tree, draft.hit.carrier))
        for here in _phrase(tree, head)
    ]
    player = next((word for word in near if word in words.athletes), None)
    strong = sentence & (words.games | words.athletes)
    if player is not None and (draft.label != "Sanction" or len(strong) > 1):
        return Restraint("sport", player)
    if len(strong) + len(sentence & words.play) > 2 and strong:
        return Restraint("sport", min(strong))
    return None


def _score(tree: "Tree", tokens: range) -> str | None:
    """Return the score in "beat her 6-3 6-4"."""
    for here in tokens[:-2]:
        first, dash, second = tree.word[here], tree.word[here + 1], tree.word[here + 2]
        if dash in {"-", "–"} and first.isdigit() and second.isdigit() and len(first) < 3 and len(second) < 3:
            return f"{first}{dash}{second}"
    return None


def offices(tree: "Tree", verb: int) -> list[int]:
    """Return what somebody is made: "named Lind coach", "elected as captain"."""
    found = tree.all_kids(verb, "oprd", "attr")
    return found + [
        far for prep in tree.all_kids(verb, "prep") for far in tree.all_kids(prep, "pobj") if tree.word[prep] == "as"
    ]
