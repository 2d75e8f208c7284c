"""Our own witnesses of names: gazetteer terms, words after a title, first names."""

from graphbuilder.nlp.who.evidence import LONGEST, Evidence
from graphbuilder.nlp.who.gazetteer import Term
from graphbuilder.nlp.who.officeholders import famous_surnames
from graphbuilder.nlp.who.places import is_city
from graphbuilder.nlp.who.spans import BESIDE_TITLE, STRONG_SECTORS, can_begin, large
from graphbuilder.records.annotation import EntityType

SEATS = {
    "org:white-house": "White House (building)",
    "org:kremlin": "Kremlin (building)",
    "org:downing-street": "Downing Street (street)",
    "org:elysee": "Elysee Palace (building)",
    "org:pentagon": "Pentagon (building)",
}
"""Bodies named after the house they sit in, with the house."""
PUBLIC = frozenset({
    "air", "environment", "transport", "health", "statistics", "elections", "radio", "standards", "parks", "sport", "cricket",
    "tourism", "telecom", "heritage", "team", "fisheries", "animals", "rowing", "swimming", "athletics", "rugby", "network",
})  # fmt: skip
"""Words that make the name of a country that of a body: "Air Canada", "Environment Canada"."""
KNOWN_BODY = 69
"""The weight of a known body of several words: more than a run that ends like one ("Resistance Army")."""
_TOWN = 50_000
"""So many people in a town of several words whose first is a given name."""
_WORDS_TOO = frozenset({"who", "ice", "mend", "car"})
"""Short forms that are words too: "WHO LEADS NOW?" """
_JOINS = frozenset({"of", "for", "and"})
STATE = 73
"""The weight of a state's long name: more than "Democratic Republic" or "State" that end or begin like other names."""
SOMEWHERE = 77
"""The weight of a house that a preposition of place announces; more than the body the model sees in its name."""
LONG = 82
"""The weight of a long name; more than a full name that the model sees in its first part."""
BESIDE = frozenset(
    {"in", "at", "outside", "inside", "near", "around", "into", "opposite", "behind", "beside", "toward", "towards"}
)


