"""A parsed document as plain lists, so that the rules of this room read tokens without asking spaCy again and again."""

from itertools import pairwise
from typing import TYPE_CHECKING

from graphbuilder.nlp.columns import columns_of
from graphbuilder.records.identity import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

QUOTES = frozenset('"“”«»„')


class View:
    """Tokens of one document by index: their forms, tags, heads, sentences and character offsets."""

    def __init__(self, doc: "Doc") -> None:
        columns = columns_of(doc)
        self.text, self.words, self.lower = columns.text, columns.words, columns.lower
        self.tags, self.pos, self.deps, self.lemmas = columns.tags, columns.pos, columns.deps, columns.lemmas
        self.ner, self.iob, self.heads = columns.entities, columns.iob, columns.heads
        self.starts, self.ends, self.size = columns.starts, columns.ends, len(columns.words)
        self.folded = [lower if lower.isascii() else fold(lower) for lower in self.lower]
        self.capital = [word[:1].isupper() for word in self.words]
        self.sentences = list(pairwise((*columns.begins, self.size)))
        self.sentence_of = columns.sentences
        self.quoted = self._quoted()

    def _quoted(self) -> list[bool]:
        """Mark the tokens inside quotation marks; an open one ends with its paragraph."""
        inside = single = False
        marks = []
        singles = self._single_quotes()
        for place, word in enumerate(self.words):
            if place in singles and not inside:
                single = singles[place]
                marks.append(False)
                continue
            if word in QUOTES:
                inside = word in "“«„" if word != '"' else not inside
                marks.append(False)
                continue
            if "\n" in word:
                inside = single = False
            marks.append(inside or single)
        return marks

    def _single_quotes(self) -> dict[int, bool]:
        """Return the single quotation marks that open (True) or close (False) speech, by token: 'We go,' Able said.

        Only what begins behind a blank and ends behind a mark of punctuation is speech: "the workers' union" and "rock 'n' roll"
        are not.
        """
        found: dict[int, bool] = {}
        opened = -1
        for place, word in enumerate(self.words):
            if "\n" in word:
                opened = -1
            if word not in {"'", "‘", "’"}:
                continue
            start = self.starts[place]
            before, after = self.text[start - 1 : start], self.text[start + 1 : start + 2]
            if word != "’" and (not before or before.isspace() or before == "(") and after and not after.isspace():
                opened = place
            elif opened >= 0 and before in ".,!?…" and (not after or not after.isalnum()):
                found[opened], found[place] = True, False
                opened = -1
        return found

    def phrase(self, start: int, end: int) -> str:
        """Return the text of tokens `start` to `end` (half-open) as one line."""
        return " ".join(self.text[self.starts[start] : self.ends[end - 1]].split())

    def entity_spans(self) -> list[tuple[int, int, str]]:
        """Return spaCy's entities as (start, end, label)."""
        spans = []
        place = 0
        while place < self.size:
            label = self.ner[place]
            end = place + 1
            if label:
                while end < self.size and self.ner[end] == label and self.iob[end] == 1:
                    end += 1
                spans.append((place, end, label))
            place = end
        return spans

    def sentence_start(self, place: int) -> int:
        """Return the first token of the sentence of token `place`."""
        return self.sentences[self.sentence_of[place]][0]

    def sentence_end(self, place: int) -> int:
        """Return one past the last token of the sentence of token `place`."""
        return self.sentences[self.sentence_of[place]][1]

    def root(self, start: int, end: int) -> int:
        """Return the token of the span whose head lies outside it; the last one where there are several."""
        for place in range(end - 1, start - 1, -1):
            head = self.heads[place]
            if head == place or not start <= head < end:
                return place
        return end - 1

    def is_subject(self, start: int, end: int) -> bool:
        """Return whether the span is the subject of a verb."""
        return self.deps[self.root(start, end)] in {"nsubj", "nsubjpass"}
