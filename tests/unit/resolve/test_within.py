"""Events within one document: which mentions tell of one occurrence."""

from datetime import date

from msgspec.structs import replace

from graphbuilder.records.annotation import (
    Annotation,
    Argument,
    EntityType,
    EventLink,
    EventMention,
    Extractor,
    LocalEntity,
    PlaceArgument,
    PlaceRelation,
    Role,
    Sentence,
    Status,
)
from graphbuilder.records.document import Document
from graphbuilder.resolve.within import content_words, local_events

TEXT = "Ana Ruiz met Tom Hale. The talks were long. Ruiz and Hale discussed trade. They left. They left again."
DOCUMENT = Document(id="doc:1", text=TEXT, sha256="s", published=date(2021, 3, 4))
ENTITIES = (
    LocalEntity(type=EntityType.PERSON, name="Ana Ruiz"),
    LocalEntity(type=EntityType.PERSON, name="Tom Hale"),
    LocalEntity(type=EntityType.PLACE, name="Lisbon"),
    LocalEntity(type=EntityType.PLACE, name="Oslo"),
)
IDS = {0: "person:ana", 1: "person:tom", 2: "place:lisbon", 3: "place:oslo"}


def event(
    sentence: int,
    label: str = "Meeting",
    people: tuple[int, ...] = (0, 1),
    *,
    role: Role = Role.PARTICIPANT,
    status: Status = Status.ACTUAL,
    start: date | None = None,
    end: date | None = None,
    place: int | None = None,
    definite: bool = False,
    links: tuple[EventLink, ...] = (),
) -> EventMention:
    return EventMention(
        start_char=0,
        end_char=3,
        sentence=sentence,
        type=label,
        rule="r",
        status=status,
        nominal=definite,
        definite=definite,
        arguments=tuple(Argument(role=role, entity=index) for index in people),
        places=(PlaceArgument(relation=PlaceRelation.LOCATED_IN, entity=place),) if place is not None else (),
        start=start,
        end=end or start,
        date_precision="day" if start else "unknown",
        date_basis="stated" if start else None,
        links=links,
    )


def grouped(*events: EventMention) -> list[tuple[int, ...]]:
    annotation = Annotation(
        document_id="doc:1",
        extractor=Extractor(name="g", version="1", model="m"),
        sentences=tuple(Sentence(index=i, start_char=0, end_char=len(TEXT)) for i in range(6)),
        entities=ENTITIES,
        events=events,
    )
    return [candidate.mentions for candidate in local_events(DOCUMENT, annotation, IDS, lambda _: ())]


DAY, NEXT = date(2021, 3, 4), date(2021, 3, 5)


def test_the_same_people_met_once() -> None:
    assert grouped(event(0, start=DAY), event(2)) == [(0, 1)]


def test_another_day_another_meeting() -> None:
    assert grouped(event(0, start=DAY), event(2, start=NEXT)) == [(0,), (1,)]


def test_another_place_another_meeting() -> None:
    assert grouped(event(0, place=2), event(2, place=3)) == [(0,), (1,)]


def test_a_planned_meeting_is_not_the_one_held() -> None:
    assert grouped(event(0), event(2, status=Status.PLANNED)) == [(0,), (1,)]


def test_the_talks_without_names_point_back() -> None:
    assert grouped(event(0, start=DAY), event(1, people=(), definite=True)) == [(0, 1)]


def test_talks_without_names_that_do_not_point_back_stay_alone() -> None:
    assert grouped(event(0, start=DAY), event(1, people=())) == [(0,), (1,)]


def test_a_link_joins_what_nothing_else_would() -> None:
    same = EventLink(kind="SAME", target=0)
    assert grouped(event(0, start=DAY), event(2, people=(1,), start=DAY, place=3, links=(same,))) == [(0, 1)]


def test_an_attack_and_its_reverse_are_two() -> None:
    there = EventMention(
        start_char=0, end_char=3, sentence=0, type="Assault", rule="r",
        arguments=(Argument(role=Role.ACTOR, entity=0), Argument(role=Role.RECIPIENT, entity=1)),
    )  # fmt: skip
    back = EventMention(
        start_char=0, end_char=3, sentence=2, type="Assault", rule="r",
        arguments=(Argument(role=Role.ACTOR, entity=1), Argument(role=Role.RECIPIENT, entity=0)),
    )  # fmt: skip
    assert grouped(there, back) == [(0,), (1,)]


def test_one_statement_split_by_he_said_is_one_and_a_later_one_is_another() -> None:
    said = event(0, "Statement", (0,), role=Role.SPEAKER)
    added = event(1, "Statement", (0,), role=Role.SPEAKER)
    later = event(4, "Statement", (0,), role=Role.SPEAKER)
    other = event(1, "Statement", (1,), role=Role.SPEAKER)
    assert grouped(said, added, other, later) == [(0, 1), (2,), (3,)]


def test_a_longer_stay_is_the_better_date_and_a_month_the_worse() -> None:
    annotation = Annotation(
        document_id="doc:1",
        extractor=Extractor(name="g", version="1", model="m"),
        sentences=tuple(Sentence(index=i, start_char=0, end_char=9) for i in range(3)),
        entities=ENTITIES,
        events=(
            event(0, "Trip", (0,), role=Role.TRAVELLER, start=DAY, end=date(2021, 3, 6)),
            event(2, "Trip", (0,), role=Role.TRAVELLER, start=DAY),
        ),
    )
    (trip,) = local_events(DOCUMENT, annotation, IDS, lambda _: ())
    assert (trip.start, trip.end) == (DAY, date(2021, 3, 6))


def test_content_words_are_folded_and_long_enough() -> None:
    assert content_words("The Señor said: talks, talks!") == ("said", "senor", "talks")


def test_talks_and_a_meeting_of_the_same_people_on_the_same_day_are_a_meeting() -> None:
    annotation = Annotation(
        document_id="doc:1",
        extractor=Extractor(name="g", version="1", model="m"),
        sentences=tuple(Sentence(index=i, start_char=0, end_char=9) for i in range(3)),
        entities=ENTITIES,
        events=(event(0, "Negotiation", start=DAY), event(2, "Meeting", start=DAY)),
    )
    (meeting,) = local_events(DOCUMENT, annotation, IDS, lambda _: ())
    assert (meeting.type, meeting.mentions) == ("Meeting", (0, 1))
    assert grouped(event(0, "Negotiation", start=DAY), event(2, "Meeting", start=NEXT)) == [(0,), (1,)]
    assert grouped(event(0, "Negotiation", (0,), start=DAY), event(2, "Meeting", (0,), start=DAY)) == [(0,), (1,)]


def test_days_that_could_not_be_resolved_are_told_apart_by_their_words() -> None:
    monday = replace(event(0), date_text="Monday", date_basis="stated")
    tuesday = replace(event(2), date_text="Tuesday", date_basis="stated")
    assert grouped(monday, tuesday) == [(0,), (1,)]
    assert grouped(monday, event(2)) == [(0, 1)]
