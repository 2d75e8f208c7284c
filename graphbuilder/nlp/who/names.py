"""Name spans: which words are the name of a person, organisation, place or people, repaired over the whole document.

spaCy's entities are one witness among several; gazetteer, titles, first names and the fuller names of the same document are
others. Names do not overlap. Who is the same is not decided here.
"""

from graphbuilder.nlp.who.apposed_names import ApposedNames
from graphbuilder.nlp.who.body_words import BodyWords
from graphbuilder.nlp.who.containers import SETTLEMENTS
from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.model_entities import ModelEntities
from graphbuilder.nlp.who.place_repairs import PlaceRepairs
from graphbuilder.nlp.who.place_words import CLASS_NOUNS, PlaceWords
from graphbuilder.nlp.who.repairs import Repairs
from graphbuilder.nlp.who.sources import source_spans
from graphbuilder.nlp.who.spans import BESIDE_TITLE, COMPASS, POSSESSIVES, SUFFIXES, SURNAME_FIRST, TERM_TYPES, Name
from graphbuilder.nlp.who.testimony import Testimony
from graphbuilder.nlp.who.things import find_things, without_things
from graphbuilder.nlp.who.titles import Title
from graphbuilder.nlp.who.view import View
from graphbuilder.nlp.who.word_evidence import WordEvidence
from graphbuilder.records.annotation import EntityType


def find_names(view: View, titles: list[Title]) -> list[Name]:
    """Return the names of a document from left to right."""
    model = ModelEntities(view, titles)
    model.entities()
    words = WordEvidence(view, titles)
    words.terms()
    words.after_titles()
    words.first_names()
    words.famous()
    bodies = BodyWords(view, titles)
    bodies.organizations()
    apposed = ApposedNames(view, titles)
    apposed.people()
    beside = PlaceWords(view, titles)
    beside.places()
    beside.datelines()
    found = words.candidates + bodies.candidates + model.candidates + apposed.candidates + beside.candidates
    candidates = [name for name in found if cut_weekday(view, name)]
    things = find_things(view, candidates)
    candidates = without_things(view, candidates, things)
    sources = source_spans(view)
    candidates = [name for name in candidates if not any(a <= name.start and name.end <= b for a, b in sources)]
    for name in candidates:
        cut_suffix(view, name)
        join_second(view, name)
        classify(view, name)
    names = join_last(view, claim(view, candidates))
    repairs = Repairs(view, words.title_of)
    names = repairs.repeats(repairs.called(repairs.acronyms(repairs.surnames(names))))
    names = Testimony(view, names, words.title_of).heard()
    names = without_things(view, PlaceRepairs(view, names, words.title_of).repaired(), things)
    taken = {place for name in names for place in range(name.start, name.end)} | set(words.title_of)
    for name in names:
        settle(view, name)
        lengthen(view, name, taken)
    return sorted(names, key=lambda name: name.start)


def join_last(view: View, names: list[Name]) -> list[Name]:
    """Take in the last part of a name that the parser joins and the model leaves out: "Joseph Lorupe | Etukoit promised".

    So too "Carlo Velmi | Lo Monte" and "Ann Able | -Baker".
    """
    starting = {name.start: name for name in names}
    swallowed: set[int] = set()
    for name in names:
        end = name.end
        if name.type is not EntityType.PERSON or name.term is not None or end - name.start < 2 or end + 1 >= view.size:
            continue
        last = end + (view.lower[end] in _BEFORE_LAST)
        other = starting.get(end) or starting.get(last)
        if other is not None and (other.end > last + 1 or other.term is not None):
            continue
        if last < view.size and _is_last_part(view, name, last):
            swallowed.update(range(end, last + 1))
            name.end = last + 1
    return [name for name in names if name.start not in swallowed]


_BEFORE_LAST = frozenset({"lo", "la", "de", "di", "da", "del", "abu", "bin", "ben", "van", "von", "al", "el", "-"})


