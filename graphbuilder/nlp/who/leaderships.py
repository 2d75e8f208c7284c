"""Offices told by the body that somebody ran: "Ann Able, who had led the ministry from 2019 to 2023, returned".

Only bodies with one head are read, and only verbs of running one in the past or perfect; days are read in `terms`.
"""

from collections.abc import Mapping

from graphbuilder.nlp.who.holding import Holding
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.predicates import denied, is_future, is_passive, objects, subjects
from graphbuilder.nlp.who.register import WEAK_KIND, Register
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType

_RUNNING = frozenset({"lead", "head", "run", "chair"})
_BODIES = frozenset({"ministry", "department", "agency", "bank", "commission", "institute"})
_STILL = frozenset({"has", "have", "'s", "since"})


def leaderships(
    view: View, holdings: list[Holding], people: Mapping[int, int], bodies: Mapping[int, int], register: Register
) -> list[Holding]:
    """Return the positions of those who ran a body, where the text knows which it is.

    Args:
        view: The document.
        holdings: The positions found so far; what a verb tells already is not told again.
        people: The person of each token that is the head of a mention.
        bodies: The entity of each token that is the head of a mention.
        register: The entities.
    """
    found = []
    for verb in range(view.size):
        if view.lemmas[verb] not in _RUNNING or view.pos[verb] != "VERB" or view.tags[verb] not in {"VBD", "VBN"}:
            continue
        if is_passive(view, verb) or denied(view, verb) or is_future(view, verb):
            continue
        holder = next((people[spot] for spot in subjects(view, verb) if spot in people), None)
        body = next((bodies[spot] for spot in objects(view, verb) if spot in bodies and _one_head(view, spot)), None)
        if body is not None and register.drafts[body].kind == WEAK_KIND:
            continue  # "the agency" of a text that names none
        told = any(holding.start == verb for holding in holdings)
        if holder is None or body is None or told or register.drafts[body].type is not EntityType.ORGANIZATION:
            continue
        kind, of = _office(register, body)
        start, end = view.sentences[view.sentence_of[verb]]
        below = {view.lower[spot] for spot in range(start, end) if view.heads[spot] == verb}
        found.append(
            Holding(
                verb,
                verb + 1,
                holder,
                kind.title() if kind.endswith("minister") else kind.capitalize(),
                kind,
                of,
                former=not below & _STILL,
                acting=False,
                confidence=0.6,
                sentence=view.sentence_of[verb],
                past=True,
            )
        )
    return found


def _one_head(view: View, spot: int) -> bool:
    return view.lemmas[spot].casefold() in _BODIES


def _office(register: Register, body: int) -> tuple[str, int]:
    """Return the kind of office and what it is of: the finance minister of Sweden for "Swedish Finance Ministry"."""
    draft = register.drafts[body]
    words = draft.name.casefold().split()
    country = register.by_key.get(f"country:{draft.country}")
    if "ministry" in words and country is not None:
        place = words.index("ministry")
        named = words[place + 2 :] if words[place + 1 : place + 2] in (["of"], ["for"]) else words[:place]
        for start in range(len(named)):
            portfolio = tuple(named[start:])
            if portfolio in load_lexicon().portfolios.get(portfolio[0], ()):
                return f"{_USUAL.get(' '.join(portfolio), ' '.join(portfolio))} minister", country
    return ("governor" if words[-2:] == ["central", "bank"] else "head"), body


_USUAL = {
    "foreign affairs": "foreign", "defence": "defense", "home": "interior", "home affairs": "interior",
    "internal affairs": "interior", "labour": "labor",
}  # fmt: skip
"""Portfolios that a kind of office has another word for."""
