"""What has been mentioned so far, in the order of the text: where roles, pronouns and "the two leaders" look back."""

from dataclasses import dataclass

from graphbuilder.nlp.who.register import Register
from graphbuilder.records.annotation import EntityType, MentionForm

REACH = 500
"""Mentions to look back; a text that has gone further has left its subject, and time must not grow with its square."""
_JUST = 4


@dataclass(slots=True)
class Found:
    """A mention: tokens `start` to `end`, `head` the token a verb attaches to, and the entities it refers to."""

    start: int
    end: int
    head: int
    form: MentionForm
    entities: tuple[int, ...]
    sentence: int
    subject: bool = False
    title: str | None = None
    confidence: float = 1.0
    with_others: bool = False


class History:
    """The mentions read so far and the questions asked of them."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.found: list[Found] = []

    def add(self, found: Found) -> None:
        """Note a mention."""
        self.found.append(found)

    def headed(self, head: int) -> int | None:
        """Return the entity of a mention just read, by its head."""
        for found in reversed(self.found[-_JUST:]):
            if found.head == head and len(found.entities) == 1:
                return found.entities[0]
        return None

    def recent(self, kind: EntityType, *, since: int = 0) -> list[int]:
        """Return the entities of a type, the latest mentioned first, from sentence `since` on."""
        order: dict[int, None] = {}
        for found in reversed(self.found[-REACH:]):
            if found.sentence < since:
                break
            for entity in reversed(found.entities):
                if self.register.drafts[entity].type is kind:
                    order.setdefault(entity)
        return list(order)

    def latest(self, people: list[int], *, alone: bool) -> int | None:
        """Return who of some people was mentioned last; `alone` where nobody, if a sentence mentions two of them last.

        "The Danish prime minister, Ann Able, met her Swedish counterpart, Bo Baker. The prime minister said": either of them.
        """
        recent = [entity for entity in self.recent(EntityType.PERSON) if entity in people]
        rival = alone and len(recent) > 1
        both = rival and self.last_sentence(recent[0]) == self.last_sentence(recent[1])
        return recent[0] if recent and not both else None

    def countries(self, *, since: int = 0) -> list[int]:
        """Return the countries named, the latest first."""
        return [
            entity for entity in self.recent(EntityType.PLACE, since=since) if self.register.drafts[entity].is_country
        ]

    def before(self, entity: int) -> bool:
        """Return whether an entity was mentioned already."""
        return any(entity in found.entities for found in self.found)

    def last_sentence(self, entity: int) -> int:
        """Return the sentence of the latest mention of an entity, or -1."""
        return next((found.sentence for found in reversed(self.found) if entity in found.entities), -1)
