"""Texts that somebody speaks from end to end: who "I", "we" and "you" are in an interview, a speech or a letter.

Only the shape of the text is read: paragraphs, labels ("Able:") and questions. Pronouns inside quotation marks belong to
`quotations`; a text that is told about others has no turns here.
"""

from collections import Counter
from dataclasses import dataclass

from graphbuilder.nlp.who.history import Found
from graphbuilder.nlp.who.reading import Reading
from graphbuilder.nlp.who.register import WEAK_KIND, Draft
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType
from graphbuilder.records.identity import fold

FIRST = frozenset({"i", "me", "my", "mine", "myself"})
FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
SECOND = frozenset({"you", "your", "yours", "yourself", "yourselves"})
_ENOUGH = 4
"""First persons outside quotation marks from which on a text is taken to be spoken."""
_DENSITY = 150
"""Tokens among which a spoken text has at least one first person."""
_FEW = 2
_QUESTIONS = 3
_LONG = 120
"""Tokens from which on a paragraph with a question in it is rather an answer."""
_LABEL = 5
"""Tokens a label may have: "Dr. Ann Able :"."""
_INTRODUCTION = 25


@dataclass(slots=True, frozen=True)
class Turn:
    """Tokens `start` to `end` spoken by one speaker; None stands for a speaker or addressee the text does not tell."""

    start: int
    end: int
    speaker: int | None
    addressee: int | None


