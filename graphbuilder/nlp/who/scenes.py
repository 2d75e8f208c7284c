"""Places that tell nothing of whose officials act there: "Able and Baker met in Lima", "the ambassador to Peru"."""

from graphbuilder.nlp.who.holding import Holding
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.phrases import Phrase
from graphbuilder.nlp.who.predicates import subjects
from graphbuilder.nlp.who.reading import Reading
from graphbuilder.nlp.who.spans import Name
from graphbuilder.nlp.who.surroundings import subject_country
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType

SENT = frozenset({"ambassador", "special envoy", "consul"})
"""Offices that are of the country that sends, never of the one they are held in."""
_SENDING = frozenset(
    {"recall", "appoint", "name", "nominate", "send", "withdraw", "replace", "dismiss", "accredit", "post"}
)
"""What a country does with its own envoys only."""
_APPOINTING = frozenset({"appoint", "name", "nominate", "pick", "promote"})
_GATHERING = frozenset({
    "meet", "gather", "confer", "talk", "attack", "ambush", "assault", "shoot", "stab", "wound", "injure", "kill", "assassinate",
    "murder", "kidnap", "abduct",
})  # fmt: skip
"""Verbs of what people from anywhere do or suffer anywhere."""
_WHERE = frozenset({"in", "at", "near", "outside"})


def posts(phrases: list[Phrase]) -> frozenset[int]:
    """Return the tokens that say where envoys are sent: "the ambassador to France"."""
    return frozenset(place for phrase in phrases if phrase.kind in SENT for place in phrase.extra)


def post_of(reading: Reading, phrase: Phrase, of: list[int], sender: int | None) -> int | None:
    """Return the body or country an envoy is sent to: "the ambassador to NATO", "Germany's UN ambassador", "in Ankara"."""
    if phrase.kind not in SENT:
        return None
    told = [reading.entities[reading.at[place]] for place in phrase.extra if reading.at[place] >= 0]
    told += [entity for entity in of if entity != sender and sender is not None]
    drafts = reading.register.drafts
    for entity in told:
        if drafts[entity].type is EntityType.ORGANIZATION:
            return entity
        if drafts[entity].type is EntityType.PLACE:
            code = drafts[entity].country
            return entity if code is None or phrase.kind == "consul" else reading.register.country(code)
    return None


def posted(reading: Reading, phrases: list[Phrase], holdings: list[Holding]) -> set[tuple[int, int]]:
    """Return (person, country) pairs that cannot be: "the ambassador to France" is the envoy of another country."""
    drafts = reading.register.drafts
    abroad: dict[int, dict[int, None]] = {}
    for phrase in phrases:
        for place in phrase.extra if phrase.kind in SENT else ():
            code = drafts[reading.entities[reading.at[place]]].country if reading.at[place] >= 0 else None
            if code is not None:
                abroad.setdefault(phrase.core, {})[reading.register.country(code)] = None
    return {(holding.holder, country) for holding in holdings for country in abroad.get(holding.start, ())}


def throneless(reading: Reading, holdings: list[Holding]) -> set[tuple[int, int]]:
    """Return (person, country) pairs that cannot be: who meets "King Abdullah bin Hussein" is of another country than he."""
    thrones = load_lexicon().thrones
    royals = [holding for holding in holdings if holding.of is None and holding.kind in thrones]
    lands = [(entity, draft.country) for entity, draft in enumerate(reading.register.drafts) if draft.is_country]
    return {(royal.holder, land) for royal in royals for land, code in lands if code not in thrones[royal.kind]}


def sender(reading: Reading, holding: Holding) -> int | None:
    """Return the country that sends an envoy, as the verb tells: "Brazil recalled Ann Able, the ambassador to France"."""
    view = reading.view
    for name, entity in zip(reading.names, reading.entities, strict=True):
        root = view.root(name.start, name.end)
        verb = view.heads[root]
        handled = view.deps[root] == "dobj" and view.lemmas[verb] in _SENDING
        if entity == holding.holder and handled and view.sentence_of[root] == holding.sentence:
            return subject_country(reading, verb)
    return None


def appointer(reading: Reading, holding: Holding, holdings: list[Holding]) -> int | None:
    """Return the country of the official who appoints: "President Able of Kenya named Bo Baker as health minister"."""
    view = reading.view
    for name, entity in zip(reading.names, reading.entities, strict=True):
        if entity != holding.holder:
            continue
        root = view.root(name.start, name.end)
        verb = view.heads[root]
        if (
            view.deps[root] != "dobj"
            or view.lemmas[verb] not in _APPOINTING
            or view.sentence_of[root] != holding.sentence
        ):
            continue
        spots = subjects(view, verb)
        whose = {reading.entities[reading.at[spot]] for spot in spots if reading.at[spot] >= 0} - {entity}
        lands = {h.of for h in holdings if h.holder in whose and h.of is not None and not h.former}
        if len(lands) == 1 and reading.register.drafts[land := lands.pop()].is_country:
            return land
    return None


def is_scene(view: View, name: Name) -> bool:
    """Whether a name is only where people meet or are attacked."""
    root = view.root(name.start, name.end)
    above = view.heads[root]
    return view.deps[root] == "pobj" and view.lower[above] in _WHERE and view.lemmas[view.heads[above]] in _GATHERING
