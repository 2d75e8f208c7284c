"""Places repaired by the rest of the document and the words beside them: towns nobody claimed, one type for one name."""

from collections import Counter

from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.places import cities_named, is_city, places_named
from graphbuilder.nlp.who.spans import BESIDE_TITLE, COMPASS, LOCALS, LOCATIVES, Name, can_begin, wordlike
from graphbuilder.nlp.who.titles import Title
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType

SURE_SHARE = 3
"""A name that is somewhere "in" is a place in a third of its mentions at least."""
FIRM = 60
"""A name of this weight keeps its type whatever the rest of the document says."""
SMALL, LARGE = 20_000, 200_000
LONGEST = 4


class PlaceRepairs:
    """Looks at the places of a document together."""

    def __init__(self, view: View, names: list[Name], title_of: dict[int, Title]) -> None:
        self.view = view
        self.names = names
        self.title_of = title_of
        self.lexicon = load_lexicon()
        self.surnames = {
            word
            for name in names
            if name.type is EntityType.PERSON and name.end - name.start > 1
            for word in view.folded[name.start + 1 : name.end]
        }
        self.countries = {
            name.term.value for name in names if name.term is not None and name.term.kind in {"country", "demonym"}
        }
        places = [name for name in names if name.type is EntityType.PLACE and name.term is None]
        self.stood_in = frozenset(self._form(name) for name in places if self._somewhere(name))
        self.actors = frozenset(self._form(name) for name in places if self._acts(name))
        self.places = self._places()

    def repaired(self) -> list[Name]:
        """Return the names with one type for each form, and the towns that were left over."""
        for name in self.names:
            self._retype(name)
        return self.names + self._left_over()

    def _form(self, name: Name) -> str:
        return " ".join(self.view.folded[name.start : name.end])

    def _somewhere(self, name: Name) -> bool:
        """Whether the words beside a name say that it is a place: "in Arla", "eastern Arla", "the town of Arla", "Arla, Ohio"."""
        view = self.view
        before = view.lower[name.start - 1] if name.start else ""
        compass = before in COMPASS and not view.capital[name.start - 1]
        called = before == "of" and name.start > 1 and view.lower[name.start - 2] in self.lexicon.places
        return before in LOCATIVES or compass or called or self._in_state(name.end) is not None

    def _in_state(self, end: int) -> str | None:
        """Return the state that follows behind a comma, by its name: "Arla, Ill."."""
        view = self.view
        if end + 1 >= view.size or view.words[end] != ",":
            return None
        short = load_gazetteer().abbreviations.get(view.words[end + 1])
        if short:
            return short
        for words, _, term in load_gazetteer().terms.get(view.folded[end + 1], ()):
            if tuple(view.folded[end + 1 : end + 1 + len(words)]) == words:
                return term.value if term.kind == "region" else None
        return None

    def _places(self) -> frozenset[str]:
        """Return the forms that are places somewhere in the document beyond doubt."""
        types: dict[str, Counter[EntityType]] = {}
        sure: set[str] = set()
        for name in self.names:
            if name.term is not None:
                continue
            form = self._form(name)
            types.setdefault(form, Counter())[name.type] += 1
            if name.type is EntityType.PLACE and self._somewhere(name):
                sure.add(form)
        return frozenset(
            form
            for form, counts in types.items()
            if form not in self.surnames
            and counts[EntityType.PLACE]
            and counts[EntityType.PLACE] * (SURE_SHARE if form in sure else 2) >= counts.total()
            and (form in sure or is_city(form))
        )

    def _retype(self, name: Name) -> None:
        """Make a doubtful name a place where the document uses it as one."""
        if name.type is EntityType.PLACE and self._is_firm(name):
            name.type = EntityType.ORGANIZATION
        doubtful = name.term is None and name.weight < FIRM and name.honorific is None
        if doubtful and name.type is not EntityType.PLACE:
            form = self._form(name)
            local = is_city(form) and form not in self.surnames and self._local(name.start, name.end)
            if form in self.places or local:
                name.type = EntityType.PLACE

    def _local(self, start: int, end: int) -> bool:
        """Whether the words beside a run tell that it is a town: "an Arla man", "Jon Velm, 25, of Arla"."""
        view = self.view
        if end < view.size and view.lower[end] in LOCALS:
            return True
        before = view.lower[start - 1] if start else ""
        return before == "of" and start > 1 and view.lower[start - 2] in {",", "man", "woman", "resident", "residents"}

    def _is_firm(self, name: Name) -> bool:
        """Whether a place of the model only acts: no table knows it, it is nowhere "in", and it is a subject or owner."""
        if name.term is not None or name.weight >= BESIDE_TITLE or name.end - name.start > 1:
            return False
        form = self._form(name)
        if form in self.places or form in self.stood_in or places_named(form):
            return False
        return form in self.actors

    def _acts(self, name: Name) -> bool:
        """Whether a name is the subject of a verb or an owner: "Arlatec said", "Arlatec's"."""
        view = self.view
        root = view.root(name.start, name.end)
        owner = name.end < view.size and view.lower[name.end] in {"'s", "’s"}
        return owner or (view.deps[root] == "nsubj" and view.pos[view.heads[root]] == "VERB")

    def _left_over(self) -> list[Name]:
        """Unclaimed capitalised words that name a town, by the words beside them, by its size, or by the rest of the document."""
        view = self.view
        taken = bytearray(view.size)
        for name in self.names:
            for spot in range(name.start, name.end):
                taken[spot] = 1
        added = []
        place = 0
        while place < view.size:
            if taken[place] or not self._may_begin(place):
                place += 1
                continue
            end = place + 1
            while (
                end < view.size
                and not taken[end]
                and can_begin(view, end)
                and wordlike(view.words[end])
                and end < place + LONGEST
            ):
                end += 1
            if not (end < view.size and taken[end] and view.capital[end]):
                weight = self._weight(place, end)
                if weight:
                    added.append(Name(place, end, EntityType.PLACE, weight))
            place = end
        return added

    def _may_begin(self, place: int) -> bool:
        view = self.view
        return can_begin(view, place) and place not in self.title_of and view.pos[place] in {"PROPN", "NOUN", "ADJ"}

    def _weight(self, start: int, end: int) -> int:
        """Return how surely an unclaimed run is a town; 0 where it is none."""
        view = self.view
        form = " ".join(view.folded[start:end])
        if view.lower[end - 1] in self.lexicon.thing_last or view.lower[start] in self.lexicon.not_names:
            return 0
        before = view.lower[start - 1] if start else ""
        if form in self.places:
            return 46
        state = self._in_state(end)
        if state is not None:
            region = load_gazetteer().regions.get(state)
            if region is not None and any(city.admin1 == region.admin1 for city in places_named(form)):
                return 46
        if (before in LOCATIVES or before in {"from", "to"}) and is_city(form):
            return 44
        if view.pos[start] != "PROPN" or form in self.lexicon.first_names:
            return 0
        if before in {"in", "near", "outside"} and places_named(form):
            return 42
        found = cities_named(form)
        if not found:
            return 0
        if self._local(start, end):
            return 42
        spoken = any(city.country in self.countries for city in found)
        inside = start > view.sentence_start(start)
        return 40 if found[0].population >= (SMALL if spoken and inside else LARGE) else 0
