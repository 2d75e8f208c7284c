"""Events within one document: which mentions tell of one occurrence."""

import re
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
from graphbuilder.resolve.stories import folded_words
from graphbuilder.resolve.within import content_words, local_events

TEXT = "Ana Ruiz met Tom Hale. The talks were long. Ruiz and Hale discussed trade. They left. They left again."
SPANS = [(match.start(), match.end()) for match in re.finditer(r"[^.]+\.", TEXT)]
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
        sentences=tuple(Sentence(index=i, start_char=start, end_char=end) for i, (start, end) in enumerate(SPANS)),
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
    assert content_words(folded_words("The Señor said: talks, talks!")) == ("said", "senor", "talks")


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


def test_a_second_one_is_another_and_what_follows_it_is_told_of_it() -> None:
    second = replace(event(2), another=True)
    assert grouped(event(0), second) == [(0,), (1,)]
    assert grouped(replace(event(0), another=True), event(2)) == [(0, 1)]


def test_one_who_acts_in_both_makes_two_deeds_no_one_deed() -> None:
    tested = replace(event(0, "Mobilization", (0,), role=Role.ACTOR), rule="verb:test")
    moved = replace(event(2, "Mobilization", (0,), role=Role.ACTOR), rule="verb:move")
    assert grouped(tested, moved) == [(0,), (1,)]
    assert grouped(tested, replace(moved, rule="verb:test+say")) == [(0, 1)]


def test_other_victims_are_other_deeds_and_a_deed_without_a_victim_takes_the_one_beside_it() -> None:
    def assault(rule: str, victim: int | None, sentence: int = 0) -> EventMention:
        people = [Argument(role=Role.ACTOR, entity=0)]
        people += [Argument(role=Role.RECIPIENT, entity=victim)] if victim is not None else []
        return replace(event(sentence, "Assault", ()), rule=rule, arguments=tuple(people))

    assert grouped(assault("verb:fire", None), assault("verb:kill", 1)) == [(0, 1)]
    assert grouped(assault("verb:fire", None), assault("verb:kill", 1, sentence=3)) == [(0,), (1,)]
    assert grouped(assault("verb:shoot", 1), assault("verb:kill", 1, sentence=3)) == [(0, 1)]


def test_a_headline_is_told_again_by_its_lead() -> None:
    headline, lead = "Gunman kills clerks in Varna office", "A dismissed sailor kills two clerks in an office in Varna."
    later = "A sailor kills two clerks, an office in Varna says."
    text = f"{headline}\n\n{lead} {later}"
    starts = [text.index(part) for part in (headline, lead, later)]

    def joined(*sentences: int, rule: str = "verb:kill") -> list[tuple[int, ...]]:
        mentions = [replace(event(number, "Assault", ()), rule="verb:kill") for number in sentences]
        mentions[-1] = replace(mentions[-1], rule=rule, arguments=(Argument(role=Role.RECIPIENT, entity=0),))
        annotation = Annotation(
            document_id="doc:1",
            extractor=Extractor(name="g", version="1", model="m"),
            sentences=tuple(
                Sentence(index=number, start_char=start, end_char=start + len(part))
                for number, (start, part) in enumerate(zip(starts, (headline, lead, later), strict=True))
            ),
            entities=ENTITIES,
            events=tuple(mentions),
        )
        document = replace(DOCUMENT, text=text)
        return [candidate.mentions for candidate in local_events(document, annotation, IDS, lambda _: ())]

    assert joined(0, 1) == [(0, 1)]
    assert joined(0, 1, rule="verb:wound") == [(0,), (1,)]
    assert joined(1, 2) == [(0,), (1,)]


def test_a_week_holds_its_days() -> None:
    week = replace(event(0), date_text="earlier this week", date_basis="stated")
    assert grouped(week, replace(event(2), date_text="early Tuesday", date_basis="stated")) == [(0, 1)]


def test_the_day_of_publication_meets_the_day_before() -> None:
    lead = replace(event(0, start=NEXT), date_basis="published")
    assert grouped(lead, event(2, start=DAY)) == [(0, 1)]
    assert grouped(event(0, start=NEXT), event(2, start=DAY)) == [(0,), (1,)]
