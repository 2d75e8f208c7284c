"""Pacts: what an agreement says is to be done is agreed and no more."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuilder.nlp.what.lexicon import Lexicon, Operator
    from graphbuilder.nlp.what.tree import Tree


def agreed_on(tree: "Tree", lexicon: "Lexicon", *nouns: int) -> "Operator | None":
    """Return the operator of agreeing for a pact: "signed a deal to supply Bolivia with wheat" has supplied nothing yet."""
    pact = any(tree.lemma[noun] in lexicon.classes["pact"] for noun in nouns)
    return lexicon.operators["agree", "v"][0][0] if pact else None
