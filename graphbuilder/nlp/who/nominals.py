"""Common nouns that stand for groups and bodies: "thousands of protesters", "the Danish government", "the president's office".

Places by a noun ("the country", "both nations") are here too. Roles of single people are in `roles`.
"""

from graphbuilder.nlp.who.groups import adjective, group_entities, group_entity, home_of
from graphbuilder.nlp.who.history import REACH, Found, History
from graphbuilder.nlp.who.homes import Home
from graphbuilder.nlp.who.hypernyms import COMPANIES, HYPERNYMS, called
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.noun_phrases import Before, read_before
from graphbuilder.nlp.who.phrases import Phrase
from graphbuilder.nlp.who.reading import Reading
from graphbuilder.nlp.who.register import WEAK_KIND
from graphbuilder.nlp.who.state_bodies import country_told, is_of_state
from graphbuilder.records.annotation import EntityType

_BODIES = frozenset({
    "ministry", "administration", "court", "commission", "council", "party", "opposition", "coalition", "regime", "junta",
    "agency",
})  # fmt: skip


_ANYBODY = frozenset({"people", "men", "women", "children", "families", "others", "media"})
"""Groups that are others each time unless "the" or the same words say who: read in `unnamed`."""
_OTHERS = frozenset({"other", "another", "many", "some", "several", "few", "most", "more", "any", "such", "certain"})
_EVERY = frozenset({"both", "all"})
_NAMED_FOR_PEOPLE = frozenset({"administration", "campaign", "team", "camp", "regime"})


_FORCES = frozenset({"service", "department", "force", "office"})