def _is_last_part(view: View, name: Name, last: int) -> bool:
    """Whether the word behind a name is the head of its words, a free proper noun, and no word for a body, thing or day."""
    lexicon, word = load_lexicon(), view.words[last]
    if view.pos[last] != "PROPN" or not view.capital[last] or not word.isalpha() or word.isupper() or len(word) < 3:
        return False
    inside = name.start < view.heads[name.start] < name.end  # "Bo Velmi | Lo Monte", where "Bo" hangs on "Velmi"
    if any(view.deps[place] != "compound" for place in (name.start, name.end - 1)) or view.heads[name.end - 1] != last:
        return False
    if view.heads[name.start] != last and not inside:
        return False
    things = lexicon.organization_last | lexicon.thing_last | lexicon.place_last | lexicon.not_names | WEEKDAYS
    if view.lower[last] in things | lexicon.organizations or view.folded[last] in load_gazetteer().terms:
        return False
    after = last + 1
    alone = after >= view.size or not (view.capital[after] or view.pos[after] in {"NOUN", "PROPN"})
    hyphen = after < view.size and view.words[after] == "-"
    article = name.start > 0 and view.pos[name.start - 1] == "DET"
    return alone and not hyphen and not article and view.ner[last] not in {"DATE", "TIME", "EVENT"}


WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def cut_weekday(view: View, name: Name) -> bool:
    """Cut a day of the week off a person's name: "Juma Kiwelu Friday met her". Return whether a name is left."""
    if name.type is not EntityType.PERSON or name.term is not None or view.lower[name.end - 1] not in WEEKDAYS:
        return True
    name.end -= 1
    return name.end > name.start


def cut_suffix(view: View, name: Name) -> None:
    """Cut "Jr." off a name, which makes it a person's; `lengthen` takes it in again behind whatever name wins."""
    if name.term is None and name.end - name.start > 1 and view.lower[name.end - 1] in SUFFIXES:
        name.end -= 1
        name.type = EntityType.PERSON


def join_second(view: View, name: Name) -> None:
    """Take in a second surname behind "y" or "e": "Jose Manuel Ortega y Vargas", "Ana Maria de Oliveira e Souza"."""
    end = name.end
    full = name.type is EntityType.PERSON and name.term is None and end - name.start > 1
    if full and end + 1 < view.size and view.words[end] in {"y", "e"} and view.capital[end + 1]:
        name.end = end + 2


def classify(view: View, name: Name) -> None:
    """Make a name before a class noun a place, unless a title makes it a person: "Rosa Velm province"."""
    if name.term is not None or name.weight == BESIDE_TITLE:
        return
    classed = name.end < view.size and view.lower[name.end] in CLASS_NOUNS
    if classed or _part_of_land(view, name) or _called_town(view, name):
        name.type = EntityType.PLACE


def _part_of_land(view: View, name: Name) -> bool:
    """Whether a name is compass words before a country or region: "Far North Queensland"."""
    start = name.start
    while start < name.end and view.lower[start] in COMPASS:
        start += 1
    if start in {name.start, name.end}:
        return False
    words = tuple(view.folded[start : name.end])
    return any(
        other == words and term.kind in {"country", "region"}
        for other, _, term in load_gazetteer().terms.get(words[0], ())
    )


_AFTER_TOWN = frozenset(
    {"in", "of", "near", "on", "outside", "where", "about", "north", "south", "east", "west", "which", ","}
)
"""Words behind such a noun; "Ann Able, the city's mayor" has another."""


def _called_town(view: View, name: Name) -> bool:
    """Whether a comma and a noun say that a name is a town: "Nara Velmi, a town in Bihar"."""
    end = name.end
    if end + 2 >= view.size or view.words[end] != "," or view.lower[end + 1] not in {"a", "an", "the"}:
        return False
    reach = min(end + 6, view.size - 1)
    noun = next((place for place in range(end + 2, reach) if view.pos[place] == "NOUN"), None)
    while noun is not None and noun + 1 < reach and view.pos[noun + 1] == "NOUN":
        noun += 1
    return noun is not None and view.lower[noun] in SETTLEMENTS and view.lower[noun + 1] in _AFTER_TOWN


