"""Who holds which position: a title left of a name, in apposition to it, or said of it ("Ann Able is the governor of Arla").

Also the country of a position where the words name none, by the rules of `infer_countries`, which would rather abstain.
"""

from graphbuilder.nlp.who.beside import AT_THE_TIME, before, behind
from graphbuilder.nlp.who.counterparts import with_counterparts
from graphbuilder.nlp.who.holding import Holding
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.names_behind import NamesBehind
from graphbuilder.nlp.who.office_lists import side_by_side, under_one_article
from graphbuilder.nlp.who.phrases import Phrase
from graphbuilder.nlp.who.predicates import read_predicate
from graphbuilder.nlp.who.reading import Reading
from graphbuilder.nlp.who.scenes import SENT, post_of
from graphbuilder.nlp.who.spans import POSSESSIVES
from graphbuilder.nlp.who.succession import mark_late, successions
from graphbuilder.records.annotation import EntityType

HONORARY = frozenset({"official", "politician"})
_APPOSED = frozenset({0.9, 0.8})
"""The confidence of an office in apposition, and of a further one beside it."""


class Holders:
    """Attaches phrases to names."""

    def __init__(self, reading: Reading, phrases: list[Phrase]) -> None:
        names = reading.names
        self.reading = reading
        self.view = reading.view
        self.phrases = phrases
        self.names = names
        self.entities = reading.entities
        self.register = reading.register
        self.holdings: list[Holding] = []
        self.titles: dict[int, str] = {}
        """The title as used before or after a name, by the name's number."""
        self.starting = {name.start: number for number, name in enumerate(names) if name.type is EntityType.PERSON}
        self.ending = {name.end: number for number, name in enumerate(names) if name.type is EntityType.PERSON}
        self.behind = NamesBehind(self.view, names, phrases, self.starting)
        self.number = {id(name): number for number, name in enumerate(names)}

    def attach(self) -> list[Holding]:
        """Return what the document says of positions, in the order of the words."""
        for phrase in [phrase for phrase in self.phrases if not phrase.used]:
            self._before(phrase)
        for phrase in self.phrases:
            if not phrase.used:
                self._after(phrase)
            if not phrase.used:
                self._predicate(phrase)
        self.holdings.sort(key=lambda holding: (holding.start, holding.end, holding.holder))
        self.holdings = with_counterparts(self.reading, self.holdings, self.phrases)
        mark_late(self.reading, self.holdings)
        self.holdings += successions(self.reading, self.holdings)
        self.holdings.sort(key=lambda holding: (holding.start, holding.end, holding.holder))
        return self.holdings

    def of_entities(self, phrase: Phrase) -> list[int]:
        """Return the entities that a phrase names as what the position is of."""
        return list(dict.fromkeys(self.entities[self.number[id(name)]] for name in phrase.of))

    def _hold(self, phrase: Phrase, number: int, confidence: float) -> None:
        view = self.view
        phrase.used = True
        used = view.phrase(phrase.core, phrase.end)
        self.titles.setdefault(number, used)
        holder = self.entities[number]
        gender = load_lexicon().title_gender.get(view.lower[phrase.title.end - 1])
        if gender and self.register.drafts[holder].gender is None:
            self.register.drafts[holder].gender = "male" if gender == "male" else "female"
        self._note(phrase, holder, confidence)

    def _note(self, phrase: Phrase, holder: int, confidence: float) -> None:
        named = self.of_entities(phrase)
        of = self._best(named, sent=phrase.kind in SENT)
        self.holdings.append(
            Holding(
                phrase.core,
                phrase.end,
                holder,
                phrase.label,
                phrase.kind,
                of,
                phrase.former,
                phrase.acting,
                confidence,
                self.view.sentence_of[phrase.core],
                complement=phrase.complement,
                owner=phrase.owner,
                post=post_of(self.reading, phrase, named, of),
            )
        )

    def _best(self, of: list[int], *, sent: bool = False) -> int | None:
        """An organisation says more than the country it is of: "the Danish Refugee Council's director".

        One who is `sent` is of the country that sends: "Germany's UN ambassador".
        """
        drafts = self.register.drafts
        countries = [entity for entity in of if drafts[entity].is_country]
        if sent and countries:
            return countries[0]
        sure = [entity for entity in of if drafts[entity].type is not EntityType.GROUP]
        bodies = [entity for entity in sure if drafts[entity].type is EntityType.ORGANIZATION]
        found = bodies or sure
        return found[0] if found else None

    def _before(self, phrase: Phrase) -> None:
        view = self.view
        place = phrase.end
        while place < view.size and view.lower[place] in load_lexicon().honorifics and place not in self.starting:
            place += 1
        number = self.starting.get(place)
        if number is not None and view.sentence_of[place] == view.sentence_of[phrase.start]:
            self._hold(phrase, number, 0.95)
            self._of_behind(phrase, number)
            if phrase.title.plural:
                self._listed(phrase, number)
            else:
                self._earlier_offices(phrase, under_one_article(view, self.phrases, phrase), number)
                self._first_of_two(phrase, number)
            return
        stacked = next((o for o in self.phrases if o.title.start == place and not o.title.plural), None)
        if stacked is not None and stacked.end in self.starting and not phrase.title.plural:
            self._hold(phrase, self.starting[stacked.end], 0.9)  # "Sudan's army chief General Bo Baker"
            return
        place = behind(view, place)
        parsed = None if view.words[place : place + 1] == [","] else self.behind.parsed(phrase)
        if parsed is not None:
            self._hold(phrase, parsed, 0.8)
            phrase.apposed = [self.entities[parsed]]
        elif place + 1 < view.size and view.words[place] == ",":
            number = self.behind.named(place + 1)
            if number is None:
                return
            if phrase.title.plural:
                listed = view.lower[min(self._of_end(number), view.size - 1)] in {"and", ","}
                if phrase.number or phrase.of or (phrase.definite and listed):
                    self._hold(phrase, number, 0.8)
                    self._of_behind(phrase, number)
                    phrase.apposed = self._listed(phrase, number)
                return
            end = self.names[number].end
            closed = end >= view.size or view.words[end] in {",", ".", ":", ";", "—", "–", ")"}
            known = bool(phrase.of) or phrase.complement is not None
            root = view.root(self.names[number].start, end)
            known = known or (view.deps[root] == "appos" and view.heads[root] == phrase.title.head)
            row = under_one_article(view, self.phrases, phrase, least=2)
            if closed and (known if phrase.indefinite else phrase.definite or known or row):
                self._hold(phrase, number, 0.85)
                phrase.apposed = [self.entities[number]]
                self._earlier_offices(phrase, row, number)

    def _earlier_offices(self, last: Phrase, row: list[Phrase], number: int) -> None:
        """Give a person all offices of a row: "the president, army chief and party leader Bo Baker"."""
        for other in row:
            self._hold(other, number, 0.8)
            other.apposed = [self.entities[number]]
            if load_lexicon().title_sector.get(other.kind) == "organization" and not other.of:
                self.holdings[-1].of = self._best(
                    self.of_entities(last)
                )  # "the founder, chairman and director of Velmora"

    def _first_of_two(self, phrase: Phrase, number: int) -> None:
        """Give a person the first of two offices too: "Irish Deputy Prime Minister and Foreign Minister Bo Baker"."""
        first, second = side_by_side(self.view, self.phrases, phrase, self.names[number].end), self.holdings[-1]
        if first is None:
            return
        self._hold(first, number, 0.8)
        first.apposed = [self.entities[number]]
        if second.of is None:
            second.of = self.holdings[-1].of

    def _behind(self, number: int) -> int | None:
        """Return the number of the place or body behind a name: "Chancellor Vogt of Austria"."""
        view = self.view
        end = self.names[number].end
        if end + 1 >= view.size or view.lower[end] != "of":
            return None
        first = end + 1 + (view.lower[end + 1] == "the")
        other = number + 1
        if other >= len(self.names) or self.names[other].start != first or self.names[other].demonym:
            return None
        return None if self.names[other].type is EntityType.PERSON else other

    def _of_end(self, number: int) -> int:
        other = self._behind(number)
        return self.names[number].end if other is None else self.names[other].end

    def _of_behind(self, phrase: Phrase, number: int) -> None:
        other = self._behind(number)
        if other is not None and self._best(self.of_entities(phrase)) is None:
            self.holdings[-1].of = self.entities[other]

    def _listed(self, phrase: Phrase, number: int) -> list[int]:
        """All names of "Presidents Ann Able and Bo Baker" share the title; the country of one is not the other's."""
        view = self.view
        of = self.of_entities(phrase)
        place = self._of_end(number)
        members = [number]
        while place + 1 < view.size and view.lower[place] in {",", "and"}:
            following = self.starting.get(place + 1 + (view.lower[place + 1] == "and"))
            if following is None:
                break
            members.append(following)
            self._hold(phrase, following, 0.9)
            self._of_behind(phrase, following)
            place = self._of_end(following)
        if len(of) == len(members) > 1:
            for member, country in zip(members, of, strict=True):
                for holding in self.holdings:
                    if holding.holder == self.entities[member] and holding.start == phrase.core:
                        holding.of = country
        elif len(of) > 1:
            for holding in self.holdings:
                if holding.start == phrase.core:
                    holding.of = None
        return [self.entities[member] for member in members]

    def _after(self, phrase: Phrase) -> None:
        """An apposition: "Ann Able, 54, the Danish foreign minister, ..."."""
        view = self.view
        place = phrase.start - 1
        if place >= 2 and view.words[place] == "," and view.words[place - 1].isdigit() and view.words[place - 2] == ",":
            place -= 2
        place, past = before(view, place)
        if place < 1 or view.words[place] not in {",", "(", "—", "–"}:
            if place > 0 and view.lower[place] == "and":
                self._second(phrase, place)
            return
        number = self.ending.get(place)
        if number is None and view.words[place] == "," and not phrase.definite and not phrase.indefinite:
            self._second(phrase, place)
        if number is None or view.sentence_of[place] != view.sentence_of[phrase.start]:
            return
        head = phrase.title.head
        if view.deps[head] in {"nsubj", "nsubjpass"} or phrase.title.plural:
            return
        after = view.words[phrase.end] if phrase.end < view.size else "."
        if after in POSSESSIVES:
            return  # "Bo Baker, the president of Chad's envoy"
        apposed = view.deps[head] == "appos"
        if (
            apposed
            or place < phrase.start - 1
            or after in {",", ".", ")", "—", "–", ";"}
            or view.lower[min(phrase.end, view.size - 1)] in {"who", "and", "of", "for", "in", "at"}
        ):
            phrase.former |= past or view.lower[phrase.end : phrase.end + 3] == AT_THE_TIME
            self._hold(phrase, number, 0.9)
            phrase.apposed = [self.entities[number]]

    def _second(self, phrase: Phrase, place: int) -> None:
        """A further title in one apposition: "Ann Able, the finance minister and deputy prime minister, ..."."""
        place -= self.view.lower[place] == "and" and self.view.words[place - 1] == ","
        for other in self.phrases:
            if other.used and other.end == place:
                for holding in list(self.holdings):
                    apposed = holding.confidence in _APPOSED and holding.holder in self.entities
                    if apposed and holding.start == other.core:
                        number = self.entities.index(holding.holder)
                        self._hold(phrase, number, 0.8)
                        if self.holdings[-1].of is None:
                            self.holdings[-1].of = holding.of
                return

    def _predicate(self, phrase: Phrase) -> None:
        """A title said of somebody: "is the governor of", "was elected president", "stepped down as mayor"."""
        said = read_predicate(self.view, phrase)
        if said is None:
            return
        for number, name in enumerate(self.names):
            root = self.view.root(name.start, name.end)
            if name.type is not EntityType.PERSON or root not in {*said.subjects, *said.before, *said.after}:
                continue
            self._hold(phrase, number, 0.8)
            self.holdings[-1].begin_later(coming=said.coming and root not in said.before)
            self.holdings[-1].past = said.past
            then = said.past and self.view.lower[phrase.end : phrase.end + 3] == AT_THE_TIME
            over = not said.coming if root in said.before else said.left and root not in said.after
            self.holdings[-1].former = phrase.former or over or then
            self.titles.pop(number, None)

    def of_pronouns(self, by_head: dict[int, int]) -> None:
        """Add what is said of a pronoun: "She was foreign minister from 2014". `by_head` gives the person of each pronoun."""
        for phrase in self.phrases:
            if phrase.used or phrase.title.plural or phrase.kind == "counterpart":
                continue
            said = read_predicate(self.view, phrase)
            holder = next((by_head[spot] for spot in said.subjects if spot in by_head), None) if said else None
            if said is None or holder is None:
                continue
            self._note(phrase, holder, 0.7)
            self.holdings[-1].begin_later(coming=said.coming)
            self.holdings[-1].past = said.past
            self.holdings[-1].former = phrase.former or said.left
