"""What a name is, by the company it keeps in its document: "Velmora officials", "Velmora, which", "Velmora said she".

The model judges a name anew in each sentence, and often differs with itself. Here all places where a name stands bear witness
together. Names that a title, a list or their own words make sure are not asked about.
"""

from collections import Counter

from graphbuilder.nlp.who.company import PERSON, PLACE, Company
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.places import is_city
from graphbuilder.nlp.who.spans import Name, large
from graphbuilder.nlp.who.titles import Title
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType
from graphbuilder.records.identity import fold

_LONGEST = 4
_ENOUGH = 2
"""Fewest votes of the contexts alone."""
_ALONE = 3
"""Fewest votes for what no other witness took for a name."""
_PRIOR = 2
"""Most votes of the model for one kind."""
_MODEL = 74
"""A name of this weight is settled by more than the model's label."""
_DECIDED = 65
_AGREED = 3
"""A name the model calls the same so often, and two times of three, is that: the "Labour" of a text is one party."""


class Testimony:
    """Gathers what is said around each name of one document."""

    def __init__(self, view: View, names: list[Name], title_of: dict[int, Title]) -> None:
        self.view = view
        self.names = names
        self.title_of = title_of
        self.lexicon = load_lexicon()
        self.held: dict[int, Name] = {place: name for name in names for place in range(name.start, name.end)}
        self.company = Company(view, self.held, title_of)
        self.surnames = {
            word
            for name in names
            if name.type is PERSON and name.end - name.start > 1
            for word in view.folded[name.start : name.end]
        }

    def heard(self) -> list[Name]:
        """Return the names with the kind their contexts tell, and the same names where nobody saw them."""
        doubtful: dict[tuple[str, ...], list[Name]] = {}
        for name in self.names:
            if self._is_doubtful(name):
                doubtful.setdefault(tuple(self.view.words[name.start : name.end]), []).append(name)
        added: list[Name] = []
        for words in self._unseen():
            doubtful.setdefault(words, [])
        spots = self._spots(doubtful)
        for words, named in doubtful.items():
            free = spots.get(words, [])
            kind = self._kind(words, named, free)
            if kind is None:
                continue
            for name in named:
                name.type = kind
                name.weight = max(name.weight, _DECIDED)
            added.extend(Name(start, start + len(words), kind, _DECIDED) for start in free)
        return self.names + added

    def _is_doubtful(self, name: Name) -> bool:
        if name.term is not None or name.honorific or name.weight >= _MODEL or not name.label:
            return False
        last = self.view.lower[name.end - 1]
        if name.end - name.start > 1:
            sure = last in self.lexicon.organization_last or last in self.lexicon.place_last
            return not sure and self.view.folded[name.start] not in self.lexicon.first_names
        body = last in self.lexicon.organization_last or last in self.lexicon.organizations
        return self.view.folded[name.start] not in self.surnames and not body

    def _unseen(self) -> list[tuple[str, ...]]:
        """Return the runs of proper nouns that stand at least twice in the text and that nobody saw."""
        view = self.view
        found: Counter[tuple[str, ...]] = Counter()
        place = 0
        while place < view.size:
            end = place
            while end < view.size and view.capital[end] and view.pos[end] == "PROPN" and end not in self.held:
                end += 1
            if end > place:
                titled = any(spot in self.title_of for spot in range(place, end))
                last = view.lower[end - 1]
                things = last in self.lexicon.thing_last or last in self.lexicon.thing_alone
                if end - place <= _LONGEST and not titled and not things and last not in self.lexicon.not_names:
                    found[tuple(view.words[place:end])] += 1
            place = max(end, place + 1)
        return [words for words, count in found.items() if count > 1]

    def _spots(self, doubtful: dict[tuple[str, ...], list[Name]]) -> dict[tuple[str, ...], list[int]]:
        """Return where the words of doubtful names stand unclaimed, with no capital beside them."""
        view = self.view
        firsts: dict[str, list[tuple[str, ...]]] = {}
        for words in doubtful:
            firsts.setdefault(words[0], []).append(words)
        found: dict[tuple[str, ...], list[int]] = {}
        for place, word in enumerate(view.words):
            for words in firsts.get(word, ()):
                end = place + len(words)
                spots = range(place, end)
                if tuple(view.words[place:end]) != words or any(s in self.held or s in self.title_of for s in spots):
                    continue
                beside = [side for side in (place - 1, end) if 0 <= side < view.size]
                proper = all(view.pos[spot] == "PROPN" for spot in spots)
                if proper and not any(view.capital[side] and side not in self.title_of for side in beside):
                    found.setdefault(words, []).append(place)
        return found

    def _kind(self, words: tuple[str, ...], named: list[Name], free: list[int]) -> EntityType | None:
        """Return the kind the contexts tell, None where they tell nothing or too little."""
        votes: Counter[EntityType] = Counter()
        for start in [name.start for name in named] + free:
            votes += self.company.of(start, start + len(words))
        if not votes:
            return None
        enough = _ENOUGH if named else _ALONE
        told = votes.copy()
        labels = Counter(PERSON if name.label == "PERSON" else name.type for name in named)
        for kind, count in labels.items():
            votes[kind] += min(count, _PRIOR)
        form = fold(" ".join(words))
        if is_city(form):
            votes[PLACE] += 3 if large(form, 100_000) else 1
        if form in self.lexicon.first_names:
            votes[PERSON] += 2
        (kind, most), *others = votes.most_common()
        second = others[0][1] if others else 0
        count = labels[kind]
        agreed = len(words) == 1 and _AGREED <= count < len(named) and count * 3 >= len(named) * 2
        return kind if agreed or (told[kind] >= enough and most >= 2 * second) else None