class WordEvidence(Evidence):
    """Proposes names by the words themselves and the words beside them."""

    def terms(self) -> None:
        """Countries, demonyms, regions and known organisations."""
        view = self.view
        place = 0
        while place < view.size:
            entries = self.gazetteer.terms.get(view.folded[place]) if can_begin(view, place) else None
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
        if self.inside_title(start, end):
            return
        if view.lower[start] in _WORDS_TOO and end - start == 1 and self.shouted(start):
            return
        if term.kind in {"demonym", "regional"} and self._language(start, end):
            return
        kind = EntityType.PLACE
        if term.kind == "organization" and term.value in SEATS and self._somewhere(start):
            self.add(start, end, kind, SOMEWHERE, term=Term("region", SEATS[term.value]))
            return
        if term.kind == "organization":
            kind = EntityType.ORGANIZATION
        elif term.kind in {"people", "religion"}:
            kind = EntityType.GROUP
        elif (
            term.kind == "country"
            and term.value in {"US", "GB"}
            and view.words[start].isupper()
            and self._adjectival(end)
        ):
            term = Term("demonym", term.value)
        elif term.kind == "demonym" and self._noun_use(start, end):
            term = Term("people", term.value)
            kind = EntityType.GROUP
        if term.kind == "country" and start and view.capital[start - 1] and view.lower[start - 1] in PUBLIC:
            self.add(start - 1, end, EntityType.ORGANIZATION, 64)
            return
        if kind is EntityType.ORGANIZATION and self._office(start, end):
            return
        first = view.folded[start] in self.lexicon.first_names
        following = end < view.size and view.capital[end] and view.pos[end] == "PROPN"
        known = KNOWN_BODY if kind is EntityType.ORGANIZATION else 64
        alone = not following or end in self.title_of  # but "Republic of Korea Navy"
        if term.kind == "country" and alone and "of" in view.lower[start + 1 : end - 1]:
            known = STATE  # "The Democratic Republic of Congo"
        elif kind is EntityType.ORGANIZATION and _JOINS & set(view.lower[start + 1 : end - 1]):
            known = STATE  # "the Organization for Security and Co-operation in Europe"
        weight = known if end - start > 1 else 30 if first and following else 50
        self.add(start, end, kind, weight, term=term)

    def _office(self, start: int, end: int) -> bool:
        """Whether a body called as who heads it is an office here: "UN High Commissioner for Refugees Ann Able"."""
        view = self.view
        if not any(place in self.title_of for place in range(start, end)):
            return False
        behind = end + (view.words[end : end + 1] == [","])
        return view.pos[behind : behind + 1] == ["PROPN"] and behind not in self.title_of

    def _somewhere(self, start: int) -> bool:
        """Whether a preposition of place stands before a name: "outside the White House"."""
        view = self.view
        before = start - 1 - (start > 0 and view.lower[start - 1] == "the")
        return before >= 0 and view.lower[before] in BESIDE

    def _adjectival(self, end: int) -> bool:
        """Whether "US" stands before a noun or hyphen: "US troops", "US-Mexican ties"."""
        view = self.view
        if end >= view.size:
            return False
        if view.lower[end] == "and" and end + 2 < view.size and view.capital[end + 1]:
            return view.pos[end + 2] == "NOUN" and view.folded[end + 1] in self.gazetteer.terms
        return view.pos[end] in {"NOUN", "PROPN", "ADJ"} or view.words[end] == "-"

    def _language(self, start: int, end: int) -> bool:
        """Whether an adjective names a language: "spoke in Danish", "in English, Spanish and Portuguese"."""
        view = self.view
        if end < view.size and view.pos[end] in {"NOUN", "PROPN", "ADJ"}:
            return False
        place = start
        while view.deps[place] == "conj" and view.heads[place] != place:
            place = view.heads[place]
        head = view.heads[place]
        if view.deps[place] == "pobj" and view.lower[head] == "in" and not (place and view.tags[place - 1] == "DT"):
            return True
        return view.deps[place] == "dobj" and view.lemmas[head] in {"speak", "learn", "teach", "understand"}

    def _noun_use(self, start: int, end: int) -> bool:
        """Whether a demonym stands for the people: "the French said", "two Afghans"."""
        view = self.view
        if view.folded[start].endswith("s") and view.tags[start] in {"NNPS", "NNS"}:
            return True
        root = view.deps[end - 1]
        after = view.pos[end] if end < view.size else "PUNCT"
        before = view.lower[start - 1] if start else ""
        return (
            before == "the"
            and root in {"nsubj", "nsubjpass", "pobj", "dobj"}
            and after in {"VERB", "AUX", "PUNCT", "ADP"}
        )

    def after_titles(self) -> None:
        """The capitalised words after a title or honorific are a person: "Chancellor Merk", "Mr. Able"."""
        view, lexicon = self.view, self.lexicon
        for title in self.titles:
            if title.end >= view.size:
                continue
            strong = lexicon.title_sector.get(title.kind, "state") in STRONG_SECTORS
            if not title.plural:
                self._person_after(title.end, strong=strong, honorific=None)
            elif strong:
                self._people_after(title.end)
        for place in range(view.size - 1):
            gender = lexicon.honorifics.get(view.lower[place])
            spoken = gender and view.capital[place] and view.lower[place] not in {"right", "st", "brother", "sister"}
            if spoken and not self.known(place, view.size):  # "the DR Congo army"
                self._person_after(place + 1, strong=True, honorific=gender)

    def _people_after(self, start: int) -> None:
        """The names listed behind a plural title are people: "Presidents Ann Able and Bo Cane", "Senators Able, Cane and Dow"."""
        view = self.view
        firsts: list[int] = []
        while start < view.size and view.capital[start] and not (firsts and view.lower[firsts[-1] - 1] == "and"):
            end = self.run(start, limit=4)
            if end == start:
                break
            firsts.append(start)
            start = end
            while start < view.size and view.lower[start] in {",", "and"}:
                start += 1
        if len(firsts) > 1 and view.lower[firsts[-1] - 1] == "and":
            for first in firsts:
                self._person_after(first, strong=True, honorific=None)

    def _person_after(self, start: int, *, strong: bool, honorific: str | None) -> None:
        view, lexicon = self.view, self.lexicon
        end = self.run(start, limit=1 if self.shouted(start) else 5)
        if end == start or view.lower[start] in lexicon.not_names or start in self.title_of:
            return
        words = view.lower[start:end]
        if (
            words[-1] in lexicon.organization_last
            or words[0] in lexicon.organization_last
            or words[-1] in lexicon.place_last
        ):
            return
        known = self.known(start, end)
        if known and not honorific and (end - start == 1 or view.ner[start] in {"GPE", "ORG", "NORP"}):
            return
        if not strong:
            label = view.ner[start]
            named = view.folded[start] in lexicon.first_names or label == "PERSON"
            if not (named or (2 <= end - start <= 4 and label in {"", "ORG", "GPE"})):
                return
        self.add(start, end, EntityType.PERSON, BESIDE_TITLE, honorific=honorific)

    def first_names(self) -> None:
        """A first name of the list, then one to three capitalised words: "Aisha Bellingham"."""
        view, lexicon = self.view, self.lexicon
        place = 0
        while place < view.size:
            if not view.capital[place] or view.folded[place] not in lexicon.first_names or place in self.title_of:
                place += 1
                continue
            end = self.run(place, limit=LONGEST)
            previous = view.lower[place - 1] if place else ""
            last = view.lower[end - 1] if end > place else ""
            fine = (
                last not in lexicon.organization_last
                and last not in lexicon.place_last
                and previous not in {"st.", "st", "the"}
            )
            proper = view.pos[place] == "PROPN" or view.ner[place] == "PERSON"
            proper |= view.ner[place] == "ORG" and place == view.sentence_start(
                place
            )  # "Ulrike Sandvoss and Bo Baker are well"
            fine = fine and not (
                end - place > 1 and large(" ".join(view.folded[place:end]), _TOWN)
            )  # "Santiago de Cuba"
            long = proper and fine and self.is_long(place, end)
            if long or (1 < end - place < 5 and fine and proper):
                known = view.ner[place] in {"", "PERSON", "ORG", "GPE"} or self._becomes(place, end)
                weight = LONG if long else 71 if known and end - place == 2 else 66 if known else 40
                self.add(place, end, EntityType.PERSON, weight)
            elif (
                end - place == 1
                and view.pos[place] == "PROPN"
                and not view.ner[place]
                and fine
                and not is_city(view.folded[place])
            ):
                self.add(place, end, EntityType.PERSON, 34)
            place = max(end, place + 1)

    def _becomes(self, start: int, end: int) -> bool:
        """Whether words become something, as no landmark does: "Ivo Stanek became Croatia's prime minister".

        The whole of a longer name is judged elsewhere: "Ambi Teresa Velm became minister".
        """
        if start and self.view.capital[start - 1]:
            return False
        root = self.view.root(start, end)
        return self.view.deps[root] == "nsubj" and self.view.lemmas[self.view.heads[root]] == "become"

    def famous(self) -> None:
        """A well-known office holder's surname alone: "Merkel" in a text that never gives the full name."""
        view = self.view
        surnames = famous_surnames()
        for place in range(view.size):
            if view.folded[place] in surnames and view.capital[place] and place not in self.title_of:
                alone = not (place + 1 < view.size and view.capital[place + 1] and view.pos[place + 1] == "PROPN")
                if alone and view.pos[place] != "VERB":
                    self.add(place, place + 1, EntityType.PERSON, 42)
