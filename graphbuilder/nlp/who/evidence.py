"""What every witness of names shares: the document, its titles, and the candidates gathered so far.

A witness proposes; `names` lets the heaviest candidate have the tokens.
"""

from graphbuilder.nlp.who.gazetteer import Gazetteer, load_gazetteer
from graphbuilder.nlp.who.lexicon import Lexicon, load_lexicon
from graphbuilder.nlp.who.spans import CLOSED, NAME_POS, PARTICLES, Name, can_begin, wordlike
from graphbuilder.nlp.who.titles import Title
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType

LONGEST = 9
"""Most words of a name, particles included."""
_LONG = 6
_JOINING = frozenset({"de", "da", "dos", "das", "del", "di", "la", "e", "y"})
"""What joins the parts of long names."""


class Evidence:
    """The candidates of one document, and the questions all witnesses ask."""

    def __init__(self, view: View, titles: list[Title]) -> None:
        self.view = view
        self.lexicon: Lexicon = load_lexicon()
        self.gazetteer: Gazetteer = load_gazetteer()
        self.titles = titles
        self.title_of: dict[int, Title] = {}
        for title in titles:
            for place in range(title.start, title.end):
                self.title_of[place] = title
        self.candidates: list[Name] = []

    def add(self, start: int, end: int, kind: EntityType, weight: int, **more: object) -> None:
        """Propose tokens `start` to `end` as a name."""
        self.candidates.append(Name(start, end, kind, weight, **more))  # type: ignore[arg-type]  # fields of Name

    def inside_title(self, start: int, end: int) -> bool:
        """Whether all tokens belong to one title: "State" in "Secretary of State"."""
        title = self.title_of.get(start)
        return title is not None and title.start <= start and end <= title.end

    def known(self, start: int, end: int) -> bool:
        """Return whether a term of the gazetteer begins here and ends within the span."""
        entries = self.gazetteer.terms.get(self.view.folded[start], ())
        return any(
            tuple(self.view.folded[start : start + len(words)]) == words and start + len(words) <= end
            for words, _, _ in entries
        )

    def run(self, start: int, *, limit: int) -> int:
        """Return the end of the run of capitalised words that begins at `start` (particles and initials included)."""
        view = self.view
        stop = min(view.sentence_end(start), start + limit) if start < view.size else start
        place = end = start
        while place < stop:
            word = view.words[place]
            if can_begin(view, place) and (word.isalpha() or wordlike(word)):
                if view.pos[place] in CLOSED and view.pos[place] != "NUM" and place > start and not word.endswith("."):
                    break
                if place in self.title_of and place > start:
                    break
                place += 1
                end = place
            elif (end > start or view.lower[place] in {"al", "bin", "de", "van", "von", "el"}) and view.lower[
                place
            ] in PARTICLES:
                place += 1
            else:
                break
        return end

    def shouted(self, place: int) -> bool:
        """Whether the line is all capitals, where capitals tell no name: "PRESIDENT ABLE MEETS IMF CHIEF"."""
        view = self.view
        near = [word for word in view.words[max(place - 3, view.sentence_start(place)) : place + 5] if word.isalpha()]
        return len(near) > 3 and all(word.isupper() for word in near)

    def part(self, place: int) -> bool:
        """Return whether a word can stand inside an organisation's name."""
        view = self.view
        if place in self.title_of and view.lower[place] not in {"justice", "general", "representative", "foreign"}:
            return False
        return (
            can_begin(view, place)
            and (wordlike(view.words[place]) or view.words[place] == "&")
            and view.pos[place] in NAME_POS
        )

    def is_long(self, start: int, end: int) -> bool:
        """Whether a run is a name of many parts: "Ana Paula dos Santos Pereira de Lima", which the model takes apart."""
        parts = [self.view.lower[place] for place in range(start, end) if not self.view.capital[place]]
        return end - start >= _LONG and bool(parts) and _JOINING.issuperset(parts)
