"""Records to elements."""

from datetime import date

import pytest
from msgspec.structs import replace

from graphbuilder.errors import SchemaError
from graphbuilder.graph.assemble import document_claims, document_elements, entity_element, event_elements
from graphbuilder.graph.claims import Claim, claim_row, claimed_elements
from graphbuilder.graph.elements import Node, Relationship, encode
from graphbuilder.graph.identifiers import PREFIXES, find_labels, labels_of, owns
from graphbuilder.graph.schema import ENTITY_LABELS, KEY_LABELS, check_element, key_label
from graphbuilder.ontology import EVENT_LABELS, load_ontology
from graphbuilder.records.annotation import (
    Annotation,
    EntityMention,
    EntityType,
    EventLink,
    EventMention,
    Extractor,
    LocalEntity,
    Namesake,
    PlaceRelation,
    PositionMention,
    Role,
    Sentence,
    Status,
)
from graphbuilder.records.document import Document
from graphbuilder.records.resolution import Entity, Event, EventPlace, Participant

TEXT = "Mexican minister Ana Ruiz promised a visit."
DOCUMENT = Document(id="doc:1", text=TEXT, sha256="s", published=date(2021, 3, 4), origin="a.txt")
ANNOTATION = Annotation(
    document_id="doc:1",
    extractor=Extractor(name="graphbuilder", version="1", model="m 1"),
    sentences=(Sentence(index=0, start_char=0, end_char=len(TEXT)),),
    mentions=(EntityMention(start_char=17, end_char=25, sentence=0, form="name", entities=(0,)),),
    entities=(
        LocalEntity(type=EntityType.PERSON, name="Ana Ruiz", affiliations=(1,)),
        LocalEntity(type=EntityType.PLACE, name="Mexico", key="country:MX", is_country=True),
    ),
    positions=(
        PositionMention(start_char=0, end_char=16, sentence=0, holder=0, title="Minister", kind="minister", of=1),
    ),
    events=(
        EventMention(
            start_char=26,
            end_char=34,
            sentence=0,
            type="Promise",
            rule="verb:promise",
            links=(EventLink(kind="CONTENT", target=1),),
        ),
        EventMention(start_char=37, end_char=42, sentence=0, type="Trip", rule="noun:visit", status=Status.PLANNED),
    ),
)
ENTITY_IDS = {0: "person:ana-ruiz", 1: "place:country:mx"}
EVENT_IDS = {0: "event:promise-1", 1: "event:trip-2"}


def test_a_document_gives_sentences_and_mentions_that_fit_their_text() -> None:
    elements = list(document_elements(DOCUMENT, ANNOTATION, ENTITY_IDS, EVENT_IDS))
    for element in elements:
        check_element(element)
    mentions = {
        r.end_id: r.properties["text"] for r in elements if isinstance(r, Relationship) and r.type == "MENTIONS"
    }
    assert mentions == {"person:ana-ruiz": "Ana Ruiz", "event:promise-1": "promised", "event:trip-2": "visit"}
    (sentence,) = [n for n in elements if isinstance(n, Node) and n.labels == ("Sentence",)]
    assert sentence.properties["text"] == TEXT


def test_where_an_envoy_is_sent_makes_another_position() -> None:
    nato = LocalEntity(type=EntityType.ORGANIZATION, name="NATO", key="org:nato")
    envoy = PositionMention(
        start_char=0, end_char=16, sentence=0, holder=0, title="Ambassador", kind="ambassador", of=1
    )
    sent = replace(envoy, post=2)
    told = replace(ANNOTATION, entities=(*ANNOTATION.entities, nato), positions=(envoy, sent), events=())
    rows = sorted(map(claim_row, document_claims(DOCUMENT, told, {**ENTITY_IDS, 2: "organization:org:nato"}, {})))
    groups = [[record for other, record in rows if other == key] for key in sorted({key for key, _ in rows})]
    found = {
        n.properties["name"]: (n.id, n.properties["kind"])
        for n in claimed_elements(iter(groups))
        if isinstance(n, Node)
    }

    assert found == {
        "Ambassador of Mexico": ("position:ambassador-of-place-country-mx", "ambassador"),
        "Ambassador to NATO of Mexico": (
            "position:ambassador-to-organization-org-nato-of-place-country-mx",
            "ambassador",
        ),
    }


