"""Restraint: tells event words of stories, games, nature, rules and the far past from events of the news.

Each rule looks at the context (the frame of the sentence, who does it, to what), never at a sentence by its wording, and says
the word that decided. Words are in data/restraint.toml. It must not change an event: the coder leaves out what is restrained.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from graphbuilder.errors import OntologyError
from graphbuilder.nlp.what.clauses import inherited_subject, objects, subjects
from graphbuilder.records.annotation import Status

if TYPE_CHECKING:
    from datetime import date

    from graphbuilder.nlp.what.clock import Clock
    from graphbuilder.nlp.what.drafts import Draft
    from graphbuilder.nlp.what.tree import Tree

LIVING_MEMORY: Final = 90
"""Years before the day of publication after which an event is history."""
CONTESTED: Final = frozenset({
    "Assault", "Mobilization", "Retreat", "Coercion", "Threat", "Sanction", "Resignation", "Appointment", "Election",
})  # fmt: skip
"""Labels that reports of sport use for what players do."""
PRONOUNS: Final = frozenset({"he", "she", "they", "it"})
NAMED_AGAIN: Final = frozenset({"PROPN"})
MODALS: Final = frozenset({"may", "can", "could", "must", "shall", "should", "will", "would", "might"})


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
    parties: frozenset[str]
    creed: frozenset[str]


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
    """One document seen for its contexts; what is known of a sentence is worked out once."""

    def __init__(self, tree: "Tree", clock: "Clock", published: "date | None") -> None:
        self.tree, self.clock, self.published, self.words = tree, clock, published, load_words()
        self._stories: dict[int, str | None] = {}
        self._pasts: dict[int, str | None] = {}

    def tokens(self, sentence: int) -> range:
        """Return the tokens of a sentence."""
        begins = self.tree.begins
        return range(begins[sentence], begins[sentence + 1] if sentence + 1 < len(begins) else len(self.tree))

    def root(self, sentence: int) -> int | None:
        """Return the main word of a sentence."""
        return next((here for here in self.tokens(sentence) if self.tree.head[here] == here), None)

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


def restraint_of(context: Context, draft: "Draft") -> Restraint | None:
    """Return why a draft is no event of the news; None where nothing speaks against it."""
    for rule in (_story, _sport, _history, _figure, _mishap, _rule, _anybody, _habit):
        found = rule(context, draft)
        if found is not None:
            return found
    return None


def _who(context: Context, draft: "Draft") -> list[int]:
    verb = draft.hit.carrier
    return subjects(context.tree, verb) if context.tree.is_verb(verb) else []


def _whom(context: Context, draft: "Draft") -> list[int]:
    verb = draft.hit.carrier
    return objects(context.tree, verb) if context.tree.is_verb(verb) else []


def _phrase(tree: "Tree", head: int) -> list[int]:
    """Return a noun with the words before it that belong to it ("Coach Vermeer", "the goalkeeping coach")."""
    return [head, *tree.all_kids(head, "compound", "amod", "nmod", "appos")]


# ---- stories


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
    present = _is_present(tree, root)
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
    goes_on = sentence > 0 and present and tree.lemma[root] not in {"say", "be"} and not _dated(context, sentence)
    if goes_on and not any(tree.pos[here] in NAMED_AGAIN for here in context.tokens(sentence)):
        return context.story(sentence - 1)  # "... . They escape and declare war on the moon."
    return None


def _is_present(tree: "Tree", verb: int) -> bool:
    aux = {tree.tag[kid] for kid in tree.all_kids(verb, "aux", "auxpass")}
    if "MD" in aux or "VBD" in aux:
        return False
    return tree.tag[verb] in {"VBZ", "VBP"} or bool(aux & {"VBZ", "VBP"})


def _dated(context: Context, sentence: int) -> bool:
    return any(time.start is not None for _, _, time in context.clock.spans if time.sentence == sentence)


def _story(context: Context, draft: "Draft") -> Restraint | None:
    tree, words = context.tree, context.words
    cue = context.story(draft.sentence)
    if cue is not None and draft.label != "Legislation" and not (draft.hit.nominal and draft.basis == "stated"):
        root = context.root(draft.sentence)
        framed = root is not None and any(
            tree.lemma[far] in words.fiction for prep in tree.all_kids(root, "prep") for far in tree.all_kids(prep, "pobj")
        )
        if framed or draft.sense.tense != "past":
            return Restraint("film", cue)
    if tree.is_verb(draft.hit.carrier) and draft.sense.tense == "present":
        for above in (draft.hit.carrier, *tree.ancestors(draft.hit.carrier)):  # "a novel in which the king is kidnapped"
            noun = tree.head[above]
            if tree.dep[above] in {"relcl", "pcomp"} and tree.lemma[noun] in words.fiction - {"game"}:
                return Restraint("film", tree.word[noun])
    return None


# ---- sport


def _sport(context: Context, draft: "Draft") -> Restraint | None:
    """Tell "The striker fired three shots at the keeper" and "The club appointed a new coach" from force and office."""
    tree, words = context.tree, context.words
    if draft.label not in CONTESTED:
        return None
    sentence = {tree.lemma[here] for here in context.tokens(draft.sentence)}
    sentence |= {tree.word[here] for here in context.tokens(draft.sentence)}
    if sentence & words.force:
        return None
    if draft.label in {"Assault", "Mobilization"} and tree.lemma[draft.hit.token] not in words.played:
        return None
    near = [
        tree.lemma[here].lower()
        for head in (*_who(context, draft), *_whom(context, draft), *_offices(tree, draft.hit.carrier))
        for here in _phrase(tree, head)
    ]
    player = next((word for word in near if word in words.athletes), None)
    strong = sentence & (words.games | words.athletes)
    if player is not None and (draft.label != "Sanction" or len(strong) > 1):
        return Restraint("sport", player)
    if len(strong) + len(sentence & words.play) > 2 and strong:
        return Restraint("sport", min(strong))
    return None


def _offices(tree: "Tree", verb: int) -> list[int]:
    found = tree.all_kids(verb, "oprd", "attr")
    return found + [far for prep in tree.all_kids(verb, "prep") for far in tree.all_kids(prep, "pobj") if tree.word[prep] == "as"]


# ---- history


def _frame_of_past(context: Context, sentence: int) -> str | None:
    tree, words, published = context.tree, context.words, context.published
    if published is None:
        return None
    recent = False
    for _, _, time in context.clock.spans:
        if time.sentence == sentence and time.end is not None:
            if published.year - time.end.year > LIVING_MEMORY:
                return tree.text[time.start_char : time.end_char]
            recent = True
    if recent:
        return None
    here = context.tokens(sentence)
    text = f" {' '.join(tree.word[token] for token in here)} "
    age = next((age for age in sorted(words.ages) if f" {age} " in text), None)
    if age is not None:
        return age
    root = context.root(sentence)
    if root is None or tree.tag[root] != "VBD" or not tree.is_verb(root):
        return None
    subject = tree.kid(root, "nsubj", "nsubjpass")
    if subject is None:
        return None
    if tree.word[subject] in PRONOUNS and sentence:  # "... . He came home with few."
        return context.past(sentence - 1)
    return tree.word[subject] if tree.word[subject] in words.dead else None


def _history(context: Context, draft: "Draft") -> Restraint | None:
    if context.published is None:
        return None
    if draft.end is not None:
        old = context.published.year - draft.end.year > LIVING_MEMORY
        return Restraint("history", draft.date_text or str(draft.end.year)) if old else None
    cue = context.past(draft.sentence)
    return Restraint("history", cue) if cue is not None and draft.sense.tense in {"past", None} else None


# ---- figures of speech


def _figure(context: Context, draft: "Draft") -> Restraint | None:
    """Tell "Heat attacked the vineyards", "The rally in share prices" and "murdered the language" from deeds."""
    tree, words = context.tree, context.words
    if draft.label == "Statement":
        return None
    token = draft.hit.token
    for head in _who(context, draft):
        if tree.lemma[head] in words.nature and tree.pos[head] == "NOUN":
            return Restraint("figure", tree.word[head])
        if tree.lemma[head] in words.market and draft.label in CONTESTED | {"Protest", "Trip"}:
            return Restraint("figure", tree.word[head])
    if not tree.is_verb(token) and draft.label in CONTESTED | {"Protest", "Trip"}:
        for prep in tree.all_kids(token, "prep"):
            for far in tree.all_kids(prep, "pobj"):
                if tree.word[prep] in {"in", "of"} and tree.lemma[far] in words.market:
                    return Restraint("figure", tree.word[far])
    if tree.lemma[token] in words.body_verbs and tree.is_verb(token):
        for head in _whom(context, draft):
            if tree.lemma[head] in words.things:
                return Restraint("figure", tree.word[head])
    if draft.label in {"Appointment", "Election"}:
        for head in (*_whom(context, draft), *_offices(tree, draft.hit.carrier)):
            for prep in tree.all_kids(head, "prep"):
                far = tree.kid(prep, "pobj")
                if far is not None and tree.word[prep] == "of" and tree.lemma[far] in {"year", "month", "decade", "century"}:
                    return Restraint("description", f"{tree.word[head]} of the {tree.word[far]}")
    if draft.label in {"Sanction", "Mobilization", "Deportation"}:
        for head in _who(context, draft):
            if tree.lemma[head] in words.everyday and tree.pos[head] == "NOUN":
                return Restraint("description", tree.word[head])
    return None


def _mishap(context: Context, draft: "Draft") -> Restraint | None:
    """Tell "were killed when their truck overturned" from a killing."""
    tree, words = context.tree, context.words
    if draft.label != "Assault" or not tree.is_verb(draft.hit.token):
        return None
    for head in _who(context, draft):
        if tree.lemma[head] in words.vehicles:
            return Restraint("accident", tree.word[head])
    for clause in tree.all_kids(draft.hit.token, "advcl"):
        subject = tree.kid(clause, "nsubj")
        if tree.lemma[clause] in words.mishaps and subject is not None and tree.pos[subject] == "NOUN":
            return Restraint("accident", tree.word[clause])
    return None


# ---- rules, anybody, habits


def _rule(context: Context, draft: "Draft") -> Restraint | None:
    """Tell "The law lets the police disperse a crowd" from a crowd dispersed."""
    tree, words = context.tree, context.words
    if draft.label == "Legislation":
        return None
    for above in tree.ancestors(draft.hit.carrier):
        subject = tree.kid(above, "nsubj")
        if subject is None or tree.lemma[above] not in words.ruling or not _is_present(tree, above):
            continue
        if tree.lemma[subject] in words.rules and above != draft.hit.carrier:
            return Restraint("court", tree.word[subject])
    return None


def _anybody(context: Context, draft: "Draft") -> Restraint | None:
    """Tell "Anyone who blocks a road risks a fine" and "Countries that sign could never leave" from what somebody did."""
    tree, words = context.tree, context.words
    tokens = context.tokens(draft.sentence)
    verb = draft.hit.carrier
    named = any(tree.pos[here] == "PROPN" for here in tokens) or _dated(context, draft.sentence)
    if named or draft.sense.tense == "past" and draft.sense.status is Status.ACTUAL or not tree.is_verb(verb):
        return None
    first, last = tree.word[tokens[0]], tree.word[tokens[-1]]
    if first in {"suppose", "imagine"} or (last == "?" and first == "what" and "would" in tree.word[tokens[0] : tokens[-1]]):
        return Restraint("hypothetical", first)
    if last != ".":
        return None  # a headline
    subject = inherited_subject(tree, verb)
    if subject is None:
        return None
    modal = any(tree.word[kid] in MODALS for kid in tree.all_kids(verb, "aux"))
    if tree.word[subject] in words.anybody and tree.kid(subject, "relcl") is not None:
        return Restraint("hypothetical", tree.word[subject])
    indefinite = any(tree.word[kid] in {"a", "an", "any", "every"} for kid in tree.all_kids(subject, "det"))
    if indefinite and draft.sentence and (modal or _is_present(tree, verb)):
        several = tree.all_kids(verb, "conj") or tree.dep[verb] == "conj"
        if modal and tree.word[tree.kids[verb][0]] != "will" or several:
            return Restraint("court" if modal else "opinion", tree.word[subject])
    plural = tree.tag[subject] == "NNS" and not tree.all_kids(subject, "det", "poss", "nummod")
    if plural and tree.dep[verb] == "relcl" and _is_present(tree, verb):
        main = tree.head[subject]
        if any(tree.word[kid] in MODALS for kid in tree.all_kids(main, "aux")) or _is_present(tree, main):
            return Restraint("hypothetical", tree.word[subject])
    return None


def _habit(context: Context, draft: "Draft") -> Restraint | None:
    """Tell "visits her mother on Sundays" and what a party stands for from news."""
    tree, words = context.tree, context.words
    verb = draft.hit.carrier
    if not tree.is_verb(verb):
        return None
    if _is_present(tree, verb):
        for time in draft.times:
            if time.kind == "SET":
                return Restraint("description", tree.text[time.start_char : time.end_char])
    for clause in tree.all_kids(verb, "advcl"):  # "will meet in the spring, as it does every year"
        as_ever = any(tree.word[kid] == "as" for kid in tree.kids[clause])
        if as_ever and any(time.kind == "SET" for time in context.clock.at.get(clause, ())):
            return Restraint("description", "as")
    if draft.label in {"Support", "Rejection"} and _is_present(tree, verb):
        subject = inherited_subject(tree, verb)
        others = [tree.lemma[here] for here in (*tree.all_kids(verb, "conj"), tree.head[verb]) if here != verb]
        if subject is not None and tree.lemma[subject] in words.parties and any(other in words.creed for other in others):
            return Restraint("opinion", tree.word[verb])
    return None
