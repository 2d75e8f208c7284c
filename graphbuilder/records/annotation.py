"""Annotation: everything the nlp room found in one document, before anything is resolved across documents.

Records inside an annotation point to each other by index into the annotation's own tuples.
"""

from datetime import date
from enum import StrEnum
from typing import Literal

from graphbuilder.records.base import Record, Span


class EntityType(StrEnum):
    """The four kinds of entity of the graph model; the value is the node label."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    PLACE = "Place"
    GROUP = "Group"


class Role(StrEnum):
    """Roles of a participant in an event (graph-model.md, PARTICIPATED_IN)."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    PARTICIPANT = "participant"
    SPEAKER = "speaker"
    ADDRESSEE = "addressee"
    TRAVELLER = "traveller"
    HOST = "host"
    COMPANION = "companion"


class PlaceRelation(StrEnum):
    """How an event relates to a place; the value is the relationship type."""

    LOCATED_IN = "LOCATED_IN"
    DESTINATION = "DESTINATION"
    ORIGIN = "ORIGIN"


class Status(StrEnum):
    """Did it happen? (graph-model.md, status)."""

    ACTUAL = "actual"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"


MentionForm = Literal["name", "nominal", "pronoun", "demonym"]
Precision = Literal["day", "week", "month", "quarter", "season", "year", "decade", "unknown"]
CoordinatePrecision = Literal["exact", "city", "region", "country", "container"]
DateBasis = Literal["stated", "published", "inherited"]
Gender = Literal["male", "female"]
Generation = Literal["elder", "younger"]


class Sentence(Span, frozen=True, kw_only=True):
    """One sentence; `index` counts from 0 in document order."""

    index: int


class EntityMention(Span, frozen=True, kw_only=True):
    """A span that refers to one entity, or to several ("the two leaders").

    `entities` are indexes into `Annotation.entities`. `title` is the title used there ("Mexican Foreign Minister"), not part
    of the span of a name. A mention that refers to nothing known has no entities and is kept for measuring only.
    `with_others` marks a "we" that means its speaker together with others: the speaker takes part, but is not all that is meant.
    """

    sentence: int
    form: MentionForm
    entities: tuple[int, ...] = ()
    title: str | None = None
    with_others: bool = False
    confidence: float = 1.0


class Namesake(Record, frozen=True, kw_only=True):
    """A place that has the name too and was not taken. `within` is its state, `score` its share among all, 0 to 1."""

    name: str
    kind: str
    country: str
    geonames: str
    score: float
    within: str | None = None


class EntityFacts(Record, frozen=True, kw_only=True):
    """What a gazetteer or a text tells of an entity; None where it tells nothing. Coordinates are WGS 84 degrees.

    Of a place: `geonames` is its GeoNames id. `coordinate_precision` says what the point stands for: the place itself (exact),
    a town, the middle of a region or country, or what an unknown place lies in (container). `resolution_score` is the share of
    the place taken among all of its name, 0 to 1, None where there was no choice to make; `alternatives` are the best others.
    """

    wikidata: str | None = None
    gender: Gender | None = None
    kind: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: str | None = None
    coordinate_precision: CoordinatePrecision | None = None
    resolution_score: float | None = None
    alternatives: tuple[Namesake, ...] = ()
    is_country: bool = False


class EventFacts(Record, frozen=True, kw_only=True):
    """Date, status and codes of an event, in a mention, in a document or over all documents.

    `type` is a label of the ontology. `start`, `end`, `date_precision`, `date_text` and `date_basis` are its date; None and
    "unknown" where none is known. `polarity_cue` is the word that made it negated, cancelled, planned or hypothetical. `rule`
    names the pattern that fired.
    """

    type: str
    rule: str = ""
    status: Status = Status.ACTUAL
    polarity_cue: str | None = None
    start: date | None = None
    end: date | None = None
    date_precision: Precision = "unknown"
    date_text: str | None = None
    date_basis: DateBasis | None = None
    plover: str | None = None
    plover_mode: str | None = None
    cameo: str | None = None
    topics: tuple[str, ...] = ()
    confidence: float = 0.5


