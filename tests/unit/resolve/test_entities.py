"""Which local entities can be one entity: the blocks."""

import pytest

from graphbuilder.records.annotation import (
    Annotation,
    Argument,
    EntityMention,
    EntityType,
    EventMention,
    Extractor,
    LocalEntity,
    Role,
)
from graphbuilder.resolve.entities import entity_candidates, resolve_block


def candidate_block(entity: LocalEntity, document: str = "doc:1") -> str:
    annotation = Annotation(
        document_id=document,
        extractor=Extractor(name="g", version="1", model="m"),
        mentions=(EntityMention(start_char=0, end_char=1, sentence=0, form="name", entities=(0,)),),
        entities=(entity, LocalEntity(type=EntityType.PLACE, name="Mexico", key="country:MX", is_country=True)),
    )
    return entity_candidates(annotation)[0].block


@pytest.mark.parametrize(
    ("entity", "block"),
    [
        (LocalEntity(type=EntityType.PERSON, name="Ana Ruiz"), "person:=ruiz"),
        (LocalEntity(type=EntityType.PLACE, name="Lisbon", key="geonames:2267057"), "place:geonames:2267057"),
        (LocalEntity(type=EntityType.PLACE, name="Country Music Hall"), "place:country-music-hall"),
        (LocalEntity(type=EntityType.ORGANIZATION, name="Grain Union"), "organization:grain-union"),
        (
            LocalEntity(type=EntityType.ORGANIZATION, name="foreign ministry", affiliations=(1,)),
            "organization:foreign-ministry-of-mexico",
        ),
    ],
)
def test_a_name_or_a_key_is_compared_in_every_document(entity: LocalEntity, block: str) -> None:
    assert candidate_block(entity) == block
    assert candidate_block(entity, "doc:2") == block


@pytest.mark.parametrize(
    "entity",
    [
        LocalEntity(type=EntityType.GROUP, name="Mexican officials"),
        LocalEntity(type=EntityType.PERSON, name="president of Denmark"),
        LocalEntity(type=EntityType.PERSON, name="US official", kind="role"),
        LocalEntity(type=EntityType.ORGANIZATION, name="parliament"),
    ],
)
def test_what_has_no_name_of_its_own_is_another_in_every_document(entity: LocalEntity) -> None:
    assert candidate_block(entity) != candidate_block(entity, "doc:2")


def test_what_is_not_mentioned_and_not_needed_is_no_candidate() -> None:
    annotation = Annotation(
        document_id="doc:1",
        extractor=Extractor(name="g", version="1", model="m"),
        mentions=(EntityMention(start_char=0, end_char=1, sentence=0, form="name", entities=(0,)),),
        entities=(
            LocalEntity(type=EntityType.PLACE, name="Hamburg", within=1),
            LocalEntity(type=EntityType.PLACE, name="Germany", key="country:DE", is_country=True),
            LocalEntity(type=EntityType.PERSON, name="Nobody"),
        ),
    )
    found = entity_candidates(annotation)
    assert [(candidate.name, candidate.mention_count) for candidate in found] == [("Hamburg", 1), ("Germany", 0)]
    (country,) = resolve_block([found[1]])
    assert country.id == "place:country:de"


def test_who_is_anonymous_is_a_candidate_only_in_an_event() -> None:
    annotation = Annotation(
        document_id="doc:1",
        extractor=Extractor(name="g", version="1", model="m"),
        mentions=(
            EntityMention(start_char=0, end_char=1, sentence=0, form="nominal", entities=(0,)),
            EntityMention(start_char=2, end_char=3, sentence=0, form="nominal", entities=(1,)),
        ),
        entities=(
            LocalEntity(type=EntityType.PERSON, name="woman", kind="role", anonymous=True),
            LocalEntity(type=EntityType.PERSON, name="man", kind="role", anonymous=True),
        ),
        events=(
            EventMention(
                type="Arrest",
                start_char=0,
                end_char=1,
                sentence=0,
                arguments=(Argument(role=Role.RECIPIENT, entity=1),),
            ),
        ),
    )
    assert [candidate.name for candidate in entity_candidates(annotation)] == ["man"]
