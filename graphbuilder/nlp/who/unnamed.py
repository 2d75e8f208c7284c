"""Who and what a text speaks of without a name: "a woman ... the woman", "his wife ... she", "the region".

Such an entity is anonymous. A noun with "the" is the one of the same noun mentioned before, where its other words allow; a
noun with "a" is somebody new. A noun in apposition to a name or said of it ("Ann Able, a baker", "Able is a baker") is no new
entity. Titles are read in `roles`, bodies and groups with a name in `nominals`.
"""

from dataclasses import dataclass

from graphbuilder.nlp.who.epithets import SUSPECTS, called, suspect
from graphbuilder.nlp.who.history import Found, History
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.noun_phrases import Before, read_before
from graphbuilder.nlp.who.phrases import Phrase
from graphbuilder.nlp.who.reading import Reading
from graphbuilder.nlp.who.register import WEAK_KIND, Draft
from graphbuilder.nlp.who.talk import Talk
from graphbuilder.records.annotation import EntityType, Gender

_BE = frozenset({"be", "become", "remain"})
_TYPES = {
    "persons": EntityType.PERSON,
    "organizations": EntityType.ORGANIZATION,
    "places": EntityType.PLACE,
}
_GENDERS: dict[str, Gender] = {"male": "male", "female": "female"}
_EVERY = frozenset({"every", "each", "no", "any"})
_TELLING = frozenset({"who", "whose", "that", "which", "with"})
"""Words behind a noun that say which are meant, so that they are none of those before: "the people who eat fish"."""
_MANY = frozenset({"people", "family", "couple"})
"""Nouns for several people whose form is singular."""
_CROWDS = frozenset({"tens", "dozens", "hundreds", "thousands", "scores", "millions"})
_ALWAYS_NEW = frozenset({"other", "another", "many", "some", "several", "few", "most", "more", "such", "certain"})


@dataclass(slots=True, frozen=True)
class _Seen:
    """A noun phrase read before: its entity, the words that told it apart, and whose it is."""

    entity: int
    words: frozenset[str]
    of: tuple[int, ...]


