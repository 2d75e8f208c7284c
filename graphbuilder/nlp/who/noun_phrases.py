"""The words before a common noun: where its phrase starts, what it is of, and the words that name it.

"thousands of angry Danish farmers" starts at "thousands", is of Denmark, and is named by "angry farmers".
"""

from dataclasses import dataclass, field

from graphbuilder.nlp.who.phrases import NUMBERS, Phrase
from graphbuilder.nlp.who.reading import Reading
from graphbuilder.records.annotation import EntityType

POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_COUNTS = frozenset(
    {"thousands", "hundreds", "dozens", "scores", "tens", "millions", "group", "number", "crowd", "crowds", "lots"}
)
_DROPPED = frozenset({
    "many", "several", "some", "few", "most", "other", "such", "more", "all", "various", "numerous", "certain", "any", "own",
    "same", "new", "last", "first", "second", "late", "two", "three", "early", "key", "top",
    "least", "estimated", "dozen", "hundred", "thousand", "additional", "further", "total", "remaining",
})  # fmt: skip
_RESULTS = frozenset({"dead", "alive", "free", "unconscious"})
"""What somebody was made by the verb before it, which the parser gives to the noun: "officers shot dead two students"."""


@dataclass(slots=True)
class Before:
    """What stands before a noun. `marks` holds "the", "a", "owner", "possessive", "role", "number" (two, both), "counted"."""

    start: int
    of: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)


def read_before(reading: Reading, phrase_ends: dict[int, Phrase], place: int) -> Before:
    """Read the words before the noun at `place`. `phrase_ends` gives the role phrase that ends at a token."""
    view = reading.view
    floor = view.sentence_start(place)
    before = Before(place)
    spot = place - 1
    while spot >= floor:
        if reading.at[spot] >= 0:
            following = _name(reading, before, spot, place, floor)
        elif view.lower[spot] in POSSESSIVE and _common_possessor(reading, phrase_ends, spot):
            before.words.insert(0, view.lower[spot - 1] + view.words[spot])
            following = spot - 2
        elif view.lower[spot] in POSSESSIVE:
            spot = _possessor(reading, phrase_ends, before, spot)
            break
        elif (closed := _closes(reading, before, spot, floor)) is not None:
            spot = closed
            break
        else:
            following = _word(reading, before, spot, floor)
        if following is None:
            break
        spot = following
    start = spot + 1
    if start - 2 >= floor and view.lower[start - 1] == "of" and view.lower[start - 2] in _COUNTS:
        start -= 2
    if start > floor and view.lower[start] == "least" and view.lower[start - 1] == "at":
        start -= 1
    before.start = start
    before.words = before.words[-3:]
    return before


def _name(reading: Reading, before: Before, spot: int, place: int, floor: int) -> int | None:
    """A name before the noun: its country, or a word of its own name; None where it belongs to something else."""
    view = reading.view
    number = reading.at[spot]
    name = reading.names[number]
    if name.type is EntityType.PERSON and spot == place - 1 and view.heads[view.root(name.start, name.end)] == place:
        before.of.insert(0, reading.entities[number])
        return name.start - 1
    inside = name.end <= view.heads[view.root(name.start, name.end)] <= place
    if name.type is EntityType.PERSON or not (name.demonym or inside):
        return None
    if name.type is EntityType.GROUP:
        before.words.insert(0, view.phrase(name.start, name.end))
    else:
        before.of.insert(0, reading.entities[number])
    spot = name.start - 1
    other = reading.name_at(spot - 1) if spot > floor else None
    return spot - 1 if other is not None and other.term and view.lower[spot] == "and" else spot


def _common_possessor(reading: Reading, phrase_ends: dict[int, Phrase], spot: int) -> bool:
    """Whether a common noun owns what follows, so that it belongs to its name: "dockworkers' union"."""
    return reading.at[spot - 1] < 0 and spot not in phrase_ends and reading.view.tags[spot - 1] == "NNS"


def _possessor(reading: Reading, phrase_ends: dict[int, Phrase], before: Before, spot: int) -> int:
    """Read "Denmark's" or "the Danish president's"; return the last token before it."""
    before.marks.add("possessive")
    phrase = phrase_ends.get(spot)
    if phrase is not None:
        before.marks.add("role")
        return phrase.start - 1
    number = reading.at[spot - 1]
    if number < 0:
        return spot
    before.of.insert(0, reading.entities[number])
    outside = reading.names[number].start - 1
    return outside - 1 if outside >= 0 and reading.view.lower[outside] == "the" else outside


def _closes(reading: Reading, before: Before, spot: int, floor: int) -> int | None:
    """An article or owner ends the phrase; return the last token before it, None where the word is neither."""
    view = reading.view
    word = view.lower[spot]
    if view.tags[spot] == "PRP$":
        before.marks.add("owner")
        return spot - 1
    if word in {"a", "an", "another"}:
        before.marks.add("a")
        return spot - 1
    if word not in {"the", "this", "that", "these", "those"} or view.pos[spot] not in {"DET", "PRON"}:
        return None
    before.marks.add("the")
    if spot > floor and view.lower[spot - 1] == "both" and view.pos[spot - 1] in {"DET", "PRON"}:
        before.marks.add("number")
        return spot - 2
    return spot - 1


def _word(reading: Reading, before: Before, spot: int, floor: int) -> int | None:
    """A number, adjective or noun of the phrase; return the token before it, None where the phrase is over."""
    view = reading.view
    word = view.lower[spot]
    if word in NUMBERS or view.pos[spot] == "NUM":
        before.marks.add("number" if word in {"two", "both"} else "counted")
        return spot - 1
    if word == "-" and spot > floor and view.pos[spot - 1] in {"NOUN", "ADJ", "ADV", "X"}:
        if before.words:
            before.words[0] = f"{view.lower[spot - 1]}-{before.words[0]}"
        return spot - 2
    participle = view.tags[spot] in {"VBN", "VBG"} and view.deps[spot] == "amod"
    if view.pos[spot] not in {"ADJ", "NOUN", "PROPN", "DET"} and not participle:
        return None
    if word in _RESULTS and spot > floor and view.pos[spot - 1] == "VERB":
        return None
    if word not in _DROPPED and view.pos[spot] != "DET":
        before.words.insert(0, view.words[spot] if view.words[spot].isupper() else word)
    return spot - 1
