"""Tree: a parsed document as plain lists, so that the many small walks of this package stay cheap.

It holds spaCy's analysis and nothing of our own; it must not know events or entities.
"""

from functools import wraps
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from graphbuilder.nlp.what.repairs import LEMMAS, repair

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.strings import StringStore
    from spacy.tokens import Doc


Found = TypeVar("Found")


_NAMES: dict[int, str] = {}
"""The strings behind spaCy's hashes, which are the same in every vocabulary."""
_LOWER: dict[int, str] = {}
"""The same in lower case."""


def _named(values: list[int], strings: "StringStore") -> list[str]:
    try:
        return list(map(_NAMES.__getitem__, values))
    except KeyError:
        _NAMES.update((value, strings[value]) for value in set(values) - _NAMES.keys())
    return list(map(_NAMES.__getitem__, values))


def _lowered(values: list[int], strings: "StringStore") -> list[str]:
    try:
        return list(map(_LOWER.__getitem__, values))
    except KeyError:
        names = _named(values, strings)
        _LOWER.update((value, name.lower()) for value, name in zip(values, names, strict=True))
    return list(map(_LOWER.__getitem__, values))


def kept(walk: "Callable[[Tree, int], Found]") -> "Callable[[Tree, int], Found]":
    """Make a function look only once from each token of a tree."""

    @wraps(walk)
    def look(tree: "Tree", token: int) -> Found:
        known = tree.walks.get(walk)
        if known is None:
            known = tree.walks[walk] = {}
        elif token in known:
            return known[token]  # type: ignore[return-value]  # one dictionary holds what one function found
        found = known[token] = walk(tree, token)
        return found

    return look


COUNTS: list[int | str] = ["SPACY", "IDX", "LENGTH", "HEAD", "SENT_START"]
COLUMNS: list[int | str] = ["ORTH", "LEMMA", "POS", "TAG", "DEP", *COUNTS]
"""spaCy's attributes, read in one go; those of `COUNTS` are numbers, the others stand for strings."""


class Tree:
    """Token columns of one document; every list is as long as the document, heads and kids are token indexes.

    `starts` and `ends` are characters, `at` gives the token that starts at one. `sentence` counts the sentences from 0, `begins`
    gives the first token of each. `vocabulary` holds every lemma of the document, `forms` also every word as it stands. Once made
    a tree does not change: `walks` holds what `kept` functions found.
    """

    __slots__ = (
        "_forms", "at", "begins", "dep", "doc", "ends", "forms", "head", "kids", "lemma", "pos", "sentence", "starts", "tag",
        "text", "vocabulary", "walks", "word",
    )  # fmt: skip

    def __init__(self, doc: "Doc") -> None:
        strings = doc.vocab.strings
        columns = doc.to_array(COLUMNS).T
        orth, lemma, pos, tag, dep = columns[: -len(COUNTS)].tolist()
        self.pos, self.tag, self.dep = (_named(column, strings) for column in (pos, tag, dep))
        self.word, self.lemma = _lowered(orth, strings), _lowered(lemma, strings)
        spaces, starts, lengths, offsets, opening = columns[-len(COUNTS) :].astype("int64")
        self.doc = doc
        self.starts: list[int] = starts.tolist()
        self.ends: list[int] = (starts + lengths).tolist()
        self.at: dict[int, int] = dict(zip(self.starts, range(len(orth)), strict=True))
        names = map(_NAMES.__getitem__, orth)
        self.text: str = "".join(
            [word + " " if space else word for word, space in zip(names, spaces.tolist(), strict=True)]
        )
        self.head: list[int] = (offsets + np.arange(len(orth))).tolist()
        words = frozenset(self.word)
        for index, word in () if words.isdisjoint(LEMMAS) else enumerate(self.word):
            if word in LEMMAS:
                self.lemma[index] = LEMMAS[word]
        for index, tag in enumerate(self.tag) if "NNPS" in self.tag else ():
            if tag == "NNPS" and self.lemma[index].endswith("s"):  # "the Israel Defense Forces"
                self.lemma[index] = self.lemma[index][:-1]
        self.kids: list[list[int]] = [[] for _ in orth]
        for index, head in enumerate(self.head):
            if head != index:
                self.kids[head].append(index)
        self.begins: list[int] = np.flatnonzero(opening == 1).tolist()
        self.sentence: list[int] = (np.cumsum(opening == 1) - 1).tolist()
        repair(self)
        self.walks: dict[Callable[..., object], dict[int, object]] = {}
        self.vocabulary = frozenset(self.lemma)
        self.forms = self.vocabulary | words
        self._forms: dict[int, frozenset[str]] = {}

    def __len__(self) -> int:
        return len(self.word)

    def all_kids(self, index: int, *deps: str) -> list[int]:
        """Return the dependents of a token with one of these relations, left to right."""
        found, dep = [], self.dep
        for kid in self.kids[index]:
            if dep[kid] in deps:
                found.append(kid)  # noqa: PERF401 - a comprehension costs a frame of its own, of most of the time here
        return found

    def kid(self, index: int, *deps: str) -> int | None:
        """Return the first such dependent."""
        for kid in self.kids[index]:
            if self.dep[kid] in deps:
                return kid
        return None

    def ancestors(self, index: int) -> list[int]:
        """Return the heads of a token, nearest first."""
        found = []
        while self.head[index] != index:
            index = self.head[index]
            found.append(index)
        return found

    def below(self, index: int) -> list[int]:
        """Return the tokens that depend on a token, directly or not, nearest first."""
        found = [index]
        for here in found:
            found.extend(self.kids[here])
        return found[1:]

    def is_verb(self, index: int) -> bool:
        """Say whether a token is a verb form (a name tagged as one is not)."""
        return self.pos[index] in {"VERB", "AUX"}

    def conjuncts(self, index: int) -> list[int]:
        """Return a token and those coordinated with it, left to right ("Trump and Pena Nieto")."""
        found, dep = [index], self.dep
        for here in found:
            for kid in self.kids[here]:
                if dep[kid] == "conj":
                    found.append(kid)  # noqa: PERF401 - as above; most words have none
        return found

    def tokens(self, sentence: int) -> range:
        """Return the tokens of a sentence."""
        begins = self.begins
        return range(begins[sentence], begins[sentence + 1] if sentence + 1 < len(begins) else len(self.word))

    def forms_in(self, sentence: int) -> frozenset[str]:
        """Return the words of a sentence, as they stand and as lemmas."""
        found = self._forms.get(sentence)
        if found is None:
            tokens = self.tokens(sentence)
            here = slice(tokens.start, tokens.stop)
            found = self._forms[sentence] = frozenset((*self.lemma[here], *self.word[here]))
        return found
