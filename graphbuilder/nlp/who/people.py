"""Which names of people are one person: equal names, surnames of fuller names, initials, family names that come first."""

from rapidfuzz.fuzz import ratio

from graphbuilder.nlp.who.kinship import END_OF, namesakes_in_kin
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.register import Draft, Register
from graphbuilder.nlp.who.spans import SUFFIXES, Name
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType
from graphbuilder.records.middles import middles_agree


def cluster_people(view: View, names: list[Name], found: list[int], register: Register) -> None:
    """Fill in `found`, the entity of each name, for the people of a document."""
    people = {number: name for number, name in enumerate(names) if name.type is EntityType.PERSON}
    words = {number: _words(view, name) for number, name in people.items()}
    suffix = {number: _suffix(view, name) for number, name in people.items()}
    line = namesakes_in_kin(view, people, lambda one, other: same_person(words[one], words[other]))
    suffix |= {number: END_OF[generation] for number, generation in line.items() if not suffix[number]}
    suffix_of: dict[int, str] = {}
    full = [number for number in words if len(_solid(words[number])) > 1]
    clusters: dict[tuple[str, ...], int] = {}
    forms: dict[tuple[tuple[str, ...], str], int] = {}
    for number in full:
        match = forms.get((words[number], suffix[number]))
        if match is None:
            fit = (entity for (other, _), entity in forms.items() if same_person(words[number], other))
            match = next((e for e in fit if not suffix[number] or suffix_of.get(e, "") in {"", suffix[number]}), None)
        if match is None:
            match = register.add(_person(view, names[number]))
        suffix_of[match] = suffix_of.get(match) or suffix[number]
        forms.setdefault((words[number], suffix[number]), match)
        clusters.setdefault(words[number], match)
        found[number] = match
        draft = register.drafts[match]
        draft.generation = draft.generation or line.get(number)
        text = view.phrase(names[number].start, names[number].end)
        if len(_solid(words[number])) > len(draft.name.split()) and "." not in text:
            draft.name = text
    latest: dict[str, int] = {}
    realms: dict[tuple[str, ...], dict[str, int]] = {}
    for number, short in words.items():
        if found[number] >= 0:
            for word in _solid(short)[1:]:
                latest[word] = found[number]
            continue
        same = [
            entity for (other, end), entity in forms.items() if end and end == suffix[number] and other[-1] == short[-1]
        ]
        realm = _realm(view, names[number])
        there = realms.setdefault(short, {}) if realm else {}
        if same:
            found[number] = same[0]
        elif realm in there:
            found[number] = there[realm]
        elif there:  # "King Abdullah of Jordan met Crown Prince Abdullah of Saudi Arabia"
            found[number] = register.add(_person(view, names[number]))
        else:
            found[number] = _short(view, names[number], short, register, clusters=clusters, latest=latest)
        there.setdefault(realm, found[number])
        clusters.setdefault(short, found[number])
        latest[short[-1]] = found[number]


def _realm(view: View, name: Name) -> str:
    """Return the word for where one rules who is named by the given name alone: "King Mohammed of Morocco"; else nothing."""
    end = name.end
    titled = name.start > 0 and view.capital[name.start - 1] and view.pos[name.start - 1] == "PROPN"
    if not titled or end + 1 >= view.size or view.lower[end] != "of":
        return ""
    first = end + 1 + (view.lower[end + 1] == "the")
    return view.folded[first] if first < view.size and view.capital[first] else ""


def _suffix(view: View, name: Name) -> str:
    """Return "jr" or "sr" where a name ends so, else nothing."""
    last = view.lower[name.end - 1]
    return last[0] + "r" if last in SUFFIXES and name.end - name.start > 1 else ""


def _words(view: View, name: Name) -> tuple[str, ...]:
    return tuple(view.folded[name.start : name.end - bool(_suffix(view, name))])


