"""What a name is, by the company it keeps in its document: "Velmora officials", "Velmora, which", "Velmora said she".

The model judges a name anew in each sentence, and often differs with itself. Here all places where a name stands bear witness
together. Names that a title, a list or their own words make sure are not asked about.
"""

from collections import Counter

from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.places import is_city
from graphbuilder.nlp.who.pronouns import FEMALE, MALE, SAYING
from graphbuilder.nlp.who.spans import COMPASS, LOCALS, LOCATIVES, POSSESSIVES, Name, large
from graphbuilder.nlp.who.titles import Title
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType
from graphbuilder.records.identity import fold

PERSON, BODY, PLACE = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE

_STAFF = frozenset({
    "spokesman", "spokeswoman", "spokesperson", "attorney", "attorneys", "lawyer", "lawyers", "executive", "executives",
    "employee", "employees", "member", "members", "shareholder", "shareholders", "subsidiary", "founder", "co-founder", "chairman",
    "chairwoman", "ceo", "headquarters", "staff", "board", "shares", "stock", "fighters", "militants", "rebels", "lawmakers",
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
_SUFFERED = frozenset({"arrest", "jail", "sentence", "convict", "imprison", "hospitalise", "hospitalize", "bear", "bury"})
_MOVING = frozenset({
    "travel", "go", "fly", "arrive", "return", "move", "leave", "visit", "reach", "come", "head", "drive", "enter", "flee", "march",
    "tour",
})  # fmt: skip
_OF = frozenset({"of", "for", "at", "from", "with"})
_LONGEST = 4
_NEAR = 9
"""Tokens behind a name in which a pronoun tells its kind."""
_ENOUGH = 2
"""Fewest votes of the contexts alone."""
_ALONE = 3
"""Fewest votes for what no other witness took for a name."""
_PRIOR = 2
"""Most votes of the model for one kind."""
_MODEL = 74
"""A name of this weight is settled by more than the model's label."""
_DECIDED = 65


class Testimony:
    """Gathers what is said around each name of one document."""

    def __init__(self, view: View, names: list[Name], title_of: dict[int, Title]) -> None:
        self.view = view
        self.names = names
        self.title_of = title_of
        self.lexicon = load_lexicon()
        self.held: dict[int, Name] = {place: name for name in names for place in range(name.start, name.end)}
        self.surnames = {
            word
            for name in names
            if name.type is PERSON and name.end - name.start > 1
            for word in view.folded[name.start : name.end]
        }

    def heard(self) -> list[Name]:
        """Return the names with the kind their contexts tell, and the same names where nobody saw them."""
        doubtful: dict[tuple[str, ...], list[Name]] = {}
        for name in self.names:
            if self._is_doubtful(name):
                doubtful.setdefault(tuple(self.view.words[name.start : name.end]), []).append(name)
        added: list[Name] = []
        for words in self._unseen():
            doubtful.setdefault(words, [])
        spots = self._spots(doubtful)
        for words, named in doubtful.items():
            free = spots.get(words, [])
            kind = self._kind(words, named, free)
            if kind is None:
                continue
            for name in named:
                name.type = kind
                name.weight = max(name.weight, _DECIDED)
            added.extend(Name(start, start + len(words), kind, _DECIDED) for start in free)
        return self.names + added

    def _is_doubtful(self, name: Name) -> bool:
        if name.term is not None or name.honorific or name.weight >= _MODEL or not name.label:
            return False
        last = self.view.lower[name.end - 1]
        if name.end - name.start > 1:
            sure = last in self.lexicon.organization_last or last in self.lexicon.place_last
            return not sure and self.view.folded[name.start] not in self.lexicon.first_names
        body = last in self.lexicon.organization_last or last in self.lexicon.organizations
        return self.view.folded[name.start] not in self.surnames and not body

    def _unseen(self) -> list[tuple[str, ...]]:
        """Return the runs of proper nouns that stand at least twice in the text and that nobody saw."""
        view = self.view
        found: Counter[tuple[str, ...]] = Counter()
        place = 0
        while place < view.size:
            end = place
            while end < view.size and view.capital[end] and view.pos[end] == "PROPN" and end not in self.held:
                end += 1
            if end > place:
                titled = any(spot in self.title_of for spot in range(place, end))
                last = view.lower[end - 1]
                things = last in self.lexicon.thing_last or last in self.lexicon.thing_alone
                if end - place <= _LONGEST and not titled and not things and last not in self.lexicon.not_names:
                    found[tuple(view.words[place:end])] += 1
            place = max(end, place + 1)
        return [words for words, count in found.items() if count > 1]

    def _spots(self, doubtful: dict[tuple[str, ...], list[Name]]) -> dict[tuple[str, ...], list[int]]:
        """Return where the words of doubtful names stand unclaimed, with no capital beside them."""
        view = self.view
        firsts: dict[str, list[tuple[str, ...]]] = {}
        for words in doubtful:
            firsts.setdefault(words[0], []).append(words)
        found: dict[tuple[str, ...], list[int]] = {}
        for place, word in enumerate(view.words):
            for words in firsts.get(word, ()):
                end = place + len(words)
                spots = range(place, end)
                if tuple(view.words[place:end]) != words or any(s in self.held or s in self.title_of for s in spots):
                    continue
                beside = [side for side in (place - 1, end) if 0 <= side < view.size]
                proper = all(view.pos[spot] == "PROPN" for spot in spots)
                if proper and not any(view.capital[side] and side not in self.title_of for side in beside):
                    found.setdefault(words, []).append(place)
        return found

    def _kind(self, words: tuple[str, ...], named: list[Name], free: list[int]) -> EntityType | None:
        """Return the kind the contexts tell, None where they tell nothing or too little."""
        votes: Counter[EntityType] = Counter()
        for start in [name.start for name in named] + free:
            votes += self._said(start, start + len(words))
        if not votes:
            return None
        enough = _ENOUGH if named else _ALONE
        told = votes.copy()
        labels = Counter(name.type for name in named)
        for kind, count in labels.items():
            votes[kind] += min(count, _PRIOR)
        form = fold(" ".join(words))
        if is_city(form):
            votes[PLACE] += 3 if large(form, 100_000) else 1
        if form in self.lexicon.first_names:
            votes[PERSON] += 2
        label, count = labels.most_common(1)[0] if labels else (BODY, 0)
        if len(words) == 1 and 3 <= count < len(named) and count * 3 >= len(named) * 2 and votes[label] == votes.most_common(1)[0][1]:
            return label
        (kind, most), *others = votes.most_common()
        second = others[0][1] if others else 0
        return kind if told[kind] >= enough and most >= 2 * second else None

    def _said(self, start: int, end: int) -> Counter[EntityType]:
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
        view = self.view
        votes: Counter[EntityType] = Counter()
        if view.deps[root] == "nsubj" and view.lemmas[verb] in SAYING:
            votes[PERSON] += 1
            votes[BODY] += 1
        elif view.deps[root] == "nsubj" and view.lemmas[verb] in _HUMAN:
            votes[PERSON] += 2
        elif view.deps[root] == "nsubjpass" and view.lemmas[verb] in _SUFFERED:
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
            elif first == "who" or first == "whose":
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
                votes[PERSON] += 2
                break
            if view.lower[place] in {"its", "itself"}:
                votes[BODY] += 1
                votes[PLACE] += 1
                break
        return votes

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