class Unnamed:
    """Finds the noun phrases of one document that name nobody."""

    def __init__(self, reading: Reading, history: History, phrase_ends: dict[int, Phrase], talk: Talk) -> None:
        self.reading = reading
        self.view = reading.view
        self.register = reading.register
        self.history = history
        self.talk = talk
        self.phrase_ends = phrase_ends
        self.kinds = load_lexicon().unnamed
        self.holders: set[int] = set()
        """Who holds a position now: a minister is not called by what somebody else does ("The goalkeeper quit")."""
        self.seen: dict[tuple[str, bool], list[_Seen]] = {}

    def mention(self, place: int, owner: int | None) -> Found | None:
        """Return the mention whose head is the noun at this token; None where it is none or refers to nothing told here."""
        view = self.view
        if self._is_part(place):
            return None
        if self._crowd(place):
            return self._found(
                place, place, self._add("people", EntityType.PERSON, words=[], plural=True, text="people"), 0.6
            )
        lemma = view.lemmas[place].lower()
        kind = (
            self.kinds.get(lemma)
            or self.kinds.get(view.lower[place])
            or ("persons" if lemma in load_lexicon().epithets else None)
        )
        told = self._told(place, kind)
        if kind is None and told is None:
            return None
        before = read_before(self.reading, self.phrase_ends, place)
        entity = told if told is not None else self._entity(place, lemma, _TYPES[kind or "persons"], before, owner)
        return None if entity is None else self._found(before.start, place, entity, 0.6 if told is None else 0.7)

    def _crowd(self, place: int) -> bool:
        """Whether a number alone stands for people who act: "Thousands marched", "Tens of thousands marched"."""
        view = self.view
        if view.lower[place] not in _CROWDS or (place + 1 < view.size and view.lower[place + 1] == "of"):
            return False
        head = place
        while view.deps[head] == "pobj" and view.lower[view.heads[head]] == "of":
            head = view.heads[view.heads[head]]
        return view.deps[head] in {"nsubj", "nsubjpass"}

    def told(self, place: int) -> Found | None:
        """Return the mention of a title or noun that is said of somebody else; None where it is not."""
        told = None if self._is_part(place) else self._told(place, "persons")
        if told is None:
            return None
        return self._found(read_before(self.reading, self.phrase_ends, place).start, place, told, 0.7)

    def epithet(self, place: int, start: int) -> Found | None:
        """Return the mention of a title that names somebody again by what they do ("the singer"); None where it does not."""
        lemma = self.view.lemmas[place].lower()
        person = (
            called(self.view, self.history, self.holders, place, lemma) if lemma in load_lexicon().epithets else None
        )
        return None if person is None else self._found(start, place, person, 0.65)

    def owned(self, place: int, entity: int) -> Found:
        """Return the mention of somebody's noun that is known: "his country" of a Danish minister."""
        return self._found(read_before(self.reading, self.phrase_ends, place).start, place, entity, 0.75)

    def aged(self, place: int) -> Found | None:
        """Return the mention of "the 33-year-old", whose last token this is; None where it is none."""
        view = self.view
        if (
            place < 5
            or view.lower[place - 3 : place + 1] != ["-", "year", "-", "old"]
            or view.lower[place - 5] != "the"
        ):
            return None
        following = view.pos[place + 1] if place + 1 < view.size else "PUNCT"
        if following in {"NOUN", "PROPN", "ADJ"} or view.words[place + 1 : place + 2] == ["-"]:
            return None
        person = called(self.view, self.history, self.holders, place, "old")
        return None if person is None else self._found(place - 5, place, person, 0.65)

    def _is_part(self, place: int) -> bool:
        """Whether a token is no head of a noun phrase, or belongs to a name."""
        view = self.view
        if view.pos[place] not in {"NOUN", "PROPN"} or self.reading.at[place] >= 0:
            return True
        return view.deps[place] in {"compound", "nmod", "amod"} and view.heads[place] > place

    def _found(self, start: int, place: int, entity: int, confidence: float) -> Found:
        view = self.view
        subject = view.deps[place] in {"nsubj", "nsubjpass"}
        return Found(start, place + 1, place, "nominal", (entity,), view.sentence_of[place], subject, None, confidence)

    # ---- said of somebody else

    def _told(self, place: int, kind: str | None) -> int | None:
        """The entity a noun is said of: in apposition, behind "is", or right before its name ("his wife Ann Able")."""
        view, reading = self.view, self.reading
        dep, head = view.deps[place], view.heads[place]
        if view.tags[place] == "NNS":
            return None
        following = reading.at[place + 1] if place + 1 < view.size else -1
        if kind == "persons" and following >= 0 and reading.names[following].start == place + 1:
            person = reading.names[following].type is EntityType.PERSON
            root = view.root(reading.names[following].start, reading.names[following].end)
            said = view.deps[root] == "appos" and view.heads[root] == place  # "The footballer Bo Baker left"
            said = said or view.lower[place] in load_lexicon().persons
            return reading.entities[following] if person and said else None
        if kind == "organizations" and following >= 0 and reading.names[following].start == place + 1:
            body = reading.names[following].type is EntityType.ORGANIZATION and view.heads[place + 1] == place
            return reading.entities[following] if body else None
        behind = self._behind_comma(place)
        if kind is not None and behind >= 0 and reading.names[behind].type is _TYPES[kind]:
            root = view.root(reading.names[behind].start, reading.names[behind].end)
            if view.deps[root] == "appos" and view.heads[root] == place:
                return reading.entities[behind]
        subject = None
        if dep == "appos" and reading.at[head] >= 0 and head < place:
            name = reading.names[reading.at[head]]
            if view.words[name.end] in {",", "(", "—", "–"}:
                subject = reading.entities[reading.at[head]]
        elif dep == "attr" and view.lemmas[head] in _BE:
            subject = self._subject(head)
        if subject is None:
            return None
        wanted = self.register.drafts[subject].type
        if kind is None:
            return subject if wanted is EntityType.PERSON and dep == "appos" else None
        return subject if _TYPES[kind] is wanted else None

    def _behind_comma(self, place: int) -> int:
        """Return the number of the name behind a comma and perhaps a rank: "his son, General Mahamat Dabo"; else -1."""
        view, at = self.view, self.reading.at
        spot = place + 2
        if spot >= view.size or view.words[place + 1] != ",":
            return -1
        while at[spot] < 0 and view.capital[spot] and view.deps[spot] == "compound" and spot + 1 < view.size:
            spot += 1
        return at[spot]

    def _subject(self, verb: int) -> int | None:
        """The one entity that is subject of a verb which is not denied."""
        view = self.view
        start, end = view.sentences[view.sentence_of[verb]]
        if any(view.heads[spot] == verb and view.deps[spot] == "neg" for spot in range(start, end)):
            return None
        for spot in range(start, verb):
            if view.heads[spot] == verb and view.deps[spot] == "nsubj" and view.lower[spot] == "i":
                return self.talk.speaker(spot)
        for found in reversed(self.history.found):
            if found.sentence != view.sentence_of[verb]:
                break
            if found.subject and view.heads[found.head] == verb and len(found.entities) == 1:
                return found.entities[0]
        return None

    # ---- an entity of its own

    def _entity(self, place: int, lemma: str, kind: EntityType, before: Before, owner: int | None) -> int | None:
        view = self.view
        plural = view.tags[place] in {"NNS", "NNPS"}
        marked = set(view.lower[before.start : place])
        if marked & _EVERY:
            return None
        of = tuple(before.of) or ((owner,) if owner is not None and "owner" in before.marks else ())
        if "owner" in before.marks and not of:
            return None
        words = frozenset(word.casefold() for word in before.words)
        known = self.seen.setdefault((lemma, plural), [])
        plural = plural or lemma in _MANY
        behind = view.lower[place + 1] if place + 1 < view.size else ""
        new = bool(
            (before.marks & {"a", "counted"} and "the" not in before.marks)
            or marked & _ALWAYS_NEW
            or (lemma == "people" and not before.marks & {"the", "owner", "possessive"})
            or (plural and behind in _TELLING)
        )
        if not new:
            earlier = self._earlier(known, words, of, definite=bool(before.marks & {"the"} or of))
            if earlier is not None:
                return earlier
            if not plural and not before.marks & {"the", "owner", "possessive"}:
                return None
            if lemma in load_lexicon().epithets and before.marks == {"the"}:
                person = called(self.view, self.history, self.holders, place, lemma)
                if person is not None:
                    return person
            if lemma in SUSPECTS and not plural and before.marks == {"the"} and not words:
                person = suspect(view, self.history, place)
                if person is not None:
                    return person
            if "the" in before.marks and not of and not plural:
                named = self._named(lemma, kind, words)
                if named is not None:
                    return named
        entity = self._add(lemma, kind, words=before.words, plural=plural, text=view.lower[place])
        for other in of:
            self.register.affiliate(entity, other)
        known.append(_Seen(entity, words, of))
        return entity

    def _add(self, lemma: str, kind: EntityType, *, words: list[str], plural: bool, text: str) -> int:
        gender = _GENDERS.get(load_lexicon().persons.get(lemma, ""))
        name = " ".join((*words, text))
        group = plural and kind is EntityType.PERSON
        return self.register.add(
            Draft(
                EntityType.GROUP if group else kind,
                name,
                kind=WEAK_KIND,
                gender=None if plural else gender,
                plural=plural,
                anonymous=True,
            )
        )

    @staticmethod
    def _earlier(known: list[_Seen], words: frozenset[str], of: tuple[int, ...], *, definite: bool) -> int | None:
        """The latest of the same noun whose words hold all words of this one; without an article only the very same words."""
        for seen in reversed(known):
            if of and seen.of != of and (seen.of or len(known) > 1):
                continue
            if words <= seen.words if definite else words == seen.words and of == seen.of:
                return seen.entity
        return None

    def _named(self, lemma: str, kind: EntityType, words: frozenset[str]) -> int | None:
        """What was named with this noun: "the station" after "Arla Central Station"."""
        if words:
            return None
        for entity in self.history.recent(kind):
            draft = self.register.drafts[entity]
            name = draft.name.casefold()
            same = name.endswith(f" {lemma}") or name.startswith(f"{lemma} of ") or draft.kind == lemma
            if same and not draft.anonymous:
                return entity
        return None