def claim(view: View, candidates: list[Name]) -> list[Name]:
    """Let heavier and longer names take their tokens first."""
    taken = bytearray(view.size)
    kept = []
    for name in sorted(candidates, key=lambda name: (-name.weight, name.start - name.end, name.start, name.type)):
        if not any(taken[name.start : name.end]):
            kept.append(name)
            for place in range(name.start, name.end):
                taken[place] = 1
    return kept


_COMPOUNDS = frozenset(
    {"led", "era", "style", "like", "born", "run", "owned", "based", "backed", "in", "law", "elect", "made"}
)


def lengthen(view: View, name: Name, taken: set[int]) -> None:
    """Take in the small half of a hyphenated given name ("Park Min-jun"), a second surname, and a first name left over."""
    end = name.end
    if name.type is not EntityType.PERSON:
        return
    before = name.start - 1
    if name.end - name.start == 1 and before >= 0 and before not in taken and view.pos[before] == "PROPN":
        first = view.capital[before] and view.words[before].isalpha() and not view.words[before].isupper()
        if first and view.heads[before] == name.start and view.lower[before] not in load_lexicon().honorifics:
            name.start = before
    if end < view.size and view.lower[end] in SUFFIXES:
        dotted = end + 2 < view.size and view.words[end + 1] == "." and view.words[end + 2] == ","
        name.end = end + 1 + dotted  # "Pedro Arroyo Sr., the former mayor, ..."
        return
    if end + 1 >= view.size or view.words[end] != "-" or end + 1 in taken:
        return
    word = view.words[end + 1]
    joined = view.ends[end - 1] == view.starts[end] and view.ends[end] == view.starts[end + 1]
    given = view.folded[name.start] in SURNAME_FIRST or view.lower[end + 1] not in _COMPOUNDS
    short = name.end - name.start > 1 and len(word) <= 5 and given
    surname = view.capital[end + 1] and view.pos[end + 1] == "PROPN"
    if joined and word.isalpha() and (short or surname):
        name.end = end + 2


_OF_PLACES = frozenset({"mayor", "governor", "lieutenant-governor", "mayors", "governors"})
"""Titles that are of a place: "the mayor of Malmo", "governor of Enugu State"."""


def _apposed_to_body(view: View, name: Name) -> bool:
    """Whether commas tie a name to a noun for a body: "Her party, Chama cha Haki, demanded her release"."""
    noun = name.start - 2
    if noun < 1 or name.end >= view.size or view.words[noun + 1] != "," or view.words[name.end] != ",":
        return False
    if view.folded[name.start] in load_lexicon().first_names or view.pos[noun] != "NOUN":
        return False
    owned = view.tags[noun - 1] == "PRP$" or view.lower[noun - 1] in POSSESSIVES
    return owned and view.lower[noun] in load_lexicon().organizations


def settle(view: View, name: Name) -> None:
    """Give a name the term that spells it out, and the type its neighbour tells: "TV network Sol", "the town of Arla"."""
    lexicon = load_lexicon()
    if name.term is None and name.type is not EntityType.PERSON:
        for words, exact, term in load_gazetteer().terms.get(view.folded[name.start], ()):
            if tuple(view.folded[name.start : name.end]) == words and (not exact or view.words[name.start] == exact):
                name.term = term
                name.type = TERM_TYPES[term.kind]
                return
    if name.term is not None or name.start == 0:
        return
    before = view.lower[name.start - 1]
    if name.type is EntityType.PERSON and _apposed_to_body(view, name):
        name.type = EntityType.ORGANIZATION
    elif before == "of" and name.weight < BESIDE_TITLE and view.lower[max(name.start - 2, 0)] in _OF_PLACES:
        name.type = EntityType.PLACE
        return
    if name.type is EntityType.PLACE and before in lexicon.organizations and view.pos[name.start - 1] == "NOUN":
        name.type = EntityType.ORGANIZATION
    elif before == "of" and name.start > 1 and view.lower[name.start - 2] in lexicon.places and name.weight < 70:
        name.type = EntityType.PLACE
