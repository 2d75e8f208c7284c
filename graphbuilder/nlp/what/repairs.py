"""Repairs: parser and lemmatiser errors that are regular enough to undo, one construction a function.

Each changes the tree's own columns, never spaCy's document. It must not know events; a repair quotes the sentence it is for.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuilder.nlp.what.tree import Tree

LEMMAS = {
    "axed": "axe", "axing": "axe", "cordoned": "cordon", "cordoning": "cordon", "fined": "fine", "fining": "fine",
    "hoped": "hope", "hopes": "hope", "hoping": "hope", "installed": "install", "installing": "install",
    "lambasted": "lambaste", "lambasting": "lambaste", "raped": "rape", "raping": "rape",
    "reappointed": "reappoint", "relaunched": "relaunch", "relaunching": "relaunch", "slated": "slate",
    "staged": "stage", "staging": "stage", "talks": "talk", "men": "man", "women": "woman", "people": "person",
    "stole": "steal", "swore": "swear", "threw": "throw", "tore": "tear", "felled": "fell", "slain": "slay",
    "slew": "slay", "overthrew": "overthrow", "forgave": "forgive", "summits": "summit", "hostages": "hostage",
}  # fmt: skip
"""Inflected forms the model's lemmatiser gets wrong in news text ("The union staged a walkout" gives "stag")."""

HYPHENED = frozenset(
    {"ceasefire", "ceasefires", "airstrike", "airstrikes", "coordination", "cyberattack", "cyberattacks"}
)
"""Words that some write with a hyphen, which the tokeniser makes three: "a cease-fire"."""

CURRENCIES = frozenset({"usd", "us$", "eur", "gbp", "aud", "cad", "jpy"})
GERUND_VERBS = frozenset({
    "deny", "avoid", "admit", "consider", "stop", "begin", "continue", "start", "suggest", "propose", "keep",
    "finish", "resume", "risk", "regret", "recommend", "oppose", "halt", "end", "favour", "favor", "delay",
    "postpone", "resist",
})  # fmt: skip
GIVING_VERBS = frozenset({
    "grant", "give", "offer", "send", "hand", "deny", "lend", "supply", "promise", "award", "refuse", "sell",
})  # fmt: skip


def repair(tree: "Tree") -> None:
    """Undo the known errors of one document in place."""
    for index in range(len(tree) - 2):
        if tree.word[index + 1] == "-" and tree.word[index] + tree.word[index + 2] in HYPHENED:
            tree.lemma[index + 2] = tree.word[index] + tree.lemma[index + 2]
    for index, pos in enumerate(tree.pos):
        if tree.word[index][:3] in CURRENCIES and tree.word[index][3:4].isdigit():  # "USD40", "EUR2.5"
            tree.lemma[index] = "dollar"
        if tree.tag[index] == "VBG" and tree.dep[index] in {"compound", "amod"}:
            _gerund(tree, index)
        elif tree.dep[index] == "ccomp" and pos == "NOUN":
            _subjunctive(tree, index)
        elif tree.dep[index] == "compound" and pos == "PROPN":
            _indirect_object(tree, index)


def _move(tree: "Tree", index: int, head: int, dep: str) -> None:
    tree.kids[tree.head[index]].remove(index)
    tree.head[index], tree.dep[index] = head, dep
    tree.kids[head].append(index)
    tree.kids[head].sort()


def _gerund(tree: "Tree", index: int) -> None:
    """Make "meeting" a verb again in "Novak denied meeting Lind", where the parser takes it for part of the name."""
    noun = tree.head[index]
    verb = tree.head[noun]
    if index == 0 or tree.dep[noun] != "dobj" or tree.lemma[verb] not in GERUND_VERBS or index - 1 != verb:
        return
    _move(tree, index, verb, "xcomp")
    _move(tree, noun, index, "dobj")
    tree.pos[index] = "VERB"


def _subjunctive(tree: "Tree", index: int) -> None:
    """Make "resign" a verb again in "Protesters demanded that Novak resign"."""
    kids = tree.kids[index]
    names = [kid for kid in kids if tree.dep[kid] in {"compound", "nmod"} and tree.pos[kid] == "PROPN" and kid < index]
    marked = any(tree.dep[kid] == "mark" and tree.word[kid] == "that" for kid in kids)
    if not marked or not names or tree.tag[index] != "NN" or any(tree.dep[kid] == "det" for kid in kids):
        return
    tree.pos[index], tree.tag[index] = "VERB", "VB"
    tree.dep[names[-1]] = "nsubj"


def _indirect_object(tree: "Tree", index: int) -> None:
    """Free the receiver in "Norway granted Haddad asylum", where the parser makes it part of the gift."""
    noun = tree.head[index]
    verb = tree.head[noun]
    if tree.dep[noun] != "dobj" or tree.pos[noun] != "NOUN" or tree.lemma[verb] not in GIVING_VERBS:
        return
    if verb > index or any(tree.dep[kid] in {"det", "poss"} and kid < index for kid in tree.kids[noun]):
        return
    if tree.head[verb] != verb and tree.dep[verb] == "amod":
        return
    _move(tree, index, verb, "dative")
