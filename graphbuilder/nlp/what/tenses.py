"""Tenses: the time a verb form points to, whether it commands, whether an infinitive tells of something done.

It reads auxiliaries, tags and adjectives only, no operators.
"""

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from graphbuilder.nlp.what.tree import Tree

Tense = Literal["past", "present", "future"]
TELLING_ADJECTIVES = frozenset({
    "quick", "slow", "swift", "first", "last", "right", "wrong", "wise", "unwise", "brave", "foolish", "glad", "happy", "pleased",
    "proud", "sorry", "sad", "surprised", "shocked", "stunned", "delighted", "honoured", "honored", "lucky", "fortunate",
    "relieved", "dismayed", "outraged", "thrilled", "disappointed", "alarmed", "only",
})  # fmt: skip
"""Adjectives whose infinitive did happen: "was quick to condemn the raid", but "is hard to stop"."""


ASKING = frozenset({"why", "how", "who", "whom", "what", "which", "where", "whose"})
"""Question words that take the event for granted: "Why did the minister resign?"."""
AHEAD = frozenset({"tomorrow", "tonight", "soon", "shortly"})
"""Adverbs that put a present tense ahead: "is leaving tomorrow"."""
MEASURED = frozenset({"week", "month", "year", "weekend", "day", "spring", "summer", "autumn", "fall", "winter"})
"""Nouns that do so after "next"."""
POINTING = AHEAD | {"next"}
WH_WORDS = ASKING | {"when"}
SIDE_CLAUSES = frozenset({"parataxis", "ccomp", "dep"})


def is_imperative(tree: "Tree", verb: int, depth: int = 0) -> bool:
    """Say whether a verb commands: a base form without subject, auxiliary or "to", alone or coordinated with such a one.

    Also where it is the first word of a quotation, or of a clause that is only put beside another: "'Release them,' he said".
    """
    if tree.tag[verb] != "VB" and not (tree.tag[verb] == "VBP" and verb in tree.begins):
        return False
    for kid in tree.kids[verb]:
        if tree.dep[kid] in {"nsubj", "nsubjpass", "csubj", "expl"}:
            return False
        if tree.dep[kid] in {"aux", "auxpass"} and tree.word[kid] not in {"do", "please"}:
            return False
    if tree.dep[verb] == "ROOT":
        return True
    if tree.dep[verb] in SIDE_CLAUSES:
        first = min([verb, *tree.kids[verb]])
        return tree.kid(verb, "mark") is None and (first in tree.begins or tree.pos[first - 1] == "PUNCT")
    return tree.dep[verb] == "conj" and depth < 5 and is_imperative(tree, tree.head[verb], depth + 1)


def is_asked(tree: "Tree", verb: int) -> bool:
    """Say whether the whole sentence asks whether it happened ("Did the two sides meet?"), not why or who."""
    if "?" not in tree.forms:
        return False
    number = tree.sentence[verb]
    end = tree.begins[number + 1] if number + 1 < len(tree.begins) else len(tree)
    for here in range(end - 1, max(verb, end - 4), -1):
        if tree.word[here] == "?":
            if any(tree.word[kid] in ASKING for child in tree.kids[verb] for kid in (child, *tree.kids[child])):
                return False
            return tree.dep[verb] == "ROOT" or (tree.head[verb] != verb and tree.dep[verb] in {"conj", "xcomp"})
        if tree.pos[here] not in {"PUNCT", "SPACE"}:
            return False
    return False


