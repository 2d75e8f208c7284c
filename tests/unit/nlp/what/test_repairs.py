"""Known parser and lemmatiser errors are undone, on parses built by hand as the model gives them."""

import spacy
from spacy.tokens import Doc

from graphbuilder.nlp.what.tree import Tree

VOCAB = spacy.blank("en").vocab


def tree_of(*rows: tuple[str, str, str, str, str, int]) -> Tree:
    """Build a tree from (word, lemma, part of speech, tag, relation, head) rows."""
    words, lemmas, pos, tags, deps, heads = zip(*rows, strict=True)
    return Tree(
        Doc(
            VOCAB,
            words=list(words),
            lemmas=list(lemmas),
            pos=list(pos),
            tags=list(tags),
            deps=list(deps),
            heads=list(heads),
        )
    )


def test_a_gerund_taken_for_a_part_of_the_name() -> None:
    tree = tree_of(
        ("Novak", "Novak", "PROPN", "NNP", "nsubj", 1),
        ("denied", "deny", "VERB", "VBD", "ROOT", 1),
        ("meeting", "meet", "NOUN", "VBG", "compound", 3),
        ("Lind", "Lind", "PROPN", "NNP", "dobj", 1),
    )
    assert (tree.dep[2], tree.head[2], tree.pos[2]) == ("xcomp", 1, "VERB")
    assert (tree.dep[3], tree.head[3]) == ("dobj", 2)
    assert tree.kids[1] == [0, 2]


def test_a_subjunctive_taken_for_a_noun() -> None:
    tree = tree_of(
        ("They", "they", "PRON", "PRP", "nsubj", 1),
        ("demanded", "demand", "VERB", "VBD", "ROOT", 1),
        ("that", "that", "SCONJ", "IN", "mark", 4),
        ("Novak", "Novak", "PROPN", "NNP", "compound", 4),
        ("resign", "resign", "NOUN", "NN", "ccomp", 1),
    )
    assert (tree.pos[4], tree.tag[4], tree.dep[3]) == ("VERB", "VB", "nsubj")


def test_a_receiver_taken_for_a_part_of_the_gift() -> None:
    tree = tree_of(
        ("Norway", "Norway", "PROPN", "NNP", "nsubj", 1),
        ("granted", "grant", "VERB", "VBD", "ROOT", 1),
        ("Haddad", "Haddad", "PROPN", "NNP", "compound", 3),
        ("asylum", "asylum", "NOUN", "NN", "dobj", 1),
    )
    assert (tree.dep[2], tree.head[2]) == ("dative", 1)


def test_an_ordinary_compound_stays() -> None:
    tree = tree_of(
        ("Norway", "Norway", "PROPN", "NNP", "nsubj", 1),
        ("praised", "praise", "VERB", "VBD", "ROOT", 1),
        ("Novak", "Novak", "PROPN", "NNP", "compound", 3),
        ("aides", "aide", "NOUN", "NNS", "dobj", 1),
    )
    assert (tree.dep[2], tree.head[2]) == ("compound", 3)


def test_lemmas_and_hyphens() -> None:
    tree = tree_of(
        ("staged", "stag", "VERB", "VBD", "ROOT", 0),
        ("cease", "cease", "NOUN", "NN", "compound", 3),
        ("-", "-", "PUNCT", "HYPH", "punct", 3),
        ("fire", "fire", "NOUN", "NN", "dobj", 0),
    )
    assert (tree.lemma[0], tree.lemma[3]) == ("stage", "ceasefire")


def test_a_month_taken_for_a_march() -> None:
    tree = tree_of(
        ("They", "they", "PRON", "PRP", "nsubj", 1),
        ("met", "meet", "VERB", "VBD", "ROOT", 1),
        ("on", "on", "ADP", "IN", "prep", 1),
        ("4", "4", "NUM", "CD", "nummod", 4),
        ("March", "march", "NOUN", "NN", "pobj", 2),
    )
    assert (tree.lemma[4], tree.pos[4]) == ("March", "PROPN")


def test_a_past_tense_taken_for_a_present_or_a_participle() -> None:
    tree = tree_of(
        ("Prices", "price", "NOUN", "NNS", "nsubj", 1),
        ("rose", "rise", "VERB", "VBP", "ROOT", 1),
        ("as", "as", "SCONJ", "IN", "mark", 4),
        ("farmers", "farmer", "NOUN", "NNS", "nsubj", 4),
        ("protested", "protest", "VERB", "VBN", "advcl", 1),
    )
    assert (tree.tag[1], tree.tag[4]) == ("VBD", "VBD")


def test_a_finite_verb_joined_to_an_infinitive() -> None:
    tree = tree_of(
        ("Novak", "Novak", "PROPN", "NNP", "nsubj", 1),
        ("refused", "refuse", "VERB", "VBD", "ROOT", 1),
        ("to", "to", "PART", "TO", "aux", 3),
        ("see", "see", "VERB", "VB", "xcomp", 1),
        ("Lind", "Lind", "PROPN", "NNP", "dobj", 3),
        ("and", "and", "CCONJ", "CC", "cc", 3),
        ("flew", "fly", "VERB", "VBD", "conj", 3),
        ("home", "home", "ADV", "RB", "advmod", 6),
    )
    assert tree.head[6] == 1


def test_the_first_of_two_taken_for_a_modifier_of_the_second() -> None:
    tree = tree_of(
        ("Farmers", "farmer", "NOUN", "NNS", "nmod", 3),
        ("and", "and", "CCONJ", "CC", "cc", 0),
        ("truck", "truck", "NOUN", "NN", "conj", 0),
        ("drivers", "driver", "NOUN", "NNS", "nsubj", 4),
        ("protested", "protest", "VERB", "VBD", "ROOT", 4),
    )
    assert (tree.dep[0], tree.head[0]) == ("nsubj", 4)
    assert (tree.dep[3], tree.head[3]) == ("conj", 0)
    assert (tree.dep[2], tree.head[2]) == ("compound", 3)
    assert tree.conjuncts(0) == [0, 3]
