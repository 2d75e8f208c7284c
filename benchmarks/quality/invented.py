"""Invented actors: a set's own dictionary of names, lent to the reading of its texts for as long as they are read.

Three letters are the code of a state or its people; more say what somebody is there ("GONGOV"). Names of states are read as
names of countries are, the others are given to the coder as actors.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, cast

import msgspec

from graphbuilder.nlp.what.given import GivenSpan
from graphbuilder.nlp.who.gazetteer import Country, Term, TermKind, load_gazetteer
from graphbuilder.nlp.who.lexicon import split_words
from graphbuilder.records.annotation import Annotation
from graphbuilder.records.identity import fold

STATE: Final = re.compile(r"[A-Z]{3}")
ADJECTIVES: Final = ("i", "ian", "n")

Names = dict[str, str]
"""A name in capitals to its code."""


def read_names(path: Path) -> Names:
    """Return a set's dictionary, empty where it has none."""
    return cast("Names", msgspec.json.decode(path.read_bytes())) if path.is_file() else {}


def states(names: Names) -> Names:
    """Return the names that stand for a state, without those that the package knows already."""
    return {name: code for name, code in names.items() if STATE.fullmatch(code) and not _known(name)}


@contextmanager
def lent(names: Names) -> Iterator[None]:
    """Let the names of states be read as countries until the end of the block."""
    gazetteer = load_gazetteer()
    before = {first: list(entries) for first, entries in gazetteer.terms.items()}
    codes = set(gazetteer.countries)
    own = states(names)
    try:
        for name, code in own.items():
            if code not in gazetteer.countries:
                gazetteer.countries[code] = Country(code, name.title(), "", "", 0.0, 0.0, "", (), (), ())
            words = _words(name)
            entries = gazetteer.terms.setdefault(words[0], [])
            entries.append((words, "", Term(_kind(name, own), code)))
            entries.sort(key=lambda entry: (-len(entry[0]), entry[0], entry[1]))
        yield
    finally:
        for code in set(gazetteer.countries) - codes:
            del gazetteer.countries[code]
        gazetteer.terms.clear()
        gazetteer.terms.update(before)


def given_spans(text: str, names: Names) -> list[GivenSpan]:
    """Return where the other names of a dictionary stand in a text, longest first, none inside another."""
    others = {name for name in names if not _known(name)} - states(names).keys()
    found: list[GivenSpan] = []
    for name in sorted(others, key=lambda name: (-len(name), name)):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
            if all(match.end() <= old.start_char or match.start() >= old.end_char for old in found):
                found.append(GivenSpan(match.start(), match.end(), name))
    return found


def code_of_invented(annotation: Annotation, index: int, names: Names) -> str | None:
    """Return the three letters of an actor's state: its own, or that of what it belongs to."""
    entity = annotation.entities[index]
    for one in (entity, *(annotation.entities[other] for other in entity.affiliations)):
        known = names.get(one.name.upper())
        if known:
            return known[:3]
        if one.country and STATE.fullmatch(one.country):
            return one.country
    return None


def _known(name: str) -> bool:
    words = _words(name)
    return any(known == words for known, _, _ in load_gazetteer().terms.get(words[0], ()))


def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in split_words(name))


def _kind(name: str, own: Names) -> TermKind:
    """Return whether a name is a state's, its people's or its adjective: "Rohans" beside "Rohan"."""
    if name.endswith("S") and name[:-1] in own:
        return "people"
    stems = (name.removesuffix(ending.upper()) for ending in ADJECTIVES if name.endswith(ending.upper()))
    return "demonym" if any(stem in own for stem in stems) else "country"
