"""He and she, and strictly it and they: the entity a pronoun stands for, or nothing.

Gender, number, recency and subjecthood decide; a pronoun with no clear answer gets none.
"""

from graphbuilder.nlp.who.history import REACH, Found, History
from graphbuilder.nlp.who.register import WEAK_KIND, Register
from graphbuilder.nlp.who.talk import Talk
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
THING = frozenset({"it", "its", "itself"})
MANY = frozenset({"they", "them", "their", "theirs", "themselves"})
LONGEST = 28
"""Tokens between "it" and what it stands for; further back there is mostly something nearer."""
WINDOW = 4
"""Sentences to look back; news seldom reaches further."""


class Pronouns:
    """Resolves the pronouns of one document from what was mentioned before them."""

    def __init__(self, view: View, register: Register, history: History, talk: Talk) -> None:
        self.view = view
        self.talk = talk
        self.register = register
        self.history = history
        self.told: dict[int, int] = {}
        """Pronouns whose person the construction tells, by token."""

    def mention(self, place: int) -> Found | None:
        """Return the mention of the pronoun at this token, None where it is none or cannot be resolved."""
        view = self.view
        word = view.lower[place]
        if word in MALE or word in FEMALE:
            single = self._person(place, "male" if word in MALE else "female")
        elif word in THING:
            single = self._thing(place)
        elif word == "there":
            single = self._there(place)
        elif word in MANY:
            single = None
        else:
            return None
        entities = self._many(place) if word in MANY else () if single is None else (single,)
        if not entities:
            return None
        subject = view.deps[place] in {"nsubj", "nsubjpass"}
        return Found(place, place + 1, place, "pronoun", entities, view.sentence_of[place], subject, None, 0.75)

    def _person(self, place: int, gender: str) -> int | None:
        view, drafts = self.view, self.register.drafts
        told = self.told.get(place)
        if told is not None and drafts[told].gender in {None, gender}:
            drafts[told].gender = "male" if gender == "male" else "female"
            return told
        sentence = view.sentence_of[place]
        best: dict[int, float] = {}
        silent = self._speaker(place)
        barred = self._barred(place)
        telling = view.deps[place] == "nsubj" and view.lemmas[view.heads[place]] in SAYING
        for found in reversed(self.history.found):
            if sentence - found.sentence > WINDOW:
                break
            if len(found.entities) != 1:
                continue
            entity = found.entities[0]
            draft = drafts[entity]
            if draft.type is not EntityType.PERSON or draft.gender not in {None, gender} or entity == silent:
                continue
            if found.entities in barred:
                continue
            score = -6.0 * (sentence - found.sentence)
            score += 5.0 if found.subject else 0.0
            score += 1.5 if found.form == "pronoun" else 0.0
            score += 3.0 if telling and found.subject and view.lemmas[view.heads[found.head]] in SAYING else 0.0
            score += 1.0 if draft.gender == gender else 0.0
            score -= (6.0 if draft.anonymous and draft.gender is None else 3.0) if draft.kind == WEAK_KIND else 0.0
            score -= 5.0 if view.quoted[found.head] and not view.quoted[place] else 0.0
            score -= (place - found.head) / 400.0
            if view.deps[found.head] == "poss":
                score -= 1.0
            best[entity] = max(best.get(entity, -99.0), score)
        if not best:
            return None
        entity = max(best, key=lambda key: (best[key], -key))
        if drafts[entity].gender is None:
            drafts[entity].gender = "male" if gender == "male" else "female"
        return entity

    def _same_clause(self, found: Found, place: int) -> bool:
        """Whether both hang on one verb, so that they cannot be the same: "Able met him"."""
        view = self.view
        if view.lower[place].endswith(("self", "selves")) or found.sentence != view.sentence_of[place]:
            return False
        head = view.heads[place]
        if view.pos[head] == "ADP":
            head = view.heads[head]
        other = view.heads[found.head]
        return head == other and view.deps[found.head] in {"nsubj", "nsubjpass", "dobj"} and found.head != place

    def _speaker(self, place: int) -> int | None:
        """The one who speaks a quotation is not "he" inside it."""
        view = self.view
        if not view.quoted[place]:
            return self.talk.speaker(place)
        sentence = view.sentence_of[place]
        for found in reversed(self.history.found):
            if found.sentence < sentence - 1:
                break
            if (
                found.subject
                and not view.quoted[found.head]
                and len(found.entities) == 1
                and view.lemmas[view.heads[found.head]] in SAYING
            ):
                return found.entities[0]
        return None

    def _thing(self, place: int) -> int | None:
        """It: the subject of this sentence or the one before, when that is a body or country."""
        view, drafts = self.view, self.register.drafts
        if view.deps[place] == "expl" or self._impersonal(place):
            return None
        if view.lower[place] == "it" and view.deps[place] not in {"nsubj", "nsubjpass"}:
            return None  # "Think of it": too often a thing
        sentence = view.sentence_of[place]
        if view.lower[place] == "its" and (owner := self._joined(place)) is not None:
            return owner
        for found in reversed(self.history.found):
            if sentence - found.sentence > 1:
                break
            if len(found.entities) != 1 or not found.subject:
                continue
            if view.quoted[found.head] and not view.quoted[place]:
                continue  # "The union went on strike. "This government is finished," its leader said."
            draft = drafts[found.entities[0]]
            if draft.type is EntityType.ORGANIZATION or draft.is_country:
                unsure = view.tags[found.head] == "NNS" or self._rival(found, place)
                unsure |= view.quoted[place] and not view.quoted[found.head]
                unsure |= self._nearer(found, place)
                return None if unsure else found.entities[0]
            if draft.type is EntityType.PERSON and found.sentence < sentence:
                return None
        return None

    def _joined(self, place: int) -> int | None:
        """The body or country that "its" is joined to: "the alliance thanked Velm and its neighbours"."""
        if place == 0 or self.view.lower[place - 1] != "and" or not self.history.found:
            return None
        found = self.history.found[-1]
        draft = self.register.drafts[found.entities[0]]
        near = found.end == place - 1 and len(found.entities) == 1
        return found.entities[0] if near and (draft.type is EntityType.ORGANIZATION or draft.is_country) else None

    def _impersonal(self, place: int) -> bool:
        """Whether "it" is nobody by its verb: "It rained", "it's late", "it means that", "it was reported that"."""
        view = self.view
        if view.deps[place] not in {"nsubj", "nsubjpass"}:
            return False
        verb = view.heads[place]
        behind = view.lower[verb + 1] if verb + 1 < view.size else ""
        if view.lemmas[verb] in IMPERSONAL or view.lower[verb] in {"'s", "’s"}:
            return True
        return behind == "that" and (view.lemmas[verb] == "mean" or view.deps[place] == "nsubjpass")

    def _rival(self, found: Found, place: int) -> bool:
        """Whether "its" can as well be of the object of the same verb: "Velm supports the Arlan people in its struggle"."""
        view = self.view
        if view.lower[place] != "its" or found.sentence != view.sentence_of[place]:
            return False
        verb = view.heads[found.head]
        return any(
            other.head < place and view.heads[other.head] == verb and view.deps[other.head] in {"dobj", "dative"}
            for other in self.history.found[-REACH:]
            if other.sentence == found.sentence and other.head > found.head and other.entities != found.entities
        )

    def _nearer(self, found: Found, place: int) -> bool:
        """Whether a thing that is subject stands nearer: "Velm said the report would be ready when it was"."""
        view = self.view
        start = max(found.head + 1, view.sentence_start(place))
        return place - found.head > LONGEST or any(
            view.deps[spot] in {"nsubj", "nsubjpass"}
            and view.tags[spot] in {"NN", "NNP"}
            and (view.quoted[place] or not view.quoted[spot])
            for spot in range(start, place)
        )

    def _there(self, place: int) -> int | None:
        """There: the place where something was last said to be or go, in this sentence or the one before."""
        view = self.view
        if view.deps[place] == "expl" or view.tags[place] == "EX":
            return None
        sentence = view.sentence_of[place]
        for found in reversed(self.history.found[-REACH:]):
            if sentence - found.sentence > 1:
                break
            entity = found.entities[0]
            if self.register.drafts[entity].type is EntityType.PLACE and found.form != "demonym":
                head = view.heads[found.head]
                if view.deps[found.head] == "pobj" and view.lower[head] in _WHERE:
                    return entity
        return None

    def _many(self, place: int) -> tuple[int, ...]:
        """They: the people or group that is subject of this sentence or the one before."""
        view = self.view
        sentence = view.sentence_of[place]
        barred = self._barred(place)
        near = [
            found
            for found in self.history.found[-REACH:]
            if sentence - found.sentence <= 1 and self._plural(found) and found.entities not in barred
        ]
        joined = self._coordinated(sentence)
        for found in reversed(near):
            if found.subject and found.sentence == sentence:
                return found.entities
        if joined:
            return joined
        subjects = [found.entities for found in near if found.subject]
        if subjects:
            return subjects[-1]
        for distance in (0, 1):
            only = {found.entities: None for found in near if sentence - found.sentence == distance}
            if len(only) == 1:
                return next(iter(only))
            if only:
                return ()
        return self._staff(place)

    def _staff(self, place: int) -> tuple[int, ...]:
        """A body that is subject, where nobody else is many: "The agency said they had lost their files"."""
        view = self.view
        sentence = view.sentence_of[place]
        for found in reversed(self.history.found[-40:]):
            if sentence - found.sentence > 1:
                break
            if found.subject and len(found.entities) == 1 and view.quoted[place] <= view.quoted[found.head]:
                draft = self.register.drafts[found.entities[0]]
                return found.entities if draft.type is EntityType.ORGANIZATION else ()
        return ()

    def _barred(self, place: int) -> set[tuple[int, ...]]:
        """Who cannot be meant because the verb of the pronoun has them already: "They dropped them"."""
        view = self.view
        if view.tags[place] == "PRP$":
            return set()
        barred = set()
        for found in reversed(self.history.found[-REACH:]):
            if found.sentence != view.sentence_of[place]:
                break
            if self._same_clause(found, place):
                barred.add(found.entities)
        return barred

    def _plural(self, found: Found) -> bool:
        draft = self.register.drafts[found.entities[0]]
        return len(found.entities) > 1 or (draft.type is EntityType.GROUP and draft.plural)

    def _coordinated(self, sentence: int) -> tuple[int, ...]:
        """The people or bodies joined by "and" as subject: "Holt and Marsh met. They agreed"."""
        view, drafts = self.view, self.register.drafts
        heads = {found.head: found.entities[0] for found in self.history.found if sentence - found.sentence <= 1}
        for found in reversed(self.history.found):
            if sentence - found.sentence > 1:
                break
            head = view.heads[found.head]
            if view.deps[found.head] != "conj" or head not in heads or view.deps[head] not in {"nsubj", "nsubjpass"}:
                continue
            pair = (heads[head], found.entities[0])
            if drafts[pair[0]].type is drafts[pair[1]].type and pair[0] != pair[1]:
                return pair
        return ()


_WHERE = frozenset({"in", "at", "to", "into", "on", "from", "near", "towards", "toward", "inside", "outside", "of"})
IMPERSONAL = frozenset({
    "be", "seem", "take", "appear", "turn", "happen", "rain", "snow", "emerge", "matter", "look", "transpire", "follow", "depend",
})  # fmt: skip
"""Verbs whose "it" is rather nobody: "It rained", "It turned out that"."""

SAYING = frozenset({
    "say", "tell", "add", "announce", "claim", "argue", "insist", "warn", "state", "note", "explain", "declare",
    "write", "tweet", "reply", "respond", "stress", "suggest", "comment", "remark", "ask", "believe", "think",
    "continue", "report", "conclude", "admit", "acknowledge", "observe", "recall",
})  # fmt: skip
