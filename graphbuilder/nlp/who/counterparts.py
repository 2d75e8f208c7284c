"""Which countries somebody cannot be of, because a text speaks of a counterpart there."""

from graphbuilder.nlp.who.phrases import Phrase
from graphbuilder.nlp.who.reading import Reading
from graphbuilder.records.annotation import EntityType


def barred(reading: Reading, phrases: list[Phrase], of_entities: dict[int, list[int]]) -> set[tuple[int, int]]:
    """Return (person, country) pairs that cannot be: whose counterpart is Chilean holds no Chilean office.

    Where nobody is named before a counterpart without a name, it may be anybody's: "Minister, have you met your Chilean
    counterpart?"

    Args:
        reading: The document's names.
        phrases: Its role phrases.
        of_entities: What the phrase of each title's head is of.
    """
    view = reading.view
    pairs: set[tuple[int, int]] = set()
    for phrase in phrases:
        if phrase.kind != "counterpart":
            continue
        before = [
            reading.entities[number]
            for number, name in enumerate(reading.names)
            if name.start < phrase.start
            and name.type is EntityType.PERSON
            and view.sentence_of[name.start] == view.sentence_of[phrase.start]
        ]
        owners = before[-1:] or ([] if phrase.used else reading.entities)
        pairs.update((owner, entity) for owner in owners for entity in of_entities[phrase.title.head])
    return pairs
