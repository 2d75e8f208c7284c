"""Names that the words around them make places: compass words, class nouns, lists under a class noun, datelines.

A witness of names where the model sees none, or a body. It proposes; `names` decides.
"""

from graphbuilder.nlp.who.evidence import Evidence
from graphbuilder.nlp.who.places import is_city
from graphbuilder.nlp.who.spans import COMPASS
from graphbuilder.records.annotation import EntityType

CLASS_NOUNS = frozenset({
    "province", "district", "county", "village", "region", "town", "valley", "island", "peninsula", "governorate", "prefecture",
    "suburb", "neighborhood", "neighbourhood", "roundabout", "junction", "intersection", "river", "canton", "oblast",
})  # fmt: skip
"""Lower-case nouns behind the name of a place: "Upper Velm province"."""
PLURALS = frozenset({
    "provinces", "districts", "counties", "villages", "regions", "towns", "cities", "islands", "streets", "avenues", "roads",
    "rivers", "suburbs", "neighborhoods", "neighbourhoods", "governorates", "prefectures", "cantons", "lanes", "boroughs",
    "municipalities", "townships", "peninsulas",
})  # fmt: skip
"""Lower-case nouns behind, or with "of" before, a list of places: "Arla and Velm provinces", "the towns of Arla and Velm"."""
_SURE = 73
_LIKELY = 61
_LONGEST = 4


class PlaceWords(Evidence):
    """Proposes places by the common nouns and adjectives beside them."""

    def places(self) -> None:
        """Propose what the words beside it make a place, in one walk over the text."""
        view = self.view
        for place in range(1, view.size):
            word = view.lower[place]
            if view.capital[place]:
                if view.lower[place - 1] in COMPASS and not view.capital[place - 1]:
                    self._behind_compass(place)
            elif word in CLASS_NOUNS:
                start = self._start(place)
                if start is not None and view.sentence_start(place) < start:
                    self.add(start, place, EntityType.PLACE, _LIKELY)
            elif word in PLURALS:
                self._listed_before(place)
                if place + 2 < view.size and view.lower[place + 1] == "of":
                    self._listed_behind(place + 2)

    def datelines(self) -> None:
        """A city in capitals at the start of a line, before an agency or dash: "PARIS (Reuters) - "."""
        view = self.view
        for place in range(view.size):
            begins = not place or "\n" in view.words[place - 1] or place == view.sentence_start(place)
            if not begins or not view.words[place].isupper():
                continue
            end = place
            while end < view.size and view.words[end].isupper() and end < place + 4:
                end += 1
            marks = view.words[end : end + 4]
            if (
                end > place
                and is_city(" ".join(view.folded[place:end]))
                and any(mark in {"(", "—", "–", "-", "--"} for mark in marks)
            ):
                self.add(place, end, EntityType.PLACE, 76)

    def _behind_compass(self, start: int) -> None:
        """Propose the name behind a small compass word: "in eastern Velmora"."""
        view = self.view
        end = self.run(start, limit=_LONGEST)
        plain = end > start and view.pos[start] == "PROPN" and view.tags[end - 1] != "NNPS"
        if plain and self._open(start, end):
            self.add(start, end, EntityType.PLACE, _LIKELY)

    def _listed_before(self, noun: int) -> None:
        """Propose each name of a list before a plural class noun: "Arla, Velm and Taro counties"."""
        view = self.view
        spans: list[tuple[int, int]] = []
        end, joined = noun, False
        while True:
            start = self._start(end)
            if start is None:
                break
            spans.append((start, end))
            mark = view.lower[start - 1] if start else ""
            if not (mark in {"and", "or", "&"} and len(spans) == 1) and not (mark == "," and joined):
                break
            joined = True
            end = start - 1 - (start > 1 and mark == "and" and view.words[start - 2] == ",")
        if joined and len(spans) > 1:
            for start, end in spans:
                self.add(start, end, EntityType.PLACE, _SURE)

    def _listed_behind(self, start: int) -> None:
        """Propose each name of a list behind "the towns of"."""
        view = self.view
        spans = []
        while start < view.size and view.capital[start]:
            end = self.run(start, limit=_LONGEST)
            if end == start or not self._open(start, end):
                break
            spans.append((start, end))
            start = end
            while start < view.size and view.lower[start] in {",", "and", "&"}:
                start += 1
        if len(spans) > 1:
            for first, last in spans:
                self.add(first, last, EntityType.PLACE, _SURE)

    def _start(self, end: int) -> int | None:
        """Return where the run of capitalised words before `end` begins, None where there is none that may be a place."""
        view = self.view
        start = end
        floor = max(view.sentence_start(end), end - _LONGEST) if end < view.size else end
        while start > floor and self.part(start - 1):
            start -= 1
        return start if start < end and self._open(start, end) else None

    def _open(self, start: int, end: int) -> bool:
        """Whether no list knows the words for something else than a place, and no title holds them."""
        view, lexicon = self.view, self.lexicon
        if any(place in self.title_of for place in range(start, end)) or view.lower[start] in lexicon.not_names:
            return False
        if view.lower[end - 1] in lexicon.thing_last | lexicon.organization_last | lexicon.groups:
            return False
        known = self.gazetteer.terms.get(view.folded[start], ())
        return not any(tuple(view.folded[start : start + len(words)]) == words for words, _, _ in known)
