"""Bodies that every state has one of: whose "the Senate", "the foreign ministry" and "the Supreme Court" are.

What its sentence says comes first ("In Chile, the Senate must agree", "the government in Lima"); else it is the country a text is
at home in, unless another one is the subject before it ("Chile objected. The cabinet ..."). Where neither tells, the body has no
country.
"""

from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.groups import adjective, seated_in
from graphbuilder.nlp.who.homes import Home
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.reading import Reading
from graphbuilder.nlp.who.register import WEAK_KIND
from graphbuilder.nlp.who.surroundings import seat_country, subject_country
from graphbuilder.records.annotation import EntityType
from graphbuilder.records.identity import fold

_IN_PARTS = frozenset(
    {"senate", "supreme court", "house of representatives", "assembly", "legislature", "congress", "high court"}
)
"""What the states of a federation have as well: "the Senate" in a report on Texas may be that of Texas."""


_LAST_SPOKEN_OF = frozenset(
    {"government", "army", "navy", "military", "police", "opposition", "presidency", "judiciary"}
)
"""What is often another country's: a report from Kenya says "Elections in Chad were put off. The opposition ..."."""
_ABROAD = frozenset({"embassy", "consulate"})
"""What a state has in all countries but its own."""


def is_of_state(words: tuple[str, ...]) -> bool:
    """Return whether every state has a body of this name, in lower case: "senate", "supreme court", "ministry of defence"."""
    lexicon = load_lexicon()
    if words in lexicon.state_bodies or (len(words) == 1 and words[0] in lexicon.bodies - _ABROAD):
        return True
    if words[:2] == ("ministry", "of"):
        rest = words[3:] if words[2:3] == ("the",) else words[2:]
    else:
        rest = words[:-1] if words[-1:] == ("ministry",) else ()
    return bool(rest) and rest in lexicon.portfolios.get(rest[0], ())


def country_told(reading: Reading, home: Home, place: int, named: list[int]) -> int | None:
    """Return the country whose body has its last word at a token; `named` are the countries named before it."""
    here = seated_in(reading, place)
    if here is None:
        here = seat_country(reading, place)
    if here is not None:
        return here
    subject = subject_country(reading, place)
    alone = reading.view.lower[place] not in _LAST_SPOKEN_OF or not set(named) - {home.at}
    if home.at is not None and (subject == home.at or (subject is None and alone)):
        return home.at
    if len(named) == 1 and (home.at is None or subject == named[0]):
        return named[0]
    return None


def settle(reading: Reading, home: Home) -> None:
    """Give their country to the bodies that a text calls by a name every state has: "the Supreme Court" of a report on Brazil."""
    drafts = reading.register.drafts
    places: dict[int, list[int]] = {}
    for name, entity in zip(reading.names, reading.entities, strict=True):
        draft = drafts[entity]
        unknown = draft.type is EntityType.ORGANIZATION and draft.key is None and draft.country is None
        if unknown and is_of_state(tuple(fold(draft.name).split())):
            places.setdefault(entity, []).append(name.end - 1)
    for entity, starts in places.items():
        told = {country_told(reading, home, start, []) for start in starts}
        country = told.pop() if len(told) == 1 else None
        if country is None:
            country = _usual(reading, home, entity)
        elif fold(drafts[entity].name) in _IN_PARTS and _names_part(reading, home, country):
            country = None
        if country is not None:
            _give(reading, entity, country)
        else:
            drafts[entity].kind = WEAK_KIND  # "the Senate" of another report may be another senate


def _usual(reading: Reading, home: Home, entity: int) -> int | None:
    """Return whose a body is that few states have, where the text speaks of no other of them: "Congress" is the American one."""
    first, *others = load_lexicon().shared.get(fold(reading.register.drafts[entity].name), [""])
    about = {reading.register.drafts[country].country for country in (*home.spoken, home.filed) if country is not None}
    return reading.register.country(first) if first and not about & set(others) else None


def _names_part(reading: Reading, home: Home, country: int) -> bool:
    """Whether a text is of a state or province of the country, or names one."""
    code = reading.register.drafts[country].country
    parts = {draft.country for draft in reading.register.drafts if (draft.key or "").startswith("region:")}
    return home.in_part or code in parts


def _give(reading: Reading, entity: int, country: int) -> None:
    """Make a body that of a country, as "Brazil's Supreme Court" would be; a known one gets its key."""
    register = reading.register
    draft, code = register.drafts[entity], register.drafts[country].country
    register.affiliate(entity, country)
    draft.name, draft.country = f"{adjective(register, country)} {draft.name}", code
    words = tuple(fold(draft.name).split())
    for known, _, term in load_gazetteer().terms.get(words[0], ()):
        if known == words and term.kind == "organization" and term.value not in register.by_key:
            draft.key = term.value
            draft.name, draft.wikidata, draft.kind = load_lexicon().known[term.value][:3]
            draft.wikidata = draft.wikidata or None
            register.by_key[term.value] = entity
            return
    register.by_key.setdefault(f"{EntityType.ORGANIZATION.value}|{fold(draft.name)}", entity)
