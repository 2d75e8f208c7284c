"""Role phrases: a title with all that belongs to it. "the two former Danish prime ministers", "his Latvian counterpart".

A phrase says what its words say: of what, whose, former or acting, how many. Who is meant is decided in `positions` and `roles`.
"""

from dataclasses import dataclass, field

from graphbuilder.nlp.who.complements import before_owner, complement, listed, owns_offices, posted
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.spans import POSSESSIVES, Name
from graphbuilder.nlp.who.titles import Title, written
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType

_OF = {"of", "for", "to", "at", "in"}
_TO_TITLES = frozenset({"ambassador", "special envoy", "consul", "adviser", "candidate", "diplomat"})
_FOR_TITLES = frozenset(
    {"spokesperson", "minister", "candidate", "adviser", "lawyer", "secretary", "manager", "coordinator"}
)
_SENT_FOR = frozenset({"special envoy", "ambassador"})
"""Who is sent: "the UN special envoy for Yemen" is of the UN."""
_AT_TITLES = frozenset(
    {
        "professor",
        "analyst",
        "director",
        "economist",
        "scientist",
        "ambassador",
        "diplomat",
        "lawyer",
        "head",
        "manager",
        "journalist",
    }
)
SERVANTS = frozenset({
    "spokesperson", "adviser", "lawyer", "chief of staff", "candidate", "manager", "strategist", "first lady",
})  # fmt: skip
"""Positions that may be of a person: "her spokeswoman", "Able's lawyer"."""
NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_SAYS_NOTHING = frozenset({"last", "next", "other", "own"})


@dataclass(slots=True)
class Phrase:
    """Tokens `start` to `end` with the title inside; `core` is where the title as used begins (no article, no owner)."""

    title: Title
    start: int
    end: int
    core: int
    kind: str
    label: str
    of: list[Name] = field(default_factory=list)
    owner: int | None = None
    """The token of whose it is where that is no name: "his", "union" of "the union's leader"."""
    definite: bool = False
    indefinite: bool = False
    number: int = 0
    former: bool = False
    acting: bool = False
    bare: bool = False
    used: bool = False
    complement: int | None = None
    """The noun of a body behind "of" or "for" that is no name: "ministry" in "a spokesman for the foreign ministry"."""
    extra: list[int] = field(default_factory=list)
    apposed: list[int] = field(default_factory=list)
    """The entities of the names beside it, where a comma parts them: the phrase is then a mention of its own."""


def find_phrases(view: View, titles: list[Title], names: list[Name], at: list[int]) -> list[Phrase]:
    """Return one phrase for each title. `at` gives the index of the name that covers a token, or -1."""
    phrases = []
    for title in titles:
        covering = at[title.head]
        if covering >= 0 and names[covering].end > title.end:
            continue
        if covering >= 0 and names[covering].start < title.start:
            continue
        phrases.append(_phrase(view, title, names, at))
        start = phrases[-1].start
        phrases[-1].used = view.lower[max(start - 1, 0) : start + 1] == ["if", "elected"]  # president: nobody yet
    return phrases


def _phrase(view: View, title: Title, names: list[Name], at: list[int]) -> Phrase:
    phrase = Phrase(title, title.start, title.end, title.start, title.kind, written(view, title))
    if title.elect:
        ending = view.lower[title.end - 1].lstrip("-")
        phrase.kind, phrase.label = f"{title.kind}-{ending}", f"{phrase.label}-{ending}"
    _left(view, phrase, names, at)
    _right(view, phrase, names, at)
    owned = phrase.owner is not None or (
        view.lower[title.start - 1 : title.start] in (["'s"], ["’s"]) and view.pos[title.start - 2] == "NOUN"
    )  # "the mayor's deputy, Bo Baker"
    if owned and view.lower[title.start : title.end] == ["deputy"]:
        phrase.kind, phrase.label = "deputy", "Deputy"  # "her deputy, Bo Baker" sits in no parliament
    return phrase


