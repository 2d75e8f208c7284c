"""From names to entities: which names of a document are the same person, place, organisation or people.

Only the names' own words decide here (tail of a fuller name, acronym, gazetteer key). Roles and pronouns come later.
"""

from collections import Counter

from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.names import Name
from graphbuilder.nlp.who.places import choose_city
from graphbuilder.nlp.who.register import Draft, Register
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType
from graphbuilder.records.identity import fold

SURNAME_FIRST = frozenset(
    {"xi", "li", "hu", "wen", "wang", "zhang", "jiang", "zhu", "deng", "mao", "kim", "park", "moon", "lee", "roh", "ban", "hun", "ma", "tsai", "chen", "han", "hwang", "nguyen", "ho", "abe", "yang", "zhao", "liu", "yoon", "lam", "leung", "zhou", "bo", "wu", "qin", "geng", "hua"}  # noqa: E501 - one list
)
ACTS = frozenset(
    """say accuse announce warn urge deny reject agree want demand insist threaten condemn respond offer pledge vow impose
    propose back support oppose refuse call claim blame seek sign send deploy withdraw expel recall criticize criticise welcome
    hope believe hope ask tell decide plan promise fear expect maintain resume suspend ban recognise recognize retaliate
    """.split()
)
"""Verbs of which a capital is the subject when it stands for its government: "Paris rejected the offer"."""


def cluster(view: View, names: list[Name], register: Register) -> list[int]:
    """Return the entity of each name, adding the entities to `register`."""
    found = [-1] * len(names)
    _people(view, names, found, register)
    context = _countries_spoken_of(names)
    for number, name in enumerate(names):
        if found[number] < 0 and name.term is not None:
            found[number] = _term(view, name, names, number, register)
    for number, name in enumerate(names):
        if found[number] < 0 and name.type is EntityType.PLACE:
            found[number] = _place(view, names, number, register, context)
    _organizations(view, names, found, register)
    for number, name in enumerate(names):
        if found[number] < 0:
            found[number] = register.named(name.type, view.phrase(name.start, name.end))
    for number, name in enumerate(names):
        if not name.demonym:
            register.drafts[found[number]].names[view.phrase(name.start, name.end)] += 1
    return found


# ---- people


def _people(view: View, names: list[Name], found: list[int], register: Register) -> None:
    words = {number: tuple(view.folded[name.start : name.end]) for number, name in enumerate(names) if name.type is EntityType.PERSON}
    full = [number for number in words if len(_solid(words[number])) > 1]
    clusters: list[tuple[tuple[str, ...], int]] = []
    for number in full:
        match = next((entity for other, entity in clusters if same_person(words[number], other)), None)
        if match is None:
            match = register.add(_person(view, names[number]))
        clusters.append((words[number], match))
        found[number] = match
        draft = register.drafts[match]
        text = view.phrase(names[number].start, names[number].end)
        if len(_solid(words[number])) > len(draft.name.split()) and "." not in text:
            draft.name = text
    latest: dict[str, int] = {}
    for number in words:
        if found[number] >= 0:
            for word in _solid(words[number])[1:]:
                latest[word] = found[number]
            continue
        found[number] = _short(view, names[number], words[number], clusters, latest, register)
        clusters.append((words[number], found[number]))
        latest[words[number][-1]] = found[number]


def _short(
    view: View,
    name: Name,
    words: tuple[str, ...],
    clusters: list[tuple[tuple[str, ...], int]],
    latest: dict[str, int],
    register: Register,
) -> int:
    """Resolve a name of one word: the latest person of that surname, else the only one of that first name, else somebody new."""
    options = list(dict.fromkeys(entity for other, entity in clusters if other[-len(words) :] == words or _tail_with_particle(other, words)))
    if name.honorific in {"male", "female"}:
        options = [entity for entity in options if register.drafts[entity].gender in {None, name.honorific}]
    if options:
        recent = latest.get(words[-1])
        return recent if recent in options and recent is not None else options[0]
    first = list(dict.fromkeys(entity for other, entity in clusters if other[: len(words)] == words and len(other) > len(words)))
    known_first = words[0] in load_lexicon().first_names or words[0] in SURNAME_FIRST
    if len(first) == 1 and known_first and name.honorific is None:
        return first[0]
    return register.add(_person(view, name))


def _tail_with_particle(full: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether `words` is the surname before a second one: "Pena" of "Enrique Pena Nieto" is not, "al-Sadr" of "Sadr" is."""
    return len(words) == 1 and len(full) > 2 and full[-2] == "-" and full[-1] == words[0]


def _person(view: View, name: Name) -> Draft:
    text = view.phrase(name.start, name.end)
    gender = name.honorific if name.honorific in {"male", "female"} else load_lexicon().first_names.get(view.folded[name.start])
    if gender is None and name.end - name.start > 2 and view.words[name.start + 1] == "-":
        gender = load_lexicon().first_names.get(view.folded[name.start])
    if text.isupper() and len(text) > 4:
        text = text.title()
    return Draft(EntityType.PERSON, text, gender=gender)  # type: ignore[arg-type]  # one of the two literals


def _solid(words: tuple[str, ...]) -> list[str]:
    return [word for word in words if word != "-"]


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of several words fit one person: equal, one inside the other with the same ends, or an initial."""
    if one == other:
        return True
    if one[-1] != other[-1]:
        return False
    first, second = one[0], other[0]
    if first == second:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) > 1 and long[-len(short) :] == short:
        return True
    initial = first.rstrip(".") == second[:1] or second.rstrip(".") == first[:1]
    return initial and len(one) > 1 and len(other) > 1


