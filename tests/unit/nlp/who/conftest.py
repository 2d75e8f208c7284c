"""The who layer of a few sentences, asked by words."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.who.layer import EntityLayer, find_entities
from graphbuilder.records.annotation import EntityMention, LocalEntity

if TYPE_CHECKING:
    from spacy.language import Language


class Cast:
    """A layer with its text: mentions by their words, entities and positions by their names."""

    def __init__(self, text: str, layer: EntityLayer) -> None:
        self.text = text
        self.layer = layer

    def words(self, mention: EntityMention) -> str:
        """Return the words of a mention."""
        return self.text[mention.start_char : mention.end_char]

    def mention(self, words: str, nth: int = 0) -> EntityMention:
        """Return the nth mention of exactly these words."""
        return [mention for mention in self.layer.mentions if self.words(mention) == words][nth]

    def refers(self, words: str, nth: int = 0) -> list[str]:
        """Return the names of the entities that the nth mention of these words refers to; none where there is no mention."""
        found = [mention for mention in self.layer.mentions if self.words(mention) == words]
        return [self.layer.entities[entity].name for entity in found[nth].entities] if len(found) > nth else []

    def entity(self, name: str) -> LocalEntity:
        """Return the entity of this name."""
        return next(entity for entity in self.layer.entities if entity.name == name)

    def names(self) -> list[str]:
        """Return the names of all entities."""
        return [entity.name for entity in self.layer.entities]

    def positions(self) -> list[tuple[str, str, str | None]]:
        """Return each position as (holder, kind, of what)."""
        entities = self.layer.entities
        return [
            (entities[position.holder].name, position.kind, None if position.of is None else entities[position.of].name)
            for position in self.layer.positions
        ]

    def within(self, name: str) -> str | None:
        """Return the name of what an entity lies within."""
        place = self.entity(name).within
        return None if place is None else self.layer.entities[place].name

    def affiliations(self, name: str) -> list[str]:
        """Return the names of what an entity belongs to."""
        return [self.layer.entities[other].name for other in self.entity(name).affiliations]


@pytest.fixture(scope="session")
def who(nlp: "Language") -> Callable[[str], Cast]:
    """Return a function from a text to its cast."""
    return lambda text: Cast(text, find_entities(nlp(text)))
