"""Quotations: who speaks, where grammar does not put a subject beside the verb of speech.

Covers documents that speak ("the statement said"), and inverted order the parser did not see through. It makes no events.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphbuilder.nlp.what.actors import Actors
    from graphbuilder.nlp.what.tree import Tree

SPOKEN_BY = ("poss", "from", "by", "of")
"""Where the author of a document noun stands: "a statement from the ministry", "the ministry's report"."""


def document_author(tree: "Tree", noun: int) -> int | None:
    """Return the head of who issued a statement, letter or report, if the noun phrase says so."""
    poss = tree.kid(noun, "poss")
    if poss is not None:
        return poss
    for kid in tree.kids[noun]:
        if tree.dep[kid] in {"compound", "nmod"} and tree.pos[kid] == "PROPN":  # "a European Union statement"
            return kid
        if tree.dep[kid] in {"prep", "agent"} and tree.word[kid] in SPOKEN_BY:
            return tree.kid(kid, "pobj")
        if tree.dep[kid] == "acl" and tree.tag[kid] == "VBN":  # "a statement issued by the palace"
            for by in tree.all_kids(kid, "agent"):
                return tree.kid(by, "pobj")
    return None


def reporter_above(tree: "Tree", actors: "Actors", verb: int) -> int | None:
    """Return who reports the clause that a verb of speech is coordinated with, where its subject is no speaker.

    "Lind said the detention was a breach and demanded an apology": no detention demands; Lind does.
    """
    clause = tree.head[verb]
    if tree.dep[verb] != "conj" or tree.dep[clause] != "ccomp" or tree.kid(verb, "nsubj", "nsubjpass") is not None:
        return None
    subject = tree.kid(clause, "nsubj", "nsubjpass")
    if subject is None or tree.pos[subject] != "NOUN" or tree.lemma[subject] in actors.nouns or actors.parties(subject):
        return None
    return tree.kid(tree.head[clause], "nsubj")


def earlier_author(tree: "Tree", documents: "Iterable[str]", noun: int) -> int | None:
    """Return the author of the last such document named before, for "the statement said"."""
    names = set(documents)
    if not any(tree.word[kid] in {"the", "this", "that"} for kid in tree.all_kids(noun, "det")):
        return None
    for here in range(noun - 1, -1, -1):
        if tree.lemma[here] in names and tree.lemma[here] == tree.lemma[noun]:
            author = document_author(tree, here)
            if author is not None:
                return author
    return None


def inverted_speaker(tree: "Tree", actors: "Actors", verb: int) -> int | None:
    """Return the name right after a verb of speech that has no subject ("..., said Foreign Minister Novak")."""
    for here in range(verb + 1, min(verb + 10, len(tree))):
        if tree.word[here] in {",", ".", '"', "”", ";"} or tree.is_verb(here):
            return None
        if tree.pos[here] in {"PROPN", "NOUN"} and tree.head[here] in {verb, tree.head[verb]}:
            return here if actors.mention_at(here) is not None else None
    return None
