"""Who is meant by an office: imported knowledge and other documents say who held it on the day. Pure functions.

"The Mexican president" of a report of March 2015 is whoever held that office then: by the imported lists, else by another
report of about that date that names its holder. Where two could be meant nobody is.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from msgspec.structs import replace

from graphbuilder.records.annotation import EntityType
from graphbuilder.records.identity import slug
from graphbuilder.records.knowledge import Known, Tenure
from graphbuilder.records.offices import SEATS, is_single
from graphbuilder.records.resolution import EntityCandidate, PositionFact
from graphbuilder.resolve.careers import careers_apart, careers_of
from graphbuilder.resolve.names import family_token, name_tokens

COUNTRY = "country:"
"""How the key of a country begins."""
ABOUT_DAYS = 120
"""A holder named in a report so many days away is still taken for the holder, where no other is named."""


class Lookup(NamedTuple):
    """What imported knowledge can be asked: people of a comparable name, and holders of an office on a day."""

    named: Callable[[str], Sequence[Known]]
    holders: Callable[[str, str, date], Sequence[Known]]


def latest_holder(holders: Iterable[Known], kind: str, of: str, day: date) -> Known | None:
    """Return who of the people held an office on a day; the last to take it over where spells meet or overlap.

    None where nobody held it, or two took it over on the same day.
    """
    found: list[tuple[date, Known]] = []
    for known in holders:
        starts = [t.start for t in known.tenures if (t.kind, t.of) == (kind, of) and t.start and t.covers(day)]
        if starts:
            found.append((max(starts), known))
    latest = max((start for start, _ in found), default=None)
    last = [known for start, known in found if start == latest]
    return last[0] if len(last) == 1 else None


def inform(candidate: EntityCandidate, lookup: Lookup) -> EntityCandidate:
    """Return the candidate with what imported knowledge says of it: who it is, its Wikidata id, its whole name.

    A name is tied to somebody known where an office agrees on the day, or where one person of that whole name is known, no office
    speaks against it, and the report is about the country of an office of theirs: a name alone ties nobody. Of somebody known
    without any office only the Wikidata id is taken over. An office without a name is tied to its one holder on the day.
    """
    if candidate.type is not EntityType.PERSON:
        return candidate
    if candidate.role is not None:
        holder = _holder(candidate.role, candidate.observed, lookup)
        return _as_holder(candidate, holder) if holder else candidate
    known = _known(candidate, lookup)
    if known is None:
        return candidate
    spellings = (*candidate.names, (known.name, 0)) if len(name_tokens(candidate.name)) == 1 else candidate.names
    return replace(
        candidate,
        known=known.id if known.tenures else None,
        tenures=tuple(dict.fromkeys((*candidate.tenures, *_bounded(candidate, known)))),
        wikidata=candidate.wikidata or known.wikidata,
        gender=candidate.gender or known.gender,
        names=tuple(sorted(set(spellings))),
        block=f"person:={family_token(known.name)}",
    )


def _bounded(candidate: EntityCandidate, known: Known) -> list[Tenure]:
    """Return when a list says that somebody took or left the offices the report tells of."""
    offices = {(fact.kind, fact.of) for fact in candidate.positions}
    return [tenure for tenure in known.tenures if (tenure.kind, tenure.of) in offices]


def _holder(role: PositionFact, day: date | None, lookup: Lookup) -> Known | None:
    if day is None or role.of is None or not is_single(role.kind):
        return None
    return latest_holder(lookup.holders(role.kind, role.of, day), role.kind, role.of, day)


def _as_holder(candidate: EntityCandidate, known: Known) -> EntityCandidate:
    if candidate.gender and known.gender and candidate.gender != known.gender:
        return candidate
    return replace(
        candidate,
        name=known.name,
        names=((known.name, 0),),
        kind=None,
        known=known.id,
        wikidata=known.wikidata,
        gender=candidate.gender or known.gender,
        block=f"person:={family_token(known.name)}",
    )


def _known(candidate: EntityCandidate, lookup: Lookup) -> Known | None:
    tokens = name_tokens(candidate.name)
    if len(tokens) == 1:
        return _known_by_last_name(candidate, lookup)
    people = [p for p in lookup.named(slug(candidate.name)) if not _other_gender(candidate, p)]
    agreeing = [person for person in people if _offices_agree(candidate, person)]
    if agreeing:
        return agreeing[0] if len(agreeing) == 1 else None
    if len(people) != 1 or _offices_clash(candidate, people[0]):
        return None
    owners = {tenure.of for tenure in people[0].tenures}
    return people[0] if not owners or owners & set(candidate.countries) else None


def _known_by_last_name(candidate: EntityCandidate, lookup: Lookup) -> Known | None:
    """Return the one holder of an office who bears the name: "Secretary Kelly" is the Kelly who holds that office on the day."""
    found = {}
    for fact in candidate.positions:
        if fact.former or fact.of is None or candidate.observed is None:
            continue
        for known in lookup.holders(fact.kind, fact.of, candidate.observed):
            if family_token(known.name) == family_token(candidate.name) and not _other_gender(candidate, known):
                found[known.id] = known
    return next(iter(found.values())) if len(found) == 1 else None


def _other_gender(candidate: EntityCandidate, known: Known) -> bool:
    return bool(candidate.gender and known.gender and candidate.gender != known.gender)


def _offices_agree(candidate: EntityCandidate, known: Known) -> bool:
    seats = [tenure for tenure in known.tenures if tenure.kind in SEATS]
    placed = any(tenure.of and tenure.of.startswith(COUNTRY) for tenure in seats)
    return any(
        _seats_agree(fact, tenure, candidate, placed=placed) and _in_time(fact, tenure, candidate.observed)
        if fact.kind in SEATS and tenure in seats
        else _held(fact, tenure, candidate.observed)
        for fact in candidate.positions
        for tenure in known.tenures
    )


def _held(fact: PositionFact, tenure: Tenure, day: date | None) -> bool:
    if fact.of is None or fact.of != tenure.of or fact.kind not in {tenure.kind, tenure.kind.partition(" to ")[0]}:
        return False
    return _in_time(fact, tenure, day)


def _in_time(fact: PositionFact, tenure: Tenure, day: date | None) -> bool:
    if day is None:
        return True
    if fact.former:
        return (tenure.start or date.min) <= day
    return tenure.covers(day)


def _seats_agree(fact: PositionFact, tenure: Tenure, candidate: EntityCandidate, *, placed: bool) -> bool:
    """Whether two can be one seat in a parliament: of one country or party.

    A report may name the party only, "MP Ann Able of the Velm party", and speak of the country of the seat; a list may name a
    house without its country. `placed` says whether it tells the country of any of the person's seats. Two countries never agree.
    """
    ours, theirs = ((of or "").removesuffix(" party") for of in (fact.of, tenure.of))
    if ours == theirs:
        return bool(ours)
    if theirs.startswith(COUNTRY):
        return not ours.startswith(COUNTRY) and theirs in candidate.countries
    return ours.startswith(COUNTRY) and not placed


def _offices_clash(candidate: EntityCandidate, known: Known) -> bool:
    """Whether offices, or walks of life, speak against it: "Footballer Tom Hale" is not the minister of that name."""
    lives = careers_of((*(fact.kind for fact in candidate.positions), *candidate.callings))
    if careers_apart(lives, careers_of(tenure.kind for tenure in known.tenures)):
        return True
    ours = {fact.of for fact in candidate.positions if fact.of}
    theirs = {tenure.of for tenure in known.tenures if tenure.of}
    return bool(ours) and bool(theirs) and not ours & theirs


Word = Literal["in", "begins", "out"]
"""An office is held on a day, taken up then, or held no more from then on."""


class Observed(NamedTuple):
    """What a document says of an entity and an office on a day."""

    entity: str
    day: date
    word: str = "in"


_ORDER = {"begins": 0, "in": 1, "out": 2}
"""In which order several words on one day are taken."""


def office_words(candidate: EntityCandidate) -> list[tuple[str, str, date, str | None]]:
    """Return what a candidate of a dated document says of offices: kind, of what, the day, and what is said of it then.

    Of somebody known by an office alone nothing is said (None): they are whoever holds it that day.
    """
    day, role = candidate.observed, candidate.role
    if day is None:
        return []
    if role is not None:
        return [(role.kind, role.of, day, None)] if role.of and candidate.known is None else []
    return [
        (fact.kind, fact.of, when, word)
        for fact in candidate.positions
        if fact.of
        for when, word in _words(fact, candidate.tenures, day)
    ]


def _words(fact: PositionFact, tenures: Iterable[Tenure], day: date) -> list[tuple[date, Word]]:
    """Return what a document of a day says of when somebody holds an office.

    "Rosa Quintana resigned on Monday": she held it until then. "Former President Rosa Quintana": she holds it no more.
    """
    told = [tenure for tenure in tenures if (tenure.kind, tenure.of) == (fact.kind, fact.of)]
    found: list[tuple[date, Word]] = [(tenure.start, "begins") for tenure in told if tenure.start]
    ends = [tenure.end for tenure in told if tenure.end]
    found += [(end + timedelta(days=1), "out") for end in ends if end < date.max]
    if fact.former:
        lately: list[tuple[date, Word]] = [(end, "in") for end in ends[:1] if 0 <= (day - end).days <= ABOUT_DAYS]
        return [*found, *lately] if ends else [*found, (day, "out")]
    if any(tenure.start and tenure.start > day for tenure in told):
        return found  # "Able, who takes office in May"
    return [*found, (min((day, *ends)), "in")]


def observed_holder(day: date, seen: Iterable[Observed]) -> str | None:
    """Return the entity that reports of about `day` name as the one holder of an office.

    A holder counts who is named within `ABOUT_DAYS`, or both before and after, and of whom nobody says that the office was
    left before or taken up after; None where two people count.
    """
    words: dict[str, list[Observed]] = {}
    for one in seen:
        words.setdefault(one.entity, []).append(one)
    fitting = [entity for entity, said in words.items() if _in_office(day, said)]
    return fitting[0] if len(fitting) == 1 else None


def _in_office(day: date, said: list[Observed]) -> bool:
    said = sorted(said, key=lambda one: (one.day, _ORDER[one.word]))
    before = next((one for one in reversed(said) if one.day <= day), None)
    after = next((one for one in said if one.day > day), None)
    seen_later = after is not None and after.word == "in"
    if before is None:
        return seen_later and after is not None and (after.day - day).days <= ABOUT_DAYS
    if before.word == "out":
        return False
    return seen_later or (day - before.day).days <= ABOUT_DAYS
