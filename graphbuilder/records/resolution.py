"""What resolution reads and makes: candidates taken from annotations, entities and events over all documents.

A candidate is small on purpose: resolution streams over them by block and must not hold a corpus in memory.
"""

from datetime import date

from graphbuilder.records.annotation import EntityFacts, EntityType, EventFacts, Generation, PlaceRelation, Role
from graphbuilder.records.base import Record
from graphbuilder.records.identity import fold
from graphbuilder.records.knowledge import Tenure

Member = tuple[str, int]
"""(document id, index into that document's annotation or local clusters)."""


class PositionFact(Record, frozen=True, kw_only=True):
    """A position as evidence of who somebody is: comparable kind, and the entity it belongs to (a key or a folded name)."""

    kind: str
    of: str | None = None
    former: bool = False


class EntityCandidate(EntityFacts, frozen=True, kw_only=True):
    """One local entity as seen from outside its document.

    `block` is the only set of candidates it can be merged within. `company` are the folded names of persons and places mentioned
    beside it, `countries` (keys) and `topics` what its document is about, `acts` the labels of events it takes part in, `tenures`
    the offices it is told to have taken or left, `observed` and `source` the document's date and outlet. `role` is the office
    by which somebody without a name is known ("the Mexican president"), `known` who imported knowledge says it is, `sector` its
    PLOVER sector, `mark` the folded name that the document's annotation gave it.
    `towns` are those of the company by which a country is told ("country:MX cancun"), where the country itself is not named.
    Of a person: `callings` and `generation` are the text's, `homes` the countries of the offices it states, `guessed` those that
    were but inferred. `deeds` tell events so that another report of them is recognised ("Trip 2017-07-05 country:MX"), `seen`
    where somebody was on a day ("2017-07-05 country:MX"), `deals` whether they meet or sign with a state or who holds an office.
    """

    member: Member
    block: str
    type: EntityType
    name: str
    names: tuple[tuple[str, int], ...] = ()
    key: str | None = None
    positions: tuple[PositionFact, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    company: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    observed: date | None = None
    source: str | None = None
    callings: tuple[str, ...] = ()
    generation: Generation | None = None
    homes: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    deals: bool = False
    seen: tuple[str, ...] = ()
    role: PositionFact | None = None
    known: str | None = None
    sector: str | None = None
    mark: str = ""
    mention_count: int = 0


def mark_of(candidate: EntityCandidate) -> str:
    """Return the folded name by which a candidate is found again in its document."""
    return candidate.mark or fold(candidate.name)


class Entity(EntityFacts, frozen=True, kw_only=True):
    """A resolved entity: its members are the candidates it was made of; `why` says what joined them, `sector` is PLOVER's."""

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    sector: str | None = None
    mention_count: int = 0
    members: tuple[Member, ...] = ()
    why: tuple[str, ...] = ()


class Participant(Record, frozen=True, kw_only=True):
    """An entity in a role of an event; `title` is the title used there."""

    entity: str
    role: Role
    title: str | None = None
    confidence: float = 1.0


class EventPlace(Record, frozen=True, kw_only=True):
    """A place of an event, by entity id."""

    entity: str
    relation: PlaceRelation
    confidence: float = 1.0


class Story(Record, frozen=True, kw_only=True):
    """What a report is about: when it was published, the folded words of its beginning, the entities below a country it names."""

    published: date | None = None
    words: tuple[str, ...] = ()
    cast: tuple[str, ...] = ()


class EventCandidate(EventFacts, frozen=True, kw_only=True):
    """One local event: the mentions of one document that tell of the same occurrence.

    `member` is (document id, index of its first mention); `mentions` are indexes into `Annotation.events`. `area` holds the
    place ids and all that they lie within. `groups` are the head words of those who take part without a name ("gunmen"), and
    `words` the folded content words of the evidence, for statements. `offsets` are where its triggers begin in the text.
    `nameless` are the ids of participants that no name identifies ("a gunman"), `counts` how many of a group
    there were ("pirates:23"), `story` what its document is about. `recalled` says that it is only named as something known, with
    no day and nobody: "since the Oslo summit".
    """

    member: Member
    mentions: tuple[int, ...]
    participants: tuple[Participant, ...] = ()
    places: tuple[EventPlace, ...] = ()
    area: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    offsets: tuple[int, ...] = ()
    nameless: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    story: Story = Story()
    recalled: bool = False


class Event(EventFacts, frozen=True, kw_only=True):
    """A resolved event: one occurrence, with every document that tells of it."""

    id: str
    name: str
    participants: tuple[Participant, ...]
    places: tuple[EventPlace, ...]
    mention_count: int
    source_count: int
    members: tuple[Member, ...]
    why: tuple[str, ...] = ()
