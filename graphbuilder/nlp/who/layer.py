"""The door of the who room: a parsed document to its mentions, entities and positions.

The order is fixed: titles, names, entities of names, positions, then one walk through the text in which roles, groups and
pronouns look back at what was mentioned before. Nothing here knows other documents.
"""

from datetime import date
from typing import TYPE_CHECKING

from graphbuilder.nlp.who.callings import note_callings
from graphbuilder.nlp.who.clusters import cluster
from graphbuilder.nlp.who.counterparts import barred, beside_another
from graphbuilder.nlp.who.handovers import handovers
from graphbuilder.nlp.who.history import Found, History
from graphbuilder.nlp.who.holding import Holding
from graphbuilder.nlp.who.homelands import homeland
from graphbuilder.nlp.who.homes import Home, find_home
from graphbuilder.nlp.who.leaderships import leaderships
from graphbuilder.nlp.who.names import find_names
from graphbuilder.nlp.who.nominals import Nominals
from graphbuilder.nlp.who.offices import infer_countries, infer_from_bodies, infer_from_owners, infer_towns
from graphbuilder.nlp.who.phrases import Phrase, find_phrases
from graphbuilder.nlp.who.positions import Holders
from graphbuilder.nlp.who.pronouns import Pronouns
from graphbuilder.nlp.who.quotations import addressees, first_persons
from graphbuilder.nlp.who.reading import Reading, cover
from graphbuilder.nlp.who.register import Register
from graphbuilder.nlp.who.replacements import replacements
from graphbuilder.nlp.who.roles import Roles
from graphbuilder.nlp.who.scenes import posted, posts, throneless
from graphbuilder.nlp.who.state_bodies import settle
from graphbuilder.nlp.who.surroundings import visited
from graphbuilder.nlp.who.talk import Talk
from graphbuilder.nlp.who.titles import find_titles
from graphbuilder.nlp.who.unnamed import Unnamed
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityMention, EntityType, LocalEntity, PositionMention
from graphbuilder.records.base import Record

if TYPE_CHECKING:
    from spacy.tokens import Doc


class EntityLayer(Record, frozen=True):
    """Who is in a document. Mentions are sorted by `start_char`; indexes point into `entities`."""

    mentions: tuple[EntityMention, ...] = ()
    entities: tuple[LocalEntity, ...] = ()
    positions: tuple[PositionMention, ...] = ()


