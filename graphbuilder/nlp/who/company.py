"""What the words around one standing of a name say of its kind: "officials of Velmora", "Velmora, which", "to Velm", "Velm, 34,".

Each sign is a vote; `testimony` counts the votes of all places where a name stands.
"""

from collections import Counter

from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.pronouns import FEMALE, MALE, SAYING
from graphbuilder.nlp.who.spans import COMPASS, LOCALS, LOCATIVES, POSSESSIVES, Name
from graphbuilder.nlp.who.titles import Title
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType

PERSON, BODY, PLACE = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE

_STAFF = frozenset({
    "spokesman", "spokeswoman", "spokesperson", "attorney", "attorneys", "lawyer", "lawyers", "executive", "executives",
    "employee", "employees", "member", "members", "shareholder", "shareholders", "subsidiary", "founder", "co-founder",
    "chairman", "chairwoman", "ceo", "headquarters", "staff", "board", "shares", "stock",
    "fighters", "militants", "rebels", "lawmakers",
    "candidate", "candidates", "mp", "mps", "branch", "affiliate",
})  # fmt: skip
"""Nouns behind or before ("of", "for", "at") the name of what they belong to."""
_CALLED = frozenset({
    "group", "company", "organization", "organisation", "party", "firm", "network", "movement", "association", "newspaper",
    "magazine", "chain", "brand", "militia", "team", "union", "foundation", "website", "broadcaster", "charity", "faction",
    "corporation", "startup", "alliance", "coalition", "campaign",
})  # fmt: skip
"""Nouns behind the name of what they are; what every town has ("Arla police") is not among them."""
_HUMAN = frozenset({
    "die", "marry", "smile", "walk", "sit", "sleep", "cry", "testify", "resign", "live", "wear", "graduate", "retire", "laugh",
    "grow", "recall", "love", "hope", "feel", "remember", "plead",
})  # fmt: skip
_SUFFERED = frozenset(
    {"arrest", "jail", "sentence", "convict", "imprison", "hospitalise", "hospitalize", "bear", "bury"}
)
_MOVING = frozenset({
    "travel", "go", "fly", "arrive", "return", "move", "leave", "visit", "reach", "come", "head", "drive", "enter", "flee",
    "march", "tour",
})  # fmt: skip
_BODIES_TOO = frozenset({
    "rival", "partner", "owner", "maker", "host", "leader", "champion", "supplier", "developer", "operator", "manufacturer",
    "producer", "broadcaster", "publisher", "lender", "insurer", "client", "buyer", "seller", "winner", "neighbour", "neighbor",
    "ally", "member", "sponsor", "investor", "shareholder", "contractor", "dealer", "trader", "builder", "founder", "giant",
    "newcomer", "veteran", "opponent", "employer", "family", "people", "person", "star", "head", "chief", "landlord", "model",
    "general", "public", "generation", "creditor", "donor", "carrier", "provider", "distributor", "retailer", "challenger",
})  # fmt: skip
"""Nouns for people that stand before the names of bodies too: "its owner Velmora Zink"."""
_OF = frozenset({"of", "for", "at", "from", "with"})
_NEAR = 9
"""Tokens behind a name in which a pronoun tells its kind."""


