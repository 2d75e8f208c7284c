"""Pacts and aims: what is agreed on, or sought by whoever would do it, and no more."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuilder.nlp.what.lexicon import Lexicon, Operator
    from graphbuilder.nlp.what.tree import Tree


def agreed_on(tree: "Tree", lexicon: "Lexicon", *nouns: int) -> "Operator | None":
    """Return the operator of agreeing for a pact: "signed a deal to supply Bolivia with wheat" has supplied nothing yet."""
    pact = any(tree.lemma[noun] in lexicon.classes["pact"] for noun in nouns)
    return lexicon.operators["agree", "v"][0][0] if pact else None


def own_aim(tree: "Tree", lexicon: "Lexicon", verb: int, found: "Operator | None") -> "Operator | None":
    """Return the operator of planning where one seeks to do something oneself: "seeks to deepen its ties" asks nobody."""
    if found is None or found.name != "demand" or tree.lemma[verb] != "seek":
        return found
    return lexicon.operators["plan", "v"][0][0]