def _short(
    view: View,
    name: Name,
    words: tuple[str, ...],
    register: Register,
    *,
    clusters: dict[tuple[str, ...], int],
    latest: dict[str, int],
) -> int:
    """Resolve a name of one word: the latest person of that surname, else the only one of that first name, else somebody new."""
    options = list(
        dict.fromkeys(
            entity
            for other, entity in clusters.items()
            if other[-len(words) :] == words or _tail_with_particle(other, words)
        )
    )
    if name.honorific in {"male", "female"}:
        options = [entity for entity in options if register.drafts[entity].gender in {None, name.honorific}]
        told = [entity for entity in options if register.drafts[entity].gender == name.honorific]
        options = told or options  # "Nora Dolan and her husband, Pat Dolan, ... Mrs Dolan"
    if options:
        recent = latest.get(words[-1])
        return recent if recent in options and recent is not None else options[0]
    first = list(
        dict.fromkeys(
            entity for other, entity in clusters.items() if other[: len(words)] == words and len(other) > len(words)
        )
    )
    if len(first) == 1 and (name.honorific is None or words[0] not in load_lexicon().first_names):
        return first[0]  # with an honorific only a family name: "Dr. Tan Boon Keng ... Dr. Tan"
    middle = list(dict.fromkeys(entity for other, entity in clusters.items() if _first_surname(other) == words))
    if len(middle) == 1 and words[0] not in load_lexicon().first_names:
        return middle[0]  # the first of two surnames: "Rosa Salcedo Duarte ... Salcedo"
    return register.add(_person(view, name))


def _first_surname(full: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first of two surnames: "salcedo" of "Rosa Salcedo Duarte", "ortega" of "Jose Ortega y Vargas"."""
    if "y" in full[2:]:
        return full[full.index("y", 2) - 1 :][:1]
    return full[-2:-1] if len(full) > 2 else ()


def _tail_with_particle(full: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether `words` is the surname before a second one: "Pena" of "Enrique Pena Nieto" is not, "al-Sadr" of "Sadr" is."""
    return len(words) == 1 and len(full) > 2 and full[-2] == "-" and full[-1] == words[0]


def _person(view: View, name: Name) -> Draft:
    text = view.phrase(name.start, name.end)
    gender = (
        name.honorific
        if name.honorific in {"male", "female"}
        else load_lexicon().first_names.get(view.folded[name.start])
    )
    if gender is None and name.end - name.start > 2 and view.words[name.start + 1] == "-":
        gender = load_lexicon().first_names.get(view.folded[name.start])
    if name.honorific is None and view.folded[name.start] in load_lexicon().unisex:
        gender = None
    if text.isupper() and len(text) > 4:
        text = text.title()
    return Draft(EntityType.PERSON, text, gender=gender)  # type: ignore[arg-type]  # one of the two literals


def _solid(words: tuple[str, ...]) -> list[str]:
    return [word for word in words if word != "-"]


def _other_gender(one: str, other: str) -> bool:
    """Whether two first names are known to be of different genders: "Ivana" and "Ivan"."""
    known = load_lexicon().first_names
    return known.get(one) != known.get(other)


def _turned_round(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one name is the other with the family name at the other end: "Orban Viktor", "Yong-su Kim".

    Of two first names one cannot know: "Martin George" is not George Martin.
    """
    known = load_lexicon().first_names
    if len(one) != len(other) or (one[0] in known and one[-1] in known):
        return False
    return other in {(*one[1:], one[0]), (one[-1], *one[:-1])}


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of several words fit one person: equal, one inside the other with the same ends, or an initial."""
    if one == other or _turned_round(one, other):
        return True
    if one[-1] != other[-1]:
        return False
    first, second = one[0], other[0]
    if first == second:
        return middles_agree(one[1:-1], other[1:-1])
    short, long = sorted((one, other), key=len)
    if len(short) > 1 and long[-len(short) :] == short:
        return True
    if min(len(first), len(second)) > 4 and ratio(first, second) >= 88 and not _other_gender(first, second):
        return True  # two spellings: "Zabihullah" and "Zabiullah"
    initial = first.rstrip(".") == second[:1] or second.rstrip(".") == first[:1]
    return initial and len(one) > 1 and len(other) > 1