def test_claims_become_positions_affiliations_and_contents() -> None:
    rows = sorted(map(claim_row, document_claims(DOCUMENT, ANNOTATION, ENTITY_IDS, EVENT_IDS)))
    groups = [[record for other, record in rows if other == key] for key in sorted({key for key, _ in rows})]
    elements = list(claimed_elements(iter(groups)))
    for element in elements:
        check_element(element)
    joined = {(r.type, r.start_id, r.end_id) for r in elements if isinstance(r, Relationship)}
    position = "position:minister-of-place-country-mx"
    assert joined == {
        ("HOLDS", "person:ana-ruiz", position),
        ("OF", position, "place:country:mx"),
        ("AFFILIATED_WITH", "person:ana-ruiz", "place:country:mx"),
        ("CONTENT", "event:promise-1", "event:trip-2"),
    }
    (node,) = [e for e in elements if isinstance(e, Node)]
    assert node.properties == {"name": "Minister of Mexico", "title": "Minister", "kind": "minister"}


def test_a_tenure_is_the_sum_of_what_documents_say() -> None:
    def holds(observed: date, *, former: bool = False, since: date | None = None) -> bytes:
        claim = Claim(
            type="HOLDS", start="person:a", end="position:mayor", observed=observed, former=former, since=since
        )
        return claim_row(claim)[1]

    group = [
        holds(date(2020, 1, 1), since=date(2018, 5, 1)),
        holds(date(2021, 1, 1)),
        holds(date(2022, 1, 1), former=True),
    ]
    (forward,) = claimed_elements(iter([group]))
    (backward,) = claimed_elements(iter([group[::-1]]))
    assert forward == backward
    assert forward.properties == {
        "confidence": 1.0,
        "former": True,
        "start": date(2018, 5, 1),
        "observed_first": date(2020, 1, 1),
        "observed_last": date(2021, 1, 1),
    }


@pytest.mark.parametrize(
    ("said", "acting"),
    [
        (["acting", "acting"], True),
        (["acting", "in office"], None),
        (["in office", "acting"], True),
        (["acting", "former"], True),
        (["in office", "former"], None),
    ],
)
def test_who_is_acting_by_the_latest_word_on_the_time_in_office(said: list[str], *, acting: bool | None) -> None:
    group = [
        claim_row(
            Claim(
                type="HOLDS",
                start="person:a",
                end="position:mayor",
                observed=date(2020 + year, 1, 1),
                former=word == "former",
                acting=word == "acting",
            )
        )[1]
        for year, word in enumerate(said)
    ]
    (forward,) = claimed_elements(iter([group]))
    assert forward.properties.get("acting") is acting
    assert list(claimed_elements(iter([group[::-1]]))) == [forward]


def test_an_event_with_all_it_has_is_of_the_graph_model() -> None:
    event = Event(
        id="event:trip-2",
        name="Trip: Ana Ruiz",
        type="Trip",
        status=Status.PLANNED,
        participants=(Participant(entity="person:ana-ruiz", role=Role.TRAVELLER, title="minister"),),
        places=(EventPlace(entity="place:country:mx", relation=PlaceRelation.DESTINATION),),
        start=date(2021, 3, 4),
        end=date(2021, 3, 5),
        date_precision="day",
        date_text="Thursday",
        date_basis="stated",
        polarity_cue="promised",
        plover="CONSULT",
        plover_mode="visit",
        cameo="042",
        rule="noun:visit",
        topics=("diplomatic",),
        confidence=0.8,
        mention_count=1,
        source_count=1,
        members=(("doc:1", 1),),
    )
    elements = list(event_elements(event, load_ontology()))
    for element in elements:
        check_element(element)
    node = elements[0]
    assert node.properties["quad"] == "verbal cooperation"
    assert node.properties["intensity"] == pytest.approx(4.0)
    assert [r.type for r in elements if isinstance(r, Relationship)] == ["PARTICIPATED_IN", "DESTINATION", "ABOUT"]


