"""Names of people told by the office beside a comma: "Zeljko Velm, the Croatian finance minister, ...", or before it.

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
_BETWEEN_COMMAS = 82
"""The weight of a name that an office and two commas enclose; more than a full name the model sees in a part of it."""


class ApposedNames(Evidence):
    """Proposes the two to four capitalised words before an office in apposition."""

    def people(self) -> None:
        """Propose a person before each title that commas set off, and between commas behind one."""
        for title in self.titles:
            if not title.plural:
                self._behind(title)
            comma = None if title.plural else self._comma(title)
            if comma is None or not self._closed(title):
                continue
            start = self._start(comma)
            if start is not None and self._personal(start, comma):
                self.add(start, comma, EntityType.PERSON, BESIDE_TITLE)

    def _behind(self, title: Title) -> None:
        """Propose the name between commas behind an office: "her state secretary, Anna Velm, resigned"."""
        view = self.view
        stop = min(title.end + _RIGHT, view.sentence_end(title.end - 1))
        comma = next((place for place in range(title.end, stop) if view.words[place] == ","), None)
        if comma is None or not self._owned(title) or not self._one_phrase(title, comma):
            return
        start = comma + 1
        if start in self.title_of and self.title_of[start].end < stop:
            start = self.title_of[start].end  # "India's army chief, General Bipin Rathi, visited Nepal"
        end = self.run(start, limit=_LONGEST + 2)
        closed = end < view.size and view.words[end] in {",", "."}
        solid = [place for place in range(start, end) if view.capital[place]]
        if closed and len(solid) > 1 and self._personal(start, end) and not self.shouted(start):
            self.add(start, end, EntityType.PERSON, _BETWEEN_COMMAS)

    def _owned(self, title: Title) -> bool:
        """Whether an article or owner makes the office one person's: "the minister", "his secretary", "Chad's envoy"."""
        view = self.view
        for place in range(title.start - 1, max(title.start - 1 - _LEFT, view.sentence_start(title.start) - 1), -1):
            if view.lower[place] == "the" or view.tags[place] in {"PRP$", "WP$"} or view.lower[place] in POSSESSIVES:
                return True
            row = (
                view.lower[place] == "and" and place - 1 in self.title_of
            )  # "Chad's deputy premier and finance minister, Outi Velm"
            if view.pos[place] not in {"ADJ", "PROPN", "NOUN"} and view.words[place] != "-" and not row:
                return False
        return False

    def _one_phrase(self, title: Title, comma: int) -> bool:
        """Whether only what the office is of stands between it and a comma: "of the Red Cross in the region"."""
        view = self.view
        allowed = {"ADP", "DET", "ADJ", "NOUN", "PROPN", "PART", "PRON", "CCONJ"}
        if comma > title.end and view.pos[title.end] != "ADP":
            return False
        return all(view.pos[place] in allowed and place not in self.title_of for place in range(title.end, comma))

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
