"""Where a report itself speaks against the shipped table of office holders, so that an office without a name stays without one.

The table may say who "the Japanese prime minister" of a report was only where nobody in the report can be: a wrong holder is
worse than none. Pure functions of one document.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.office_kinds import LEADERS, same_office
from graphbuilder.nlp.who.officeholders import holder_on, offices_called, offices_of
from graphbuilder.nlp.who.places import is_city
from graphbuilder.records.annotation import Annotation, EntityType, LocalEntity
from graphbuilder.records.document import Document
from graphbuilder.records.identity import fold
from graphbuilder.records.resolution import EntityCandidate, Member, PositionFact
from graphbuilder.resolve.entities import ROLE_KIND
from graphbuilder.resolve.names import family_token

_COUNTRY = "country:"
_NAME_WORDS = (2, 3)
"""Words of a name that may be a person's though the model took it for a body."""


def doubted(document: Document, annotation: Annotation, candidates: Iterable[EntityCandidate]) -> set[Member]:
    """Return the candidates known by an office alone whom the table must not name.

    That is so where the report names somebody it says nothing else of ("Haruto Okabe will open a port"), in the headline too;
    where it names another holder than the table of any office; and where it speaks of the office at a time at which
    somebody else held it.
    """
    day = document.published
    candidates = list(candidates)
    asked = [candidate for candidate in candidates if candidate.role is not None]
    if not asked or day is None:
        return set()
    if _of_another_world(candidates, day):
        return {candidate.member for candidate in asked}
    headline = _named_in_headline(document.title, document.text)
    return {
        candidate.member
        for candidate in asked
        if candidate.role is not None
        and (headline or _rival(annotation, candidate.role, day) or _of_another_time(annotation, candidate, day))
    }


def _of_another_world(candidates: Iterable[EntityCandidate], day: date) -> bool:
    """Whether a report names another holder of some office than the table: "Chad's president, Bo Baker"."""
    for candidate in candidates:
        for fact in candidate.positions:
            told = _held(fact.kind, fact.of, day) if not fact.former and candidate.role is None else None
            if told is not None and family_token(told) not in {family_token(name) for name, _ in candidate.names}:
                return True
    return False


def _held(kind: str, of: str | None, day: date) -> str | None:
    return holder_on(kind, of.removeprefix(_COUNTRY), day) if of is not None and of.startswith(_COUNTRY) else None


def _rival(annotation: Annotation, role: PositionFact, day: date) -> bool:
    """Whether somebody is named who may hold the office, for all that the report and the table say of them.

    Nobody may where the report names the table's holder as well; whom the table knows by other offices only does not.
    """
    if _borne_out(annotation, _held(role.kind, role.of, day)):
        return False
    accounted = _accounted(annotation, role)
    return any(
        index not in accounted and _may_be_a_person(entity) and not offices_of(entity.name)
        for index, entity in _named(annotation)
    )


def _named(annotation: Annotation) -> Iterator[tuple[int, LocalEntity]]:
    for index in sorted({i for mention in annotation.mentions if mention.form == "name" for i in mention.entities}):
        yield index, annotation.entities[index]


def _accounted(annotation: Annotation, role: PositionFact) -> set[int]:
    """Return the entities of which the report says what they are, and it is not this office."""
    found = set()
    for mention in annotation.mentions:  # "Luc Morel, a baker"
        if mention.form == "nominal" and mention.title is None and len(mention.entities) == 1:
            found.add(mention.entities[0])
    open_to: set[int] = set()
    for position in annotation.positions:
        of = annotation.entities[position.of] if position.of is not None else None
        elsewhere = of is not None and (of.key or fold(of.name)) != role.of
        likely = same_office(position.kind, role.kind) or (position.kind in LEADERS and of is None)
        if position.former or elsewhere or not likely:
            found.add(position.holder)
        else:
            open_to.add(position.holder)
    return found - open_to


def _may_be_a_person(entity: LocalEntity) -> bool:
    if entity.type is EntityType.PERSON:
        return entity.kind != ROLE_KIND and not entity.anonymous
    lexicon = load_lexicon()
    words = entity.name.split()
    unknown = entity.key is None and entity.kind is None and entity.country is None and entity.latitude is None
    return (
        entity.type in {EntityType.ORGANIZATION, EntityType.PLACE}
        and unknown
        and len(words) in _NAME_WORDS
        and all(word.istitle() and word.isalpha() for word in words)
        and words[-1].lower() not in lexicon.organization_last | lexicon.place_last
        and words[0].lower() not in lexicon.organization_first | lexicon.place_first
    )


def _borne_out(annotation: Annotation, holder: str | None) -> bool:
    """Whether the report names the table's holder too, by whatever part of the name: "Moon"."""
    return any(
        office.name == holder
        for _, entity in _named(annotation)
        if entity.type is EntityType.PERSON
        for office in offices_called(entity.name)
    )


def _of_another_time(annotation: Annotation, candidate: EntityCandidate, day: date) -> bool:
    """Whether a sentence on the office is of a day on which another held it: "In 1994 the French president sold the ships"."""
    role = candidate.role
    if role is None:
        return False
    sentences = {mention.sentence for mention in annotation.mentions if candidate.member[1] in mention.entities}
    days = {time.start for time in annotation.times if time.sentence in sentences and time.start is not None}
    holder = _held(role.kind, role.of, day)
    return any(_held(role.kind, role.of, other) != holder for other in sorted(days) if other < day)


def _named_in_headline(title: str, text: str) -> bool:
    """Whether a headline names somebody whom the text does not: "Okabe flies to Manila".

    In a headline whose words all begin with a capital only a first name tells.
    """
    words = [word.strip('.,:;!?()"“”‘').removesuffix("'s").removesuffix("’s").strip("'’") for word in title.split()]
    small = [word for word in words if word.isalpha() and len(word) > _SHORT]
    plain = any(word.islower() for word in small)
    known = set(fold(text).replace("'s", " ").replace("’s", " ").translate(_MARKS).split())
    return any(
        word.istitle()
        and fold(word) not in known
        and not _is_known(fold(word))
        and (plain or fold(word) in load_lexicon().first_names)
        for word in small
    )


_SHORT = 3
"""Letters of the longest word that keeps its small letter in any headline ("and", "for")."""
_MARKS = str.maketrans(dict.fromkeys(".,:;!?()\"“”‘’'", " "))


def _is_known(word: str) -> bool:
    """Whether a word is a place, a people, a title, a body or a common word for people, and so nobody's name."""
    lexicon = load_lexicon()
    return (
        word in load_gazetteer().terms
        or word in lexicon.title_forms
        or word in lexicon.organizations | lexicon.groups | lexicon.organization_last
        or word in lexicon.unnamed
        or is_city(word)
    )
