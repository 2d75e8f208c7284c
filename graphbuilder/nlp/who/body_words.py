"""Our own witness of bodies and places: a capitalised name with a word for what it is, "Ruritanian Foreign Ministry".

It proposes; `names` decides.
"""

from graphbuilder.nlp.who.evidence import Evidence
from graphbuilder.nlp.who.spans import CLOSED, SURNAMES_TOO, is_house
from graphbuilder.records.annotation import EntityType

BRANCH = 73
"""The weight of a longer name that a known body's begins."""
OF_STATE = 74
"""The weight of a body whose name holds the long name of a state: "Embassy of the Republic of Korea"."""
_DEEDS = ("tion", "sion", "ment", "ence", "ance")
"""How the nouns end that name what a body is to bring about: "the Emancipation of the Niger Delta"."""


class BodyWords(Evidence):
    """Proposes names by the words for bodies and places that end or begin them."""

    def organizations(self) -> None:
        """Capitalised names with a word for a body: "Ruritanian Foreign Ministry", "Bureau of Mines"."""
        view, lexicon = self.view, self.lexicon
        for place in range(view.size):
            if not view.capital[place]:
                continue
            word = view.lower[place]
            if word in lexicon.organization_last or word in lexicon.place_last:
                start = place
                floor = view.sentence_start(place)
                while start > floor and self.part(start - 1):
                    start -= 1
                while start < place and (view.pos[start] in CLOSED or view.lower[start] in {"the", "a"}):
                    start += 1
                if self._broadcast(start, place) or (
                    word in SURNAMES_TOO and view.folded[start] in lexicon.first_names and place - start == 1
                ):
                    continue
                if start < place and not (
                    place + 1 < view.size
                    and view.capital[place + 1]
                    and view.lower[place + 1] in lexicon.organization_last
                ):
                    house = is_house(view.lower[start : place + 1])
                    body = word in lexicon.organization_last and not house
                    kind = EntityType.ORGANIZATION if body else EntityType.PLACE
                    weight = 68 if view.ner[start] != "PERSON" else 58
                    branch = self._branch(start, place + 1)
                    self.add(start, place + 1, kind, BRANCH if body and branch else weight)
            if word in lexicon.organization_first and place + 2 < view.size and view.lower[place + 1] in {"of", "for"}:
                first = place + 2 + (view.lower[place + 2] == "the")
                end = self.run(first, limit=6) if first < view.size else first
                title = self.title_of.get(first)
                end = max(end, title.end) if title and end > first else end  # "Office of the Prime Minister"
                state = self._state(first)
                end = max(end, state)
                if end > first:
                    start = place
                    while (
                        start > view.sentence_start(place)
                        and self.part(start - 1)
                        and view.pos[start - 1] not in CLOSED
                    ):
                        start -= 1
                    end = self._and_tail(self._deed_tail(place, end))
                    self.add(start, end, EntityType.ORGANIZATION, OF_STATE if state else 72)

    def _state(self, start: int) -> int:
        """Return the end of the long name of a state that begins here, 0 where none does."""
        folded = self.view.folded
        for words, _, term in self.gazetteer.terms.get(folded[start], ()):
            end = start + len(words)
            if term.kind == "country" and "of" in words and tuple(folded[start:end]) == words:
                return end
        return 0

    def _deed_tail(self, first: int, end: int) -> int:
        """Go on over what a body is there to do something about: "Front for the Liberation of Palestine".

        "The Ministry for Education of Chad" and "the Ministry of Information of Chad" are Chad's.
        """
        view = self.view
        deed = view.lower[first + 1 : first + 3] == ["for", "the"] and view.lower[end - 1].endswith(_DEEDS)
        if not deed or end + 1 >= view.size or view.lower[end] != "of":
            return end
        tail = end + 1 + (view.lower[end + 1] == "the")
        return max(end, self.run(tail, limit=4)) if tail < view.size and view.capital[tail] else end

    def _branch(self, start: int, end: int) -> bool:
        """Whether a known body's name only begins a longer one: "United Nations Industrial Development Organization"."""
        view = self.view
        known = self.gazetteer.terms.get(view.folded[start], ())
        return any(
            term.kind == "organization"
            and end - start - len(words) > 1
            and tuple(view.folded[start : start + len(words)]) == words
            for words, _, term in known
        )

    def _broadcast(self, start: int, place: int) -> bool:
        """Whether demonym and noun only describe what follows: "Danish TV network Sol", "a Danish Navy ship"."""
        view = self.view
        described = place + 1 < view.size and view.pos[place + 1] == "NOUN"
        return (
            described
            and place - start == 1
            and self.known(start, place)
            and view.lower[place] in {"tv", "television", "radio"}
        )

    def _and_tail(self, end: int) -> int:
        """Go on over "and X" inside a name: "Office of Trade and Industry"."""
        view = self.view
        if end + 1 < view.size and view.lower[end] in {"and", "&"} and view.capital[end + 1] and view.ner[end] == "ORG":
            return self.run(end + 1, limit=3)
        return end
