"""Names repaired by the rest of the document: bare surnames of people named in full, and cities nobody claimed."""

from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.places import cities_named, is_city
from graphbuilder.nlp.who.spans import (
    CLOSED,
    DIRECTIONS,
    LOCATIVES,
    PARTICLES,
    SURNAME_FIRST,
    Name,
    can_begin,
    wordlike,
)
from graphbuilder.nlp.who.titles import Title
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType


class Repairs:
    """Looks at a document's names together."""

    def __init__(self, view: View, title_of: dict[int, Title]) -> None:
        self.view = view
        self.title_of = title_of
        self.lexicon = load_lexicon()
        self.first: dict[str, int] = {}
        """Where each surname first stands in a full name."""

    def surnames(self, names: list[Name]) -> list[Name]:
        """A run equal to the tail of a fuller name is that person, whatever spaCy called it: "Able" after "Ann Able"."""
        view = self.view
        tails: dict[str, set[tuple[str, ...]]] = {}
        for name in names:
            if name.term is None and name.type is EntityType.PERSON and name.end - name.start > 1:
                for place in range(name.start + 1, name.end):
                    self.first.setdefault(view.folded[place], name.start)
            if name.type is not EntityType.PERSON or name.end - name.start < 2:
                continue
            words = tuple(view.folded[name.start : name.end])
            if words[0] in SURNAME_FIRST and len(words) < 4:
                tails.setdefault(words[0], set()).add(words[:1])
            for cut in range(1, len(words)):
                tail = words[cut:]
                if tail[0] not in PARTICLES or tail[0] in {"al", "bin", "van", "von", "de"}:
                    tails.setdefault(tail[0], set()).add(tail)
        if not tails:
            return names
        holder: dict[int, Name] = {}
        for name in names:
            for place in range(name.start, name.end):
                holder[place] = name
        dropped: set[int] = set()
        added: list[Name] = []
        place = 0
        while place < view.size:
            found = self._tail_at(place, tails, holder)
            if found is None:
                place += 1
                continue
            for spot in range(place, found):
                old = holder.get(spot)
                if old is not None:
                    dropped.add(id(old))
            added.append(Name(place, found, EntityType.PERSON, 74))
            place = found
        return [name for name in names if id(name) not in dropped] + added

    def _tail_at(self, place: int, tails: dict[str, set[tuple[str, ...]]], holder: dict[int, Name]) -> int | None:
        view = self.view
        options = tails.get(view.folded[place])
        if not options or place in self.title_of:
            return None
        if not can_begin(view, place) and not (
            view.lower[place] in PARTICLES and place + 1 < view.size and view.capital[place + 1]
        ):
            return None
        for words in sorted(options, key=lambda words: (-len(words), words)):
            end = place + len(words)
            if tuple(view.folded[place:end]) != words:
                continue
            old = holder.get(place)
            before, after = holder.get(place - 1), holder.get(end)
            if old is not None:
                if old.type is EntityType.PERSON and (old.start != place or old.end >= end):
                    return None
                if old.start != place or old.end > end:
                    return None
                if old.term is not None and self._is_term(place):
                    return None
            if (before is not None and before is old) or (after is not None and after is old):
                return None
            if (
                view.pos[place] != "PROPN"
                and not view.ner[place]
                and (place == view.sentence_start(place) or view.pos[place] in CLOSED)
            ):
                return None
            if view.ner[place] in {"DATE", "TIME"} and not self._speaks(place):
                return None
            return end
        return None

    def _speaks(self, place: int) -> bool:
        """Whether a month's name is a surname here: "May said", "May's government"."""
        view = self.view
        after = view.lower[place + 1] if place + 1 < view.size else ""
        return after in {"'s", "’s"} or (view.deps[place] == "nsubj" and not after.isdigit())

    def _is_term(self, place: int) -> bool:
        """Whether a country's name is no surname here: before the full name ("Jordan ... Eva Jordan") or after "in"."""
        before = self.view.lower[place - 1] if place else ""
        return before in LOCATIVES | DIRECTIONS or place < self.first.get(self.view.folded[place], 0)

    def cities(self, names: list[Name]) -> list[Name]:
        """Unclaimed capitalised words that name a city, after a preposition of place or of some size."""
        view = self.view
        taken = bytearray(view.size)
        for name in names:
            for spot in range(name.start, name.end):
                taken[spot] = 1
        added = []
        countries = {
            name.term.value for name in names if name.term is not None and name.term.kind in {"country", "demonym"}
        }
        place = 0
        while place < view.size:
            if (
                taken[place]
                or not can_begin(view, place)
                or place in self.title_of
                or view.pos[place] not in {"PROPN", "NOUN", "ADJ"}
            ):
                place += 1
                continue
            end = place + 1
            while (
                end < view.size
                and not taken[end]
                and can_begin(view, end)
                and wordlike(view.words[end])
                and end < place + 4
            ):
                end += 1
            if end < view.size and taken[end] and view.capital[end]:
                place = end
                continue
            previous = view.lower[place - 1] if place else ""
            folded = " ".join(view.folded[place:end])
            if view.lower[end - 1] in self.lexicon.thing_last or view.lower[place] in self.lexicon.not_names:
                place = end
                continue
            if (previous in LOCATIVES or previous in {"from", "to"}) and is_city(folded):
                added.append(Name(place, end, EntityType.PLACE, 44))
            elif view.pos[place] == "PROPN" and folded not in self.lexicon.first_names:
                found = cities_named(folded)
                spoken = any(city.country in countries for city in found)
                inside = place > view.sentence_start(place)
                if found and found[0].population >= (20_000 if spoken and inside else 200_000):
                    added.append(Name(place, end, EntityType.PLACE, 40))
            place = end
        return names + added