# ---- places


def _countries_spoken_of(names: list[Name]) -> Counter[str]:
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


def _term(view: View, name: Name, names: list[Name], number: int, register: Register) -> int:
    term = name.term
    if term is None:  # the caller asks for terms only
        raise ValueError(name)
    if term.kind == "country":
        if term.value == "GE" and _american_state(view, names, number):
            return register.region("Georgia (US state)")
        return register.country(term.value)
    if term.kind == "demonym":
        return register.country(term.value)
    if term.kind in {"region", "regional"}:
        return register.region(term.value)
    if term.kind == "organization":
        entity = register.organization(term.value)
        code = load_lexicon().known_countries.get(term.value)
        if code:
            register.affiliate(entity, register.country(code))
            register.drafts[entity].country = code
        return entity
    text = view.phrase(name.start, name.end)
    entity = register.named(EntityType.GROUP, text, kind="people" if term.kind == "people" else "community")
    if term.kind == "people" and not term.value.startswith("="):
        register.affiliate(entity, register.country(term.value))
        register.drafts[entity].country = term.value
    register.drafts[entity].plural = True
    return entity


def _american_state(view: View, names: list[Name], number: int) -> bool:
    """Whether "Georgia" follows one of its towns ("Macon, Georgia") in a text that never says "Georgian" or "Tbilisi"."""
    name = names[number]
    if any(view.lower[other.start] in {"georgian", "georgians", "tbilisi"} for other in names):
        return False
    if number and view.words[name.start - 1] == "," and names[number - 1].end == name.start - 1:
        other = names[number - 1]
        return choose_city(" ".join(view.folded[other.start : other.end]), country="US", admin1="GA") is not None
    return any(other.term is not None and other.term.value == "US" for other in names)


def _place(view: View, names: list[Name], number: int, register: Register, context: Counter[str]) -> int:
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
        return register.city(city, text)
    entity = register.named(EntityType.PLACE, text)
    if country is not None and register.drafts[entity].within is None:
        register.drafts[entity].within = register.country(country)
        register.drafts[entity].country = country
    return entity


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
                return ("US", "GA") if _american_state(view, names, number + 1) else ("GE", None)
            return term.value, None
        if term is not None and term.kind == "region":
            region = gazetteer.regions[term.value]
            return region.country or None, region.admin1 or None
    return None, None


def acts(view: View, name: Name) -> bool:
    """Whether a capital stands for its government: subject of a verb of saying or deciding, or a side of "between"."""
    root = view.root(name.start, name.end)
    head = view.heads[root]
    if view.deps[root] == "nsubj" and view.lemmas[head] in ACTS:
        return True
    if view.deps[root] == "conj":
        root, head = head, view.heads[head]
        if view.deps[root] == "nsubj" and view.lemmas[head] in ACTS:
            return True
    return view.deps[root] == "pobj" and view.lower[head] == "between"


# ---- organisations


def _organizations(view: View, names: list[Name], found: list[int], register: Register) -> None:
    long: dict[str, int] = {}
    for number, name in enumerate(names):
        if found[number] >= 0 or name.type is not EntityType.ORGANIZATION or name.end - name.start < 2:
            continue
        text = view.phrase(name.start, name.end)
        entity = next((other for other, key in _organization_keys(register) if key.endswith(" " + fold(text))), None)
        if entity is None:
            entity = register.named(EntityType.ORGANIZATION, text)
        found[number] = entity
        _belongs(view, names, name, entity, register)
        initials = acronym(text)
        if len(initials) > 1:
            long.setdefault(initials, entity)
    for number, name in enumerate(names):
        if found[number] >= 0 or name.type is not EntityType.ORGANIZATION:
            continue
        text = view.words[name.start].replace(".", "")
        before = names[number - 1] if number else None
        bracketed = name.start > 0 and view.words[name.start - 1] == "("
        if bracketed and before is not None and before.end == name.start - 1 and before.type is EntityType.ORGANIZATION and text.isupper():
            found[number] = found[number - 1]
            long[text.casefold()] = found[number]
        elif text.isupper() and text.casefold() in long:
            found[number] = long[text.casefold()]


def _organization_keys(register: Register) -> list[tuple[int, str]]:
    return [(number, fold(draft.name)) for number, draft in enumerate(register.drafts) if draft.type is EntityType.ORGANIZATION]


def _belongs(view: View, names: list[Name], name: Name, entity: int, register: Register) -> None:
    """An organisation whose name begins with a country belongs to it: "Danish Refugee Council"."""
    for words, _, term in load_gazetteer().terms.get(view.folded[name.start], ()):
        if term.kind in {"country", "demonym"} and tuple(view.folded[name.start : name.start + len(words)]) == words:
            register.affiliate(entity, register.country(term.value))
            register.drafts[entity].country = term.value
            return


def acronym(name: str) -> str:
    """Return the initials of the capitalised words of a name, in lower case: "Organisation for Migration" gives "om"."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper()).casefold()
