"""Name spans: which words are the name of a person, organisation, place or people, repaired over the whole document.

spaCy's entities are one witness among several; gazetteer, titles, first names and the fuller names of the same document are
others. Names do not overlap. Who is the same is not decided here.
"""

from dataclasses import dataclass, replace

from graphbuilder.nlp.who.gazetteer import Gazetteer, Term, load_gazetteer
from graphbuilder.nlp.who.lexicon import Lexicon, load_lexicon
from graphbuilder.nlp.who.places import cities_named, is_city
from graphbuilder.nlp.who.titles import Title
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType

PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "bint", "van", "von", "de", "der", "den", "da", "di", "du", "del", "della", "dos", "das", "la", "le", "ter", "abu", "ben", "ould", "-", "e", "y"}  # noqa: E501 - one list
)
LOCATIVES = frozenset({"in", "at", "near", "outside", "around", "across", "toward", "towards", "into", "throughout"})
DIRECTIONS = frozenset({"from", "to", "through", "via", "reach", "of"})
_SPACY = {
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORGANIZATION,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
}
_TERM_TYPES = {
    "country": EntityType.PLACE,
    "demonym": EntityType.PLACE,
    "region": EntityType.PLACE,
    "regional": EntityType.PLACE,
    "people": EntityType.GROUP,
    "religion": EntityType.GROUP,
    "organization": EntityType.ORGANIZATION,
}
_CLOSED = frozenset({"ADP", "CCONJ", "SCONJ", "DET", "PRON", "ADV", "AUX", "PART", "INTJ", "NUM", "PUNCT", "SPACE", "SYM"})
_STRONG = frozenset({"state", "regional", "legislature", "military", "judiciary", "religious"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’", "s"})
_ANY = frozenset({"PROPN", "NOUN", "ADJ", "X"})


@dataclass(slots=True)
class Name:
    """Tokens `start` to `end` are a name of this type; `term` is what the gazetteer knows of it."""

    start: int
    end: int
    type: EntityType
    weight: int
    term: Term | None = None
    label: str = ""
    honorific: str | None = None

    @property
    def demonym(self) -> bool:
        """Whether the name is an adjective of a country or region ("Danish")."""
        return self.term is not None and self.term.kind in {"demonym", "regional", "religion"}


def find_names(view: View, titles: list[Title]) -> list[Name]:
    """Return the names of a document from left to right."""
    return _Finder(view, titles).run()


class _Finder:
    """Collects candidates, lets the heaviest claim their tokens, then repairs with what the document taught."""

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

    def run(self) -> list[Name]:
        self._terms()
        self._entities()
        self._after_titles()
        self._first_names()
        self._organizations()
        names = self._claim(self.candidates)
        names = self._surnames(names)
        names = self._cities(names)
        for name in names:
            self._settle(name)
        return sorted(names, key=lambda name: name.start)

    def _settle(self, name: Name) -> None:
        """Give a name the term that spells it out, and the type its neighbour tells: "TV network Sol", "the town of Arla"."""
        view, lexicon = self.view, self.lexicon
        if name.term is None and name.type is not EntityType.PERSON:
            for words, exact, term in self.gazetteer.terms.get(view.folded[name.start], ()):
                if tuple(view.folded[name.start : name.end]) == words and (not exact or view.words[name.start] == exact):
                    name.term = term
                    name.type = _TERM_TYPES[term.kind]
                    return
        if name.term is not None or name.start == 0:
            return
        before = view.lower[name.start - 1]
        if name.type is EntityType.PLACE and before in lexicon.organizations and view.pos[name.start - 1] == "NOUN":
            name.type = EntityType.ORGANIZATION
        elif before == "of" and name.start > 1 and view.lower[name.start - 2] in lexicon.places and name.weight < 70:
            name.type = EntityType.PLACE

    def _add(self, start: int, end: int, kind: EntityType, weight: int, **more: object) -> None:
        self.candidates.append(Name(start, end, kind, weight, **more))  # type: ignore[arg-type]  # fields of Name

    def _claim(self, candidates: list[Name]) -> list[Name]:
        """Let heavier and longer names take their tokens first."""
        taken = bytearray(self.view.size)
        kept = []
        for name in sorted(candidates, key=lambda name: (-name.weight, name.start - name.end, name.start, name.type)):
            if not any(taken[name.start : name.end]):
                kept.append(name)
                for place in range(name.start, name.end):
                    taken[place] = 1
        return kept

    # ---- witnesses

    def _terms(self) -> None:
        """Countries, demonyms, regions and known organisations."""
        view = self.view
        place = 0
        while place < view.size:
            entries = self.gazetteer.terms.get(view.folded[place]) if _upper(view, place) else None
            if entries:
                for words, exact, term in entries:
                    end = place + len(words)
                    if tuple(view.folded[place:end]) == words and (not exact or view.words[place] == exact):
                        self._term(place, end, term)
                        place = end - 1
                        break
            place += 1

    def _term(self, start: int, end: int, term: Term) -> None:
        view = self.view
        if self._inside_title(start, end):
            return
        kind = EntityType.PLACE
        if term.kind == "organization":
            kind = EntityType.ORGANIZATION
        elif term.kind in {"people", "religion"}:
            kind = EntityType.GROUP
        elif term.kind == "country" and term.value in {"US", "GB"} and view.words[start].isupper() and self._adjectival(end):
            term = Term("demonym", term.value)
        elif term.kind == "demonym" and self._noun_use(start, end):
            term = Term("people", term.value)
            kind = EntityType.GROUP
        first = view.folded[start] in self.lexicon.first_names
        following = end < view.size and view.capital[end] and view.pos[end] == "PROPN"
        weight = 62 if end - start > 1 else 30 if first and following else 50
        self._add(start, end, kind, weight, term=term)

    def _adjectival(self, end: int) -> bool:
        """Whether "US" stands before a noun or hyphen: "US troops", "US-Mexican ties"."""
        view = self.view
        if end >= view.size:
            return False
        if view.lower[end] == "and" and end + 2 < view.size and view.capital[end + 1]:
            return view.pos[end + 2] == "NOUN" and view.folded[end + 1] in self.gazetteer.terms
        return view.pos[end] in {"NOUN", "PROPN", "ADJ"} or view.words[end] == "-"

    def _noun_use(self, start: int, end: int) -> bool:
        """Whether a demonym stands for the people: "the French said", "two Afghans"."""
        view = self.view
        if view.folded[start].endswith("s") and view.tags[start] in {"NNPS", "NNS"}:
            return True
        root = view.deps[end - 1]
        after = view.pos[end] if end < view.size else "PUNCT"
        before = view.lower[start - 1] if start else ""
        return before == "the" and root in {"nsubj", "nsubjpass", "pobj", "dobj"} and after in {"VERB", "AUX", "PUNCT", "ADP"}

    def _inside_title(self, start: int, end: int) -> bool:
        """Whether all tokens belong to one title: "State" in "Secretary of State"."""
        title = self.title_of.get(start)
        return title is not None and title.start <= start and end <= title.end

    def _entities(self) -> None:
        """spaCy's entities, cleaned."""
        view = self.view
        for first, last, label in view.entity_spans():
            kind = _SPACY.get(label)
            if kind is None:
                continue
            for start, end in _lines(view, first, last):
                self._entity(start, end, kind, label)

    def _entity(self, start: int, end: int, kind: EntityType, label: str) -> None:
        view, lexicon = self.view, self.lexicon
        start, end = self._cut_title(start, end, kind)
        start, end = trim(view, start, end)
        if start >= end or self._inside_title(start, end):
            return
        if not any(view.capital[place] for place in range(start, end)):
            return
        words = view.lower[start:end]
        if end - start == 1 and (words[0] in lexicon.not_names or words[0] in lexicon.groups):
            return
        if any(char.isdigit() for char in view.words[start]) and kind is EntityType.PERSON:
            return
        if kind is EntityType.PERSON and words[-1] in lexicon.organization_last and end - start > 1:
            kind = EntityType.ORGANIZATION
        if words[-1] in lexicon.place_last and kind is EntityType.ORGANIZATION and end - start > 1:
            kind = EntityType.PLACE
        weight = {EntityType.PERSON: 60, EntityType.ORGANIZATION: 55, EntityType.PLACE: 45}[kind]
        if end - start == 1:
            weight -= 15
            before = view.lower[start - 1] if start else ""
            if kind is not EntityType.PLACE and before in {"in", "near", "outside"} and is_city(view.folded[start]):
                kind = EntityType.PLACE
            if kind is EntityType.PERSON and view.pos[start] in _CLOSED:
                return
        elif kind is EntityType.ORGANIZATION and all(view.capital[p] for p in (start, end - 1)):
            weight = 70
        elif kind is EntityType.PLACE:
            weight = 63
        elif kind is EntityType.PERSON and view.folded[start] in lexicon.first_names:
            weight = 80
        self._add(start, end, kind, weight, label=label)

    def _cut_title(self, start: int, end: int, kind: EntityType) -> tuple[int, int]:
        """Cut titles and honorifics off the left of a person, and a title off the end of an organisation."""
        view = self.view
        if kind is EntityType.PERSON:
            for place in range(start, end):
                title = self.title_of.get(place)
                if title and title.end < end and title.start == place and (place == start or title.end - title.start > 1 or self._unnamed(start, place)):
                    start = title.end
            while start < end - 1 and view.lower[start] in self.lexicon.honorifics:
                start += 1
            return start, end
        for place in range(start, end):
            title = self.title_of.get(place)
            if title and title.start <= place and title.kind not in {"head", "justice"}:
                return (start, title.start) if title.start > start else (title.end, end)
        return start, end

    def _unnamed(self, start: int, end: int) -> bool:
        """Whether no first name stands between `start` and `end`."""
        return not any(self.view.folded[place] in self.lexicon.first_names for place in range(start, end))

    def _after_titles(self) -> None:
        """The capitalised words after a title or honorific are a person: "Chancellor Merk", "Mr. Able"."""
        view, lexicon = self.view, self.lexicon
        for title in self.titles:
            if title.plural or title.end >= view.size:
                continue
            strong = lexicon.title_sector.get(title.kind, "state") in _STRONG
            self._person_after(title.end, strong=strong, honorific=None)
        for place in range(view.size - 1):
            gender = lexicon.honorifics.get(view.lower[place])
            if gender and view.capital[place] and view.lower[place] not in {"right", "st", "brother", "sister"}:
                self._person_after(place + 1, strong=True, honorific=gender)

    def _person_after(self, start: int, *, strong: bool, honorific: str | None) -> None:
        view, lexicon = self.view, self.lexicon
        end = self._run(start, limit=5)
        if end == start or view.lower[start] in lexicon.not_names or start in self.title_of:
            return
        words = view.lower[start:end]
        if words[-1] in lexicon.organization_last or words[0] in lexicon.organization_last or words[-1] in lexicon.place_last:
            return
        known = self._known(start, end)
        if known and not honorific and (end - start == 1 or view.ner[start] in {"GPE", "ORG", "NORP"}):
            return
        if not strong:
            label = view.ner[start]
            named = view.folded[start] in lexicon.first_names or label == "PERSON"
            if not (named or (2 <= end - start <= 3 and label == "")):
                return
        self._add(start, end, EntityType.PERSON, 75, honorific=honorific)

    def _known(self, start: int, end: int) -> bool:
        entries = self.gazetteer.terms.get(self.view.folded[start], ())
        return any(tuple(self.view.folded[start : start + len(words)]) == words and start + len(words) <= end for words, _, _ in entries)

    def _run(self, start: int, *, limit: int) -> int:
        """Return the end of the run of capitalised words that begins at `start` (particles and initials included)."""
        view = self.view
        stop = min(view.sentence_end(start), start + limit) if start < view.size else start
        place = end = start
        while place < stop:
            word = view.words[place]
            if _upper(view, place) and (word.isalpha() or _wordlike(word)):
                if view.pos[place] in _CLOSED and view.pos[place] != "NUM" and place > start and not word.endswith("."):
                    break
                if place in self.title_of and place > start:
                    break
                place += 1
                end = place
            elif (end > start or view.lower[place] in {"al", "bin", "de", "van", "von", "el"}) and view.lower[place] in PARTICLES:
                place += 1
            else:
                break
        return end

    def _first_names(self) -> None:
        """A first name of the list, then one to three capitalised words: "Aisha Bellingham"."""
        view, lexicon = self.view, self.lexicon
        place = 0
        while place < view.size:
            if not view.capital[place] or view.folded[place] not in lexicon.first_names or place in self.title_of:
                place += 1
                continue
            end = self._run(place, limit=4)
            previous = view.lower[place - 1] if place else ""
            last = view.lower[end - 1] if end > place else ""
            fine = last not in lexicon.organization_last and last not in lexicon.place_last and previous not in {"st.", "st", "the"}
            if end - place > 1 and fine and (view.pos[place] == "PROPN" or view.ner[place] == "PERSON"):
                weight = 66 if view.ner[place] in {"", "PERSON", "ORG", "GPE"} else 40
                self._add(place, end, EntityType.PERSON, weight)
            elif end - place == 1 and view.pos[place] == "PROPN" and not view.ner[place] and fine and not is_city(view.folded[place]):
                self._add(place, end, EntityType.PERSON, 34)
            place = max(end, place + 1)

    def _organizations(self) -> None:
        """Capitalised names with a word for a body: "Ruritanian Foreign Ministry", "Bureau of Mines"."""
        view, lexicon = self.view, self.lexicon
        for place in range(view.size):
            if not view.capital[place]:
                continue
            word = view.lower[place]
            if word in lexicon.organization_last or word in lexicon.place_last:
                start = place
                floor = view.sentence_start(place)
                while start > floor and self._part(start - 1):
                    start -= 1
                while start < place and (view.pos[start] in _CLOSED or view.lower[start] in {"the", "a"}):
                    start += 1
                if self._broadcast(start, place):
                    continue
                if start < place and not (place + 1 < view.size and view.capital[place + 1] and view.lower[place + 1] in lexicon.organization_last):
                    kind = EntityType.ORGANIZATION if word in lexicon.organization_last else EntityType.PLACE
                    self._add(start, place + 1, kind, 68 if view.ner[start] != "PERSON" else 58)
            if word in lexicon.organization_first and place + 2 < view.size and view.lower[place + 1] in {"of", "for"}:
                first = place + 2 + (view.lower[place + 2] == "the")
                end = self._run(first, limit=6) if first < view.size else first
                if end > first:
                    start = place
                    while start > view.sentence_start(place) and self._part(start - 1) and view.pos[start - 1] not in _CLOSED:
                        start -= 1
                    end = self._and_tail(end)
                    self._add(start, end, EntityType.ORGANIZATION, 72)

    def _broadcast(self, start: int, place: int) -> bool:
        """Whether demonym and noun only describe what follows: "Danish TV network Sol", "a Danish Navy ship"."""
        view = self.view
        described = place + 1 < view.size and view.pos[place + 1] == "NOUN"
        return described and place - start == 1 and self._known(start, place) and view.lower[place] in {"tv", "television", "radio"}

    def _and_tail(self, end: int) -> int:
        """Go on over "and X" inside a name: "Office of Trade and Industry"."""
        view = self.view
        if end + 1 < view.size and view.lower[end] in {"and", "&"} and view.capital[end + 1] and view.ner[end] == "ORG":
            return self._run(end + 1, limit=3)
        return end

    def _part(self, place: int) -> bool:
        view = self.view
        if place in self.title_of and view.lower[place] not in {"justice", "general", "representative", "foreign"}:
            return False
        return _upper(view, place) and (_wordlike(view.words[place]) or view.words[place] in {"&"}) and view.pos[place] in _ANY

    # ---- repairs

    def _surnames(self, names: list[Name]) -> list[Name]:
        """A run equal to the tail of a fuller name is that person, whatever spaCy called it: "Able" after "Ann Able"."""
        view = self.view
        tails: dict[str, set[tuple[str, ...]]] = {}
        for name in names:
            if name.type is not EntityType.PERSON or name.end - name.start < 2:
                continue
            words = tuple(view.folded[name.start : name.end])
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
        if not options or not _upper(view, place) or place in self.title_of:
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
            if view.pos[place] != "PROPN" and not view.ner[place] and (place == view.sentence_start(place) or view.pos[place] in _CLOSED):
                return None
            if view.ner[place] in {"DATE", "TIME"}:
                return None
            return end
        return None

    def _cities(self, names: list[Name]) -> list[Name]:
        """Unclaimed capitalised words that name a city, after a preposition of place or of some size."""
        view = self.view
        taken = bytearray(view.size)
        for name in names:
            for spot in range(name.start, name.end):
                taken[spot] = 1
        added = []
        place = 0
        while place < view.size:
            if taken[place] or not _upper(view, place) or place in self.title_of or view.pos[place] not in {"PROPN", "NOUN", "ADJ"}:
                place += 1
                continue
            end = place + 1
            while end < view.size and not taken[end] and _upper(view, end) and _wordlike(view.words[end]) and end < place + 4:
                end += 1
            if end < view.size and taken[end] and view.capital[end]:
                place = end
                continue
            previous = view.lower[place - 1] if place else ""
            folded = " ".join(view.folded[place:end])
            if (previous in LOCATIVES or previous in {"from", "to"}) and is_city(folded) and view.lower[place] not in self.lexicon.not_names:
                added.append(Name(place, end, EntityType.PLACE, 44))
            elif view.pos[place] == "PROPN" and folded not in self.lexicon.first_names:
                found = cities_named(folded)
                if found and found[0].population >= 200_000:
                    added.append(Name(place, end, EntityType.PLACE, 40))
            place = end
        return names + added


def trim(view: View, start: int, end: int) -> tuple[int, int]:
    """Cut articles, possessive endings and lower-case words off both ends of a name."""
    while start < end and (view.pos[start] in {"DET", "PUNCT", "ADP", "PRON", "SPACE"} or view.lower[start] in {"the", "a"}):
        if view.capital[start] and view.lower[start] not in {"the", "a", "an"} and view.pos[start] != "PUNCT" and end - start > 1 and view.pos[start] == "ADP":
            break
        start += 1
    while start < end and not view.capital[start] and not view.words[start][:1].isdigit() and view.lower[start] not in PARTICLES:
        start += 1
    while end > start and (view.lower[end - 1] in _POSSESSIVES or view.pos[end - 1] in {"PUNCT", "SPACE", "ADP"} or not (view.capital[end - 1] or view.words[end - 1][:1].isdigit())):
        end -= 1
    return start, end


def retype(name: Name, kind: EntityType) -> Name:
    """Return the name with another type."""
    return replace(name, type=kind)


def _lines(view: View, start: int, end: int) -> list[tuple[int, int]]:
    """Split a span at line breaks: spaCy sometimes joins a headline to the next line."""
    pieces = []
    first = start
    for place in range(start, end):
        if "\n" in view.words[place]:
            pieces.append((first, place))
            first = place + 1
    pieces.append((first, end))
    return [(a, b) for a, b in pieces if a < b]


def _upper(view: View, place: int) -> bool:
    """Whether a name can begin here: a capital, or the article of an Arabic name before a hyphen ("al-Qaeda")."""
    if view.capital[place]:
        return True
    return view.lower[place] == "al" and place + 2 < view.size and (view.words[place + 1] == "-" or view.capital[place + 1])


def _wordlike(word: str) -> bool:
    return any(char.isalpha() for char in word)