def find_entities(
    doc: "Doc", *, title: str = "", filed: str | None = None, published: date | None = None
) -> EntityLayer:
    """Return the people, organisations, places and groups of a document.

    Args:
        doc: The document's text through the whole English pipeline (tagger, parser, lemmatizer, entities).
        title: The headline, where it is not part of the text; it adds no mentions, but may tell who speaks.
        filed: The place of the dateline as written, where the text was taken off it: evidence of the country it is at home in.
        published: The day of publication, where known: who is named held an office of the table then, or did not.

    Returns:
        Mentions with character offsets into the text; entities in the order of their first mention, those that only another
        record points to (the country of a city) behind them; positions in the order of the text.
    """
    view = View(doc)
    titles = find_titles(view)
    names = find_names(view, titles)
    register = Register()
    entities = cluster(view, names, register)
    reading = Reading(view, names, entities, cover(names, view.size), register)
    phrases = find_phrases(view, titles, names, reading.at)
    holders = Holders(reading, phrases)
    holdings = holders.attach()
    of_entities = {phrase.title.head: holders.of_entities(phrase) for phrase in phrases}
    excluded = barred(reading, phrases, of_entities) | beside_another(reading, phrases, of_entities, holdings)
    excluded |= visited(reading) | posted(reading, phrases, holdings) | throneless(reading, holdings)
    home = find_home(reading, filed, sent_to=posts(phrases))
    settle(reading, home)
    infer_towns(holdings, entities, reading)
    infer_countries(holdings, phrases, of_entities, reading, home=home, barred=excluded)
    people = {
        view.root(name.start, name.end): entity
        for name, entity in zip(names, entities, strict=True)
        if name.type is EntityType.PERSON
    }
    holdings += handovers(view, holdings, people)
    replacing, replaced = replacements(view, holdings, people)
    holdings += replacing
    history = History(register)
    roles = Roles(
        reading,
        history,
        holdings=holdings,
        of_entities=of_entities,
        barred=excluded,
        home=home,
        published=published,
    )
    talk = Talk(reading, title)
    walk = _Walk(reading, history, roles, phrases, titles=holders.titles, talk=talk, home=home)
    walk.pronouns.told.update(replaced)
    for holding in holdings:
        if holding.of is not None and not holding.former:
            walk.nominals.offices.setdefault(holding.holder, []).append(holding.of)
    walk.unnamed.holders.update(holding.holder for holding in holdings if not holding.former)
    found = walk.run()
    pronouns = {
        mention.head: mention.entities[0]
        for mention in found
        if mention.form == "pronoun"
        and len(mention.entities) == 1
        and register.drafts[mention.entities[0]].type is EntityType.PERSON
        and not mention.with_others
    }
    holders.of_pronouns(pronouns)
    holdings += handovers(view, holdings, people | pronouns)
    infer_from_owners(holdings, walk.owned, register)
    by_head = {mention.head: mention.entities[0] for mention in found}
    infer_from_bodies(holdings, walk.owned, by_head, reading)
    holdings += leaderships(view, holdings, people | pronouns, by_head, register)
    for holding in holdings:
        if holding.complement is not None and holding.of is None:
            holding.of = by_head.get(holding.complement, walk.nominals.earlier(view.lower[holding.complement]))
    for holding in holdings:
        if not holding.former:
            register.affiliate(holding.holder, holding.of)
    note_callings(reading, found)
    return _records(view, found, holdings, register)