class Nominals:
    """Finds the noun phrases of one document that stand for a group, body or place."""

    def __init__(self, reading: Reading, history: History, phrases: list[Phrase], home: Home) -> None:
        self.reading = reading
        self.home = home
        self.view = reading.view
        self.names = reading.names
        self.entities = reading.entities
        self.at = reading.at
        self.register = reading.register
        self.history = history
        self.lexicon = load_lexicon()
        self.offices: dict[int, list[int]] = {}
        """What each person's positions are of."""
        self.phrase_ends = {phrase.end: phrase for phrase in phrases if not phrase.used}
        self.used = {
            place for phrase in phrases if phrase.used for place in range(phrase.title.start, phrase.title.end)
        }

    def wanted(self, place: int) -> bool:
        """Return whether the token is a noun this module reads."""
        word = self.view.lower[place]
        if place in self.used:
            return False
        if self.view.pos[place] not in {"NOUN", "PROPN"}:
            return False
        return (
            word in self.lexicon.groups
            or word in self.lexicon.organizations
            or word in self.lexicon.places
            or word in self.lexicon.plural_countries
            or word in HYPERNYMS
            or word in {"pair", "duo"}
            or (word == "sides" and self.view.lower[place - 1] in _EVERY and self.view.lower[place + 1] != "of")
        )

    def mention(self, place: int, owner: int | None) -> Found | None:
        """Return the mention whose head is this token. `owner` is the entity of "his" or "its" before it, where known."""
        view, lexicon = self.view, self.lexicon
        word = view.lower[place]
        if view.deps[place] in {"compound", "nmod", "amod"} and view.heads[place] > place:
            return None
        before = read_before(self.reading, self.phrase_ends, place)
        start, of, rest, marks = before.start, before.of, before.words, before.marks
        entities: tuple[int, ...] = ()
        confidence = 0.8
        plural = view.tags[place] in {"NNS", "NNPS"}
        if word in lexicon.plural_countries and plural and "number" not in marks and "the" not in marks:
            entities = ()
        if word in lexicon.plural_countries and plural and not of:
            entities = self._both_countries(marks)
        if not entities and word in {"pair", "duo"} and "the" in marks:
            entities = self._pair(word)
        counted = {"the", "number"} <= marks or view.lower[place - 1 : place] == ["both"]  # "Both men deny it"
        if not entities and word in lexicon.plural_persons and counted and not rest and not of:
            entities = self._pair(word)
        if word == "police" and marks == {"the"} and not rest and not of and (force := self._force()) is not None:
            entities = (force,)  # "the police" after "the Arla Police Service"
        if word == "sides" and plural:  # "urged both sides to lay down their arms"
            entities = (group_entity(self.register, f"{view.lower[place - 1]} sides", []),)
        if not entities and word in lexicon.groups and (plural or word in lexicon.groups_always):
            of = of or self._right_of(place) or home_of(self.reading, place)
            if not of and (word in _ANYBODY or self._others(start, place)):
                return None
            repeat = self.history if "the" in marks and not rest else None
            joined = "and" in view.lower[start:place]
            entities = group_entities(self.register, " ".join((*rest, word)), of, joined=joined, repeat=repeat)
        end = place + 1
        if not entities and (word in lexicon.organizations or word in HYPERNYMS) and not plural:
            found = self._body(place, before, owner)
            entities = () if found is None else (found,)
            if found is not None and not of and self._right_of(place):
                end = self._right_end(place)
        if not entities and word in lexicon.places and not plural and marks & {"the"} and not rest and not of:
            entities, confidence = self._place(place), 0.7
        if not entities:
            return None
        subject = view.deps[place] in {"nsubj", "nsubjpass"}
        return Found(start, end, place, "nominal", entities, view.sentence_of[place], subject, None, confidence)

    def _others(self, start: int, place: int) -> bool:
        """Whether the words say that these are not those meant before: "other protesters", "many soldiers"."""
        return any(self.view.lower[spot] in _OTHERS for spot in range(start, place))

    def _right_of(self, place: int) -> list[int]:
        """Return the country or body behind "of": "the government of Chile"."""
        view = self.view
        if place + 2 >= view.size or view.lower[place + 1] != "of":
            return []
        first = place + 2 + (view.lower[place + 2] == "the")
        if (
            first >= view.size
            or self.at[first] < 0
            or self.names[self.at[first]].type is EntityType.PERSON
            or self.names[self.at[first]].demonym
        ):
            return []
        return [self.entities[self.at[first]]]

    def _right_end(self, place: int) -> int:
        view = self.view
        first = place + 2 + (view.lower[place + 2] == "the")
        return self.names[self.at[first]].end

    def _pair(self, word: str) -> tuple[int, ...]:
        """The last two named people who fit: "the pair", "the two men"."""
        drafts = self.register.drafts
        wanted = {"men": "male", "women": "female"}.get(word)
        recent = [
            entity
            for entity in self.history.recent(EntityType.PERSON)
            if drafts[entity].kind != WEAK_KIND and (wanted is None or drafts[entity].gender in {None, wanted})
        ]
        return tuple(sorted(recent[:2])) if len(recent) > 1 else ()

    def _both_countries(self, marks: set[str]) -> tuple[int, ...]:
        """The last two countries: "both countries"; for "the countries" only where the text so far has exactly two."""
        recent = self.history.countries()
        if "number" in marks and len(recent) >= 2:
            return tuple(sorted(recent[:2]))
        return tuple(sorted(recent)) if marks == {"the"} and len(recent) == 2 else ()

    def _body(self, place: int, before: Before, owner: int | None) -> int | None:
        """Return the organisation of a noun: with its country's name, else the one of that noun mentioned last."""
        word = self.view.lower[place]
        of, rest, marks = before.of, before.words, before.marks
        register = self.register
        if word == "office":
            return self._office(place, of, marks, owner)
        of = of or self._right_of(place)
        people = [entity for entity in of if register.drafts[entity].type is EntityType.PERSON]
        of = [entity for entity in of if entity not in people]
        if not of and (people or ("owner" in marks and owner is not None)):
            of = self._of_owner(people[0] if people else owner)
            if people and word in _NAMED_FOR_PEOPLE:
                return self._named_for(people[0], word, of)
            if of and register.drafts[of[0]].type is EntityType.ORGANIZATION:
                named = register.drafts[of[0]].name.casefold()
                return of[0] if named.endswith(word) or word in {"group", "organization", "organisation"} else None
            if people and not of:
                return register.named(
                    EntityType.ORGANIZATION, f"{register.drafts[people[0]].name}'s {word}", kind=WEAK_KIND
                )
        tail = " ".join((*rest, word))
        if word == "party" and of and self._named_party(place, of[0]):
            return of[0]
        if of:
            label = f"{adjective(register, of[0])} {tail}"
        elif marks & {"the"}:
            of = self._home_of(tail, place)
            known = self.earlier(tail), called(tail, self.view.sentence_of[place], self.history, register)
            earlier = next((one for one in (reversed(known) if tail in COMPANIES else known) if one is not None), None)
            if earlier is not None:
                return earlier
            label = f"{adjective(register, of[0])} {tail}" if of else tail
        elif marks & {"a", "counted"} or not self._bare_body(place, bare=not marks and not rest):
            return None
        else:
            of = self._home_of(tail, place)
            label = f"{adjective(register, of[0])} {tail}" if of else tail
        if not of and word not in self.lexicon.bodies and word not in _BODIES:
            return None
        entity = register.named(EntityType.ORGANIZATION, label, kind=None if of else WEAK_KIND)
        for other in of:
            register.affiliate(entity, other)
            register.drafts[entity].country = register.drafts[entity].country or register.drafts[other].country
        return entity

    def _named_party(self, place: int, entity: int) -> bool:
        """Whether the name of a party stands right before the noun: "the Civic Dawn party" is Civic Dawn."""
        number = self.at[place - 1]
        named = self.register.drafts[entity].type is EntityType.ORGANIZATION
        return named and number >= 0 and self.entities[number] == entity

    def _bare_body(self, place: int, *, bare: bool) -> bool:
        """Whether a body without an article is meant: a subject, or one of a state that is told: "She told parliament"."""
        view = self.view
        if view.deps[place] in {"nsubj", "nsubjpass"}:
            return True
        return bare and view.deps[place] in {"dobj", "dative"} and view.lower[place] in self.lexicon.bodies

    def _named_for(self, person: int, word: str, of: list[int]) -> int:
        """A body that bears its head's name: "the Able administration"."""
        surname = self.register.drafts[person].name.split()[-1]
        entity = self.register.named(EntityType.ORGANIZATION, f"{surname} {word}")
        for other in (person, *of):
            self.register.affiliate(entity, other)
        return entity

    def _home_of(self, tail: str, place: int) -> list[int]:
        """The country of a body every state has, by these words: "In Kenya ... the government"."""
        if not is_of_state(tuple(tail.split())):
            return []
        told = country_told(self.reading, self.home, place, self.history.countries())
        return [] if told is None else [told]

    def _of_owner(self, owner: int | None) -> list[int]:
        """What "its" or "her" body is of: the owner's country, or for a person the body or country of the office held."""
        if owner is None:
            return []
        draft = self.register.drafts[owner]
        if draft.type is EntityType.PERSON:
            return self.offices.get(owner, [])[-1:]
        return [self.register.country(draft.country)] if draft.country else []

    def _office(self, place: int, of: list[int], marks: set[str], owner: int | None) -> int | None:
        """The office that belongs to somebody can speak: "the Danish president's office", "her office", "Able's office"."""
        register = self.register
        phrase = self.phrase_ends.get(place - 1) if "role" in marks else None
        if phrase is not None:
            label = self.view.phrase(phrase.core, phrase.end)
            entity = register.named(EntityType.ORGANIZATION, f"{label}'s office", kind="office")
            for name in phrase.of:
                other = self.entities[self.names.index(name)]
                register.affiliate(entity, other)
                register.drafts[entity].country = register.drafts[entity].country or register.drafts[other].country
            return entity
        person = of[0] if of else owner if "owner" in marks else None
        if person is None or register.drafts[person].type is not EntityType.PERSON:
            return None
        return register.named(EntityType.ORGANIZATION, f"{register.drafts[person].name}'s office", kind="office")

    def earlier(self, tail: str) -> int | None:
        """The body of this noun mentioned last: "the ministry" after "the Danish Foreign Ministry"."""
        last = tail.rsplit(" ", 1)[-1]
        for entity in self.history.recent(EntityType.ORGANIZATION):
            name = self.register.drafts[entity].name.casefold()
            if name.endswith(tail) or (tail == last and (name.endswith(f" {last}") or f" {last} of " in f" {name}")):
                return entity
        return None

    def _force(self) -> int | None:
        """The named force that was the police spoken of last: "the police" after "the Arla Police Service"."""
        for found in reversed(self.history.found[-REACH:]):
            draft = self.register.drafts[found.entities[0]]
            words = draft.name.casefold().split()
            if "police" in words and draft.type is EntityType.GROUP:
                return None
            if words[-2:-1] == ["police"] and words[-1] in _FORCES and draft.type is EntityType.ORGANIZATION:
                return found.entities[0]
        return None

    def _place(self, place: int) -> tuple[int, ...]:
        """The country or city spoken of: "the country", "the city"; the one named behind "of" ("the town of Arla")."""
        drafts, word = self.register.drafts, self.view.lower[place]
        named = [entity for entity in self._right_of(place) if drafts[entity].type is EntityType.PLACE]
        if named or self.view.lower[place + 1 : place + 2] == ["of"]:
            return tuple(named)
        for entity in self.history.recent(EntityType.PLACE):
            if word in {"country", "nation"} and drafts[entity].is_country:
                return (entity,)
            if word in {"city", "town", "capital"} and drafts[entity].kind == "city":
                return (entity,)
            if drafts[entity].kind == word:
                return (entity,)
        return ()