class Company:
    """Reads the contexts of names in one document. `held` gives the name at a token, where there is one."""

    def __init__(self, view: View, held: dict[int, Name], title_of: dict[int, Title]) -> None:
        self.view = view
        self.held = held
        self.title_of = title_of
        self.lexicon = load_lexicon()

    def of(self, start: int, end: int) -> Counter[EntityType]:
        """Return what the words around one standing of a name say of its kind."""
        view = self.view
        votes: Counter[EntityType] = Counter()
        before = view.lower[start - 1] if start else ""
        article = before == "the"
        ahead = start - 1 - article
        lead = view.lower[ahead] if ahead >= 0 else ""
        noun = view.lower[ahead - 1] if ahead > 0 else ""
        after = view.lower[end] if end < view.size else ""
        root = view.root(start, end)
        verb = view.heads[root]
        if before in LOCATIVES and before != "at":
            votes[PLACE] += 2
        if before in COMPASS and not view.capital[start - 1]:
            votes[PLACE] += 3
        if self._moves(root, verb):
            votes[PLACE] += 2
        if after in _STAFF or (lead in _OF and noun in _STAFF):
            votes[BODY] += 2
        if after in _CALLED and view.pos[end] == "NOUN":
            votes[BODY] += 2
        elif after in LOCALS:
            votes[PLACE] += 1
        if before in self.lexicon.organizations and view.pos[start - 1] == "NOUN":
            votes[BODY] += 3
        elif start and end - start > 1 and before not in _BODIES_TOO and self._is_person_noun(start - 1):
            votes[PERSON] += 3 if not view.capital[start - 1] or start - 1 == view.sentence_start(start) else 0
        if article and view.heads[start - 1] == end - 1 and view.tags[end - 1] == "NNP":
            votes[BODY] += 1
        votes += self._acts(root, verb)
        votes += self._followed(start, end)
        return votes

    def _moves(self, root: int, verb: int) -> bool:
        """Whether a name is where somebody goes: "left Velm", "travelled to Velm"."""
        view = self.view
        if view.deps[root] == "pobj" and view.lower[verb] in {"to", "from", "through", "into", "via"}:
            verb = view.heads[verb]
        elif view.deps[root] != "dobj":
            return False
        return view.lemmas[verb] in _MOVING

    def _acts(self, root: int, verb: int) -> Counter[EntityType]:
        """Read the verb a name is the subject of: bodies and people speak, only people smile."""
        view = self.view
        votes: Counter[EntityType] = Counter()
        if view.deps[root] == "nsubj" and view.lemmas[verb] in SAYING:
            votes[PERSON] += 1
            votes[BODY] += 1
        elif view.lemmas[verb] in {"nsubj": _HUMAN, "nsubjpass": _SUFFERED}.get(view.deps[root], ()):
            votes[PERSON] += 2
        return votes

    def _followed(self, start: int, end: int) -> Counter[EntityType]:
        """Read the words behind a name: its age, a clause or apposition that tells its kind, the next pronoun."""
        view = self.view
        votes: Counter[EntityType] = Counter()
        stop = min(end + _NEAR, view.size)
        if end + 2 < view.size and view.words[end] == ",":
            first = view.lower[end + 1]
            if first.isdigit() and len(first) == 2 and view.words[end + 2] in {",", "."}:
                votes[PERSON] += 3
            elif first in {"who", "whose"}:
                votes[PERSON] += 2
            elif first in {"a", "an", "the"}:
                votes += self._apposed(end + 2, stop)
        if end + 1 < view.size and view.lower[end] in POSSESSIVES and view.lower[end + 1] in self.lexicon.relations:
            votes[PERSON] += 2
        subject = view.deps[view.root(start, end)] in {"nsubj", "poss", "nsubjpass"}
        for place in range(end, stop if subject else end):
            if place in self.held or view.words[place] in {'"', "”", ";"} or "\n" in view.words[place]:
                break
            if view.lower[place] in MALE | FEMALE:
                votes[PERSON] += 3 if end - start > 1 and self._first_person(start) else 2
                break
            if view.lower[place] in {"its", "itself"}:
                votes[BODY] += 1
                votes[PLACE] += 1
                break
        return votes

    def _first_person(self, start: int) -> bool:
        """Whether no other person stands in this sentence or the one before: "Paris Hilliard said she would appeal"."""
        view = self.view
        first = view.sentence_start(start)
        for place in range(view.sentence_start(first - 1) if first else 0, start):
            named = place in self.held and self.held[place].type is PERSON
            if named or place in self.title_of or self._is_person_noun(place) or view.lower[place] in MALE | FEMALE:
                return False
        return True

    def _is_person_noun(self, place: int) -> bool:
        """Whether a token is a noun for one person, office or not: "footballer", "smuggler"."""
        word = self.view.lower[place]
        return (
            word in self.lexicon.epithets or word in self.lexicon.persons or self.lexicon.unnamed.get(word) == "persons"
        )

    def _apposed(self, start: int, stop: int) -> Counter[EntityType]:
        """Read a noun in apposition: "Velmora, a maker of pumps", "Velm, a former judge"."""
        view = self.view
        for place in range(start, stop):
            if view.pos[place] not in {"NOUN", "ADJ", "PROPN", "PUNCT", "PART"} or view.words[place] == ",":
                break
            if view.pos[place] != "NOUN" or (place + 1 < view.size and view.pos[place + 1] == "NOUN"):
                continue
            word = view.lower[place]
            if place in self.title_of or self.lexicon.unnamed.get(word) == "persons":
                return Counter({PERSON: 2})
            if word in self.lexicon.organizations or self.lexicon.unnamed.get(word) == "organizations":
                return Counter({BODY: 2})
            if self.lexicon.unnamed.get(word) == "places":
                return Counter({PLACE: 2})
            break
        return Counter()