class _Walk:
    """One pass over the tokens, in which every mention can look back."""

    def __init__(
        self,
        reading: Reading,
        history: History,
        roles: Roles,
        phrases: list[Phrase],
        *,
        titles: dict[int, str],
        talk: Talk,
        home: Home,
    ) -> None:
        self.reading = reading
        self.view = reading.view
        self.names = reading.names
        self.at = reading.at
        self.titles = titles
        self.talk = talk
        self.home = home
        self.history = history
        self.roles = roles
        self.nominals = Nominals(reading, history, phrases, home)
        self.unnamed = Unnamed(reading, history, self.nominals.phrase_ends, talk)
        self.pronouns = Pronouns(reading.view, reading.register, history, talk)
        self.by_head = {phrase.title.head: phrase for phrase in phrases}
        self.owned: dict[int, int] = {}
        """The entity of each possessive pronoun, by its token."""

    def run(self) -> list[Found]:
        view = self.view
        place = 0
        while place < view.size:
            number = self.at[place]
            if number >= 0 and self.names[number].start == place:
                self._name(number)
            phrase = self.by_head.get(place)
            if phrase is not None and phrase.used:
                self._add(self._apposed(phrase))
            elif phrase is not None:
                self._add(self._role(phrase))
            elif number < 0 and (view.pos[place] == "PRON" or view.lower[place] == "there"):
                found = self.pronouns.mention(place)
                speaker = self.talk.speaker(place) if view.lower[place] == "my" else None
                if speaker is not None:
                    self.owned[place] = speaker
                if found is not None and len(found.entities) == 1:
                    self.owned[place] = found.entities[0]
                self._add(found)
            elif number < 0 and view.pos[place] in {"NOUN", "PROPN"}:
                self._add(self._noun(place))
            if view.lower[place] == "old" and number < 0:
                self._add(self.unnamed.aged(place))
            place += 1
        spoken = first_persons(view, self.history, self.reading.register, self.roles.holdings)
        told = addressees(view, self.history, self.reading.register)
        return self.history.found + spoken + told + self.talk.mentions()

    def _role(self, phrase: Phrase) -> Found | None:
        """A title no name stands beside. "The singer" is rather somebody named than a role of its own."""
        head = phrase.title.head
        plain = phrase.definite and not phrase.of and phrase.owner is None and not phrase.title.plural
        if plain and self.roles.holder(phrase.kind, [], former=phrase.former) is None:
            found = self.unnamed.epithet(head, phrase.start)
            if found is not None:
                return found
        owner = self.owned.get(phrase.owner) if phrase.owner is not None else None
        if phrase.owner is not None and self.view.pos[phrase.owner] == "NOUN":
            owner = self.history.headed(phrase.owner)  # "the union's leader"
            if owner is None:
                return self.unnamed.told(head)
        return self.roles.mention(phrase, owner) or self.unnamed.told(head)

    def _noun(self, place: int) -> Found | None:
        owner = self._owner(place)
        land = homeland(self.reading, self.talk, place, owner, self.nominals.offices, home=self.home)
        if land is not None:
            return self.unnamed.owned(place, land)
        found = self.nominals.mention(place, owner) if self.nominals.wanted(place) else None
        return found or self.unnamed.mention(place, owner)

    def _owner(self, place: int) -> int | None:
        """The entity of the nearest possessive pronoun among the few words before a noun."""
        for spot in range(place - 1, max(place - 5, -1), -1):
            if spot in self.owned:
                return self.owned[spot]
        return None

    def _apposed(self, phrase: Phrase) -> Found | None:
        """Return the mention of a role that a comma parts from its holder ("the Danish minister, Ann Able")."""
        if not phrase.apposed:
            return self.unnamed.told(phrase.title.head)
        view, head = self.view, phrase.title.head
        return Found(
            start=phrase.start,
            end=phrase.end,
            head=head,
            form="nominal",
            entities=tuple(phrase.apposed),
            sentence=view.sentence_of[head],
            subject=view.deps[head] in {"nsubj", "nsubjpass"},
            title=view.phrase(phrase.core, phrase.end),
            confidence=0.85,
        )

    def _name(self, number: int) -> None:
        view, name = self.view, self.names[number]
        if name.term is not None and name.term.kind == "religion":
            return
        root = view.root(name.start, name.end)
        self.history.add(
            Found(
                name.start,
                name.end,
                root,
                "demonym" if name.demonym else "name",
                (self.reading.entities[number],),
                view.sentence_of[name.start],
                view.deps[root] in {"nsubj", "nsubjpass"},
                self.titles.get(number),
                min(1.0, 0.5 + name.weight / 150),
            )
        )

    def _add(self, found: Found | None) -> None:
        if found is not None:
            self.history.add(found)


def _records(view: View, found: list[Found], holdings: list[Holding], register: Register) -> EntityLayer:
    found = sorted(found, key=lambda mention: (mention.start, mention.end))
    order = [entity for mention in found for entity in mention.entities]
    for holding in holdings:
        order.append(holding.holder)
        order.extend(entity for entity in (holding.of, holding.post) if entity is not None)
    entities, place = register.freeze(order)
    mentions = tuple(
        EntityMention(
            start_char=view.starts[mention.start],
            end_char=view.ends[mention.end - 1],
            sentence=mention.sentence,
            form=mention.form,
            entities=tuple(place[entity] for entity in mention.entities),
            title=mention.title,
            with_others=mention.with_others,
            confidence=round(mention.confidence, 3),
        )
        for mention in found
    )
    positions = tuple(
        PositionMention(
            start_char=view.starts[holding.start],
            end_char=view.ends[holding.end - 1],
            sentence=holding.sentence,
            holder=place[holding.holder],
            title=holding.title,
            kind=holding.kind,
            of=None if holding.of is None else place[holding.of],
            post=None if holding.post is None else place[holding.post],
            former=holding.former,
            acting=holding.acting,
            confidence=round(holding.confidence, 3),
        )
        for holding in holdings
    )
    return EntityLayer(mentions=mentions, entities=entities, positions=positions)
