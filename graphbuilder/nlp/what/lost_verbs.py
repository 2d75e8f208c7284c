"""Lost verbs: sentences whose verb the parser takes for a participle of the noun before it, and what that noun then loses.

Each changes the tree's own columns, never spaCy's document. It must not know events; a repair quotes the sentence it is for.
"""

from typing import TYPE_CHECKING

from graphbuilder.nlp.what.moves import move

if TYPE_CHECKING:
    from graphbuilder.nlp.what.tree import Tree

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
GATHERING = frozenset({"protest", "rally", "gather", "demonstrate", "march", "assemble", "riot", "converge", "camp"})
"""Verbs that nobody does to anybody."""


def participle_for_verb(tree: "Tree", index: int) -> None:
    """Give the sentence to its verb in "Gunmen linked to the cartel attacked a court": the participle only tells which gunmen."""
    subject = tree.kid(index, "nsubj")
    if subject is None or subject > index or tree.all_kids(index, "aux", "auxpass", "dobj", "mark"):
        return
    for verb in tree.all_kids(index, "advcl", "ccomp"):
        if verb < index or tree.tag[verb] != "VBD" or tree.all_kids(verb, *SUBJECTS, "mark", "aux", "auxpass"):
            continue
        if {",", ";", "-"} & set(tree.word[index:verb]):
            continue
        move(tree, verb, verb, "ROOT")
        move(tree, subject, verb, "nsubj")
        move(tree, index, subject, "acl")
        tree.tag[index] = "VBN"
        for kid in [kid for kid in tree.kids[index] if kid > verb]:
            move(tree, kid, verb, tree.dep[kid])
        return


def verb_for_participle(tree: "Tree", index: int) -> None:
    """Give the sentence to its only verb in "The UN envoy called on both sides to lay down their arms"."""
    noun = tree.head[index]
    if tree.pos[noun] != "NOUN" or noun > index or tree.all_kids(index, *SUBJECTS, "aux", "auxpass", "agent"):
        return
    if any(kid > index and tree.pos[kid] in {"VERB", "AUX", "NOUN", "PROPN"} for kid in tree.kids[noun]):
        return
    move(tree, index, index, "ROOT")
    for kid in [kid for kid in tree.kids[noun] if kid > index]:
        move(tree, kid, index, tree.dep[kid])
    move(tree, noun, index, "nsubj")


def gathered(tree: "Tree", index: int) -> bool:
    """Give the sentence its verb in "Hundreds of people protested outside the embassy", to the parser protested people."""
    if tree.lemma[index] not in GATHERING or tree.tag[index] != "VBN":
        return False
    noun = tree.head[index]
    while tree.dep[noun] == "pobj" and tree.dep[tree.head[noun]] == "prep":
        noun = tree.head[tree.head[noun]]
    if tree.dep[noun] != "ROOT" or tree.pos[noun] not in {"NOUN", "NUM"}:
        return False
    move(tree, index, index, "ROOT")
    tree.tag[index] = "VBD"
    for kid in [kid for kid in tree.kids[noun] if kid > index]:
        move(tree, kid, index, tree.dep[kid])
    move(tree, noun, index, "nsubj")
    return True


def outside(tree: "Tree", index: int) -> None:
    """Make "outside" a preposition in "Protesters gathered outside parliament", where the parser sees an outside parliament."""
    noun, verb = tree.head[index], index - 1
    if tree.word[index] != "outside" or verb < 0 or tree.lemma[verb] not in GATHERING or tree.head[noun] != verb:
        return
    move(tree, index, verb, "prep")
    move(tree, noun, index, "pobj")
    tree.pos[index], tree.tag[index] = "ADP", "IN"
