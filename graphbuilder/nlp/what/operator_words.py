"""Which words are operators: looks a word up in data/operators.toml, its particle taken into account; small word classes beside.

What stands above what is operators.py's business.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuilder.nlp.what.lexicon import Lexicon, Operator
    from graphbuilder.nlp.what.tree import Tree

NOUNS = frozenset({"NOUN", "PROPN"})
FACT_MARKS = frozenset({
    "after", "when", "because", "since", "while", "as", "although", "though", "before", "once", "until",
})  # fmt: skip
AWAITING_MARKS = frozenset({"when", "once", "until", "till", "before", "after"})
"""Conjunctions whose present tense is no surer than the main clause: "the talks will resume when he returns to Geneva"."""
TALKED_OF = frozenset({"discuss", "debate", "consider", "question", "fear", "explore"})
SPOKEN = frozenset({"say", "warn"})
"""Operators whose own modality does not reach what they tell."""
ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "last", "only", "latest"})
BESIDE = frozenset({"before", "after", "by", "while", "when", "upon"})
"""Prepositions whose gerund is no surer than the main clause: "should ask parliament before signing"."""
JOINING = frozenset({"take", "participate", "join", "engage", "attend"})
"""Verbs that lend their clause to an event noun after "in": "will take part in a drill"."""
SERIES = frozenset({"round", "series", "bout", "cycle"})
"""Nouns that count the event behind their "of": "a second round of talks"."""


def operator_at(tree: "Tree", lexicon: "Lexicon", token: int) -> "Operator | None":
    """Return the operator a word is, its particle taken into account."""
    pos = tree.pos[token]
    kind = "v" if pos in {"VERB", "AUX"} else "n" if pos in NOUNS else "a" if pos == "ADJ" else ""
    rows = lexicon.operators.get((tree.lemma[token], kind), ())
    if not rows and kind == "v":  # "is set to", "are due to": participles the model calls verbs
        rows = lexicon.operators.get((tree.word[token], "a"), ())
    for operator, particle in rows:
        if not particle:
            return operator
        words = particle.split()
        near = {tree.word[kid] for kid in tree.kids[token] if tree.dep[kid] == "prt"}  # never the "on" of "on Monday"
        if near and not near & set(words):
            continue  # "was called off on Wednesday" calls on nobody
        if all(word in near or word in tree.word[token + 1 : token + 2 + len(words)] for word in words):
            return operator
    return None
