"""Which place a name means: the city by its context, and whether a capital stands for its government."""

from collections import Counter

from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.places import choose_city
from graphbuilder.nlp.who.register import Register
from graphbuilder.nlp.who.spans import Name
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType

ACTS = frozenset({
    "say", "accuse", "announce", "warn", "urge", "deny", "reject", "agree", "want", "demand", "insist", "threaten",
    "condemn", "respond", "offer", "pledge", "vow", "impose", "propose", "back", "support", "oppose", "refuse",
    "call", "claim", "blame", "seek", "sign", "send", "deploy", "withdraw", "expel", "recall", "criticize",
    "criticise", "welcome", "hope", "believe", "ask", "tell", "decide", "plan", "promise", "fear", "expect",
    "maintain", "resume", "suspend", "ban", "recognise", "recognize", "retaliate", "provoke", "violate",
    "arm", "press", "argue", "signal",
    "complain", "protest", "pursue", "favor", "favour", "consider", "acknowledge", "admit", "stress", "vote",
})  # fmt: skip
"""Verbs of which a capital is the subject when it stands for its government: "Paris rejected the offer"."""
ADDRESSES = frozenset({
    "urge", "accuse", "warn", "thank", "press", "criticise", "criticize", "blame", "tell", "ask", "praise", "condemn",
    "sanction", "pressure", "persuade", "convince", "threaten", "provoke", "isolate", "reassure", "rebuke", "deter",
})  # fmt: skip
"""Verbs of which a capital is the object when it stands for its government: "she urged Paris to wait"."""
TIES = frozenset({
    "relation", "talk", "tie", "tension", "dispute", "war", "peace", "agreement", "deal", "spat", "row", "contact",
    "dialogue", "rift", "pact", "treaty",
})  # fmt: skip
"""Nouns that governments have between them: "tensions between Paris and Rome"."""


def countries_spoken_of(names: list[Name]) -> Counter[str]:
    """Return how often the names of a document speak of each country, by its code."""
    gazetteer = load_gazetteer()
    seen: Counter[str] = Counter()
    for name in names:
        if name.term is None:
            continue
        if name.term.kind in {"country", "demonym", "people"} and not name.term.value.startswith("="):
            seen[name.term.value] += 1
        elif name.term.kind == "region" and gazetteer.regions[name.term.value].country:
            seen[gazetteer.regions[name.term.value].country] += 1
    return seen


def is_american_georgia(view: View, names: list[Name], number: int) -> bool:
    """Whether "Georgia" follows one of its towns ("Macon, Georgia") in a text that never says "Georgian" or "Tbilisi"."""
    name = names[number]
    if any(view.lower[other.start] in {"georgian", "georgians", "tbilisi"} for other in names):
        return False
    if number and view.words[name.start - 1] == "," and names[number - 1].end == name.start - 1:
        other = names[number - 1]
        return choose_city(" ".join(view.folded[other.start : other.end]), country="US", admin1="GA") is not None
    return any(other.term is not None and other.term.value == "US" for other in names)


def locate(view: View, names: list[Name], number: int, register: Register, context: Counter[str]) -> int:
    """Return the entity of a place the gazetteer has no term for, adding it when new."""
    name = names[number]
    text = view.phrase(name.start, name.end)
    folded = " ".join(view.folded[name.start : name.end]).replace(" - ", "-")
    country, admin1 = _stated(view, names, number)
    city = choose_city(folded, country=country, admin1=admin1, context=context)
    if city is None and country is not None and admin1 is not None:
        city = choose_city(folded, country=country)
    if city is not None:
        code = load_gazetteer().capitals.get(folded)
        if code == city.country and country is None and acts(view, name):
            return register.country(code)
        return register.city(city, city.name if text.isupper() and len(text) > 3 else text)
    entity = register.named(EntityType.PLACE, text, kind=_place_kind(view, name))
    draft = register.drafts[entity]
    if draft.within is None:
        whole = _inner_place(view, name, register, context)
        if whole is None and country is not None:
            whole = register.country(country)
        if whole is not None:
            draft.within = whole
            draft.country = register.drafts[whole].country
            if not register.drafts[whole].is_country:
                draft.latitude, draft.longitude = register.drafts[whole].latitude, register.drafts[whole].longitude
    return entity


def _place_kind(view: View, name: Name) -> str | None:
    """Return the class noun of a place's name: "palace" for "Arla Palace"."""
    for word in (view.lower[name.end - 1], view.lower[name.start]):
        if word in load_lexicon().place_last or word in load_lexicon().place_first:
            return word
    return None


def _inner_place(view: View, name: Name, register: Register, context: Counter[str]) -> int | None:
    """Return the city or country a place's name begins with: "Manila" of "Manila Cathedral", "Mexico" of "Mexico Bay"."""
    for end in range(name.end - 1, name.start, -1):
        words = tuple(view.folded[name.start : end])
        for other, _, term in load_gazetteer().terms.get(words[0], ()):
            if other == words and term.kind in {"country", "demonym"}:
                return register.country(term.value)
            if other == words and term.kind in {"region", "regional"}:
                return register.region(term.value)
        city = choose_city(" ".join(words), context=context)
        if city is not None and city.population >= 100_000:
            return register.city(city, view.phrase(name.start, end))
    return None


def _stated(view: View, names: list[Name], number: int) -> tuple[str | None, str | None]:
    """Return the country and state that follow a place behind a comma: "Hamburg, Germany", "Peoria, Ill."."""
    gazetteer = load_gazetteer()
    end = names[number].end
    if end + 1 >= view.size or view.words[end] != ",":
        return None, None
    abbreviated = gazetteer.abbreviations.get(view.words[end + 1])
    if abbreviated:
        region = gazetteer.regions[abbreviated]
        return region.country or None, region.admin1 or None
    if number + 1 < len(names) and names[number + 1].start == end + 1:
        term = names[number + 1].term
        if term is not None and term.kind == "country":
            if term.value == "GE":
                return ("US", "GA") if is_american_georgia(view, names, number + 1) else ("GE", None)
            return term.value, None
        if term is not None and term.kind == "region":
            region = gazetteer.regions[term.value]
            return region.country or None, region.admin1 or None
    return None, None


def _joined_capital(view: View, root: int) -> bool:
    """Whether another capital is joined to this one: "Ankara and Moscow would cooperate"."""
    capitals = load_gazetteer().capitals
    reach = range(root + 1, min(root + 4, view.size))
    return any(
        view.heads[place] == root and view.deps[place] == "conj" and view.folded[place] in capitals for place in reach
    )


def acts(view: View, name: Name) -> bool:
    """Whether a capital stands for its government: subject of a verb of saying or deciding, or a side of "between"."""
    if view.words[name.start].isupper():
        return False  # a dateline: "PARIS (Reuters)"
    root = view.root(name.start, name.end)
    head = view.heads[root]
    if view.deps[root] == "dobj" and view.lemmas[head] in ADDRESSES:
        return True
    if view.deps[root] == "nsubj" and _joined_capital(view, root):
        return True
    if view.deps[root] == "nsubj" and view.lemmas[head] in ACTS:
        return True
    if view.deps[root] == "conj":
        root, head = head, view.heads[head]
        capital = view.folded[root] in load_gazetteer().capitals
        if view.deps[root] == "nsubj" and (capital or view.lemmas[head] in ACTS):
            return True
    if view.deps[root] == "pobj" and view.lower[head] == "between":
        return view.lemmas[view.heads[head]] in TIES
    return False
