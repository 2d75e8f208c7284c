"""The door of the when room: every time expression of a parsed document, resolved against its publication date.

Finds candidates with the rule tables, keeps the longest, joins ranges and resolves in the order of the text. Dates events
and sentences nowhere: whoever uses a time decides what it dates.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from spacy.tokens import Doc, Span

from graphbuilder.nlp.when import bounds
from graphbuilder.nlp.when.calendar import Period
from graphbuilder.nlp.when.counted import COUNTED
from graphbuilder.nlp.when.dates import DATES
from graphbuilder.nlp.when.days import DAYS
from graphbuilder.nlp.when.direction import Direction, direction_of
from graphbuilder.nlp.when.lexicon import MONTHS, SEASONS, WEEKDAYS
from graphbuilder.nlp.when.positions import POSITIONS
from graphbuilder.nlp.when.rules import Rule, Scene, Sign, group
from graphbuilder.nlp.when.units import UNITS_NEAR
from graphbuilder.nlp.when.years import YEARS
from graphbuilder.records.annotation import TimeMention

RULES: Final[tuple[Rule, ...]] = (*DATES, *POSITIONS, *YEARS, *DAYS, *UNITS_NEAR, *COUNTED)

_SIGNS: Final[dict[Sign, re.Pattern[str]]] = {
    "digit": re.compile(r"\d"),
    "year": re.compile(r"\d{4}"),
    "month": re.compile(r"\b(?:" + "|".join(f"{name.title()}|{name.upper()}" for name in MONTHS) + r")\b"),
    "weekday": re.compile("|".join(name[:-3] + "day" for name in WEEKDAYS), re.IGNORECASE),
    "season": re.compile("|".join(SEASONS), re.IGNORECASE),
    "unit": re.compile("minute|hour|day|night|week|month|quarter|year|decade|centur", re.IGNORECASE),
}
_HINT: Final = re.compile(
    "|".join(f"(?:{sign.pattern})" for sign in _SIGNS.values())
    + "|tomorrow|morning|evening|ties\\b|christmas|halloween",
    re.IGNORECASE,
)
_CUT_DATE: Final = re.compile(
    r"(?:\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.|(?<!\S)\d\d?(?:st|nd|rd|th)?)\s*$"
)
"""Ends of sentences that the parser puts inside a date: "Aug. | 5", "14 | August 1947"."""


class _Atom(NamedTuple):
    start: int
    end: int
    rule: Rule
    match: re.Match[str]
    span: Span


@dataclass(slots=True)
class _Story:
    """What the text has said so far: the last resolved period, and the last year it stated with where it stood."""

    published: date | None
    previous: Period | None = None
    year: int | None = None
    year_sentence: int = -9
    year_is_exact: bool = False

    def scene(self, direction: Direction, sentence: int, *, year: int | None = None) -> Scene:
        """Return what an expression of `sentence` may lean on."""
        return Scene(self.published, self.previous, direction, year or self._near_year(direction, sentence))

    def _near_year(self, direction: Direction, sentence: int) -> int | None:
        """Return a year stated just before: "The war began in June 1914. On July 5 ..." is July 1914.

        A bare year counts within its sentence only ("in 2016, in April and again in October"), a month or day with its year
        also for the next one, if it is no recent year: those need no such help.
        """
        if self.year is None or direction == "forward":
            return None
        far = sentence - self.year_sentence
        recent = self.published is not None and self.published.year <= self.year + (1 if far else 0)
        return None if recent or far > (1 if self.year_is_exact else 0) else self.year

    def remember(self, period: Period, sentence: int, *, bounded: bool) -> None:
        """Keep what later expressions may point back to; a year that only bounds ("since 2005") dates nothing else."""
        if period.start is None or period.kind in {"DURATION", "SET"} or "/" in period.value:
            return
        self.previous = period
        if period.stated_year and not bounded and period.precision in {"day", "month", "year"}:
            self.year = period.start.year
            self.year_sentence = sentence
            self.year_is_exact = period.precision != "year"


def find_times(doc: Doc, *, published: date | None) -> tuple[TimeMention, ...]:
    """Return the time expressions of `doc`, sorted by place, none overlapping.

    Args:
        doc: A parsed document; its text is what the offsets count in.
        published: The day of publication. None leaves relative dates without `start` and `end`; their `value` still says
            what is known ("XXXX-WXX-3" for a Wednesday).
    """
    story = _Story(published)
    mentions: list[TimeMention] = []
    for window in _windows(doc):
        atoms = _atoms(doc, window)
        mentions.extend(_resolved(doc, atoms, window, story))
    return tuple(mentions)


class _Window(NamedTuple):
    """A stretch of sentences with a hint of a time in it.

    `first` is the number of the first, `starts` are their first characters. `text` is the whole document's: spaCy builds
    `doc.text` anew at every call.
    """

    text: str
    start: int
    end: int
    first: int
    starts: tuple[int, ...]

    def sentence(self, char: int) -> int:
        return self.first + sum(1 for start in self.starts if start <= char) - 1


def _windows(doc: Doc) -> Iterator[_Window]:
    """Yield the sentences that may hold a time; one cut inside a date is joined with the next."""
    text = doc.text
    pending: list[tuple[int, Span]] = []
    for index, sentence in enumerate(doc.sents):
        pending.append((index, sentence))
        if _CUT_DATE.search(text, max(sentence.end_char - 8, 0), sentence.end_char):
            continue
        window = _window(text, pending)
        pending = []
        if window is not None:
            yield window
    if pending and (window := _window(text, pending)) is not None:
        yield window


def _window(text: str, sentences: list[tuple[int, Span]]) -> _Window | None:
    start, end = sentences[0][1].start_char, sentences[-1][1].end_char
    if not _HINT.search(text, start, end):
        return None
    return _Window(text, start, end, sentences[0][0], tuple(sentence.start_char for _, sentence in sentences))


def _atoms(doc: Doc, window: _Window) -> list[_Atom]:
    """Return the matches of a window, longest first kept, in the order of the text."""
    text, found = window.text, []
    signs = {"any", *(sign for sign, pattern in _SIGNS.items() if pattern.search(text, window.start, window.end))}
    for order, rule in enumerate(RULES):
        if rule.needs not in signs:
            continue
        for match in rule.pattern.finditer(text, window.start, window.end):
            start, end = match.span()
            if start < end and not (end < len(text) and text[end].isalnum() and text[end - 1].isalnum()):
                found.append((start - end, order, start, match))
    found.sort(key=lambda item: item[:3])
    taken: list[_Atom] = []
    for _, order, start, match in found:
        end = match.end()
        if any(start < atom.end and atom.start < end for atom in taken):
            continue
        span = doc.char_span(start, end, alignment_mode="expand")
        rule = RULES[order]
        if span is None or (rule.guard is not None and not rule.guard(match, span)):
            continue
        taken.append(_Atom(start, end, rule, match, span))
    return sorted(taken, key=lambda atom: atom.start)


def _resolved(doc: Doc, atoms: list[_Atom], window: _Window, story: _Story) -> Iterator[TimeMention]:
    index = 0
    floor = window.start
    while index < len(atoms):
        atom = atoms[index]
        other = atoms[index + 1] if index + 1 < len(atoms) else None
        made = _range(atom, other, window, story, floor) if other is not None else None
        if made is not None and other is not None:
            start, end, period = made
            index += 2
        else:
            sentence = window.sentence(atom.start)
            scene = story.scene(direction_of(atom.span), sentence)
            plain = atom.rule.resolve(atom.match, scene)
            start, end, index = atom.start, atom.end, index + 1
            if plain is None:
                continue
            period = plain
            lead = bounds.lead_of(window.text, floor, start)
            bent = bounds.opened(lead[0], plain, scene, at_end=_names_end(atom)) if lead else None
            if lead is not None and bent is not None and not _dates_a_noun(doc, atom):
                start, period = lead[1], bent
            story.remember(plain, sentence, bounded=lead is not None)
        floor = end
        yield _mention(period, start, end, window.sentence(start))


def _range(first: _Atom, second: _Atom, window: _Window, story: _Story, floor: int) -> tuple[int, int, Period] | None:
    """Return a range of two neighbouring atoms: "from July to December 2004" lends its year to July."""
    start = bounds.joins(window.text, floor, (first.start, first.end), (second.start, second.end))
    if start is None:
        return None
    sentence = window.sentence(first.start)
    direction = direction_of(first.span)
    last = second.rule.resolve(second.match, story.scene(direction, sentence))
    if last is None or last.kind in {"DURATION", "SET"}:
        return None
    told = last.stated_year or group(second.match, "which") is not None  # "between May and July last year"
    year = last.start.year if told and last.start is not None else None
    opening = first.rule.resolve(first.match, story.scene(direction, sentence, year=year))
    if opening is None or opening.kind in {"DURATION", "SET"}:
        return None
    if year is not None and not opening.stated_year and opening.start and last.end and opening.start > last.end:
        before = first.rule.resolve(first.match, story.scene(direction, sentence, year=year - 1))
        opening = before or opening  # "from November to February 2023"
    if not told and opening.start is not None and last.end is not None:
        after = Scene(opening.start, opening, "forward", opening.start.year if opening.stated_year else None)
        last = second.rule.resolve(second.match, after) or last
    period = bounds.ranged(opening, last)
    if period is None:
        return None
    story.remember(opening, sentence, bounded=True)
    story.remember(last, sentence, bounded=True)
    return start, second.end, period


def _names_end(atom: _Atom) -> bool:
    return "end" in atom.match[0].lower().split()


def _dates_a_noun(doc: Doc, atom: _Atom) -> bool:
    """Tell "after Friday's vote" and "before the 2016 election", which date a noun, from "after Friday"."""
    following = doc[atom.span.end] if atom.span.end < len(doc) else None
    return following is not None and (following.tag_ == "POS" or following.pos_ in {"NOUN", "PROPN", "ADJ"})


def _mention(period: Period, start: int, end: int, sentence: int) -> TimeMention:
    return TimeMention(
        start_char=start,
        end_char=end,
        sentence=sentence,
        kind=period.kind,
        value=period.value,
        start=period.start,
        end=period.end,
        precision=period.precision,
        relation=period.relation,
        confidence=period.confidence,
    )
