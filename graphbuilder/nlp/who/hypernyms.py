"""Which named body a text calls by its kind: "the company" after "Velm Oil", "the alliance" after "NATO".

Only bodies of the sentences just before are asked, and only those whose kind or name does not speak against the noun. The latest
sentence that has one decides; where it has two and neither alone is subject, nothing is said.
"""

from graphbuilder.nlp.who.history import History
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.register import WEAK_KIND, Draft, Register
from graphbuilder.records.annotation import EntityType

_NEAR = 3
"""Sentences to look back: further on there is mostly another body between."""
_COMPANY = frozenset({None, "company", "bank"})
_SOCIETY = frozenset({None, "international", "charity", "association", "armed group"})
_PRESS = frozenset({"media"})
COMPANIES = frozenset({"company", "firm", "airline", "carmaker", "manufacturer", "retailer", "insurer", "supermarket"})
HYPERNYMS: dict[str, frozenset[str | None]] = {
    **dict.fromkeys(COMPANIES, _COMPANY),
    "bank": frozenset({None, "bank"}),
    "group": _SOCIETY | _COMPANY,
    **dict.fromkeys(("organization", "organisation", "association", "charity", "federation"), _SOCIETY),
    **dict.fromkeys(("alliance", "bloc"), frozenset({"international"})),
    **dict.fromkeys(("agency", "department"), frozenset({None, "agency", "ministry"})),
    "party": frozenset({"party"}),
    **dict.fromkeys(("newspaper", "broadcaster", "network", "channel", "magazine"), _PRESS),
}  # fmt: skip
"""Nouns for a body to the kinds of bodies they may mean; None stands for a name that does not tell its kind."""
_ALIKE = (
    frozenset({"company", "firm", "group", "bank"}),
    frozenset({"group", "organization", "organisation", "association", "charity", "federation", "union", "alliance"}),
)
"""Nouns that may stand for each other: "Velm Water Company" is "the firm"."""


def called(word: str, sentence: int, history: History, register: Register) -> int | None:
    """Return the named body that "the `word`" in this sentence means, None where none or several fit.

    Args:
        word: The noun, in lower case, with nothing but "the" before it.
        sentence: The number of its sentence.
        history: What was mentioned before.
        register: The entities.
    """
    kinds = HYPERNYMS.get(word)
    if kinds is None:
        return None
    fits: dict[int, bool] = {}
    latest = -1
    for found in reversed(history.found):
        if found.sentence < max(latest, sentence - _NEAR):
            break
        if len(found.entities) != 1 or not _fits(register.drafts[found.entities[0]], word, kinds):
            continue
        latest = found.sentence
        fits[found.entities[0]] = fits.get(found.entities[0], False) or found.subject
    subjects = [entity for entity, subject in fits.items() if subject]
    only = list(fits) if len(fits) == 1 else subjects
    return only[0] if len(only) == 1 else None


def _fits(draft: Draft, word: str, kinds: frozenset[str | None]) -> bool:
    if draft.type is not EntityType.ORGANIZATION or draft.anonymous or draft.kind == WEAK_KIND:
        return False
    if draft.kind not in kinds or (draft.kind is None and draft.country is not None and kinds == _COMPANY):
        return False
    told = [noun for noun in draft.name.casefold().split() if noun in load_lexicon().organizations]
    return not told or word in told or any({word, told[-1]} <= alike for alike in _ALIKE)