def _left(view: View, phrase: Phrase, names: list[Name], at: list[int]) -> None:
    """Read leftward from the title until a word does not belong to it."""
    floor = view.sentence_start(phrase.title.start)
    place = phrase.title.start - 1
    while place >= floor:
        if at[place] >= 0:
            following = _name_before(view, phrase, names, at, place=place)
        else:
            closed = _closes(view, phrase, names, at, place=place)
            if closed is not None:
                place = closed
                break
            following = _word_before(view, phrase, place)
        if following is None:
            break
        place = following
    phrase.start = min(place + 1, phrase.title.start)
    if not phrase.definite and not phrase.indefinite:
        near = range(max(floor, phrase.start - 3), phrase.start)
        phrase.indefinite = any(view.lower[p] in {"a", "an"} and view.heads[p] == phrase.title.head for p in near)
    phrase.bare = not phrase.definite and not phrase.indefinite and phrase.start == phrase.title.start


def _name_before(view: View, phrase: Phrase, names: list[Name], at: list[int], *, place: int) -> int | None:
    """A name left of the title: what the title is of; with a plural, one more behind "and"."""
    name = names[at[place]]
    if not _owns(view, phrase, name):
        return None
    phrase.of.insert(0, name)
    phrase.core = name.start
    place = name.start - 1
    if (
        place <= view.sentence_start(name.start)
        or not phrase.title.plural
        or view.lower[place] not in {"and", "or", ","}
    ):
        return place
    return place - 1 if at[place - 1] >= 0 and names[at[place - 1]].term else place


def _closes(view: View, phrase: Phrase, names: list[Name], at: list[int], *, place: int) -> int | None:
    """An article or owner ends the phrase; return the last token before it, None where the word is neither."""
    lower = view.lower
    word = lower[place]
    floor = view.sentence_start(place)
    if word in {"'s", "’s", "'", "’"} and place > floor and at[place - 1] >= 0:
        name = names[at[place - 1]]
        if name.type is EntityType.PERSON and phrase.kind not in SERVANTS:
            return place
        phrase.of.insert(0, name)
        phrase.definite = True
        outside = name.start - 1
        return outside - 1 if outside >= floor and lower[outside] == "the" else outside
    if view.tags[place] in {"PRP$", "WP$"}:
        phrase.owner = place
        phrase.definite = True
        return place - 1
    if word in POSSESSIVES and place > floor and at[place - 1] < 0 and owns_offices(view, place - 1):
        phrase.owner = place - 1
        phrase.definite = True
        return before_owner(view, names, at, place - 1)
    if word in {"the", "this", "that", "these", "those"}:
        phrase.definite = True
        phrase.former |= place > floor and lower[place - 1] == "then" and phrase.title.start - place < 3
        if place > floor and lower[place - 1] == "both":
            phrase.number = 2
            return place - 2
        return place - 1
    if word in {"a", "an", "another", "some", "any", "several", "many", "other"}:
        phrase.indefinite = True
        return place - 1
    return None


_COMPOUNDS = frozenset({"serving", "born", "backed", "educated", "trained"})
"""Ends of words that say nothing of the office: "Chile's longest-serving minister", "the Danish-born mayor"."""


def _word_before(view: View, phrase: Phrase, place: int) -> int | None:
    """A word of the phrase: former, acting, a number, a rank or a description; None where the phrase is over."""
    lexicon = load_lexicon()
    word = view.lower[place]
    if word == "-" and place > view.sentence_start(place) and view.lower[place - 1] in {"ex", "vice", "then"}:
        phrase.former |= view.lower[place - 1] != "vice"
        return place - 2
    if word in NUMBERS and phrase.title.plural:
        phrase.number = NUMBERS[word]
        phrase.definite |= word == "both"
        return place - 1
    if word in {"appointed", "elected", "re-elected"} and view.deps[place] not in {"amod", "compound", "nmod"}:
        return None  # a verb: "Able was elected mayor"
    if word == "time" and place > 1 and view.lower[place - 2 : place] == ["one", "-"]:
        phrase.former = True
        phrase.core = place - 2
        return place - 3
    if word == "duck" and place > 1 and view.lower[place - 2 : place] == ["lame", "-"]:
        phrase.core = place - 2
        return place - 3
    if word in _COMPOUNDS and place > 1 and view.words[place - 1] == "-":
        phrase.core = place - 2
        return place - 3
    if word in lexicon.former:
        phrase.former = True
    elif word in lexicon.coming:
        phrase.kind, phrase.label = f"{phrase.kind}-designate", f"{phrase.label}-designate"
    elif word in lexicon.acting:
        phrase.acting = True
    elif word in {"deputy", "assistant", "vice", "junior"} and view.pos[place] != "VERB":
        if not phrase.kind.startswith(word):
            phrase.kind = f"{word} {phrase.kind}"
            phrase.label = f"{word.capitalize()} {phrase.label}"
    elif word not in lexicon.modifiers:
        if not _describes(view, place, phrase):
            return None
        if word == "old" and view.lower[place - 1] == "-":
            return _age(view, place)
        if word in lexicon.organizations and phrase.complement is None and not phrase.of:
            phrase.complement = place
        phrase.extra.append(place)
    phrase.core = place
    return place - 1