class Talk:
    """The turns of one document. Speakers without a name become anonymous entities when a pronoun needs them."""

    def __init__(self, reading: Reading, title: str) -> None:
        self.view = reading.view
        self.reading = reading
        self.register = reading.register
        self.title = fold(title)
        self.unknown: dict[str, int] = {}
        self.turns: list[Turn] = self._turns()
        self.at: list[Turn | None] = [None] * (self.view.size if self.turns else 0)
        for turn in self.turns:
            self.at[turn.start : turn.end] = [turn] * (turn.end - turn.start)

    def speaker(self, place: int) -> int | None:
        """Return who speaks a token outside quotation marks, where the text tells."""
        turn = self.at[place] if self.at else None
        return None if turn is None or self.view.quoted[place] else turn.speaker

    def mentions(self) -> list[Found]:
        """Return the first and second persons of the turns."""
        view = self.view
        found = []
        for turn in self.turns:
            for place in range(turn.start, turn.end):
                word = view.lower[place]
                if view.quoted[place] or view.pos[place] not in {"PRON", "DET"}:
                    continue
                with_others = word in FIRST_PLURAL
                if word in FIRST or with_others:
                    entity = self._somebody("speaker") if turn.speaker is None else turn.speaker
                elif word in SECOND:
                    entity = self._somebody("audience") if turn.addressee is None else turn.addressee
                else:
                    continue
                found.append(_found(view, place, entity, with_others=with_others))
        return found

    def _somebody(self, role: str) -> int:
        if role not in self.unknown:
            kind = EntityType.GROUP if role == "audience" else EntityType.PERSON
            self.unknown[role] = self.register.add(
                Draft(kind, role, kind=WEAK_KIND, anonymous=True, plural=kind is EntityType.GROUP)
            )
        return self.unknown[role]

    def _turns(self) -> list[Turn]:
        view = self.view
        said = sum(
            word in FIRST or word in FIRST_PLURAL for place, word in enumerate(view.lower) if not view.quoted[place]
        )
        if said < _ENOUGH or said * _DENSITY < view.size:
            return self._author()
        parts = paragraphs(view)
        return self._labelled(parts) or self._interview(parts) or self._speech(parts)

    def _author(self) -> list[Turn]:
        """A report whose author says "I" a few times, and never inside quotation marks alone: "I visited the camp"."""
        view = self.view
        own = [place for place, word in enumerate(view.lower) if word in FIRST and not view.quoted[place]]
        quoted = any(word in FIRST and view.quoted[place] for place, word in enumerate(view.lower))
        if len(own) < _FEW or quoted:
            return []
        return [Turn(place, place + 1, None, None) for place in own]

    def _labelled(self, parts: list[tuple[int, int]]) -> list[Turn]:
        """Turns that begin with their speaker's name: "Able: ..."; a paragraph without a label goes on."""
        view = self.view
        labels: dict[int, str] = {}
        for start, end in parts:
            stop = next((place for place in range(start, min(start + _LABEL, end)) if view.words[place] == ":"), None)
            if stop is not None and stop > start and view.capital[start]:
                labels[start] = view.phrase(start, stop).casefold()
        counts = Counter(labels.values())
        known = {label for label, count in counts.items() if count > 1}
        if len(known) < 2:
            return []
        speakers: dict[str, int] = {}
        for start, label in labels.items():
            if label in known and label not in speakers:
                speakers[label] = self._labelled_by(start, label)
        both = list(dict.fromkeys(speakers.values()))
        turns: list[Turn] = []
        speaker: int | None = None
        for start, end in parts:
            speaker = speakers.get(labels.get(start, ""), speaker)
            if speaker is not None:
                rest = [one for one in both if one != speaker]
                turns.append(Turn(start, end, speaker, rest[0] if len(rest) == 1 else None))
        return turns

    def _labelled_by(self, start: int, label: str) -> int:
        """The person whose name a label is, else somebody anonymous."""
        number = self.reading.at[start]
        if number >= 0 and self.reading.names[number].type is EntityType.PERSON:
            return self.reading.entities[number]
        return self.register.add(Draft(EntityType.PERSON, label, kind=WEAK_KIND, anonymous=True))

    def _interview(self, parts: list[tuple[int, int]]) -> list[Turn]:
        """Questions and answers without labels: the questions say "you" to the one who answers."""
        asked = [self._is_question(start, end) for start, end in parts]
        direct = sum(
            self.view.lower[place] in SECOND
            for (start, end), question in zip(parts, asked, strict=True)
            if question
            for place in range(start, end)
        )
        if sum(asked) < _QUESTIONS or direct < _QUESTIONS - 1:
            return []
        first = asked.index(True)
        told = [place for start, end in parts[:first] for place in range(start, end)]
        guest = self._guest(told)
        turns = []
        asker = self.register.add(Draft(EntityType.PERSON, "interviewer", kind=WEAK_KIND, anonymous=True))
        for (start, end), question in zip(parts[first:], asked[first:], strict=True):
            turns.append(Turn(start, end, asker, guest) if question else Turn(start, end, guest, None))
        return turns

    def _is_question(self, start: int, end: int) -> bool:
        view = self.view
        words = view.lower[start:end]
        if "?" not in words:
            return False
        own = sum(word in FIRST for word in words)
        yours = sum(word in SECOND for word in words)
        closing = next(word for word in reversed(words) if word.strip() and word not in {'"', "”"}) == "?"
        return (closing and yours >= own) or (not own and yours > 0 and end - start < _LONG)

    def _guest(self, told: list[int]) -> int:
        """The one who is asked: the person the headline names, else the one the introduction speaks of most."""
        counts = self._people(told)
        titled = [entity for entity in self._people(range(self.view.size)) if self._in_title(entity)]
        if titled:
            return max(titled, key=lambda entity: (counts[entity], -entity))
        if counts:
            return max(counts, key=lambda entity: (counts[entity], -entity))
        return self._somebody("speaker")

    def _people(self, places: "range | list[int]") -> Counter[int]:
        at, names = self.reading.at, self.reading.names
        return Counter(
            self.reading.entities[at[place]]
            for place in places
            if at[place] >= 0 and names[at[place]].start == place and names[at[place]].type is EntityType.PERSON
        )

    def _in_title(self, entity: int) -> bool:
        name = fold(self.register.drafts[entity].name)
        return bool(name) and (name in self.title or name.split()[-1] in self.title.split())

    def _speech(self, parts: list[tuple[int, int]]) -> list[Turn]:
        """One speaker from the first full paragraph to the last: the one person the headline or the lines above it name."""
        head = [place for start, end in parts[:3] if end - start < _INTRODUCTION for place in range(start, end)]
        named = list(self._people(head))
        titled = [entity for entity in self._people(range(self.view.size)) if self._in_title(entity)]
        sure = titled if len(titled) == 1 else named if len(named) == 1 else []
        speaker = sure[0] if sure and self._possessed(sure[0]) else self._somebody("speaker")
        return [Turn(start, end, speaker, None) for start, end in parts]

    def _possessed(self, entity: int) -> bool:
        """Whether headline or heading says that these are a person's own words: "Ann Able's address", "Speech by Bo Baker"."""
        view = self.view
        name = fold(self.register.drafts[entity].name).split()[-1]
        heading = f"{self.title} {fold(view.text[:400])}"
        words = heading.replace("’", "'").replace(",", " ").split()
        return (f"{name}'s" in words or "by" in words) and bool(_GENRES & set(words))


_GENRES = frozenset({
    "address", "speech", "remarks", "statement", "letter", "report", "lecture", "eulogy", "diary", "testimony", "message",
})  # fmt: skip


def paragraphs(view: View) -> list[tuple[int, int]]:
    """Return the paragraphs of a text as (first token, one past the last), without the line breaks."""
    found = []
    start = 0
    for place, word in enumerate(view.words):
        if "\n" in word:
            if place > start:
                found.append((start, place))
            start = place + 1
    if view.size > start:
        found.append((start, view.size))
    return found


def _found(view: View, place: int, entity: int, *, with_others: bool) -> Found:
    return Found(
        place,
        place + 1,
        place,
        "pronoun",
        (entity,),
        view.sentence_of[place],
        view.deps[place] in {"nsubj", "nsubjpass"},
        None,
        0.6 if with_others else 0.8,
        with_others,
    )
