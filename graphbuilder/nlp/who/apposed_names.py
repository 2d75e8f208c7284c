"""Names of people told by the office behind a comma: "Zeljko Velm, the Croatian finance minister, ...".

A witness of names where the model sees none, or a place. It proposes; `names` decides.
"""

from graphbuilder.nlp.who.evidence import Evidence
from graphbuilder.nlp.who.places import is_city
from graphbuilder.nlp.who.spans import BESIDE_TITLE, CLOSED, POSSESSIVES, wordlike
from graphbuilder.nlp.who.titles import Title
from graphbuilder.records.annotation import EntityType

_LEFT = 6
"""Tokens between the comma and the title: "the former Danish deputy"."""
_RIGHT = 8
"""Tokens of what the office is of: "to the European Union"."""
_LONGEST = 4
_INSIDE = frozenset({"of", "for", "to", "the", "and"})


class ApposedNames(Evidence):
    """Proposes the two to four capitalised words before an office in apposition."""

    def people(self) -> None:
        """Propose a person before each title that commas set off."""
        for title in self.titles:
            comma = None if title.plural else self._comma(title)
            if comma is None or not self._closed(title):
                continue
            start = self._start(comma)
            if start is not None and self._personal(start, comma):
                self.add(start, comma, EntityType.PERSON, BESIDE_TITLE)

    def _comma(self, title: Title) -> int | None:
        """Return the comma before the title, with only an article, owner, country or description between."""
        view = self.view
        for place in range(title.start - 1, max(title.start - 1 - _LEFT, view.sentence_start(title.start)), -1):
            if view.words[place] == ",":
                return place
            owner = view.lower[place] in POSSESSIVES
            if not owner and view.pos[place] not in {"DET", "ADJ", "PROPN", "NOUN", "PART", "PRON"}:
                return None
        return None

    def _closed(self, title: Title) -> bool:
        """Whether the office ends in a comma or full stop, with nothing behind it but what it is of."""
        view = self.view
        for place in range(title.end, min(title.end + _RIGHT, view.size)):
            if view.words[place] in {",", ".", ";"}:
                return True
            if not view.capital[place] and view.lower[place] not in _INSIDE and view.lower[place] not in POSSESSIVES:
                return False
        return False

    def _start(self, comma: int) -> int | None:
        """Return where the run of two to four capitalised words before a comma begins, None where it is no name."""
        view = self.view
        floor = view.sentence_start(comma)
        start = comma
        while (
            start > floor
            and view.capital[start - 1]
            and wordlike(view.words[start - 1])
            and start - 1 not in self.title_of
            and not (view.pos[start - 1] in CLOSED and start - 1 == floor)
        ):
            start -= 1
        before = view.pos[start - 1] if start > floor else ""
        fits = 1 < comma - start <= _LONGEST and before in {"", "VERB", "PUNCT", "CCONJ", "SPACE", "ADP"}
        return start if fits and not self.shouted(start) else None

    def _personal(self, start: int, end: int) -> bool:
        """Whether no word of a run makes it a body, a thing or a place."""
        view, lexicon = self.view, self.lexicon
        things = lexicon.organization_last | lexicon.organization_first | lexicon.thing_last | lexicon.place_last
        if any(view.lower[place] in things or view.lower[place] in lexicon.not_names for place in range(start, end)):
            return False
        terms = any(self.known(place, end) for place in range(start, end))
        return not terms and not is_city(" ".join(view.folded[start:end]))
