"""SpaCy's entities as a witness: cut to the name, freed of titles, and corrected by the words they end in."""

from graphbuilder.nlp.who.evidence import Evidence
from graphbuilder.nlp.who.places import is_city
from graphbuilder.nlp.who.spans import (
    CLOSED,
    LOCATIVES,
    PARTICLES,
    SPACY_TYPES,
    SURNAMES_TOO,
    is_house,
    large,
    lines_of,
    trim,
)
from graphbuilder.nlp.who.things import acronyms_of_things
from graphbuilder.nlp.who.titles import Title
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType

SPOKEN_HONORIFICS = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr."})
MIN_ACRONYM = 2
HELD_THERE = frozenset({"summit", "talks", "conference", "meeting", "negotiations", "accord", "treaty"})
"""What is named by the town it was held in: "the Maun summit"."""
LONG_NAME = 3
"""Most words of a person's name that is looked for in a joined one."""


class ModelEntities(Evidence):
    """Proposes the entities the model found."""

    def __init__(self, view: View, titles: list[Title]) -> None:
        super().__init__(view, titles)
        self._acronyms: frozenset[str] | None = None
        self._calm: set[str] | None = None
        self._common = {
            view.lower[place] for place in range(view.size) if not view.capital[place] and view.pos[place] == "NOUN"
        }

    def entities(self) -> None:
        """SpaCy's entities, cleaned."""
        view = self.view
        for first, last, label in view.entity_spans():
            kind = SPACY_TYPES.get(label)
            if kind is None:
                continue
            for start, end in lines_of(view, first, last):
                parts = self._parted(start, end, kind)
                for one, other in parts:
                    if self.shouted(one) and not self._said_below(one, other):
                        continue
                    joined = len(parts) > 1 and kind is not EntityType.PLACE
                    self._entity(one, other, EntityType.PERSON if joined else kind, label)

    def _said_below(self, start: int, end: int) -> bool:
        """Whether each word of a line in capitals is a name elsewhere in the text: "ABLE TO QUIT ... Able said"."""
        view = self.view
        if self._calm is None:
            self._calm = {
                view.folded[place] for place in range(view.size) if view.capital[place] and not self.shouted(place)
            }
        return all(view.folded[place] in self._calm for place in range(start, end) if view.words[place].isalpha())

    def _parted(self, start: int, end: int, kind: EntityType) -> list[tuple[int, int]]:
        """Part two names the model took for one: "Ann Able and Bo Cane", "Able and Cane", "Niger and Chad"."""
        view = self.view
        if "and" not in view.lower[start + 1 : end - 1]:
            return [(start, end)]
        cut = view.lower.index("and", start + 1)
        halves = [(start, cut), (cut + 1, end)]
        if kind is EntityType.PLACE:
            lands = not self._is_land(start, end) and all(self._is_land(one, other) for one, other in halves)
            return halves if lands else [(start, end)]
        words = frozenset(view.lower[start:end])
        bodies = self.lexicon.organization_last | self.lexicon.organization_first | self.lexicon.thing_last
        if words & (bodies | {"of", "for", "&", "the"}):
            return [(start, end)]
        people = all(
            other - one <= LONG_NAME and all(view.pos[place] == "PROPN" for place in range(one, other))
            for one, other in halves
        )
        named = any(view.folded[one] in self.lexicon.first_names for one, _ in halves)
        alone = all(other - one == 1 for one, other in halves) and self._plural_subject(start, end)
        return halves if people and (named or alone) else [(start, end)]

    def _is_land(self, start: int, end: int) -> bool:
        """Whether a span is the name of a country or region."""
        words = tuple(self.view.folded[start:end])
        known = self.gazetteer.terms.get(words[0], ())
        return any(other == words and term.kind in {"country", "region"} for other, _, term in known)

    def _plural_subject(self, start: int, end: int) -> bool:
        """Whether a span is the subject of a verb of people: "Able and Cane will visit"."""
        view = self.view
        root = view.root(start, end)
        return view.deps[root] in {"nsubj", "nsubjpass"} and view.pos[view.heads[root]] in {"VERB", "AUX"}

    def _entity(self, start: int, end: int, kind: EntityType, label: str) -> None:
        view, lexicon = self.view, self.lexicon
        start, end = self._cut_title(start, end, kind)
        start, end = trim(view, start, end)
        if start >= end or self.inside_title(start, end):
            return
        if not any(view.capital[place] for place in range(start, end)):
            return
        words = view.lower[start:end]
        if end - start == 1 and (words[0] in lexicon.not_names or words[0] in lexicon.groups):
            return
        if end - start == 1 and words[0] in lexicon.acting | lexicon.former | lexicon.coming and end in self.title_of:
            return  # "Caretaker prime minister Able opened the session"
        if words[-1] in {"lord", "sir", "dame"} and kind is EntityType.PERSON:
            return  # "Lord" of "Treasurer Lord Able", where the model parts them
        if any(char.isdigit() for char in view.words[start]) and kind is EntityType.PERSON:
            return
        if end - start == 1 and self._is_common(start):
            return
        if (
            words[-1] in lexicon.thing_last
            and end - start > 1
            and not (kind is EntityType.PERSON and view.folded[start] in lexicon.first_names)
        ):
            return
        if end - start == 1 and (words[0] in lexicon.thing_alone or self._abbreviated_thing(start)):
            return
        start, end, kind = self._person_of_place(start, end, kind)
        end = self._cut_where(start, end, kind)
        kind = self._kind(start, end, kind)
        if kind is EntityType.PERSON and end - start > 1 and self._ends_as_place(start, end):
            self.add(start, end, EntityType.PLACE, 81, label=label)
            return
        if kind is EntityType.PERSON and not self._fits_person(start, end):
            return
        if kind is EntityType.PERSON and words[-1] in lexicon.organization_last and end - start > 1:
            kind = EntityType.ORGANIZATION
        if words[-1] in lexicon.place_last and kind is EntityType.ORGANIZATION and end - start > 1:
            kind = EntityType.PLACE
        weight = {EntityType.PERSON: 60, EntityType.ORGANIZATION: 55, EntityType.PLACE: 45}[kind]
        if end - start == 1:
            weight -= 15
            before = view.lower[start - 1] if start else ""
            if kind is not EntityType.PLACE and is_city(view.folded[start]):
                place = before in {"in", "near", "outside"}
                place |= kind is EntityType.ORGANIZATION and bool(start) and view.lemmas[start - 1] in {"visit", "tour"}
                held = before == "the" and end < view.size and view.lower[end] in HELD_THERE
                place |= (
                    (held or before in {"from", "to", "at"})
                    and view.folded[start] not in lexicon.first_names
                    and large(view.folded[start], 10_000)
                )
                kind = EntityType.PLACE if place else kind
            if kind is EntityType.PERSON and view.pos[start] in CLOSED:
                return
        elif kind is EntityType.ORGANIZATION and all(view.capital[p] for p in (start, end - 1)):
            weight = 70
        elif kind is EntityType.PLACE:
            weight = 63
        elif kind is EntityType.PERSON and view.folded[start] in lexicon.first_names:
            weight = 80
        self.add(start, end, kind, weight, label=label)

    def _is_common(self, place: int) -> bool:
        """Whether a single word is a common noun elsewhere in the document: "Iodine" beside "iodine"."""
        view = self.view
        word = view.lower[place]
        return (
            word in self._common
            and not view.words[place].isupper()
            and view.folded[place] not in self.lexicon.first_names
            and word not in self.lexicon.organizations
            and word not in self.lexicon.organization_last
        )

    def _kind(self, start: int, end: int, kind: EntityType) -> EntityType:
        """Correct the type by the words: "Arla Star" for a newspaper, "Embassy of Chile"."""
        view, lexicon = self.view, self.lexicon
        following = end < view.size and view.capital[end] and view.pos[end] == "PROPN"
        if (
            kind is not EntityType.PLACE
            and " ".join(view.folded[start:end]) in self.gazetteer.capitals
            and not following
        ):
            return EntityType.PLACE
        if end - start == 1:
            return kind
        if kind is not EntityType.PLACE and self._is_large_city(start, end):
            return EntityType.PLACE
        if kind is EntityType.PERSON:
            first = view.folded[start]
            if first not in lexicon.first_names and view.capital[end - 1] and large(first, 400_000):
                return EntityType.ORGANIZATION
        elif (
            kind is EntityType.PLACE
            and view.lower[start] in lexicon.organization_first
            and view.lower[start + 1] == "of"
        ):
            return EntityType.ORGANIZATION
        if kind is EntityType.ORGANIZATION and is_house(view.lower[start:end]):
            return EntityType.PLACE
        return kind

    def _is_large_city(self, start: int, end: int) -> bool:
        """Whether several words are the name of a large city behind a preposition of place or way: "to São Paulo"."""
        view = self.view
        before = view.lower[start - 1] if start else ""
        return before in LOCATIVES | {"to", "from"} and large(" ".join(view.folded[start:end]), 100_000)

    def _person_of_place(self, start: int, end: int, kind: EntityType) -> tuple[int, int, EntityType]:
        """Part a person from a place the model joined to one body: "Rosa Velm of Arla"."""
        view, lexicon = self.view, self.lexicon
        if kind is not EntityType.ORGANIZATION or "of" not in view.lower[start + 1 : end - 1]:
            return start, end, kind
        cut = view.lower.index("of", start + 1, end)
        if cut - start < 2 or any(
            word in lexicon.organization_last | lexicon.organization_first for word in view.lower[start:cut]
        ):
            return start, end, kind
        return (start, cut, EntityType.PERSON) if view.folded[start] in lexicon.first_names else (start, end, kind)

    def _cut_where(self, start: int, end: int, kind: EntityType) -> int:
        """Cut off where something is: "Velmora in Kent"."""
        view = self.view
        for place in range(start + 1, end - 1):
            if kind is EntityType.ORGANIZATION and view.lower[place] in {"in", "near", "outside"}:
                known = self._is_land(place + 1, end) or is_city(" ".join(view.folded[place + 1 : end]))
                return place if known and view.lower[place - 1] not in self.lexicon.organization_last else end
        return end

    def _fits_person(self, start: int, end: int) -> bool:
        """Whether the words can be a person's name: no verbs or small words that are no particles ("Why Able Left")."""
        view = self.view
        for place in range(start, end):
            if "=" in view.words[place] or view.words[place] == "(":
                return False
            small = view.pos[place] in {"VERB", "AUX", "DET", "PRON", "ADV", "SCONJ", "CCONJ"}
            if (
                small
                and end - start > 1
                and view.lower[place] not in PARTICLES
                and view.folded[start] not in self.lexicon.first_names
            ):
                return False
        return True

    def _ends_as_place(self, start: int, end: int) -> bool:
        """Whether the last word makes a place of what looks like a person: "Karl Brand Hospital", "Dubonet Drive"."""
        last, before = self.view.lower[end - 1], self.view.lower[start - 1] if start else ""
        if last not in SURNAMES_TOO:
            return last in self.lexicon.place_last
        return before in LOCATIVES | {"on"} and self.view.folded[start] not in self.lexicon.first_names

    def _abbreviated_thing(self, place: int) -> bool:
        """Whether the text introduces the acronym for something that is no body: "Open Skies Treaty (OST)"."""
        word = self.view.words[place]
        if not word.isupper() or len(word) < MIN_ACRONYM:
            return False
        if self._acronyms is None:
            self._acronyms = acronyms_of_things(self.view)
        return word in self._acronyms

    def _cut_title(self, start: int, end: int, kind: EntityType) -> tuple[int, int]:
        """Cut titles and honorifics off the left of a person, and a title off the end of an organisation."""
        view = self.view
        if kind is EntityType.PERSON:
            for place in range(start, end):
                title = self.title_of.get(place)
                if (
                    title
                    and title.end < end
                    and title.start == place
                    and (place == start or title.end - title.start > 1 or self._unnamed(start, place))
                ):
                    start = title.end
            honored = [place for place in range(start, end - 1) if view.lower[place] in SPOKEN_HONORIFICS]
            start = honored[-1] + 1 if honored else start  # "Said Mr Able"
            while start < end - 1 and view.lower[start] in self.lexicon.honorifics:
                start += 1
            return start + self._called(start, end), end
        if kind is EntityType.ORGANIZATION and view.lower[start] == "office" and "of" in view.lower[start:end]:
            title = self.title_of.get(end) or self.title_of.get(end - 1)
            return start, title.end if title else end  # "Office of the Prime Minister"
        for place in range(start, end):
            title = self.title_of.get(place)
            if title and title.start <= place and title.kind not in {"head", "justice"}:
                return (start, title.start) if title.start > start else (title.end, end)
        return start, end

    def _called(self, start: int, end: int) -> bool:
        """Whether a sentence opens with what somebody is: "Goalkeeper Dede Maboa spoke"."""
        word, lexicon = self.view.lower[start], self.lexicon
        noun = (word in lexicon.epithets or word in lexicon.persons) and word not in lexicon.first_names
        return noun and end - start > 1 and start == self.view.sentence_start(start)

    def _unnamed(self, start: int, end: int) -> bool:
        """Whether no first name stands between `start` and `end`."""
        return not any(self.view.folded[place] in self.lexicon.first_names for place in range(start, end))