def test_a_country_carries_the_country_label() -> None:
    node = entity_element(Entity(id="place:country:mx", type=EntityType.PLACE, name="Mexico", is_country=True))
    assert node.labels == ("Country", "Entity", "Place")
    check_element(node)


def test_what_a_text_says_is_data_in_the_line() -> None:
    name = 'Ana"}) DETACH DELETE n //`\n'
    line = encode(Node(id="person:x", labels=("Entity", "Person"), properties={"name": name}))
    assert b"\n" not in line
    assert labels_of("person:x") == ("Entity", "Person")


def test_a_name_that_begins_like_a_country_is_no_country() -> None:
    assert labels_of("place:country-music-hall") == ("Entity", "Place")
    assert labels_of("place:country:mx") == ("Country", "Entity", "Place")


@pytest.mark.parametrize("bad", ["event:party-1", "event:meeting", "robot:r2", "Person", "doc", "7", ""])
def test_an_id_of_no_label_is_refused(bad: str) -> None:
    with pytest.raises(SchemaError):
        labels_of(bad)


@pytest.mark.parametrize(
    ("element_id", "name", "ours"),
    [
        ("doc:1", "Document", True), ("x", "Document", False), ("sentence:1-0001", "Document", False),
        ("place:country:mx", "Entity", True), ("group:voters", "Entity", True), ("anna", "Entity", False),
        ("event:meeting-1f", "Event", True), ("event:party-1f", "Event", False), ("evt-1", "Event", False),
        ("holds:1f", "HOLDS", True), ("of:1f", "OF", True), ("part_of:1f", "OF", False), ("mine", "HOLDS", False),
    ],
)  # fmt: skip
def test_an_id_tells_what_is_ours(element_id: str, name: str, ours: bool) -> None:  # noqa: FBT001 - a table's column
    assert owns(element_id, name) is ours


def test_every_key_label_and_kind_of_entity_has_ids_of_its_own() -> None:
    labelled = {label for labels in PREFIXES.values() for label in labels}

    assert labelled == {*KEY_LABELS, *ENTITY_LABELS, "Country", *EVENT_LABELS}
    assert all(key_label(labels) in labels and labels == tuple(sorted(labels)) for labels in PREFIXES.values())
    assert all(owns(prefix, key_label(labels)) and find_labels(prefix) == labels for prefix, labels in PREFIXES.items())


def test_labels_and_properties_outside_the_model_are_refused() -> None:
    with pytest.raises(SchemaError, match="no labels Entity:Robot"):
        check_element(Node(id="x", labels=("Entity", "Robot"), properties={"name": "x"}))
    with pytest.raises(SchemaError, match="no property 'evil'"):
        check_element(Node(id="topic:x", labels=("Topic",), properties={"name": "x", "evil": 1}))
    with pytest.raises(SchemaError, match="'name' is missing"):
        check_element(Node(id="topic:x", labels=("Topic",), properties={}))


def test_a_place_tells_how_it_was_found() -> None:
    others = (
        Namesake(name="Arla", within="Ohio", kind="city", country="US", geonames="12", score=0.305),
        Namesake(name="Arla", kind="county", country="GB", geonames="7", score=0.1),
    )
    place = Entity(
        id="place:geonames:5",
        type=EntityType.PLACE,
        name="Arla",
        geonames="5",
        latitude=1.0,
        longitude=2.0,
        coordinate_precision="city",
        resolution_score=0.595,
        alternatives=others,
    )

    node = entity_element(place)

    check_element(node)
    assert node.properties["alternatives"] == ["Arla, Ohio, US (12) 0.30", "Arla (county), GB (7) 0.10"]
    assert (node.properties["geonames"], node.properties["coordinate_precision"]) == ("5", "city")
    assert node.properties["resolution_score"] == 0.595
