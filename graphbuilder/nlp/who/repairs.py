"""Names repaired by the rest of the document: bare surnames of people named in full."""

from collections import Counter

from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.initials import SHORT, initials_of, short_behind
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.spans import (
    CLOSED,
    DIRECTIONS,
    LOCATIVES,
    PARTICLES,
    SURNAME_FIRST,
    Name,
    can_begin,
    large,
)
from graphbuilder.nlp.who.titles import Title
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType

TOWN = 50_000
"""A first name that a town of so many people bears stands for the person only behind a surname or title ("Florence")."""


def _surnames_inside(words: tuple[str, ...]) -> list[str]:
    """Return the words of a full name that may stand alone for it though they are not its last one.

    A family name that comes first ("Luo Wenbin ... Luo said"), and the first of two surnames ("Rosa Salcedo Duarte ... Salcedo").
    """
    known = load_lexicon().first_names
    found = []
    if len(words) < 4 and (
        words[0] in SURNAME_FIRST or (words[0] not in known and len(words[0]) > 1 and "." not in words[0])
    ):
        found.append(words[0])
    if "y" in words[2:]:
        words = words[: words.index("y", 2) + 1]
    if len(words) > 2 and words[0] in known and len(words[-2]) > 3 and not {words[-2]} & (known.keys() | PARTICLES):
        found.append(words[-2])
    return found


