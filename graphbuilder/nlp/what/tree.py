"""Tree: a parsed document as plain lists, so that the many small walks of this package stay cheap.

It holds spaCy's analysis and nothing of our own; it must not know events or entities.
"""

from functools import cache
from typing import TYPE_CHECKING

from graphbuilder.nlp.what.repairs import LEMMAS, repair

if TYPE_CHECKING:
    from spacy.tokens import Doc


@cache
def _lower(text: str) -> str:
    return text.lower()


class Tree:
    """Token columns of one document; every list is as long as the document, heads and kids are token indexes.

    `sentence` counts the sentences from 0, `begins` gives the first token of each, `vocabulary` holds every
    lemma of the document.
    """

    __slots__ = (
        "begins", "dep", "doc", "head", "kids", "lemma", "pos", "sentence", "starts", "tag", "text", "vocabulary", "word",
    )  # fmt: skip

    def __init__(self, doc: "Doc") -> None:
        strings = doc.vocab.strings
        names: dict[int, str] = {}
        columns: list[list[str]] = [[], [], [], []]
        rows = doc.to_array(["LEMMA", "POS", "TAG", "DEP", "HEAD"]).astype("int64").tolist()
        self.doc = doc
        self.text: str = doc.text
        self.head: list[int] = []
        self.starts: list[int] = [token.idx for token in doc]
        self.word: list[str] = [_lower(token.text) for token in doc]
        for index, row in enumerate(rows):
            for column, value in zip(columns, row, strict=False):
                name = names.get(value)
                if name is None:
                    name = names[value] = strings[value & 0xFFFFFFFFFFFFFFFF]
                column.append(name)
            self.head.append(index + row[4])
        lemma, self.pos, self.tag, self.dep = columns
        self.lemma = [LEMMAS.get(word) or _lower(base) for word, base in zip(self.word, lemma, strict=True)]
        for index, tag in enumerate(self.tag):
            if tag == "NNPS" and self.lemma[index].endswith("s"):  # "the Israel Defense Forces"
                self.lemma[index] = self.lemma[index][:-1]
        self.kids: list[list[int]] = [[] for _ in rows]
        for index, head in enumerate(self.head):
            if head != index:
                self.kids[head].append(index)
        self.begins = [sent.start for sent in doc.sents]
        self.sentence = [0] * len(rows)
        for number, sent in enumerate(doc.sents):
            self.sentence[sent.start : sent.end] = [number] * (sent.end - sent.start)
        repair(self)
        self.vocabulary = frozenset(self.lemma)

    def __len__(self) -> int:
        return len(self.word)

    def all_kids(self, index: int, *deps: str) -> list[int]:
        """Return the dependents of a token with one of these relations, left to right."""
        return [kid for kid in self.kids[index] if self.dep[kid] in deps]

    def kid(self, index: int, *deps: str) -> int | None:
        """Return the first such dependent."""
        return next((kid for kid in self.kids[index] if self.dep[kid] in deps), None)

    def ancestors(self, index: int) -> list[int]:
        """Return the heads of a token, nearest first."""
        found = []
        while self.head[index] != index:
            index = self.head[index]
            found.append(index)
        return found

    def is_verb(self, index: int) -> bool:
        """Say whether a token is a verb form (a name tagged as one is not)."""
        return self.pos[index] in {"VERB", "AUX"}

    def conjuncts(self, index: int) -> list[int]:
        """Return a token and those coordinated with it, left to right ("Trump and Pena Nieto")."""
        found = [index]
        for here in found:
            found.extend(kid for kid in self.kids[here] if self.dep[kid] == "conj")
        return found
