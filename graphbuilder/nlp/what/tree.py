"""Tree: a parsed document as plain lists, so that the many small walks of this package stay cheap.

It holds spaCy's analysis, repaired, and nothing of our own; it must not know events or entities.
"""

from functools import wraps
from typing import TYPE_CHECKING, TypeVar

from graphbuilder.nlp.columns import columns_of
from graphbuilder.nlp.what.repairs import LEMMAS, repair

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc


Found = TypeVar("Found")


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
        columns = columns_of(doc)
        self.doc, self.text = doc, columns.text
        self.word, self.lemma = columns.lower, [lemma.lower() for lemma in columns.lemmas]
        self.pos, self.tag, self.dep = [*columns.pos], [*columns.tags], [*columns.deps]
        self.head, self.starts, self.ends = [*columns.heads], columns.starts, columns.ends
        self.begins, self.sentence = columns.begins, columns.sentences
        self.at: dict[int, int] = dict(zip(self.starts, range(len(self.word)), strict=True))
        words = frozenset(self.word)
        for index, word in () if words.isdisjoint(LEMMAS) else enumerate(self.word):
            if word in LEMMAS:
                self.lemma[index] = LEMMAS[word]
        for index, tag in enumerate(self.tag) if "NNPS" in self.tag else ():
            if tag == "NNPS" and self.lemma[index].endswith("s"):  # "the Israel Defense Forces"
                self.lemma[index] = self.lemma[index][:-1]
        self.kids: list[list[int]] = [[] for _ in self.word]
        for index, head in enumerate(self.head):
            if head != index:
                self.kids[head].append(index)
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