class LocalEntity(EntityFacts, frozen=True, kw_only=True):
    """One entity of one document: a coreference cluster, named by its fullest name.

    `key` is a natural key from a gazetteer ("country:MX", "geonames:2911298") where there is one; equal keys are the same
    entity in every document. `within` and `affiliations` are indexes into `Annotation.entities`.
    `anonymous` marks somebody or something a text speaks of without a name ("a woman ... she", the audience of a speech): it
    enters the graph only where it takes part in an event.
    Of a person: `callings` are nouns by which the text calls them beside their offices ("striker", "plumber"), sorted;
    `generation` tells father and son of one name apart, where the text does.
    """

    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    key: str | None = None
    within: int | None = None
    affiliations: tuple[int, ...] = ()
    anonymous: bool = False
    callings: tuple[str, ...] = ()
    generation: Generation | None = None
    confidence: float = 1.0


class PositionMention(Span, frozen=True, kw_only=True):
    """A position somebody holds: "Mexican Foreign Minister Luis Videgaray".

    The span covers the words of the position. `holder`, `of` and `post` are indexes into `Annotation.entities`; `post` is where
    an envoy is sent: NATO of "the U.S. ambassador to NATO".
    """

    sentence: int
    holder: int
    title: str
    kind: str
    of: int | None = None
    post: int | None = None
    former: bool = False
    acting: bool = False
    start: date | None = None
    end: date | None = None
    confidence: float = 1.0


class TimeMention(Span, frozen=True, kw_only=True):
    """A time expression with its TIMEX3 `value` ("2017-07-05", "P5M", "2017-W27").

    `start` and `end` are the first and last possible day; both are None where the expression could not be resolved (no
    publication date) or is a duration. `basis` is "stated" for an expression in the text.
    `relation` is set where the expression only places one event against another ("five months after": value P5M, "after").
    """

    sentence: int
    kind: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    start: date | None = None
    end: date | None = None
    precision: Precision = "unknown"
    relation: Literal["after", "before"] | None = None
    confidence: float = 1.0


class Argument(Record, frozen=True, kw_only=True):
    """An entity in a role of an event mention; `entity` indexes `Annotation.entities`, `mention` `Annotation.mentions`.

    `title` is the title used there.
    """

    role: Role
    entity: int
    mention: int | None = None
    title: str | None = None


class PlaceArgument(Record, frozen=True, kw_only=True):
    """A place of an event mention; `entity` indexes `Annotation.entities`."""

    relation: PlaceRelation
    entity: int


class EventLink(Record, frozen=True, kw_only=True):
    """A relation between two event mentions; `target` indexes `Annotation.events`.

    CONTENT: this statement, promise, demand or denial is about the target. PART_OF: this event is inside the target (`how`).
    AFTER: this event came after the target (`gap`, an ISO 8601 duration). SAME: this mention is another mention of the target.
    """

    kind: Literal["CONTENT", "PART_OF", "AFTER", "SAME"]
    target: int
    how: str | None = None
    gap: str | None = None


class EventMention(EventFacts, frozen=True, kw_only=True):
    """A trigger with its arguments. `start_char` and `end_char` are the trigger's, half-open, as in Span.

    `operators` are the words above it, outermost first ("promise", "plan").
    `definite` marks a nominal that points back ("the visit", "that trip", "the talks"), `another` what is told to be another
    event than those before it ("a second attack", "met again").
    """

    start_char: int
    end_char: int
    sentence: int
    operators: tuple[str, ...] = ()
    tense: Literal["past", "present", "future"] | None = None
    nominal: bool = False
    definite: bool = False
    another: bool = False
    arguments: tuple[Argument, ...] = ()
    places: tuple[PlaceArgument, ...] = ()
    links: tuple[EventLink, ...] = ()


class Extractor(Record, frozen=True, kw_only=True):
    """Who made an annotation: name, version, and the model with its version."""

    name: str
    version: str
    model: str


class Annotation(Record, frozen=True, kw_only=True):
    """All that was found in one document."""

    document_id: str
    extractor: Extractor
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[EntityMention, ...] = ()
    entities: tuple[LocalEntity, ...] = ()
    positions: tuple[PositionMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    topics: tuple[str, ...] = ()
