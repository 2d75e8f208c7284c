"""Negation: the words at a verb, adjective or noun that deny it, and the clauses that make what it says a condition.

Walks over the tree only; what follows for the event is status.py's business.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuilder.nlp.what.lexicon import Lexicon
    from graphbuilder.nlp.what.tree import Tree

TWO_WORDS = frozenset({"ahead", "short", "instead", "case", "event", "front", "because", "out"})
"""Words that make one preposition with "of"."""
CONDITIONS = frozenset({"if", "unless"})
INVERTING = frozenset({"had", "were", "should"})
"""Verbs that make a condition without "if" when they stand before the subject: "Had Novak resigned, ..."."""


def is_conditional(tree: "Tree", verb: int) -> bool:
    """Say whether an if-clause hangs on a verb or on one it is coordinated with ("will recall him and cut ties unless ...")."""
    if tree.vocabulary.isdisjoint(CONDITIONS):
        return False
    heads = {verb, *tree.all_kids(verb, "conj")}
    if tree.dep[verb] == "conj":
        heads.add(tree.head[verb])
    return any(
        tree.word[mark] in CONDITIONS
        for head in heads
        for clause in tree.all_kids(head, "advcl")
        for mark in tree.all_kids(clause, "mark")
    )


def inverted_at(tree: "Tree", verb: int) -> str | None:
    """Return the verb that stands before its subject for "if": "Had Peru expelled him", "Were Novak to go"; "if" for "should"."""
    if tree.dep[verb] not in {"advcl", "ccomp"} or tree.forms.isdisjoint(INVERTING):
        return None
    if tree.kid(verb, "mark") is not None:
        return None
    subject = tree.kid(verb, "nsubj", "nsubjpass")
    lead = next((here for here in (*tree.all_kids(verb, "aux"), verb) if tree.word[here] in INVERTING), None)
    if subject is None or lead is None or not lead < subject:
        return None
    first = tree.begins[tree.sentence[verb]]
    opening = lead == first or tree.word[lead - 1] in {",", "and", "but", '"', "\u201c"}
    if not opening:
        return None
    return "if" if tree.word[lead] == "should" else tree.word[lead]


def nor_before(tree: "Tree", verb: int) -> str | None:
    """Return the "nor" that carries a denial on to a coordinated verb ("neither recalled him nor expelled her")."""
    if tree.dep[verb] != "conj" or "nor" not in tree.forms:
        return None
    head = tree.head[verb]
    return next(
        (tree.word[kid] for kid in tree.all_kids(head, "cc") if tree.word[kid] == "nor" and head < kid < verb), None
    )


def _denies(tree: "Tree", word: int) -> bool:
    """Say whether what the parser calls a negation denies: "not" cannot deny the verb in "Le Van Not resigned"."""
    if tree.pos[word] == "PROPN":
        return False
    verb = tree.head[word]
    name = tree.doc[word].text == "Not" and word not in tree.begins and tree.tag[verb] == "VBD" and word < verb
    return not name or bool(tree.all_kids(verb, "aux", "auxpass"))


def negation_at(tree: "Tree", lexicon: "Lexicon", token: int) -> str | None:
    """Return the word that negates a verb, adjective or noun, if any ("not", "never", "no longer", "nobody met")."""
    nor = nor_before(tree, token)
    if nor is not None:
        return nor
    if tree.word[max(0, token - 2) : token] == ["all", "but"] and tree.is_verb(token):  # "all but stormed the palace"
        return "all but"
    if tree.word[max(0, token - 2) : token] == [
        "rather",
        "than",
    ]:  # "Rather than sign the treaty, Kenya recalled its envoy"
        return "rather"
    for kid in tree.kids[token]:
        word, dep = tree.word[kid], tree.dep[kid]
        if dep == "neg" and _denies(tree, kid):
            nearly = any(tree.word[below] == "only" for below in (kid + 1,) if below < len(tree))
            if not nearly:  # "not only met"
                return word
        elif dep in {"advmod", "preconj", "cc"} and word in {"never", "neither", "nor"} and word in lexicon.adverbs:
            return word
        elif dep == "advmod" and word == "longer" and any(tree.word[below] == "no" for below in tree.kids[kid]):
            return "no longer"
        elif dep in {"nsubj", "nsubjpass"}:
            if any(tree.word[below] == "neither" for below in tree.all_kids(kid, "preconj", "cc")):
                return "neither"
            if word in {"nobody", "none", "neither"}:
                return word
            none = [tree.word[below] for below in tree.all_kids(kid, "det") if tree.word[below] in {"no", "neither"}]
            if none:
                return none[0]
        elif dep == "det" and word == "no":
            return word
    return None


def gave_up(tree: "Tree", verb: int) -> bool:
    """Say whether a denied verb was planned before: "will not meet in Oslo on Friday after all"."""
    number = tree.sentence[verb]
    end = tree.begins[number + 1] if number + 1 < len(tree.begins) else len(tree)
    for here in range(verb + 1, end - 1):
        if tree.word[here] == "after" and tree.word[here + 1] == "all":
            return here + 2 >= end or tree.pos[here + 2] in {"PUNCT", "SPACE", "CCONJ", "SCONJ"}
    return False


def is_denied(tree: "Tree", token: int) -> bool:
    """Say whether an operator is itself negated ("has no plan to", "is not expecting")."""
    verb = token
    if tree.pos[token] == "ADJ" and tree.is_verb(tree.head[token]):
        verb = tree.head[token]
    if nor_before(tree, token) is not None:
        return True
    for here in {token, verb}:
        for kid in tree.kids[here]:
            if tree.word[kid] in {"little", "scant", "no"} and tree.lemma[here] in {"evidence", "proof"}:
                return True
            if (tree.dep[kid] == "neg" and _denies(tree, kid)) or (tree.dep[kid] == "det" and tree.word[kid] == "no"):
                return True
            if tree.dep[kid] in {"preconj", "cc"} and tree.word[kid] == "neither":
                return True
            if tree.dep[kid] == "advmod" and tree.word[kid] in {"never", "longer"}:
                return tree.word[kid] == "never" or any(tree.word[below] == "no" for below in tree.kids[kid])
            if tree.dep[kid] == "nsubj" and tree.word[kid] in {"nobody", "none", "neither"}:
                return True
    if tree.pos[token] == "NOUN" and tree.dep[token] in {"dobj", "attr"}:  # "does not have a plan to"
        return any(tree.dep[kid] == "neg" and _denies(tree, kid) for kid in tree.kids[tree.head[token]])
    return False


def joined(tree: "Tree", prep: int) -> tuple[str, int, int]:
    """Return a preposition in full, its first word and what that hangs on: "ahead of", "short of", "instead of", "far from"."""
    word, head = tree.word[prep], tree.head[prep]
    if word == "of" and tree.word[head] in TWO_WORDS:
        return f"{tree.word[head]} of", head, tree.head[head]
    if (
        word == "of" and prep and tree.word[prep - 1] in {"instead", "short"}
    ):  # "Instead of meeting Lind, Novak flew home"
        return f"{tree.word[prep - 1]} of", prep - 1, head
    if (
        word == "to" and tree.word[head] == "close" and tree.dep[head] in {"advmod", "acomp"}
    ):  # "came close to resigning"
        return "close to", head, tree.head[head]
    if word == "from" and tree.word[head] == "far":  # "Far from resigning, Novak named a successor"
        return "far from", head, tree.head[head]
    return word, prep, head
