"""Which words of an event WikiEvents marks: of a light verb the noun that names the event."""

import re
from typing import Final

from graphbuilder.records.annotation import EventMention

_LIGHT: Final = frozenset({
    "verb:wage-war", "verb:take-custody", "verb:face-charges", "verb:get-sentence", "verb:order-probe", "verb:stage-protest",
    "verb:engage-in-fight", "verb:go-on-trial", "verb:hold-consultation", "verb:go-on-strike",
})  # fmt: skip
"""Rules of verbs that lend a noun their clause: the set marks the noun ("were taken into custody", "carried out attacks")."""
_NAMING_NOUN: Final = re.compile(
    r"(?:[^\s.;?!]+\s+){0,6}?((?:(?:air)?strike|(?:counter)?attack|bombing|assault|raid|ambush|massacre|war|custody|charge"
    r"|sentence|investigation|probe|inquiry|protest|demonstration|rally|march|vigil|firefight|gunfight|shootout|trial|talk"
    r"|negotiation|dialogue)s?)\b"
)
"""Such a noun, after at most six other words of the sentence."""


def marked_words(text: str, event: EventMention) -> tuple[int, int]:
    """Return the first character of the words the set marks, and the character after them."""
    light = event.rule.partition("+")[0] in _LIGHT
    noun = _NAMING_NOUN.match(text, event.end_char + 1) if light else None
    return (event.start_char, event.end_char) if noun is None else noun.span(1)
