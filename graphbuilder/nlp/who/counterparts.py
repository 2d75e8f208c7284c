"""Which countries somebody cannot be of: a text speaks of a counterpart there, or of another who holds the office there."""

from graphbuilder.nlp.who.holding import Holding
from graphbuilder.nlp.who.office_kinds import same_office
from graphbuilder.nlp.who.phrases import Phrase
from graphbuilder.nlp.who.reading import Reading
from graphbuilder.records.annotation import EntityType

_STANDING = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj", "conj"})
"""How a phrase hangs that stands for somebody of its own; "elected president of Colombia" does not."""


def barred(reading: Reading, phrases: list[Phrase], of_entities: dict[int, list[int]]) -> set[tuple[int, int]]:
    """Return (person, country) pairs that cannot be: whose counterpart is Chilean holds no Chilean office.

    Where nobody is named before a counterpart without a name, it may be anybody's: "Minister, have you met your Chilean
    counterpart?"

    Args:
        reading: The document's names.
        phrases: Its role phrases.
        of_entities: What the phrase of each title's head is of.
    """
    view = reading.view
    pairs: set[tuple[int, int]] = set()
    for phrase in phrases:
        if phrase.kind != "counterpart":
            continue
        before = [
            reading.entities[number]
            for number, name in enumerate(reading.names)
            if name.start < phrase.start
            and name.type is EntityType.PERSON
            and view.sentence_of[name.start] == view.sentence_of[phrase.start]
        ]
        owners = before[-1:] or ([] if phrase.used else reading.entities)
        pairs.update((owner, entity) for owner in owners for entity in of_entities[phrase.title.head])
    return pairs


def beside_another(
    reading: Reading, phrases: list[Phrase], of_entities: dict[int, list[int]], holdings: list[Holding]
) -> set[tuple[int, int]]:
    """Return (person, country) pairs that cannot be: who is named in one sentence with a country's president is another.

    "President Lopez met the president of Colombia" makes Lopez president of some other country.

    Args:
        reading: The document's names.
        phrases: Its role phrases.
        of_entities: What the phrase of each title's head is of.
        holdings: The positions found so far.
    """
    view, drafts = reading.view, reading.register.drafts
    pairs: set[tuple[int, int]] = set()
    for phrase in phrases:
        head = phrase.title.head
        as_what = view.deps[head] == "pobj" and view.lower[view.heads[head]] == "as"
        if phrase.used or phrase.former or phrase.title.plural or as_what or view.deps[head] not in _STANDING:
            continue
        countries = [entity for entity in of_entities[head] if drafts[entity].is_country]
        if not countries:
            continue
        named = _with(reading, head)
        pairs.update(
            (holding.holder, country)
            for holding in holdings
            if holding.holder in named and same_office(phrase.kind, holding.kind) and holding.of is None
            for country in countries
        )
    return pairs


def _with(reading: Reading, place: int) -> set[int]:
    """Return the people named in the sentence of a token, and of one who is "he" or "she" there the one named last before."""
    view = reading.view
    here = view.sentence_of[place]
    people = [
        (name.start, entity)
        for name, entity in zip(reading.names, reading.entities, strict=True)
        if name.type is EntityType.PERSON and here - 1 <= view.sentence_of[name.start] <= here
    ]
    named = {entity for start, entity in people if view.sentence_of[start] == here}
    first, last = view.sentences[here]
    for spot in range(first, last):
        before = [entity for start, entity in people if start < spot]
        if view.lower[spot] in {"he", "she"} and before:
            named.add(before[-1])
    return named
