"""Counterparts: whose office they hold, and which countries somebody cannot be of because a counterpart is.

So too of the countries where a text speaks of another who holds the office there.
"""

from graphbuilder.nlp.who.holding import Holding
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.office_kinds import localized, same_office
from graphbuilder.nlp.who.phrases import Phrase
from graphbuilder.nlp.who.reading import Reading
from graphbuilder.nlp.who.register import WEAK_KIND, Draft
from graphbuilder.nlp.who.scenes import SENT
from graphbuilder.records.annotation import EntityType

_REACH = 3
"""Sentences from somebody to a counterpart: "President Bo Baker spoke. He said he was late. His Eritrean counterpart, ..."."""
_STANDING = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj", "conj"})
"""How a phrase hangs that stands for somebody of its own; "elected president of Colombia" does not."""


def with_counterparts(reading: Reading, holdings: list[Holding], phrases: list[Phrase]) -> list[Holding]:
    """Give each counterpart the position of the one it is compared with: "her Latvian counterpart, Bo Baker".

    Args:
        reading: The document's names.
        holdings: The positions found so far; a counterpart of nobody is left out of what is returned.
        phrases: The role phrases, of which some name nobody: "the Danish minister met her Latvian counterpart, Bo Baker".
    """
    kept = []
    for holding in holdings:
        if holding.kind == "counterpart":
            model = _model(reading, holdings, phrases, holding)
            if model is None:
                continue
            american = holding.of is not None and reading.register.drafts[holding.of].country == "US"
            holding.kind, holding.title = localized(*model, american=american)
        kept.append(holding)
    return kept


def _model(
    reading: Reading, holdings: list[Holding], phrases: list[Phrase], holding: Holding
) -> tuple[str, str] | None:
    """Return the office of somebody else named or known by it last in this sentence, or named in those before."""
    view = reading.view
    found, where = None, -1
    for name, entity in zip(reading.names, reading.entities, strict=True):
        if name.start >= holding.start:
            break
        if name.type is not EntityType.PERSON or entity == holding.holder:
            continue
        if holding.sentence - view.sentence_of[name.start] > _REACH:
            continue
        for other in holdings:
            if other.holder == entity and other.kind != "counterpart" and not other.former:
                found, where = (other.kind, other.title), view.sentence_of[name.start]
                break
    if where == holding.sentence:
        return found
    for phrase in phrases:
        here = phrase.end <= holding.start and view.sentence_of[phrase.start] == holding.sentence
        if here and phrase.of and not phrase.used and not phrase.former and not phrase.title.plural:
            found = phrase.kind, phrase.label
    return found


def known_by(draft: Draft, there: list[str | None]) -> list[str]:
    """Return the office by which alone somebody is known, as countries of these codes call it: "foreign minister of Turkey".

    "The Turkish foreign minister and his Iraqi counterpart"; "the official and his counterpart" tells no office.
    """
    offices = load_lexicon().title_sector
    kind = draft.name if draft.name in offices else draft.name.rpartition(" of ")[0]
    office = kind in offices or kind.endswith((" minister", " secretary"))
    return [localized(kind, "", american="US" in there)[0]] if draft.kind == WEAK_KIND and office else []


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

    "President Lopez met the president of Colombia" makes Lopez president of some other country, and so does "met Colombia's
    ambassador".

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
            if holding.holder in named and holding.of is None
            if same_office(phrase.kind, holding.kind) or (phrase.kind in SENT and holding.kind not in SENT)
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