class Repairs:
    """Looks at a document's names together."""

    def __init__(self, view: View, title_of: dict[int, Title]) -> None:
        self.view = view
        self.title_of = title_of
        self.first: dict[str, int] = {}
        """Where each surname first stands in a full name."""
        self.bodies = load_lexicon().organizations
        self.small = {word for word, capital in zip(view.lower, view.capital, strict=True) if not capital}
        self.inside: set[str] = set()
        """Words of full names that stand for them only where no other name stands beside."""

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
            if words[0] in load_lexicon().first_names and not self._is_also_place(words[0]):
                tails.setdefault(words[0], set()).add(words[:1])
                self.inside.add(words[0])
            for word in _surnames_inside(words):
                tails.setdefault(word, set()).add((word,))
                if word not in SURNAME_FIRST:
                    self.inside.add(word)
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

    def _is_also_place(self, first: str) -> bool:
        """Whether a first name is a country's or a larger town's too: "Chad", "Florence"."""
        return first in load_gazetteer().terms or large(first, TOWN)

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
            if words[0] in self.inside and len(words) == 1 and not self._alone(place):
                continue
            old = holder.get(place)
            before, after = holder.get(place - 1), holder.get(end)
            if old is not None:
                if old.type is EntityType.PERSON and (old.start != place or old.end >= end):
                    return None
                if old.start != place or (old.end > end and not self._shouted(old)):
                    return None
                if old.term is not None and self._is_term(place):
                    return None
            if (before is not None and before is old) or (after is not None and after is old):
                return None
            if (
                view.pos[place] != "PROPN"
                and not view.ner[place]
                and (place == view.sentence_start(place) or view.pos[place] in CLOSED)
                and not self._acts(place, end)
            ):
                return None
            if view.ner[place] in {"DATE", "TIME"} and not self._speaks(place):
                return None
            return end
        return None

    def _acts(self, place: int, end: int) -> bool:
        """Whether a noun at the head of a sentence is the subject of the verb behind it: "Tremblay returned on Monday".

        The tagger takes a rare surname there for a common noun; where the document writes it small too, it is one.
        """
        view = self.view
        head = end - 1
        return (
            view.pos[head] == "NOUN"
            and view.deps[head] in {"nsubj", "nsubjpass"}
            and end < view.size
            and view.pos[end] in {"VERB", "AUX"}
            and view.lower[place] not in self.small
        )

    def called(self, names: list[Name]) -> list[Name]:
        """The free word behind a noun for bodies is the body's name: "the chemical company Velmora sued"."""
        view = self.view
        held = {place for name in names for place in range(name.start, name.end)} | set(self.title_of)
        added = [
            Name(place, place + 1, EntityType.ORGANIZATION, 60)
            for place in range(1, view.size)
            if view.capital[place]
            and view.deps[place] in {"appos", "nmod"}
            and view.pos[place] == "PROPN"
            and view.pos[place - 1] == "NOUN"
            and view.lower[place - 1] in self.bodies
            and held.isdisjoint(range(place - 1, place + 2))
            and not (place + 1 < view.size and view.capital[place + 1])
        ]
        return names + added

    def repeats(self, names: list[Name]) -> list[Name]:
        """A body named elsewhere is named where its words stand free: "Velmora fell. ... The sale of Velmora was put off".

        Only where it is read as a name at least as often as not: a lone misreading ("an Oath") must not spread.
        """
        view = self.view
        bodies: Counter[tuple[str, ...]] = Counter()
        for name in names:
            if name.term is None and name.type is EntityType.ORGANIZATION and view.capital[name.start]:
                bodies[tuple(view.words[name.start : name.end])] += 1
        firsts: dict[str, list[tuple[str, ...]]] = {}
        for words in sorted(bodies, key=lambda words: (-len(words), words)):
            firsts.setdefault(words[0], []).append(words)
        held = {place for name in names for place in range(name.start, name.end)} | set(self.title_of)
        free: dict[tuple[str, ...], list[int]] = {}
        for place in range(view.size if bodies else 0):
            for words in firsts.get(view.words[place], ()):
                end = place + len(words)
                if tuple(view.words[place:end]) == words and held.isdisjoint(range(place - 1, end + 1)):
                    free.setdefault(words, []).append(place)
                    held.update(range(place, end))
                    break
        added = [
            Name(place, place + len(words), EntityType.ORGANIZATION, 60)
            for words, places in sorted(free.items())
            if len(places) <= bodies[words]
            for place in places
            if self._stands_alone(place, place + len(words))
        ]
        return names + added

    def _stands_alone(self, place: int, end: int) -> bool:
        """Whether words are proper nouns and no part of a longer run of capitals."""
        view = self.view
        proper = all(view.pos[spot] == "PROPN" for spot in range(place, end))
        return proper and not any(view.capital[spot] for spot in (place - 1, end) if 0 <= spot < view.size)

    def _alone(self, place: int) -> bool:
        """Whether no capitalised word but a title stands beside a word of a name."""
        view = self.view
        sides = [side for side in (place - 1, place + 1) if 0 <= side < view.size and side not in self.title_of]
        return not any(view.capital[side] and view.pos[side] == "PROPN" for side in sides)

    def _cried(self, place: int) -> bool:
        """Whether the word beside one in capitals is in capitals too: a line that is all capitals tells no short form."""
        view = self.view
        return any(
            view.words[side].isupper()
            and len(view.words[side]) > 1
            and view.sentence_of[side] == view.sentence_of[place]
            for side in (place - 1, place + 1)
            if 0 <= side < view.size
        )

    def _shouted(self, name: Name) -> bool:
        """Whether a name is part of a headline in capitals, where every word looks like a name: "ABLE WINS VOTE"."""
        words = [word for word in self.view.words[name.start : name.end] if word.isalpha()]
        return len(words) > 1 and all(word.isupper() for word in words)

    def _speaks(self, place: int) -> bool:
        """Whether a month's name is a surname here: "May said", "May's government"."""
        view = self.view
        after = view.lower[place + 1] if place + 1 < view.size else ""
        return after in {"'s", "’s"} or (view.deps[place] == "nsubj" and not after.isdigit())

    def _is_term(self, place: int) -> bool:
        """Whether a country's name is no surname here: before the full name ("Jordan ... Eva Jordan") or after "in"."""
        before = self.view.lower[place - 1] if place else ""
        return before in LOCATIVES | DIRECTIONS or place < self.first.get(self.view.folded[place], 0)

    def acronyms(self, names: list[Name]) -> list[Name]:
        """Short forms given in brackets behind a name are it wherever they stand: "National Election Board (NEB) ... NEB".

        So are, of bodies, those made of the first letters: "Zimbabwe Congress of Trade Unions ... ZCTU".
        """
        view = self.view
        forms: dict[str, EntityType] = {}
        for name in names:
            named = name.type in {EntityType.ORGANIZATION, EntityType.PLACE} and name.end - name.start > 1
            spot = short_behind(view, name.end) if named else None
            if spot is not None:
                short = view.words[spot]
                initials = [word[0] for word in view.words[name.start : name.end] if word[0].isupper()]
                if short.isupper() and len(short) > 1 and short[0] in initials:
                    forms.setdefault(short, name.type)
        made = {
            initials.upper()
            for name in names
            if name.type is EntityType.ORGANIZATION and name.end - name.start >= SHORT
            for initials in initials_of(view.phrase(name.start, name.end))
            if len(initials) >= SHORT
        } - forms.keys()
        if not forms and not made:
            return names
        spots = {place for place in range(view.size) if view.words[place] in forms}
        lettered = [place for place in range(view.size) if view.words[place] in made and not self._cried(place)]
        spots.update(lettered)
        forms |= dict.fromkeys(made, EntityType.ORGANIZATION)
        kept = [
            name for name in names if not (name.end - name.start == 1 and name.start in spots and name.term is None)
        ]
        held = {place for name in kept for place in range(name.start, name.end)}
        return kept + [Name(place, place + 1, forms[view.words[place]], 64) for place in sorted(spots - held)]
