"""Contexts: the frame a sentence stands in: a story told, a time before living memory; and the words of data/restraint.toml.

What follows for an event is restraint.py's business. It must not know labels.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from graphbuilder.errors import OntologyError
from graphbuilder.nlp.what.corrections import find_corrections

if TYPE_CHECKING:
    from datetime import date

    from graphbuilder.nlp.what.clock import Clock
    from graphbuilder.nlp.what.tree import Tree
    from graphbuilder.records.annotation import TimeMention

LIVING_MEMORY: Final = 90
"""Years before the day of publication after which an event is history."""
PRONOUNS: Final = frozenset({"he", "she", "they", "it"})
FIELD_WORDS: Final = 4
"""Words of sport, or of stage and screen, that a report of it has at the least, half of them of nothing else."""
FIELD_REACH: Final = 3
"""Sentences from the nearest such word: a digest may go on to other news."""
FIELD_SPACING: Final = 60
"""Words in such a report for each word of its field."""
YEAR_LEADS: Final = frozenset({
    "in", "of", "since", "from", "by", "until", "around", "before", "after", "during", "the", "early", "late", "mid", "to", "and",
    "year", "between",
})  # fmt: skip
NAMED_AGAIN: Final = frozenset({"PROPN"})


class Restraint(NamedTuple):
    """Why an event word is no event of the news: the kind of context and the word that says so."""

    kind: str
    cue: str


class Words(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The word lists of data/restraint.toml; lemmas, `ages` in lower case with blanks."""

    version: str
    fiction: frozenset[str]
    episodes: frozenset[str]
    telling: frozenset[str]
    athletes: frozenset[str]
    performers: frozenset[str]
    stage: frozenset[str]
    staged: frozenset[str]
    depicting: frozenset[str]
    games: frozenset[str]
    play: frozenset[str]
    played: frozenset[str]
    force: frozenset[str]
    ages: frozenset[str]
    dead: frozenset[str]
    nature: frozenset[str]
    market: frozenset[str]
    body_verbs: frozenset[str]
    things: frozenset[str]
    everyday: frozenset[str]
    mishaps: frozenset[str]
    vehicles: frozenset[str]
    rules: frozenset[str]
    ruling: frozenset[str]
    anybody: frozenset[str]
    ways: frozenset[str]
    parties: frozenset[str]
    creed: frozenset[str]
    everywhere: frozenset[str]


@cache
def load_words() -> Words:
    """Return the word lists shipped with the package.

    Raises:
        OntologyError: The file does not have the lists this module reads.
    """
    text = (files("graphbuilder") / "data" / "restraint.toml").read_text(encoding="utf-8")
    try:
        return msgspec.convert(tomllib.loads(text), Words)
    except (msgspec.ValidationError, tomllib.TOMLDecodeError) as error:
        raise OntologyError(f"data/restraint.toml: {error}") from error


class Context:
    """One document seen for its contexts; what is known of a sentence is worked out once.

    `tells_stories`, `tells_rules` and `depicts` say whether a word of such a context stands anywhere in it.
    """

    def __init__(self, tree: "Tree", clock: "Clock", published: "date | None") -> None:
        self.tree, self.clock, self.published, self.words = tree, clock, published, load_words()
        self._stories: dict[int, str | None] = {}
        self._pasts: dict[int, str | None] = {}
        self._olds: dict[int, list[tuple[int, str]]] = {}
        self._roots: dict[int, int | None] = {}
        self.times: dict[int, list[tuple[int, int, TimeMention]]] = {}
        for span in clock.spans:
            self.times.setdefault(span[2].sentence, []).append(span)
        self.corrections = find_corrections(tree)
        words = self.words
        self.tells_stories = not tree.vocabulary.isdisjoint(words.fiction | words.episodes)
        self.tells_rules = not tree.vocabulary.isdisjoint(words.rules)
        self.depicts = not tree.vocabulary.isdisjoint(words.depicting)
        self._sporting = _field(tree, words.games | words.athletes, words.play, words.force)
        self._staged = _field(tree, words.stage, words.staged, words.force)

    def sporting(self, sentence: int) -> bool:
        """Say whether a sentence stands in a report of sport."""
        return any(abs(sentence - near) <= FIELD_REACH for near in self._sporting)

    def staged(self, sentence: int) -> bool:
        """Say whether a sentence stands in a report of stage or screen."""
        return any(abs(sentence - near) <= FIELD_REACH for near in self._staged)

    def root(self, sentence: int) -> int | None:
        """Return the main word of a sentence."""
        if sentence not in self._roots:
            self._roots[sentence] = next(
                (here for here in self.tree.tokens(sentence) if self.tree.head[here] == here), None
            )
        return self._roots[sentence]

    def old(self, sentence: int) -> list[tuple[int, str]]:
        """Return the old dates and ages of a sentence, each as a token and its words."""
        if sentence not in self._olds:
            self._olds[sentence] = _old_words(self, sentence)
        return self._olds[sentence]

    def story(self, sentence: int) -> str | None:
        """Return the word that puts a sentence into a film or book, its own or that of the sentence it goes on from."""
        if sentence not in self._stories:
            self._stories[sentence] = None
            self._stories[sentence] = _frame_of_story(self, sentence)
        return self._stories[sentence]

    def past(self, sentence: int) -> str | None:
        """Return the word that puts a sentence before living memory."""
        if sentence not in self._pasts:
            self._pasts[sentence] = None
            self._pasts[sentence] = _frame_of_past(self, sentence)
        return self._pasts[sentence]


