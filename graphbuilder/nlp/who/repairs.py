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

    def surnames(self, names: list[Name]) -> list[Name]:
        """A run equal to the tail of a fuller name is that person, whatever spaCy called it: "Able" after "Ann Able"."""
        view = self.view
        tails: dict[str, set[tuple[str, ...]]] = {}
        for name in names:
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
        if not options or not can_begin(view, place) or place in self.title_of:
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
                if old.term is not None and (view.lower[place - 1] in LOCATIVES | DIRECTIONS if place else False):
                    return None
            if (before is not None and before is old) or (after is not None and after is old):
                return None
            if (
                view.pos[place] != "PROPN"
                and not view.ner[place]
                and (place == view.sentence_start(place) or view.pos[place] in CLOSED)
            ):
                return None
            if view.ner[place] in {"DATE", "TIME"}:
                return None
            return end
        return None

    def cities(self, names: list[Name]) -> list[Name]:
        """Unclaimed capitalised words that name a city, after a preposition of place or of some size."""
        view = self.view
        taken = bytearray(view.size)
        for name in names:
            for spot in range(name.start, name.end):
                taken[spot] = 1
        added = []
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
            if view.lower[end - 1] in self.lexicon.thing_last:
                place = end
                continue
            if (
                (previous in LOCATIVES or previous in {"from", "to"})
                and is_city(folded)
                and view.lower[place] not in self.lexicon.not_names
            ):
                added.append(Name(place, end, EntityType.PLACE, 44))
            elif view.pos[place] == "PROPN" and folded not in self.lexicon.first_names:
                found = cities_named(folded)
                if found and found[0].population >= 200_000:
                    added.append(Name(place, end, EntityType.PLACE, 40))
            place = end
        return names + added
