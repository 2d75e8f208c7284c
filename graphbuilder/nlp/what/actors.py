"""Actors: which entities a token stands for, read off the entity layer.

It finds mentions by the head of their span and expands coordination; it makes no entities and knows no events.
"""

from typing import TYPE_CHECKING, NamedTuple

from graphbuilder.records.annotation import EntityType

if TYPE_CHECKING:
    from graphbuilder.nlp.what.tree import Tree
    from graphbuilder.nlp.who.layer import EntityLayer

PARTITIVES = frozenset({
    "group", "dozen", "hundred", "thousand", "score", "number", "one", "some", "most", "all", "many", "several",
    "member", "delegation", "handful", "majority", "pair", "couple", "series", "crowd", "team", "mob", "part",
    "million", "ton", "tonne", "truckload", "piece", "load", "barrel", "kilogram", "package", "shipment", "worth",
    "lot", "host", "third", "quarter", "rest", "remainder", "half", "both", "each", "two", "three", "four", "five",
})  # fmt: skip
"""Nouns that only count what follows their "of": "thousands of farmers" are farmers."""

ACTING = frozenset({EntityType.PERSON, EntityType.ORGANIZATION, EntityType.GROUP})
NOMINAL_POS = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET", "X"})


class Party(NamedTuple):
    """One entity that a token stands for, and the mention that says so."""

    entity: int
    mention: int


class Actors:
    """The entity layer of one document, by token; `nouns` are words for people that act though the layer may not know them."""

    def __init__(self, tree: "Tree", layer: "EntityLayer", nouns: frozenset[str] = frozenset()) -> None:
        self.tree = tree
        self.layer = layer
        self.nouns = nouns
        self._by_root: dict[int, int] = {}
        self._cover: dict[int, int] = {}
        self._parties: dict[tuple[int, bool], tuple[Party, ...]] = {}
        self.named: set[int] = set()
        ends = dict(zip(tree.ends, range(len(tree)), strict=True))
        order = sorted(
            range(len(layer.mentions)), key=lambda m: layer.mentions[m].end_char - layer.mentions[m].start_char
        )
        for number in order:  # the longest mention of a token comes last and wins
            mention = layer.mentions[number]
            if self._nowhere(mention.entities):
                continue
            first, last = tree.at.get(mention.start_char), ends.get(mention.end_char)
            if first is None or last is None:
                span = tree.doc.char_span(mention.start_char, mention.end_char, alignment_mode="expand")
                if span is None:
                    continue
                first, last = span.start, span.end - 1
            if first == last:
                if mention.form == "name" and mention.entities:
                    self.named.add(first)
                self._cover[first] = self._by_root[first] = number
                continue
            inside = range(first, last + 1)
            roots = [here for here in inside if not first <= tree.head[here] <= last or tree.head[here] == here]
            if mention.form == "name" and mention.entities:
                self.named.update(inside)
            for here in inside:
                self._cover[here] = number
            if roots:
                self._by_root[roots[-1]] = number

    def _nowhere(self, entities: tuple[int, ...]) -> bool:
        """Whether a mention is of a place without a name, which says nothing of where: "at a hotel in Lima" is in Lima."""
        for entity in entities:
            local = self.layer.entities[entity]
            if not local.anonymous or local.type is not EntityType.PLACE:
                return False
        return True

    def mention_at(self, token: int) -> int | None:
        """Return the longest mention headed by a token, else the longest that covers it."""
        found = self._by_root.get(token)
        return self._cover.get(token) if found is None else found

    def parties(self, token: int, *, spread: bool = True) -> tuple[Party, ...]:
        """Return the entities a token stands for, its coordination included, in text order without repetition."""
        known = self._parties.get((token, spread))
        if known is None:
            found: dict[int, Party] = {}
            for here in (*self.tree.conjuncts(token), *self._listed(token)) if spread else [token]:
                for party in self._single(here, 0):
                    found.setdefault(party.entity, party)
            known = self._parties[token, spread] = tuple(found.values())
        return known

    def _listed(self, token: int) -> list[int]:
        """Return names of a list that the parser took for appositions: "Novak, Weiss and Haddad attended the summit"."""
        tree = self.tree
        if tree.pos[token] != "PROPN":
            return []
        found: list[int] = []
        above = [token]
        while above:
            above = [kid for here in above for kid in tree.all_kids(here, "appos")]
            found.extend(kid for here in above for kid in tree.conjuncts(here))
        if not any(tree.dep[here] == "conj" for here in found):
            return []
        return [here for here in found if tree.pos[here] == "PROPN" and here in self.named]

    def _single(self, token: int, depth: int) -> list[Party]:
        number = self.mention_at(token)
        if number is not None and self.layer.mentions[number].entities:
            return [Party(entity, number) for entity in self.layer.mentions[number].entities]
        tree = self.tree
        if depth < 3 and (tree.lemma[token] in PARTITIVES or tree.pos[token] in {"NUM", "DET"}):
            for prep in tree.all_kids(token, "prep"):
                if tree.word[prep] in {"of", "from"}:
                    return [
                        party
                        for below in tree.all_kids(prep, "pobj")
                        for here in tree.conjuncts(below)
                        for party in self._single(here, depth + 1)
                    ]
        copula = tree.head[token]
        if tree.dep[token] == "attr" and tree.lemma[copula] == "be" and tree.lemma[token] in self.nouns and depth < 3:
            subject = tree.kid(copula, "nsubj")  # "Lind is the third minister to resign"
            if subject is not None and subject != token:
                return self._single(subject, depth + 1)
        if tree.word[token] == "those" and tree.word[tree.head[token]] == "among":  # "She was among those arrested"
            copula = tree.head[tree.head[token]]
            subject = tree.kid(copula, "nsubj")
            if subject is not None:
                return self._single(subject, depth + 1)
        if depth < 3:
            for apposed in tree.all_kids(token, "appos"):
                found = self._single(apposed, depth + 1)
                if found:
                    return found
        return []

    def kind(self, entity: int) -> EntityType:
        """Return the type of an entity."""
        return self.layer.entities[entity].type

    def can_act(self, entity: int) -> bool:
        """Say whether an entity can take part: people, organisations, groups and countries."""
        local = self.layer.entities[entity]
        return local.type in ACTING or local.is_country

    def classes(self, token: int) -> set[str]:
        """Return the entity classes of a token as the lexicon names them: {"Person", "Actor", "Two"}."""
        found: set[str] = set()
        parties = self.parties(token)
        for party in parties:
            local = self.layer.entities[party.entity]
            found.add(local.type.value)
            if local.is_country:
                found.add("Country")
                found.add("Place")
            if self.can_act(party.entity):
                found.add("Actor")
        if len(parties) > 1 or self.tree.kid(token, "conj") is not None:
            found.add("Two")
        if self.tree.tag[token] == "VBG":
            found.add("Gerund")
        return found
