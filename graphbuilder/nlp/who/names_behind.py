"""The name that stands behind an office and a comma: "the army chief, General Bo Baker, ...".

It finds the name; whether it is the holder's is decided in `positions`.
"""

from collections.abc import Mapping, Sequence

from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.phrases import Phrase
from graphbuilder.nlp.who.spans import Name
from graphbuilder.nlp.who.view import View

_FAR = 10
"""Tokens between an office and the comma before its holder's name."""
_PREDICATES = frozenset({"VERB", "AUX", "SCONJ"})


class NamesBehind:
    """Looks for names behind commas; `starting` has the number of each person's name by its first token."""

    def __init__(
        self, view: View, names: Sequence[Name], phrases: Sequence[Phrase], starting: Mapping[int, int]
    ) -> None:
        self.view = view
        self.names = names
        self.phrases = phrases
        self.starting = starting

    def named(self, place: int) -> int | None:
        """Return the person whose name, honorific or own title begins here."""
        lower, honorifics = self.view.lower, load_lexicon().honorifics
        while place < self.view.size and lower[place] in honorifics and place not in self.starting:
            place += 1  # but "the Emir of Kuwait, Sheikh Bo Baker", whose name has it
        number = self.starting.get(place)
        if number is not None:
            return number
        return next((self.starting.get(other.end) for other in self.phrases if other.start == place), None)

    def parsed(self, phrase: Phrase) -> int | None:
        """Return the name behind a long office, as the parse has it: "the head of U.S. forces in Chad, General Bo Baker"."""
        view, head = self.view, phrase.title.head
        if not phrase.definite or phrase.title.plural or view.pos[phrase.end : phrase.end + 1] != ["ADP"]:
            return None
        stop = min(view.sentence_end(head), phrase.end + _FAR)
        comma = next((place for place in range(phrase.end, stop) if view.words[place] == ","), None)
        number = None if comma is None else self.named(comma + 1)
        if number is None or not _PREDICATES.isdisjoint(view.pos[phrase.end : comma]):
            return None
        root = view.root(self.names[number].start, self.names[number].end)
        return number if view.deps[root] == "appos" and view.heads[root] == head else None