def _field(tree: "Tree", strong: frozenset[str], weak: frozenset[str], force: frozenset[str]) -> list[int]:
    """Return the sentences with words of a field, where a document is of it.

    It is by how many of the words stand in it, how often, and how few of force.
    """
    kinds = len(tree.vocabulary & strong)
    if kinds < FIELD_WORDS // 2:
        return []
    kinds += len(tree.vocabulary & weak)
    if kinds < FIELD_WORDS or kinds <= len(tree.vocabulary & force):
        return []
    found = [tree.sentence[here] for here, lemma in enumerate(tree.lemma) if lemma in strong or lemma in weak]
    return sorted(set(found)) if len(found) * FIELD_SPACING > len(tree) else []


def _frame_of_story(context: Context, sentence: int) -> str | None:
    tree, words = context.tree, context.words
    root = context.root(sentence)
    if root is None or not tree.is_verb(root):
        return None
    for prep in tree.all_kids(root, "prep"):  # "In the film, a general kidnaps the president"
        for noun in tree.all_kids(prep, "pobj"):
            if prep < root and tree.word[prep] in {"in", "throughout"} and tree.lemma[noun] in words.fiction:
                return tree.word[noun]
    subject = tree.kid(root, "nsubj", "nsubjpass")
    if subject is None:
        return None
    present = is_present(tree, root)
    whose = [subject, *(far for prep in tree.all_kids(subject, "prep") for far in tree.all_kids(prep, "pobj"))]
    for noun in whose:
        if not present:
            break
        if tree.lemma[noun] in words.fiction and (noun != subject or tree.lemma[root] in words.telling):
            return tree.word[noun]
        if tree.lemma[noun] in words.episodes and noun == subject and tree.lemma[root] in words.telling:
            clause = tree.kid(root, "advcl", "ccomp") is not None or tree.lemma[root] in {"tell", "follow"}
            if clause:
                return tree.word[noun]
    goes_on = sentence > 0 and present and tree.lemma[root] not in {"say", "be"} and not is_dated(context, sentence)
    if goes_on and not any(tree.pos[here] in NAMED_AGAIN for here in context.tree.tokens(sentence)):
        return context.story(sentence - 1)  # "... . They escape and declare war on the moon."
    return None


def is_present(tree: "Tree", verb: int) -> bool:
    """Say whether a verb stands in the present, without a modal."""
    aux = {tree.tag[kid] for kid in tree.all_kids(verb, "aux", "auxpass")}
    if "MD" in aux or "VBD" in aux:
        return False
    return tree.tag[verb] in {"VBZ", "VBP"} or bool(aux & {"VBZ", "VBP"})


def is_dated(context: Context, sentence: int) -> bool:
    """Say whether a sentence gives a day, month or year."""
    return any(time.start is not None for _, _, time in context.times.get(sentence, ()))


def _old_words(context: Context, sentence: int) -> "list[tuple[int, str]]":
    """Read the old dates and ages of a sentence; a bare number without "in" is no year."""
    tree, published = context.tree, context.published
    if published is None:
        return []
    found = []
    for first, last, time in context.times.get(sentence, ()):
        old = time.end is not None and published.year - time.end.year > LIVING_MEMORY
        bare = tree.word[last].isdigit() and first == last and (not first or tree.word[first - 1] not in YEAR_LEADS)
        if old and not bare:
            found.append((last, tree.text[time.start_char : time.end_char]))
    tokens = context.tree.tokens(sentence)
    for age in context.words.ages:
        words = age.split()
        for here in tokens:
            if tree.word[here : here + len(words)] == words:
                head = here + len(words) - 1
                if "since" not in {tree.word[above] for above in tree.ancestors(head)}:
                    found.append((head, age))
    return found


def _frame_of_past(context: Context, sentence: int) -> str | None:
    """Return the old date of the main clause, or the long dead person it is about ("Napoleon invaded Russia")."""
    tree, words = context.tree, context.words
    root = context.root(sentence)
    if root is None or context.published is None:
        return None
    for token, cue in context.old(sentence):
        if verb_above(tree, token) == root:
            return cue
    subject = tree.kid(root, "nsubj", "nsubjpass")
    if subject is None or tree.tag[root] != "VBD" or not tree.is_verb(root) or is_dated(context, sentence):
        return None
    if tree.word[subject] in PRONOUNS and sentence:  # "... . He came home with few."
        return context.past(sentence - 1)
    return tree.word[subject] if tree.word[subject] in words.dead else None


def told_age(tree: "Tree", verb: int) -> str | None:
    """Return the age at which somebody did or underwent what a verb tells: "At the age of twelve", "Aged nine", "at age 40"."""
    for prep in tree.all_kids(verb, "prep"):
        noun = tree.kid(prep, "pobj") if tree.word[prep] == "at" else None
        if noun is None or tree.lemma[noun] != "age":
            continue
        below = [far for of in tree.all_kids(noun, "prep") for far in tree.all_kids(of, "pobj")]
        number = next((here for here in (*below, *tree.all_kids(noun, "nummod")) if tree.tag[here] == "CD"), None)
        if number is not None:
            return tree.word[number]
    for clause in tree.all_kids(verb, "advcl"):
        number = tree.kid(clause, "dobj", "npadvmod", "nummod", "attr")
        if tree.word[clause] == "aged" and number is not None and tree.tag[number] == "CD":
            return tree.word[number]
    return None


def verb_above(tree: "Tree", token: int) -> int | None:
    """Return the nearest verb above a token."""
    return next((above for above in tree.ancestors(token) if tree.is_verb(above)), None)
