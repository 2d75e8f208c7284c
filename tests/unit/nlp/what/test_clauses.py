"""Subjects and objects where grammar leaves them out, on parses built by hand: no model is needed."""

import pytest
import spacy
from spacy.tokens import Doc

from graphbuilder.nlp.what.clauses import is_passive, objects, prepositions, subjects
from graphbuilder.nlp.what.tree import Tree

VOCAB = spacy.blank("en").vocab


def tree_of(parse: str) -> Tree:
    """Build a tree from "word/TAG/dep>head" tokens, heads by position."""
    rows = [token.rsplit("/", 2) for token in parse.split()]
    links = [row[2].split(">") for row in rows]
    pos = {
        "V": "VERB",
        "N": "NOUN",
        "P": "PRON",
        "I": "ADP",
        "T": "PART",
        "D": "DET",
        "J": "ADJ",
        "M": "AUX",
        "W": "PRON",
    }
    words = [row[0] for row in rows]
    return Tree(
        Doc(
            VOCAB,
            words=words,
            tags=[row[1] for row in rows],
            pos=[pos[row[1][0]] for row in rows],
            lemmas=[LEMMAS.get(word, word.lower()) for word in words],
            deps=[link[0] for link in links],
            heads=[int(link[1]) for link in links],
        )
    )


LEMMAS = {"was": "be", "are": "be", "urged": "urge", "met": "meet", "arrested": "arrest", "forced": "force"}

CASES = [
    ("active", "Novak/NNP/nsubj>1 met/VBD/ROOT>1 Lind/NNP/dobj>1", 1, ["Novak"], ["Lind"]),
    (
        "passive",
        "Lind/NNP/nsubjpass>2 was/VBD/auxpass>2 arrested/VBN/ROOT>2 by/IN/agent>2 police/NNS/pobj>3",
        2, ["police"], ["Lind"],
    ),
    ("raising", "Novak/NNP/nsubjpass>2 are/VBP/auxpass>2 scheduled/VBN/ROOT>2 to/TO/aux>4 meet/VB/xcomp>2", 4, ["Novak"], []),
    ("control", "Novak/NNP/nsubj>1 agreed/VBD/ROOT>1 to/TO/aux>3 resign/VB/xcomp>1", 3, ["Novak"], []),
    (
        "object control",
        "Lind/NNP/nsubj>1 urged/VBD/ROOT>1 Iran/NNP/dobj>1 to/TO/aux>4 yield/VB/xcomp>1",
        4, ["Iran"], [],
    ),
    (
        "passive control",
        "Novak/NNP/nsubjpass>2 was/VBD/auxpass>2 forced/VBN/ROOT>2 to/TO/aux>4 resign/VB/xcomp>2",
        4, ["Novak"], [],
    ),
    ("coordination", "Novak/NNP/nsubj>1 came/VBD/ROOT>1 and/NN/cc>1 met/VBD/conj>1 Lind/NNP/dobj>3", 3, ["Novak"], ["Lind"]),
    ("relative", "Lind/NNP/nsubj>4 who/WP/nsubj>2 met/VBD/relcl>0 Novak/NNP/dobj>2 left/VBD/ROOT>4", 2, ["Lind"], ["Novak"]),
    (
        "lost main verb",
        "Kenya/NNP/ROOT>0 which/WDT/nsubj>2 met/VBD/relcl>0 Lind/NNP/dobj>2 ,/NN/punct>2 left/VBD/conj>2",
        5, ["Kenya"], [],
    ),
    ("gap", "deal/NN/nsubj>3 Xi/NNP/nsubj>2 signed/VBD/relcl>0 failed/VBD/ROOT>3", 2, ["Xi"], ["deal"]),
    ("participle", "troops/NNS/nsubj>4 sent/VBN/acl>0 by/IN/agent>1 Oslo/NNP/pobj>2 left/VBD/ROOT>4", 1, ["Oslo"], ["troops"]),
    ("gerund", "Novak/NNP/nsubj>1 left/VBD/ROOT>1 without/IN/prep>1 meeting/VBG/pcomp>2 Lind/NNP/dobj>3", 3, ["Novak"], ["Lind"]),
    ("adjective", "Novak/NNP/nsubj>1 are/VBP/ROOT>1 due/JJ/acomp>1 to/TO/aux>4 meet/VB/xcomp>2", 4, ["Novak"], []),
    ("plan of", "Novak/NNP/nsubj>1 has/VBZ/ROOT>1 plans/NNS/dobj>1 to/TO/aux>4 meet/VB/acl>2", 4, ["Novak"], []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("parse", "verb", "does", "done"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_understood_subject_and_object(parse: str, verb: int, does: list[str], done: list[str]) -> None:
    tree = tree_of(parse)
    words = [token.text for token in tree.doc]
    assert [words[head] for head in subjects(tree, verb)] == does
    assert [words[head] for head in objects(tree, verb)] == done


def test_a_perfect_is_no_passive() -> None:
    tree = tree_of("Novak/NNP/nsubj>2 has/VBZ/aux>2 resigned/VBN/ROOT>2")
    assert not is_passive(tree, 2)


def test_a_finite_clause_of_another_keeps_its_own_subject() -> None:
    tree = tree_of("Novak/NNP/nsubj>1 said/VBD/ROOT>1 left/VBD/ccomp>1")
    assert subjects(tree, 2) == []


def test_prepositions_reach_through_adverbs() -> None:
    tree = tree_of("left/VBD/ROOT>0 ahead/JJ/advmod>0 of/IN/prep>1 talks/NNS/pobj>2 with/IN/prep>0 Lind/NNP/pobj>4")
    assert prepositions(tree, 0) == [("ahead of", 3), ("with", 5)]