def tense_of(tree: "Tree", verb: int, depth: int = 0) -> tuple[Tense | None, bool]:
    """Return the tense of a verb and whether it is a past perfect; an infinitive or participle takes its governor's."""
    aux = [(tree.word[kid], tree.tag[kid]) for kid in tree.all_kids(verb, "aux", "auxpass")]
    words = {word for word, _ in aux}
    if words & {"will", "shall", "'ll", "wo"} or ("would" in words and "have" not in words):
        return "future", False
    if tree.tag[verb] == "VBD" or words & {"did", "was", "were", "had"}:
        return "past", "had" in words
    if words & {"has", "have", "'ve"} and tree.tag[verb] == "VBN":
        return "past", False
    if tree.tag[verb] in {"VBZ", "VBP"} or words & {"is", "are", "am", "'re", "'s", "does", "do"}:
        return "present", False
    head = tree.head[verb]
    if tree.pos[head] == "ADJ":
        head = tree.head[head]  # "was quick to meet": the copula says when
    if head != verb and tree.is_verb(head) and depth < 5:
        return tense_of(tree, head, depth + 1)
    if tree.tag[verb] == "VBN":
        return "past", False
    return None, False


def asked_by_infinitive(tree: "Tree", verb: int) -> str | None:
    """Return the question word of an infinitive, which tells of nothing done: "does not know what to sign"."""
    if tree.tag[verb] != "VB" or not is_infinitive(tree, verb):
        return None
    return next((tree.word[kid] for kid in tree.kids[verb] if kid < verb and tree.word[kid] in WH_WORDS), None)


def ahead_at(tree: "Tree", verb: int) -> str | None:
    """Return the word that puts a present tense ahead: "is meeting her tomorrow", "the troops leave next week"."""
    if tree.forms.isdisjoint(POINTING) or not is_present_form(tree, verb) or tree.tag[verb] == "VBN":
        return None
    for kid in tree.all_kids(verb, "npadvmod", "advmod"):
        if tree.word[kid] in AHEAD:
            return tree.word[kid]
        if tree.lemma[kid] in MEASURED and any(tree.word[below] == "next" for below in tree.kids[kid]):
            return "next"
    return None


def leaves_open(tree: "Tree", verb: int, adjective: int) -> bool:
    """Say whether an infinitive hangs on an adjective that says how it would be: "it is vital to resume talks"."""
    return is_infinitive(tree, verb) and tree.word[adjective] not in TELLING_ADJECTIVES


ARRANGED = frozenset({"be", "due", "set", "suppose", "supposed", "schedule", "slate", "mean", "intend", "plan"})
"""Words of a plan that a perfect infinitive says came to nothing: "was to have met"; not "was expected to have met"."""


def is_unfulfilled(tree: "Tree", verb: int, above: int) -> bool:
    """Say whether a perfect infinitive tells of a plan that came to nothing: "was to have signed", "was due to have flown"."""
    if tree.lemma[above] not in ARRANGED or tree.tag[verb] != "VBN":
        return False
    copula = tree.head[above] if tree.pos[above] == "ADJ" else above
    past = {tree.tag[copula], *(tree.tag[kid] for kid in tree.all_kids(copula, "aux", "auxpass"))}
    return is_perfect_infinitive(tree, verb) and "VBD" in past


def is_perfect_infinitive(tree: "Tree", verb: int) -> bool:
    """Say whether a verb stands with "to have"."""
    return [tree.word[kid] for kid in tree.all_kids(verb, "aux")][:2] == ["to", "have"]


def is_infinitive(tree: "Tree", verb: int) -> bool:
    """Say whether a verb stands with "to"."""
    return any(tree.word[kid] == "to" for kid in tree.all_kids(verb, "aux"))


def is_finite(tree: "Tree", verb: int) -> bool:
    """Say whether a verb or its auxiliary shows a tense."""
    return bool({tree.tag[verb], *(tree.tag[kid] for kid in tree.all_kids(verb, "aux"))} & {"VBZ", "VBP", "VBD"})


def is_present_form(tree: "Tree", verb: int) -> bool:
    """Say whether a verb stands in the present or present perfect."""
    forms = {tree.tag[verb], *(tree.tag[kid] for kid in tree.all_kids(verb, "aux", "auxpass"))}
    return bool(forms & {"VBZ", "VBP"}) and "VBD" not in forms and "MD" not in forms
