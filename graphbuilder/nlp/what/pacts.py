"""Pacts and aims: what is agreed on, or sought by whoever would do it, and no more."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuilder.nlp.what.lexicon import Lexicon, Operator
    from graphbuilder.nlp.what.tree import Tree

PURPOSE_VERBS = frozenset({
    "travel", "fly", "go", "arrive", "head", "come", "visit", "return", "send", "dispatch", "deploy", "invite",
    "join", "leave", "prepare", "mobilize", "mobilise", "journey", "march", "cross", "sail", "drive", "ride", "walk", "advance",
    "surround", "climb", "convene", "enter", "approach", "wait", "cordon", "encircle",
})  # fmt: skip
"""Verbs whose infinitive of purpose has not happened yet: "flew to Paris to meet him", "crossed the river to attack"."""
DISPLAYING = frozenset({
    "demand", "protest", "call", "urge", "mark", "show", "express", "support", "denounce", "condemn", "oppose", "honour", "honor",
    "commemorate", "celebrate", "mourn", "remember", "press", "back", "defend",
})  # fmt: skip
"""What a crowd does by marching: "marched to demand his release" has demanded it."""
AGREED = frozenset(
    {"agreement", "deal", "accord", "talk", "negotiation", "decision", "discussion", "consensus", "compromise"}
)
"""Nouns whose gerund after "on" is what they are about and has not been done."""
GROWING = frozenset({"grow", "rise", "mount", "increase", "spread", "emerge", "surface", "fade", "intensify", "swirl"})
"""Verbs between an operator noun and its event: "Hopes rose of a truce", "Calls grew for his release"."""


def agreed_on(tree: "Tree", lexicon: "Lexicon", *nouns: int) -> "Operator | None":
    """Return the operator of agreeing for a pact: "signed a deal to supply Bolivia with wheat" has supplied nothing yet."""
    pact = any(tree.lemma[noun] in lexicon.classes["pact"] for noun in nouns)
    return lexicon.operators["agree", "v"][0][0] if pact else None


def own_aim(tree: "Tree", lexicon: "Lexicon", verb: int, found: "Operator | None") -> "Operator | None":
    """Return the operator of planning where one seeks to do something oneself: "seeks to deepen its ties" asks nobody."""
    if found is None or found.name != "demand" or tree.lemma[verb] != "seek":
        return found
    return lexicon.operators["plan", "v"][0][0]


def grown(tree: "Tree", verb: int) -> list[int]:
    """Return what grows or fades, where a verb says so."""
    return tree.all_kids(verb, "nsubj") if tree.lemma[verb] in GROWING and tree.is_verb(verb) else []