def _age(view: View, place: int) -> int:
    """Pass over "54-year-old"; return the token before it."""
    while place > 0 and (view.words[place] == "-" or view.words[place - 1] == "-"):
        place -= 1
    return place - 1


def _owns(view: View, phrase: Phrase, name: Name) -> bool:
    """Whether the name left of a title belongs to it: not the place of "in Berlin Chancellor Merk spoke"."""
    if name.type is EntityType.PERSON:
        return phrase.kind in SERVANTS and not phrase.title.plural
    before = view.lower[name.start - 1] if name.start else ""
    plain = name.type is EntityType.PLACE and not name.demonym
    if plain and before in {"in", "at", "to", "from", "near"} and view.capital[phrase.title.start]:
        return False
    return not (name.type is EntityType.GROUP and not name.demonym and name.term is None)


def _describes(view: View, place: int, phrase: Phrase) -> bool:
    """Whether a noun or adjective belongs to the title: "human rights lawyer", "Brexit secretary"."""
    if view.pos[place] not in {"NOUN", "PROPN", "ADJ"} or view.deps[place] not in {"compound", "amod", "nmod"}:
        return False
    if view.lower[place] in _SAYS_NOTHING:
        return False
    head = view.heads[place]
    return place < head <= max(phrase.title.end, phrase.title.head + 1) or phrase.core <= head < phrase.title.end


def _right(view: View, phrase: Phrase, names: list[Name], at: list[int]) -> None:
    place = phrase.title.end
    if place + 1 >= view.size or view.lower[place] not in _OF:
        return
    word = view.lower[place]
    kinds = {"to": _TO_TITLES, "for": _FOR_TITLES | _SENT_FOR, "at": _AT_TITLES, "in": _AT_TITLES}.get(word)
    if kinds is not None and phrase.kind not in kinds:
        return
    first = place + 1 + (view.lower[place + 1] in {"the", "a", "its", "his", "her"})
    body = complement(view, names, at, first)
    if body is not None:
        phrase.complement = body
        phrase.end = body + 1
        return
    if (
        first >= view.size
        or at[first] < 0
        or names[at[first]].start != first
        or names[at[first]].type is EntityType.PERSON
    ):
        return
    name = names[at[first]]
    modifies = (
        name.end < view.size
        and view.pos[name.end] == "NOUN"
        and view.heads[view.root(name.start, name.end)] >= name.end
    )
    if name.demonym or modifies:
        return
    if (
        word == "to" or (word == "for" and phrase.kind in _SENT_FOR) or (word == "in" and phrase.owner is not None)
    ):  # "its director in Nairobi"
        phrase.extra.extend(range(name.start, name.end))
    else:
        phrase.of.append(name)
    phrase.end = name.end
    if phrase.title.plural:
        more = listed(view, names, at, phrase.end)
        phrase.of.extend(more)
        phrase.end = more[-1].end if more else phrase.end
    sent = posted(view, names, at, phrase.end) if word == "of" and phrase.kind in _TO_TITLES else None
    if sent is not None:
        phrase.extra.extend(range(sent.start, sent.end))
        phrase.end = sent.end
